import RulebookEvidence
import RulebookModel
import RulebookSyntax

/// The units that are not assessed in some periods of an item of 按月考核.
struct Exemptions {
  private let rulebook: Rulebook
  private let unitCount: Int
  /// For each item of 按月考核 the periods in which units do not count, by number of unit.
  private var periods: [Int: Set<Cell>] = [:]

  private struct Cell: Hashable {
    var unit: Int
    var period: Int
  }

  /// Those of every unit, or of one, which then is the first.
  init(_ rulebook: Rulebook, _ table: EvidenceTable, unit: Int?) {
    self.rulebook = rulebook
    unitCount = unit == nil ? table.register.units.count : 1
    for exemption in table.exemptions where unit == nil || exemption.unit == unit {
      guard let item = rulebook.evidence[exemption.evidence].periodicItem else { continue }
      let period = rulebook.axis(ofItem: item).index(ofMonth: exemption.month)
      periods[item, default: []].insert(Cell(unit: unit == nil ? exemption.unit : 0, period: period))
    }
  }

  /// Whether a unit does not count in a period of an item.
  func isExempt(unit: Int, period: Int, item: Int) -> Bool {
    rulebook.items[item].periodicItem.flatMap { periods[$0] }?.contains(Cell(unit: unit, period: period))
      ?? false
  }

  /// For each unit and period of `axis` whether it counts in an item; `nil` where all of them do.
  func counted(item: Int, axis: Period) -> [Bool]? {
    guard let outer = rulebook.items[item].periodicItem, let exempt = periods[outer], axis != .year else {
      return nil
    }
    let length = rulebook.axis(ofItem: outer)
    return (0..<unitCount * axis.count).map { cell in
      let period = length.index(ofMonth: axis.firstMonth(of: cell % axis.count))
      return !exempt.contains(Cell(unit: cell / axis.count, period: period))
    }
  }

  /// The units for which no period of an item counts.
  func unitsWithoutPeriod(item: Int) -> [Int] {
    guard let exempt = rulebook.items[item].periodicItem.flatMap({ periods[$0] }) else { return [] }
    let counts = exempt.reduce(into: [Int: Int]()) { $0[$1.unit, default: 0] += 1 }
    return counts.filter { $0.value == rulebook.axis(ofItem: item).count }.map(\.key).sorted()
  }
}
