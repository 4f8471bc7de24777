import ExactArithmetic
import RulebookSyntax

/// 95%以上的记12分，每少1个百分点扣1分: the figure of the award is what is asked, and what falls short is counted from it.
extension CurveLowering {
  /// The same with the figure of its only award as what is asked, where nothing else asks for a number; `nil` where it
  /// cannot be told from which figure is counted, which is reported.
  func anchored(_ this: inout Draft) -> CurveLowering? {
    guard asksForNothingElse(this), let interval = form.onlyAsked, let condition = form.awards[0].condition
    else {
      return self
    }
    let towards: PerSyntax.Direction = interval.lower == nil ? .beyond : .short
    let open = form.slopes.filter { $0.condition == nil && $0.per.direction != .plain }
    guard open.contains(where: { $0.per.direction == towards && $0.verb == .deduct }) else { return self }
    if let other = open.first(where: { $0.per.direction != towards }) {
      return unsupported(&this, "“\(other.per.canonical)”不知道从“\(condition.canonical)”算起，还是从全部完成算起，分成两条")
    }
    guard let region = region(of: condition, &this) else { return nil }
    var anchored = self
    anchored.form.awards[0].condition = nil
    anchored.yardstick.requirement = region.requirement(
      unit: (interval.lower ?? interval.upper)?.quantity.unit)
    return anchored
  }

  /// Whether no bracket and no sentence states a number; a task is done in full, and a target is what it is.
  private func asksForNothingElse(_ this: Draft) -> Bool {
    switch yardstick.scale {
    case .plain: this.requirement(of: use) == nil && draft.requirement == nil
    case .share: requirement?.value == 100
    case .distance: false
    }
  }
}

extension CurveForm {
  /// The condition of its only award, where that is a figure on one side (95%以上) and nothing is said of the rest.
  fileprivate var onlyAsked: IntervalSyntax? {
    guard awards.count == 1, otherwise == nil, proportion == nil, series == nil,
      case .within(let interval)? = awards[0].condition, (interval.lower == nil) != (interval.upper == nil),
      (interval.lower ?? interval.upper)?.reference != .beyondRequirement
    else { return nil }
    return interval
  }
}

extension Region {
  /// What asks for the values of a region with one end.
  fileprivate func requirement(unit: String?) -> Requirement? {
    if let lower {
      return Requirement(direction: includesLower ? .atLeast : .above, value: lower, unit: unit)
    }
    return upper.map { Requirement(direction: includesUpper ? .atMost : .below, value: $0, unit: unit) }
  }
}
