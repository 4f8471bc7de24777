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
    let picked = picked(all, totals, last, outcomes)
    return year.units.indices.map { unit in
      let isPicked = picked?[unit] ?? [false]
      let grades = Set(
        all[unit].flatMap { effects in
          isPicked.flatMap { self.grades(effects, totals[unit], outcomes, $0) }
        })
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
  private func grades(
    _ effects: [SpecVeto.Effect], _ total: Extent, _ outcomes: SpecOutcomes, _ isPicked: Bool
  ) -> [Int] {
    let worst = outcomes.grades.count - 1
    let best = (effects.compactMap(\.bar).max() ?? -1) + 1
    return (0...worst).filter { mayLie(total, inBand: $0, outcomes.bands) }.map { band in
      var grade = unpicked(effects, band)
      if let quota = outcomes.quota {
        if quota.isLimit, grade == 0, !isPicked { grade = 1 }
        if !quota.isLimit, isPicked { grade = 0 }
      }
      let (up, down) = (effects.contains { $0.isUp }, effects.contains { $0.isDown })
      if up, !down { grade = max(grade - 1, best) }
      if down, !up { grade = min(grade + 1, worst) }
      return grade
    }
  }

  /// The grade before quotas: that of 定为, the worst of several, else that of the band, within reach.
  private func unpicked(_ effects: [SpecVeto.Effect], _ band: Int) -> Int {
    max(effects.compactMap(\.grade).max() ?? band, (effects.compactMap(\.bar).max() ?? -1) + 1)
  }

  /// Whether each unit is among those that the quota lets in: all answers, both where units tie at the last place. `nil`
  /// without a quota, and where something is not known.
  private func picked(
    _ all: [[[SpecVeto.Effect]]], _ totals: [Extent], _ last: [Set<Bool>], _ outcomes: SpecOutcomes
  ) -> [[Bool]]? {
    guard let quota = outcomes.quota, isKnown(all, totals) else { return nil }
    let mayBePicked = year.units.indices.map { unit in
      let effects = all[unit][0]
      let band = (0..<outcomes.grades.count).first { mayLie(totals[unit], inBand: $0, outcomes.bands) } ?? 0
      if quota.isLimit { return unpicked(effects, band) == 0 }
      let isFree = !effects.contains { $0.grade != nil } && !effects.contains { $0.bar != nil }
      return isFree && (totals[unit].low ?? 0) >= outcomes.least[0]
    }
    return year.units.indices.map { unit in
      guard mayBePicked[unit] else { return [false] }
      let group = year.units.indices.filter { isInOneGroup($0, unit) }
      let others = group.filter { $0 != unit && mayBePicked[$0] }
      let standing: (Int) -> (Int, Rational) = { (last[$0] == [true] ? 0 : 1, totals[$0].low ?? 0) }
      let better = others.filter { standing($0) > standing(unit) }.count
      let tied = others.filter { standing($0) == standing(unit) }.count
      let places = quota.places(of: group.count)
      return better + tied < places ? [true] : better >= places ? [false] : [false, true]
    }
  }

  /// Whether nothing is missing that the order of the units depends on.
  func isKnown(_ all: [[[SpecVeto.Effect]]], _ totals: [Extent]) -> Bool {
    all.allSatisfy { $0.count == 1 } && totals.allSatisfy { $0.low != nil && $0.low == $0.high }
  }

  /// Whether the grades can be worked out here: with a quota only where nothing is missing.
  func knowsGrades(_ scores: Scores) -> Bool {
    guard let outcomes = rulebook.outcomes, outcomes.quota != nil else { return true }
    return isKnown(
      year.units.indices.map { worlds(outcomes, $0) }, year.units.indices.map { total($0, scores) })
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

extension SpecOutcomes {
  /// The least totals of the bands: with 90分以上且前3名 the total alone gives no best grade.
  fileprivate var bands: [Rational] {
    guard let quota, !quota.isLimit, let highest = least.first else { return least }
    // More than any total has, so that nobody reaches the first band.
    return [highest + 1_000_000] + least.dropFirst()
  }
}

extension SpecVeto.Effect {
  fileprivate var grade: Int? { if case .grade(let grade) = self { grade } else { nil } }
  fileprivate var bar: Int? { if case .bar(let grade) = self { grade } else { nil } }
  fileprivate var isLast: Bool { if case .last = self { true } else { false } }
  fileprivate var isUp: Bool { if case .up = self { true } else { false } }
  fileprivate var isDown: Bool { if case .down = self { true } else { false } }
}
