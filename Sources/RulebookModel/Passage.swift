public import RulebookSyntax
public import RulebookText

/// A heading, the line of an office, or a sentence of the official text, with what the rulebook makes of it.
public struct Passage: Sendable {
  /// The item it stands in, or whose heading it is; an index into `Rulebook.items`.
  public var item: Int
  /// What the rulebook makes of it.
  public var role: Role
  /// From its first official word to its last.
  public var range: TextRange
  /// Its official words as they are written, blanks dropped.
  public var text: String
  /// The brackets in it and right behind it, in order.
  public var annotations: [Annotation] = []
  /// The words in it that score.
  public var consequences: [ConsequenceSyntax] = []

  /// What a rulebook makes of a piece of the document.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// It scores, or says how something does.
    case scored
    /// It is a heading, the title of a row, or names an office.
    case heading
    /// 【说明】: it carries no score.
    case explained
    /// Nothing is said of it.
    case unmarked
  }
}

extension Resolver {
  /// The official text of a tree, piece by piece, in order; whatever is wrong with it is not said again.
  public static func passages(of tree: SyntaxTree) -> [Passage] {
    var draft = Draft(tree: tree, diagnostics: [])
    draft.readOutline()
    draft.readSentences()
    var collector = PassageCollector(tree)
    for (index, line) in tree.lines.enumerated() where line.placement != nil {
      collector.addHeading(line, item: draft.lineItems[index])
    }
    for sentence in draft.sentences { collector.add(sentence) }
    return collector.passages
  }
}

/// Puts passages together: what stands alone without being a sentence goes to the passage before it on its line.
private struct PassageCollector {
  private let bytes: [UInt8]
  /// Where each line ends, in order.
  private let lineEnds: [Int]
  private var headings: [Passage] = []
  private var sentences: [Sentence] = []

  init(_ tree: SyntaxTree) {
    bytes = tree.source.bytes
    lineEnds = tree.lines.map(\.lineBreak.end)
  }

  mutating func addHeading(_ line: LineSyntax, item: Int) {
    var words: [TextRange] = []
    for segment in line.segments {
      switch segment {
      case .number, .title, .tail, .officialBracket: words.append(segment.range)
      case .blank, .annotation, .text, .consequence, .outcome, .formula, .unreadable: continue
      }
    }
    guard let first = words.first, let last = words.last else { return }
    headings.append(
      Passage(item: item, role: .heading, range: first.joined(with: last), text: text(words)))
  }

  mutating func add(_ sentence: Sentence) { sentences.append(sentence) }

  /// All of them in the order of the text.
  var passages: [Passage] {
    var result: [Passage] = []
    var isBehindRule = false
    var next = 0
    for heading in headings + [nil] {
      while next < sentences.count, heading.map({ sentences[next].range.start < $0.range.start }) ?? true {
        append(sentences[next], to: &result, &isBehindRule)
        next += 1
      }
      if let heading {
        result.append(heading)
        isBehindRule = false
      }
    }
    return result
  }

  private func append(_ sentence: Sentence, to result: inout [Passage], _ isBehindRule: inout Bool) {
    var passage = Passage(sentence, text: text(sentence.pieces.compactMap(\.officialRange)))
    let isOnLine = result.last.map { line(of: $0.range.end) == line(of: passage.range.start) } ?? false
    if !isOnLine { isBehindRule = false }
    guard passage.text.unicodeScalars.contains(where: { !$0.isPunctuation }) else {
      if isOnLine || !passage.text.isEmpty { extend(&result, by: passage) }
      return
    }
    if isBehindRule, passage.role == .unmarked { passage.role = .scored }
    isBehindRule = isBehindRule || sentence.holdsRule
    if isOnLine, let last = result.last, last.role == .heading, last.text.unicodeScalars.count <= 4,
      last.item == passage.item, last.isBareNumber
    {
      result[result.count - 1].role = passage.role
      extend(&result, by: passage)
    } else {
      result.append(passage)
    }
  }

  /// Adds a passage to the one before it.
  private func extend(_ result: inout [Passage], by passage: Passage) {
    guard let last = result.indices.last else { return }
    if !passage.text.isEmpty { result[last].range = result[last].range.joined(with: passage.range) }
    result[last].text += passage.text
    result[last].annotations += passage.annotations
    result[last].consequences += passage.consequences
  }

  private func text(_ ranges: [TextRange]) -> String {
    var words: [UInt8] = []
    for range in ranges { FoldedText.appendUnfolded(bytes, range, to: &words) }
    return String(decoding: words, as: UTF8.self)
  }

  /// The line that the byte before or at `offset` stands on.
  private func line(of offset: Int) -> Int {
    var (low, high) = (0, lineEnds.count)
    while low < high {
      let middle = (low + high) / 2
      if lineEnds[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Passage {
  fileprivate init(_ sentence: Sentence, text: String) {
    let official = sentence.pieces.compactMap(\.officialRange)
    let range =
      official.first.flatMap { first in official.last.map { first.joined(with: $0) } } ?? sentence.range
    self.init(item: sentence.item, role: .unmarked, range: range, text: text)
    var isScored = false
    for piece in sentence.pieces {
      switch piece {
      case .annotation(let annotation): annotations.append(annotation)
      case .consequence(let consequence): consequences.append(consequence)
      case .outcome, .formula: isScored = true
      case .text, .unreadable: continue
      }
    }
    if isScored || !consequences.isEmpty || annotations.contains(where: \.scores) {
      role = .scored
    } else if annotations.contains(where: \.namesHeading) {
      role = .heading
    } else if sentence.isExplained {
      role = .explained
    }
  }

  /// Whether it is the number of a heading and nothing else.
  fileprivate var isBareNumber: Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar.isPunctuation || scalar.isDigit || scalar.chineseDigit != nil || scalar.chineseUnit != nil
        || (0x2460...0x2473).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
    }
  }
}

extension Annotation {
  /// Whether it says how the words around it score.
  fileprivate var scores: Bool {
    switch content {
    case .evidence, .total, .score, .formula, .broken: true
    case .directive(.row), .directive(.subrow), .directive(.assessors), .directive(.explanation),
      .directive(.comment), .directive(.example), .directive(.absent):
      false
    case .directive: true
    }
  }

  /// Whether it makes the words before it a heading or an office.
  fileprivate var namesHeading: Bool {
    switch content {
    case .directive(.row), .directive(.subrow), .directive(.assessors): true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// A mark of punctuation of either width.
  fileprivate var isPunctuation: Bool {
    switch self {
    case ",", "，", ";", "；", "。", ":", "：", ".", "．", "、", "(", ")", "（", "）": true
    default: false
    }
  }
}
