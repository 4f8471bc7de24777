import RulebookModel
import RulebookSyntax
import RulebookText

/// The brackets of a rulebook, each with the passage that it belongs to.
struct CarriedBrackets {
  /// A bracket within the words of a passage.
  struct Inline {
    /// How many characters of the passage, as texts are compared, stand before it.
    var offset: Int
    /// The bracket.
    var annotation: Annotation
  }

  /// What a rulebook has at one passage.
  struct Place {
    /// The passage.
    var passage: Passage
    /// The brackets within its words and right behind them.
    var inline: [Inline] = []
    /// Lines below it that hold brackets alone.
    var below: [TextRange] = []
    /// Whether an empty line stands before it.
    var followsBlank = false
  }

  /// The rulebook.
  let source: SourceText
  /// The lines of brackets before its first heading.
  private(set) var head: [TextRange] = []
  /// Its passages, in order.
  private(set) var places: [Place]

  init(_ tree: SyntaxTree) {
    source = tree.source
    places = Resolver.passages(of: tree).map { Place(passage: $0) }
    var isBlank = false
    var next = 0
    for line in tree.lines {
      guard let first = line.segments.first, let last = line.segments.last else {
        isBlank = true
        continue
      }
      let range = first.range.joined(with: last.range)
      while next < places.count, places[next].passage.range.start < range.end {
        places[next].followsBlank = isBlank
        isBlank = false
        next += 1
      }
      take(line, range)
      isBlank = false
    }
  }

  private mutating func take(_ line: LineSyntax, _ range: TextRange) {
    let brackets = line.segments.compactMap(\.bracket)
    guard !brackets.isEmpty else { return }
    let isAlone = line.segments.allSatisfy {
      $0.bracket != nil || FoldedText.folded(source.bytes, $0.range).isEmpty
    }
    if isAlone {
      if let place = place(before: range.start) {
        places[place].below.append(range)
      } else {
        head.append(range)
      }
      return
    }
    for bracket in brackets {
      guard let place = place(before: bracket.range.start) else { continue }
      let offset = official(line, from: places[place].passage.range.start, to: bracket.range.start)
      places[place].inline.append(Inline(offset: offset, annotation: bracket))
    }
  }

  /// The passage that begins last before an offset.
  private func place(before offset: Int) -> Int? {
    places.lastIndex { $0.passage.range.start <= offset }
  }

  /// How many official characters of a line stand between two offsets.
  private func official(_ line: LineSyntax, from start: Int, to end: Int) -> Int {
    line.segments.reduce(0) { count, segment in
      let range = TextRange(max(segment.range.start, start), min(segment.range.end, end))
      guard segment.bracket == nil, range.start < range.end, segment.range.start < end else { return count }
      return count + ComparedText.words(source.text(range)).unicodeScalars.count
    }
  }
}

extension Segment {
  fileprivate var bracket: Annotation? {
    if case .annotation(let annotation) = self { annotation } else { nil }
  }
}
