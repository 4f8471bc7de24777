import ExactArithmetic
import RulebookSyntax
import RulebookText

/// A part of what a sentence says that does one thing to its item.
struct LoweredClause {
  var effect: Clause.Effect
  var terms: [Term]
  /// The least it can be worth; `nil` where it is not bounded.
  var least: Rational?
  /// The most it can be worth; `nil` where it is not bounded.
  var greatest: Rational?
}

extension Draft {
  /// The clauses of a curve: what it awards, what it adds, what it takes away, what makes the item 0.
  mutating func clauses(of form: CurveForm, _ draft: ClauseDraft) -> [LoweredClause]? {
    guard draft.uses.count == 1, let use = draft.uses.first else {
      report(
        .singleFormAfterGroup(
          draft.uses.map { evidence[$0.evidence].evidence.name }, at: label(draft.place),
          first: label(draft.uses[0].place, "这一个也在等计分的话")))
      return nil
    }
    let lowering = CurveLowering(
      form: form, draft: draft, use: use, requirement: requirementOfCurve(use, draft),
      isRelative: isRelative(use), value: value(of: use, draft, ranks: form.speaksOfPlaces))
    return lowering.clauses(&self)
  }

  /// Whether what is asked is another figure each year (平均), so that only the distance from it counts.
  private func isRelative(_ use: EvidenceUse) -> Bool {
    if case .reference? = (use.requirement ?? evidence[use.evidence].requirement)?.bound {
      true
    } else {
      false
    }
  }

  /// What the curve is applied to: the evidence, its share of or distance from a figure of the units, or its place.
  private func value(of use: EvidenceUse, _ draft: ClauseDraft, ranks: Bool) -> Value {
    let population = Value.Population(items[draft.item].applicability.and(use.applicability))
    let reading = Value.Reading(use.evidence, alsoCounted: evidence[use.evidence].alsoCounted)
    var value = Value.reported(reading)
    if use.relation == .ofMean {
      let share = Value.arithmetic(.quotient, value, .statistic(.mean, of: value, among: population))
      value = .arithmetic(.product, share, .constant(100))
    }
    if case .reference(let word)? = (use.requirement ?? evidence[use.evidence].requirement)?.bound {
      value = .arithmetic(.difference, value, .statistic(word.statistic, of: value, among: population))
    }
    guard ranks else { return value }
    return .statistic(use.lowestFirst ? .rankFromBottom : .rankFromTop, of: value, among: population)
  }

  /// What is asked of the evidence: the stated requirement; a task is to be done in full.
  private func requirementOfCurve(_ use: EvidenceUse, _ draft: ClauseDraft) -> Requirement? {
    if let stated = use.requirement ?? draft.requirement ?? evidence[use.evidence].requirement {
      return bounded(stated)
    }
    guard evidence[use.evidence].evidence.kind == .completion else { return nil }
    return Requirement(direction: .atLeast, value: 100, unit: "%")
  }
}

/// Works out what a curve form means for its evidence.
private struct CurveLowering {
  let form: CurveForm
  let draft: ClauseDraft
  let use: EvidenceUse
  /// What is asked; `nil` where nothing is.
  let requirement: Requirement?
  /// Whether that is a figure of the units, from which the distance is measured.
  let isRelative: Bool
  /// What the curve is applied to.
  let value: Value

  func clauses(_ this: inout Draft) -> [LoweredClause]? {
    var lowered: [LoweredClause] = []
    guard let awarded = awardTerms(&this), let slopes = slopeTerms(&this), let figures = figureTerms(&this)
    else { return nil }
    let added = (slopes + figures).filter { $0.verb == .add }.map(\.term)
    let taken = (slopes + figures).filter { $0.verb == .deduct }.map { $0.term.limited(takenLimit, nil) }
    let perStep = (slopes + figures).filter { $0.verb == .earn }.map(\.term)
    if !awarded.isEmpty || !perStep.isEmpty {
      let least: Rational? = taken.isEmpty ? nil : 0
      lowered.append(LoweredClause(effect: .earns, terms: awarded + perStep + taken, least: least))
    } else if !taken.isEmpty {
      lowered.append(LoweredClause(effect: .deducts, terms: taken))
    }
    if !added.isEmpty {
      lowered.append(LoweredClause(effect: .adds, terms: added, greatest: most(of: added)))
    }
    for condition in form.zeroings {
      guard let region = region(of: condition, &this) else { return nil }
      lowered.append(
        LoweredClause(effect: .zeroesItem, terms: [term(region.curve(1), for: condition)]))
    }
    return lowered
  }

  /// The most that terms come to; `nil` where one is not bounded.
  private func most(of terms: [Term]) -> Rational? {
    terms.reduce(Rational?.some(0)) { sum, term in
      let most = term.curve.span(of: Span()).limited(term.least, term.greatest).greatest
      return sum.flatMap { sum in most.map { sum + max($0, 0) } }
    }
  }

  /// 最多加减M分 bounds what is taken away as well as what is added.
  private var takenLimit: Rational? {
    let limits = draft.limits + draft.phrases.flatMap(\.limits)
    return limits.lazy.compactMap { limit in
      if case .atMostEither(let figure) = limit.kind { -figure } else { nil }
    }.first
  }

  // MARK: Awards

  private func awardTerms(_ this: inout Draft) -> [Term]? {
    if form.awards.isEmpty { return form.isProportional ? proportional(&this) : [] }
    var layers: [(region: Region, worth: Rational, place: ConditionSyntax?)] = []
    let scale: Term.Scale = form.awards.contains { $0.points == nil } ? .fullMark : .points
    for award in form.awards {
      guard var region = region(of: award.condition, &this) else { return nil }
      let isOpen = award.condition == nil || award.condition == .reached
      if isOpen, isAnchored { region = .everything }
      // 每进一名 counts on from the last place listed.
      if form.slopes.contains(where: { $0.per.direction == .place }),
        region.upper == lastPlace.map({ $0 + 1 })
      {
        region.upper = nil
      }
      layers.append((region, award.points ?? 1, award.condition))
    }
    guard scale == .points || form.awards.allSatisfy({ $0.points == nil || $0.points == 0 }) else {
      return unsupported(&this, "“得满分”和“得N分”写在一起时，满分也写成分数")
    }
    for (index, layer) in layers.enumerated() {
      for other in layers[..<index] where overlaps(layer.region, other.region) {
        return unsupported(
          &this, "“\(layer.place?.canonical ?? "")”和“\(other.place?.canonical ?? "")”有重叠，同一个数会有两个得分")
      }
    }
    if form.isProportional { return proportional(&this) }
    if form.goesOn, let series = series(layers.map { ($0.region, $0.worth) }, &this, isAward: true) {
      return [term(series, for: form.awards.first?.condition, scale: scale, least: 0)]
    }
    // The wider the condition the lower it lies; where two only touch, the better one lies above.
    let ordered = layers.enumerated().sorted { left, right in
      let (mine, other) = (left.element, right.element)
      if mine.region.contains(other.region), mine.region != other.region { return true }
      if other.region.contains(mine.region), mine.region != other.region { return false }
      return (mine.worth, left.offset) < (other.worth, right.offset)
    }
    let curve = Curve.stacked(
      ordered.map { ($0.element.region, $0.element.worth) }, elsewhere: form.otherwise ?? 0)
    return [term(curve, for: form.awards.first?.condition, scale: scale)]
  }

  /// The last of the places that have a figure of their own.
  private var lastPlace: Rational? {
    form.awards.compactMap { award in
      guard case .places(let places)? = award.condition else { return nil }
      return places.last.map { Rational($0) }
    }.max()
  }

  /// Whether a slope leads away from what is asked, so that the award is also the base on that side.
  private var isAnchored: Bool {
    guard let requirement, form.otherwise == nil else { return false }
    return form.slopes.contains { slope in
      slope.condition == nil || slope.condition?.isRest ?? false || isMissedSide(slope.condition, requirement)
        ? slope.verb != .earn && slope.per.direction == (requirement.wantsMore ? .short : .beyond) : false
    }
  }

  /// Whether a condition speaks of the values that miss the requirement.
  private func isMissedSide(_ condition: ConditionSyntax?, _ requirement: Requirement) -> Bool {
    guard case .within(let interval)? = condition else { return false }
    let end = requirement.wantsMore ? interval.upper : interval.lower
    return end.map { $0.quantity.value == requirement.value } ?? false
  }

  private func overlaps(_ one: Region, _ other: Region) -> Bool {
    guard one.meets(other), !one.contains(other), !other.contains(one) else { return false }
    let touches =
      one.upper != nil && one.upper == other.lower || other.upper != nil && other.upper == one.lower
    return !touches
  }

  /// N·v/R up to N.
  private func proportional(_ this: inout Draft) -> [Term]? {
    guard let requirement, requirement.value.signum > 0, requirement.wantsMore else {
      this.report(
        .missingRequirement(
          this.evidence[use.evidence].evidence.name, words: "按比例", at: this.label(use.place)))
      return nil
    }
    let award = form.awards.first { $0.condition == nil || $0.condition == .reached }
    let points = award.flatMap(\.points)
    let worth = points ?? 1
    let curve = Curve([
      .init(start: nil, base: 0), .init(start: 0, base: 0, perStep: worth, step: requirement.value),
      .init(start: requirement.value, base: worth),
    ])
    return [term(curve, for: nil, scale: points == nil ? .fullMark : .points)]
  }

  /// 依次类推: the steps that two figures begin go on.
  private func series(
    _ layers: [(region: Region, worth: Rational)], _ this: inout Draft, isAward: Bool
  ) -> Curve? {
    let steps = layers.compactMap { layer in layer.region.lower.map { (start: $0, worth: layer.worth) } }
    guard steps.count >= 2, steps.count == layers.count else {
      return unsupported(&this, "“依次类推”前面要有两个以上递增或递减的数")
    }
    let stride = steps[1].start - steps[0].start
    let rise = steps[1].worth - steps[0].worth
    let isRegular = zip(steps, steps.dropFirst()).allSatisfy {
      $1.start - $0.start == stride && $1.worth - $0.worth == rise
    }
    guard isRegular, !stride.isZero, !rise.isZero else {
      return unsupported(&this, "“依次类推”前面的数要按同样的差递增或递减")
    }
    let first = steps[0]
    if stride.signum < 0 {
      return Curve([
        .init(
          start: nil, base: first.worth, anchor: first.start, perStep: rise, step: -stride, rule: .begunSteps),
        .init(start: first.start, base: first.worth),
      ])
    }
    return Curve([
      .init(start: nil, base: 0),
      .init(
        start: first.start, base: first.worth, anchor: first.start, perStep: rise, step: stride,
        rule: .wholeSteps),
    ])
  }

  // MARK: Slopes and figures

  private func slopeTerms(_ this: inout Draft) -> [(verb: ScoringVerb, term: Term)]? {
    var terms: [(ScoringVerb, Term)] = []
    for slope in form.slopes {
      guard let term = term(of: slope, &this) else { return nil }
      terms.append((slope.verb, term))
    }
    return terms
  }

  private func term(of slope: CurveForm.Slope, _ this: inout Draft) -> Term? {
    guard let rule = this.stepRule(for: use, per: slope.per) else { return nil }
    let points = slope.verb.sign * slope.points
    var region = Region.everything
    if let condition = slope.condition {
      guard let found = self.region(of: condition, &this) else { return nil }
      region = found
    }
    guard let (origin, isUpwards) = origin(of: slope, region, &this) else { return nil }
    let isPercentage = [.percentage, .completion].contains(this.evidence[use.evidence].evidence.kind)
    if isRelative, slope.per.unit == "%", !isPercentage {
      return unsupported(&this, "“每\(slope.per.shownStep)”是平均的百分之几，在注记里写【…：比平均】，要求写“至少100%”")
    }
    let length =
      isRelative ? slope.per.step : requirement.map { this.length(of: slope.per, $0) } ?? slope.per.step
    let end = isUpwards ? region.upper : region.lower
    let curve = Curve.ramp(
      points, from: origin, to: end, isUpwards: isUpwards, per: length, rule: rule)
    var term = term(curve, for: slope.condition)
    if let limit = slope.limit {
      if slope.verb == .deduct { term.least = -limit } else { term.greatest = limit }
    }
    return term
  }

  /// From where a slope counts, and whether upwards.
  private func origin(
    of slope: CurveForm.Slope, _ region: Region, _ this: inout Draft
  ) -> (Rational, isUpwards: Bool)? {
    switch slope.per.direction {
    case .plain: return (0, true)
    case .beyond: if let lower = region.lower { return (lower, true) }
    case .place: return lastPlace.map { ($0, true) } ?? unsupported(&this, "“每进一名”前面要写前几名各得几分")
    case .short: if let upper = region.upper { return (upper, false) }
    case .both: break
    }
    guard let requirement else {
      let words = (slope.per.direction == .short ? "少" : "超") + slope.per.shownStep
      this.report(
        .missingRequirement(
          this.evidence[use.evidence].evidence.name, words: words, at: this.label(use.place)))
      return nil
    }
    return (requirement.value, slope.per.direction != .short)
  }

  private func figureTerms(_ this: inout Draft) -> [(verb: ScoringVerb, term: Term)]? {
    var layers: [(verb: ScoringVerb, region: Region, figure: CurveForm.Figure)] = []
    for figure in form.figures {
      guard let region = region(of: figure.condition, &this) else { return nil }
      layers.append((figure.verb, region, figure))
    }
    if form.goesOn, form.awards.isEmpty, let verb = layers.first?.verb {
      let steps = layers.map { ($0.region, $0.verb.sign * $0.figure.points) }
      guard let curve = series(steps, &this, isAward: false) else { return nil }
      guard let limit = layers.last?.figure.limit else { return unsupported(&this, "“依次类推”后面要写最多加或扣几分") }
      let bounded = term(curve, for: form.figures.first?.condition)
        .limited(verb == .deduct ? -limit : nil, verb == .deduct ? nil : limit)
      return [(verb, bounded)]
    }
    let areApart = layers.indices.allSatisfy { index in
      layers[..<index].allSatisfy { !$0.region.meets(layers[index].region) && $0.verb == layers[index].verb }
    }
    if areApart, let verb = layers.first?.verb {
      let steps = layers.map { ($0.region, $0.verb.sign * $0.figure.points) }
      return [(verb, term(.stacked(steps, elsewhere: 0), for: layers[0].figure.condition))]
    }
    return layers.map {
      ($0.verb, term($0.region.curve($0.verb.sign * $0.figure.points), for: $0.figure.condition))
    }
  }

  // MARK: Regions

  /// The values for which a condition holds; none means that what is asked is reached.
  private func region(of condition: ConditionSyntax?, _ this: inout Draft) -> Region? {
    switch condition {
    case nil, .reached: return reached
    case .otherwise, .notReached: return missed
    case .beyond:
      guard let requirement else { return unsupported(&this, "“超额完成”要有目标，在注记里写“至少…”") }
      return .from(requirement.value, included: false)
    case .within where isRelative: return unsupported(&this, "要求是“平均”“最高”“最低”时，只能写比它多多少、少多少")
    case .within(let interval): return region(of: interval, this)
    case .occurrences(let events):
      guard !events.isOrdinal else { return unsupported(&this, "“第N次”的算法写成“N次及以上的”") }
      return .from(Rational(events.first))
    case .places(let places):
      // Up to the next place, so that a place that is not known yet lies in one of them.
      return Region(
        lower: Rational(places.first), upper: places.last.map { Rational($0 + 1) }, includesUpper: false)
    case .allReached: return unsupported(&this, "“均达到”不能和分段的得分写在一起")
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

  private var missed: Region {
    guard let requirement else { return .upTo(0) }
    switch requirement.direction {
    case .atLeast: return .upTo(requirement.value, included: false)
    case .above: return .upTo(requirement.value)
    case .atMost: return .from(requirement.value, included: false)
    case .below: return .from(requirement.value)
    }
  }

  private func region(of interval: IntervalSyntax, _ this: Draft) -> Region {
    var region = Region.everything
    if let lower = interval.lower {
      region.lower = value(of: lower)
      region.includesLower = lower.isIncluded && (!lower.followsBoundaries || this.head.aboveIncludes)
    }
    if let upper = interval.upper {
      region.upper = value(of: upper)
      region.includesUpper = upper.isIncluded && (!upper.followsBoundaries || this.head.belowIncludes)
    }
    return region
  }

  /// The value an end stands for: N % of something that is not a percentage is N % of what is asked; 超额完成N% lies that
  /// much beyond it.
  private func value(of end: IntervalSyntax.End) -> Rational {
    guard let requirement, end.quantity.isPercentage else { return end.quantity.value }
    let isPercentage = requirement.unit.map(MeasureWords.percentages.contains) ?? false
    if isPercentage { return end.quantity.value + (end.isBeyondRequirement ? requirement.value : 0) }
    let share = end.quantity.value + (end.isBeyondRequirement ? 100 : 0)
    return (requirement.value * share).divided(by: 100) ?? requirement.value
  }

  // MARK: Terms

  private func term(
    _ curve: Curve, for condition: ConditionSyntax?, scale: Term.Scale = .points, least: Rational? = nil
  ) -> Term {
    var value = value
    if case .places(let places)? = condition, places.fromBottom { value = value.rankedFromBelow }
    return Term(value, curve: curve, scale: scale, least: least)
  }

  private func unsupported<Result>(_ this: inout Draft, _ why: String) -> Result? {
    this.report(
      .unsupportedCombination(this.source.text(draft.place), why: why, at: this.label(draft.place)))
    return nil
  }
}

extension Term {
  fileprivate func limited(_ least: Rational?, _ greatest: Rational?) -> Term {
    var limited = self
    limited.least = self.least ?? least
    limited.greatest = self.greatest ?? greatest
    return limited
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

extension CurveForm {
  /// Whether its conditions are places in an order of the units.
  var speaksOfPlaces: Bool {
    let conditions = awards.map(\.condition) + figures.map(\.condition) + slopes.map(\.condition)
    return slopes.contains { $0.per.direction == .place }
      || conditions.contains { if case .places? = $0 { true } else { false } }
  }
}

extension ReferenceWord {
  /// What is worked out over the units.
  fileprivate var statistic: Value.Statistic {
    switch self {
    case .mean: .mean
    case .greatest: .greatest
    case .least: .least
    }
  }
}

extension Value {
  /// The place counted from the other end.
  fileprivate var rankedFromBelow: Value {
    guard case .statistic(let statistic, let value, let population) = self else { return self }
    return .statistic(
      statistic == .rankFromTop ? .rankFromBottom : .rankFromTop, of: value, among: population)
  }
}
