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
}
