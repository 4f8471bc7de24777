/// Which pieces of one text stand in another, and where, when the order is to be kept.
///
/// Two texts of which one was made from the other share most of their sentences word for word. Every place at which a
/// piece of the old text stands in the new one is a *match*; a match is as heavy as the piece is long. Wanted is the
/// heaviest *chain*: matches that do not overlap and stand in the same order in both texts. That is what Hunt and
/// Szymanski (1977) do for lines of a file, with weights: pieces are taken in the order of the old text, and for each
/// match the best chain that ends before it begins is looked up in a tree over the places of the new text (Fenwick,
/// 1994), so that it takes as many steps as there are matches, times the logarithm of the length of the new text.
///
/// Unlike a comparison of lines it does not care how the new text is cut: a title broken over three lines, or two
/// sentences on one, match like any other. What the chain leaves over on both sides has moved where it is equal, has
/// changed where it is alike (`Likeness`), and else is new or gone.
enum Chain {
  /// Beyond so many places at which one piece stands, only those nearest to its turn are looked at.
  private static let mostPlaces = 32

  private struct Link {
    var piece: Int
    var stretch: Range<Int>
    var weight: Int
    var before: Int?
  }

  /// For each piece the place it has in the heaviest chain; `nil` where it has none.
  ///
  /// `places` are the stretches of the new text, of `length` units, that are equal to each piece, in order.
  static func heaviest(_ places: [[Range<Int>]], length: Int) -> [Range<Int>?] {
    var links: [Link] = []
    var tree = BestPrefix(count: length + 1)
    var turns: [Range<Int>: Int] = [:]
    for (piece, stretches) in places.enumerated() {
      var found: [Int] = []
      for stretch in near(stretches, &turns) {
        let before = tree.best(through: stretch.lowerBound)
        let weight = stretch.count + (before.map { links[$0].weight } ?? 0)
        found.append(links.count)
        links.append(Link(piece: piece, stretch: stretch, weight: weight, before: before))
      }
      for link in found {
        tree.enter(link, weight: links[link].weight, at: links[link].stretch.upperBound)
      }
    }
    var chosen = [Range<Int>?](repeating: nil, count: places.count)
    var current = tree.best(through: length)
    while let link = current {
      chosen[links[link].piece] = links[link].stretch
      current = links[link].before
    }
    return chosen
  }

  /// The places of a piece, or where there are many the ones about which its turn is among its equals.
  private static func near(
    _ stretches: [Range<Int>], _ turns: inout [Range<Int>: Int]
  ) -> ArraySlice<Range<Int>> {
    guard stretches.count > mostPlaces, let key = stretches.first else { return stretches[...] }
    let turn = turns[key, default: 0]
    turns[key] = turn + 1
    let start = max(0, min(turn - mostPlaces / 2, stretches.count - mostPlaces))
    return stretches[start..<start + mostPlaces]
  }
}

/// The heaviest link among those that end at or before a place.
private struct BestPrefix {
  private var nodes: [(link: Int, weight: Int)?]

  init(count: Int) { nodes = Array(repeating: nil, count: count + 1) }

  mutating func enter(_ link: Int, weight: Int, at place: Int) {
    var index = place + 1
    while index < nodes.count {
      if nodes[index].map({ $0.weight < weight }) ?? true { nodes[index] = (link, weight) }
      index += index & -index
    }
  }

  func best(through place: Int) -> Int? {
    var best: (link: Int, weight: Int)?
    var index = place + 1
    while index > 0 {
      if let node = nodes[index], best.map({ $0.weight < node.weight }) ?? true { best = node }
      index -= index & -index
    }
    return best?.link
  }
}
