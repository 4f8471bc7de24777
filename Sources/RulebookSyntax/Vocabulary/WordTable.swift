/// Words with their meanings, tried in the order in which they stand.
public struct WordTable<Meaning: Sendable>: Sendable, ExpressibleByDictionaryLiteral, Sequence {
  /// The words and what they mean; the longer of two words with one beginning first.
  let entries: [(word: String, meaning: Meaning)]
  /// The words as they are compared.
  let row: WordRow

  /// Words and what they mean.
  public init(dictionaryLiteral elements: (String, Meaning)...) {
    entries = elements.map { (word: $0, meaning: $1) }
    row = WordRow(entries.map(\.word))
  }

  /// The words and what they mean, one after the other.
  public func makeIterator() -> IndexingIterator<[(word: String, meaning: Meaning)]> {
    entries.makeIterator()
  }

  /// What the words begin with.
  package var beginnings: ScalarSet { row.beginnings }

  /// What this word means, if it is one of them.
  public subscript(word: String) -> Meaning? {
    entries.first { $0.word.utf8.elementsEqual(word.utf8) }?.meaning
  }
}

/// Words of one meaning, tried in the order in which they stand.
package struct WordList: Sendable, ExpressibleByArrayLiteral, Sequence {
  /// The words; the longer of two words with one beginning first.
  package let words: [String]
  /// The words as they are compared.
  let row: WordRow

  /// These words.
  package init(_ words: [String]) {
    self.words = words
    row = WordRow(words)
  }

  /// These words.
  package init(arrayLiteral elements: String...) { self.init(elements) }

  /// The words, one after the other.
  package func makeIterator() -> IndexingIterator<[String]> { words.makeIterator() }

  /// No words.
  static let none = WordList([])

  /// Whether one of the words may begin with `scalar`; false for nearly all scalars with which none does.
  func mayBegin(with scalar: Unicode.Scalar) -> Bool { row.first(scalar) >= 0 }

  /// What the words begin with, and these scalars.
  package func beginnings(and others: ScalarSet = []) -> ScalarSet {
    var all = row.beginnings
    all.formUnion(others)
    return all
  }
}

/// Words as they are compared with what comes next: their scalars in one row, the words found by their first one.
///
/// An object, so that a list is passed on at the cost of one reference.
final class WordRow: Sendable {
  let scalars: [Unicode.Scalar]
  /// Where each word begins in the row, and where the last one ends.
  let bounds: [Int]
  /// The first of the words whose first scalar ends in the same bits, and behind each word the next; -1 for none.
  private let heads: [Int]
  private let following: [Int]

  init(_ words: [String]) {
    var scalars: [Unicode.Scalar] = []
    var bounds = [0]
    bounds.reserveCapacity(words.count + 1)
    scalars.reserveCapacity(words.count * 4)
    for word in words {
      let bytes = word.utf8.span
      var place = 0
      while place < bytes.count {
        let (scalar, length) = FoldedScalar.read(bytes, at: place)
        if let scalar { scalars.append(scalar) }
        place += length
      }
      bounds.append(scalars.count)
    }
    var heads = [Int](repeating: -1, count: 64)
    var following = [Int](repeating: -1, count: words.count)
    for word in following.indices.reversed() where bounds[word] < bounds[word + 1] {
      let slot = Self.slot(scalars[bounds[word]])
      (following[word], heads[slot]) = (heads[slot], word)
    }
    (self.scalars, self.bounds, self.heads, self.following) = (scalars, bounds, heads, following)
  }

  /// What the words begin with.
  var beginnings: ScalarSet {
    var all = ScalarSet([])
    for word in following.indices where bounds[word] < bounds[word + 1] { all.insert(scalars[bounds[word]]) }
    return all
  }

  /// The first word that may begin with `scalar`; negative for none.
  func first(_ scalar: Unicode.Scalar) -> Int { heads[Self.slot(scalar)] }

  /// The next such word behind `word`.
  func next(behind word: Int) -> Int { following[word] }

  private static func slot(_ scalar: Unicode.Scalar) -> Int { Int(scalar.value & 63) }
}

/// Scalars that are looked for at every step: a few bits tell nearly all the others apart.
package struct ScalarSet: Sendable, ExpressibleByArrayLiteral, Sequence {
  /// One bit for each value that the last ten bits of a scalar have.
  private var bits = [UInt64](repeating: 0, count: 16)
  private var members: [Unicode.Scalar] = []

  /// These scalars.
  package init(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars { insert(scalar) }
  }

  /// These scalars.
  package init(arrayLiteral elements: Unicode.Scalar...) { self.init(elements) }

  /// The scalars, one after the other.
  package func makeIterator() -> IndexingIterator<[Unicode.Scalar]> { members.makeIterator() }

  /// Whether the scalar is one of them.
  package func contains(_ scalar: Unicode.Scalar) -> Bool { mayHold(scalar) && members.contains(scalar) }

  /// Adds all of `other`.
  package mutating func formUnion(_ other: ScalarSet) {
    for scalar in other.members { insert(scalar) }
  }

  /// Whether the scalar may be one of them; false for nearly all that are not.
  @inline(__always)
  func mayHold(_ scalar: Unicode.Scalar) -> Bool {
    bits[Int(scalar.value >> 6 & 15)] >> UInt64(scalar.value & 63) & 1 == 1
  }

  fileprivate mutating func insert(_ scalar: Unicode.Scalar) {
    guard !contains(scalar) else { return }
    bits[Int(scalar.value >> 6 & 15)] |= 1 << UInt64(scalar.value & 63)
    members.append(scalar)
  }
}

/// Words that are looked up whole.
///
/// By their bytes: strings are compared by canonical equivalence, which costs more and forgives more.
public struct ClosedList: Sendable, ExpressibleByArrayLiteral {
  /// The words, folded.
  public let words: [String]
  /// Their bytes in one row, and where each word begins in it.
  private var bytes: [UInt8] = []
  private var bounds: [Int] = [0]

  /// These words.
  public init(_ words: [String]) {
    self.words = words
    bounds.reserveCapacity(words.count + 1)
    bytes.reserveCapacity(words.count * 12)
    for word in words {
      let utf8 = word.utf8.span
      for index in utf8.indices { bytes.append(utf8[index]) }
      bounds.append(bytes.count)
    }
  }

  /// These words.
  public init(arrayLiteral elements: String...) { self.init(elements) }

  /// Whether this is one of the words.
  public func contains(_ word: String) -> Bool { index(of: word.utf8.span) != nil }

  /// Whether the folded text is one of the words.
  package func contains(_ folded: [UInt8]) -> Bool { index(of: folded) != nil }

  /// The place of the folded text among the words.
  package func index(of folded: [UInt8]) -> Int? { index(of: folded.span) }

  private func index(of folded: Span<UInt8>) -> Int? {
    for index in 0..<bounds.count - 1 where bounds[index + 1] - bounds[index] == folded.count {
      var place = 0
      while place < folded.count, bytes[bounds[index] + place] == folded[place] { place += 1 }
      if place == folded.count { return index }
    }
    return nil
  }
}

extension Cursor {
  /// Reads the first word of the table that comes next.
  package mutating func eat<Meaning>(_ table: WordTable<Meaning>) -> Meaning? {
    eat(table.row).map { table.entries[$0].meaning }
  }

  /// Reads the first word of the list that comes next.
  package mutating func eat(anyOf list: WordList) -> String? {
    eat(list.row).map { list.words[$0] }
  }

  /// Reads the first word of the row that comes next; its place in the row.
  mutating func eat(_ row: WordRow) -> Int? {
    guard let first = next() else { return nil }
    var word = row.first(first.scalar)
    while word >= 0 {
      if row.scalars[row.bounds[word]] == first.scalar, eat(row, word, from: first.end) { return word }
      word = row.next(behind: word)
    }
    return nil
  }

  /// Reads what stands behind the first scalar of a word.
  private mutating func eat(_ row: WordRow, _ word: Int, from behindFirst: Int) -> Bool {
    var reached = behindFirst
    for place in row.bounds[word] + 1..<row.bounds[word + 1] {
      guard let found = next(from: reached), found.scalar == row.scalars[place] else { return false }
      reached = found.end
    }
    position = reached
    return true
  }
}
