import ExactArithmetic

/// Where a unit stands among others: by its total, behind all others where it comes last.
struct Standing {
  /// The published total.
  var total: Score
  /// Whether it comes last.
  var isLast: Certainty
  /// What decides where the totals tie, the higher value first.
  var ties: [Score] = []

  /// A unit that a quota may pick.
  struct Candidate {
    var unit: Int
    var standing: Standing
    /// Whether it surely may be picked.
    var isSure: Bool
  }

  /// The places that a candidate may have among all candidates.
  struct Position {
    var first: Int
    var last: Int
    /// Whether the two differ only because units tie.
    var isTied: Bool
  }
}

extension Standing {
  /// Where each candidate stands among all, counted from the first or the last one.
  static func positions(_ candidates: [Candidate], fromBottom: Bool) -> [Position] {
    let keys = candidates.map { $0.standing.keys(fromBottom: fromBottom) }
    let exact = keys.map { $0.compactMap(\.exact) }
    guard candidates.allSatisfy(\.isSure), zip(keys, exact).allSatisfy({ $0.count == $1.count }) else {
      return candidates.indices.map { openPosition($0, candidates, keys) }
    }
    let order = exact.indices.sorted { exact[$1].lexicographicallyPrecedes(exact[$0]) }
    var positions = [Position](repeating: Position(first: 1, last: 1, isTied: false), count: exact.count)
    var start = 0
    for end in order.indices where end + 1 == order.count || exact[order[end + 1]] != exact[order[end]] {
      for place in start...end {
        positions[order[place]] = Position(first: start + 1, last: end + 1, isTied: end > start)
      }
      start = end + 1
    }
    return positions
  }

  /// What units are compared by, one after the other.
  private func keys(fromBottom: Bool) -> [Score] {
    let isAhead: Score =
      switch isLast {
      case .no: Score(1)
      case .possible: Score(low: 0, high: 1)
      case .certain: Score(0)
      }
    let keys = [isAhead, total] + ties
    return fromBottom ? keys.map { $0.scaled(by: -1) } : keys
  }

  private static func openPosition(_ index: Int, _ candidates: [Candidate], _ keys: [[Score]]) -> Position {
    var (sure, possible, ties) = (0, 0, 0)
    for other in candidates.indices where other != index {
      switch Comparison(keys[other], keys[index]) {
      case .better:
        if candidates[other].isSure { sure += 1 }
        possible += 1
      case .open: possible += 1
      case .tied:
        ties += 1
      case .worse: break
      }
    }
    return Position(first: 1 + sure, last: 1 + possible + ties, isTied: sure == possible && ties > 0)
  }

  /// How one list of keys compares with another.
  private enum Comparison {
    case better, worse, tied, open

    init(_ mine: [Score], _ other: [Score]) {
      for (mine, other) in zip(mine, other) {
        if let value = mine.exact, value == other.exact { continue }
        if let low = mine.low, let high = other.high, low > high {
          self = .better
        } else if let high = mine.high, let low = other.low, high < low {
          self = .worse
        } else {
          self = .open
        }
        return
      }
      self = .tied
    }
  }
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
