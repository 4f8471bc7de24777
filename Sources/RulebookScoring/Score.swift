public import ExactArithmetic

/// A score as far as it is known: a number, or the stretch in which it will lie once what is missing is reported.
public struct Score: Sendable, Hashable {
  /// The least it can be; `nil` where nothing bounds it.
  public var low: Rational?
  /// The greatest it can be; `nil` where nothing bounds it.
  public var high: Rational?

  /// Somewhere from `low` to `high`.
  public init(low: Rational?, high: Rational?) {
    self.low = low
    self.high = high
  }

  /// Exactly this.
  public init(_ exact: Rational) { self.init(low: exact, high: exact) }

  /// The number, if nothing is missing.
  public var exact: Rational? { low == high ? low : nil }
}

/// What became of an item for one unit.
public enum ItemState: String, Sendable, Hashable, CaseIterable {
  /// It has a score.
  case scored
  /// Something it needs has not been reported; its score is an interval.
  case missing
  /// It does not exist for the unit.
  case notApplicable
}

/// One item's score for one unit.
public struct ItemScore: Sendable, Hashable {
  /// What became of it.
  public var state: ItemState
  /// The score; 0 where it does not apply.
  public var score: Score

  /// An item's score.
  public init(state: ItemState, score: Score) {
    self.state = state
    self.score = score
  }
}
