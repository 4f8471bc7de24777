import RulebookText

/// Some things of a list, by their places in it.
struct Chosen {
  private var isChosen: [Bool] = []

  /// The things at these places.
  init(_ places: [Int] = []) {
    for place in places { insert(place) }
  }

  /// Whether the thing at `place` is one of them.
  func contains(_ place: Int) -> Bool { place < isChosen.count && isChosen[place] }

  /// Adds the thing at `place`.
  mutating func insert(_ place: Int) {
    if place >= isChosen.count { isChosen += repeatElement(false, count: place + 1 - isChosen.count) }
    isChosen[place] = true
  }
}

/// Stretches of the text, in order.
struct ChosenRanges {
  private let ranges: [TextRange]

  /// These stretches.
  init(_ ranges: [TextRange]) {
    self.ranges = ranges.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// Whether `range` is one of them.
  func contains(_ range: TextRange) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if (ranges[middle].start, ranges[middle].end) < (range.start, range.end) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < ranges.count && ranges[low] == range
  }
}
