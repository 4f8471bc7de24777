import ExactArithmetic
import RulebookSyntax
import RulebookText

/// The values for which conditions hold.
extension CurveLowering {
  /// The values for which a condition holds; none means that what is asked is reached.
  func region(of condition: ConditionSyntax?, _ this: inout Draft) -> Region? {
    switch condition {
    case nil, .reached:
      guard isKnown else { return missingRequirement("达到", &this) }
      return reached
    case .otherwise, .notReached:
      guard isKnown else { return missingRequirement("未达到", &this) }
      return missed ?? .upTo(0)
    case .beyond:
      guard let requirement else { return missingRequirement("超额完成", &this) }
      return requirement.wantsMore
        ? .from(requirement.value, included: false) : .upTo(requirement.value, included: false)
    case .within(let interval):
      if yardstick.scale == .distance, !interval.isBeyondRequirement {
        return unsupported(&this, "要求是\(yardstick.words)时，只能写比它多多少、少多少")
      }
      return region(of: interval, &this)
    case .occurrences(let events): return .from(Rational(events.first))
    case .places(let places):
      // Up to the next place, so that a place that is not known yet lies in one of them.
      return Region(
        lower: Rational(places.first), upper: places.last.map { Rational($0 + 1) }, includesUpper: false)
    case .levels(let words): return words.first.flatMap { level($0, &this) }
    case .allReached: return unsupported(&this, "“均达到”不能和分段的得分写在一起")
    }
  }

  /// The number of a word of the list, up to that of the next one, so that a word that is not known yet is one of them.
  private func level(_ word: String, _ this: inout Draft) -> Region? {
    guard let index = evidence.evidence.levels.firstIndex(of: word) else {
      this.report(
        .unknownLevel(
          word, evidence: evidence.evidence.name, known: evidence.evidence.levels, at: this.label(draft.place)
        ))
      return nil
    }
    return Region(lower: Rational(index + 1), upper: Rational(index + 2), includesUpper: false)
  }

  /// `worth` where a condition holds, else 0; 否则 and 其余 hold where nothing else that is stated does.
  func curve(of condition: ConditionSyntax, worth: Rational, _ this: inout Draft) -> Curve? {
    guard condition == .otherwise || condition == .notReached && requirement == nil else {
      return region(of: condition, &this)?.curve(worth)
    }
    let stated =
      (form.awards.map(\.condition) + form.figures.map(\.condition) + form.slopes.compactMap(\.condition))
      .filter { !($0?.isRest ?? false) }
    var layers: [Curve.Layer] = []
    for other in stated.isEmpty ? [nil] : stated {
      guard let region = region(of: other, &this) else { return nil }
      layers.append(Curve.Layer(region, 0))
    }
    return .stacked(layers, over: .constant(worth))
  }

  /// Whether it is known when the thing asked for is done: there is a requirement, or it happens or does not.
  private var isKnown: Bool {
    switch evidence.evidence.kind {
    case .yesNo, .count: true
    case .measurement, .percentage, .completion, .score, .amount, .money, .place, .grade: requirement != nil
    }
  }

  /// Where what is asked is reached; without a requirement, where it occurs.
  private var reached: Region {
    guard let requirement else { return .from(0, included: false) }
    switch requirement.direction {
    case .atLeast: return .from(requirement.value)
    case .above: return .from(requirement.value, included: false)
    case .atMost: return .upTo(requirement.value)
    case .below: return .upTo(requirement.value, included: false)
    }
  }

  /// Where it is not; `nil` without a requirement.
  var missed: Region? {
    guard let requirement else { return nil }
    switch requirement.direction {
    case .atLeast: return .upTo(requirement.value, included: false)
    case .above: return .upTo(requirement.value)
    case .atMost: return .from(requirement.value, included: false)
    case .below: return .from(requirement.value)
    }
  }

  private func region(of interval: IntervalSyntax, _ this: inout Draft) -> Region? {
    guard let first = interval.lower ?? interval.upper else { return .everything }
    let isBeyond = isBeyond(first)
    var region = Region.everything
    if let lower = interval.lower {
      guard let value = value(of: lower, isBeyond: isBeyond, &this) else { return nil }
      region.lower = value
      region.includesLower = lower.isIncluded && (!lower.followsBoundaries || this.head.aboveIncludes)
    }
    if let upper = interval.upper {
      guard let value = value(of: upper, isBeyond: isBeyond, &this) else { return nil }
      region.upper = value
      region.includesUpper = upper.isIncluded && (!upper.followsBoundaries || this.head.belowIncludes)
    }
    return region
  }

  /// Whether an end says how far beyond the requirement: 超额完成10%; 超过10% where 100% is asked, but not 超过130%.
  private func isBeyond(_ end: IntervalSyntax.End) -> Bool {
    switch end.reference {
    case .beyondRequirement: true
    case .beyondWhereLess: requirement.map { end.quantity.value < (isShare($0) ? $0.value : 100) } ?? false
    case .none, .requirement: false
    }
  }

  /// The value an end stands for: N % of something that is not a percentage, and 目标的N%, is N % of what is asked.
  private func value(of end: IntervalSyntax.End, isBeyond: Bool, _ this: inout Draft) -> Rational? {
    guard end.quantity.isPercentage, yardstick.scale != .distance else { return end.quantity.value }
    if yardstick.scale == .share, end.reference == .requirement { return end.quantity.value }
    guard let requirement else {
      switch end.reference {
      case .none, .beyondWhereLess: return end.quantity.value
      case .requirement, .beyondRequirement:
        return missingRequirement("目标的" + end.quantity.value.shown + "%", &this)
      }
    }
    if isShare(requirement), end.reference != .requirement {
      return end.quantity.value + (isBeyond ? requirement.value : 0)
    }
    return (requirement.value * (end.quantity.value + (isBeyond ? 100 : 0))).divided(by: 100)
  }

  // MARK: Shares

  private func isShare(_ requirement: Requirement) -> Bool {
    requirement.unit.map(MeasureWords.percentages.contains) ?? false
  }
}

extension IntervalSyntax {
  /// 超额3个以上: how far beyond what is asked.
  fileprivate var isBeyondRequirement: Bool { upper == nil && lower?.reference == .beyondRequirement }
}
