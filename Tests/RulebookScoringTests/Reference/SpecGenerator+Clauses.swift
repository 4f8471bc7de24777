import ExactArithmetic
import RulebookSyntax

extension SpecGenerator {
  /// Clauses of an item that is worth `points` and holds no others.
  mutating func fillLeaf(_ item: inout SpecItem, _ points: Rational) {
    switch random.int(0...31) {
    case 26: item.clauses = [levelClause(.earn)]
    case 27: item.clauses = [levelClause(.deduct)] + deductingClauses(of: points)
    case 28: fillMatters(&item)
    case 29: fillChanged(&item)
    case 30, 31: item.clauses = [formulaClause(of: points)]
    case 23, 24: item.clauses = [rankedClause(.earn, of: points)]
    case 25: item.clauses = [rankedClause(.deduct, of: points)] + deductingClauses(of: points)
    case 16, 17, 18, 19: item.clauses = [curvedAward(of: points)]
    case 20: item.clauses = [curvedAward(of: points.halved), curvedAward(of: points.halved)]
    case 21: item.clauses = [curvedDeduction(of: points)] + deductingClauses(of: points)
    case 22: item.clauses = awardingClauses(of: points) + [curvedBonus(of: 2)]
    case 0, 1: item.clauses = awardingClauses(of: points)
    case 2: item.clauses = [conversion()]
    case 3: item.clauses = [completion()]
    case 4: item.clauses = shares()
    case 5: item.clauses = keeping(points)
    case 6: item.clauses = [clause([fact(.count)], .perUnit(.earn, figure(), step: 1, .proportional))]
    case 7: item.clauses = [clause([fact(.score)], .asReported(.earn))]
    case 8: fillMixed(&item, points)
    case 9: if !fillExclusiveGroups(&item, points) { item.clauses = awardingClauses(of: points) }
    case 10: item.clauses = awardingClauses(of: points) + [addingClause(of: 2, isLimited: true)]
    case 11:
      item.worth.deduction = random.pick([1, 2])
      item.clauses = deductingClauses(of: points)
    default: item.clauses = deductingClauses(of: points)
    }
    if item.children.isEmpty, random.chance(6) { item.clauses.append(clause([fact(.yesNo)], .zeroItem)) }
  }

  /// Awards and deductions side by side, with 起评.
  private mutating func fillMixed(_ item: inout SpecItem, _ points: Rational) {
    switch random.int(0...3) {
    case 0:
      item.start = .points(0)
      item.clauses = awardingClauses(of: points) + [deductingClause(of: points)]
    case 1:
      item.start = .points(0)
      item.clauses = [random.chance(50) ? conversion() : completion()] + [deductingClause(of: points)]
    case 2:
      item.start = .fullMark
      item.clauses = [addingClause(of: 2, isLimited: true)] + deductingClauses(of: points)
    default:
      item.start = .points(points.halved)
      item.clauses = [addingClause(of: 1, isLimited: true), deductingClause(of: points)]
      if random.chance(50) { item.ceiling = .some(points + 1) }
      if random.chance(30) { item.floor = .some(-1) }
    }
  }

  // MARK: Facts and figures

  private mutating func fact(_ kind: EvidenceKind) -> SpecFact {
    var fact = SpecFact(name: name(), kind: kind)
    switch kind {
    case .count, .yesNo, .amount:
      fact.unit = random.pick(["次", "起", "件", "条", "篇", "例", "个", "家", "人次", "份"])
    case .measurement: fact.unit = random.pick(["天", "万元", "亩"])
    case .percentage, .completion: fact.unit = "%"
    case .score, .money, .place, .grade: break
    }
    if kind == .score {
      fact.fullMark = random.chance(70) ? 100 : random.pick([10, 50, 120])
      if random.chance(30) { fact.combination = random.pick([.mean, .trimmedMean, .maximum]) }
    }
    if kind == .completion, random.chance(60) { fact.combination = .mean }
    return fact
  }

  private mutating func facts(_ range: ClosedRange<Int>, _ kind: EvidenceKind) -> [SpecFact] {
    let first = fact(kind)
    return [first]
      + (0..<random.int(range) - 1).map { _ in
        var next = fact(kind)
        next.unit = first.unit
        return next
      }
  }

  /// Points that divide into decimals.
  private mutating func figure() -> Rational {
    let hundredths = random.pick([5, 10, 20, 25, 30, 50, 100, 150, 200])
    return Rational(hundredths).divided(by: 100) ?? 1
  }

  private mutating func clause(_ facts: [SpecFact], _ rule: SpecRule, _ limit: SpecLimit? = nil) -> SpecClause
  {
    SpecClause(facts: facts, rule: rule, limit: limit, look: random.look())
  }

  private mutating func rule() -> StepRule { random.pick(StepRule.allCases) }

  // MARK: Conversions

  mutating func conversion() -> SpecClause { clause([fact(.score)], .conversion) }

  mutating func lossConversion() -> SpecClause {
    var fact = fact(random.chance(50) ? .score : .amount)
    if fact.kind == .amount { fact.fullMark = 100 }
    return clause([fact], .lossConversion)
  }

  mutating func completion() -> SpecClause { clause([fact(.completion)], .completion) }

  /// Scores that share an item's points.
  private mutating func shares() -> [SpecClause] {
    let weights: [[Int]] = [[1, 3], [2, 2], [3, 1], [1, 1, 2]]
    return random.pick(weights).map { weight in
      clause([fact(.score)], .share(Rational(weight).divided(by: 4) ?? 1))
    }
  }

  private mutating func keeping(_ points: Rational) -> [SpecClause] {
    let parts = random.chance(60) ? [points] : [points.halved, points.halved]
    var clauses = parts.map { clause([fact(.amount)], .keeps($0)) }
    if random.chance(30) { clauses.append(deductingClause(of: points)) }
    return clauses
  }

  // MARK: Awards

  /// Awards that add up to `points`.
  mutating func awardingClauses(of points: Rational) -> [SpecClause] {
    switch random.int(0...3) {
    case 0: return [award(points)]
    case 1: return [award(points.halved), award(points.halved)]
    case 2:
      let facts = facts(2...3, .yesNo)
      let share = points.divided(by: Rational(facts.count == 2 ? 2 : 4)) ?? points
      if facts.count == 2 { return [clause(facts, .points(.earn, [share], .each))] }
      return [clause(facts, .points(.earn, [share + share, share, share], .each))]
    default:
      let quarter = points.halved.halved
      return [award(quarter), award(quarter + quarter), award(quarter)]
    }
  }

  /// One award of so many points.
  private mutating func award(_ points: Rational) -> SpecClause {
    switch random.int(0...5) {
    case 0: return clause([fact(.count)], .absenceAward(points))
    case 1, 2: return clause([required(isYearly: true)], .reached(points))
    case 3:
      let facts =
        random.chance(50) ? facts(2...3, .yesNo) : [required(isYearly: true), required(isYearly: true)]
      return facts[0].kind == .yesNo
        ? clause(facts, .points(.earn, [points], .all)) : clause(facts, .reached(points))
    default: return clause([fact(.yesNo)], .points(.earn, [points], .each))
    }
  }

  /// Something that adds to an item's points.
  mutating func addingClause(of points: Rational, isLimited: Bool = false) -> SpecClause {
    let isCounted = random.chance(60)
    let limit: SpecLimit? = isLimited || random.chance(20) ? .atMost(.add, points) : nil
    return isCounted
      ? clause([fact(.count)], .perUnit(.add, figure(), step: 1, .proportional), limit)
      : clause([fact(.yesNo)], .points(.add, [min(figure(), points)], .each), limit)
  }

  // MARK: Requirements

  /// A fact with something asked of it.
  private mutating func required(
    isYearly: Bool = false,
    _ directions: [RequirementSyntax.Direction] = [.atLeast, .atLeast, .atMost, .above, .below]
  )
    -> SpecFact
  {
    let direction = random.pick(directions)
    switch random.int(0...9) {
    case 0:
      var fact = fact(.percentage)
      fact.requirement = SpecRequirement(direction: direction, value: random.pick([80, 90, 95]))
      if !isYearly, random.chance(20) { fact.period = .halfYear }
      return fact
    case 1:
      var fact = fact(.measurement)
      fact.requirement = SpecRequirement(direction: direction, value: random.pick([10, 60, 340]))
      return fact
    default:
      var fact = fact(.count)
      fact.requirement = SpecRequirement(direction: direction, value: Rational(random.int(1...4)))
      if !isYearly, random.chance(40) { fact.period = random.pick([.halfYear, .quarter, .month]) }
      return fact
    }
  }

  // MARK: Deductions

  mutating func deductingClauses(of points: Rational) -> [SpecClause] {
    var clauses = (0..<random.int(1...4)).map { _ in deductingClause(of: points) }
    if random.chance(15) {
      let deduction = clause([fact(.yesNo)], .points(.deduct, [figure()], .each))
      clauses.append(deduction)
      clauses.append(clause([fact(.yesNo)], .countsAs(deduction.facts[0].name)))
    }
    if random.chance(6) { clauses[0].limit = clauses[0].canBeLimited ? .itemAtMost(points.halved) : nil }
    return clauses
  }

  mutating func deductingClause(of points: Rational) -> SpecClause {
    var clause = plainDeduction(of: points)
    guard clause.canBeLimited else { return clause }
    switch random.int(0...19) {
    case 0, 1: clause.limit = .atMost(.deduct, points.halved)
    case 2: clause.limit = .untilExhausted
    default: break
    }
    return clause
  }

  private mutating func plainDeduction(of points: Rational) -> SpecClause {
    switch random.int(0...17) {
    case 17: return comparedLoss()
    case 0, 1: return clause([fact(.yesNo)], .points(.deduct, [figure()], .each))
    case 2: return clause(facts(2...4, .yesNo), .points(.deduct, [figure()], .each))
    case 3:
      let facts = facts(2...3, .yesNo)
      return clause(facts, .points(.deduct, facts.map { _ in figure() }, .each))
    case 4: return clause(facts(2...3, .yesNo), .points(.deduct, [figure()], .any))
    case 5, 6: return clause([fact(.count)], .perUnit(.deduct, figure(), step: 1, .proportional))
    case 7: return clause([fact(.count)], .perUnit(.deduct, figure(), step: random.pick([2, 3]), rule()))
    case 8: return clause(facts(2...3, .count), .perUnit(.deduct, figure(), step: 1, .proportional))
    case 9:
      return clause([fact(.measurement)], .perUnit(.deduct, figure(), step: random.pick([1, 5]), rule()))
    case 10, 11: return shortfall()
    case 12:
      let fact = required([.atMost])
      return clause([fact], .excess(figure(), step: step(for: fact), rule()))
    case 13: return clause([required()], .otherwise(figure()))
    case 14: return clause([fact(.count)], .missingCount(figure()))
    case 15: return clause([fact(.amount)], .outside(figure(), step: random.pick([1, 2, 5]), rule()))
    default: return discretion(of: points)
    }
  }

  private mutating func shortfall() -> SpecClause {
    if random.chance(30) {
      var facts = facts(2...2, .count)
      for index in facts.indices {
        facts[index].requirement = SpecRequirement(direction: .atLeast, value: Rational(random.int(1...3)))
        if random.chance(40) { facts[index].period = .quarter }
      }
      return clause(facts, .shortfall(figure(), step: 1, .proportional))
    }
    let fact = required([.atLeast])
    return clause([fact], .shortfall(figure(), step: step(for: fact), rule()))
  }

  private mutating func step(for fact: SpecFact) -> Rational {
    random.chance(70) ? 1 : fact.kind == .count ? 2 : 5
  }

  private mutating func discretion(of points: Rational) -> SpecClause {
    switch random.int(0...2) {
    case 0: return clause([fact(.amount)], .discretion(.deduct, least: nil, greatest: nil))
    case 1: return clause([fact(.amount)], .asReported(.deduct))
    default:
      let least = Rational(1).divided(by: 10) ?? 0
      return clause([fact(.amount)], .discretion(.deduct, least: least, greatest: least + points.halved))
    }
  }
}

extension SpecClause {
  /// Whether a limit may follow it.
  var canBeLimited: Bool {
    switch rule {
    case .points, .perUnit, .shortfall, .excess, .otherwise, .missingCount, .outside: true
    default: false
    }
  }

  /// Whether it must stay where the clauses are that it belongs to.
  var dependsOnNeighbours: Bool {
    if facts.contains(where: \.hasMatters) { return true }
    switch rule {
    case .share, .countsAs, .lowers, .waives: return true
    default: return false
    }
  }
}
