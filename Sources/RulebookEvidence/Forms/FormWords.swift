import RulebookText

/// What stands in an empty form where somebody is to fill something in, or is told how.
enum FormWords {
  /// Stands in 单位 until somebody writes a unit there.
  static let unit = "（填单位）"
  /// The columns that explain a row: where the rule stands, how to fill the row in, what the document says.
  static let explanations = ["条款", "填法", "原文"]

  private static let foldedUnit = FoldedName(unit)

  /// Whether a cell still holds what the form put there.
  static func isUnit(_ words: String) -> Bool { FoldedName(words) == foldedUnit }
}
