import ExactArithmetic
import RulebookSyntax

/// Sentences that compare with 目标 and 上年.
extension SpecGenerator {
  /// 得N分 for reaching a figure, less where it is missed.
  mutating func comparedAward(of points: Rational) -> SpecClause {
    switch random.int(0...3) {
    case 0: return share(of: points)
    case 1: return growth(of: points)
    default:
      let (fact, comparison) = compared(.award, wantsMore: random.chance(70))
      var award = comparison
      award.points = points
      return clause(fact, award)
    }
  }

  /// 每少1个扣d分.
  mutating func comparedLoss() -> SpecClause {
    let (fact, comparison) = compared(.loss, wantsMore: random.chance(70))
    return clause(fact, comparison)
  }

  /// 每超1个加d分.
  mutating func comparedBonus(of points: Rational) -> SpecClause {
    let (fact, comparison) = compared(.bonus(most: points), wantsMore: true)
    return clause(fact, comparison)
  }

  private mutating func share(of points: Rational) -> SpecClause {
    var fact = SpecFact(name: name(), kind: .measurement, unit: "吨")
    fact.compares = random.chance(70) ? .target : .lastYear
    fact.samples = [0, 10, 25, 40, 80, 100, 130]
    fact.figures = [10, 40, 80, 100]
    return clause(fact, SpecComparison(shape: .share, points: points))
  }

  private mutating func growth(of points: Rational) -> SpecClause {
    var fact = SpecFact(name: name(), kind: .measurement, unit: "吨")
    fact.compares = .lastYear
    fact.samples = [0, 40, 50, 80, 90, 100, 110, 125, 130]
    fact.figures = [-80, -50, 50, 80, 100]
    var comparison = SpecComparison(shape: .growth(asked: random.pick([5, 10, 20])), points: points)
    comparison.perStep = figure()
    comparison.rule = rulebook.stepRule ?? .proportional
    return clause(fact, comparison)
  }

  private mutating func compared(
    _ shape: SpecComparison.Shape, wantsMore: Bool
  ) -> (SpecFact, SpecComparison) {
    var fact: SpecFact
    switch random.int(0...2) {
    case 0:
      fact = SpecFact(name: name(), kind: .count, unit: random.pick(["个", "次", "件"]))
      fact.samples = [0, 1, 2, 3, 4, 5, 8]
      fact.figures = [0, 1, 2, 3, 5]
    case 1:
      fact = SpecFact(name: name(), kind: .percentage, unit: "%")
      fact.samples = [50, 69, 70, 72, 80, 88, 90, 95]
      fact.figures = [60, 70, 80, 90]
    default:
      fact = SpecFact(name: name(), kind: .measurement, unit: "吨")
      fact.samples = [0, 3, 5, 8, 10, 12, 20]
      fact.figures = [-2, 0, 5, 10, 15]
    }
    fact.compares = random.chance(70) ? .target : .lastYear
    var comparison = SpecComparison(shape: shape, wantsMore: wantsMore)
    comparison.perStep = figure()
    if fact.kind != .count {
      comparison.step = random.pick([1, 1, 2])
      comparison.rule = rulebook.stepRule ?? .proportional
    }
    return (fact, comparison)
  }

  private mutating func figure() -> Rational {
    Rational(random.pick([1, 2, 5, 10])).divided(by: 10) ?? 1
  }

  private mutating func clause(_ fact: SpecFact, _ comparison: SpecComparison) -> SpecClause {
    SpecClause(facts: [fact], rule: .compared(comparison), limit: nil, look: random.look())
  }
}
