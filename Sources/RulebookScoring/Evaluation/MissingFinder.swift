import RulebookEvidence
import RulebookModel
import RulebookSyntax

/// Finds what offices still have to report, for whom.
struct MissingFinder {
  private let rulebook: Rulebook
  private let table: EvidenceTable
  private let answers: [[Int]]
  private let exemptions: Exemptions
  private let index: RowIndex

  init(_ rulebook: Rulebook, _ table: EvidenceTable) {
    self.rulebook = rulebook
    self.table = table
    answers = table.register.answers
    exemptions = Exemptions(rulebook, table, unit: nil)
    index = RowIndex(table, evidenceCount: rulebook.evidence.count, unit: nil)
  }

  /// By office and evidence, in the order of the rulebook; periods that the same units lack are one entry.
  func missing() -> [MissingEvidence] {
    var found: [MissingEvidence] = []
    for (index, evidence) in rulebook.evidence.enumerated() where evidence.definition == nil {
      for lack in lacks(of: index, evidence) {
        let silent = evidence.assessors.filter { !table.hasReported[$0] }
        for office in silent.isEmpty ? evidence.assessors : silent {
          found.append(
            MissingEvidence(office: office, evidence: index, units: lack.units, periods: lack.periods))
        }
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

  /// The units that lack an evidence, and the periods of 按月考核 in which they do; none for the year.
  private func lacks(of index: Int, _ evidence: Evidence) -> [(units: [Int], periods: [Int])] {
    let axis = evidence.periodicItem.map { rulebook.axis(ofItem: $0) } ?? .year
    let lacking = units(lacking: index, evidence, axis)
    guard axis != .year else { return lacking[0].isEmpty ? [] : [(lacking[0], [])] }
    var found: [(units: [Int], periods: [Int])] = []
    for (period, units) in lacking.enumerated() where !units.isEmpty {
      if let known = found.firstIndex(where: { $0.units == units }) {
        found[known].periods.append(period)
      } else {
        found.append((units, [period]))
      }
    }
    return found
  }

  private func units(lacking index: Int, _ evidence: Evidence, _ axis: Period) -> [[Int]] {
    let reported = PeriodReports(rulebook: rulebook, table: table).areComplete(evidence, axis: axis)
    if evidence.kind.isZeroWhenAbsent, reported.allSatisfy(\.self) {
      return Array(repeating: [], count: axis.count)
    }
    let applicable = answers.indices.filter { evidence.applicability.holds(for: answers[$0]) }
    var isThere = [Bool](repeating: false, count: answers.count * axis.count)
    for row in self.index.rows(of: index).map(Int.init) {
      let period = axis == .year ? 0 : axis.index(ofMonth: Int(table.months[row]))
      isThere[Int(table.units[row]) * axis.count + period] = true
    }
    return (0..<axis.count).map { period in
      let asked =
        evidence.periodicItem.map { item in
          applicable.filter { !exemptions.isExempt(unit: $0, period: period, item: item) }
        } ?? applicable
      if evidence.mayGainRows, !reported[period] { return asked }
      if evidence.kind.isZeroWhenAbsent { return [] }
      return asked.filter { !isThere[$0 * axis.count + period] }
    }
  }
}
