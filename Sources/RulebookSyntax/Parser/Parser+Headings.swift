import ExactArithmetic
import RulebookText

extension Parser {
  // MARK: Numbers

  /// The heading number at the start of `range`, with its place in the outline; `nil` where the line is text.
  mutating func headingNumber(at range: TextRange, placement: inout Placement?) -> HeadingNumber? {
    var cursor = Cursor(bytes, range)
    guard cursor.mayBeginHeading else { return nil }
    guard let number = cursor.headingNumber() else { return damagedNumber(at: range, placement: &placement) }
    let found: Placement
    switch outline.finding(for: number) {
    case .placed(let place):
      found = place
    case .gap(let expected, let place):
      if isWrappedText(number, TextRange(cursor.position, range.end)) { return nil }
      report(.headingGap(number.text, expected: expected, at: label(number.range)))
      found = place
    case .repeated(let place):
      if isWrappedText(number, TextRange(cursor.position, range.end)) { return nil }
      report(.headingRepeated(number.text, at: label(number.range)))
      found = place
    }
    return open(number, at: found, placement: &placement)
  }

  /// Opens a heading where it belongs; `nil` where there would be too many levels.
  mutating func open(_ number: HeadingNumber, at found: Placement, placement: inout Placement?)
    -> HeadingNumber?
  {
    guard found.level < Limits.headingDepth else {
      report(.overLimit("标题层数", limit: "\(Limits.headingDepth)", at: label(number.range)))
      return nil
    }
    placement = found
    outline.open(found)
    return number
  }

  /// A number that continues nothing, on a line that scores, is the middle of a wrapped sentence: (2013)稿件…; not so
  /// where its title has a tail, or a bracket that speaks of a heading, or where the line above has come to its end. A
  /// list that begins anew with 1 is none of headings.
  private func isWrappedText(_ number: HeadingNumber, _ rest: TextRange) -> Bool {
    if (number.values.first ?? 0) > 99 { return true }
    if hasTail(headingTitle(rest, requiresTail: true)) { return false }
    if number.values != [1], isBehindSentence(number.range.start), !isCountedAbove(number) { return false }
    if ScoringPhrase.first(in: bytes, rest) != nil { return true }
    let bracket = nextBracket(from: rest.start, end: rest.end)
    return bracket < rest.end && number.style != .chinese && number.style != .parenthesizedChinese
      && !speaksOfHeading(bracket, end: rest.end)
  }

  /// Whether what stands above `position` has come to its end.
  private func isBehindSentence(_ position: Int) -> Bool {
    ["。", ";", "】"].contains(FoldedText.last(bytes, TextRange(0, position)))
  }

  /// Whether the number before `number` stands in the middle of the line above: 2.…。3.…⏎4.… is a list in the text.
  private func isCountedAbove(_ number: HeadingNumber) -> Bool {
    let isBreak = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
    let end = bytes[..<number.range.start].lastIndex { !isBreak($0) } ?? 0
    let start = bytes[..<end].lastIndex(where: isBreak) ?? 0
    var cursor = Cursor(bytes, TextRange(start, end))
    var isBehindDigit = false
    while let scalar = cursor.peek() {
      var copy = cursor
      if !isBehindDigit, cursor.mayBeginHeading, let other = copy.headingNumber(),
        other.style == number.style,
        other.successor?.values == number.values
      {
        return true
      }
      isBehindDigit = scalar.isDigit
      cursor.advance()
    }
    return false
  }

  /// Whether the bracket at `position` is one that stands behind a title: 【适用：…】.
  private func speaksOfHeading(_ position: Int, end: Int) -> Bool {
    switch directiveWord(at: position, end: end) {
    case .appliesTo, .assessors, .points, .start, .ceiling, .floor, .monthly, .quarterly, .halfYearly: true
    default: false
    }
  }

  // MARK: Title and tails

  /// The title and tails that open `range`; text where the line is a numbered sentence.
  func headingTitle(_ range: TextRange, requiresTail: Bool) -> [Segment] {
    var cursor = Cursor(bytes, range)
    while let scalar = cursor.peek() {
      let here = cursor.start
      if scalar == "(" {
        if let (tail, end) = tail(from: here, end: range.end) {
          return titleSegment(TextRange(range.start, here))
            + tails(from: here, first: tail, end: end, limit: range.end)
        }
        skipParenthesis(&cursor)
        continue
      }
      if scalar == "【" || scalar == "】", cursor.eat(word: "【【") || cursor.eat(word: "】】") { continue }
      if scalar == "【" || scalar == "】" || scalar == "。" || scalar == ";" || scalar == ":" { break }
      cursor.advance()
    }
    let title = TextRange(range.start, cursor.start)
    if cursor.peek() == ":", let (tail, start) = bareTail(endOf: title) {
      return titleSegment(TextRange(range.start, start)) + [.tail(tail)]
    }
    if requiresTail { return [] }
    let isSentence = ScoringPhrase.first(in: bytes, title) != nil || namesEvidenceNext(cursor)
    return isSentence ? [] : titleSegment(title)
  }

  /// The words of a title, official brackets apart.
  private func titleSegment(_ range: TextRange) -> [Segment] {
    var segments: [Segment] = []
    var start = range.start
    while start < range.end {
      let bracket = nextBracket(from: start, end: range.end)
      if bracket > start { segments.append(.title(TextRange(start, bracket))) }
      start = min(bracket + 6, range.end)
      if bracket < range.end { segments.append(.officialBracket(TextRange(bracket, start))) }
    }
    return segments
  }

  private func tails(from start: Int, first: HeadingTail, end: Int, limit: Int) -> [Segment] {
    var segments: [Segment] = [.tail(first)]
    var position = end
    while true {
      let cursor = Cursor(bytes, TextRange(position, limit))
      guard cursor.peek() == "(", let (tail, end) = tail(from: cursor.start, end: limit) else {
        return segments
      }
      if cursor.start > position { segments.append(.blank(TextRange(position, cursor.start))) }
      segments.append(.tail(tail))
      position = end
    }
  }

  private func skipParenthesis(_ cursor: inout Cursor) {
    var depth = 0
    repeat {
      if cursor.eat("(") {
        depth += 1
      } else if cursor.eat(")") {
        depth -= 1
      } else {
        guard let scalar = cursor.peek(), scalar != "【", scalar != "】" else { return }
        cursor.advance()
      }
    } while depth > 0
  }

  /// Whether a bracket that names evidence comes next: then the words before it are a sentence, not a title.
  private func namesEvidenceNext(_ cursor: Cursor) -> Bool {
    var copy = cursor
    guard copy.eat("【"), copy.peek() != "【" else { return false }
    _ = copy.eat("?")
    let inside = copy.start
    while let scalar = copy.peek(), scalar != "】", scalar != ":" { copy.advance() }
    return DirectiveWord(folded: FoldedText.folded(bytes, TextRange(inside, copy.start))) == nil
  }

  // MARK: Tails

  /// （5分）, （由农办考核）: a parenthesis of a closed form; `nil` for any other.
  private func tail(from start: Int, end: Int) -> (HeadingTail, end: Int)? {
    var cursor = Cursor(bytes, TextRange(start, end))
    guard cursor.eat("(") else { return nil }
    if let worth = worth(&cursor), cursor.eat(")") {
      return (.worth(worth, TextRange(start, cursor.position)), cursor.position)
    }
    cursor = Cursor(bytes, TextRange(start, end))
    _ = cursor.eat("(")
    guard cursor.eat("由") else { return nil }
    let inside = cursor.start
    while let scalar = cursor.peek(), scalar != ")", scalar != "(", scalar != "【" { cursor.advance() }
    let words = TextRange(inside, cursor.start)
    guard cursor.eat(")"), let names = assessorNames(words) else { return nil }
    return (.assessors(names, TextRange(start, cursor.position)), cursor.position)
  }

  /// 5分, 基分为15分, 倒扣分5分, 5分，倒扣分1分, 加分3分, 每小项倒扣分2分; each kind once. 扣完为止 behind them says what
  /// goes without saying.
  func worth(_ cursor: inout Cursor) -> WorthSyntax? {
    var worth = WorthSyntax()
    repeat {
      if worth != WorthSyntax(), cursor.eat(anyOf: Wordings.untilExhausted) != nil { return worth }
      let figure = cursor.eat(HeadingWordings.worths) ?? .points
      guard worth[figure] == nil, let points = points(&cursor) else { return nil }
      worth[figure] = points
    } while cursor.eat(",") || cursor.eat("、")
    return worth
  }

  private func points(_ cursor: inout Cursor) -> Rational? {
    guard let numeral = cursor.number(), cursor.eat("分") else { return nil }
    return numeral.value
  }

  /// `，7分` or `8` right before the ： of a title.
  private func bareTail(endOf title: TextRange) -> (HeadingTail, start: Int)? {
    var cursor = Cursor(bytes, title)
    while cursor.peek() != nil {
      let start = cursor.start
      var copy = cursor
      let hasComma = copy.eat(",")
      if let numeral = copy.number(), numeral.range.start < title.end, copy.eat("分") || !hasComma,
        copy.isAtEnd,
        bytes[numeral.range.start] < 0x80 || bytes[numeral.range.start] == 0xEF
      {
        var worth = WorthSyntax()
        worth.points = numeral.value
        return (.worth(worth, TextRange(start, title.end)), start)
      }
      if cursor.peek()?.isDigit != true || !cursor.passFigure() { cursor.advance() }
    }
    return nil
  }

  /// The offices of 由农办、组织部考核: separated by 、 和 及, quotes, 牵头 and a final 等 dropped.
  private func assessorNames(_ range: TextRange) -> [String]? {
    var text = FoldedText.text(bytes, range)
    guard text.hasSuffix("考核") else { return nil }
    text.removeLast("考核".count)
    for ending in ["牵头负责", "牵头", "负责"] where text.hasSuffix(ending) { text.removeLast(ending.count) }
    let names = OfficeNames.split(text)
    return names.isEmpty ? nil : names
  }

  // MARK: Rows

  /// Gives a line with 【项】 or 【目】 its title and its place in the outline.
  mutating func placeRow(in segments: inout [Segment], placement: inout Placement?) {
    guard let index = segments.firstIndex(where: { $0.isRowMark }),
      case .annotation(let annotation) = segments[index], case .directive(let directive) = annotation.content
    else { return }
    isClauseOpen = false
    if placement != nil {
      report(.misplacedDirective("项", rule: "“项”“目”写在没有序号的行上", at: label(annotation.range)))
      return
    }
    if case .row = directive {
      placement = outline.openRow()
    } else if let found = outline.openSubrow() {
      placement = found
    } else {
      report(.misplacedDirective("目", rule: "“目”写在“项”或标题之下", at: label(annotation.range)))
    }
    guard
      let titleIndex = segments[..<index].firstIndex(where: { if case .text = $0 { true } else { false } })
    else {
      report(.untitledRow(at: label(annotation.range)))
      return
    }
    let range = segments[titleIndex].range
    let titled = headingTitle(range, requiresTail: true)
    let rest = TextRange(titled.last?.range.end ?? range.start, range.end)
    let remainder: [Segment] = rest.isEmpty ? [] : titled.isEmpty ? [.title(rest)] : [.text(rest)]
    segments.replaceSubrange(titleIndex...titleIndex, with: titled + remainder)
  }
}

extension Segment {
  fileprivate var isRowMark: Bool {
    guard case .annotation(let annotation) = self, case .directive(let directive) = annotation.content else {
      return false
    }
    switch directive {
    case .row, .subrow: return true
    default: return false
    }
  }
}
