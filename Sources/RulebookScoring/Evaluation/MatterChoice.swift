import ExactArithmetic
import RulebookEvidence
import RulebookModel

/// Of the rows on one 事项 the one that counts, in each group of rows that compete.
struct MatterChoice {
  /// For each group the rows that do not count, each with the one that counts in its stead.
  private(set) var outdone: [[Int: Int]] = []
  /// For each group whether evidence with that index may still lose rows to others that are not reported yet.
  private var mayLose: [Set<Int>] = []

  /// Rows that compete: same unit, same matter, same way of moving the score.
  private struct Key: Hashable {
    let unit: Int32
    let matter: Int32
    let deducts: Bool
  }

  /// A row, and what it would be worth alone.
  private struct Candidate {
    let row: Int
    let worth: Rational
  }

  /// The choice among the rows of `index`.
  init(_ rulebook: Rulebook, _ table: EvidenceTable, _ index: RowIndex) {
    for group in rulebook.matterGroups {
      outdone.append(Self.outdone(in: group, table, index))
      mayLose.append(Self.losers(in: group, rulebook, table))
    }
  }

  /// Whether a row counts.
  func counts(_ row: Int, in group: Int) -> Bool { outdone[group][row] == nil }

  /// Whether a row that counts may yet be outdone by one that somebody else has still to report.
  func isCertain(_ row: Int, of evidence: Int, in group: Int, _ table: EvidenceTable) -> Bool {
    table.matters[row] < 0 || !mayLose[group].contains(evidence)
  }

  private static func outdone(
    in group: MatterGroup, _ table: EvidenceTable, _ index: RowIndex
  ) -> [Int: Int] {
    var best: [Key: Candidate] = [:]
    var lost: [(row: Int, key: Key)] = []
    for (row, key, worth) in candidates(of: group, table, index) {
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
  private static func candidates(
    of group: MatterGroup, _ table: EvidenceTable, _ index: RowIndex
  ) -> [(row: Int, key: Key, worth: Rational)] {
    group.members.flatMap { member in
      index.rows(of: member.evidence).compactMap { entry in
        let row = Int(entry)
        guard table.matters[row] >= 0 else { return nil }
        let unit = table.units[row]
        let level = table.levels[row] == 0 ? nil : Int(table.levels[row]) - 1
        let worth = member.worth(
          of: table.quantity(ofRow: row), level: level, answers: table.register.answers[Int(unit)])
        return (row, Key(unit: unit, matter: table.matters[row], deducts: member.deducts), worth)
      }
    }
  }

  /// Evidence that competes with other evidence of which somebody has still to report.
  private static func losers(in group: MatterGroup, _ rulebook: Rulebook, _ table: EvidenceTable) -> Set<Int>
  {
    func isOpen(_ member: MatterGroup.Member) -> Bool {
      !rulebook.evidence[member.evidence].assessors.allSatisfy { table.hasReported[$0] }
    }
    return Set(
      group.members.filter { member in
        group.members.contains {
          $0.evidence != member.evidence && $0.deducts == member.deducts && isOpen($0)
        }
      }.map(\.evidence))
  }
}

extension EvidenceTable {
  /// The number of a row.
  func quantity(ofRow row: Int) -> Rational {
    let divisor = (0..<scales[row]).reduce(Int128(1)) { power, _ in power * 10 }
    return Rational(numerator: Int128(mantissas[row]), denominator: divisor) ?? 0
  }
}
