import RulebookSyntax
import RulebookText

/// A sentence of the official text with the brackets in it.
struct Sentence {
  /// The item it stands in.
  var item: Int
  /// What it consists of, in order.
  private(set) var pieces: [Piece] = []
  /// Whether a bracket in it holds its rule.
  private(set) var holdsRule = false
  /// Whether 【说明】 stands in it.
  private(set) var isExplained = false
  /// Whether 【其余】 stands in it.
  private(set) var hasGrants = false

  init(item: Int) { self.item = item }

  /// Adds a piece behind the others.
  mutating func append(_ piece: Piece) {
    pieces.append(piece)
    guard case .annotation(let annotation) = piece else { return }
    switch annotation.content {
    case .evidence(let evidence): holdsRule = holdsRule || evidence.holdsRule && !evidence.repeatsRule
    case .directive(.explanation): isExplained = true
    case .directive(.others): hasGrants = true
    case .directive, .total, .score, .formula, .broken: break
    }
  }

  enum Piece {
    case text(TextRange)
    case annotation(Annotation)
    case consequence(ConsequenceSyntax)
    case outcome(OutcomeSyntax)
    case formula(FormulaWords)
    case unreadable(TextRange)

    var range: TextRange {
      switch self {
      case .text(let range), .unreadable(let range): range
      case .annotation(let annotation): annotation.range
      case .consequence(let consequence): consequence.range
      case .outcome(let outcome): outcome.range
      case .formula(let words): words.range
      }
    }

    /// Whether it is no more than the mark between a bracket and the words that score.
    var isMark: Bool {
      if case .text(let range) = self { range.count <= 6 } else { false }
    }

    /// The official words; `nil` for a bracket.
    var officialRange: TextRange? {
      if case .annotation = self { nil } else { range }
    }
  }

  /// Whether words that score stand right behind a piece.
  func scores(behind piece: Piece) -> Bool {
    let end = piece.range.end
    guard let next = pieces.first(where: { $0.range.start >= end && !$0.isMark }) else { return false }
    if case .consequence(let consequence) = next { return !consequence.isContinuation }
    return false
  }

  /// From its first piece to its last.
  var range: TextRange {
    guard let first = pieces.first, let last = pieces.last else { return TextRange(0, 0) }
    return first.range.joined(with: last.range)
  }

  /// The words that no consequence reads.
  var texts: [TextRange] { pieces.indices.compactMap { text(at: $0) } }

  /// Those of them that 【说明】 does not take out.
  var unexplainedTexts: [TextRange] {
    isExplained ? pieces.indices.filter { explanation(behind: $0) == nil }.compactMap { text(at: $0) } : texts
  }

  /// Those that 【说明】 takes out, with its place.
  var explanations: [(text: TextRange, place: TextRange)] {
    pieces.indices.compactMap { index in
      guard let text = text(at: index), let place = explanation(behind: index) else { return nil }
      return (text, place)
    }
  }

  /// The evidence whose bracket holds its rule, with the bracket's place.
  var rules: [(evidence: EvidenceSyntax, place: TextRange)] {
    pieces.compactMap { piece in
      guard case .annotation(let annotation) = piece, case .evidence(let evidence) = annotation.content,
        evidence.holdsRule, !evidence.repeatsRule
      else { return nil }
      return (evidence, annotation.range)
    }
  }

  /// How many brackets name evidence.
  var countOfNames: Int {
    pieces.count {
      guard case .annotation(let annotation) = $0, case .evidence = annotation.content else { return false }
      return true
    }
  }

  /// Whether a bracket names evidence, or a consequence belongs to one.
  var holdsNames: Bool {
    countOfNames > 0 || pieces.contains { if case .consequence = $0 { true } else { false } }
  }

  /// 【说明】 behind a piece, which says that it carries no score.
  func explanation(behind index: Int) -> TextRange? {
    for case .annotation(let annotation) in pieces[(index + 1)...] {
      if case .directive(.explanation) = annotation.content { return annotation.range }
      if case .evidence = annotation.content { return nil }
    }
    return nil
  }

  private func text(at index: Int) -> TextRange? {
    if case .text(let range) = pieces[index] { range } else { nil }
  }

  /// Whether 【倍数】 stands right behind a piece, whose figures it then explains (原扣5分，现扣10分).
  func isMultiplied(behind index: Int) -> Bool {
    guard case .annotation(let annotation)? = pieces[(index + 1)...].first else { return false }
    if case .directive(.multiplier) = annotation.content { return true }
    return false
  }

  /// The official words, blanks dropped.
  func text(in source: SourceText) -> String {
    var words: [UInt8] = []
    for piece in pieces {
      if let range = piece.officialRange { FoldedText.appendUnfolded(source.bytes, range, to: &words) }
    }
    return String(decoding: words, as: UTF8.self)
  }
}

extension Draft {
  /// Cuts the text of each item into sentences: at ； and 。, at headings and office lines, and at the end of a line
  /// that ends a sentence. A line that ends in the middle of one goes on in the next.
  mutating func readSentences() {
    var current = Sentence(item: 0)
    for (index, line) in tree.lines.enumerated() {
      let item = lineItems[index]
      if line.placement != nil || item != current.item { flush(&current, item: item) }
      for segment in line.segments {
        switch segment {
        case .text(let range): cut(range, into: &current)
        case .annotation(let annotation):
          attach(
            annotation, to: &current, isLineStart: segment.range.start == line.segments.first?.range.start)
        case .consequence(let consequence): current.append(.consequence(consequence))
        case .outcome(let outcome): current.append(.outcome(outcome))
        case .formula(let words): current.append(.formula(words))
        case .unreadable(let range): current.append(.unreadable(range))
        case .blank, .number, .title, .tail, .officialBracket: break
        }
      }
      if endsSentence(line) { flush(&current, item: item) }
    }
    flush(&current, item: 0)
  }

  private mutating func flush(_ current: inout Sentence, item: Int) {
    if !current.pieces.isEmpty { sentences.append(current) }
    current = Sentence(item: item)
  }

  /// Appends text, ending the sentence behind each ； and 。.
  private mutating func cut(_ range: TextRange, into current: inout Sentence) {
    var ends = SentenceEnds(source.bytes, range)
    var start = range.start
    while let end = ends.next() {
      current.append(.text(TextRange(start, end)))
      flush(&current, item: current.item)
      start = end
    }
    if start < range.end { current.append(.text(TextRange(start, range.end))) }
  }

  /// Adds a bracket; one right behind a 。 on the same line still speaks of the sentence it ends.
  private mutating func attach(_ annotation: Annotation, to current: inout Sentence, isLineStart: Bool) {
    let speaksBack: Bool =
      switch annotation.content {
      case .evidence(let evidence): evidence.holdsRule
      case .directive, .formula: true
      case .total(let total): !total.outcomes.isEmpty
      case .score, .broken: false
      }
    if speaksBack, !isLineStart, current.pieces.isEmpty, let last = sentences.last, last.item == current.item,
      last.range.end == annotation.range.start
    {
      sentences[sentences.count - 1].append(.annotation(annotation))
    } else {
      current.append(.annotation(annotation))
    }
  }

  /// Whether the line ends its last sentence: with a mark of punctuation, or with brackets alone.
  private func endsSentence(_ line: LineSyntax) -> Bool {
    if line.placement != nil { return true }
    guard let last = line.segments.last else { return true }
    switch last {
    case .annotation(let annotation):
      switch annotation.content {
      case .evidence, .score: return false
      case .directive, .total, .formula, .broken: return true
      }
    case .text(let range), .unreadable(let range):
      guard let last = FoldedText.last(source.bytes, range) else { return true }
      return last == ";" || last == "。" || last == ":"
    case .consequence, .outcome, .formula, .blank, .number, .title, .tail, .officialBracket: return true
    }
  }
}
