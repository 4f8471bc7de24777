import RulebookSyntax

/// Names in the order of their scalars, to read the longest that comes next without trying them all.
struct NameIndex {
  /// The scalars of all names in one row.
  private var scalars: [Unicode.Scalar] = []
  /// Where each name stands in the row, and its place in the list it was given in.
  private var names: [(start: Int, end: Int, index: Int)] = []

  init(_ names: [String]) {
    for (index, name) in names.enumerated() {
      let start = scalars.count
      scalars += name.unicodeScalars
      self.names.append((start, scalars.count, index))
    }
    let row = scalars
    self.names.sort { left, right in
      let length = min(left.end - left.start, right.end - right.start)
      var place = 0
      while place < length, row[left.start + place] == row[right.start + place] { place += 1 }
      if place < length { return row[left.start + place] < row[right.start + place] }
      return (left.end - left.start, left.index) < (right.end - right.start, right.index)
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
      low = first(from: low, to: high) { scalars[names[$0].start + depth] >= scalar }
      high = first(from: low, to: high) { scalars[names[$0].start + depth] > scalar }
      guard low < high else { break }
      copy.advance()
      depth += 1
      guard names[low].end - names[low].start == depth else { continue }
      (best, cursor) = (names[low].index, copy)
      low = first(from: low, to: high) { names[$0].end - names[$0].start > depth }
    }
    return best
  }

  /// The first place in a sorted stretch from which on `holds`.
  @inline(__always)
  private func first(from low: Int, to high: Int, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (low, high)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
