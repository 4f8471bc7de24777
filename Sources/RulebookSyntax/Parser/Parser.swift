import ExactArithmetic
public import RulebookText

/// Reads a rulebook's text into a tree, and says what is wrong with it.
///
/// The document is read line by line, and a line from left to right:
/// a heading number, its title and tails, then text and brackets; behind a bracket that names evidence the words
/// that score. Brackets are the only boundary between official text and annotation, so a mistake in one line never
/// reaches the next one. Any bytes at all give a tree whose text is those bytes.
public struct Parser {
  let source: SourceText
  let bytes: [UInt8]
  var diagnostics: [Diagnostic] = []
  var outline = Outline()
  /// Measure words that 【量词】 added so far.
  var extraMeasureWords: [String] = []
  /// The grades that 【等次】 declared so far, best first.
  var grades: [String] = [] {
    didSet { gradeWords = .grades(grades) }
  }
  /// The same as they are read.
  private(set) var gradeWords = WordList.none
  /// Whether a sentence that starts here would go on with what a total comes to.
  var isOutcomeOpen = false
  /// The words that 等次（…） and 分级（…） listed so far.
  var levelWords = WordList.none
  /// Whether a sentence that starts here would go on with a clause.
  var isClauseOpen = false
  /// Whether evidence before has not yet been told what it is worth: 甲【甲】、乙【乙：视同甲】，扣5分 says it behind the second.
  private var isEvidenceWaiting = false
  /// Whether the sentence being read stands behind a rule in a bracket, which has said all that counts.
  var isBehindRule = false

  private init(_ source: SourceText) {
    self.source = source
    self.bytes = source.bytes
  }

  /// A reader of the words that score in `range`.
  func reader(_ range: TextRange) -> ConsequenceReader {
    ConsequenceReader(
      cursor: Cursor(bytes, range), extraWords: extraMeasureWords, levelWords: levelWords)
  }

  /// A parser for a few words that stand in no file.
  static func reading(_ words: String, with extraMeasureWords: [String]) -> Parser {
    var parser = Parser(SourceText(name: "", words))
    parser.extraMeasureWords = extraMeasureWords
    return parser
  }

  /// The tree of `source` with everything that is wrong with its form.
  public static func parse(_ source: SourceText) -> (tree: SyntaxTree, diagnostics: [Diagnostic]) {
    var parser = Parser(source)
    let lines = parser.lines()
    return (SyntaxTree(source: source, lines: lines), parser.diagnostics)
  }

  // MARK: Lines

  mutating func line(_ range: TextRange, lineBreak: TextRange) -> LineSyntax {
    guard range.count <= Limits.lineBytes else {
      let start = TextRange(range.start, range.start)
      report(.overLimit("一行的长度", limit: "\(Limits.lineBytes >> 10) KB", at: label(start)))
      return LineSyntax(segments: [.text(range)], lineBreak: lineBreak, placement: nil)
    }
    var segments: [Segment] = []
    segments.reserveCapacity(4)
    var position = range.start
    if position == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
      segments.append(.blank(TextRange(0, 3)))
    }
    let rest = TextRange(position, range.end)
    var placement: Placement?
    if let number = headingNumber(at: rest, placement: &placement) {
      isClauseOpen = false
      isOutcomeOpen = false
      isEvidenceWaiting = false
      if number.range.start > position { segments.append(.blank(TextRange(position, number.range.start))) }
      segments.append(.number(number))
      let title = headingTitle(TextRange(number.range.end, range.end), requiresTail: false)
      segments += title
      position = title.last?.range.end ?? number.range.end
      reportUnreadTail(title, restOfLine: TextRange(position, range.end))
      reportUnpairedAssessors(title, restOfLine: TextRange(position, range.end))
    }
    body(TextRange(position, range.end), into: &segments)
    placeRow(in: &segments, placement: &placement)
    return LineSyntax(segments: segments, lineBreak: lineBreak, placement: placement)
  }

  // MARK: Body

  /// Reads text, brackets and consequences up to the end of the line.
  private mutating func body(_ range: TextRange, into segments: inout [Segment]) {
    var position = range.start
    var isAtSentenceStart = true
    isBehindRule = false
    while position < range.end {
      if isAtSentenceStart, isClauseOpen, let more = continuation(TextRange(position, range.end)) {
        segments.append(.consequence(more))
        position = more.range.end
        isAtSentenceStart = false
        continue
      }
      if isAtSentenceStart, isOutcomeOpen, let more = outcomeGoesOn(TextRange(position, range.end)) {
        position = take(more, behind: position, end: range.end, into: &segments)
        isAtSentenceStart = false
        continue
      }
      let bracket = nextBracket(from: position, end: range.end)
      if let (start, verb) = formulaStart(in: TextRange(position, bracket), end: range.end) {
        if start > position { segments.append(.text(TextRange(position, start))) }
        position = formula(from: start, end: range.end, target: .points(verb), into: &segments)
        isAtSentenceStart = false
        continue
      }
      let textEnd =
        isClauseOpen || isOutcomeOpen ? min(bracket, sentenceEnd(from: position, end: bracket)) : bracket
      if textEnd > position {
        let text = TextRange(position, textEnd)
        if isClauseOpen, !isOnlyPunctuation(text) {
          isClauseOpen = false
          // 一票否决 in a sentence of its own is looked at together with the rest of its item.
          if !isBehindRule, let words = modifier(in: text, before: bracket, end: range.end),
            OfficialPhrases.veto(in: bytes, words) == nil
          {
            report(.unreadModifier(source.text(words), at: label(words)))
            segments.append(.unreadable(text))
            position = textEnd
            isAtSentenceStart = true
            continue
          }
        }
        if isOutcomeOpen, !isOnlyPunctuation(text) { isOutcomeOpen = false }
        segments.append(.text(text))
        position = textEnd
        isAtSentenceStart = true
        isBehindRule = isBehindRule && textEnd == bracket
        continue
      }
      position = bracketSegment(at: position, end: range.end, into: &segments)
      isAtSentenceStart = false
    }
  }

  /// Reads what begins with 【 or 】 at `position`, and the consequence behind it; where reading goes on.
  private mutating func bracketSegment(at position: Int, end: Int, into segments: inout [Segment]) -> Int {
    let pair = TextRange(position, position + 6)
    if isOpening(position)
      ? isOpening(position + 3) && pair.end <= end : isClosing(position + 3) && pair.end <= end
    {
      segments.append(.officialBracket(pair))
      return pair.end
    }
    let mark = TextRange(position, position + 3)
    guard isOpening(position) else {
      report(.strayClosingBracket(at: label(mark)))
      segments.append(.unreadable(mark))
      return mark.end
    }
    guard let annotation = annotation(from: position, end: end) else {
      segments.append(.unreadable(TextRange(position, end)))
      isClauseOpen = false
      return end
    }
    segments.append(.annotation(annotation))
    if let target = formulaTarget(annotation, end: end) {
      return formula(from: annotation.range.end, end: end, target: target, into: &segments)
    }
    if let total = annotation.total {
      return outcomeOfTotal(total, annotation.range, end: end, into: &segments)
    }
    guard case .evidence(let evidence) = annotation.content else { return annotation.range.end }
    isClauseOpen = false
    isOutcomeOpen = false
    if !evidence.isInert, let found = outcome(from: annotation.range.end, end: end) {
      guard evidence.outcomes.isEmpty else {
        compare(found, with: evidence.outcomes)
        segments.append(.text(TextRange(annotation.range.end, found.range.end)))
        return found.range.end
      }
      return take(found, behind: annotation.range.end, end: end, into: &segments)
    }
    guard !evidence.isInert || isEvidenceWaiting && evidence.countsAsOther else {
      isClauseOpen = evidence.holdsRule
      isBehindRule = evidence.holdsRule
      return annotation.range.end
    }
    return consequence(of: evidence, annotation.range, end: end, into: &segments)
  }

  /// Reads what the evidence of `bracket` is worth; where the bracket already says what the year comes to, nothing more
  /// need be said of that.
  private mutating func consequence(
    of evidence: EvidenceSyntax, _ bracket: TextRange, end: Int, into segments: inout [Segment]
  ) -> Int {
    let position = bracket.end
    var reader = reader(TextRange(position, end))
    if let read = reader.consequence() {
      let found = headed(read, of: evidence, before: bracket.start)
      if found.range.start > position { segments.append(.text(TextRange(position, found.range.start))) }
      segments.append(.consequence(found))
      isClauseOpen = true
      isEvidenceWaiting = false
      return afterConsequence(from: found.range.end, end: end, into: &segments)
    }
    isEvidenceWaiting = true
    let stretch = TextRange(
      position, min(nextBracket(from: position, end: end), sentenceEnd(from: position, end: end)))
    if let scoring = ScoringPhrase.first(in: bytes, stretch) {
      report(unreadable(scoring, stretch))
      segments.append(.unreadable(stretch))
      return stretch.end
    }
    if !evidence.outcomes.isEmpty || !reportUnreadOutcome(stretch, ofTotal: nil) { return position }
    segments.append(.unreadable(stretch))
    return stretch.end
  }

  /// Reports words behind a consequence that change what it is worth (加倍, 封顶2分) but cannot be read, lest they be
  /// passed over in silence; where reading goes on.
  mutating func afterConsequence(from position: Int, end: Int, into segments: inout [Segment]) -> Int {
    if let found = outcome(from: position, end: end) {
      return take(found, behind: position, end: end, into: &segments)
    }
    let sentence = sentenceEnd(from: position, end: end)
    let bracket = nextBracket(from: position, end: end)
    let rest = TextRange(position, min(sentence, bracket))
    if reportUnreadOutcome(rest, ofTotal: nil) {
      segments.append(.unreadable(rest))
      isClauseOpen = false
      return rest.end
    }
    // 单项不重复计分【就高：同一事项】, 加倍扣分【倍数：…】: the bracket says what the words do.
    let directive = bracket < sentence ? directiveWord(at: bracket, end: end) : nil
    let isExplained = [.highestPerMatter, .multiplier, .explanation].contains(directive)
    let speaksOfNext = bracket < sentence && (directive == nil || isExplained)
    guard !speaksOfNext, let words = ScoringPhrase.modifier(in: bytes, rest) else { return position }
    report(.unreadModifier(source.text(words), at: label(words)))
    segments.append(.unreadable(rest))
    isClauseOpen = false
    return rest.end
  }

  /// Words in a sentence right behind a clause that would change what it is worth; none where a bracket in the
  /// sentence speaks for it.
  private func modifier(in text: TextRange, before bracket: Int, end: Int) -> TextRange? {
    guard bracket > text.end || bracket == end, ScoringPhrase.first(in: bytes, text) == nil else {
      return nil
    }
    return ScoringPhrase.modifier(in: bytes, text)
  }

  /// Whether the bracket at `position` is a directive rather than the next evidence.
  func isDirective(at position: Int, end: Int) -> Bool { directiveWord(at: position, end: end) != nil }

  /// What the bracket at `position` directs; `nil` where it names evidence.
  func directiveWord(at position: Int, end: Int) -> DirectiveWord? {
    let close = nextBracket(from: position + 3, end: end)
    var cursor = Cursor(bytes, TextRange(position + 3, close))
    _ = cursor.eat("?")
    let word = cursor.start
    while let scalar = cursor.peek(), scalar != ":" { cursor.advance() }
    return DirectiveWord(folded: FoldedText.folded(bytes, TextRange(word, cursor.start)))
  }

  private mutating func continuation(_ range: TextRange) -> ConsequenceSyntax? {
    // 【分值：2分】 at the end of a sentence says nothing of the words before it.
    let bracket = nextBracket(from: range.start, end: range.end)
    let endsThere = directiveWord(at: bracket, end: range.end).map { !$0.speaksOfWords } ?? false
    var whole = reader(range)
    var cut = reader(TextRange(range.start, bracket))
    guard var found = whole.continuation() ?? (endsThere ? cut.continuation() : nil) else { return nil }
    // Blanks before it belong to it, so that the segments tile the line.
    found.range = TextRange(range.start, found.range.end)
    return found
  }

  // MARK: Marks

  func isOpening(_ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x90
  }

  func isClosing(_ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x91
  }

  /// Where the next 【 or 】 stands; `end` where there is none.
  func nextBracket(from start: Int, end: Int) -> Int {
    var index = start
    while index < end {
      if bytes[index] == 0xE3, isOpening(index) || isClosing(index) { return index }
      index += 1
    }
    return end
  }

  /// Just behind the next ； or 。; `end` where there is none. A 。 between two digits (0。2) ends no sentence.
  func sentenceEnd(from start: Int, end: Int) -> Int {
    var cursor = Cursor(bytes, TextRange(start, end))
    var isBehindDigit = false
    while true {
      if cursor.skipIdeographs() { isBehindDigit = false }
      guard let (scalar, _) = cursor.nextMark() else { break }
      let isMisprintedPoint = scalar == "。" && isBehindDigit && cursor.peek()?.isDigit == true
      if scalar == ";" || scalar == "。" && !isMisprintedPoint { return cursor.position }
      isBehindDigit = scalar.isDigit
    }
    return end
  }

  private func isOnlyPunctuation(_ range: TextRange) -> Bool {
    var cursor = Cursor(bytes, range)
    while let scalar = cursor.peek() {
      guard [",", ";", "。", ".", "、"].contains(scalar) else { return false }
      cursor.advance()
    }
    return true
  }

  // MARK: Reporting

  func label(_ range: TextRange, _ text: String = "") -> Label {
    Label(file: source.name, range: range, text: text)
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// What to say of words that score in no form the language knows.
  private func unreadable(_ found: ScoringPhrase.Found, _ stretch: TextRange) -> Diagnostic {
    if let (range, suggestion) = found.malformed {
      return .misprintedNumber(source.text(range), suggestion: suggestion, at: label(range))
    }
    if found.isTooLong { return .overLimit("一个数的位数", limit: "\(Limits.digits)位", at: label(found.range)) }
    if found.misspellsPointsWord {
      return .misspeltPointsWord(source.text(found.range), at: label(found.range))
    }
    if found.isNegative { return .negativeDeduction(source.text(found.range), at: label(found.range)) }
    if found.lacksPointsWord { return .missingPointsWord(source.text(found.range), at: label(found.range)) }
    return .unknownConsequence(
      source.text(stretch), nearest: EffectSyntax.nearestForms(to: found.verb), at: label(found.range))
  }

  /// Invisible and bidirectional characters are refused wherever they stand: two texts that look alike must be alike.
  mutating func reportInvisibleCharacters() {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var found = 0
    while found < 20, let next = InvisibleCharacters.first(in: bytes, TextRange(start, bytes.count)) {
      report(.invisibleCharacter("\(next.name)（\(next.codePoint)）", at: label(next.range)))
      start = next.range.end
      found += 1
    }
  }
}
