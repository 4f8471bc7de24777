public import ExactArithmetic
public import RulebookSyntax
public import RulebookText

/// What a year comes to besides points: grades, what decides them, and what rules them out.
public struct OutcomeScheme: Sendable {
  /// 等次: the grades, best first; empty where the rulebook has none.
  public var grades: [String] = []
  /// The rules, in the order of the text.
  public var rules: [OutcomeRule] = []
  /// 并列: what decides between units whose totals tie, the first that does.
  public var ties: [TieBreak] = []

  /// A scheme without anything in it.
  public init() {}

  /// Whether there is nothing to tell besides points.
  public var isEmpty: Bool { rules.isEmpty }
}

/// One rule: when something holds of a unit, its year comes to something.
public struct OutcomeRule: Sendable {
  /// The item in whose text it stands.
  public var home: Int
  /// The units it is for.
  public var applicability: Applicability
  /// When.
  public var condition: Condition
  /// What then.
  public var effect: Effect
  /// The official sentence, without brackets.
  public var sentence: String
  /// Where it stands.
  public var place: TextRange
  /// The rule in canonical words: 90分以上定为优秀.
  public var canonical: String

  /// When a rule holds.
  public enum Condition: Sendable, Hashable {
    /// The published total lies where the curve is 1, not where it is 0.
    case total(Curve)
    /// One of these holds.
    case reported([Trigger])
    /// The unit is among so many of those that may be picked.
    case quota(Quota)
  }

  /// Some of the units, by the order of their totals.
  public struct Quota: Sendable, Hashable {
    /// How many.
    public var extent: Extent
    /// Counted from the last one.
    public var fromBottom: Bool
    /// The units they are picked from: those of one group, or all.
    public var applicability: Applicability
    /// The attribute within whose answers units are counted; `nil` where all are one.
    public var group: Int?
    /// 1 where the published total is high enough; `nil` where nothing is asked of it.
    public var total: Curve?
    /// 从达标中: only units that so far have this grade.
    public var candidates: Int?

    /// The ways of saying how many.
    public enum Extent: Sendable, Hashable {
      /// The first to the last place; an open end is the last unit.
      case places(Int, Int?)
      /// A share of all units of the group, in percent, and how it becomes a whole number.
      case share(Rational, QuotaRounding)
    }
  }

  /// Something reported that lets a rule hold.
  public struct Trigger: Sendable, Hashable {
    /// What is looked at.
    public var value: Value
    /// For how long each time; it holds of the year where it holds of one of them.
    public var period: Period
    /// 1 where it holds, else 0.
    public var curve: Curve

    /// A value and where on it a rule holds.
    public init(_ value: Value, period: Period, curve: Curve) {
      self.value = value
      self.period = period
      self.curve = curve
    }
  }

  /// What a rule makes of a year.
  public enum Effect: Sendable, Hashable {
    /// 定为G; an index into `OutcomeScheme.grades`.
    case grade(Int)
    /// 不得评为G: this grade and all better ones are out of reach.
    case bar(Int)
    /// 列末位
    case last
    /// 总分得N分
    case total(Rational)
    /// 晋升, 降低一个等次
    case move(OutcomeMove)
    /// 优秀不超过20%: what is left of those with this grade has the next one.
    case limit(Int)
  }
}

/// What decides between units whose totals tie.
public struct TieBreak: Sendable, Hashable {
  /// What is compared.
  public var basis: Basis
  /// Whether the lower one comes first.
  public var lowestFirst: Bool

  /// The ways of comparing units.
  public enum Basis: Sendable, Hashable {
    /// What was reported of an evidence; an index into `Rulebook.evidence`.
    case evidence(Int)
    /// The score of an item; an index into `Rulebook.items`.
    case item(Int)
  }
}

extension OutcomeRule {
  /// Whether it looks at the total rather than at evidence.
  public var looksAtTotal: Bool { if case .reported = condition { false } else { true } }

  /// The quota, where it is one.
  public var quota: Quota? { if case .quota(let quota) = condition { quota } else { nil } }

  /// What it looks at of what was reported.
  public var values: [Value] {
    switch condition {
    case .total, .quota: []
    case .reported(let triggers): triggers.map(\.value)
    }
  }

  /// The evidence it looks at, in order.
  public var evidence: [Int] {
    values.flatMap(\.readEvidence).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension OutcomeScheme {
  /// What a rule makes of a year, in words: 等次为合格, 列末位, 不得评为优秀.
  public func words(for effect: OutcomeRule.Effect) -> String {
    switch effect {
    case .grade(let grade): "等次为\(grades[grade])"
    case .bar(let grade): "不得评为\(grades[grade])"
    case .last: "列末位"
    case .total(let points): "总分得\(points.shown)分"
    case .move(.up): "晋升一个等次"
    case .move(.down): "降低一个等次"
    case .limit(let grade): "\(grades[grade])超过名额，退到下一等"
    }
  }
}
