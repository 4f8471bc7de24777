import ExactArithmetic
import RulebookText

extension Parser {
  /// Reads the bracket that opens at `position`; `nil` where it is not closed, which has then been reported.
  mutating func annotation(from position: Int, end: Int) -> Annotation? {
    let inside = position + 3
    let close = nextBracket(from: inside, end: end)
    guard close < end, isClosing(close) else {
      let shown = TextRange(position, close < end ? close : min(end, position + 60))
      report(
        .bracketUnclosed(followedByOpening: close < end, at: label(TextRange(position, inside)), shown: shown)
      )
      return nil
    }
    let range = TextRange(position, close + 3)
    var words = Cursor(bytes, TextRange(inside, close))
    guard words.eat("?") else {
      return Annotation(range: range, content: content(TextRange(inside, close), whole: range))
    }
    report(.proposedAnnotation(at: label(range)))
    return Annotation(range: range, content: content(words.rest, whole: range), isProposed: true)
  }

  private mutating func content(_ inside: TextRange, whole: TextRange) -> Annotation.Content {
    let (head, rest) = headAndRest(inside)
    if let equals = equals(in: head), rest == nil { return formulaInBracket(inside, equals: equals) }
    let word = FoldedText.folded(bytes, head)
    if word.isEmpty {
      report(.emptyAnnotation(at: label(whole)))
      return .broken
    }
    if let rest, ScoreWord(folded: word) == .total { return total(parts: rest) }
    if let directive = DirectiveWord(folded: word) {
      return self.directive(directive, value: rest, whole: whole).map { .directive($0) } ?? .broken
    }
    if let score = ScoreWord(folded: word), rest == nil { return .score(score) }
    if ReservedWords.directives.contains(word) || ReservedWords.values.contains(word) {
      report(.reservedWord(String(decoding: word, as: UTF8.self), at: label(head)))
      return .broken
    }
    if let meant = DirectiveWord.meant(by: word) {
      report(.meantDirective(source.text(head), meant: meant, at: label(head)))
      return .broken
    }
    return evidence(word: word, head: head, rest: rest)
  }

  /// What stands before the first ：, and what stands behind it.
  private func headAndRest(_ inside: TextRange) -> (head: TextRange, rest: TextRange?) {
    var cursor = Cursor(bytes, inside)
    while let mark = cursor.nextMark() {
      if mark.scalar == ":" {
        return (TextRange(inside.start, mark.start), TextRange(cursor.position, inside.end))
      }
    }
    return (inside, nil)
  }

  /// Where = stands in the head of a bracket.
  func equals(in head: TextRange) -> Int? {
    var cursor = Cursor(bytes, head)
    while let scalar = cursor.peek() {
      if scalar == "=" { return cursor.start }
      cursor.advance()
    }
    return nil
  }

  // MARK: Evidence

  private mutating func evidence(word: [UInt8], head: TextRange, rest: TextRange?) -> Annotation.Content {
    let reference: EvidenceSyntax.Reference
    var parts = rest.map { split($0, at: ",") } ?? []
    if word.elementsEqual("同上".utf8) {
      reference = .previous
    } else if word.elementsEqual("同".utf8) {
      guard let first = parts.first else {
        report(.badDirectiveValue("同", form: "【同：证据名】", at: label(head)))
        return .broken
      }
      guard let name = name(first) else { return .broken }
      parts.removeFirst()
      reference = .again(name)
    } else {
      let names = split(head, at: "、").map { self.name($0) }
      guard !names.contains(where: { $0 == nil }) else { return .broken }
      reference = .named(names.compactMap { $0 })
    }
    guard parts.count <= Limits.parts else {
      report(.overLimit("一个注记里的部分", limit: "\(Limits.parts)", at: label(head)))
      return .broken
    }
    var read: [EvidencePart] = []
    for range in parts {
      guard let part = part(range, isFirstPhrase: !read.contains(where: \.isPhrase)) else { continue }
      read.append(part)
    }
    return read.count == parts.count ? .evidence(EvidenceSyntax(reference: reference, parts: read)) : .broken
  }

  /// The pieces of `range` between marks that stand in no parenthesis.
  func split(_ range: TextRange, at mark: Unicode.Scalar) -> [TextRange] {
    var pieces: [TextRange] = []
    var cursor = Cursor(bytes, range)
    var start = range.start
    var depth = 0
    while let (scalar, here) = cursor.nextMark() {
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth -= 1 }
      guard scalar == mark, depth <= 0 else { continue }
      pieces.append(TextRange(start, here))
      start = cursor.position
    }
    pieces.append(TextRange(start, range.end))
    return pieces
  }

  /// A name, checked; `nil` where it cannot be one, which has then been reported.
  mutating func name(_ range: TextRange) -> NameSyntax? {
    let place = trimmed(range)
    let folded = FoldedText.folded(bytes, place)
    let text = String(decoding: folded, as: UTF8.self)
    guard !text.isEmpty else {
      report(.emptyName(at: label(range)))
      return nil
    }
    guard text.utf8.count <= Limits.nameBytes else {
      report(.overLimit("名称的长度", limit: "\(Limits.nameBytes / 3) 字", at: label(place)))
      return nil
    }
    let isPlain = FoldedText.isIdeographs(folded)
    if !isPlain, let mark = text.unicodeScalars.first(where: ReservedWords.isNameMark) {
      report(.badName(text, reason: "名称里不能有“\(mark)”", at: label(place)))
      return nil
    }
    var beginnings = Cursor(bytes, place)
    if let beginning = beginnings.eat(anyOf: ReservedWords.nameBeginnings) {
      report(.badName(text, reason: "名称不能以“\(beginning)”开头", at: label(place)))
      return nil
    }
    if ReservedWords.values.contains(folded) || ReservedWords.directives.contains(folded)
      || ScoreWord(folded: folded) != nil
    {
      report(.reservedWord(text, at: label(place)))
      return nil
    }
    if !isPlain, let lookAlike = LookAlikes.first(in: bytes, place) {
      report(.lookAlikeCharacter(text, lookAlike.explanation, at: label(lookAlike.range)))
      return nil
    }
    return NameSyntax(text: text, range: place)
  }

  /// `range` without blanks at its ends.
  func trimmed(_ range: TextRange) -> TextRange {
    let start = Cursor(bytes, range).start
    return TextRange(start, FoldedText.end(bytes, TextRange(start, min(range.end, bytes.count))))
  }

  // MARK: Parts

  mutating func part(_ range: TextRange, isFirstPhrase: Bool = true) -> EvidencePart? {
    let place = trimmed(range)
    let text = FoldedText.folded(bytes, place)
    if let word = LevelWord.allCases.first(where: { text.starts(with: $0.rawValue.utf8) }) {
      return levels(word, place).map { EvidencePart(content: $0, range: place) }
    }
    if let content = wordPart(text) ?? figurePart(place) ?? rulePart(place, isFirst: isFirstPhrase)
      ?? outcomePart(place)
      ?? candidatesPart(place)
    {
      return EvidencePart(content: content, range: place)
    }
    var cursor = Cursor(bytes, place)
    if cursor.eat(word: "视同"), !cursor.isAtEnd {
      return name(cursor.rest).map { EvidencePart(content: .countsAs($0), range: place) }
    }
    cursor = Cursor(bytes, place)
    if cursor.eat(word: "核减"), !cursor.isAtEnd {
      return name(cursor.rest).map { EvidencePart(content: .lowers($0), range: place) }
    }
    cursor = Cursor(bytes, place)
    if cursor.eat(word: "免扣"), !cursor.isAtEnd {
      return name(cursor.rest).map { EvidencePart(content: .waives($0), range: place) }
    }
    cursor = Cursor(bytes, place)
    if cursor.eat(word: "计分同"), !cursor.isAtEnd {
      return name(cursor.rest).map { EvidencePart(content: .scoredAs($0), range: place) }
    }
    cursor = Cursor(bytes, place)
    if cursor.eat(word: "适用"), !cursor.isAtEnd {
      return EvidencePart(content: .appliesTo(TextRange(cursor.start, place.end)), range: place)
    }
    cursor = Cursor(bytes, place)
    if cursor.eat(word: "分组"), !cursor.isAtEnd {
      return name(cursor.rest).map { EvidencePart(content: .groupedBy($0), range: place) }
    }
    if let grade = strangeGrade(in: place) {
      report(.undeclaredGrade(grade.text, declared: grades, at: label(grade.range)))
    } else if let scoring = ScoringPhrase.first(in: bytes, place),
      let suggestion = scoring.malformed?.suggestion
    {
      report(.misprintedNumber(source.text(place), suggestion: suggestion, at: label(scoring.range)))
    } else {
      report(
        lacksUnit(place)
          ? .figureWithoutUnit(source.text(place), at: label(place))
          : .unknownPart(
            source.text(place), meant: meantParts(place), at: label(place.isEmpty ? range : place)))
    }
    return nil
  }

  /// Parts that are one word of a closed list.
  func wordPart(_ folded: [UInt8]) -> EvidencePart.Content? {
    if let place = EvidencePart.Content.words.index(of: folded) {
      return EvidencePart.Content.meanings[place]
    }
    return extraMeasureWords.first { folded.elementsEqual($0.utf8) }.map { .measureWord($0) }
  }

  /// Parts with a figure: 满分100分, 满扣100分, 至少2次, 每2次.
  func figurePart(_ place: TextRange) -> EvidencePart.Content? {
    for (word, make) in [("满分", EvidencePart.Content.fullMark), ("满扣", EvidencePart.Content.fullDeduction)] {
      var cursor = Cursor(bytes, place)
      if cursor.eat(word: word), let numeral = cursor.number(), cursor.eat("分"), cursor.isAtEnd {
        return make(numeral.value)
      }
    }
    if let rows = trimmedRows(place) { return .trimmedMean(from: rows) }
    var reader = reader(place)
    if let requirement = reader.statedRequirement(), reader.cursor.isAtEnd {
      return .requirement(requirement)
    }
    reader = ConsequenceReader(cursor: Cursor(bytes, place), extraWords: extraMeasureWords)
    return reader.statedPer().map { .per($0) }
  }

  /// 6行以上去掉一个最高分和一个最低分后取平均.
  private func trimmedRows(_ place: TextRange) -> Int? {
    var cursor = Cursor(bytes, place)
    guard let count = cursor.smallNumber(), count >= Limits.trimmedRows, cursor.eat(word: "行以上"),
      cursor.eat(word: Combination.trimmedMean.rawValue), cursor.isAtEnd
    else { return nil }
    return count
  }

  /// A phrase of the rule itself.
  private func rulePart(_ place: TextRange, isFirst: Bool) -> EvidencePart.Content? {
    var reader = reader(place)
    return reader.ruleInBracket(isFirst: isFirst).map { .phrase($0) }
  }
}

extension EvidencePart {
  /// Whether it is a phrase of the rule.
  fileprivate var isPhrase: Bool { if case .phrase = content { true } else { false } }
}

extension EvidencePart.Content {
  /// The parts that are one word; where two are spelt alike the first one is meant.
  fileprivate static let words = ClosedList(byWord.map { $0.word })
  fileprivate static let meanings = byWord.map { $0.content }

  private static let byWord: [(word: String, content: EvidencePart.Content)] =
    ReferenceWord.allCases.map { ($0.rawValue, .statistic($0)) }
    + StepRule.allCases.map { ($0.rawValue, .stepRule($0)) }
    + QuotaRounding.allCases.map { ($0.rawValue, .quotaRounding($0)) }
    + MatterRule.allCases.map { ($0.rawValue, .matters($0)) }
    + RelationWord.allCases.map { ($0.rawValue, .relation($0)) }
    + Combination.stated.map { ($0.rawValue, .combination($0)) }
    + Period.allCases.map { ($0.rawValue, .period($0)) }
    + EvidenceKind.stated.map { ($0.rawValue, .kind($0)) }
    + MeasureWords.known.map { ($0, .measureWord($0)) }
    + [
      ("缺数", .missingCount), ("无记录即得", .standsUnlessRecorded), ("从低到高", .lowestFirst), ("加倍", .doubled),
      ("倒数", .countsFromBottom), ("免扣", .waives(nil)),
      ("不分组", .ungrouped),
    ]
}
