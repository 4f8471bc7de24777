import RulebookSyntax

/// Names by what they begin with, to read the longest that comes next without trying them all.
struct NameIndex {
  private let names: [String]
  private var byFirstScalar: [Unicode.Scalar: [Int]] = [:]

  init(_ names: [String]) {
    self.names = names
    for (index, name) in names.enumerated() {
      if let first = name.unicodeScalars.first { byFirstScalar[first, default: []].append(index) }
    }
  }

  /// The index of the longest name that comes next, which is then read.
  func longest(at cursor: inout Cursor) -> Int? {
    guard let first = cursor.peek(), let candidates = byFirstScalar[first] else { return nil }
    var best: (index: Int, cursor: Cursor)?
    for index in candidates {
      var copy = cursor
      if copy.eat(word: names[index]), copy.position > best?.cursor.position ?? cursor.position {
        best = (index, copy)
      }
    }
    guard let best else { return nil }
    cursor = best.cursor
    return best.index
  }
}
