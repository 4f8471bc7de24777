/// Where a label stands in its source: its first line and the columns to underline there.
struct LabelExtent: Sendable {
  /// Number of the line, from 1.
  let number: Int
  /// The line, or the stretch of a very long one around the label.
  let line: DisplayLine
  /// Columns of the line under the label's words.
  let columns: Range<Int>
  /// The place as staff count it, such as `第41行第22字`.
  let location: String
  /// What is said of the words, with the last line's number where they run over several.
  let text: String

  /// The extent of `label`, or nil where `sources` lacks its file.
  ///
  /// Columns of two labels in one line can be compared where the second is laid out `beside` the first.
  init?(_ label: Label, in sources: SourceLibrary, widths: DisplayWidth, beside first: Label? = nil) {
    guard let source = sources.source(named: label.file),
      let lines = sources.lines(ofSourceNamed: label.file)
    else { return nil }
    let range = label.range.clamped(to: source.bytes.count)
    let position = lines.position(at: range.start)
    number = position.line
    location = "第\(position.line)行第\(position.character)字"
    let stretch = Self.stretch(
      of: lines.range(ofLine: number), around: (first ?? label).range.start, in: source.bytes)
    line = DisplayLine(stretch, of: source, widths: widths)
    columns = line.columns(of: TextRange(stretch.nearest(to: range.start), stretch.nearest(to: range.end)))
    let last = lines.line(at: max(range.start, range.end - 1))
    text = last > number ? label.text + "（至第\(last)行）" : label.text
  }

  /// Bytes laid out on either side of a label: far more than a terminal is wide.
  private static let reach = 1 << 14

  /// The part of the line `range` that is laid out for a label at `offset`, whole characters of it.
  private static func stretch(of range: TextRange, around offset: Int, in bytes: [UInt8]) -> TextRange {
    let middle = range.nearest(to: offset)
    var stretch = TextRange(range.nearest(to: middle - reach), range.nearest(to: middle + reach))
    while stretch.start > range.start, bytes[stretch.start] & 0xC0 == 0x80 { stretch.start -= 1 }
    while stretch.end < range.end, bytes[stretch.end] & 0xC0 == 0x80 { stretch.end += 1 }
    return stretch
  }

  /// The number of the line `label` starts in, found without laying the line out.
  static func number(of label: Label, in sources: SourceLibrary) -> Int? {
    sources.lines(ofSourceNamed: label.file)?.line(at: label.range.start)
  }
}

extension TextRange {
  /// The offset in the range, ends included, that is nearest to `offset`.
  fileprivate func nearest(to offset: Int) -> Int { min(max(offset, start), end) }
}
