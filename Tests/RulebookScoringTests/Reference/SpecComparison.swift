import ExactArithmetic
import RulebookSyntax

/// A sentence that compares what a unit reports with its own 目标 or 上年.
struct SpecComparison: Sendable {
  /// The column of 指标表.
  enum Figure: String, Sendable {
    case target = "目标"
    case lastYear = "上年"
  }

  /// The sentences.
  enum Shape: Sendable {
    /// 得N分，每少1个扣d分.
    case award
    /// 每少1个扣d分.
    case loss
    /// 每超1个加d分，最多加M分.
    case bonus(most: Rational)
    /// 得N分，未完成的按比例得分.
    case share
    /// 增幅，至少G%: 得N分，每低1个百分点扣d分.
    case growth(asked: Rational)
  }

  var shape: Shape
  /// 至少 rather than 至多.
  var wantsMore = true
  /// What is awarded.
  var points: Rational = 0
  var perStep: Rational = 0
  var step: Rational = 1
  var rule = StepRule.proportional

  var verb: ScoringVerb {
    switch shape {
    case .award, .share, .growth: .earn
    case .loss: .deduct
    case .bonus: .add
    }
  }
}

/// What 指标表 says of one figure for one unit.
enum SpecFigure: Sendable {
  case set(Rational)
  case missing
  /// `/`
  case notApplicable

  var value: Rational? { if case .set(let value) = self { value } else { nil } }
  var isNotApplicable: Bool { if case .notApplicable = self { true } else { false } }
}
