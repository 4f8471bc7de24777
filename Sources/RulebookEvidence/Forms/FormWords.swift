import RulebookText

/// What stands in an empty form where somebody is to fill something in, or is told how.
enum FormWords {
  /// Stands in 单位 until somebody writes a unit there.
  static let unit = "（填单位）"
  /// Stands in 数量 of a row that is there for its unit until somebody writes a number there.
  static let quantity = "（填数量）"
  /// The columns that explain a row: where the rule stands, how to fill the row in, what the document says.
  static let explanations = ["条款", "填法", "原文"]

  private static let foldedUnit = FoldedName(unit)

  private static let foldedQuantity = FoldedName(quantity)

  /// Whether a cell still holds what the form put in 数量.
  static func isQuantity(_ words: String) -> Bool { FoldedName(words) == foldedQuantity }

  /// Whether a cell still holds what the form put there.
  static func isUnit(_ words: String) -> Bool { FoldedName(words) == foldedUnit }
}
