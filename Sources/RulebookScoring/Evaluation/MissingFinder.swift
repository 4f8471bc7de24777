import RulebookEvidence
import RulebookModel
import RulebookSyntax

/// Finds what offices still have to report, for whom.
struct MissingFinder {
  private let rulebook: Rulebook
  private let table: EvidenceTable
  private let answers: [[Int]]

  init(_ rulebook: Rulebook, _ table: EvidenceTable) {
    self.rulebook = rulebook
    self.table = table
    answers = table.register.answers
  }

  /// By office and evidence, in the order of the rulebook.
  func missing() -> [MissingEvidence] {
    var found: [MissingEvidence] = []
    for (index, evidence) in rulebook.evidence.enumerated() where evidence.definition == nil {
      let units = units(lacking: index, evidence)
      guard !units.isEmpty else { continue }
      let silent = evidence.assessors.filter { !table.hasReported[$0] }
      for office in silent.isEmpty ? evidence.assessors : silent {
        found.append(MissingEvidence(office: office, evidence: index, units: units))
      }
    }
    return found.sorted { ($0.office, $0.evidence) < ($1.office, $1.evidence) }
  }

  private func units(lacking index: Int, _ evidence: Evidence) -> [Int] {
    let applicable = answers.indices.filter { evidence.applicability.holds(for: answers[$0]) }
    let isReported = evidence.assessors.allSatisfy { table.hasReported[$0] }
    if evidence.mayGainRows, !isReported { return applicable }
    if evidence.kind.isZeroWhenAbsent { return [] }
    var isThere = [Bool](repeating: false, count: answers.count)
    for row in 0..<table.rowCount where Int(table.evidence[row]) == index {
      isThere[Int(table.units[row])] = true
    }
    return applicable.filter { !isThere[$0] }
  }
}
