import ExactArithmetic
package import RulebookText

/// Reads official text in which no brackets stand yet: where one belongs, and what it has to say besides a name.
package struct ScoringWords {
  private let bytes: [UInt8]
  private let extraWords: [String]

  /// Reads in `bytes`; `extraWords` are the measure words that 【量词】 adds.
  package init(_ bytes: [UInt8], extraWords: [String] = []) {
    self.bytes = bytes
    self.extraWords = extraWords
  }

  /// What the first words of a stretch that score come to.
  package enum Finding {
    /// A consequence, and where the bracket before it belongs.
    case consequence(ConsequenceSyntax, bracket: Int)
    /// Words in no form that the language knows.
    case unknown(TextRange)
  }

  /// The first words in `range` that score; `nil` where none do.
  package func first(in range: TextRange) -> Finding? {
    guard let scoring = ScoringPhrase.first(in: bytes, range) else { return nil }
    for place in places(from: range.start, to: scoring.range.start) {
      var reader = reader(TextRange(place, range.end))
      guard let found = reader.consequence(), found.range.end >= scoring.range.end else { continue }
      // 考核【…】折算: the assessment belongs to what is converted.
      let isConversion = found.phrases.first?.effect == .conversion
      return .consequence(found, bracket: isConversion ? scoring.range.start : place)
    }
    return .unknown(scoring.range)
  }

  /// Words in a sentence that change what others are worth: 权重35分.
  package func modifier(in range: TextRange) -> TextRange? { ScoringPhrase.modifier(in: bytes, range) }

  /// Whether a sentence only goes on with the clause before it: 本项扣完为止。
  package func goesOn(_ sentence: TextRange) -> Bool {
    var reader = reader(sentence)
    return reader.continuation() != nil
  }

  /// What the words before a consequence ask for: 至少报送信息两篇, 不少于2次, 每月一次; the last there is.
  package func requirement(in range: TextRange) -> RequirementSyntax? {
    var cursor = Cursor(bytes, range)
    var found: RequirementSyntax?
    while cursor.peek() != nil {
      var reader = reader(cursor.rest)
      if let requirement = reader.requirement() ?? asked(at: cursor) {
        found = requirement
        cursor.position = max(requirement.range.end, cursor.position + 1)
      } else if cursor.number() == nil {
        cursor.advance()
      }
    }
    return found
  }

  /// The stretch of time in which it is asked for: 每月.
  package func period(in range: TextRange) -> Period? {
    var cursor = Cursor(bytes, range)
    while cursor.peek() != nil {
      if cursor.eat("每"), let period = cursor.eat(MeasureWords.periods) { return period }
      cursor.advance()
    }
    return nil
  }

  private func reader(_ range: TextRange) -> ConsequenceReader {
    ConsequenceReader(cursor: Cursor(bytes, range), extraWords: extraWords)
  }

  /// Where a bracket may stand, the best place first: behind a comma or 的, the last one before the words that score;
  /// else before the first word that may begin a phrase; else right before the words.
  private func places(from start: Int, to scoring: Int) -> [Int] {
    var behindMarks: [Int] = []
    var beginnings: [Int] = []
    var cursor = Cursor(bytes, TextRange(start, scoring))
    var isInNumber = false
    while let scalar = cursor.peek() {
      let here = cursor.start
      if here > start, !isInNumber, scalar.isNumeral || Wordings.phraseBeginnings.contains(scalar) {
        beginnings.append(here)
      }
      isInNumber = scalar.isNumeral || scalar == "."
      cursor.advance()
      if [",", ";", ":"].contains(scalar) { behindMarks.append(here) }
      if scalar == "的", !Cursor(bytes, TextRange(cursor.position, bytes.count)).isAt(",") {
        behindMarks.append(cursor.position)
      }
    }
    return behindMarks.reversed() + beginnings + [scoring]
  }

  /// 至少 before a quantity with a few words between; 每月 right before one.
  private func asked(at cursor: Cursor) -> RequirementSyntax? {
    let start = cursor.start
    var copy = cursor
    if copy.eat("每"), copy.eat(MeasureWords.periods) != nil, let quantity = copy.quantity(extra: extraWords) {
      return RequirementSyntax(
        direction: .atLeast, bound: .quantity(quantity), range: TextRange(start, copy.position))
    }
    copy = cursor
    guard let direction = copy.eat(Wordings.requirements), copy.peek()?.isNumeral == false else { return nil }
    for _ in 0..<12 {
      if let quantity = copy.quantity(extra: extraWords) {
        return RequirementSyntax(
          direction: direction, bound: .quantity(quantity), range: TextRange(start, copy.position))
      }
      guard let scalar = copy.peek(), scalar.isIdeograph else { return nil }
      copy.advance()
    }
    return nil
  }
}
