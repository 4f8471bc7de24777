public import RulebookModel
import RulebookSyntax
import RulebookText

/// The files of evidence that a rulebook asks for, empty: a register, a ledger and an instruction for each office, and
/// 指标表 where something is compared with it. What they say is read back by `EvidenceReader`.
public struct EvidenceForms {
  /// The files, by their names without a folder.
  public private(set) var files: [EvidenceFile] = []

  private let rulebook: Rulebook
  private let filling: FillingWords
  private let passages: [Passage]
  private let carried: CarriedRegister?

  /// The forms for a year of evidence under `rulebook`; with the units of an earlier year in them where they are known.
  public init(for rulebook: Rulebook, carrying carried: CarriedRegister? = nil) {
    self.rulebook = rulebook
    self.carried = carried
    filling = FillingWords(rulebook)
    passages = Resolver.passages(of: Parser.parse(rulebook.source).tree)
    add("单位名册.csv", register)
    if !rulebook.references.isEmpty { add("指标表.csv", figures) }
    for (office, name) in rulebook.offices.enumerated() {
      let fields = fields(of: office)
      guard !fields.isEmpty else { continue }
      let file = Self.fileName(name)
      add("台账-\(file).csv", ledger(fields))
      add("说明-\(file).txt", FormInstruction(rulebook, office: name, file: file, fields).text)
    }
  }

  /// How many offices have something to fill in.
  public var officeCount: Int { files.count { $0.name.hasPrefix("说明-") } }

  /// Evidence as a form asks for it.
  struct Field {
    /// The evidence.
    var evidence: Evidence
    /// Where the rule stands: 三（一） 机关作风建设.
    var clause: String
    /// How it is filled in.
    var filling: String
    /// The official sentence.
    var sentence: String
    /// The units that have a row each; none where a row is added for whom it concerns.
    var units: [String]
  }

  private mutating func add(_ name: String, _ text: String) {
    files.append(EvidenceFile(name: name, bytes: Array(("\u{FEFF}" + text).utf8)))
  }

  // MARK: Files

  private var register: String {
    let header = ["单位", "简称"] + rulebook.registerAttributes.map(\.name)
    let rows = (carried?.units ?? []).map { [$0.name, $0.aliases] + $0.answers }
    return ([header] + rows).map { CSVText.line($0.map(CSVText.guarded)) }.joined()
  }

  private var figures: String {
    let header = FigureColumn.allCases.map(\.name) + FormWords.explanations
    let rows = rulebook.references.map { figure in
      let unit = figure.kind == .shared ? "全体" : FormWords.unit
      let passage = passage(at: figure.place)
      return [unit, CSVText.guardedName(figure.name), "", ""]
        + [clause(of: passage), filling.words(for: figure), passage?.text ?? ""].map(CSVText.guarded)
    }
    return ([header] + rows).map(CSVText.line).joined()
  }

  private func ledger(_ fields: [Field]) -> String {
    let columns = columns(for: fields)
    let rows = fields.flatMap { field -> [[String]] in
      let explanations = [field.clause, field.filling, field.sentence].map(CSVText.guarded)
      guard !field.units.isEmpty else { return [row(field, unit: nil, columns) + explanations] }
      return field.units.enumerated().map { index, unit in
        row(field, unit: unit, columns) + (index == 0 ? explanations : explanations.map { _ in "" })
      }
    }
    return ([columns.map(\.name) + FormWords.explanations] + rows).map(CSVText.line).joined()
  }

  /// A row for a unit, of which the number is still to be filled in; or one for whom it concerns.
  private func row(_ field: Field, unit: String?, _ columns: [LedgerColumn]) -> [String] {
    columns.map { column in
      switch column {
      case .unit: unit.map(CSVText.guarded) ?? FormWords.unit
      case .evidence: CSVText.guardedName(field.evidence.name)
      case .quantity: unit == nil ? "" : FormWords.quantity
      case .date, .reason, .material, .reporter, .level, .matter: ""
      }
    }
  }

  /// The columns of a ledger: 级别 and 事项 only where something asks for them.
  private func columns(for fields: [Field]) -> [LedgerColumn] {
    [.unit, .evidence, .quantity] + (fields.contains { $0.evidence.needsLevel } ? [.level] : [])
      + (fields.contains { $0.evidence.needsMatter } ? [.matter] : []) + [.date, .reason, .material]
  }

  // MARK: Fields

  private func fields(of office: Int) -> [Field] {
    let asked = rulebook.evidence.filter { $0.assessors.contains(office) && $0.definition == nil }
    return asked.map { evidence in
      let passage = passage(at: evidence.place)
      return Field(
        evidence: evidence, clause: clause(of: passage), filling: filling.words(for: evidence),
        sentence: passage?.text ?? "", units: units(for: evidence))
    }
  }

  /// The units of which each has one figure of the year that is missing until it is reported.
  ///
  /// What did not happen is no row; so no row is made where none means 0, which is not what an empty form says.
  private func units(for evidence: Evidence) -> [String] {
    guard let carried, !evidence.kind.isZeroWhenAbsent, evidence.assessors.count == 1,
      evidence.period == .year,
      evidence.periodicItem == nil, !evidence.needsLevel, !evidence.needsMatter
    else { return [] }
    return carried.units.filter { carried.mayConcern($0, evidence.applicability) }.map(\.name)
  }

  /// The passage with the bracket that names something first.
  private func passage(at place: TextRange) -> Passage? {
    passages.first { passage in
      passage.annotations.contains { $0.range.start <= place.start && place.end <= $0.range.end }
    }
  }

  private func clause(of passage: Passage?) -> String {
    guard let passage, rulebook.items.indices.contains(passage.item) else { return "" }
    let item = rulebook.items[passage.item]
    guard item.parent != nil else { return "" }
    switch item.kind {
    case .numbered where !item.title.isEmpty: return item.path + " " + item.title
    case .document, .numbered, .row, .subrow: return item.path
    }
  }

  /// An office as a part of a file's name: what no name may hold is written in full width, which reads as the same.
  private static func fileName(_ office: String) -> String {
    String(
      String.UnicodeScalarView(
        office.unicodeScalars.map { scalar in
          guard "/\\:*?\"<>|".unicodeScalars.contains(scalar) else { return scalar }
          return Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
        }))
  }
}
