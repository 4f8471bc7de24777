import ExactArithmetic
import RulebookSyntax
import RulebookText

/// 得: awards exclude each other, the narrowest condition that holds gives its figure.
extension CurveLowering {
  /// An award with the values for which it is given.
  fileprivate struct Band {
    var layer: Curve.Layer
    var worth: Rational
    var condition: ConditionSyntax?
    /// Whether it is the award for reaching what is asked.
    var isOpen: Bool
  }

  /// The terms of the awards; none where nothing is awarded.
  func awardTerms(_ ramps: [Ramp], _ this: inout Draft) -> [Term]? {
    guard form.hasAwards, !form.onlyLimitsSteps else { return [] }
    let isInShares = form.awards.allSatisfy { $0.points == nil || $0.points == 0 }
    let isAnchored = isAnchored(by: ramps)
    guard let bands = bands(isAnchored: isAnchored, &this),
      areDistinct(bands, &this), isClear(bands, ramps, isAnchored: isAnchored, &this),
      let curve = curve(of: bands, &this)
    else { return nil }
    var award = term(curve, scale: isInShares ? .fullMark : .points, isYearly: isAnchored)
    if form.series == .earn { award.least = 0 }
    return [award]
  }

  /// What is earned step by step, but for the values of which 不得分 speaks: 每篇得1分，不足5篇的不得分.
  func withoutNothing(_ earned: [Term], _ this: inout Draft) -> [Term] {
    let nothing = form.awards.filter { $0.points == 0 }.compactMap { region(of: $0.condition, &this) }
    guard !nothing.isEmpty else { return earned }
    return earned.map { term in
      var cut = term
      cut.curve = .stacked(nothing.map { Curve.Layer($0, 0) }, over: term.curve)
      return cut
    }
  }

  /// Whether a deduction leads away from what is asked, so that the award is also the base on that side.
  func isAnchored(by ramps: [Ramp]) -> Bool {
    form.awards.contains { $0.isOpen }
      && ramps.contains { leadsAway($0) && ($0.countsPeriods || $0.origin == requirement?.value) }
  }

  private func leadsAway(_ ramp: Ramp) -> Bool {
    guard let requirement, ramp.slope.verb == .deduct else { return false }
    return ramp.countsPeriods || !ramp.countsPlainly && ramp.isUpwards != requirement.wantsMore
  }

  private func bands(isAnchored: Bool, _ this: inout Draft) -> [Band]? {
    var bands: [Band] = []
    for award in form.awards {
      if case .occurrences(let events)? = award.condition, events.isOrdinal {
        return unsupported(&this, "“得几分”不能按第几次分，写成“几次及以上的”")
      }
      guard
        var region = award.isOpen && isAnchored ? .everything : region(of: award.condition, &this)
      else { return nil }
      // 每进一名 counts on from the last place listed.
      if let last = form.lastPlace, region.upper == last + 1 { region.upper = nil }
      let worth = award.worth
      bands.append(
        Band(
          layer: Curve.Layer(region, worth), worth: worth, condition: award.condition, isOpen: award.isOpen))
    }
    return bands
  }

  /// Whether no value has two figures.
  private func areDistinct(_ bands: [Band], _ this: inout Draft) -> Bool {
    for (index, band) in bands.enumerated() {
      for other in bands[..<index] {
        let (mine, theirs) = (band.layer.region, other.layer.region)
        guard mine == theirs || mine.crosses(theirs) else { continue }
        return refuse(&this, "\(band.words)和\(other.words)有重叠，同一个数会有两个得分")
      }
    }
    return true
  }

  /// Whether the awards go together with what else is said.
  private func isClear(_ bands: [Band], _ ramps: [Ramp], isAnchored: Bool, _ this: inout Draft) -> Bool {
    let full = form.awards.filter { $0.points == nil }
    let others = bands.filter { !$0.isOpen }
    let why: String?
    if !full.isEmpty,
      form.awards.contains(where: { $0.points.map { !$0.isZero } ?? false })
        || !(form.otherwise?.isZero ?? true)
    {
      why = "“得满分”和“得N分”写在一起时，满分也写成分数"
    } else if form.awards.contains(where: \.isOpen), !isAnchored, let ramp = ramps.first(where: leadsAway) {
      why =
        form.otherwise == nil
        ? "\(ramp.words)从\(ramp.origin.shown)算起，和要求之间的得几分没有说"
        : "没有达到的，“否则”和\(ramp.words)只能用一个"
    } else if isAnchored, form.otherwise != nil || form.proportion != nil {
      why = "没有达到的，写了“每少（超）…扣”，又写了另一种算法，不知道按哪一个"
    } else if isAnchored, evidence.evidence.period != .year, !others.isEmpty {
      why = "按期考核的，“每少…扣”和分段的得分不能写在一起"
    } else if isAnchored, let missed = missed,
      let band = others.first(where: { !$0.worth.isZero && $0.layer.region.meets(missed) })
    {
      why = "没有达到的，\(band.words)得\(band.worth.shown)分，又每少（超）几个扣几分，不知道还扣不扣"
    } else {
      why = nil
    }
    return why.map { refuse(&this, $0) } ?? true
  }

  // MARK: Curves

  private func curve(of bands: [Band], _ this: inout Draft) -> Curve? {
    if form.series == .earn { return series(of: bands, &this) }
    let layers = bands.map(\.layer)
    guard let proportion = form.proportion else {
      return .stacked(layers, over: .constant(form.otherwise ?? 0))
    }
    guard let share = share(&this) else { return nil }
    guard let condition = proportion.condition else {
      guard form.otherwise == nil else { return unsupported(&this, "没有达到的，“否则”和按比例得分只能用一个") }
      return .stacked(layers, over: share)
    }
    guard let region = region(of: condition, &this) else { return nil }
    if layers.contains(where: { $0.region == region || $0.region.crosses(region) }) {
      return unsupported(&this, "“\(condition.canonical)”又按比例得分，又得另一个数")
    }
    return .stacked(layers + [Curve.Layer(region, share)], over: .constant(form.otherwise ?? 0))
  }

  /// N·v/R up to N.
  private func share(_ this: inout Draft) -> Curve? {
    guard let requirement else { return missingRequirement("按比例", &this) }
    guard requirement.value.signum > 0, requirement.wantsMore else {
      return unsupported(&this, "按比例得分是完成的除以要求的，要求要写成“至少…”，并且大于0")
    }
    let award = form.awards.first(where: \.isOpen)
    guard award != nil || form.awards.allSatisfy({ $0.points == 0 }) else {
      return unsupported(&this, "按比例得分，要写明全部完成得几分")
    }
    let worth = award?.points ?? 1
    return Curve([
      .init(start: nil, base: 0), .init(start: 0, base: 0, perStep: worth, step: requirement.value),
      .init(start: requirement.value, base: worth),
    ])
  }

  /// 依次类推: the awards go on, down to 0; where a band says 不得分, it ends there.
  private func series(of bands: [Band], _ this: inout Draft) -> Curve? {
    guard form.proportion == nil, form.otherwise?.isZero ?? true else {
      return unsupported(&this, "“依次类推”和“否则”“按比例”只能用一个")
    }
    let steps = bands.filter { !$0.worth.isZero }.map { ($0.layer.region, $0.worth) }
    let ends = bands.filter(\.worth.isZero).map(\.layer)
    return series(steps, &this).map { .stacked(ends, over: $0) }
  }
}

// Series.
extension CurveLowering {
  /// The steps that two or more figures begin go on; between two of them the worse one holds.
  func series(_ layers: [(region: Region, worth: Rational)], _ this: inout Draft) -> Curve? {
    // From the lower ends (90%以上, 2次以上), else from the upper ones (5天以内).
    let lower = layers.compactMap { layer in layer.region.lower.map { (start: $0, worth: layer.worth) } }
    let upper = layers.compactMap { layer in layer.region.upper.map { (start: $0, worth: layer.worth) } }
    let isFromBelow = lower.count == layers.count
    let steps = isFromBelow ? lower : upper
    guard steps.count >= 2, steps.count == layers.count else {
      return unsupported(&this, "“依次类推”前面要有两个以上依次递增或递减的数")
    }
    guard layers.allSatisfy({ isFromBelow ? $0.region.includesLower : $0.region.includesUpper }) else {
      return unsupported(&this, "“依次类推”前面的数要含本数，写成“以上”“以内”")
    }
    let stride = steps[1].start - steps[0].start
    let rise = steps[1].worth - steps[0].worth
    let isRegular = zip(steps, steps.dropFirst()).allSatisfy {
      $1.start - $0.start == stride && $1.worth - $0.worth == rise
    }
    guard isRegular, !stride.isZero, !rise.isZero else {
      return unsupported(&this, "“依次类推”前面的数，间隔要一样，分值的差也要一样")
    }
    return .staircase(
      from: steps[0].start, steps[0].worth, stride: stride, rise: rise, isFromBelow: isFromBelow)
  }
}

extension CurveForm.Award {
  /// Whether it is given for what is asked.
  var isOpen: Bool { condition == nil || condition == .reached }
}

extension CurveLowering.Ramp {
  /// The values over which it counts.
  var stretch: Region { region.intersection(isUpwards ? .from(origin) : .upTo(origin)) }

  /// “每少1个百分点”
  var words: String { "“\((slope.condition?.canonical ?? "") + slope.per.canonical)”" }
}

extension CurveLowering.Band {
  /// “90%以上的”
  fileprivate var words: String { condition.map { "“\($0.canonical)”" } ?? "达到要求的" }
}

extension Curve {
  static func constant(_ worth: Rational) -> Curve { Curve([Piece(start: nil, base: worth)]) }

  /// A stair that begins with `worth` at `start` and takes a step of `rise` at every `stride`; each step holds its
  /// lower end (90%以上) or its upper one (5天以内).
  fileprivate static func staircase(
    from start: Rational, _ worth: Rational, stride: Rational, rise: Rational, isFromBelow: Bool
  ) -> Curve {
    let isDownwards = stride.signum < 0
    // Going away from the end that a step holds, a step is reached as soon as it is begun.
    let rule: StepRule = isFromBelow == isDownwards ? .begunSteps : .wholeSteps
    let stair = Piece(
      start: nil, base: worth, anchor: start, perStep: rise, step: stride.magnitude, rule: rule)
    let flat = Piece(start: start, includesStart: isFromBelow, base: worth)
    if isDownwards, isFromBelow { return Curve([stair, flat]) }
    if isDownwards {
      return Curve([stair, Piece(start: start, includesStart: false, base: 0)])
    }
    var rising = stair
    rising.start = start
    rising.includesStart = isFromBelow
    return Curve([Piece(start: nil, base: isFromBelow ? 0 : worth), rising])
  }
}
