import ExactArithmetic
package import RulebookText

/// Finds words that score in a sentence which no bracket explains.
///
/// A scoring phrase is a verb with a figure and 分 (扣0.2分), or one of a few closed wordings (折算); the verbs
/// alone are everywhere (参加, 取得, 不得) and mean nothing.
package enum ScoringPhrase {
  /// A scoring phrase and where it stands.
  package struct Found {
    /// The words.
    package var range: TextRange
    /// The verb, if it has one.
    package var verb: ScoringVerb?
    /// Whether 分 is missing behind the figure (扣0.2。).
    package var lacksPointsWord = false
    /// Whether 份 stands for 分 (扣0.2份).
    package var misspellsPointsWord = false
    /// Whether the figure has a minus sign (扣-0.2分).
    package var isNegative = false
    /// Whether the figure has more digits than any real one.
    package var isTooLong = false
    /// A figure that was written wrongly (0。2), with what it should be.
    package var malformed: (range: TextRange, suggestion: String)?
  }

  /// The first scoring phrase in `range`.
  package static func first(in bytes: [UInt8], _ range: TextRange) -> Found? {
    var cursor = Cursor(bytes, range)
    while let scalar = cursor.peek() {
      switch scalar {
      case "扣", "得", "加", "减", "计", "记", "奖", "增":
        if let found = verbWithFigure(at: cursor) { return found }
      default: break
      }
      switch scalar {
      case "=":
        if let found = formula(at: cursor, from: range.start) { return found }
      case "折", "减", "酌", "据", "得", "不", "情", "完", "分", "按", "为", "比", "百":
        let start = cursor.start
        var copy = cursor
        if copy.eat(anyOf: Wordings.scoring) != nil {
          return Found(range: TextRange(start, copy.position), verb: nil)
        }
      default: break
      }
      cursor.advance()
    }
    return nil
  }

  /// 得分=70×达标率-63: the words before = give points, and something is computed behind it.
  private static func formula(at cursor: Cursor, from start: Int) -> Found? {
    let before = FoldedText.folded(cursor.bytes, TextRange(start, cursor.start))
    guard
      let target = FormulaWordings.targets.first(where: {
        before.suffix($0.word.utf8.count).elementsEqual($0.word.utf8)
      })
    else { return nil }
    return Found(range: TextRange(cursor.start, cursor.start + 1), verb: target.meaning)
  }

  /// The first words behind a consequence that would change its worth: a figure of points, or 加倍 and its like.
  package static func modifier(in bytes: [UInt8], _ range: TextRange) -> TextRange? {
    var cursor = Cursor(bytes, range)
    while let scalar = cursor.peek() {
      let start = cursor.start
      var copy = cursor
      if copy.eat(anyOf: Wordings.modifiers) != nil || becomesNothing(&copy) {
        return TextRange(start, copy.position)
      }
      if scalar.isDigit, cursor.number() != nil {
        guard isPoints(cursor) else { continue }
        _ = cursor.eat("分")
        return TextRange(start, cursor.position)
      }
      cursor.advance()
    }
    return first(in: bytes, range)?.range
  }

  /// 为0, but not 为0.5.
  private static func becomesNothing(_ cursor: inout Cursor) -> Bool {
    guard cursor.eat(word: "为0") else { return false }
    return cursor.peek()?.isDigit != true && cursor.peek() != "."
  }

  /// The first figure of points (8分), whatever stands before it.
  package static func points(in bytes: [UInt8], _ range: TextRange) -> TextRange? {
    var cursor = Cursor(bytes, range)
    while let scalar = cursor.peek() {
      let start = cursor.start
      guard scalar.isDigit, cursor.passFigure() else {
        cursor.advance()
        continue
      }
      guard isPoints(cursor) else { continue }
      _ = cursor.eat("分")
      return TextRange(start, cursor.position)
    }
    return nil
  }

  private static func verbWithFigure(at cursor: Cursor) -> Found? {
    let start = cursor.start
    var copy = cursor
    guard let verb = copy.eat(Wordings.verbs) else { return nil }
    var isNegative = false
    if let sign = copy.peek(), FoldedScalar.isDash(sign) {
      copy.advance()
      isNegative = true
    }
    if verb != .deduct, copy.isAtVery { return nil }
    guard let reading = copy.numeral() else { return oddFigure(verb, from: start, copy) }
    var found = Found(range: TextRange(start, copy.position), verb: verb, isNegative: isNegative)
    if case .malformed(let range, let suggestion) = reading { found.malformed = (range, suggestion) }
    if case .tooLong = reading { found.isTooLong = true }
    if isPoints(copy) {
      _ = copy.eat("分")
      found.range = TextRange(start, copy.position)
      return found
    }
    if copy.isAt("份"), case .number(let numeral) = reading, verb == .deduct || !numeral.value.isInteger {
      _ = copy.eat("份")
      found.range = TextRange(start, copy.position)
      found.misspellsPointsWord = true
      return found
    }
    if copy.peek() == "、" || copy.peek().map(FoldedScalar.isDash) == true {
      return listEndsInPoints(copy) ? found : nil
    }
    // Only 扣 with digits right before a mark of punctuation is surely a figure without its 分.
    guard verb == .deduct, found.malformed != nil || endsSentence(copy), startsWithDigit(reading, in: cursor)
    else { return oddFigure(verb, from: start, copy) }
    found.lacksPointsWord = found.malformed == nil
    return found
  }

  private static func isPoints(_ cursor: Cursor) -> Bool { cursor.isAtPoints }

  /// 扣Ⅹ½分, 扣1.2.3分, 扣20%分: a verb, signs that make no figure, and 分.
  private static func oddFigure(_ verb: ScoringVerb, from start: Int, _ cursor: Cursor) -> Found? {
    var copy = cursor
    var count = 0
    while let scalar = copy.peek(), !scalar.isIdeograph, !"，,;。:、!()《》“”\"【】".unicodeScalars.contains(scalar)
    {
      copy.advance()
      count += 1
      guard count <= 12 else { return nil }
    }
    guard count > 0, isPoints(copy) else { return nil }
    _ = copy.eat("分")
    return Found(range: TextRange(start, copy.position), verb: verb)
  }

  private static func endsSentence(_ cursor: Cursor) -> Bool {
    switch cursor.peek() {
    case nil, ",", ";", "。": true
    default: false
    }
  }

  private static func startsWithDigit(_ reading: NumeralReading, in cursor: Cursor) -> Bool {
    switch reading {
    case .number(let numeral): Cursor(cursor.bytes, numeral.range).peek()?.isDigit == true
    case .malformed, .tooLong: true
    }
  }

  /// 1、0.5分 or 0.1—0.5分: the 分 comes behind the last figure.
  private static func listEndsInPoints(_ cursor: Cursor) -> Bool {
    var copy = cursor
    while copy.eat("、") || copy.peek().map(FoldedScalar.isDash) == true {
      if copy.peek().map(FoldedScalar.isDash) == true { copy.advance() }
      guard copy.number() != nil else { return false }
      if isPoints(copy) { return true }
    }
    return false
  }
}
