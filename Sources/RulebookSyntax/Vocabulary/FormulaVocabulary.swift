/// Scores that a bracket speaks of as a whole.
public enum ScoreWord: String, Sendable, Hashable, CaseIterable {
  /// 总得分: the score of the whole document.
  case total = "总得分"
  /// 本项得分: the score of the item.
  case item = "本项得分"
}

extension ScoreWord {
  private static let folded = allCases.map { (bytes: Array($0.rawValue.utf8), word: $0) }

  /// The score with this folded word, if it is one.
  package init?(folded word: [UInt8]) {
    guard let found = Self.folded.first(where: { $0.bytes == word }) else { return nil }
    self = found.word
  }
}

/// The words and signs of formulas. All words are written folded.
enum FormulaWordings {
  /// What stands before = where a formula gives points.
  static let targets: WordTable<ScoringVerb> = [
    "扣分": .deduct, "减分": .deduct, "加分": .add, "得分": .earn, "分值": .earn, "计分": .earn, "分数": .earn,
  ]

  /// The points of the item.
  static let itemPoints: WordList = ["本项分值", "该项分值", "此项分值", "分值"]

  /// The signs of arithmetic.
  static let operations: WordTable<FormulaSyntax.Operation> = [
    "+": .sum, "-": .difference, "−": .difference, "–": .difference, "—": .difference, "×": .product,
    "*": .product,
    "÷": .quotient, "/": .quotient,
  ]

  /// Whether a scalar computes, so that arithmetic goes on behind it; a dash may be one of the text.
  static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    ["+", "×", "÷", "*", "/", "-", "−"].contains(scalar)
  }

  /// What opens and what closes a part that is computed first.
  static let opening: [Unicode.Scalar] = ["(", "{"]
  static let closing: [Unicode.Scalar] = [")", "}"]

  /// Behind a figure they make it part of a name: 2012年完成数.
  static let figureNouns: [Unicode.Scalar] = ["年", "月", "季", "日", "级", "类", "号"]
}
