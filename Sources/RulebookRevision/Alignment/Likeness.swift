import RulebookSyntax

/// How much alike two pieces of text are: the share of pairs of neighbouring characters that they have in common (Dice).
///
/// Numbers count as one and the same character, since next year's figures are what changes most.
struct Likeness {
  /// The pairs of neighbours, in ascending order.
  private let pairs: [UInt64]

  /// What is compared of folded words.
  init(_ folded: some Sequence<Unicode.Scalar>) {
    var scalars: [UInt64] = [0]
    for scalar in folded {
      let isFigure = scalar.isDigit || scalar == "." && scalars.last == 0x30
      if isFigure, scalars.last == 0x30 { continue }
      scalars.append(isFigure ? 0x30 : UInt64(scalar.value))
    }
    scalars.append(0)
    pairs = zip(scalars, scalars.dropFirst()).map { $0 << 32 | $1 }.sorted()
  }

  /// Below this two pieces are not the same sentence with other words.
  static let least = 50

  /// How many percent of their pairs they share.
  func percent(sharedWith other: Likeness) -> Int {
    guard pairs.count * 3 >= other.pairs.count, other.pairs.count * 3 >= pairs.count else { return 0 }
    var (mine, theirs, shared) = (0, 0, 0)
    while mine < pairs.count, theirs < other.pairs.count {
      if pairs[mine] == other.pairs[theirs] {
        (mine, theirs, shared) = (mine + 1, theirs + 1, shared + 1)
      } else if pairs[mine] < other.pairs[theirs] {
        mine += 1
      } else {
        theirs += 1
      }
    }
    return 200 * shared / (pairs.count + other.pairs.count)
  }

  /// The pairs of two lists that are most alike, each of them in one pair at the most.
  ///
  /// `distance` says how far two stand apart; of those equally alike the nearer ones are meant. Two on the right that
  /// have something in common (`overlap`) are never both in a pair.
  static func bestPairs(
    _ left: [Likeness], _ right: [Likeness], distance: (Int, Int) -> Int,
    overlap: (Int, Int) -> Bool = { $0 == $1 }
  ) -> [(left: Int, right: Int)] {
    var candidates: [(percent: Int, distance: Int, left: Int, right: Int)] = []
    for (index, one) in left.enumerated() {
      for (place, other) in right.enumerated() {
        let percent = one.percent(sharedWith: other)
        if percent >= least { candidates.append((percent, distance(index, place), index, place)) }
      }
    }
    candidates.sort { (-$0.percent, $0.distance, $0.left) < (-$1.percent, $1.distance, $1.left) }
    var used: Set<Int> = []
    var pairs: [(left: Int, right: Int)] = []
    for candidate in candidates where !used.contains(candidate.left) {
      guard !pairs.contains(where: { overlap($0.right, candidate.right) }) else { continue }
      used.insert(candidate.left)
      pairs.append((candidate.left, candidate.right))
    }
    return pairs
  }
}
