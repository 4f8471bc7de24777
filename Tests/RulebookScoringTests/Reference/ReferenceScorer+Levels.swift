import ExactArithmetic
import RulebookSyntax

/// Rows by level and by matter, and what is taken off or made nothing of.
extension ReferenceScorer {
  /// Each row for what its level is worth; with 取最高 the best of them, once.
  func byLevel(_ figures: [Rational], _ fact: SpecFact, _ unit: Int) -> Extent {
    let rows = rows(fact, unit, 0)
    let worths = rows.map { row in row.level.map { figures[$0] } ?? 0 }
    guard fact.combination == .maximum else {
      let sum = Rational.sum(zip(rows, worths).map { $0.value * $1 })
      return isSettled(fact) ? Extent(sum) : Extent(sum, nil)
    }
    let best = zip(rows, worths).map { min($0.value, 1) * $1 }.max() ?? 0
    return isSettled(fact) ? Extent(best) : Extent(best, figures.max())
  }

  /// What is left of a quantity.
  func lowered(_ value: Extent, _ fact: SpecFact, _ unit: Int) -> Extent {
    guard let lowerings = lowerings[fact.name] else { return value }
    return (value + -Extent.sum(lowerings.map { self.value($0, unit) })).raised(to: 0)
  }

  /// Nothing where something makes nothing of it.
  func waived(_ worth: Extent, _ fact: SpecFact, _ unit: Int) -> Extent {
    guard let waivers = waivers[fact.name] else { return worth }
    let waiver = anyOf(waivers.map { flag($0, unit) })
    return waiver.low == 1 ? .zero : waiver.high == 1 ? worth.or(0) : worth
  }

  /// A row with what it is worth alone, and where its sentence stands.
  private struct Candidate {
    let fact: String
    let order: Int
    let value: Rational
    let worth: Rational
    let matter: String
  }

  /// The quantity of a fact of an item in which only the row worth most counts for each matter; `nil` elsewhere.
  func highest(_ fact: SpecFact, _ unit: Int, in index: Int) -> Extent? {
    let item = placed[index].item
    guard item.countsHighestPerMatter else { return nil }
    var candidates: [Candidate] = []
    for (order, clause) in item.clauses.enumerated() {
      for member in clause.facts {
        for row in rows(member, unit, 0) {
          let worth = row.value * clause.figure
          candidates.append(
            Candidate(
              fact: member.name, order: order, value: row.value, worth: worth, matter: row.matter ?? ""))
        }
      }
    }
    let kept = Dictionary(grouping: candidates, by: \.matter).values.compactMap { rows in
      rows.min { ($1.worth, $0.order) < ($0.worth, $1.order) }
    }
    let mine = Rational.sum(kept.filter { $0.fact == fact.name }.map(\.value))
    let others = item.clauses.flatMap(\.facts).filter { $0.name != fact.name }
    let hasRows = !rows(fact, unit, 0).isEmpty
    let mayLose = hasRows && others.contains { !isSettled($0) }
    let value = fact.kind == .yesNo ? min(mine, 1) : mine
    let most: Rational? = isSettled(fact) ? value : fact.kind == .yesNo ? 1 : nil
    return Extent(mayLose ? 0 : value, most)
  }
}

extension SpecClause {
  /// What one of it is worth.
  fileprivate var figure: Rational {
    switch rule {
    case .points(_, let figures, _): figures.first ?? 0
    case .perUnit(_, let points, _, _): points
    default: 0
    }
  }
}
