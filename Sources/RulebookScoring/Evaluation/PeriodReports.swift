import RulebookEvidence
import RulebookModel
import RulebookSyntax

/// Whether offices have reported, in the year or in each period of 按月考核.
struct PeriodReports {
  let rulebook: Rulebook
  let table: EvidenceTable

  /// Whether every office that assesses the evidence has reported, in each period where it is reported by periods.
  func areComplete(_ evidence: Evidence) -> Bool {
    areComplete(evidence, axis: .year).allSatisfy(\.self)
  }

  /// For each period of `axis` whether every office that assesses the evidence has reported.
  func areComplete(_ evidence: Evidence, axis: Period) -> [Bool] {
    let hasReported = evidence.assessors.allSatisfy { table.hasReported[$0] }
    guard hasReported, let item = evidence.periodicItem, let months = table.reportedMonths else {
      return Array(repeating: hasReported, count: axis.count)
    }
    let length = rulebook.axis(ofItem: item)
    let complete = (0..<length.count).map { period in
      evidence.assessors.allSatisfy { office in
        months.contains {
          $0.office == office && $0.item == item && length.index(ofMonth: $0.month) == period
        }
      }
    }
    guard axis != .year else { return [complete.allSatisfy(\.self)] }
    return (0..<axis.count).map { complete[length.index(ofMonth: axis.firstMonth(of: $0))] }
  }
}
