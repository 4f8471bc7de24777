import ExactArithmetic
import RulebookSyntax

/// Words, places and levels.
extension SpecGenerator {
  /// A figure for each word of a list, or for the first places.
  mutating func rankedClause(_ verb: ScoringVerb, of points: Rational) -> SpecClause {
    var fact = SpecFact(name: name(), kind: random.chance(50) ? .grade : .place)
    var figures = [points, points.halved, points.halved.halved]
    if verb == .deduct { figures.reverse() }
    figures = Array(figures.prefix(random.int(verb == .earn ? 2...3 : 3...3)))
    if fact.kind == .grade {
      fact.levels = ["优秀", "良好", "合格", "不合格"].prefix(random.int(figures.count...4)).map { $0 }
      fact.samples = (1...fact.levels.count).map { Rational($0) }
    } else {
      fact.countsFromBottom = random.chance(40)
      fact.samples = [1, 2, 3, 4, 9]
    }
    let isOpen = fact.kind == .place || figures.count < fact.levels.count
    let others: Rational? =
      isOpen && random.chance(50) ? (verb == .earn ? points.halved.halved.halved : 0) : nil
    return SpecClause(
      facts: [fact], rule: .ranked(verb, figures, others: verb == .earn ? others : nil), look: random.look())
  }

  /// A figure for each row by its level, or for the best row.
  mutating func levelClause(_ verb: ScoringVerb) -> SpecClause {
    var fact = SpecFact(name: name(), kind: .count, unit: random.pick(["篇", "次", "件"]))
    fact.levels = Array(["国家级", "省级", "市级", "县级"].prefix(random.int(2...4)))
    if random.chance(40) { fact.combination = .maximum }
    let figures = (0..<fact.levels.count).map { _ in Rational(random.pick([1, 2, 3, 5])).halved }
    return SpecClause(facts: [fact], rule: .byLevel(verb, figures), look: random.look())
  }

  /// 就高：同一事项: deductions of which only the worst counts for each matter.
  mutating func fillMatters(_ item: inout SpecItem) {
    item.countsHighestPerMatter = true
    item.clauses = (0..<random.int(2...3)).map { _ in
      var fact = SpecFact(name: name(), kind: random.chance(70) ? .count : .yesNo)
      fact.hasMatters = true
      let points = Rational(random.pick([1, 2, 3, 4])).halved
      return SpecClause(
        facts: [fact],
        rule: fact.kind == .count
          ? .perUnit(.deduct, points, step: 1, .proportional) : .points(.deduct, [points], .each),
        look: random.look())
    }
  }

  /// Deductions that 核减, 免扣 and 倍数 change.
  mutating func fillChanged(_ item: inout SpecItem) {
    let counted = SpecFact(name: name(), kind: .count, unit: "件")
    let flagged = SpecFact(name: name(), kind: .yesNo)
    item.clauses = [
      SpecClause(
        facts: [counted], rule: .perUnit(.deduct, Rational(1).halved, step: 1, .proportional),
        look: random.look()),
      SpecClause(facts: [flagged], rule: .points(.deduct, [1], .each), look: random.look()),
    ]
    if random.chance(60) {
      let lowering = SpecFact(name: name(), kind: .count, unit: "件")
      item.clauses.append(SpecClause(facts: [lowering], rule: .lowers(counted.name), look: random.look()))
    }
    if random.chance(60) {
      let waiver = SpecFact(name: name(), kind: .yesNo)
      let target = random.chance(50) ? counted.name : flagged.name
      item.clauses.append(SpecClause(facts: [waiver], rule: .waives(target), look: random.look()))
    }
    if let attribute = rulebook.attributes.firstIndex(where: \.values.isEmpty), random.chance(60) {
      item.multiplier = (attribute, random.pick([2, 3, Rational(1).halved]))
      if random.chance(40) { item.clauses[0].limit = .atMost(.deduct, 1) }
    }
  }
}
