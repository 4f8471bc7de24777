import RulebookText

/// Formulas: arithmetic in the official words, its values named by brackets; or in a bracket of its own.
extension Parser {
  // MARK: In the official words

  /// Where a formula begins in `text`: 得分=70×达标率【…】 with a bracket to compute with; `nil` where none does.
  func formulaStart(in text: TextRange, end: Int) -> (start: Int, verb: ScoringVerb)? {
    guard holdsEquals(text) else { return nil }
    var cursor = Cursor(bytes, text)
    var sentence = text.start
    while let scalar = cursor.peek() {
      let here = cursor.start
      if scalar == "=", let verb = target(TextRange(sentence, here)),
        computesWithBracket(from: here, end: end)
      {
        return (sentence, verb)
      }
      cursor.advance()
      if [",", ";", "。", ":"].contains(scalar), !isAfterOtherwise(TextRange(sentence, cursor.position)) {
        sentence = cursor.start
      }
    }
    return nil
  }

  /// Whether there is an = in it, of either width, to see at a glance where none is.
  func holdsEquals(_ range: TextRange) -> Bool {
    bytes[range.bytes].contains { $0 == UInt8(ascii: "=") || $0 == 0xBC }
  }

  /// Whether the next bracket of the sentence names something to compute with, and none holds the formula instead.
  private func computesWithBracket(from start: Int, end: Int) -> Bool {
    let stop = sentenceEnd(from: start, end: end)
    var bracket = nextBracket(from: start, end: stop)
    while bracket < stop, isOpening(bracket + 3) || isClosing(bracket) {
      bracket = nextBracket(from: bracket + (isOpening(bracket) ? 6 : 3), end: stop)
    }
    guard bracket < stop, !isDirective(at: bracket, end: end) else { return false }
    while bracket < stop {
      let close = nextBracket(from: bracket + 3, end: stop)
      if isOpening(bracket), equals(in: TextRange(bracket + 3, close)) != nil { return false }
      bracket = nextBracket(from: close + 3, end: stop)
    }
    return true
  }

  /// 否则, before the formula that counts then.
  private func isAfterOtherwise(_ range: TextRange) -> Bool {
    var cursor = Cursor(bytes, range)
    return cursor.eat(anyOf: Wordings.otherwise) != nil && cursor.eat(",") && cursor.isAtEnd
  }

  /// What 得分, 扣分 or 加分 at the end of the words asks for.
  private func target(_ words: TextRange) -> ScoringVerb? {
    let folded = FoldedText.folded(bytes, words)
    return FormulaWordings.targets.first { folded.suffix($0.word.utf8.count).elementsEqual($0.word.utf8) }?
      .meaning
  }

  /// What the formula says that begins with = right behind a bracket; `nil` where none does.
  mutating func formulaTarget(_ annotation: Annotation, end: Int) -> FormulaSyntax.Target? {
    let isNext = Cursor(bytes, TextRange(annotation.range.end, end)).peek() == "="
    switch annotation.content {
    case .evidence: return isNext ? .evidence : nil
    case .score(let word):
      // What 【总得分】 comes to may stand behind it instead.
      if !isNext, word != .total { report(.reservedWord(word.rawValue, at: label(annotation.range))) }
      return isNext ? .score(word) : nil
    case .total, .directive, .formula, .broken: return nil
    }
  }

  /// Reads the formula whose first words begin at `start`, and what bounds it; where reading goes on.
  mutating func formula(
    from start: Int, end: Int, target: FormulaSyntax.Target, into segments: inout [Segment]
  ) -> Int {
    var cursor = Cursor(bytes, TextRange(start, end))
    let isRest = cursor.eat(anyOf: Wordings.otherwise) != nil
    while let scalar = cursor.peek(), scalar != "=" { cursor.advance() }
    cursor.advance()
    isClauseOpen = false
    switch formula(at: cursor) {
    case .failure(let fault):
      report(diagnostic(of: fault))
      let stop = sentenceEnd(from: start, end: end)
      segments.append(.unreadable(TextRange(start, stop)))
      return stop
    case .success(let read):
      let range = TextRange(start, read.end)
      let formula = FormulaSyntax(target: target, steps: read.steps, isRest: isRest, range: range)
      words(of: formula, into: &segments)
      return formulaTail(of: formula, end: end, into: &segments)
    }
  }

  /// The steps of the formula that begins here, and where it ends. What the reader holds of the parser is gone when
  /// this returns: while it holds the list of problems, every problem reported would copy the list.
  private func formula(
    at cursor: Cursor
  ) -> Result<(steps: [FormulaSyntax.Step], end: Int), FormulaReader.Fault> {
    var reader = FormulaReader(cursor, isInBracket: false) { isDirective(at: $0, end: cursor.end) }
    return Result { () throws(FormulaReader.Fault) in
      try reader.read()
      return (reader.steps, reader.cursor.position)
    }
  }

  /// The stretch of a formula: its words, the brackets it computes with, official brackets.
  private mutating func words(of formula: FormulaSyntax, into segments: inout [Segment]) {
    var position = formula.range.start
    while position < formula.range.end {
      let bracket = nextBracket(from: position, end: formula.range.end)
      if bracket > position {
        let isFirst = position == formula.range.start
        segments.append(
          .formula(FormulaWords(range: TextRange(position, bracket), formula: isFirst ? formula : nil)))
        position = bracket
      } else if isOpening(position) ? isOpening(position + 3) : isClosing(position + 3) {
        segments.append(.officialBracket(TextRange(position, position + 6)))
        position += 6
      } else if let annotation = annotation(from: position, end: formula.range.end) {
        segments.append(.annotation(annotation))
        position = annotation.range.end
      } else {
        segments.append(.unreadable(TextRange(position, formula.range.end)))
        position = formula.range.end
      }
    }
  }

  /// ，最高15分 behind a formula.
  private mutating func formulaTail(of formula: FormulaSyntax, end: Int, into segments: inout [Segment])
    -> Int
  {
    let position = formula.range.end
    isClauseOpen = formula.givesPoints
    var reader = ConsequenceReader(
      cursor: Cursor(bytes, TextRange(position, end)), extraWords: extraMeasureWords)
    guard isClauseOpen, let tail = reader.behindFormula() else {
      return afterConsequence(from: position, end: end, into: &segments)
    }
    segments.append(.consequence(tail))
    return afterConsequence(from: tail.range.end, end: end, into: &segments)
  }

  // MARK: In a bracket

  /// 【得分=70×达标率-63，最高7分】, 【按期结案率=…】: names stand for evidence.
  mutating func formulaInBracket(_ inside: TextRange, equals: Int) -> Annotation.Content {
    let pieces = split(inside, at: ",")
    let whole = pieces.first ?? inside
    let left = trimmed(TextRange(inside.start, equals))
    guard let target = target(inBracket: left) else { return .broken }
    var cursor = Cursor(bytes, TextRange(equals, whole.end))
    cursor.advance()
    var reader = FormulaReader(cursor, isInBracket: true) { _ in false }
    do throws(FormulaReader.Fault) {
      try reader.read()
      guard reader.cursor.isAtEnd else { throw .unreadable("这里读不懂", reader.cursor.rest) }
    } catch {
      report(diagnostic(of: error))
      return .broken
    }
    let formula = FormulaSyntax(target: target, steps: reader.steps, isRest: false, range: trimmed(whole))
    var limits: [ConsequenceSyntax] = []
    for piece in pieces.dropFirst() {
      var reader = ConsequenceReader(cursor: Cursor(bytes, piece), extraWords: extraMeasureWords)
      guard let limit = reader.behindFormula(), reader.cursor.isAtEnd else {
        report(
          .formulaOperand(source.text(trimmed(piece)), why: "式子后面只写“最高7分”“低于90%为0分”这样的话", at: label(piece)))
        return .broken
      }
      limits.append(limit)
    }
    return .formula(formula, limits)
  }

  private mutating func target(inBracket left: TextRange) -> FormulaSyntax.Target? {
    let word = FoldedText.folded(bytes, left)
    if let score = ScoreWord(folded: word) { return .score(score) }
    if let points = FormulaWordings.targets.first(where: { word.elementsEqual($0.word.utf8) }) {
      return .points(points.meaning)
    }
    return name(left).map { .named($0) }
  }

  // MARK: Reporting

  private func diagnostic(of fault: FormulaReader.Fault) -> Diagnostic {
    switch fault {
    case .unreadable(let why, let range): .unreadableFormula(why, at: label(range))
    case .unexplained(let range): .formulaWordWithoutBracket(source.text(range), at: label(range))
    case .tooDeep(let range): .overLimit("式子里的括号", limit: "\(Limits.formulaDepth)层", at: label(range))
    case .tooLong(let range): .overLimit("一个式子的长度", limit: "\(Limits.formulaSteps)个数和符号", at: label(range))
    }
  }
}
