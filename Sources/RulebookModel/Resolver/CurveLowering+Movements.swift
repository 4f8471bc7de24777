import ExactArithmetic
import RulebookSyntax
import RulebookText

/// 每…加N分, 每…扣N分: from what is asked, or from the near end of their own condition.
extension CurveLowering {
  /// A slope with the value from which it counts.
  struct Ramp {
    var slope: CurveForm.Slope
    var region = Region.everything
    var origin: Rational
    var isUpwards = true
    /// How long a step is.
    var length: Rational
    var rule: StepRule
    /// Whether it counts the value itself, or the stretches of the year that fail.
    var countsPlainly = false
    /// Whether it takes its figure once in every stretch of the year that misses what is asked.
    var countsPeriods = false
  }

  /// The slopes; `nil` where one has no meaning, which is reported.
  func ramps(_ this: inout Draft) -> [Ramp]? {
    var ramps: [Ramp] = []
    for slope in form.slopes {
      guard let ramp = ramp(of: slope, &this), isSensible(ramp, &this),
        ramps.allSatisfy({ areApart($0, ramp, &this) })
      else { return nil }
      ramps.append(ramp)
    }
    return ramps
  }

  private func ramp(of slope: CurveForm.Slope, _ this: inout Draft) -> Ramp? {
    var ramp = Ramp(slope: slope, origin: 0, length: slope.per.step, rule: .wholeSteps)
    if let condition = slope.condition {
      guard let region = region(of: condition, &this) else { return nil }
      ramp.region = region
    }
    if countsFailingPeriods(slope) {
      (ramp.countsPlainly, ramp.countsPeriods) = (true, true)
      return ramp
    }
    if slope.per.direction == .plain, slope.condition != nil, MeasureWords.periods[slope.per.unit] != nil {
      return unsupported(&this, "“\(slope.per.canonical)”按期数，证据要写明按月还是按季，并且要有要求")
    }
    guard let rule = this.stepRule(for: use, per: slope.per, isPercent: isInPercent) else { return nil }
    ramp.rule = rule
    if yardstick.scale == .distance, slope.per.unit == "%", !isInPercent {
      return unsupported(&this, "“每\(slope.per.shownStep)”是平均的百分之几，在注记里写【…：比平均】，要求写“至少100%”")
    }
    if let requirement, yardstick.scale == .plain { ramp.length = this.length(of: slope.per, requirement) }
    switch direction(of: slope) {
    case .plain?:
      ramp.countsPlainly = true
      if case .occurrences(let events)? = slope.condition { ramp.origin = Rational(events.first - 1) }
      return ramp
    case .beyond?: return counted(ramp, from: ramp.region.lower, isUpwards: true, &this)
    case .short?: return counted(ramp, from: ramp.region.upper, isUpwards: false, &this)
    case .place?:
      guard let last = form.lastPlace else { return unsupported(&this, "“每进一名”前面要写前几名各得几分") }
      ramp.origin = last
      return ramp
    case .both?, .away?, nil:
      return unsupported(&this, "“\(slope.per.canonical)”没有说从多少算起，写成“每超…”“每少…”")
    }
  }

  /// Whether what is measured is in percent.
  private var isInPercent: Bool {
    yardstick.scale == .share || use.relation != nil || evidence.evidence.kind.isInPercent
  }

  /// Which way a slope measures; `nil` where its words leave that open.
  private func direction(of slope: CurveForm.Slope) -> PerSyntax.Direction? {
    guard slope.per.direction == .plain else {
      return slope.per.direction
    }
    let missed: PerSyntax.Direction = requirement?.wantsMore ?? true ? .short : .beyond
    switch slope.condition {
    case nil: return .plain
    case .beyond: return missed == .short ? .beyond : .short
    case .notReached: return missed
    case .occurrences(let events): return events.isOrdinal && events.last == nil ? .plain : nil
    case .otherwise, .reached, .allReached, .within, .places, .levels: return nil
    }
  }

  private func counted(
    _ ramp: Ramp, from near: Rational?, isUpwards: Bool, _ this: inout Draft
  ) -> Ramp? {
    if ramp.slope.condition != nil, near == nil, ramp.region != .everything,
      requirement.map({ !ramp.region.holds(Curve.Place(value: $0.value)) }) ?? true
    {
      return unsupported(&this, "\(ramp.words)：条件在一边，数的是另一边")
    }
    guard let origin = near ?? requirement?.value else {
      let words = (isUpwards ? "超" : "少") + ramp.slope.per.shownStep
      return missingRequirement(words, &this)
    }
    var counted = ramp
    counted.origin = origin
    counted.isUpwards = isUpwards
    return counted
  }

  /// 出现一个月扣5分, where the evidence is asked for every month.
  private func countsFailingPeriods(_ slope: CurveForm.Slope) -> Bool {
    guard slope.per.direction == .plain, slope.per.step == 1, slope.condition?.isRest ?? false else {
      return false
    }
    return evidence.evidence.period != .year
      && MeasureWords.periods[slope.per.unit] == evidence.evidence.period
  }

  /// Whether a slope without a condition moves the way the requirement asks for.
  private func isSensible(_ ramp: Ramp, _ this: inout Draft) -> Bool {
    guard let requirement, ramp.slope.condition == nil, !ramp.countsPlainly else { return true }
    let isGood = ramp.isUpwards == requirement.wantsMore
    guard isGood == (ramp.slope.verb == .deduct) else { return true }
    let asked = yardstick.words.isEmpty ? requirement.text : yardstick.words
    return refuse(
      &this, "要求是“\(asked)”，却写\(ramp.words)\(ramp.slope.verb.rawValue)分，方向反了")
  }

  /// Whether two slopes of one verb count one way over different stretches, so that no step is counted in both.
  private func areApart(_ one: Ramp, _ other: Ramp, _ this: inout Draft) -> Bool {
    guard one.slope.verb == other.slope.verb, !one.countsPlainly, !other.countsPlainly,
      one.isUpwards == other.isUpwards
    else { return true }
    let (first, second) = (one.stretch, other.stretch)
    guard first.meets(second), !first.touches(second) else { return true }
    return refuse(
      &this, "\(one.words)和\(other.words)数到同一段，那一段按一个扣还是两个都扣，说不清；分成不重叠的几段，例如“90%至95%的每少…”“低于90%的每少…”")
  }

  // MARK: Terms

  /// The term of a slope.
  func term(of ramp: Ramp) -> (verb: ScoringVerb, term: Term) {
    let slope = ramp.slope
    let points = slope.verb.sign * slope.points
    if ramp.countsPeriods { return (slope.verb, limited(term(ramp.region.curve(points)), slope)) }
    let end = ramp.countsPlainly ? nil : ramp.isUpwards ? ramp.region.upper : ramp.region.lower
    let curve = Curve.ramp(
      points, from: ramp.origin, to: end, isUpwards: ramp.isUpwards, per: ramp.length, rule: ramp.rule)
    let isYearly = ramp.countsPlainly && slope.condition == nil
    return (slope.verb, limited(term(curve, isYearly: isYearly), slope))
  }

  /// A slope's own limit, where others of its verb have theirs.
  private func limited(_ term: Term, _ slope: CurveForm.Slope) -> Term {
    guard let limit = slope.limit, form.slopes.count(where: { $0.verb == slope.verb && $0.limit != nil }) > 1
    else { return term }
    var limited = term
    if slope.verb == .deduct { limited.least = -limit } else { limited.greatest = limit }
    return limited
  }

  // MARK: Figures

  /// The terms of 加N分 and 扣N分 without 每.
  func figureTerms(_ this: inout Draft) -> [(verb: ScoringVerb, term: Term)]? {
    if let verb = form.series, verb != .earn { return figureSeries(verb, &this) }
    var terms: [(ScoringVerb, Term)] = []
    for verb in [ScoringVerb.add, .deduct] {
      let figures = form.figures.filter { $0.verb == verb }
      guard !figures.isEmpty else { continue }
      let byEvent = figures.filter { $0.condition?.isOrdinal ?? false }
      let rest = figures.filter { $0.condition?.isRest ?? false }
      let bands = figures.filter { !($0.condition?.isRest ?? false) && !($0.condition?.isOrdinal ?? false) }
      guard let layers = layers(of: bands, &this), areApart(bands, layers, &this) else { return nil }
      var once = layers.isEmpty ? [] : [Curve.stacked(layers, over: .constant(0))]
      for figure in byEvent + rest {
        guard let condition = figure.condition,
          let curve = curve(of: condition, worth: verb.sign * figure.points, &this)
        else { return nil }
        if condition.isOrdinal { terms.append((verb, term(curve))) } else { once.append(curve) }
      }
      // Bands and the rest are one curve, so that a value that is not known yet lies in one of them.
      if let sum = Curve.sum(once), !once.isEmpty { terms.insert((verb, term(sum)), at: 0) }
    }
    return terms
  }

  private func layers(of figures: [CurveForm.Figure], _ this: inout Draft) -> [Curve.Layer]? {
    var layers: [Curve.Layer] = []
    for figure in figures {
      guard let region = region(of: figure.condition, &this) else { return nil }
      layers.append(Curve.Layer(region, figure.verb.sign * figure.points))
    }
    return layers
  }

  /// Whether the conditions have no values in common but where one ends and the next begins.
  private func areApart(_ figures: [CurveForm.Figure], _ layers: [Curve.Layer], _ this: inout Draft) -> Bool {
    for index in layers.indices {
      for other in layers[..<index].indices {
        let (mine, theirs) = (layers[index].region, layers[other].region)
        guard mine.meets(theirs), mine == theirs || !mine.touches(theirs) else { continue }
        let words = [figures[other], figures[index]].map { "“\($0.condition?.canonical ?? "")”" }
        return refuse(
          &this, "\(words[0])和\(words[1])有重叠，重叠的地方只按一个算还是两个都算，说不清；分成不重叠的几段")
      }
    }
    return true
  }

  /// 依次类推 behind 加 or 扣: it goes on up to its limit.
  private func figureSeries(_ verb: ScoringVerb, _ this: inout Draft) -> [(verb: ScoringVerb, term: Term)]? {
    guard let layers = layers(of: form.figures, &this) else { return nil }
    guard form.figures.allSatisfy({ $0.verb == verb }) else { return unsupported(&this, "“依次类推”前面又加又扣") }
    let steps = zip(layers, form.figures).map { ($0.region, verb.sign * $1.points) }
    guard let curve = series(steps, &this) else { return nil }
    let limit = verb == .deduct ? limits.taken : limits.added
    guard limit != nil || verb == .deduct && limits.isExhausting else {
      return unsupported(&this, "“依次类推”后面要写最多\(verb.rawValue)几分")
    }
    var term = term(curve)
    if verb == .deduct { term.greatest = 0 } else { term.least = 0 }
    return [(verb, term)]
  }
}

extension ConditionSyntax {
  /// 第2次: the k-th event has its own figure, which adds to those before it.
  fileprivate var isOrdinal: Bool {
    if case .occurrences(let events) = self { events.isOrdinal } else { false }
  }
}

extension Curve {
  /// `points` for every step from `origin` on, up or down, and no further than `end`.
  fileprivate static func ramp(
    _ points: Rational, from origin: Rational, to end: Rational?, isUpwards: Bool, per step: Rational,
    rule: StepRule
  ) -> Curve {
    let slope = Piece(start: nil, base: 0, anchor: origin, perStep: points, step: step, rule: rule)
    let full = end.map { slope.worth(of: $0) } ?? 0
    func from(_ start: Rational?, _ piece: Piece) -> Piece {
      var piece = piece
      piece.start = start
      return piece
    }
    if isUpwards {
      return Curve(
        [Piece(start: nil, base: 0), from(origin, slope)] + (end.map { [Piece(start: $0, base: full)] } ?? [])
      )
    }
    return Curve(
      [end.map { _ in Piece(start: nil, base: full) }, from(end, slope), Piece(start: origin, base: 0)]
        .compactMap { $0 })
  }
}
