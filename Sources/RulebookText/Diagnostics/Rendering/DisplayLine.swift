/// A line of a source as a terminal shows it: each character with its bytes and its columns.
struct DisplayLine: Sendable {
  /// What stands in a run of columns, and the bytes it comes from.
  struct Cell: Sendable {
    let range: TextRange
    let text: String
    let columns: Range<Int>
  }

  /// The characters from left to right, without gaps.
  private(set) var cells: [Cell] = []
  /// Columns of the whole line.
  private(set) var width = 0

  private let widths: DisplayWidth

  /// Lays out the bytes `range` of `source`, which hold no line break; damaged ones become U+FFFD.
  init(_ range: TextRange, of source: SourceText, widths: DisplayWidth) {
    self.widths = widths
    var scalars = source.scalars(in: range)[...]
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.map(\.scalar))
    for character in String(view) {
      let count = character.unicodeScalars.count
      append(character, from: scalars.prefix(count))
      scalars = scalars.dropFirst(count)
    }
  }

  private mutating func append(_ character: Character, from scalars: ArraySlice<SourceScalar>) {
    guard let first = scalars.first, let last = scalars.last else { return }
    if character == "\t" {
      let count = widths.columns(of: character, from: width)
      append(String(repeating: " ", count: count), from: first.range)
    } else if character.hidesScalars {
      for element in scalars {
        let scalar = element.scalar
        append(scalar.isHidden ? scalar.standIn : String(scalar), from: element.range)
      }
    } else {
      append(String(character), from: first.range.joined(with: last.range))
    }
  }

  private mutating func append(_ text: String, from range: TextRange) {
    let end = width + widths.columns(of: text)
    cells.append(Cell(range: range, text: text, columns: width..<end))
    width = end
  }

  /// The columns under the bytes of `range`; one column where it is empty or behind the line's end.
  func columns(of range: TextRange) -> Range<Int> {
    let lower = cells.first { $0.range.end > range.start }?.columns.lowerBound ?? width
    let upper = cells.last { $0.range.start < range.end }?.columns.upperBound ?? 0
    return lower..<max(upper, lower + 1)
  }
}

/// A scalar of a source with the bytes it comes from.
struct SourceScalar: Sendable {
  let scalar: Unicode.Scalar
  let range: TextRange
}

extension SourceText {
  /// The scalars of `range`, each damaged sequence as one U+FFFD.
  func scalars(in range: TextRange) -> [SourceScalar] {
    let range = range.clamped(to: bytes.count)
    var result: [SourceScalar] = []
    var offset = range.start
    while offset < range.end {
      let reading = ScalarReading(of: bytes, at: offset, before: range.end)
      let place = TextRange(offset, offset + reading.length)
      result.append(SourceScalar(scalar: reading.scalar ?? "\u{FFFD}", range: place))
      offset = place.end
    }
    return result
  }
}
