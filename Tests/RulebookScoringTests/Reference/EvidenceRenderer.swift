import ExactArithmetic
import RulebookEvidence
import RulebookSyntax

/// Writes a year of evidence as the files offices hand in.
struct EvidenceRenderer {
  private let rulebook: SpecRulebook
  private let year: SpecYear
  private let facts: [String: SpecFactUse]
  private var look: SeededGenerator

  /// The register, the ledgers and what is set beforehand.
  static func files(of year: SpecYear, for rulebook: SpecRulebook, look: UInt64) -> [EvidenceFile] {
    var renderer = EvidenceRenderer(rulebook, year, look)
    return [renderer.register()] + renderer.ledgers() + renderer.figures()
  }

  private init(_ rulebook: SpecRulebook, _ year: SpecYear, _ seed: UInt64) {
    self.rulebook = rulebook
    self.year = year
    facts = Dictionary(rulebook.factUses.map { ($0.fact.name, $0) }) { first, _ in first }
    look = SeededGenerator(seed: seed)
  }

  private mutating func register() -> EvidenceFile {
    var columns = [("单位", year.units.map(\.name)), ("简称", year.units.map(\.alias))]
    for (index, attribute) in rulebook.attributes.enumerated() {
      let answers = attribute.values.isEmpty ? ["否", "是"] : attribute.values
      columns.append((attribute.name, year.units.map { answers[$0.answers[index]] }))
    }
    columns.shuffle(using: &look)
    let rows = year.units.indices.map { unit in columns.map { $0.1[unit] } }
    return file("单位名册.csv", [columns.map(\.0)] + rows)
  }

  /// One ledger for each office that has reported; those with rows may share one.
  private mutating func ledgers() -> [EvidenceFile] {
    var files: [EvidenceFile] = []
    var shared: [SpecRow] = []
    for office in year.reported.sorted() {
      let rows = year.rows.filter { $0.office == office }
      if !rows.isEmpty, look.chance(25) {
        shared += rows
      } else {
        files.append(ledger("台账-\(rulebook.offices[office]).csv", rows, namesReporter: look.chance(30)))
      }
    }
    if !shared.isEmpty { files.append(ledger("台账.csv", shared, namesReporter: true)) }
    return files.shuffled(using: &look)
  }

  private mutating func ledger(_ name: String, _ rows: [SpecRow], namesReporter: Bool) -> EvidenceFile {
    let lines = rows.map { Line(row: $0) } + exemptions(of: rows, name)
    var columns: [(String, [String])] = [
      ("单位", lines.map { unitName($0.row.unit) }), ("证据", lines.map(\.row.fact)),
      ("数量", lines.map { $0.isExemption ? look.pick(["/", "／"]) : quantity(of: $0.row) }),
      ("日期", lines.map { date(in: $0.row.month) }), ("说明", lines.map { reason(for: $0.row) }),
    ]
    if lines.contains(where: { $0.row.level != nil }) {
      columns.append(
        ("级别", lines.map { line in line.row.level.flatMap { facts[line.row.fact]?.fact.levels[$0] } ?? "" }))
    }
    if lines.contains(where: { $0.row.matter != nil }) {
      columns.append(("事项", lines.map { $0.row.matter ?? "" }))
    }
    if namesReporter { columns.append(("填报单位", lines.map { rulebook.offices[$0.row.office] })) }
    if look.chance(20) { columns.append(("材料", lines.indices.map { "\(name)第\($0 + 1)页" })) }
    columns.shuffle(using: &look)
    return file(name, [columns.map(\.0)] + lines.indices.map { row in columns.map { $0.1[row] } })
  }

  /// A line of a ledger.
  private struct Line {
    var row: SpecRow
    var isExemption = false
  }

  /// The exemptions that stand in a ledger: those of the offices whose rows do.
  private func exemptions(of rows: [SpecRow], _ name: String) -> [Line] {
    let offices = Set(rows.map(\.office))
    let own = rulebook.offices.indices.filter { "台账-\(rulebook.offices[$0]).csv" == name }
    return year.exemptions.filter { offices.contains($0.office) || own.contains($0.office) }.map {
      Line(
        row: SpecRow(unit: $0.unit, fact: $0.fact, value: 0, month: $0.month, office: $0.office),
        isExemption: true)
    }
  }

  /// 指标表, in one file or in two; none where nothing is compared.
  private mutating func figures() -> [EvidenceFile] {
    let compared = facts.values.filter { $0.fact.compares != nil }.sorted { $0.fact.name < $1.fact.name }
    var rows: [[String]] = []
    for use in compared {
      for unit in year.units.indices where use.applies(to: year.units[unit].answers) {
        let figure = year.units[unit].figures[use.fact.name] ?? .missing
        if case .missing = figure, look.chance(50) { continue }
        let words = cell(figure, use.fact)
        let isTarget = use.fact.compares == .target
        rows.append([unitName(unit), use.fact.name, isTarget ? words : "", isTarget ? "" : words])
      }
    }
    guard !compared.isEmpty else { return [] }
    rows.shuffle(using: &look)
    let header = ["单位", "证据", "目标", "上年"]
    let cut = look.chance(30) ? rows.count / 2 : rows.count
    var files = [file("指标表.csv", [header] + rows[..<cut])]
    if cut < rows.count { files.append(file("指标表-二.csv", [header] + rows[cut...])) }
    return files
  }

  private mutating func cell(_ figure: SpecFigure, _ fact: SpecFact) -> String {
    switch figure {
    case .set(let value): value.written + (fact.unit == "%" || look.chance(30) ? fact.unit : "")
    case .missing: ""
    case .notApplicable: look.pick(["/", "／"])
    }
  }

  // MARK: Cells

  private mutating func unitName(_ unit: Int) -> String {
    let unit = year.units[unit]
    return unit.alias.isEmpty || look.chance(60) ? unit.name : unit.alias
  }

  private mutating func quantity(of row: SpecRow) -> String {
    guard let fact = facts[row.fact]?.fact else { return row.value.written }
    switch fact.kind {
    case .yesNo: return look.pick(row.value.isZero ? ["否", "×", "0", "无"] : ["是", "√", "1", "有", ""])
    case .count:
      return look.pick([
        row.value.written, row.value.written + fact.unit, row.value == 1 ? "" : row.value.written,
      ])
    case .percentage, .completion:
      return row.value < 1 || look.chance(50) ? row.value.written + "%" : row.value.written
    case .score, .amount:
      return row.value.written + (row.value <= 1 ? "分" : look.pick(["", "", "分"]))
    case .measurement, .money: return row.value.written
    case .grade: return row.value.numeratorInt128.map { fact.levels[Int($0) - 1] } ?? ""
    case .place:
      let last = fact.countsFromBottom ? "倒数" : ""
      return look.pick([row.value.written, "第\(row.value.written)名", "\(last)第\(row.value.written)名"])
    }
  }

  private mutating func date(in month: Int) -> String {
    guard month > 0 else { return "" }
    let day = look.int(1...28)
    return look.pick([
      "2013/\(month)/\(day)", "2013.\(month).\(day)", "2013年\(month)月\(day)日",
      "2013-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)",
    ])
  }

  private mutating func reason(for row: SpecRow) -> String {
    facts[row.fact]?.needsReason ?? false ? "有关工作不到位" : look.pick(["", "见通报", "按规定,记入"])
  }

  // MARK: Files

  private mutating func file(_ name: String, _ rows: [[String]]) -> EvidenceFile {
    let delimiter = look.pick([",", ",", "\t", ";"])
    let newline = look.pick(["\n", "\r\n"])
    let lines = rows.map { row in row.map { cell($0, delimiter) }.joined(separator: delimiter) }
    let mark = look.chance(30) ? "\u{FEFF}" : ""
    return EvidenceFile(name: name, bytes: Array((mark + lines.joined(separator: newline) + newline).utf8))
  }

  private mutating func cell(_ text: String, _ delimiter: String) -> String {
    text.utf8.contains(UInt8(ascii: ",")) || look.chance(10) ? "\"\(text)\"" : text
  }
}
