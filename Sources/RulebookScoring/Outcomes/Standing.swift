import ExactArithmetic

/// Where a unit stands among others: by its total, behind all others where it comes last.
struct Standing {
  /// The published total.
  var total: Score
  /// Whether it comes last.
  var isLast: Certainty
}

extension Standing {
  /// The places that each may have in its group: 1 and one more for each that is better (1 1 3).
  static func places(_ standings: [Standing], groups: [Int]) -> [ClosedRange<Int>] {
    let members = Dictionary(grouping: standings.indices) { groups[$0] }
    let tallies = members.mapValues { members in
      Dictionary(grouping: members.map { standings[$0] }, by: \.isLast).mapValues { Tally($0.map(\.total)) }
    }
    return zip(standings, groups).map { standing, group in
      var (sure, possible) = (0, 0)
      for (isLast, tally) in tallies[group] ?? [:] {
        sure += standing.surelyBetter(isLast, tally)
        possible += standing.possiblyBetter(isLast, tally)
      }
      let itself = standing.mayPrecedeItself ? 1 : 0
      return 1 + sure...max(1 + sure, 1 + possible - itself)
    }
  }

  /// How many of those with this prospect surely stand before it.
  private func surelyBetter(_ other: Certainty, _ tally: Tally) -> Int {
    switch (other, isLast) {
    case (.no, .certain): tally.count
    case (.no, _), (.certain, .certain), (.possible, .certain): tally.surelyAbove(total)
    case (.certain, _), (.possible, _): 0
    }
  }

  /// How many of those with this prospect may stand before it.
  private func possiblyBetter(_ other: Certainty, _ tally: Tally) -> Int {
    switch (other, isLast) {
    case (.certain, .no): 0
    case (.no, .no), (.possible, .no), (.certain, _): tally.possiblyAbove(total)
    case (.no, _), (.possible, _): tally.count
    }
  }

  /// Whether it has been counted among those that may stand before it.
  private var mayPrecedeItself: Bool { isLast == .possible || total.exact == nil }
}

/// The totals of several units, for counting those above another.
private struct Tally {
  let count: Int
  private let lows: [Rational]
  private let highs: [Rational]

  init(_ totals: [Score]) {
    count = totals.count
    lows = totals.compactMap(\.low).sorted()
    highs = totals.compactMap(\.high).sorted()
  }

  func surelyAbove(_ total: Score) -> Int { total.high.map { lows.count(above: $0) } ?? 0 }

  func possiblyAbove(_ total: Score) -> Int {
    total.low.map { highs.count(above: $0) + count - highs.count } ?? count
  }
}
