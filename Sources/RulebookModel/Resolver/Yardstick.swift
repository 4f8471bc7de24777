import ExactArithmetic
import RulebookSyntax

/// What a curve measures: a value, and what is asked of it on the same scale.
struct Yardstick {
  /// What the curve is applied to.
  var value: Value
  /// What is asked; `nil` where nothing is.
  var requirement: Requirement?
  /// What the value is to the evidence.
  var scale: Scale
  /// 至少目标: what is asked, as the bracket says it; empty where it is a number.
  var words = ""

  /// The scales.
  enum Scale {
    /// The value itself, or what its relation makes of it.
    case plain
    /// How far it is from a figure that no text states.
    case distance
    /// How many percent of such a figure it is.
    case share
  }
}

extension CurveForm {
  /// Whether it speaks of percent: 每低1%, 完成90%, 按比例.
  var speaksOfPercent: Bool {
    proportion != nil || slopes.contains { MeasureWords.percentages.contains($0.per.unit) }
      || intervals.contains { ($0.lower ?? $0.upper)?.quantity.isPercentage ?? false }
  }

  /// Whether it speaks of a part of what is asked: 目标的90%, 按比例.
  var speaksOfShares: Bool {
    proportion != nil || intervals.contains { ($0.lower ?? $0.upper)?.reference == .requirement }
  }

  private var intervals: [IntervalSyntax] {
    conditions.compactMap { if case .within(let interval) = $0 { interval } else { nil } }
  }

  /// The conditions it distinguishes.
  var conditions: [ConditionSyntax] {
    (awards.map(\.condition) + figures.map(\.condition) + slopes.map(\.condition)
      + [proportion?.condition]).compactMap { $0 } + zeroings
  }
}
