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
  /// Whether 不封顶 has been said of it.
  var isUnlimited = false
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
    if let mine = use.requirement, let other = draft.requirement,
      mine.quantity?.value != other.quantity?.value || mine.wantsMore != other.wantsMore
    {
      report(
        .requirementConflict(
          source.text(mine.range), source.text(other.range), at: label(mine.range), text: label(other.range)))
      return nil
    }
    let lowering = CurveLowering(
      form: form, draft: draft, use: use, evidence: evidence[use.evidence],
      value: value(of: use, draft, ranks: form.speaksOfPlaces), requirement: requirementOfCurve(use, draft),
      isRelative: isRelative(use), limits: CurveLimits(of: draft, form))
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

/// How far the phrases of a curve go together.
struct CurveLimits {
  /// 最多加M分.
  var added: Rational?
  /// 最多扣M分.
  var taken: Rational?
  /// 最多得M分: what is awarded and added.
  var won: Rational?
  /// Whether 扣完为止 says that the deductions end with the points.
  var isExhausting = false
  /// What 不封顶 is said of.
  var unlimited: ScoringVerb?

  /// The limits among the phrases of a clause and behind them.
  init(of draft: ClauseDraft, _ form: CurveForm) {
    for phrase in draft.phrases {
      // Where several slopes have limits of their own, each bounds its own.
      let bounded = form.slopes.count { $0.limit != nil && $0.verb == phrase.effect.verb }
      for limit in phrase.limits where bounded < 2 { add(limit, phrase.effect.verb, form) }
    }
    for limit in draft.limits { add(limit, nil, form) }
  }

  private mutating func add(_ limit: LimitSyntax, _ verb: ScoringVerb?, _ form: CurveForm) {
    if limit.kind == .untilExhausted { isExhausting = true }
    if limit.kind == .unlimited { unlimited = verb ?? form.onlyVerb ?? .deduct }
    guard form.takesUp(limit) else { return }
    switch limit.kind {
    case .atMost(let stated, let figure):
      switch stated ?? verb ?? form.onlyVerb ?? .earn {
      case .add: added = figure
      case .deduct: taken = figure
      case .earn: won = figure
      }
    case .atMostEither(let figure): (added, taken) = (figure, figure)
    case .untilTaken(let figure): taken = figure
    case .untilExhausted, .unlimited, .series: break
    }
  }
}

extension CurveForm {
  /// Whether a limit bounds what the phrases come to, rather than their item.
  func takesUp(_ limit: LimitSyntax) -> Bool {
    switch limit.kind {
    // Where points are awarded, what is taken away is taken from the award.
    case .atMost(.deduct?, _): hasAwards || !limit.boundsItem
    case .atMost: !limit.boundsItem
    case .atMostEither: true
    case .untilTaken: hasAwards
    case .unlimited: true
    case .untilExhausted, .series: false
    }
  }

  /// The verb of everything in it; `nil` where it has several.
  fileprivate var onlyVerb: ScoringVerb? {
    let verbs = Set(slopes.map(\.verb) + figures.map(\.verb) + (hasAwards ? [.earn] : []))
    return verbs.count == 1 ? verbs.first : nil
  }
}

/// Works out what a curve form means for its evidence.
struct CurveLowering {
  let form: CurveForm
  let draft: ClauseDraft
  let use: EvidenceUse
  let evidence: EvidenceDraft
  /// What the curve is applied to.
  let value: Value
  /// What is asked; `nil` where nothing is.
  let requirement: Requirement?
  /// Whether that is a figure of the units, from which the distance is measured.
  let isRelative: Bool
  let limits: CurveLimits

  fileprivate func clauses(_ this: inout Draft) -> [LoweredClause]? {
    guard countsFromOneEnd(&this), let ramps = ramps(&this), let awarded = awardTerms(ramps, &this),
      let figures = figureTerms(&this)
    else { return nil }
    let moved = ramps.map { term(of: $0) } + figures
    let added = moved.filter { $0.verb == .add }.map(\.term)
    let perStep = moved.filter { $0.verb == .earn }.map(\.term)
    guard let taken = limited(moved.filter { $0.verb == .deduct }.map(\.term), &this),
      let bonus = bonus(added, &this), let zeroed = zeroings(&this)
    else { return nil }
    var lowered: [LoweredClause] = []
    if form.hasAwards || !perStep.isEmpty {
      let isUnlimited = limits.unlimited == .deduct
      let least: Rational? = isAnchored(by: ramps) && !isUnlimited ? 0 : nil
      lowered.append(
        LoweredClause(
          effect: .earns, terms: awarded + perStep + taken, least: least, greatest: limits.won,
          isUnlimited: isUnlimited))
    } else if !taken.isEmpty {
      lowered.append(
        LoweredClause(
          effect: .deducts, terms: taken, least: limits.taken.map { -$0 },
          isUnlimited: limits.unlimited == .deduct))
    }
    return lowered + bonus + zeroed
  }

  // MARK: Limits

  /// The deductions from an award, together no more than 最多扣 allows.
  private func limited(_ taken: [Term], _ this: inout Draft) -> [Term]? {
    guard form.hasAwards, let most = limits.taken, var first = taken.first else { return taken }
    if taken.count > 1 {
      guard taken.allSatisfy({ $0.least == nil && $0.period == first.period }),
        let sum = Curve.sum(taken.map(\.curve))
      else { return unsupported(&this, "几处同时扣分，“最多扣\(most.shown)分”管哪一处说不清") }
      first.curve = sum
    }
    first.least = max(first.least ?? -most, -most)
    return [first]
  }

  /// What is added on top, within its limit.
  private func bonus(_ added: [Term], _ this: inout Draft) -> [LoweredClause]? {
    guard !added.isEmpty else { return [] }
    var most = limits.added
    if let won = limits.won {
      guard let award = form.awards.compactMap(\.points).max(), won > award else {
        return unsupported(&this, "“最多得\(won.shown)分”不比得的分多，加分加不上去")
      }
      most = min(most ?? won - award, won - award)
    }
    return [
      LoweredClause(
        effect: .adds, terms: added, greatest: most ?? reach(of: added), isUnlimited: limits.unlimited == .add
      )
    ]
  }

  /// The most that terms come to; `nil` where one is not bounded.
  private func reach(of terms: [Term]) -> Rational? {
    terms.reduce(Rational?.some(0)) { sum, term in
      let once = term.curve.span(of: Span()) * Rational(term.period.count)
      let most = once.limited(term.least, term.greatest).greatest
      return sum.flatMap { sum in most.map { sum + max($0, 0) } }
    }
  }

  private func zeroings(_ this: inout Draft) -> [LoweredClause]? {
    var zeroed: [LoweredClause] = []
    for condition in form.zeroings {
      guard let curve = curve(of: condition, worth: 1, &this) else { return nil }
      zeroed.append(LoweredClause(effect: .zeroesItem, terms: [term(curve)]))
    }
    return zeroed
  }

  /// Whether places are counted from one end only.
  private func countsFromOneEnd(_ this: inout Draft) -> Bool {
    guard Set(form.places.map(\.fromBottom)).count > 1 else { return true }
    return unsupported(&this, "顺数的名次和倒数的名次要分成两条") ?? false
  }

  // MARK: Terms

  /// A term on the evidence, judged for each stretch of the year in which something is asked.
  func term(_ curve: Curve, scale: Term.Scale = .points, isYearly: Bool = false) -> Term {
    let value = form.places.first?.fromBottom ?? false ? value.rankedFromBelow : value
    guard case .reported = value else { return Term(value, curve: curve, scale: scale) }
    return Term(
      value, period: isYearly ? .year : evidence.evidence.period,
      curve: evidence.evidence.kind == .count ? curve.onWholeNumbers : curve, scale: scale)
  }

  func unsupported<Result>(_ this: inout Draft, _ why: String) -> Result? {
    this.report(
      .unsupportedCombination(this.source.text(draft.place), why: why, at: this.label(draft.place)))
    return nil
  }

  /// Says that nothing is known to compare with.
  func missingRequirement<Result>(_ words: String, _ this: inout Draft) -> Result? {
    this.report(.missingRequirement(evidence.evidence.name, words: words, at: this.label(use.place)))
    return nil
  }
}

extension CurveForm {
  /// Whether its conditions are places in an order of the units.
  var speaksOfPlaces: Bool { slopes.contains { $0.per.direction == .place } || !places.isEmpty }

  /// The places it speaks of.
  var places: [PlacesSyntax] {
    let conditions = awards.map(\.condition) + figures.map(\.condition) + slopes.map(\.condition)
    return (conditions + zeroings).compactMap { if case .places(let places)? = $0 { places } else { nil } }
  }

  /// The last of the places that have an award of their own, where 每进一名 counts on from it.
  var lastPlace: Rational? {
    guard slopes.contains(where: { $0.per.direction == .place }) else { return nil }
    return awards.compactMap { award in
      guard case .places(let places)? = award.condition else { return nil }
      return places.last.map { Rational($0) }
    }.max()
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
