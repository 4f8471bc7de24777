import RulebookSyntax

/// Names in the order of their scalars, to read the longest that comes next without trying them all.
struct NameIndex {
  private let names: [(scalars: [Unicode.Scalar], index: Int)]

  init(_ names: [String]) {
    self.names = names.enumerated().map { (scalars: Array($1.unicodeScalars), index: $0) }
      .sorted { left, right in
        left.scalars == right.scalars
          ? left.index < right.index : left.scalars.lexicographicallyPrecedes(right.scalars)
      }
  }

  /// The index of the longest name that comes next, which is then read.
  func longest(at cursor: inout Cursor) -> Int? {
    var best: Int?
    var copy = cursor
    // The names that begin with what has been read so far, and do not end before it.
    var (low, high) = (0, names.count)
    var depth = 0
    while let scalar = copy.peek() {
      low = first(from: low, to: high) { names[$0].scalars[depth] >= scalar }
      high = first(from: low, to: high) { names[$0].scalars[depth] > scalar }
      guard low < high else { break }
      copy.advance()
      depth += 1
      guard names[low].scalars.count == depth else { continue }
      (best, cursor) = (names[low].index, copy)
      low = first(from: low, to: high) { names[$0].scalars.count > depth }
    }
    return best
  }

  /// The first place in a sorted stretch from which on `holds`.
  private func first(from low: Int, to high: Int, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (low, high)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
