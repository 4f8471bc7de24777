public import ExactArithmetic
public import RulebookText

/// What a year comes to besides points, as a list of phrases: when, and what then.
public struct OutcomeSyntax: Sendable {
  /// The phrases, in order; a phrase without conditions has those of the phrase before it.
  public var phrases: [OutcomePhraseSyntax]
  /// Whether it is a sentence that goes on with the one before it.
  public var isContinuation: Bool
  /// Where it stands.
  public var range: TextRange
}

/// One phrase: 90分以上为优秀.
public struct OutcomePhraseSyntax: Sendable {
  /// What must hold, all of it; none where the evidence itself is enough.
  public var conditions: [ConditionSyntax]
  /// 前6名, 前20%: how many there are at the most.
  public var quota: QuotaSyntax?
  /// What then.
  public var effect: OutcomeEffectSyntax
  /// Where it stands.
  public var range: TextRange
}

/// What a phrase makes of the year.
public enum OutcomeEffectSyntax: Sendable, Hashable {
  /// 定为G: the year has this grade.
  case grade(NameSyntax)
  /// 不得评为G: these grades, and better ones, are out of reach.
  case bar([NameSyntax])
  /// 列末位
  case last
  /// 总分得N分
  case total(Rational)
  /// 晋升一个等次, 降低一个等次
  case move(OutcomeMove)
  /// 优秀不超过20%: no more than the quota have this grade; those behind have the next one.
  case limit(NameSyntax)
}

/// How many units may have a grade: places in the order of their totals, or a share of all.
public struct QuotaSyntax: Sendable, Hashable {
  /// 县市区前6名: the units of one group; `nil` where each group, or all units together, has so many.
  public var group: NameSyntax?
  /// How many.
  public var extent: Extent
  /// Where it stands.
  public var range: TextRange

  /// The ways of saying how many.
  public enum Extent: Sendable, Hashable {
    /// 前6名, 4-10名, 倒数3名: places.
    case places(PlacesSyntax)
    /// 前20%, 后5%: a share of the units, in percent.
    case share(Rational, fromBottom: Bool)
  }
}

/// How a share of the units becomes a whole number of them; the word that says so in a bracket.
public enum QuotaRounding: String, Sendable, Hashable, CaseIterable {
  /// 名额四舍五入
  case nearest = "名额四舍五入"
  /// 名额舍去尾数
  case down = "名额舍去尾数"
  /// 名额进一
  case up = "名额进一"
}

/// 任务量从高到低: what decides between units whose totals tie.
public struct TieSyntax: Sendable, Hashable {
  /// The evidence, or the item.
  public var name: NameSyntax
  /// 从低到高: the lower value comes first.
  public var lowestFirst: Bool
}

/// A step from one grade to the next.
public enum OutcomeMove: Sendable, Hashable {
  /// To the next better one.
  case up
  /// To the next worse one.
  case down
}

/// 【总得分】 or 【总得分：90分以上为优秀】: what the total of a unit comes to.
public struct TotalSyntax: Sendable {
  /// How the bracket is written.
  static let form = "【总得分】，后面写“90分以上为优秀”；或【总得分：90分以上为优秀，前3名为先进，名额四舍五入，分组单位类型，从合格中】里的几样"

  /// What is said of it in the bracket.
  public var parts: [EvidencePart]

  /// What the bracket itself makes of the total.
  public var outcomes: [OutcomeSyntax] {
    parts.compactMap { if case .outcome(let outcome) = $0.content { outcome } else { nil } }
  }
}

extension Annotation {
  /// What is said of the total, where the bracket names it: 【总得分】 alone, or with what it comes to.
  public var total: TotalSyntax? {
    switch content {
    case .total(let total): total
    case .score(.total): TotalSyntax(parts: [])
    case .evidence, .score, .directive, .formula, .broken: nil
    }
  }
}
