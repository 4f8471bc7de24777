import ExactArithmetic
import RulebookModel

/// Which cells of a column are looked at together.
struct Membership {
  /// The group of each cell, member or not, counted from 0.
  let groups: [Int]
  /// The members of each group, in order.
  let members: [[Int]]

  /// The cells of these groups, those for which `isMember` says so being members.
  init(isMember: [Bool], groups: [Int]) {
    var members = [[Int]](repeating: [], count: (groups.max() ?? -1) + 1)
    for cell in groups.indices where isMember[cell] { members[groups[cell]].append(cell) }
    self.groups = groups
    self.members = members
  }

  /// The first of some cells that belongs to a group without members.
  func firstCell(ofEmptyGroupAmong reads: (Int) -> Bool) -> Int? {
    groups.indices.first { reads($0) && members[groups[$0]].isEmpty }
  }
}

extension Column {
  /// For each cell what `statistic` says of its group; ranks are 0 outside the population.
  func statistic(_ statistic: Value.Statistic, _ membership: Membership) -> Column {
    let groups = membership.members
    switch statistic {
    case .rankFromTop, .rankFromBottom:
      var ranks = [Score](repeating: .zero, count: count)
      for members in groups {
        let values = members.map { score(at: $0) }
        let ordered = statistic == .rankFromTop ? values : values.map { $0.scaled(by: -1) }
        for (member, rank) in zip(members, Score.ranks(ordered)) { ranks[member] = rank }
      }
      return .packed(ranks)
    case .mean, .greatest, .least:
      let figures = groups.map { members in aggregate(statistic, members) }
      if figures.count == 1 { return .packed(Array(repeating: figures[0], count: count)) }
      return .packed(membership.groups.map { figures[$0] })
    }
  }

  private func aggregate(_ statistic: Value.Statistic, _ members: [Int]) -> Score {
    guard !members.isEmpty else { return .zero }
    let values = members.map { score(at: $0) }
    switch statistic {
    case .greatest: return values.dropFirst().reduce(values[0]) { $0.greater($1) }
    case .least:
      return values.dropFirst().reduce(values[0]) {
        $0.scaled(by: -1).greater($1.scaled(by: -1)).scaled(by: -1)
      }
    default: return mean(of: members)
    }
  }

  /// The mean of some cells, of which there is at least one.
  private func mean(of members: [Int]) -> Score {
    let share = Rational(members.count).reciprocal ?? 0
    if case .known(let column) = self, let total = Column.total(members.map { column.numerators[$0] }),
      let sum = Rational(numerator: total, denominator: column.denominator)
    {
      return Score(sum * share)
    }
    return members.map { score(at: $0) }.reduce(.zero, +).scaled(by: share)
  }

  private static func total(_ numerators: [Int128]) -> Int128? {
    var total: Int128 = 0
    for numerator in numerators {
      let (sum, overflow) = total.addingReportingOverflow(numerator)
      if overflow { return nil }
      total = sum
    }
    return total
  }
}

extension Score {
  /// The greater of two.
  fileprivate func greater(_ other: Score) -> Score {
    Score(
      low: low.map { low in other.low.map { max(low, $0) } ?? low } ?? other.low,
      high: high.flatMap { high in other.high.map { max(high, $0) } })
  }

  /// The places of values of which the greatest is first: 1 and one more for each that is better. Where values are not
  /// known, from 1 + the surely better ones to 1 + the possibly better ones.
  fileprivate static func ranks(_ values: [Score]) -> [Score] {
    let lows = values.compactMap(\.low).sorted()
    let highs = values.compactMap(\.high).sorted()
    let unbounded = values.count - highs.count
    return values.map { value in
      let surelyBetter = value.high.map { lows.count(above: $0) } ?? 0
      let itself = value.exact == nil ? 1 : 0
      let possiblyBetter = value.low.map { highs.count(above: $0) + unbounded } ?? values.count
      let others = min(possiblyBetter - (value.low == nil ? 1 : itself), values.count - 1)
      return Score(low: Rational(1 + surelyBetter), high: Rational(1 + others))
    }
  }
}

extension [Rational] {
  /// How many elements of the ascending list are above `bound`.
  func count(above bound: Rational) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] > bound { high = middle } else { low = middle + 1 }
    }
    return count - low
  }
}
