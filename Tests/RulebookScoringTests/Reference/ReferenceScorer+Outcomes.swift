import ExactArithmetic

/// What years come to, by trying every way in which things that are not known may turn out.
extension ReferenceScorer {
  /// What one year may come to.
  struct Outcome: Equatable {
    var grades: Set<Int>
    /// The worst grade that is surely out of reach.
    var bar: Int?
    /// Whether it comes last: all answers that are possible.
    var isLast: Set<Bool>
    var places: ClosedRange<Int>
  }

  /// Whether something holds of a unit: all answers that are possible.
  private func answers(_ veto: SpecVeto, _ unit: Int) -> [Bool] {
    let (value, least) = (value(veto.fact, unit), veto.least ?? 1)
    if let low = value.low, low >= least { return [true] }
    if let high = value.high, high < least { return [false] }
    return [false, true]
  }

  /// The total after 总分得N分, the lowest of several.
  func settled(_ total: Extent, _ unit: Int) -> Extent {
    guard let outcomes = rulebook.outcomes else { return total }
    var total = total
    var settling: [(points: Rational, answers: [Bool])] = []
    for veto in outcomes.vetoes {
      if case .total(let points) = veto.effect { settling.append((points, answers(veto, unit))) }
    }
    for (points, answers) in settling.sorted(by: { $0.points > $1.points }) {
      if answers == [true] {
        total = Extent(points)
      } else if answers.contains(true) {
        total = total.or(points)
      }
    }
    return total
  }

  /// What the years of all units come to.
  func outcomes(_ scores: Scores) -> [Outcome] {
    guard let outcomes = rulebook.outcomes else { return [] }
    let totals = year.units.indices.map { unit in
      let total = total(unit, scores)
      return rulebook.rounding.map { rounding in total.rising { $0.rounded(places: rounding.places) } }
        ?? total
    }
    let all = year.units.indices.map { unit in worlds(outcomes, unit) }
    let last = all.map { worlds in Set(worlds.map { effects in effects.contains { $0.isLast } }) }
    return year.units.indices.map { unit in
      let grades = Set(all[unit].flatMap { self.grades($0, totals[unit], outcomes) })
      let bars = all[unit].map { effects in effects.compactMap(\.bar).max() ?? -1 }
      let bar = bars.min() ?? -1
      return Outcome(
        grades: grades, bar: bar < 0 ? nil : bar, isLast: last[unit], places: places(unit, totals, last))
    }
  }

  /// What holds of a unit in every way in which things may turn out.
  private func worlds(_ outcomes: SpecOutcomes, _ unit: Int) -> [[SpecVeto.Effect]] {
    outcomes.vetoes.reduce([[]]) { worlds, veto in
      answers(veto, unit).flatMap { holds in worlds.map { holds ? $0 + [veto.effect] : $0 } }
    }
  }

  /// The grades of one world, one for each band in which the total may lie.
  private func grades(_ effects: [SpecVeto.Effect], _ total: Extent, _ outcomes: SpecOutcomes) -> [Int] {
    let worst = outcomes.grades.count - 1
    let best = (effects.compactMap(\.bar).max() ?? -1) + 1
    return (0...worst).filter { mayLie(total, inBand: $0, outcomes.least) }.map { band in
      var grade = effects.compactMap(\.grade).max() ?? band
      grade = max(grade, best)
      let (up, down) = (effects.contains { $0.isUp }, effects.contains { $0.isDown })
      if up, !down { grade = max(grade - 1, best) }
      if down, !up { grade = min(grade + 1, worst) }
      return grade
    }
  }

  /// Band k holds what is at least its own least total and below that of the band before it.
  private func mayLie(_ total: Extent, inBand band: Int, _ least: [Rational]) -> Bool {
    let bottom = band < least.count ? least[band] : nil
    let top = band > 0 ? least[band - 1] : nil
    if let top, let bottom, top <= bottom { return false }
    if let bottom, let high = total.high, high < bottom { return false }
    if let top, let low = total.low, low >= top { return false }
    return true
  }

  /// 1 and one more for each other unit of the group that comes before it; surely, and possibly.
  private func places(_ unit: Int, _ totals: [Extent], _ last: [Set<Bool>]) -> ClosedRange<Int> {
    var (sure, possible) = (0, 0)
    for other in year.units.indices where other != unit && isInOneGroup(other, unit) {
      let (mine, theirs) = (totals[unit], totals[other])
      let isSurelyAbove = theirs.low.flatMap { low in mine.high.map { low > $0 } } ?? false
      let isPossiblyAbove = theirs.high.flatMap { high in mine.low.map { high > $0 } } ?? true
      let pairs = last[other].flatMap { theirs in last[unit].map { (theirs, $0) } }
      if pairs.allSatisfy({ $0 == $1 ? isSurelyAbove : !$0 }) { sure += 1 }
      if pairs.contains(where: { $0 == $1 ? isPossiblyAbove : !$0 }) { possible += 1 }
    }
    return 1 + sure...1 + possible
  }
}

extension SpecVeto.Effect {
  fileprivate var grade: Int? { if case .grade(let grade) = self { grade } else { nil } }
  fileprivate var bar: Int? { if case .bar(let grade) = self { grade } else { nil } }
  fileprivate var isLast: Bool { if case .last = self { true } else { false } }
  fileprivate var isUp: Bool { if case .up = self { true } else { false } }
  fileprivate var isDown: Bool { if case .down = self { true } else { false } }
}
