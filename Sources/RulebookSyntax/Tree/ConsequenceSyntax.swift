public import ExactArithmetic
public import RulebookText

/// What evidence is worth, as a list of phrases: when, per what, what, how far.
public struct ConsequenceSyntax: Sendable {
  /// 不少于2次, read before the first phrase: what is asked for.
  public var requirement: RequirementSyntax?
  /// The phrases, in order.
  public var phrases: [PhraseSyntax]
  /// Limits that stand as a sentence of their own.
  public var limits: [LimitSyntax]
  /// Whether it is a sentence that continues the clause before it.
  public var isContinuation: Bool
  /// Where it stands.
  public var range: TextRange
}

/// One phrase.
public struct PhraseSyntax: Sendable {
  /// 比上年: the figure it says it compares with, where it says so.
  public var comparedWith: ReferenceMention?
  /// When it holds.
  public var condition: ConditionSyntax?
  /// What it counts in.
  public var per: PerSyntax?
  /// What it does.
  public var effect: EffectSyntax
  /// How far it goes.
  public var limits: [LimitSyntax]
  /// Where it stands.
  public var range: TextRange

  /// A phrase at a place.
  public init(
    comparedWith: ReferenceMention? = nil, condition: ConditionSyntax? = nil, per: PerSyntax? = nil,
    effect: EffectSyntax,
    limits: [LimitSyntax] = [],
    range: TextRange
  ) {
    self.comparedWith = comparedWith
    self.condition = condition
    self.per = per
    self.effect = effect
    self.limits = limits
    self.range = range
  }
}

/// The words in which a phrase says what it compares with.
public struct ReferenceMention: Sendable, Hashable {
  /// The figure.
  public var word: ReferenceWord
  /// Where the words stand.
  public var range: TextRange
}

/// 每…: what a phrase counts in.
public struct PerSyntax: Sendable, Hashable {
  /// Which way it measures.
  public var direction: Direction
  /// Q: how much is one step.
  public var step: Rational
  /// The measure word; 分 for 每扣Q分.
  public var unit: String
  /// Where it stands.
  public var range: TextRange

  /// A step at a place.
  public init(direction: Direction, step: Rational, unit: String, range: TextRange) {
    self.direction = direction
    self.step = step
    self.unit = unit
    self.range = range
  }

  /// The ways of measuring.
  public enum Direction: Sendable, Hashable {
    /// The value itself.
    case plain
    /// 少: short of the requirement, or missing.
    case short
    /// 超: beyond the requirement.
    case beyond
    /// 差: away from the requirement, on the side that is not good.
    case away
    /// 每增减, 每高于或低于: beyond adds, short takes away.
    case both
    /// 每进1名: places behind the last one listed.
    case place

    /// Whether it measures towards one side of what is asked.
    package var isOneSided: Bool { self == .short || self == .beyond || self == .away }
  }

  /// The step as a quantity.
  public var quantity: Quantity { Quantity(value: step, unit: unit, range: range) }
}

/// 得 fills the item's points, 加 goes on top of them, 扣 takes away.
public enum ScoringVerb: String, Sendable, Hashable, CaseIterable {
  /// 得 计 记 赋予
  case earn = "得"
  /// 加 另加 再加 增 增记 奖
  case add = "加"
  /// 扣 减 扣减 倒扣
  case deduct = "扣"
}

/// How an effect is shared among several evidences.
public enum Distribution: Sendable, Hashable {
  /// Nothing said.
  case plain
  /// 各, 分别 with one figure: each on its own.
  case each
  /// 任一项, 有下列情形之一的: once for any of them.
  case any
}

/// What a phrase does to the score.
public enum EffectSyntax: Sendable, Hashable {
  /// 扣N分; several figures are paired with the evidences in order.
  case points(ScoringVerb, Distribution, [Rational])
  /// 扣A—B分: an amount for each row, within these bounds.
  case range(ScoringVerb, least: Rational, greatest: Rational)
  /// 酌情扣分
  case discretion(ScoringVerb)
  /// 得满分
  case fullMark
  /// 不得分 (the clause), 此项不得分 (the item)
  case zero(wholeItem: Bool)
  /// 按完成情况得分: the full award in proportion to how much is done.
  case byCompletion
  /// 得一半分: half of what is awarded for all of it.
  case halfAward
  /// 据实扣分, 据实得分
  case asReported(ScoringVerb)
  /// 折算
  case conversion
  /// 折算扣分
  case lossConversion
  /// 占W
  case share(Rational)
  /// 得分=…
  case formula(FormulaSyntax)
}

extension EffectSyntax {
  /// The verb of its figure, where it has one.
  public var verb: ScoringVerb? {
    switch self {
    case .points(let verb, _, _), .range(let verb, _, _), .discretion(let verb), .asReported(let verb): verb
    case .formula(let formula):
      if case .points(let verb) = formula.target { verb } else { nil }
    case .fullMark, .zero, .byCompletion, .halfAward, .conversion, .lossConversion, .share: nil
    }
  }
}

/// How far an effect goes.
public struct LimitSyntax: Sendable, Hashable {
  /// What is limited.
  public var kind: Kind
  /// Whether it bounds the item (本项, 合计, 累计, or a sentence of its own) rather than the clause.
  public var boundsItem: Bool
  /// Where it stands.
  public var range: TextRange

  /// The limits the language knows.
  public enum Kind: Sendable, Hashable {
    /// 最多扣M分, 最多加M分, 最多得M分; 封顶M分 speaks of whatever the clause does.
    case atMost(ScoringVerb?, Rational)
    /// 最多加减M分: what is added and what is taken away, each.
    case atMostEither(Rational)
    /// 依次类推: the figures go on with the same differences.
    case series
    /// 扣完为止
    case untilExhausted
    /// 扣完M分为止
    case untilTaken(Rational)
    /// 不封顶; 扣分不封顶 and 加分不封顶 say of what.
    case unlimited(ScoringVerb?)
  }
}
