import ExactArithmetic
import RulebookSyntax
import RulebookText

/// Works out what a curve form means for its evidence.
struct CurveLowering {
  var form: CurveForm
  let draft: ClauseDraft
  let use: EvidenceUse
  let evidence: EvidenceDraft
  /// What the curve is applied to, and what is asked of it.
  var yardstick: Yardstick
  let limits: CurveLimits

  var value: Value { yardstick.value }
  var requirement: Requirement? { yardstick.requirement }

  func clauses(_ this: inout Draft) -> [LoweredClause]? {
    guard isMeasurable(&this), knowsWhatIsWhole(&this), countsFromOneEnd(&this),
      let ramps = ramps(&this), let awarded = awardTerms(ramps, &this),
      let figures = figureTerms(&this)
    else { return nil }
    let moved = ramps.map { term(of: $0) } + figures
    let added = moved.filter { $0.verb == .add }.map(\.term)
    let perStep = withoutNothing(moved.filter { $0.verb == .earn }.map(\.term), &this)
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

  /// 每项1.5分，完成计满分: what 完成 means is known only where a number is asked for.
  private func knowsWhatIsWhole(_ this: inout Draft) -> Bool {
    guard requirement == nil, form.awards.contains(where: { $0.condition == .reached }),
      form.slopes.contains(where: { $0.condition == nil && $0.per.direction == .plain && $0.verb == .earn })
    else { return true }
    return refuse(&this, "“每…得分”和“完成得分”在一起，要写明完成多少才算完成，例如“至少4项”")
  }

  /// Whether places are counted from one end only.
  private func countsFromOneEnd(_ this: inout Draft) -> Bool {
    let fromBottom = form.places.contains(where: \.fromBottom)
    if fromBottom, form.places.contains(where: { !$0.fromBottom }) {
      return refuse(&this, "顺数的名次和倒数的名次要分成两条")
    }
    let known = evidence.evidence
    guard known.kind == .place, !form.places.isEmpty, fromBottom != known.countsFromBottom else {
      return true
    }
    this.report(
      .placeDirection(known.name, isInBracket: known.countsFromBottom, at: this.label(draft.place)))
    return false
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

  /// Says why the phrases mean nothing together; never true.
  func refuse(_ this: inout Draft, _ why: String) -> Bool {
    this.report(
      .unsupportedCombination(this.source.text(draft.place), why: why, at: this.label(draft.place)))
    return false
  }

  /// The same, where something was to be made of them.
  func unsupported<Result>(_ this: inout Draft, _ why: String) -> Result? {
    _ = refuse(&this, why)
    return nil
  }

  /// Says that nothing is known to compare with.
  func missingRequirement<Result>(_ words: String, _ this: inout Draft) -> Result? {
    this.reportMissingRequirement(of: use, words: words)
    return nil
  }
}

extension CurveForm {
  /// Whether its conditions are places in an order of the units.
  var speaksOfPlaces: Bool { slopes.contains { $0.per.direction == .place } || !places.isEmpty }

  /// The places it speaks of.
  var places: [PlacesSyntax] {
    conditions.compactMap { if case .places(let places) = $0 { places } else { nil } }
  }

  /// The words of a list it speaks of.
  var levels: [String] {
    conditions.flatMap { condition -> [String] in if case .levels(let words) = condition { words } else { [] }
    }
  }

  /// Whether its conditions are words of a list.
  var speaksOfLevels: Bool { !levels.isEmpty }

  /// Whether it says what holds where nothing else does.
  var speaksOfRest: Bool { otherwise != nil || conditions.contains(where: \.isRest) }

  /// The last of the places that have an award of their own, where 每进一名 counts on from it.
  var lastPlace: Rational? {
    guard slopes.contains(where: { $0.per.direction == .place }) else { return nil }
    return awards.compactMap { award in
      guard case .places(let places)? = award.condition else { return nil }
      return places.last.map { Rational($0) }
    }.max()
  }
}
