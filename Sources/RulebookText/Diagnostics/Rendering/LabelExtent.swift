/// Where a label stands in its source: its first line and the columns to underline there.
struct LabelExtent: Sendable {
  /// Number of the line, from 1.
  let number: Int
  let line: DisplayLine
  /// Columns of the line under the label's words.
  let columns: Range<Int>
  /// The place as staff count it, such as `第41行第22字`.
  let location: String
  /// What is said of the words, with the last line's number where they run over several.
  let text: String

  /// The extent of `label`, or nil where `sources` lacks its file.
  init?(_ label: Label, in sources: SourceLibrary, widths: DisplayWidth) {
    guard let source = sources.source(named: label.file),
      let lines = sources.lines(ofSourceNamed: label.file)
    else { return nil }
    let range = label.range.clamped(to: source.bytes.count)
    let position = lines.position(at: range.start)
    number = position.line
    location = "第\(position.line)行第\(position.character)字"
    line = DisplayLine(lines.range(ofLine: number), of: source, widths: widths)
    columns = line.columns(of: range)
    let last = lines.line(at: max(range.start, range.end - 1))
    text = last > number ? label.text + "（至第\(last)行）" : label.text
  }

  /// The number of the line `label` starts in, found without laying the line out.
  static func number(of label: Label, in sources: SourceLibrary) -> Int? {
    sources.lines(ofSourceNamed: label.file)?.line(at: label.range.start)
  }
}
