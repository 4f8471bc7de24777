import RulebookSyntax
import RulebookText

/// Sentences that score without evidence.
extension Draft {
  /// Reports words that score and that no bracket explains; the brackets that turned out to stand behind them.
  mutating func reportUnexplainedScoring(in sentence: Sentence, _ place: Int) -> [TextRange] {
    guard !isInert(sentence) else { return [] }
    var behind: [TextRange] = []
    for (index, piece) in sentence.pieces.enumerated() {
      guard case .text(let range) = piece, let found = ScoringPhrase.first(in: source.bytes, range) else {
        continue
      }
      let later = sentence.pieces[(index + 1)...]
      if let bracket = openBracket(right: later) {
        behind.append(bracket)
        var nearest = found
        while let next = ScoringPhrase.first(in: source.bytes, TextRange(nearest.range.end, range.end)) {
          nearest = next
        }
        report(
          .bracketBehindFigure(
            source.text(bracket), source.text(nearest.range), at: label(bracket), figure: label(nearest.range)
          ))
      } else if sentence.explanation(behind: index) == nil, !sentence.isMultiplied(behind: index),
        !isStatedLater(place)
      {
        report(unexplained(found.range, in: range))
      }
    }
    return behind
  }

  /// Whether the words begin a rule that the one bracket behind them states in full, figure by figure:
  /// 省级的得3分；市级的得2分【媒体推广：…，省级得3分，市级得2分】.
  private func isStatedLater(_ place: Int) -> Bool {
    let item = sentences[place].item
    var last = place
    while last < sentences.endIndex, sentences[last].item == item, !sentences[last].holdsNames { last += 1 }
    guard last > place, last < sentences.endIndex, sentences[last].item == item,
      sentences[last].rules.count == 1, sentences[last].countOfNames == 1
    else { return false }
    let first =
      (0..<place).last { sentences[$0].item != item || sentences[$0].holdsNames }.map { $0 + 1 } ?? 0
    let words = OfficialWords(source: source, measureWords: head.measureWords)
    let said = words.points(in: sentences[first...last].flatMap(\.texts)).map(\.value)
    let ruled = words.points(in: [sentences[last].rules[0].place]).map(\.value)
    return said.count > 1 && said.sorted() == ruled.sorted()
  }

  /// Reports what an item is worth where it stands apart from its heading: 落实津贴。3分, or （8分） at the head of a line.
  mutating func reportLoosePoints() {
    for sentence in sentences
    where sentence.item != 0 && items[sentence.item].worth == WorthSyntax() && !isInert(sentence) {
      for case (let index, .text(let range)) in sentence.pieces.enumerated()
      where sentence.explanation(behind: index) == nil {
        let isFollowed = sentence.pieces[(index + 1)...].contains {
          if case .text = $0 { false } else { true }
        }
        guard let words = loosePoints(range, mayGoOn: isFollowed) else { continue }
        report(.unreadTail(source.text(words), at: label(words)))
        break
      }
    }
  }

  /// 3分, （8分） or 分值8分 with nothing beside it; in parentheses at the head of a line, with more behind it.
  private func loosePoints(_ range: TextRange, mayGoOn: Bool) -> TextRange? {
    var cursor = Cursor(source.bytes, range)
    guard cursor.peek() != nil else { return nil }
    let start = cursor.start
    let isParenthesized = cursor.eat("(")
    _ = cursor.eat(word: "分值")
    _ = cursor.eat(":")
    guard cursor.number() != nil, cursor.isAtPoints, cursor.eat("分"), !isParenthesized || cursor.eat(")")
    else {
      return nil
    }
    let words = TextRange(start, cursor.position)
    let isAtLineStart = tree.lines.contains { line in line.segments.first?.range.start == range.start }
    while let mark = cursor.peek(), ",;。.:".unicodeScalars.contains(mark) { cursor.advance() }
    return cursor.peek() == nil || isParenthesized && isAtLineStart && mayGoOn ? words : nil
  }

  /// Reports 一票否决 where neither its sentence nor one behind it in its item says what it is about.
  mutating func reportUnexplainedVetoes() {
    let deciding = outcomeDrafts.reduce(into: [:]) { $0[$1.item] = max($0[$1.item] ?? 0, $1.lastSentence) }
    for (place, sentence) in sentences.enumerated() where place > deciding[sentence.item] ?? -1 {
      for index in sentence.pieces.indices {
        guard case .text(let range) = sentence.pieces[index],
          let veto = OfficialPhrases.veto(in: source.bytes, range), sentence.explanation(behind: index) == nil
        else { continue }
        // 落实一票否决制度的【…】扣1分: the words say what the bracket names.
        if sentence.scores(behind: index) { continue }
        report(.outcomeWithoutEvidence(source.text(veto), at: label(veto)))
      }
    }
  }

  /// What to say of words that score without evidence; a name in another kind of bracket was meant as evidence.
  private func unexplained(_ scoring: TextRange, in text: TextRange) -> Diagnostic {
    guard let (bracket, name) = otherBracket(in: TextRange(text.start, scoring.start)) else {
      return .scoringWithoutEvidence(source.text(scoring), at: label(scoring))
    }
    return .otherBracket(source.text(bracket), name: source.text(name), at: label(bracket))
  }

  /// The last [投诉查实] or 〔投诉查实〕 in `range`; one with a figure (〔2013〕) is part of the text.
  private func otherBracket(in range: TextRange) -> (whole: TextRange, inside: TextRange)? {
    var cursor = Cursor(source.bytes, range)
    var found: (whole: TextRange, inside: TextRange)?
    var opening: (start: Int, inside: Int, closing: Unicode.Scalar)?
    while let scalar = cursor.peek() {
      let here = cursor.start
      cursor.advance()
      if let closing = Self.otherBrackets[scalar] {
        opening = (here, cursor.position, closing)
      } else if let open = opening, scalar == open.closing {
        if open.inside < here {
          found = (TextRange(open.start, cursor.position), TextRange(open.inside, here))
        }
        opening = nil
      } else if scalar.properties.numericType == .decimal {
        opening = nil
      }
    }
    return found
  }

  private static let otherBrackets: [Unicode.Scalar: Unicode.Scalar] = [
    "[": "]", "〔": "〕", "〖": "〗", "「": "」", "［": "］", "{": "}",
  ]

  /// A sentence whose rule stands in a bracket, or whose evidence counts as other evidence, is only compared; one in
  /// which something has been reported says no more until that is cured.
  private func isInert(_ sentence: Sentence) -> Bool {
    sentence.pieces.contains { piece in
      if case .unreadable = piece { return true }
      guard case .annotation(let annotation) = piece else { return false }
      switch annotation.content {
      case .evidence(let evidence): return evidence.isInert
      case .total(let total): return !total.outcomes.isEmpty
      case .broken, .formula: return true
      case .score: return false
      case .directive(.others): return true
      case .directive: return false
      }
    }
  }

  /// A bracket that names evidence right behind the words, with no consequence after it.
  private func openBracket(right pieces: ArraySlice<Sentence.Piece>) -> TextRange? {
    guard let next = pieces.first, case .annotation(let annotation) = next,
      case .evidence = annotation.content,
      !pieces.contains(where: {
        if case .consequence = $0 { true } else if case .unreadable = $0 { true } else { false }
      })
    else { return nil }
    return annotation.range
  }
}

extension Sentence {
  /// Whether a bracket and what it is worth stand behind the piece.
  fileprivate func scores(behind index: Int) -> Bool {
    let later = pieces[(index + 1)...]
    guard
      let bracket = later.firstIndex(where: {
        if case .annotation(let annotation) = $0, case .evidence = annotation.content { true } else { false }
      })
    else { return false }
    return pieces[(bracket + 1)...].contains { if case .consequence = $0 { true } else { false } }
  }
}
