import ExactArithmetic
import RulebookEvidence
import RulebookModel
import RulebookSyntax

/// A year of evidence for any rulebook: each office reports, every figure a unit must have is there, incidents are seldom.
struct GeneratedYear {
  private let rulebook: Rulebook
  private let units: Int
  private var state: UInt64 = 2013

  /// A year of `units` units under `rulebook`; the same for the same two.
  init(_ rulebook: Rulebook, units: Int) {
    self.rulebook = rulebook
    self.units = units
  }

  /// The register and a ledger for each office.
  var files: [EvidenceFile] {
    var year = self
    let answers = (0..<units).map { _ in
      rulebook.attributes.map { year.below(max(2, $0.values.count)) }
    }
    let marked = rulebook.offices.indices.map(needsMarks)
    var ledgers = marked.map { "单位,证据,数量,日期,说明,材料" + ($0 ? ",级别,事项" : "") + "\r\n" }
    for evidence in rulebook.evidence where evidence.definition == nil {
      guard let office = evidence.assessors.first else { continue }
      for unit in 0..<units where evidence.applicability.holds(for: answers[unit]) {
        for cells in year.rows(of: evidence, unit: unit) {
          ledgers[office] += cells.prefix(marked[office] ? 8 : 6).joined(separator: ",") + "\r\n"
        }
      }
    }
    let named = zip(rulebook.offices, ledgers).map { ("台账-\($0).csv", $1) }
    return ([("单位名册.csv", register(answers))] + named).map { name, text in
      EvidenceFile(name: name, bytes: Array(text.utf8))
    }
  }

  /// Whether rows of an office have a level or a matter.
  private func needsMarks(_ office: Int) -> Bool {
    rulebook.evidence.contains { $0.assessors.first == office && ($0.needsLevel || $0.needsMatter) }
  }

  private func register(_ answers: [[Int]]) -> String {
    let head = (["单位"] + rulebook.attributes.map(\.name)).joined(separator: ",")
    let lines = answers.enumerated().map { unit, answers in
      let words = zip(rulebook.attributes, answers).map { attribute, answer in
        attribute.values.isEmpty ? (answer == 1 ? "是" : "否") : attribute.values[answer]
      }
      return ([name(unit)] + words).joined(separator: ",")
    }
    return ([head] + lines).map { $0 + "\r\n" }.joined()
  }

  private func name(_ unit: Int) -> String { "第\(unit + 1)局" }

  /// The rows of one evidence of one unit: a figure for each period where it must have one, else a few incidents.
  private mutating func rows(of evidence: Evidence, unit: Int) -> [[String]] {
    guard evidence.kind.isZeroWhenAbsent else {
      return (0..<evidence.period.count).map {
        row(evidence, unit, month: $0 * 12 / evidence.period.count + 1)
      }
    }
    let count = evidence.kind == .yesNo ? (below(20) == 0 ? 1 : 0) : below(3)
    return (0..<count).map { _ in row(evidence, unit, month: below(12) + 1) }
  }

  private mutating func row(_ evidence: Evidence, _ unit: Int, month: Int) -> [String] {
    let isDated = evidence.kind.isZeroWhenAbsent || evidence.period != .year
    let date = isDated ? "\(rulebook.year)-\(month)-\(below(28) + 1)" : ""
    let level = evidence.needsLevel ? evidence.levels[below(evidence.levels.count)] : ""
    let matter = evidence.needsMatter ? "事项\(below(5))" : ""
    let material = isDated ? "\(below(1 << 40))号" : ""
    return [name(unit), evidence.name, quantity(of: evidence, unit), date, "经核实", material, level, matter]
  }

  private mutating func quantity(of evidence: Evidence, _ unit: Int) -> String {
    switch evidence.kind {
    case .yesNo: "是"
    case .count: below(2) == 0 ? "" : "\(below(3) + 1)"
    case .percentage, .completion: "\(below(30) + 70).\(below(10))%"
    case .grade: evidence.levels[below(evidence.levels.count)]
    case .place: "\(unit + 1)"
    case .measurement, .money: "\(below(400))"
    case .score: score(evidence.fullMark)
    case .amount: evidence.leastAmount?.decimalText ?? "0.1"
    }
  }

  /// A score of two decimals below the full mark.
  private mutating func score(_ fullMark: Rational?) -> String {
    let greatest = max(1, Int(fullMark?.floor.description ?? "") ?? 100)
    return "\(below(greatest)).\(below(10))\(below(9) + 1)"
  }

  /// A number below `limit` (SplitMix64, Steele, Lea and Flood 2014).
  private mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) >> 1) % limit
  }
}
