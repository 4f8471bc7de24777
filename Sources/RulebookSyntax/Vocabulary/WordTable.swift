/// Words with their meanings, tried in the order in which they stand.
package struct WordTable<Meaning: Sendable>: Sendable, ExpressibleByDictionaryLiteral, Sequence {
  /// The words and what they mean; the longer of two words with one beginning first.
  let entries: [(word: String, meaning: Meaning)]
  /// The words scalar by scalar, as they are compared.
  let scalars: [[Unicode.Scalar]]
  /// What the words begin with, to see at a glance that none of them comes next.
  let firstScalars: [Unicode.Scalar]

  /// Words and what they mean.
  package init(dictionaryLiteral elements: (String, Meaning)...) {
    entries = elements.map { (word: $0, meaning: $1) }
    scalars = entries.map { Array($0.word.unicodeScalars) }
    firstScalars = WordList.firstScalars(of: scalars)
  }

  /// The words and what they mean, one after the other.
  package func makeIterator() -> IndexingIterator<[(word: String, meaning: Meaning)]> {
    entries.makeIterator()
  }
}

/// Words of one meaning, tried in the order in which they stand.
package struct WordList: Sendable, ExpressibleByArrayLiteral, Sequence {
  /// The words; the longer of two words with one beginning first.
  package let words: [String]
  /// See `WordTable`.
  let scalars: [[Unicode.Scalar]]
  /// See `WordTable`.
  let firstScalars: [Unicode.Scalar]

  /// These words.
  package init(_ words: [String]) {
    self.words = words
    scalars = words.map { Array($0.unicodeScalars) }
    firstScalars = Self.firstScalars(of: scalars)
  }

  /// These words.
  package init(arrayLiteral elements: String...) { self.init(elements) }

  /// The words, one after the other.
  package func makeIterator() -> IndexingIterator<[String]> { words.makeIterator() }

  static func firstScalars(of words: [[Unicode.Scalar]]) -> [Unicode.Scalar] {
    words.reduce(into: []) { firsts, word in
      if let first = word.first, !firsts.contains(first) { firsts.append(first) }
    }
  }
}

/// Words that are looked up whole.
///
/// By their bytes: strings are compared by canonical equivalence, which costs more and forgives more.
public struct ClosedList: Sendable, ExpressibleByArrayLiteral {
  /// The words, folded.
  public let words: [String]
  private let lookup: Set<[UInt8]>

  /// These words.
  public init(arrayLiteral elements: String...) {
    words = elements
    lookup = Set(elements.map { Array($0.utf8) })
  }

  /// Whether the folded text is one of the words.
  package func contains(_ folded: [UInt8]) -> Bool { lookup.contains(folded) }
}

extension Cursor {
  /// Reads the first word of the table that comes next.
  package mutating func eat<Meaning>(_ table: WordTable<Meaning>) -> Meaning? {
    guard let first = peek(), table.firstScalars.contains(first) else { return nil }
    for index in table.scalars.indices where eat(scalars: table.scalars[index]) {
      return table.entries[index].meaning
    }
    return nil
  }

  /// Reads the first word of the list that comes next.
  package mutating func eat(anyOf list: WordList) -> String? {
    guard let first = peek(), list.firstScalars.contains(first) else { return nil }
    for index in list.scalars.indices where eat(scalars: list.scalars[index]) { return list.words[index] }
    return nil
  }
}
