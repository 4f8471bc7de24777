public import ExactArithmetic
public import RulebookModel

/// Why an item has the score it has for one unit: its clauses, its children and the bounds, which add up to it.
public struct ItemReason: Sendable {
  /// Index of the item.
  public var item: Int
  /// The period of 按月考核 that it is about, counted from 0; `nil` where it is about the year.
  public var period: Int?
  /// Its score.
  public var score: ItemScore
  /// How the score came about.
  public var source: Source
  /// P: its full mark for this unit.
  public var fullMark: Rational
  /// Where its own clauses start from.
  public var start: Rational
  /// Its clauses that apply to the unit, in order.
  public var clauses: [ClauseReason]
  /// Its children with a score, in order, and the share of it that each brings.
  public var children: [(item: Int, score: ItemScore, weight: Rational)]
  /// Start, clauses and children together, before the item's bounds.
  public var asked: Score
  /// The bounds for this unit; `nil` where there is none.
  public var low: Rational?
  /// See `low`.
  public var high: Rational?
  /// Decimals the item is rounded to after its bounds, where the rulebook rounds every item.
  public var places: Int?

  /// The ways in which an item gets its score.
  public enum Source: Sendable, Hashable {
    /// From its clauses and children.
    case own
    /// From the scores of its periods, one entry for each.
    case periods([PeriodScore])
    /// The item does not apply: the mean over the units it applies to, indices into the register.
    case mean(of: [Int])
    /// The item does not apply: what 其余 grants.
    case granted
    /// The item does not apply: nothing; its points went to those items, the same to each.
    case movedTo([Int])
    /// The item does not apply, and nothing takes its place.
    case notApplicable
    /// 总分得N分: a rule makes the total another one; its index in `OutcomeScheme.rules`.
    case settled(rule: Int)
    /// A clause makes the item 0 (此项不得分); its index in `Rulebook.clauses`.
    case zeroed(clause: Int)
  }
}

/// What one period of an item of 按月考核 came to for one unit.
public struct PeriodScore: Sendable, Hashable {
  /// The period, counted from 0.
  public var index: Int
  /// Its score.
  public var score: Score
  /// Whether it counts for the unit.
  public var counts: Bool
}

/// What one clause came to for one unit.
public struct ClauseReason: Sendable {
  /// Index of the clause, into `Rulebook.clauses`.
  public var clause: Int
  /// Its terms, in order.
  public var terms: [TermReason]
  /// The terms together, before the limit of the clause.
  public var asked: Score
  /// What counted after it.
  public var counted: Score
}

/// What one term of a clause came to.
public struct TermReason: Sendable {
  /// Index of the term in the clause.
  public var term: Int
  /// One entry for each period, one for the whole year where the term has none.
  public var periods: [PeriodReason]
  /// The worths of the periods together, scaled and bounded: points.
  public var worth: Score
  /// What the curve's worth was multiplied by: 1, the full mark or the cap.
  public var scale: Rational
  /// The rows of evidence it came from, in the order of the table.
  public var rows: [Int]
  /// Those of them that do not count, each with the row that counts for the same 事项.
  public var outdone: [Int: Int]
  /// How much the rows that count have at each level; empty where levels change nothing.
  public var levels: [Rational]
  /// What 核减 takes off over the year.
  public var lowering: Rational
  /// How many times it counts (倍数).
  public var factor: Rational
  /// Whether something makes nothing of it (免扣); not known while that is missing.
  public var isWaived: Bool?
  /// The group of units within which the unit is compared, as it is called; `nil` where it is all of them.
  public var group: String?
  /// The formulas it came from, each behind those it is made of; that of the term itself comes last.
  public var formulas: [FormulaReason]
}

/// What a formula came to.
public struct FormulaReason: Sendable {
  /// The evidence that it works out, an index into `Rulebook.evidence`; `nil` where it is that of the term.
  public var evidence: Int?
  /// What it computes with, as it was reported, in the order in which it stands.
  public var operands: [Score]
  /// What it comes to, in percent where the evidence is.
  public var result: Score
  /// What an exception beside it is judged by; `nil` where there is none.
  public var judged: Score?
  /// Whether the exception holds, so that the formula does not count; `nil` where that is not known.
  public var isExcepted: Bool?
}

/// The value of a term in one period.
public struct PeriodReason: Sendable {
  /// The period, counted from 0.
  public var index: Int
  /// The value; unbounded above where a count may still grow.
  public var value: Score
  /// What the curve makes of it, before scaling.
  public var worth: Score
  /// How the value came about.
  public var source: ValueReason
}

/// How a value came about.
public struct ValueReason: Sendable {
  /// What is computed.
  public var value: Value
  /// What it comes to.
  public var score: Score
  /// What it is computed from, in order.
  public var parts: [ValueReason]
}
