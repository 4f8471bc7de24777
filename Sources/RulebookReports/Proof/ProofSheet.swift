public import RulebookModel
import RulebookRevision
public import RulebookSyntax
public import RulebookText

/// 校对稿: a rulebook as the document looks, what its brackets come to beside the text, what is wrong in its place.
///
/// One HTML file that needs nothing else: no script, no picture, no font.
public struct ProofSheet: Report {
  private let source: SourceText
  private let tree: SyntaxTree?
  private let rulebook: Rulebook?
  private let diagnostics: [Diagnostic]

  /// The proof of a rulebook; where it has errors there is none, and its brackets are shown as they are.
  public init(
    of rulebook: Rulebook?, tree: SyntaxTree?, source: SourceText, diagnostics: [Diagnostic]
  ) {
    self.source = source
    self.tree = tree
    self.rulebook = rulebook
    self.diagnostics = diagnostics
  }

  /// Hands over the file.
  public func write<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var pieces = Pieces()
    pieces.append(ProofStyle.opening(title: title))
    pieces.append(ProofHead(title: title, rulebook: rulebook, diagnostics, source).html)
    var number = 0
    var notes = rulebook.map { ProofNotes($0) }
    for line in tree?.lines ?? [] {
      append(line, number: &number, &notes, to: &pieces)
      try pieces.flush(to: sink)
    }
    pieces.append(ProofStyle.ending)
    try pieces.flush(to: sink, isLast: true)
  }
}

extension ProofSheet {
  private var title: String { rulebook.map(\.title) ?? source.name }

  private func append(
    _ syntax: LineSyntax, number: inout Int, _ notes: inout ProofNotes?, to pieces: inout Pieces
  ) {
    let place = extent(of: syntax)
    let line = ProofLine(syntax, of: source, number: &number) { annotation in
      rulebook != nil && (annotation.isToldInHead || syntax.placement != nil && annotation.isToldOfItem)
    }
    var beside = itemNotes(at: place)
    for (number, annotation) in line.brackets {
      var note = ProofNote(number: number, bracket: annotation.words(in: source))
      notes?.complete(&note, for: annotation, on: place)
      beside.append(note)
    }
    pieces.append(line.opening(beside.map(\.html).joined()))
    for remark in line.remarks { pieces.append(remark.element("p", "remark") + "\n") }
    for problem in problems(in: place) { pieces.append(problem.html) }
  }

  /// The line with its break; the last line goes on to the end, for what is said of the whole file.
  private func extent(of line: LineSyntax) -> TextRange {
    let start = line.segments.first?.range.start ?? line.lineBreak.start
    return TextRange(start, line.lineBreak.isEmpty ? source.bytes.count + 1 : line.lineBreak.end)
  }

  private func itemNotes(at place: TextRange) -> [ProofNote] {
    guard let rulebook else { return [] }
    let items = rulebook.items.indices.filter {
      rulebook.items[$0].parent != nil && place.start <= rulebook.items[$0].place.start
        && rulebook.items[$0].place.start < place.end
    }
    return items.map { ProofNote(readings: ItemReading($0, in: rulebook).lines) }.filter {
      !$0.readings.isEmpty
    }
  }

  private func problems(in place: TextRange) -> [ProofProblem] {
    diagnostics.enumerated().filter {
      place.start <= $1.primary.range.start && $1.primary.range.start < place.end
    }.map { ProofProblem($1, number: $0 + 1, in: source) }
  }
}

extension Annotation {
  /// Whether the head of the proof tells it.
  fileprivate var isToldInHead: Bool {
    switch content {
    case .directive(.title), .directive(.year), .directive(.total), .directive(.rounding),
      .directive(.register), .directive(.grades), .directive(.grouping):
      true
    default: false
    }
  }

  /// Whether the note of a heading tells it.
  fileprivate var isToldOfItem: Bool {
    switch content {
    case .directive(.appliesTo), .directive(.assessors), .directive(.points), .directive(.start),
      .directive(.ceiling), .directive(.floor), .directive(.others), .directive(.periodic),
      .directive(.highestPerMatter), .directive(.itemRounding):
      true
    default: false
    }
  }
}

extension ProofLine {
  /// The line as HTML, with what stands beside it.
  fileprivate func opening(_ notes: String) -> String {
    let element =
      switch style {
      case .blank: ""
      case .heading(let level): "<h\(min(level + 2, 6))>\(html)</h\(min(level + 2, 6))>"
      case .row: "<p class=\"row-title\">\(html)</p>"
      case .text: "<p>\(html)</p>"
      case .aside: "<p class=\"aside\">\(html) <small>（说明，不计分）</small></p>"
      case .setting: "<p class=\"setting\">\(html)</p>"
      }
    guard !element.isEmpty || !notes.isEmpty else { return "" }
    return
      "<div class=\"line\"><div class=\"text\">\(element)</div><div class=\"notes\">\(notes)</div></div>\n"
  }
}
