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
  static let form = "【总得分】，后面写“90分以上为优秀”；或【总得分：90分以上为优秀，其他为合格】"

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
