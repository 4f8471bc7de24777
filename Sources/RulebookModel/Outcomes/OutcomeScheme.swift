public import ExactArithmetic
public import RulebookSyntax
public import RulebookText

/// What a year comes to besides points: grades, what decides them, and what rules them out.
public struct OutcomeScheme: Sendable {
  /// 等次: the grades, best first; empty where the rulebook has none.
  public var grades: [String] = []
  /// The rules, in the order of the text.
  public var rules: [OutcomeRule] = []

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
  }
}

extension OutcomeRule {
  /// Whether it looks at the total rather than at evidence.
  public var looksAtTotal: Bool { if case .total = condition { true } else { false } }

  /// What it looks at of what was reported.
  public var values: [Value] {
    switch condition {
    case .total: []
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
    }
  }
}
