import ExactArithmetic
import RulebookSyntax

/// Awards, slopes, bands and series worth so many points.
extension SpecGenerator {
  /// A clause of several phrases that awards `points`.
  mutating func curvedAward(of points: Rational) -> SpecClause {
    switch random.int(0...9) {
    case 7, 8, 9: return comparedAward(of: points)
    case 0, 1: return slopedAward(of: points)
    case 2: return sharedAward(of: points)
    case 3: return stagedAward(of: points)
    case 4: return bandedAward(of: points)
    case 5: return seriesAward(of: points)
    default: return periodicAward(of: points)
    }
  }

  private mutating func rule() -> StepRule { random.pick(StepRule.allCases) }

  private mutating func slope(
    _ verb: ScoringVerb, isUpwards: Bool, band: SpecBand? = nil, _ fact: SpecFact
  ) -> SpecCurve.Slope {
    let isCounted = fact.kind == .count
    return SpecCurve.Slope(
      band: band, isUpwards: isUpwards, verb: verb,
      points: random.pick([Rational(1).halved, 1, tenth, tenth + tenth]),
      step: isCounted ? 1 : random.pick([1, 1, 2, 5]), rule: isCounted ? .wholeSteps : curveRule)
  }

  private var tenth: Rational { Rational(1).divided(by: 10) ?? 0 }

  /// Adds what goes beyond what is asked, within a limit.
  private mutating func addBonus(to curve: inout SpecCurve, _ fact: SpecFact, isUpwards: Bool) {
    guard random.chance(60) else { return }
    curve.slopes.append(slope(.add, isUpwards: isUpwards, fact))
    curve.added = random.pick([1, 2, 3])
  }

  // MARK: Shapes

  /// 得N分，每少…扣…, 每超…加….
  private mutating func slopedAward(of points: Rational) -> SpecClause {
    let (fact, required) = measured([.atLeast, .atLeast, .atMost])
    var curve = SpecCurve(required: required, awards: [.init(points: points)])
    curve.slopes = [slope(.deduct, isUpwards: !required.wantsMore, fact)]
    if random.chance(40) { curve.taken = points.halved }
    addBonus(to: &curve, fact, isUpwards: required.wantsMore)
    if random.chance(25), required.wantsMore, fact.kind != .count {
      curve.zeroes = SpecBand(upper: required.value - 20, includesUpper: false)
    }
    return clause(of: curve, fact)
  }

  /// 得N分，未达到的按比例得分.
  private mutating func sharedAward(of points: Rational) -> SpecClause {
    let (fact, required) = measured([.atLeast])
    var curve = SpecCurve(required: required, awards: [.init(points: points)], share: .short)
    let floor = (required.value * 6).divided(by: 10)?.floor ?? 0
    switch random.int(0...2) {
    case 0 where floor > 0:
      curve.share = .band(SpecBand(lower: floor))
      curve.otherwise = random.pick([0, points.halved.halved])
    case 1 where floor > 0:
      curve.awards.append(
        .init(band: SpecBand(upper: floor, includesUpper: false), points: random.pick([0, points.halved])))
    default: break
    }
    addBonus(to: &curve, fact, isUpwards: true)
    return clause(of: curve, fact)
  }

  /// Several stretches, up and down from what is asked.
  private mutating func stagedAward(of points: Rational) -> SpecClause {
    let (fact, required) = task()
    var curve = SpecCurve(required: required, awards: [.init(points: points)])
    let top = required.value + random.pick([10, 20, 30])
    curve.slopes = [
      slope(.add, isUpwards: true, band: SpecBand(lower: required.value, upper: top), fact),
      slope(.add, isUpwards: true, band: SpecBand(lower: top), fact),
    ]
    curve.added = random.pick([2, 3])
    if random.chance(60) {
      let bottom = required.value - random.pick([10, 20])
      curve.slopes.append(slope(.deduct, isUpwards: false, band: SpecBand(lower: bottom), fact))
      curve.slopes.append(slope(.deduct, isUpwards: false, band: SpecBand(upper: bottom), fact))
      if random.chance(50) { curve.taken = points.halved }
    }
    return clause(of: curve, fact)
  }

  /// 80%以上的得…，90%以上的得…，否则….
  private mutating func bandedAward(of points: Rational) -> SpecClause {
    var (fact, _) = random.chance(50) ? task() : measured([.atLeast])
    fact.requirement = nil
    if fact.kind == .completion { fact.kind = .percentage }
    let starts: [Rational] = fact.kind == .count ? [2, 5, 9] : [40, 60, 90]
    fact.samples = starts + starts.map { $0 - 1 } + starts.map { $0 + 3 }
    let steps = [points.halved.halved, points.halved, points]
    var curve = SpecCurve()
    let isNested = random.chance(40)
    for (index, start) in starts.enumerated() {
      let next = index + 1 < starts.count ? starts[index + 1] : nil
      let includesUpper = random.chance(50)
      let band =
        isNested || next == nil
        ? SpecBand(lower: start) : SpecBand(lower: start, upper: next, includesUpper: includesUpper)
      curve.awards.append(.init(band: band, points: steps[index]))
    }
    if random.chance(50) { curve.otherwise = random.pick([0, points.halved.halved.halved]) }
    return clause(of: curve, fact)
  }

  /// 得10分，完成90%得9分，…，依次类推.
  private mutating func seriesAward(of points: Rational) -> SpecClause {
    let (fact, required) = task()
    let stride: Rational = random.pick([5, 10])
    let fall = points.divided(by: 10) ?? 1
    var curve = SpecCurve(required: required, awards: [.init(points: points)], goesOn: true)
    for step in 1...random.int(1...2) {
      curve.awards.append(
        .init(band: SpecBand(lower: 100 - stride * Rational(step)), points: points - fall * Rational(step)))
    }
    return clause(of: curve, fact)
  }

  /// 按月…，得N分，每少一次扣….
  private mutating func periodicAward(of points: Rational) -> SpecClause {
    var (fact, required) = counted(1...3, [.atLeast, .atMost])
    fact.period = random.pick([.month, .quarter, .halfYear])
    var curve = SpecCurve(required: required, awards: [.init(points: points)])
    curve.slopes = [slope(.deduct, isUpwards: !required.wantsMore, fact)]
    if random.chance(30) { curve.taken = points.halved }
    return clause(of: curve, fact)
  }

  // MARK: Movements

  /// 第1次扣…，第2次扣…, from full points.
  mutating func curvedDeduction(of points: Rational) -> SpecClause {
    let (fact, _) = counted(1...1, [.atLeast])
    var curve = SpecCurve()
    curve.events = (1...random.int(1...3)).map { _ in random.pick([tenth, Rational(1).halved, 1]) }
    if random.chance(40) { curve.furtherEvents = random.pick([tenth, 1]) }
    if random.chance(40) {
      curve.zeroes = SpecBand(lower: Rational(curve.events.count + 2))
    }
    if random.chance(30) { curve.taken = points.halved }
    var counted = bare(fact)
    counted.unit = "次"
    return clause(of: curve, counted)
  }

  /// 50至99件加…，100件以上加…, or a series of them.
  mutating func curvedBonus(of points: Rational) -> SpecClause {
    if random.chance(40) { return comparedBonus(of: points) }
    let (fact, _) = counted(1...1, [.atLeast])
    var curve = SpecCurve()
    if random.chance(50) {
      let stride: Rational = random.pick([2, 3])
      curve.figures = (1...2).map {
        .init(band: SpecBand(lower: stride * Rational($0)), verb: .add, points: points.divided(by: 4) ?? 1)
      }
      curve.figures[1].points = points.halved
      curve.goesOn = true
    } else {
      curve.figures = [
        .init(band: SpecBand(lower: 2, upper: random.pick([3, 4])), verb: .add, points: points.halved),
        .init(band: SpecBand(lower: 4), verb: .add, points: points),
      ]
    }
    curve.added = points
    var counted = bare(fact)
    counted.samples = [1, 2, 3, 4, 6, 9]
    return clause(of: curve, counted)
  }

  // MARK: Facts

  private func bare(_ fact: SpecFact) -> SpecFact {
    var bare = fact
    bare.requirement = nil
    return bare
  }

  /// A task, done in percent.
  private mutating func task() -> (SpecFact, SpecRequirement) {
    var fact = SpecFact(name: name(), kind: .completion, unit: "%")
    fact.samples = [0, 45, 69, 70, 79, 80, 90, 95, 99, 100, 101, 110, 115, 120, 130, 133, 180]
    return (fact, SpecRequirement(direction: .atLeast, value: 100))
  }

  private mutating func counted(
    _ range: ClosedRange<Int>, _ directions: [RequirementSyntax.Direction]
  ) -> (SpecFact, SpecRequirement) {
    let required = SpecRequirement(direction: random.pick(directions), value: Rational(random.int(range)))
    var fact = SpecFact(name: name(), kind: .count, unit: random.pick(["次", "件", "起"]))
    fact.requirement = required
    return (fact, required)
  }

  /// Something counted or measured in percent, with something asked of it.
  private mutating func measured(
    _ directions: [RequirementSyntax.Direction]
  ) -> (SpecFact, SpecRequirement) {
    if random.chance(30) { return counted(3...8, directions) }
    if random.chance(30), directions.allSatisfy({ $0 == .atLeast }) { return task() }
    let required = SpecRequirement(direction: random.pick(directions), value: random.pick([80, 90, 95]))
    var fact = SpecFact(name: name(), kind: .percentage, unit: "%")
    fact.requirement = required
    fact.samples = [-25, -10, -3, -1, 0, 1, 2, 3, 5, 10].map { required.value + $0 }
    return (fact, required)
  }

  private mutating func clause(of curve: SpecCurve, _ fact: SpecFact) -> SpecClause {
    var curve = curve
    // One rule of steps for all slopes of an evidence.
    let rule = curveRule
    for index in curve.slopes.indices where fact.kind != .count { curve.slopes[index].rule = rule }
    return SpecClause(facts: [fact], rule: .curve(curve), limit: nil, look: random.look())
  }

  /// What the head says, so that the bracket need not.
  private var curveRule: StepRule { rulebook.stepRule ?? .proportional }
}
