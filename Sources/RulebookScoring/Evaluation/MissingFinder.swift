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

  /// The figures of 指标表 that are not set, in the order of the rulebook.
  func missingFigures() -> [MissingFigure] {
    rulebook.references.indices.compactMap { index in
      let applicability = rulebook.references[index].applicability
      let units = answers.indices.filter { unit in
        table.references[index][unit].state == .missing && applicability.holds(for: answers[unit])
      }
      return units.isEmpty ? nil : MissingFigure(reference: index, units: units)
    }
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
