import ExactArithmetic
public import RulebookModel

/// What a unit's year comes to besides points, as far as it is known.
public struct UnitOutcome: Sendable, Hashable {
  /// The grades it may have, best first; more than one where something is missing. `nil` stands for none: no rule gives
  /// it one.
  public var grades: [Int?]
  /// The grades out of reach: this one and all better ones; `nil` where none is.
  public var bar: Int?
  /// Whether it comes last.
  public var isLast: Certainty
  /// The places it may have in its group, from 1.
  public var places: ClosedRange<Int>
  /// What the rules that hold make of it.
  var effects: Set<OutcomeRule.Effect>
  /// The rules that hold or may hold, in the order of the text.
  public var reasons: [OutcomeReason]

  /// Whether it surely comes to this.
  public func has(_ effect: OutcomeRule.Effect) -> Bool {
    switch effect {
    case .grade(let grade): grades == [grade]
    case .bar(let grade): bar == grade
    case .last: isLast == .certain
    case .total, .move: effects.contains(effect)
    }
  }

  /// The grade, if it is known; an inner `nil` where no rule gives one.
  public var grade: Int?? { grades.count == 1 ? grades[0] : nil }
}

/// Why a year comes to something.
public struct OutcomeReason: Sendable, Hashable {
  /// Index of the rule, into `OutcomeScheme.rules`.
  public var rule: Int
  /// Whether it holds.
  public var certainty: Certainty
  /// The rows of evidence behind it, in the order of the table.
  public var rows: [Int]
}

/// Whether something holds, as far as the evidence says.
public enum Certainty: String, Sendable, Hashable, Comparable, CaseIterable {
  /// It does not.
  case no
  /// It may, once what is missing has been reported.
  case possible
  /// It does.
  case certain

  /// From 不 to 是.
  public static func < (left: Certainty, right: Certainty) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .no: 0
    case .possible: 1
    case .certain: 2
    }
  }

  /// What a score of 1 or 0 says.
  init(_ score: Score) {
    if let low = score.low, low.signum > 0 {
      self = .certain
    } else if let high = score.high, high.signum <= 0 {
      self = .no
    } else {
      self = .possible
    }
  }
}
