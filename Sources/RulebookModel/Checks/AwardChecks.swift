import ExactArithmetic
import RulebookSyntax
import RulebookText

extension Checks {
  /// K0505 and K0504: what can be won in an item that starts at 0 adds up to its points, for every kind of unit.
  ///
  /// Items below a wrong sum are left alone: their points may be what is wrong.
  static func awards(_ rulebook: Rulebook, wrongSums: [Int], without idle: Chosen) -> [Diagnostic] {
    rulebook.items.indices.compactMap { index in
      guard rulebook.items[index].worth.points != nil, rulebook.items[index].scoredStart == .zero else {
        return nil
      }
      let item = rulebook.items[index]
      guard
        !item.children.contains(where: rulebook.items.hasScore),
        !wrongSums.contains(where: { rulebook.contains(index, in: $0) }),
        !item.clauses.contains(where: idle.contains)
      else { return nil }
      let clauses = item.clauses.map { rulebook.clauses[$0] }.filter { $0.effect == .earns }
      return rulebook.awardDeviation(of: clauses, in: item)
    }
  }
}

extension Checks {
  /// K0529: an item that starts from its full mark leaves room for what can be won in it.
  static func fullStarts(_ rulebook: Rulebook, without idle: Chosen) -> [Diagnostic] {
    rulebook.items.compactMap { item in
      guard item.statedStart == .fullMark, let points = item.worth.points else { return nil }
      let clauses = item.clauses.filter { rulebook.clauses[$0].effect == .earns && !idle.contains($0) }
      guard !clauses.isEmpty else { return nil }
      // What has no limit makes good for what is taken away.
      let awards = clauses.compactMap { rulebook.greatestAward(of: rulebook.clauses[$0])?.base }
      let sum = awards.reduce(0, +)
      guard awards.count == clauses.count, sum >= points else { return nil }
      return .fullStartWithAwards(
        points.shown, awards: sum.shown, at: rulebook.label(item.worthPlace),
        clauses: clauses.map { rulebook.label(rulebook.clauses[$0].place) })
    }
  }
}

extension Rulebook {
  /// Whether `item` is somewhere in `outer`.
  fileprivate func contains(_ item: Int, in outer: Int) -> Bool {
    var current = items[item].parent
    while let index = current {
      if index == outer { return true }
      current = items[index].parent
    }
    return false
  }

  fileprivate func awardDeviation(of clauses: [Clause], in item: Item) -> Diagnostic? {
    let awards = clauses.map { (greatest: greatestAward(of: $0), home: $0.applicability) }
    let sum = awards.compactMap(\.greatest).reduce(.zero, +)
    let unbounded = awards.filter { $0.greatest == nil }.map { Amount(1).only(where: $0.home) }.reduce(
      .zero, +)
    let fullMark = item.scoredFullMark
    if sum.isUniform, fullMark.isUniform, sum.base == fullMark.base { return nil }
    let kinds = UnitKinds(of: [sum, unbounded, fullMark], where: item.applicability, in: self)
    let deviation = kinds.first { kind -> [Rational]? in
      let (won, points) = (sum.value(for: kind), fullMark.value(for: kind))
      let isReached = won == points || won < points && !unbounded.value(for: kind).isZero
      return isReached ? nil : [won, points]
    }
    guard let deviation, let won = deviation.found.first, let points = deviation.found.last else {
      return nil
    }
    let places = clauses.map { label($0.place) }
    if clauses.contains(where: isShare), clauses.flatMap(\.terms).allSatisfy({ $0.scale == .fullMark }),
      let share = won.divided(by: points), let first = places.first
    {
      return .weightsSum(
        share.description, forUnits: deviation.units, at: first, others: Array(places.dropFirst()))
    }
    return .awardsSum(
      won.shown, fullMark: points.shown, forUnits: deviation.units, at: label(item.worthPlace),
      clauses: places)
  }

  /// 占W
  private func isShare(_ clause: Clause) -> Bool {
    clause.terms.contains { $0.scale == .fullMark && span(of: $0).greatest.map { $0 < 1 } ?? false }
  }
}
