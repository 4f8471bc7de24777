/// A row that names what documents it, its day, or has no date but a 说明: together with unit and evidence that tells
/// incidents apart.
struct Incident: Sendable {
  /// Index of the row.
  var row: Int
  /// The day of the month; 0 where the row has no date.
  var day: UInt8
  /// The words of 材料 in the row's file, outer spaces left out; empty where there are none.
  var material: Range<Int>
  /// The words of 说明, likewise.
  var reason: Range<Int>

  /// The same incident where `count` rows stand before those of its ledger.
  func behind(_ count: Int) -> Incident {
    Incident(row: count + row, day: day, material: material, reason: reason)
  }
}

extension LedgerRows {
  /// Notes what tells the row that is about to be added from others.
  mutating func noteIncident(month: UInt8, day: UInt8, material: Range<Int>, reason: Range<Int>) {
    guard !material.isEmpty || day > 0 || month == 0 && !reason.isEmpty else { return }
    incidents.append(Incident(row: count, day: day, material: material, reason: reason))
  }
}
