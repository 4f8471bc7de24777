import RulebookText

/// Headings that are written wrongly: they are told, and read as they were meant, so that the lines below them are.
extension Parser {
  // MARK: Numbers

  /// The number that was meant at the start of a line where none stands; `nil` where the line is text.
  mutating func damagedNumber(at range: TextRange, placement: inout Placement?) -> HeadingNumber? {
    if let number = lookAlikeNumber(at: range) {
      // Where it does not continue anything, its sign is all that is wrong until it is corrected.
      switch outline.finding(for: number) {
      case .placed(let place), .gap(_, let place), .repeated(let place):
        return open(number, at: place, placement: &placement)
      }
    }
    var cursor = Cursor(bytes, range)
    guard let number = cursor.unmarkedNumber(), case .placed(let place) = outline.finding(for: number) else {
      return nil
    }
    let rest = TextRange(cursor.position, range.end)
    let isSpaced = cursor.start > cursor.position && isWholeNumber(number.range)
    guard isUnmarkedHeading(rest, takingAnyTail: isSpaced) else { return nil }
    // 1 城区空气质量,7分：with a blank behind the number nothing is lost.
    if !isSpaced {
      report(.headingMark(source.text(number.range), wanted: number.markedText, at: label(number.range)))
    }
    return open(number, at: place, placement: &placement)
  }

  /// Whether digits are all there is.
  private func isWholeNumber(_ range: TextRange) -> Bool {
    var cursor = Cursor(bytes, range)
    return cursor.wholeNumber() != nil && cursor.isAtEnd
  }

  /// Reports `ー、` and `（-）`, marks that only look like a numeral; the number they stand for.
  private mutating func lookAlikeNumber(at range: TextRange) -> HeadingNumber? {
    var cursor = Cursor(bytes, range)
    let whole = cursor.start
    let isParenthesized = cursor.eat("(")
    let start = cursor.start
    guard let scalar = cursor.peek(), !scalar.isNumeral,
      let (_, numeral, value) = Self.lookAlikeNumerals.first(where: { $0.mark == scalar })
    else { return nil }
    cursor.advance()
    let mark = TextRange(start, cursor.position)
    guard isParenthesized ? cursor.eat(")") : cursor.eat("、") else { return nil }
    report(.lookAlikeNumeral(source.text(mark), numeral: numeral, at: label(mark)))
    return HeadingNumber(
      style: isParenthesized ? .parenthesizedChinese : .chinese, values: [value],
      range: TextRange(whole, cursor.position))
  }

  private static let lookAlikeNumerals: [(mark: Unicode.Scalar, numeral: String, value: Int)] = [
    ("ー", "一", 1), ("—", "一", 1), ("–", "一", 1), ("-", "一", 1), ("―", "一", 1), ("⼀", "一", 1), ("ニ", "二", 2),
    ("⼆", "二", 2), ("ミ", "三", 3), ("⼋", "八", 8), ("ハ", "八", 8), ("⼗", "十", 10), ("〸", "十", 10),
  ]

  /// Whether a line whose number has no mark is a heading for all that: words and a tail, and not a table's row.
  private func isUnmarkedHeading(_ rest: TextRange, takingAnyTail: Bool) -> Bool {
    if takingAnyTail, hasWorthBehindWords(rest) { return true }
    let title = headingTitle(rest, requiresTail: true)
    guard takingAnyTail ? !title.isEmpty : hasTail(title), case .title(let words)? = title.first,
      ScoringPhrase.first(in: bytes, words) == nil
    else { return false }
    var bracket = nextBracket(from: words.end, end: rest.end)
    while bracket < rest.end {
      let word = isOpening(bracket) ? directiveWord(at: bracket, end: rest.end) : nil
      if word == .row || word == .subrow { return false }
      bracket = nextBracket(from: bracket + 3, end: rest.end)
    }
    return true
  }

  /// 6 加分项【分值：加分20分】: words, and right behind them what they are worth.
  private func hasWorthBehindWords(_ rest: TextRange) -> Bool {
    let bracket = nextBracket(from: rest.start, end: rest.end)
    guard bracket < rest.end, isOpening(bracket), directiveWord(at: bracket, end: rest.end) == .points else {
      return false
    }
    var words = Cursor(bytes, TextRange(rest.start, bracket))
    while let scalar = words.peek(), scalar.isIdeograph { words.advance() }
    return words.isAtEnd
  }

  /// Whether words are followed by a tail in parentheses: 宣传工作（4分）.
  func hasTail(_ title: [Segment]) -> Bool {
    guard case .title? = title.first else { return false }
    return title.contains { segment in
      if case .tail(let tail) = segment { Cursor(bytes, tail.range).isAt("(") } else { false }
    }
  }

  // MARK: Tails

  /// Reports points in the words of a title: （扣分8分） is none of the forms that say what an item is worth. A number that
  /// a sentence goes on from (大于90分的不超过3人) is no worth.
  mutating func reportUnreadTail(_ title: [Segment], restOfLine: TextRange) {
    for case .title(let range) in title {
      guard let words = ScoringPhrase.points(in: bytes, range), !states("分值", restOfLine),
        Cursor(bytes, TextRange(words.end, range.end)).peek() != "的"
      else { continue }
      return report(.unreadTail(source.text(words), at: label(words)))
    }
  }

  /// Reports （由市纪委考核 and 由市纪委考核）, behind a title or in it: one of the two parentheses is lost.
  mutating func reportUnpairedAssessors(_ title: [Segment], restOfLine: TextRange) {
    var stretches = [restOfLine]
    for segment in title {
      switch segment {
      case .title(let range): stretches.append(range)
      case .tail(.assessors): return
      default: break
      }
    }
    for (index, stretch) in stretches.enumerated() {
      guard let words = unpairedAssessors(in: stretch, onlyAtStart: index == 0) else { continue }
      guard !states("考核单位", restOfLine) else { return }
      return report(.unpairedAssessors(source.text(words), at: label(words)))
    }
  }

  private func unpairedAssessors(in range: TextRange, onlyAtStart: Bool) -> TextRange? {
    var cursor = Cursor(bytes, range)
    while let scalar = cursor.peek() {
      if scalar == "(" || scalar == "由", let words = unpairedAssessors(at: cursor) { return words }
      if onlyAtStart || scalar == "【" { return nil }
      if scalar == "(" { _ = cursor.eat(word: "(由") || cursor.eat("(") } else { cursor.advance() }
    }
    return nil
  }

  private func unpairedAssessors(at cursor: Cursor) -> TextRange? {
    var cursor = cursor
    let start = cursor.start
    let isOpened = cursor.eat("(")
    guard cursor.eat("由") else { return nil }
    var isBehindVerb = false
    while let scalar = cursor.peek(), ![")", "(", "。", ";", "【"].contains(scalar) {
      isBehindVerb = cursor.eat(word: "考核")
      if !isBehindVerb { cursor.advance() }
    }
    guard isBehindVerb, cursor.eat(")") != isOpened else { return nil }
    return TextRange(start, cursor.position)
  }

  /// Whether 【word：…】 stands behind the title and says anew what it says.
  private func states(_ word: String, _ range: TextRange) -> Bool {
    var bracket = nextBracket(from: range.start, end: range.end)
    while bracket < range.end {
      if isOpening(bracket), Cursor(bytes, TextRange(bracket + 3, range.end)).isAt(word: word) { return true }
      bracket = nextBracket(from: bracket + 3, end: range.end)
    }
    return false
  }
}

extension HeadingNumber {
  /// The number with its mark, as it stands before a title: 一、 （一） 1. （1）.
  fileprivate var markedText: String {
    switch style {
    case .chinese: text + "、"
    case .arabic: text + "."
    default: text
    }
  }
}
