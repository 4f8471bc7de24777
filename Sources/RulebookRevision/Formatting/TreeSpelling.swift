import RulebookModel
import RulebookSyntax
import RulebookText

/// A tree written down again, segment by segment.
struct TreeSpelling {
  private let tree: SyntaxTree
  private let brackets: BracketSpelling

  init(_ tree: SyntaxTree, _ rulebook: Rulebook) {
    self.tree = tree
    brackets = BracketSpelling(tree.source.bytes, names: rulebook.bracketNames)
  }

  /// The text.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(tree.source.bytes.count * 5 / 4)
    for line in tree.lines {
      append(line, to: &bytes)
      bytes += tree.source.bytes[line.lineBreak.bytes]
    }
    return bytes
  }

  /// A line; blanks between brackets are dropped where nothing else stands on it.
  private func append(_ line: LineSyntax, to bytes: inout [UInt8]) {
    let holdsOnlyBrackets = line.segments.allSatisfy { $0.isAnnotation || isBlank($0) }
    for segment in line.segments {
      switch segment {
      case .annotation(let annotation): brackets.append(annotation, to: &bytes)
      case .officialBracket(let range), .blank(let range): bytes += tree.source.bytes[range.bytes]
      case _ where holdsOnlyBrackets && line.segments.contains(where: \.isAnnotation): continue
      default: OfficialSpelling.append(tree.source.bytes, segment.range, to: &bytes)
      }
    }
  }

  private func isBlank(_ segment: Segment) -> Bool {
    if case .blank = segment { return true }
    return FoldedText.folded(tree.source.bytes, segment.range).isEmpty
  }
}

extension Segment {
  /// Whether it is a bracket.
  fileprivate var isAnnotation: Bool { if case .annotation = self { true } else { false } }
}

extension Rulebook {
  /// The names that stand in brackets, whose numerals are no figures; longer ones first.
  fileprivate var bracketNames: [String] {
    let names =
      evidence.flatMap { [$0.name] + $0.levels } + attributes.flatMap { [$0.name] + $0.values }
      + offices + references.map(\.name) + outcomes.grades + items.map(\.title)
    return Set(names.map { FoldedText.text($0) }).filter { !$0.isEmpty }
      .sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }
  }
}
