import RulebookText

/// Cuts the text into lines; a line break is free in the middle of a sentence that scores.
extension Parser {
  mutating func lines() -> [LineSyntax] {
    if bytes.count > Limits.fileBytes {
      report(.overLimit("规则文件大小", limit: "\(Limits.fileBytes >> 20) MB", at: label(TextRange(0, 0))))
      return unread()
    }
    reportInvisibleCharacters()
    var lines: [LineSyntax] = []
    var start = 0
    while start < bytes.count {
      let (end, next) = wholeLineEnd(from: start)
      lines.append(line(TextRange(start, end), lineBreak: TextRange(end, next)))
      start = next
    }
    return lines
  }

  /// A tree that holds the text without reading it.
  private func unread() -> [LineSyntax] {
    let end = bytes.count
    return [
      LineSyntax(segments: [.unreadable(TextRange(0, end))], lineBreak: TextRange(end, end), placement: nil)
    ]
  }

  private func lineEnd(from start: Int) -> (end: Int, next: Int) {
    var index = start
    while index < bytes.count, bytes[index] > 0x0D || bytes[index] != 0x0A && bytes[index] != 0x0D {
      index += 1
    }
    guard index < bytes.count else { return (index, index) }
    let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
    return (index, index + (isPair ? 2 : 1))
  }

  // MARK: Lines that go on

  /// The end of the line, or of those below it into which its last sentence goes on.
  private func wholeLineEnd(from start: Int) -> (end: Int, next: Int) {
    var found = lineEnd(from: start)
    while found.end - start <= Limits.lineBytes,
      let more = goesOn(TextRange(start, found.end), from: found.next)
    {
      found = more
    }
    return found
  }

  /// The end of the line at `next`, where the words behind the last bracket of `line` are read only together with it:
  /// a consequence on the line below its bracket (【乙】，⏎各扣0.5分), or one that the break has cut (最多扣⏎1分).
  private func goesOn(_ line: TextRange, from next: Int) -> (end: Int, next: Int)? {
    let last = FoldedText.last(bytes, line)
    if let more = formulaGoesOn(line, last, from: next) { return more }
    guard next < bytes.count, last != "。", last != ";", let bracket = lastEvidence(in: line) else {
      return nil
    }
    let below = lineEnd(from: next)
    guard !beginsAnew(TextRange(next, below.end)),
      let joined = consequence(TextRange(bracket, below.end)), joined.range.end > next
    else { return nil }
    guard let alone = consequence(TextRange(bracket, line.end)) else { return below }
    let isCut = Cursor(bytes, TextRange(alone.range.end, line.end)).peek() != nil
    return isCut && alone.phrases.count == joined.phrases.count ? below : nil
  }

  /// The end of the line at `next`, where a sign of arithmetic at the break says that a formula goes on.
  private func formulaGoesOn(_ line: TextRange, _ last: Unicode.Scalar?, from next: Int) -> (
    end: Int, next: Int
  )? {
    guard next < bytes.count, let last, holdsEquals(line) else { return nil }
    let below = lineEnd(from: next)
    let cursor = Cursor(bytes, TextRange(next, below.end))
    let isCut = last == "=" || FormulaWordings.isSign(last)
    guard isCut || cursor.peek().map(FormulaWordings.isSign) ?? false, !beginsAnew(TextRange(next, below.end))
    else {
      return nil
    }
    return below
  }

  private func consequence(_ range: TextRange) -> ConsequenceSyntax? {
    var reader = reader(range)
    return reader.consequence()
  }

  /// Just behind the last bracket of a line, if it names evidence; brackets that do not match are another matter.
  private func lastEvidence(in line: TextRange) -> Int? {
    var opening: Int?
    var closing: Int?
    var index = line.start
    while true {
      index = nextBracket(from: index, end: line.end)
      guard index < line.end else { break }
      guard isOpening(index) == (opening == nil || closing != nil) else { return nil }
      if isOpening(index) { (opening, closing) = (index, nil) } else { closing = index + 3 }
      index += 3
    }
    guard let opening, let closing, !isDirective(at: opening, end: line.end) else { return nil }
    return closing
  }

  /// Whether a line is not the rest of a sentence: it is blank, has a heading number, or is a row or an office's line.
  private func beginsAnew(_ line: TextRange) -> Bool {
    var cursor = Cursor(bytes, line)
    if cursor.isAtEnd || cursor.mayBeginHeading && cursor.headingNumber() != nil { return true }
    var index = nextBracket(from: line.start, end: line.end)
    while index < line.end {
      let words = Cursor(bytes, TextRange(index + 3, line.end))
      if isOpening(index), ["项】", "目】", "考核单位】"].contains(where: words.isAt) { return true }
      index = nextBracket(from: index + 3, end: line.end)
    }
    return false
  }
}
