/// Text as the cell of a CSV file that spreadsheets open as it is.
package enum CSVText {
  /// Text as a cell: a `'` before what a spreadsheet would take for a formula, quotes where they are needed.
  package static func guarded(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map(formulaSigns.contains) ?? false
    return quoted(isFormula ? "'" + text : text)
  }

  /// A name as a cell: guarded also where a spreadsheet would take it for a number or a date.
  static func guardedName(_ name: String) -> String {
    name.unicodeScalars.contains(where: \.properties.isAlphabetic) ? guarded(name) : quoted("'" + name)
  }

  /// A line of cells.
  static func line(_ cells: [String]) -> String { cells.joined(separator: ",") + "\r\n" }

  private static func quoted(_ text: String) -> String {
    let special: [UInt8] = [0x22, 0x2C, 0x0D, 0x0A, 0x09]
    guard text.utf8.contains(where: special.contains) else { return text }
    let doubled = text.utf8.flatMap { $0 == 0x22 ? [$0, $0] : [$0] }
    return "\"" + String(decoding: doubled, as: UTF8.self) + "\""
  }

  /// What formulas start with, at half and full width, and the blanks that spreadsheets skip before them.
  private static let formulaSigns: [Unicode.Scalar] = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]
}
