import ExactArithmetic
import RulebookModel
import RulebookSyntax

/// Turns a rulebook into a plan: clauses first, then items from the leaves up.
struct Planner {
  let rulebook: Rulebook
  var plan = Plan()
  private var gathered: [GatherKey: NodeID] = [:]

  private struct GatherKey: Hashable {
    let gather: Gather
    let axis: Period
  }

  private init(_ rulebook: Rulebook) { self.rulebook = rulebook }

  /// The plan of a rulebook.
  static func plan(_ rulebook: Rulebook) -> Plan {
    var planner = Planner(rulebook)
    planner.items()
    let outcomes = rulebook.outcomes.rules.map { planner.outcomeOfEvidence($0) }
    planner.settleTotal(outcomes)
    planner.outcomes(outcomes)
    return planner.plan
  }

  // MARK: Clauses

  private mutating func clause(_ clause: Clause) -> ClauseTrace {
    var trace = ClauseTrace()
    let site = Site(item: clause.item, applicability: clause.applicability)
    let axis = rulebook.axis(ofItem: clause.item)
    trace.terms = clause.terms.map { term($0, site) }
    trace.asked = sum(trace.terms.map(\.points), axis)
    trace.counted = clamp(trace.asked, clause.least, clause.greatest, axis)
    return trace
  }

  private mutating func term(_ term: Term, _ site: Site) -> TermTrace {
    let item = site.item
    var formula: FormulaTrace?
    let value: NodeID
    if case .formula(let steps) = term.value {
      let trace = self.formula(steps, site)
      formula = trace
      value = trace.value
    } else {
      value = node(term.value, term.period, site)
    }
    let worth = plan.add(.curve(value, term.curve), axis: term.period)
    var points = term.repetitions == 1 ? worth : plan.add(.fold(worth), axis: term.axis)
    var scale: NodeID?
    switch term.scale {
    case .points: break
    case .fullMark: scale = plan.add(.amount(rulebook.items[item].scoredFullMark), axis: term.axis)
    case .cap:
      let worth = rulebook.items[item].worth
      scale = plan.add(.amount(Amount(worth.deduction ?? worth.points ?? 0)), axis: term.axis)
    }
    if let scale { points = plan.add(.product(points, scale), axis: term.axis) }
    let factor = term.multipliers.isEmpty ? nil : plan.add(.amount(term.factor), axis: term.axis)
    if let factor { points = plan.add(.product(points, factor), axis: term.axis) }
    points = clamp(points, term.least, term.greatest, term.axis)
    let waiver =
      term.waivers.isEmpty ? nil : any(term.waivers.map { occurrence(of: $0, term.axis) }, term.axis)
    if let waiver { points = plan.add(.unless(zero: waiver, points), axis: term.axis) }
    return TermTrace(
      value: value, worth: worth, formula: formula, scale: scale, factor: factor, waiver: waiver,
      points: points)
  }

  // MARK: Values

  /// The values, for each unit and period.
  mutating func node(_ value: Value, _ axis: Period, _ site: Site) -> NodeID {
    switch value {
    case .reported(let reading):
      return rulebook.evidence[reading.evidence].definition == nil
        ? node(reading, axis) : definition(reading.evidence, site)
    case .formula(let steps): return formula(steps, site).value
    case .score(let item): return plan.itemNodes[item]
    case .fullMark(let item): return plan.add(.amount(rulebook.items[item].fullMark), axis: axis)
    case .any(let evidence): return any(evidence.map { occurrence(of: $0, axis) }, axis)
    case .all(let parts):
      let together = plan.add(.sum(parts.map { reached($0, axis) }), axis: axis)
      let all = Requirement(direction: .atLeast, value: Rational(parts.count), unit: nil)
      return plan.add(.curve(together, .threshold(all, met: 1, missed: 0)), axis: axis)
    case .constant(let figure): return plan.add(.amount(Amount(figure)), axis: axis)
    case .reference(let reference): return plan.add(.reference(reference), axis: axis)
    case .magnitude(let value):
      return plan.add(.curve(node(value, axis, site), .magnitude), axis: axis)
    case .statistic(let statistic, let value, let population):
      let node = plan.add(
        .statistic(statistic, node(value, axis, site), among: population, item: site.item), axis: axis)
      if let evidence = value.evidence.first {
        plan.evidenceStatistics.append((node, statistic, evidence))
      }
      return node
    case .arithmetic(let operation, let left, let right):
      var site = site
      (site.divisors, site.isShared) = (right.evidence, right.isOfAllUnits)
      let nodes = (node(left, axis, site), node(right, axis, site))
      return plan.add(.arithmetic(operation, nodes.0, nodes.1, at: site), axis: axis)
    }
  }

  private mutating func node(_ reading: Value.Reading, _ axis: Period) -> NodeID {
    let rows = gather(
      Gather(
        evidence: reading.evidence, rowCeiling: reading.rowCeiling, weights: reading.weights,
        matterGroup: reading.matterGroup), axis)
    let own = lowered(rows, by: reading.loweredBy, axis)
    guard !reading.alsoCounted.isEmpty else { return own }
    let others = reading.alsoCounted.map { occurrence(of: $0, axis) }
    if rulebook.evidence[reading.evidence].kind == .yesNo { return any([own] + others, axis) }
    return plan.add(.sum([own] + others), axis: axis)
  }

  /// 核减: what is left of a quantity, no less than nothing.
  private mutating func lowered(_ node: NodeID, by evidence: [Int], _ axis: Period) -> NodeID {
    guard !evidence.isEmpty else { return node }
    let taken = plan.add(
      .sum(evidence.map { gather(Gather(evidence: $0, rowCeiling: nil), axis) }), axis: axis)
    let rest = plan.add(
      .arithmetic(.difference, node, taken, at: Site(item: 0, applicability: .everyone)), axis: axis)
    return plan.add(.clamp(rest, low: plan.add(.amount(.zero), axis: axis), high: nil), axis: axis)
  }

  private mutating func reached(_ part: Value.Reached, _ axis: Period) -> NodeID {
    guard let requirement = part.requirement else { return occurrence(of: part.evidence, axis) }
    let value = gather(Gather(evidence: part.evidence, rowCeiling: nil), axis)
    return plan.add(.curve(value, .threshold(requirement, met: 1, missed: 0)), axis: axis)
  }

  /// 1 where any of the nodes is above 0.
  private mutating func any(_ nodes: [NodeID], _ axis: Period) -> NodeID {
    plan.add(.curve(plan.add(.sum(nodes), axis: axis), .occurrence(1)), axis: axis)
  }

  /// 1 where the evidence occurs.
  private mutating func occurrence(of evidence: Int, _ axis: Period) -> NodeID {
    plan.add(.curve(gather(Gather(evidence: evidence, rowCeiling: nil), axis), .occurrence(1)), axis: axis)
  }

  private mutating func gather(_ gather: Gather, _ axis: Period) -> NodeID {
    let key = GatherKey(gather: gather, axis: axis)
    if let known = gathered[key] { return known }
    let node = plan.add(.gather(gather), axis: axis)
    gathered[key] = node
    return node
  }

  // MARK: Items

  private mutating func items() {
    let blank = Plan().nodes.count
    plan.itemNodes = rulebook.items.map { _ in blank }
    plan.periodNodes = plan.itemNodes
    plan.itemTraces = rulebook.items.map { _ in
      ItemTrace(start: blank, asked: blank, low: nil, high: nil, fullMark: blank, zero: nil, scored: blank)
    }
    plan.clauseTraces = rulebook.clauses.map { _ in ClauseTrace() }
    for index in rulebook.order {
      for clause in rulebook.items[index].clauses {
        plan.clauseTraces[clause] = self.clause(rulebook.clauses[clause])
      }
      item(index)
      if rulebook.items[index].periodic != nil { showYear(ofItemsIn: index) }
    }
  }

  /// 总分得N分: the total is another one where the rule holds.
  private mutating func settleTotal(_ outcomes: [OutcomeTrace?]) {
    plan.earnedTotal = plan.itemNodes.first ?? 0
    // The lowest figure has the last word.
    let settling = zip(rulebook.outcomes.rules, outcomes).compactMap { rule, trace in
      if case .total(let points) = rule.effect { trace.map { (points: points, trace: $0) } } else { nil }
    }
    for (points, trace) in settling.sorted(by: { $0.points > $1.points }) {
      let instead = plan.add(.amount(Amount(points)))
      plan.itemNodes[0] = plan.add(.unless(zero: trace.holds, plan.itemNodes[0], instead: instead))
    }
  }

  private mutating func item(_ index: Int) {
    let item = rulebook.items[index]
    let axis = rulebook.axis(ofItem: index)
    let own = item.clauses.filter { rulebook.clauses[$0].effect != .zeroesItem }
    let start = plan.add(.amount(item.scoredStart), axis: axis)
    let children = item.isComputed ? [] : item.children.map { weighed($0, in: index) }
    let parts = own.map { counted($0, in: item) } + children
    let asked = parts.isEmpty ? start : plan.add(.sum([start] + parts), axis: axis)
    var trace = ItemTrace(
      start: start, asked: asked, low: nil, high: nil,
      fullMark: plan.add(.amount(item.scoredFullMark), axis: axis), zero: nil, scored: asked)
    if item.hasWorth || item.periodic != nil {
      trace.low = item.scoredLow.map { plan.add(.amount($0), axis: axis) }
      trace.high = item.scoredHigh.map { plan.add(.amount($0), axis: axis) }
      if trace.low != nil || trace.high != nil {
        trace.scored = plan.add(.clamp(asked, low: trace.low, high: trace.high), axis: axis)
      }
    }
    let zeroing = item.clauses.filter { rulebook.clauses[$0].effect == .zeroesItem }
    if !zeroing.isEmpty {
      let zero = sum(zeroing.map { counted($0, in: item) }, axis)
      trace.zero = zero
      trace.scored = plan.add(.unless(zero: zero, trace.scored), axis: axis)
    }
    if item.periodic != nil { trace.year = plan.add(.year(trace.scored, fold(of: item), item: index)) }
    plan.itemTraces[index] = trace
    let score = trace.year.map { ofYear($0, item) } ?? trace.scored
    let isYearly = trace.year != nil || axis == .year
    let granted = rounded(granted(rounded(score, item), index, isYearly ? .year : axis), item)
    plan.periodNodes[index] = isYearly ? trace.scored : granted
    plan.itemNodes[index] = granted
  }

  /// What a child brings to the item around it: of each period inside 按月考核, else of the year.
  private mutating func weighed(_ child: Int, in parent: Int) -> NodeID {
    let node = rulebook.items[parent].periodicItem == nil ? plan.itemNodes[child] : plan.periodNodes[child]
    guard let weight = rulebook.items[child].weight else { return node }
    let axis = plan.nodes[node].axis
    return plan.add(.product(node, plan.add(.amount(Amount(weight)), axis: axis)), axis: axis)
  }

  private func fold(of item: Item) -> PeriodFold { item.periodic?.fold ?? .sum }

  /// The year of an item of 按月考核 within the bounds of the year.
  private mutating func ofYear(_ node: NodeID, _ item: Item) -> NodeID {
    let (low, high) = item.yearlyBounds
    guard low != nil || high != nil else { return node }
    return plan.add(
      .clamp(node, low: low.map { plan.add(.amount($0)) }, high: high.map { plan.add(.amount($0)) }))
  }

  /// Gives the items in one of 按月考核 a figure of the year: what they bring to its.
  private mutating func showYear(ofItemsIn outer: Int) {
    let fold = fold(of: rulebook.items[outer])
    for index in rulebook.items.indices
    where index != outer && rulebook.items[index].periodicItem == outer {
      let node = plan.periodNodes[index]
      plan.itemNodes[index] =
        fold == .greatest
        ? plan.add(.chosenPeriod(node, by: plan.itemTraces[outer].scored, item: outer))
        : plan.add(.year(node, fold, item: outer))
    }
  }

  /// 保留：各项, 保留：本项: rounded after the bounds, and again where the others get a mean; within 按月考核 what is said of
  /// every item is said of the year.
  private mutating func rounded(_ score: NodeID, _ item: Item) -> NodeID {
    let axis = plan.nodes[score].axis
    guard let places = axis == .year ? rulebook.places(of: item) : item.places else { return score }
    if case .round = plan.nodes[score].operation { return score }
    return plan.add(.round(score, places: places), axis: axis)
  }

  /// What a clause brings to its item: nothing where its own heading does not apply.
  private mutating func counted(_ clause: Int, in item: Item) -> NodeID {
    let applicability = rulebook.clauses[clause].applicability
    let node = plan.clauseTraces[clause].counted
    guard applicability != item.applicability else { return node }
    let axis = plan.nodes[node].axis
    let nothing = plan.add(.amount(.zero), axis: axis)
    return plan.add(.choose(applicability, then: node, otherwise: nothing), axis: axis)
  }

  /// The score where the item applies, and what 其余 says elsewhere.
  private mutating func granted(_ score: NodeID, _ index: Int, _ axis: Period) -> NodeID {
    let item = rulebook.items[index]
    guard !item.ownApplicability.isEveryone else { return score }
    let otherwise: NodeID
    switch item.others {
    case .nothing, .movedTo: otherwise = plan.add(.amount(.zero), axis: axis)
    case .fullMark: otherwise = plan.add(.amount(item.fullMark), axis: axis)
    case .points(let points): otherwise = plan.add(.amount(Amount(points)), axis: axis)
    case .mean:
      let members = Value.Population(item.applicability, group: rulebook.group)
      otherwise = plan.add(.statistic(.mean, score, among: members, item: index), axis: axis)
    }
    return plan.add(.choose(item.ownApplicability, then: score, otherwise: otherwise), axis: axis)
  }

  // MARK: Outcomes

  /// Where a rule on evidence holds; `nil` for one that looks at the total.
  private mutating func outcomeOfEvidence(_ rule: OutcomeRule) -> OutcomeTrace? {
    guard case .reported(let triggers) = rule.condition else { return nil }
    let site = Site(item: rule.home, applicability: rule.applicability)
    let values = triggers.map { node($0.value, $0.period, site) }
    let each = zip(triggers, values).map { trigger, value in
      let holds = plan.add(.curve(value, trigger.curve), axis: trigger.period)
      return trigger.period == .year ? holds : plan.add(.fold(holds))
    }
    let any = plan.add(.curve(sum(each), .occurrence(1)))
    return OutcomeTrace(holds: only(any, where: rule.applicability), values: values)
  }

  /// Where the rules hold, now that there is a total.
  private mutating func outcomes(_ ofEvidence: [OutcomeTrace?]) {
    plan.publishedTotal = plan.itemNodes[0]
    if let rounding = rulebook.rounding {
      plan.publishedTotal = plan.add(.round(plan.itemNodes[0], places: rounding.places))
    }
    plan.tieNodes = rulebook.outcomes.ties.map { tieNode($0) }
    plan.outcomeTraces = zip(rulebook.outcomes.rules, ofEvidence).map { rule, known in
      if let known { return known }
      // Where a quota holds is known only when all units have been compared.
      guard case .total(let curve) = rule.condition else {
        return OutcomeTrace(holds: plan.add(.amount(.zero)), values: [])
      }
      let holds = plan.add(.curve(plan.publishedTotal, curve))
      return OutcomeTrace(holds: only(holds, where: rule.applicability), values: [plan.publishedTotal])
    }
  }

  private mutating func tieNode(_ tie: TieBreak) -> NodeID {
    let value: NodeID =
      switch tie.basis {
      case .item(let item): plan.itemNodes[item]
      case .evidence(let evidence):
        node(.reported(Value.Reading(evidence)), .year, Site(item: 0, applicability: .everyone))
      }
    return tie.lowestFirst ? plan.add(.curve(value, .line(-1))) : value
  }

  /// `node` for the units of an applicability, 0 for the others.
  private mutating func only(_ node: NodeID, where applicability: Applicability) -> NodeID {
    if applicability.isEveryone { return node }
    return plan.add(.choose(applicability, then: node, otherwise: plan.add(.amount(.zero))))
  }

  // MARK: Small pieces

  private mutating func sum(_ nodes: [NodeID], _ axis: Period = .year) -> NodeID {
    nodes.count == 1 ? nodes[0] : plan.add(.sum(nodes), axis: axis)
  }

  private mutating func clamp(
    _ node: NodeID, _ least: Rational?, _ greatest: Rational?, _ axis: Period
  ) -> NodeID {
    if least == nil, greatest == nil { return node }
    let low = least.map { plan.add(.amount(Amount($0)), axis: axis) }
    let high = greatest.map { plan.add(.amount(Amount($0)), axis: axis) }
    return plan.add(.clamp(node, low: low, high: high), axis: axis)
  }
}
