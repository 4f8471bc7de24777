import ExactArithmetic
import RulebookSyntax
import RulebookText

/// Whether what the phrases speak of can be measured on the scale of the clause.
extension CurveLowering {
  func isMeasurable(_ this: inout Draft) -> Bool {
    guard let why = obstacle else { return true }
    return refuse(&this, why)
  }

  private var obstacle: String? {
    guard case .reported = value else { return mismatch ?? periodMismatch }
    return nil
  }

  /// Figures of 指标表 and of the units are those of the year.
  private var periodMismatch: String? {
    let period = evidence.evidence.period
    guard period != .year else { return nil }
    return "“\(period.rawValue)”核对的，不能和全年的目标、上年、平均比；删去“\(period.rawValue)”，或把要求写成数"
  }

  private var mismatch: String? {
    switch yardstick.scale {
    case .plain: nil
    case .distance: countedPlainly ?? eventsCounted
    case .share: otherUnit ?? countedPlainly ?? eventsCounted
    }
  }

  /// 每1个 without 超 or 少 counts the evidence itself, not how far it is from what is asked.
  private var countedPlainly: String? {
    let slope = form.slopes.first { $0.per.direction == .plain && $0.condition == nil }
    return slope.map { "“\($0.per.canonical)”没有说比\(yardstick.words)多还是少，写成“每超…”“每少…”" }
  }

  private var eventsCounted: String? {
    let events = form.conditions.contains { if case .occurrences = $0 { true } else { false } }
    return events ? "第几次的和\(yardstick.words)要分成两条" : nil
  }

  /// 每超1个 beside 完成90%: one counts things, the other percent.
  private var otherUnit: String? {
    let kind = evidence.evidence.kind
    let slope = form.slopes.first { slope in
      !MeasureWords.percentages.contains(slope.per.unit) || use.relation == nil && kind.isInPercent
    }
    if let slope {
      return "“\(slope.per.canonical)”数的是比\(yardstick.words)差多少，别的话说的是它的百分之几，分成两条"
    }
    let end = form.conditions.lazy.compactMap { condition -> IntervalSyntax.End? in
      guard case .within(let interval) = condition else { return nil }
      return [interval.lower, interval.upper].compactMap { $0 }.first { !$0.quantity.isPercentage }
    }.first
    return end.map {
      "“\($0.quantity.value.shown)\($0.quantity.unit ?? "")”说的是数，别的话说的是\(yardstick.words)的百分之几，分成两条"
    }
  }
}
