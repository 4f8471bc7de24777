import RulebookText

/// What a year comes to: behind brackets, behind what scores, and in brackets.
extension Parser {
  /// A reader of outcomes over `range`.
  private func outcomeReader(_ range: TextRange, anyGrade: Bool = false) -> OutcomeReader {
    OutcomeReader(
      cursor: Cursor(bytes, range), extraWords: extraMeasureWords,
      grades: anyGrade ? nil : .grades(grades))
  }

  // MARK: Behind brackets

  /// The outcome right behind `position`.
  func outcome(from position: Int, end: Int) -> OutcomeSyntax? {
    var reader = outcomeReader(TextRange(position, end))
    if let found = reader.outcome() { return found }
    // 为不合格的，不得评为优秀: what the evidence is rated, and not what the year is.
    guard !levelWords.words.isEmpty else { return nil }
    reader.levelWords = levelWords
    return reader.outcome()
  }

  /// The sentence that goes on with the outcome before it.
  func outcomeGoesOn(_ range: TextRange) -> OutcomeSyntax? {
    var reader = outcomeReader(range)
    guard var found = reader.continuation() else { return nil }
    // Blanks before it belong to it, so that the segments tile the line.
    found.range = TextRange(range.start, found.range.end)
    return found
  }

  /// Reads what 【总得分】 comes to, in the bracket or behind it; where reading goes on.
  mutating func outcomeOfTotal(
    _ total: TotalSyntax, _ bracket: TextRange, end: Int, into segments: inout [Segment]
  ) -> Int {
    isClauseOpen = false
    isOutcomeOpen = false
    guard total.outcomes.isEmpty else { return bracket.end }
    if let found = outcome(from: bracket.end, end: end) {
      return take(found, behind: bracket.end, end: end, into: &segments)
    }
    let stretch = TextRange(
      bracket.end, min(nextBracket(from: bracket.end, end: end), sentenceEnd(from: bracket.end, end: end)))
    _ = reportUnreadOutcome(stretch, ofTotal: bracket)
    segments.append(.unreadable(stretch))
    return stretch.end
  }

  /// Takes an outcome over and looks at what stands behind it in its sentence; where reading goes on.
  mutating func take(
    _ found: OutcomeSyntax, behind position: Int, end: Int, into segments: inout [Segment]
  ) -> Int {
    if found.range.start > position { segments.append(.text(TextRange(position, found.range.start))) }
    segments.append(.outcome(found))
    isOutcomeOpen = true
    isClauseOpen = false
    let rest = TextRange(
      found.range.end,
      min(nextBracket(from: found.range.end, end: end), sentenceEnd(from: found.range.end, end: end)))
    let scoring = ScoringPhrase.first(in: bytes, rest)?.range
    guard let words = scoring ?? ScoringPhrase.modifier(in: bytes, rest) else { return found.range.end }
    report(.unreadOutcome(source.text(words), scores: scoring != nil, at: label(words)))
    segments.append(.unreadable(rest))
    isOutcomeOpen = false
    return rest.end
  }

  /// Reports words that make something else of the year than the bracket before them.
  mutating func compare(_ said: OutcomeSyntax, with stated: [OutcomeSyntax]) {
    let known = stated.flatMap(\.phrases).map(\.effect.canonical)
    guard let other = said.phrases.first(where: { !known.contains($0.effect.canonical) }) else { return }
    report(
      .ruleDiffersFromText(
        source.text(other.range), why: "注记里写的是“\(known.joined(separator: "，"))”", .error,
        at: label(other.range), text: label(stated[0].range, "办法写在这里")))
  }

  /// Reports words behind 【总得分】, or with 一票否决 behind evidence, that say no known outcome; whether there are any.
  mutating func reportUnreadOutcome(_ stretch: TextRange, ofTotal bracket: TextRange?) -> Bool {
    if let grade = strangeGrade(in: stretch), bracket != nil || !grades.isEmpty {
      report(.undeclaredGrade(grade.text, declared: grades, at: label(grade.range)))
      return true
    }
    var reader = outcomeReader(stretch)
    if bracket == nil, let veto = reader.veto() {
      report(.vetoWithoutEffect(source.text(veto), at: label(veto)))
      return true
    }
    guard let bracket else { return false }
    report(.totalWithoutOutcome(at: label(bracket)))
    return true
  }

  /// A grade that 【等次】 does not declare, in words that otherwise say an outcome.
  func strangeGrade(in range: TextRange) -> NameSyntax? {
    var reader = outcomeReader(range, anyGrade: true)
    guard let found = reader.outcome() else { return nil }
    return found.phrases.flatMap(\.effect.grades).first { !grades.contains($0.text) }
  }

  // MARK: In brackets

  /// 【总得分：90分以上为优秀】.
  mutating func total(parts range: TextRange) -> Annotation.Content {
    let ranges = split(range, at: ",")
    let parts = ranges.compactMap { part($0) }
    guard parts.count == ranges.count else { return .broken }
    for part in parts {
      if case .outcome = part.content { continue }
      report(.badDirectiveValue(ScoreWord.total.rawValue, form: TotalSyntax.form, at: label(part.range)))
      return .broken
    }
    return .total(TotalSyntax(parts: parts))
  }

  /// 列末位, 不得评为优秀, 90分以上为优秀.
  func outcomePart(_ place: TextRange) -> EvidencePart.Content? {
    var reader = outcomeReader(place)
    return reader.ruleInBracket().map { .outcome($0) }
  }
}

extension OutcomeEffectSyntax {
  /// The effect that comes next by itself: 等次为合格, 结果为列末位.
  package init?(statedAt cursor: inout Cursor, grades: [String]) {
    var reader = OutcomeReader(
      cursor: cursor, extraWords: [], grades: .grades(grades))
    guard let effect = reader.stated() else { return nil }
    cursor = reader.cursor
    self = effect
  }

  /// The words in which the manual writes it.
  public var canonical: String {
    switch self {
    case .grade(let grade): "定为\(grade.text)"
    case .bar(let grades): "不得评为" + grades.map(\.text).joined(separator: "、")
    case .last: "列末位"
    case .total(let points): "总分得\(points)分"
    case .move(.up): "晋升一个等次"
    case .move(.down): "降低一个等次"
    }
  }

  /// The grades it names.
  var grades: [NameSyntax] {
    switch self {
    case .grade(let grade): [grade]
    case .bar(let grades): grades
    case .last, .total, .move: []
    }
  }
}

extension WordList {
  /// Grades to read: the longer of two with one beginning first.
  static func grades(_ grades: [String]) -> WordList {
    WordList(grades.sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) })
  }
}
