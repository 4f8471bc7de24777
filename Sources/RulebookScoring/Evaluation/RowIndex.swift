import RulebookEvidence
import RulebookModel

/// The rows of the evidence table by kind of evidence, for the units that are evaluated.
struct RowIndex {
  /// Row numbers, those of one evidence together, in the order of the table.
  private var rows: [Int32]
  /// Where the rows of each evidence begin; one more at the end.
  private var starts: [Int]

  /// An index of the rows of every unit, or of one.
  init(_ table: EvidenceTable, evidenceCount: Int, unit: Int?) {
    var counts = [Int](repeating: 0, count: evidenceCount + 1)
    let wanted = unit.map { Int32($0) }
    for row in 0..<table.rowCount where wanted == nil || table.units[row] == wanted {
      counts[Int(table.evidence[row]) + 1] += 1
    }
    for evidence in 0..<evidenceCount { counts[evidence + 1] += counts[evidence] }
    starts = counts
    rows = [Int32](repeating: 0, count: counts[evidenceCount])
    var next = counts
    for row in 0..<table.rowCount where wanted == nil || table.units[row] == wanted {
      let evidence = Int(table.evidence[row])
      rows[next[evidence]] = Int32(row)
      next[evidence] += 1
    }
  }

  /// The rows of one evidence.
  func rows(of evidence: Int) -> ArraySlice<Int32> { rows[starts[evidence]..<starts[evidence + 1]] }
}
