import ExactArithmetic
import RulebookSyntax

/// Scores a specification the slow way: unit by unit, row by row, by substitution.
///
/// It follows the text of the language's definition sentence by sentence and shares nothing with the engine but
/// rational numbers.
struct ReferenceScorer {
  let rulebook: SpecRulebook
  let year: SpecYear
  let uses: [String: SpecFactUse]
  private let equivalents: [String: [SpecFact]]
  private let rows: [RowKey: [SpecRow]]
  /// Items in the order of the document, each with where it stands.
  let placed: [PlacedItem]
  /// For each fact what is taken off it, and what makes nothing of it.
  let lowerings: [String: [SpecFact]]
  let waivers: [String: [SpecFact]]

  /// An item, its ancestors, and its children by their place in the list.
  struct PlacedItem {
    var item: SpecItem
    var parent: Int?
    var children: [Int] = []
  }

  private struct RowKey: Hashable {
    var fact: String
    var unit: Int
  }

  /// A unit's score of an item; `nil` where the item does not exist for the unit.
  typealias Scores = [[Extent?]]

  init(_ rulebook: SpecRulebook, _ year: SpecYear) {
    self.rulebook = rulebook
    self.year = year
    uses = Dictionary(rulebook.factUses.map { ($0.fact.name, $0) }) { first, _ in first }
    placed = Self.place(rulebook.items)
    rows = Dictionary(grouping: year.rows) { RowKey(fact: $0.fact, unit: $0.unit) }
    var equivalents: [String: [SpecFact]] = [:]
    for clause in placed.flatMap(\.item.clauses) {
      if case .countsAs(let name) = clause.rule { equivalents[name, default: []] += clause.facts }
    }
    self.equivalents = equivalents
    var (lowerings, waivers): ([String: [SpecFact]], [String: [SpecFact]]) = ([:], [:])
    for clause in placed.flatMap(\.item.clauses) {
      if case .lowers(let name) = clause.rule { lowerings[name, default: []] += clause.facts }
      if case .waives(let name) = clause.rule { waivers[name, default: []] += clause.facts }
    }
    (self.lowerings, self.waivers) = (lowerings, waivers)
  }

  private static func place(_ items: [SpecItem]) -> [PlacedItem] {
    var placed: [PlacedItem] = []
    func add(_ item: SpecItem, parent: Int?) {
      let index = placed.count
      placed.append(PlacedItem(item: item, parent: parent))
      if let parent { placed[parent].children.append(index) }
      for child in item.children { add(child, parent: index) }
    }
    for item in items { add(item, parent: nil) }
    return placed
  }

  /// For each item of the document the score of each unit; `nil` where a mean runs over nobody.
  func scores() -> Scores? {
    var scores: Scores = placed.map { _ in year.units.map { _ in nil } }
    for index in placed.indices.reversed() where !isInPeriodic(index) {
      if placed[index].item.periodic != nil {
        foldPeriods(index, &scores)
        guard grantOthers(index, &scores) else { return nil }
        continue
      }
      for unit in year.units.indices where isReached(index, unit) && applies(index, unit) {
        scores[index][unit] = ownScore(index, unit, scores)
      }
      guard grantOthers(index, &scores) else { return nil }
    }
    return scores
  }

  /// A unit's total.
  func total(_ unit: Int, _ scores: Scores) -> Extent {
    let earned = Extent.sum(
      placed.indices.filter { placed[$0].parent == nil }.map { scores[$0][unit] ?? .zero })
    return settled(earned, unit)
  }

  // MARK: Applicability

  /// Whether the item is for the unit: 适用 holds, and the figure that everything in it needs is not `/`.
  private func applies(_ index: Int, _ unit: Int) -> Bool {
    let item = placed[index].item
    guard item.scope.holds(for: year.units[unit].answers) else { return false }
    guard item.worth.isStated, item.isLeaf else { return true }
    let clauses = allClauses(of: index)
    return clauses.count != 1 || hasFigures(clauses[0], unit)
  }

  /// Whether everything around the item applies to the unit.
  private func isReached(_ index: Int, _ unit: Int) -> Bool {
    guard let parent = placed[index].parent else { return true }
    return applies(parent, unit) && isReached(parent, unit)
  }

  /// Gives the units outside 适用 what 其余 says; false for a mean over nobody.
  private func grantOthers(_ index: Int, _ scores: inout Scores) -> Bool {
    let item = placed[index].item
    let others = year.units.indices.filter { isReached(index, $0) && !applies(index, $0) }
    guard !item.scope.isEveryone || !others.isEmpty, item.hasScore else { return true }
    let grant: Extent
    switch item.others {
    case .nothing, .movedTo, .spread: return true
    case .fullMark: grant = Extent(item.worth.points ?? 0)
    case .points(let points): grant = Extent(points)
    case .mean:
      return grantMean(index, to: others, &scores)
    }
    for unit in others { scores[index][unit] = rounded(grant, item) }
    return true
  }

  /// Gives each of the units the mean of those in its group that the item applies to; false where there are none.
  private func grantMean(_ index: Int, to others: [Int], _ scores: inout Scores) -> Bool {
    let participants = scores[index].indices.filter { scores[index][$0] != nil }
    guard !participants.isEmpty else { return false }
    for unit in others {
      let members = participants.filter { isInOneGroup($0, unit) }.compactMap { scores[index][$0] }
      guard let share = Rational(members.count).reciprocal else { return false }
      scores[index][unit] = rounded(Extent.sum(members).rising { $0 * share }, placed[index].item)
    }
    return true
  }

  func isInOneGroup(_ one: Int, _ other: Int) -> Bool {
    rulebook.group.map { year.units[one].answers[$0] == year.units[other].answers[$0] } ?? true
  }

  // MARK: Items

  /// Score = clamp(start + own clauses, those of its groups included, + children) into its bounds.
  private func ownScore(_ index: Int, _ unit: Int, _ scores: Scores) -> Extent {
    let item = placed[index].item
    let children = Extent.sum(
      placed[index].children.map { child in
        (scores[child][unit] ?? .zero).rising { placed[child].item.weight * $0 }
      })
    guard item.worth.isStated else { return children }
    let clauses = clauses(of: index, unit)
    let changes = clauses.map { change(by: $0, in: index, unit) }
    var score = (Extent(start(of: index, unit)) + .sum(changes) + children).clamped(
      to: bounds(of: index, unit))
    for clause in clauses {
      let happened: Extent
      switch clause.rule {
      case .zeroItem: happened = anyOf(clause.facts.map { flag($0, unit) })
      case .curve(let curve): happened = zeroed(by: curve, clause.facts[0], unit)
      default: continue
      }
      if happened.low == 1 { score = .zero } else if happened.high == 1 { score = score.or(0) }
    }
    return rounded(score, item)
  }

  func rounded(_ score: Extent, _ item: SpecItem) -> Extent {
    let everywhere = rulebook.rounding.flatMap { $0.everyItem && item.worth.isStated ? $0.places : nil }
    guard let places = item.places ?? everywhere else { return score }
    return score.rising { $0.rounded(places: places) }
  }

  /// Its own clauses and those of the groups in it, as far as they exist for the unit.
  private func clauses(of index: Int, _ unit: Int) -> [SpecClause] {
    let groups = placed[index].children.filter { !placed[$0].item.worth.isStated && applies($0, unit) }
    return placed[index].item.clauses + groups.flatMap { clauses(of: $0, unit) }
  }

  /// P for the unit: the item's points, and those of its siblings that moved here.
  private func fullMark(of index: Int, _ unit: Int) -> Rational {
    let siblings = placed.indices.filter { placed[$0].parent == placed[index].parent }
    let moved = siblings.filter { !applies($0, unit) }.map { sibling -> Rational in
      let points = placed[sibling].item.worth.points ?? 0
      switch placed[sibling].item.others {
      case .movedTo(let target): return siblings[target] == index ? points : 0
      case .spread:
        let takers = siblings.filter { $0 != sibling && placed[$0].item.worth.points != nil }
        return takers.contains(index) ? points.divided(by: Rational(takers.count)) ?? 0 : 0
      default: return 0
      }
    }
    return (placed[index].item.worth.points ?? 0) + Rational.sum(moved)
  }

  private func start(of index: Int, _ unit: Int) -> Rational {
    let item = placed[index].item
    let fullMark = fullMark(of: index, unit)
    switch item.start {
    case .fullMark: return fullMark
    case .points(let points): return points
    case nil: return startsFull(index) ? fullMark : 0
    }
  }

  /// Whether an item's own clauses deduct from its points; with children that are worth points it starts at 0.
  private func startsFull(_ index: Int) -> Bool {
    let item = placed[index].item
    if let start = item.start {
      guard case .fullMark = start else { return false }
      return true
    }
    guard item.worth.points != nil, item.isLeaf else { return false }
    let rules = allClauses(of: index).map(\.rule)
    return rules.contains(where: \.deducts) || !rules.isEmpty && rules.allSatisfy(\.movesNothing)
  }

  private func allClauses(of index: Int) -> [SpecClause] {
    let groups = placed[index].children.filter { !placed[$0].item.worth.isStated }
    return placed[index].item.clauses + groups.flatMap { allClauses(of: $0) }
  }

  // MARK: Bounds

  /// The item's bounds; 不封顶 in one of its clauses drops the lower one.
  private func bounds(of index: Int, _ unit: Int) -> Extent {
    var bounds = shownBounds(of: index, unit)
    let isUnlimited = clauses(of: index, unit).contains { clause in
      if case .unlimited? = clause.limit { true } else { false }
    }
    guard placed[index].item.floor == nil else { return bounds }
    for case .itemAtMost(let most)? in clauses(of: index, unit).map(\.limit) {
      bounds.low = max(bounds.low ?? -most, start(of: index, unit) - most)
    }
    if isUnlimited { bounds.low = nil }
    return bounds
  }

  /// The bounds that the items around it see: they keep theirs where 不封顶 drops or 本项最多扣 raises the item's.
  private func shownBounds(of index: Int, _ unit: Int) -> Extent {
    let item = placed[index].item
    var bounds = item.isLeaf ? leafBounds(of: index, unit) : innerBounds(of: index, unit)
    for clause in clauses(of: index, unit) {
      switch clause.limit {
      case .atMost(.add, let most)? where item.worth.points != nil:
        bounds.high = bounds.high.map { $0 + most }
      default: break
      }
      if case .compared(let comparison) = clause.rule, case .bonus(let most) = comparison.shape,
        item.worth.points != nil
      {
        bounds.high = bounds.high.map { $0 + most }
      }
      if case .curve(let curve) = clause.rule, let most = curve.added, item.worth.points != nil {
        bounds.high = bounds.high.map { $0 + most }
      }
    }
    if let floor = item.floor { bounds.low = floor }
    if let ceiling = item.ceiling { bounds.high = ceiling }
    return bounds
  }

  private func leafBounds(of index: Int, _ unit: Int) -> Extent {
    let worth = placed[index].item.worth
    return Extent(-(worth.deduction ?? 0), fullMark(of: index, unit) + (worth.bonus ?? 0))
  }

  /// The sums of the children's bounds, unless it states its own limit.
  private func innerBounds(of index: Int, _ unit: Int) -> Extent {
    let worth = placed[index].item.worth
    let counted = placed[index].children.map { child -> Extent in
      let weight = placed[child].item.weight
      if applies(child, unit) { return shownBounds(of: child, unit).rising { weight * $0 } }
      switch placed[child].item.others {
      case .nothing, .movedTo, .spread: return .zero
      case .points(let points): return Extent(0, points)
      case .mean, .fullMark: return shownBounds(of: child, unit)
      }
    }
    var bounds = Extent.sum(counted)
    if let deduction = worth.deduction { bounds.low = -deduction }
    if let bonus = worth.bonus, worth.points == nil { bounds.high = bonus }
    return bounds
  }

  // MARK: Evidence

  func rows(_ fact: SpecFact, _ unit: Int, _ period: Int) -> [SpecRow] {
    (rows[RowKey(fact: fact.name, unit: unit)] ?? []).filter {
      fact.period == .year || ($0.month - 1) * fact.period.count / 12 == period
    }
  }

  /// Whether everybody who assesses the fact has reported.
  func isSettled(_ fact: SpecFact) -> Bool {
    uses[fact.name]?.offices.allSatisfy { year.reported.contains($0) } ?? false
  }

  /// 1 where the fact, or one that counts as it, is so; 0 where it is not.
  func flag(_ fact: SpecFact, _ unit: Int) -> Extent {
    let own = answer(fact, unit)
    return anyOf([own] + (equivalents[fact.name] ?? []).map { answer($0, unit) })
  }

  private func answer(_ fact: SpecFact, _ unit: Int) -> Extent {
    let rows = rows(fact, unit, 0)
    if rows.contains(where: { !$0.value.isZero }) { return Extent(1) }
    return isSettled(fact) ? .zero : Extent(0, 1)
  }

  func anyOf(_ flags: [Extent]) -> Extent {
    Extent(flags.compactMap(\.low).max(), flags.compactMap(\.high).max())
  }

  private func allOf(_ flags: [Extent]) -> Extent {
    Extent(flags.compactMap(\.low).min(), flags.compactMap(\.high).min())
  }

  /// The value of a fact in a period.
  func value(_ fact: SpecFact, _ unit: Int, _ period: Int = 0) -> Extent {
    let values = rows(fact, unit, period).map(\.value)
    if fact.kind.isZeroWhenAbsent {
      let sum = Rational.sum(values)
      return isSettled(fact) ? Extent(sum) : Extent(sum, nil)
    }
    guard !values.isEmpty else { return possible(fact) }
    let counted = fact.kind == .completion ? values.map { min($0, 100) } : values
    let value = combined(counted, fact.combination)
    if fact.combination == .single || isSettled(fact) { return Extent(value) }
    // Somebody silent may still state any number of further marks.
    let possible = possible(fact)
    let low = fact.combination == .maximum ? value : possible.low.map { min($0, value) }
    return Extent(low, possible.high.map { max($0, value) })
  }

  /// What a mark or measurement that is missing may turn out to be.
  private func possible(_ fact: SpecFact) -> Extent {
    switch fact.kind {
    case .score: Extent(0, fact.fullMark)
    case .completion: Extent(0, 100)
    case .percentage: Extent(0, nil)
    default: Extent(nil, nil)
    }
  }

  private func combined(_ values: [Rational], _ combination: Combination) -> Rational {
    switch combination {
    case .single, .sum: return .sum(values)
    case .maximum: return values.max() ?? 0
    case .mean: return .mean(values) ?? 0
    case .trimmedMean:
      guard values.count > 2 else { return .mean(values) ?? 0 }
      return .mean(Array(values.sorted().dropFirst().dropLast())) ?? 0
    }
  }

  // MARK: Clauses

  /// What a clause moves the item's score by, within the clause's own limit.
  private func change(by clause: SpecClause, in index: Int, _ unit: Int) -> Extent {
    guard hasFigures(clause, unit) else { return .zero }
    var change = unlimitedChange(by: clause, in: index, unit)
    if let (attribute, factor) = placed[index].item.multiplier, clause.rule.verb == .deduct,
      year.units[unit].answers[attribute] == 1
    {
      change = change.rising { $0 * factor }
    }
    switch clause.limit {
    case .atMost(.deduct, let most)?: return change.raised(to: -most)
    case .atMost(_, let most)?: return change.lowered(to: most)
    case .untilExhausted?:
      let worth = placed[index].item.worth
      return change.raised(to: -(worth.points == nil ? worth.deduction ?? 0 : fullMark(of: index, unit)))
    case .unlimited?, .itemAtMost?, nil: return change
    }
  }

  private func unlimitedChange(by clause: SpecClause, in index: Int, _ unit: Int) -> Extent {
    let facts = clause.facts
    switch clause.rule {
    case .points(let verb, let figures, let sharing):
      let flags = facts.map { waived(highest($0, unit, in: index) ?? flag($0, unit), $0, unit) }
      return signed(verb, shared(figures, sharing, flags))
    case .perUnit(let verb, let points, let step, let rule):
      let worths = facts.map { fact in
        let value = highest(fact, unit, in: index) ?? lowered(value(fact, unit), fact, unit)
        return waived(value.raised(to: 0).rising { points * steps($0, step, rule) }, fact, unit)
      }
      return signed(verb, .sum(worths))
    case .shortfall(let points, let step, let rule), .excess(let points, let step, let rule):
      return -Extent.sum(facts.map { missed($0, unit) { points * steps($0, step, rule) } })
    case .otherwise(let points):
      let missedPeriods = facts.flatMap { met($0, unit) }.map { $0.falling { 1 - $0 } }
      return -Extent.sum(missedPeriods).rising { points * $0 }
    case .reached(let points):
      return allOf(facts.flatMap { $0.requirement == nil ? [flag($0, unit)] : met($0, unit) }).rising {
        points * $0
      }
    case .missingCount(let points):
      return -Extent.sum(facts.map { value($0, unit) }).rising { points * $0 }
    case .outside(let points, let step, let rule):
      return -Extent.sum(facts.map { value($0, unit) }).rising { points * steps($0, step, rule) }
    case .discretion(let verb, _, _), .asReported(let verb):
      return signed(verb, .sum(facts.map { value($0, unit) }))
    case .keeps(let points):
      let amount = Extent.sum(facts.map { value($0, unit) }).lowered(to: points)
      return startsFull(index) ? -amount : amount.falling { points - $0 }
    case .conversion, .lossConversion, .completion, .share:
      return .sum(facts.map { converted($0, by: clause.rule, in: index, unit) })
    case .absenceAward(let points):
      return .sum(facts.map { flag($0, unit).falling { points * (1 - $0) } })
    case .curve(let curve): return curved(curve, facts[0], unit)
    case .compared(let comparison): return compared(comparison, facts[0], unit)
    case .formula(let formula): return computed(formula, facts, points: fullMark(of: index, unit), unit)
    case .ranked(let verb, let figures, let others):
      return signed(verb, ranked(figures, others ?? 0, facts[0], unit))
    case .byLevel(let verb, let figures): return signed(verb, byLevel(figures, facts[0], unit))
    case .zeroItem, .countsAs, .lowers, .waives:
      return .zero
    }
  }

  /// The figure of the word or place; while it is not known, anything it may come to.
  private func ranked(_ figures: [Rational], _ others: Rational, _ fact: SpecFact, _ unit: Int) -> Extent {
    if let row = rows(fact, unit, 0).last, let place = row.value.numeratorInt128 {
      return Extent(place <= figures.count ? figures[Int(place) - 1] : others)
    }
    let isOpen = fact.kind == .place || figures.count < fact.levels.count
    let possible = figures + (isOpen ? [others] : [])
    return Extent(possible.min(), possible.max())
  }

  private func signed(_ verb: ScoringVerb, _ extent: Extent) -> Extent { verb == .deduct ? -extent : extent }

  private func shared(_ figures: [Rational], _ sharing: SpecSharing, _ flags: [Extent]) -> Extent {
    let first = figures.first ?? 0
    switch sharing {
    case .any: return anyOf(flags).rising { first * $0 }
    case .all: return allOf(flags).rising { first * $0 }
    case .each:
      return .sum(
        flags.enumerated().map { index, flag in
          let figure = figures.count == 1 ? first : figures[index]
          return flag.rising { figure * $0 }
        })
    }
  }

  /// How many steps a distance of 0 or more is.
  private func steps(_ distance: Rational, _ step: Rational, _ rule: StepRule) -> Rational {
    let quotient = distance.divided(by: step) ?? 0
    switch rule {
    case .proportional: return quotient
    case .wholeSteps: return quotient.floor
    case .begunSteps: return quotient.ceiling
    }
  }

  /// The worths of the distances from the requirement, added up over the periods.
  private func missed(_ fact: SpecFact, _ unit: Int, worth: (Rational) -> Rational) -> Extent {
    guard let requirement = fact.requirement else { return .zero }
    return .sum(
      (0..<fact.period.count).map { period in
        let value = value(fact, unit, period)
        if requirement.wantsMore {
          return Extent(
            value.high.map { worth(max(0, requirement.value - $0)) } ?? 0,
            value.low.map { worth(max(0, requirement.value - $0)) })
        }
        return Extent(
          value.low.map { worth(max(0, $0 - requirement.value)) } ?? 0,
          value.high.map { worth(max(0, $0 - requirement.value)) })
      })
  }

  /// For each period 1 where the requirement is met, else 0.
  private func met(_ fact: SpecFact, _ unit: Int) -> [Extent] {
    guard let requirement = fact.requirement else { return [] }
    return (0..<fact.period.count).map { period in
      let value = value(fact, unit, period)
      let (worst, best) = requirement.wantsMore ? (value.low, value.high) : (value.high, value.low)
      let surely = worst.map { requirement.isMet(by: $0) } ?? false
      let possibly = best.map { requirement.isMet(by: $0) } ?? true
      return Extent(surely ? 1 : 0, possibly ? 1 : 0)
    }
  }

  /// What an outside score, deduction or percentage is worth in the item.
  private func converted(_ fact: SpecFact, by rule: SpecRule, in index: Int, _ unit: Int) -> Extent {
    let item = placed[index].item
    let points = fullMark(of: index, unit)
    let cap = item.worth.deduction ?? 0
    let outside = fact.fullMark ?? rulebook.fullMark ?? 100
    let share = value(fact, unit).rising { $0.divided(by: fact.kind == .completion ? 100 : outside) ?? 0 }
    switch rule {
    case .completion: return share.rising { points * min(1, $0) }
    case .share(let weight): return share.rising { points * weight * $0 }
    case .lossConversion where fact.kind == .amount: return share.falling { -cap * $0 }
    case .conversion where item.worth.points != nil: return share.rising { points * $0 }
    default: return share.rising { cap * $0 - cap }
    }
  }
}
