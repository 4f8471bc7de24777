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
    let lines = tree?.lines ?? []
    let places = ProofPlaces(lines)
    let items = places.sorted(rulebook?.items.map(\.place.start) ?? [])
    let problems = places.sorted(diagnostics.map(\.primary.range.start))
    for (index, line) in lines.enumerated() {
      let told = Beside(items: items[index] ?? [], problems: problems[index] ?? [])
      append(line, telling: told, number: &number, &notes, to: &pieces)
      try pieces.flush(to: sink)
    }
    pieces.append(ProofStyle.ending)
    try pieces.flush(to: sink, isLast: true)
  }
}

extension ProofSheet {
  private var title: String { rulebook.map(\.title) ?? source.name }

  private func append(
    _ syntax: LineSyntax, telling told: Beside, number: inout Int, _ notes: inout ProofNotes?,
    to pieces: inout Pieces
  ) {
    let place = extent(of: syntax)
    let line = ProofLine(syntax, of: source, number: &number) { annotation in
      rulebook != nil && (annotation.isToldInHead || syntax.placement != nil && annotation.isToldOfItem)
    }
    var beside = itemNotes(of: told.items)
    for (number, annotation) in line.brackets {
      var note = ProofNote(number: number, bracket: annotation.words(in: source))
      notes?.complete(&note, for: annotation, on: place)
      beside.append(note)
    }
    pieces.append(line.opening(beside.map(\.html).joined()))
    for remark in line.remarks { pieces.append(remark.element("p", "remark") + "\n") }
    for problem in told.problems {
      pieces.append(ProofProblem(diagnostics[problem], number: problem + 1, in: source).html)
    }
  }

  /// The line with its break; the last line goes on to the end, for what is said of the whole file.
  private func extent(of line: LineSyntax) -> TextRange {
    let start = line.segments.first?.range.start ?? line.lineBreak.start
    return TextRange(start, line.lineBreak.isEmpty ? source.bytes.count + 1 : line.lineBreak.end)
  }

  private func itemNotes(of items: [Int]) -> [ProofNote] {
    guard let rulebook else { return [] }
    return items.filter { rulebook.items[$0].parent != nil }
      .map { ProofNote(readings: ItemReading($0, in: rulebook).lines) }.filter { !$0.readings.isEmpty }
  }

  /// The items that begin on a line, and what is wrong there.
  private struct Beside {
    var items: [Int]
    var problems: [Int]
  }
}

/// Where the lines of a document begin, to find those on which something stands.
private struct ProofPlaces {
  private let starts: [Int]

  init(_ lines: [LineSyntax]) {
    starts = lines.map { $0.segments.first?.range.start ?? $0.lineBreak.start }
  }

  /// The indices of `offsets` by the line they lie on.
  func sorted(_ offsets: [Int]) -> [Int: [Int]] {
    Dictionary(grouping: offsets.indices) { line(of: offsets[$0]) }
  }

  private func line(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}

extension Annotation {
  /// Whether the head of the proof tells it, or, of an office, the note of its heading wherever it stands.
  fileprivate var isToldInHead: Bool {
    switch content {
    case .directive(.title), .directive(.year), .directive(.total), .directive(.rounding),
      .directive(.register), .directive(.grades), .directive(.grouping),
      .directive(.assessors):
      true
    default: false
    }
  }

  /// Whether the note of a heading tells it.
  fileprivate var isToldOfItem: Bool {
    switch content {
    case .directive(.appliesTo), .directive(.points), .directive(.start),
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
