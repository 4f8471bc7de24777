package import RulebookText

/// Phrases and limits wherever they stand in official words, read as they would be behind a bracket.
///
/// Where the rule stands in a bracket the sentence around it is not read for its worth; what it says is only compared.
package struct OfficialPhrases {
  /// What the words do: 每起扣0.2分.
  package private(set) var phrases: [PhraseSyntax] = []
  /// How far: 最多扣2分.
  package private(set) var limits: [LimitSyntax] = []

  /// What `ranges` say; titles in 《》 are left out.
  package init(in bytes: [UInt8], _ ranges: [TextRange], measureWords: [String]) {
    for range in ranges { read(ConsequenceReader(cursor: Cursor(bytes, range), extraWords: measureWords)) }
  }

  /// Where any of them stands.
  package var ranges: [TextRange] { phrases.map(\.range) + limits.map(\.range) }

  /// The first 一票否决 in `range`.
  package static func veto(in bytes: [UInt8], _ range: TextRange) -> TextRange? {
    var cursor = Cursor(bytes, range)
    while cursor.peek() != nil {
      let start = cursor.start
      if cursor.eat(anyOf: OutcomeWordings.veto) != nil { return TextRange(start, cursor.position) }
      cursor.advance()
    }
    return nil
  }

  private mutating func read(_ reader: ConsequenceReader) {
    var reader = reader
    while let scalar = reader.cursor.peek() {
      let start = reader.cursor.start
      if let kind = reader.limitKind() {
        let range = TextRange(start, reader.cursor.position)
        limits.append(LimitSyntax(kind: kind, boundsItem: false, range: range))
      } else if let found = reader.phrase(isFirst: true, mayBeBare: false) {
        phrases += found
        limits += found.flatMap(\.limits)
      } else {
        reader.skip(scalar)
      }
    }
  }
}

extension ConsequenceReader {
  /// Goes past a title, a whole number or one scalar.
  fileprivate mutating func skip(_ scalar: Unicode.Scalar) {
    if scalar == "《" {
      while let inside = cursor.peek(), inside != "》" { cursor.advance() }
    }
    if cursor.number() == nil { cursor.advance() }
  }
}
