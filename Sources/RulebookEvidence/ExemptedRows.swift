import RulebookModel
import RulebookSyntax
import RulebookText

/// Finds rows of a unit in a period for which another row says that it is not assessed.
struct ExemptedRows {
  /// Which rows can stay.
  private(set) var isKept: [Bool]
  /// What was found, in the order of the table.
  private(set) var diagnostics: [Diagnostic] = []

  private struct Key: Hashable {
    var unit: Int
    var item: Int
    var period: Int
  }

  /// Looks through `table`.
  init(_ table: EvidenceTable, _ rulebook: Rulebook) {
    isKept = Array(repeating: true, count: table.rowCount)
    func key(_ unit: Int, _ evidence: Int, _ month: Int) -> Key? {
      guard month > 0, let item = rulebook.evidence[evidence].periodicItem else { return nil }
      return Key(unit: unit, item: item, period: rulebook.axis(ofItem: item).index(ofMonth: month))
    }
    var first: [Key: Exemption] = [:]
    for exemption in table.exemptions {
      guard let key = key(exemption.unit, exemption.evidence, exemption.month) else { continue }
      if first[key] == nil { first[key] = exemption }
    }
    for row in 0..<table.rowCount {
      guard let key = key(Int(table.units[row]), Int(table.evidence[row]), Int(table.months[row])),
        let exemption = first[key]
      else { continue }
      let period = rulebook.axis(ofItem: key.item)
      diagnostics.append(
        .quantityOfExempted(
          unit: table.register.units[key.unit], path: rulebook.items[key.item].path,
          period: period.name(of: key.period), at: table.label(ofRow: row, .quantity),
          first: table.label(of: exemption)))
      isKept[row] = false
    }
  }
}
