import ExactArithmetic
import RulebookEvidence
import RulebookModel
import RulebookSyntax

/// Of the rows on one 事项 the one that counts, in each group of rows that compete: in the year, or in each period of
/// 按月考核, which is scored as if there were no other.
struct MatterChoice {
  /// For each group the rows that do not count, each with the one that counts in its stead.
  private(set) var outdone: [[Int: Int]] = []
  /// For each group and evidence the periods in which it may still lose rows to others that are not reported yet.
  private var mayLose: [[Int: [Bool]]] = []
  private let rulebook: Rulebook
  private let table: EvidenceTable

  /// Rows that compete: same unit, same period, same matter, same way of moving the score.
  private struct Key: Hashable {
    let unit: Int32
    let period: Int
    let matter: Int
    let deducts: Bool
  }

  /// A row, and what it would be worth alone.
  private struct Candidate {
    let row: Int
    let worth: Rational
  }

  /// The choice among the rows of `index`.
  init(_ rulebook: Rulebook, _ table: EvidenceTable, _ index: RowIndex) {
    (self.rulebook, self.table) = (rulebook, table)
    for group in rulebook.matterGroups {
      outdone.append(outdone(in: group, index))
      mayLose.append(openPeriods(of: group))
    }
  }

  /// Whether a row counts.
  func counts(_ row: Int, in group: Int) -> Bool { outdone[group][row] == nil }

  /// Whether a row that counts may yet be outdone by one that somebody else has still to report.
  func isCertain(_ row: Int, of evidence: Int, in group: Int) -> Bool {
    table.matter(ofRow: row) == nil || !(mayLose[group][evidence]?[period(ofRow: row, of: evidence)] ?? false)
  }

  /// In which periods the rows of evidence compete.
  private func axis(of evidence: Int) -> Period {
    rulebook.evidence[evidence].periodicItem.map { rulebook.axis(ofItem: $0) } ?? .year
  }

  private func period(ofRow row: Int, of evidence: Int) -> Int {
    let axis = axis(of: evidence)
    return axis == .year ? 0 : axis.index(ofMonth: Int(table.months[row]))
  }

  private func outdone(in group: MatterGroup, _ index: RowIndex) -> [Int: Int] {
    var best: [Key: Candidate] = [:]
    var lost: [(row: Int, key: Key)] = []
    for (row, key, worth) in candidates(of: group, index) {
      guard let known = best[key] else {
        best[key] = Candidate(row: row, worth: worth)
        continue
      }
      if known.row == row { continue }
      if worth > known.worth {
        lost.append((known.row, key))
        best[key] = Candidate(row: row, worth: worth)
      } else {
        lost.append((row, key))
      }
    }
    var outdone: [Int: Int] = [:]
    for (row, key) in lost { outdone[row] = best[key]?.row }
    return outdone
  }

  /// The rows that name a matter, in the order of the document and then of the table.
  private func candidates(
    of group: MatterGroup, _ index: RowIndex
  ) -> [(row: Int, key: Key, worth: Rational)] {
    group.members.flatMap { member in
      index.rows(of: member.evidence).compactMap { entry in
        let row = Int(entry)
        guard let matter = table.matter(ofRow: row) else { return nil }
        let unit = table.units[row]
        let worth = member.worth(
          of: table.quantity(ofRow: row), level: table.level(ofRow: row),
          answers: table.register.answers[Int(unit)])
        let key = Key(
          unit: unit, period: period(ofRow: row, of: member.evidence), matter: matter,
          deducts: member.deducts)
        return (row, key, worth)
      }
    }
  }

  /// For each evidence the periods in which it competes with other evidence of which somebody has still to report.
  private func openPeriods(of group: MatterGroup) -> [Int: [Bool]] {
    let reports = PeriodReports(rulebook: rulebook, table: table)
    var open: [Int: [Bool]] = [:]
    for member in group.members {
      let axis = axis(of: member.evidence)
      let rivals = group.members.filter { $0.evidence != member.evidence && $0.deducts == member.deducts }
      let complete = rivals.map { reports.areComplete(rulebook.evidence[$0.evidence], axis: axis) }
      open[member.evidence] = (0..<axis.count).map { period in complete.contains { !$0[period] } }
    }
    return open
  }
}

extension EvidenceTable {
  /// The number of a row.
  func quantity(ofRow row: Int) -> Rational {
    let divisor = (0..<scales[row]).reduce(Int128(1)) { power, _ in power * 10 }
    return Rational(numerator: Int128(mantissas[row]), denominator: divisor) ?? 0
  }
}
