/// Writes diagnostics for people at a terminal.
struct TextRenderer: Sendable {
  /// Most related places of one diagnostic that get a snippet of their own.
  private static let relatedLimit = 5
  private static let smallestWidth = 40

  private let sources: SourceLibrary
  private let options: RenderingOptions
  private let widths: DisplayWidth

  init(sources: SourceLibrary, options: RenderingOptions) {
    self.sources = sources
    self.options = options
    self.widths = DisplayWidth(ambiguous: options.ambiguousWidth)
  }

  /// The diagnostics with blank lines between them and a count at the end; empty without any.
  func render(_ diagnostics: [Diagnostic], further: [FurtherDiagnostics] = []) -> String {
    let selection = DiagnosticSelection(diagnostics, further: further, options: options)
    guard !selection.summary.isEmpty else { return "" }
    var blocks = selection.entries.map(block)
    if selection.unshown > 0 { blocks.append([StyledLine("另有 \(selection.unshown) 处未显示")]) }
    blocks.append([StyledLine(selection.summary, .strong)])
    let texts = blocks.map { lines in
      lines.map { $0.rendered(colour: options.colour) + "\n" }.joined()
    }
    return texts.joined(separator: "\n")
  }

  private func block(_ entry: DiagnosticSelection.Entry) -> [StyledLine] {
    let diagnostic = entry.diagnostic
    let digits = digits(for: diagnostic)
    let (places, unshown) = places(of: diagnostic, room: room(behind: digits))
    var lines = [heading(of: diagnostic)]
    for place in places { lines += self.lines(of: place, digits: digits) }
    if unshown > 0 { lines += note("", "另有 \(unshown) 处相关位置", digits: digits) }
    lines += note("依据", diagnostic.basis, digits: digits)
    lines += note("改法", diagnostic.remedyWithConfidence, digits: digits)
    lines += note("详解", "rulecheck explain \(diagnostic.code.rawValue)", digits: digits)
    if entry.alike > 0 { lines += note("", "另有 \(entry.alike) 处相同", digits: digits) }
    return lines
  }

  private func heading(of diagnostic: Diagnostic) -> StyledLine {
    let severity = diagnostic.severity
    var line = StyledLine("\(severity.word)[\(diagnostic.code.rawValue)]", .severity(severity))
    line.append("：" + diagnostic.title, .strong)
    return line
  }

  /// A line such as `= 依据：…`, further lines of `text` set below its first. None if `text` is empty.
  private func note(_ name: String, _ text: String, digits: Int) -> [StyledLine] {
    guard !text.isEmpty else { return [] }
    let indent = String(repeating: " ", count: digits + 1)
    let label = name.isEmpty ? "" : name + "："
    let behind = indent + String(repeating: " ", count: 2 + widths.columns(of: label))
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, part in
      guard index == 0 else { return StyledLine(behind + part) }
      var line = StyledLine(indent + "= ", .place)
      line.append(label + part)
      return line
    }
  }
}

extension TextRenderer {
  /// A place of a diagnostic: where it is, and its line where there is one.
  private struct Place {
    let location: String
    let snippet: Snippet?
    /// What is to be said where there is no snippet to say it in.
    let remark: String
  }

  private func lines(of place: Place, digits: Int) -> [StyledLine] {
    let content = place.snippet?.lines(digits: digits) ?? note("说明", place.remark, digits: digits)
    guard !place.location.isEmpty else { return content }
    var arrow = StyledLine(String(repeating: " ", count: digits) + "--> ", .place)
    arrow.append(place.location)
    return [arrow] + content
  }

  /// The diagnostic's own place, then its related ones, and how many of those are left out.
  private func places(of diagnostic: Diagnostic, room: Int) -> (shown: [Place], unshown: Int) {
    let companion = companion(of: diagnostic, room: room)
    let primary = place(
      of: diagnostic.primary, sign: "^", style: .severity(diagnostic.severity),
      companion: companion.map { diagnostic.related[$0] }, path: diagnostic.path, room: room)
    let others = diagnostic.related.indices.filter { $0 != companion }
    let related = others.prefix(Self.relatedLimit).map {
      place(of: diagnostic.related[$0], sign: "-", style: .place, prefix: "相关位置：", room: room)
    }
    return ([primary] + related, others.count - related.count)
  }

  private func place(
    of label: Label, sign: String, style: Style, companion: Label? = nil, prefix: String = "",
    path: String = "", room: Int
  ) -> Place {
    let extent = LabelExtent(label, in: sources, widths: widths)
    let companion = companion.flatMap { LabelExtent($0, in: sources, widths: widths, beside: label) }
    let spot = [label.file, extent?.location ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    let whole = [spot, path].filter { !$0.isEmpty }.joined(separator: " · ")
    return Place(
      location: whole.isEmpty ? "" : prefix + whole,
      snippet: extent.map { snippet(of: $0, sign: sign, style: style, companion: companion, room: room) },
      remark: label.text)
  }

  private func snippet(
    of extent: LabelExtent, sign: String, style: Style, companion other: LabelExtent?, room: Int
  ) -> Snippet {
    var marks = [Mark(columns: extent.columns, text: extent.text, sign: sign, style: style)]
    if let other {
      marks.append(Mark(columns: other.columns, text: other.text, sign: "-", style: .place))
    }
    return Snippet(
      number: extent.number, line: extent.line, marks: marks, room: room, widths: widths)
  }

  /// The first related label that can be shown in the primary label's line, as an index.
  private func companion(of diagnostic: Diagnostic, room: Int) -> Int? {
    guard let primary = LabelExtent(diagnostic.primary, in: sources, widths: widths) else { return nil }
    let largest = LineWindow.largestFocus(in: room)
    return diagnostic.related.firstIndex { label in
      guard label.file.utf8.elementsEqual(diagnostic.primary.file.utf8),
        LabelExtent.number(of: label, in: sources) == primary.number,
        let other = LabelExtent(label, in: sources, widths: widths, beside: diagnostic.primary),
        !other.columns.overlaps(primary.columns)
      else { return false }
      let lower = min(primary.columns.lowerBound, other.columns.lowerBound)
      return max(primary.columns.upperBound, other.columns.upperBound) - lower <= largest
    }
  }

  /// Columns of the widest line number that may be shown with `diagnostic`, at least 2.
  private func digits(for diagnostic: Diagnostic) -> Int {
    let labels = [diagnostic.primary] + diagnostic.related.prefix(Self.relatedLimit + 1)
    let numbers = labels.compactMap { LabelExtent.number(of: $0, in: sources) }
    return numbers.map { String($0).utf8.count }.reduce(2, max)
  }

  /// Columns left for the source behind a gutter with numbers of `digits` columns.
  private func room(behind digits: Int) -> Int {
    max(options.width, Self.smallestWidth) - digits - " | ".utf8.count
  }
}

extension Diagnostic {
  /// 改法 with the first change's confidence behind it; empty where there is no remedy.
  var remedyWithConfidence: String {
    guard !remedy.isEmpty, let fix = fixes.first else { return remedy }
    return remedy + "（\(fix.confidence.word)）"
  }
}

extension Confidence {
  /// The word shown to staff.
  public var word: String {
    switch self {
    case .certain: "可自动改"
    case .likely: "需确认"
    case .incomplete: "需填写"
    }
  }
}
