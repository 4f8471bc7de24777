/// Words of a source line to underline, with what is said of them.
struct Mark: Sendable {
  /// Columns of the line.
  let columns: Range<Int>
  /// What is said; may be empty.
  let text: String
  /// `^` under the words meant, `-` under others.
  let sign: String
  let style: Style
}

/// A source line with marks below it, as wide as `room` allows.
struct Snippet: Sendable {
  /// Number of the line, from 1.
  private let number: Int
  private let window: LineWindow
  private let marks: [Mark]
  private let room: Int
  private let widths: DisplayWidth

  /// The line `number`, cut to `room` columns around `marks`, which do not overlap.
  init(number: Int, line: DisplayLine, marks: [Mark], room: Int, widths: DisplayWidth) {
    self.number = number
    self.room = room
    self.widths = widths
    let lower = marks.map(\.columns.lowerBound).min() ?? 0
    let upper = marks.map(\.columns.upperBound).max() ?? lower
    let window = LineWindow(line, around: lower..<upper, room: room)
    self.window = window
    self.marks = marks.sorted { $0.columns.lowerBound < $1.columns.lowerBound }.map {
      Mark(columns: window.place($0.columns), text: $0.text.madeVisible, sign: $0.sign, style: $0.style)
    }
  }

  /// The lines to print, each behind a gutter of `digits` columns for the number.
  func lines(digits: Int) -> [StyledLine] {
    let empty = String(repeating: " ", count: digits) + " |"
    let padding = String(repeating: " ", count: max(0, digits - String(number).utf8.count))
    var source = StyledLine(padding + "\(number) |", .place)
    source.append(window.text.isEmpty ? "" : " " + window.text)
    var result = [StyledLine(empty, .place), source]
    for content in [underlines()] + lowerTexts() {
      var line = StyledLine(empty, .place)
      line.append(" ")
      for piece in content { line.append(piece.text, piece.style) }
      result.append(line)
    }
    return result
  }

  private typealias Piece = (text: String, style: Style)

  /// The signs below the words, and the last mark's text if it fits behind them.
  private func underlines() -> [Piece] {
    var pieces: [Piece] = []
    var column = 0
    for mark in marks {
      pieces.append((String(repeating: " ", count: max(0, mark.columns.lowerBound - column)), .plain))
      pieces.append((String(repeating: mark.sign, count: mark.columns.count), mark.style))
      column = mark.columns.upperBound
    }
    if let last = marks.last, fitsBehind(last) { pieces.append((" " + last.text, last.style)) }
    return pieces
  }

  private func fitsBehind(_ mark: Mark) -> Bool {
    !mark.text.isEmpty && mark.columns.upperBound + 1 + widths.columns(of: mark.text) <= room
  }

  /// The texts that do not stand behind their signs, each on its own line, from the right.
  private func lowerTexts() -> [[Piece]] {
    var rest = marks
    if let last = rest.last, fitsBehind(last) { rest.removeLast() }
    return rest.reversed().filter { !$0.text.isEmpty }.map { mark in
      let column = max(0, min(mark.columns.lowerBound, room - widths.columns(of: mark.text)))
      return [(String(repeating: " ", count: column), .plain), (mark.text, mark.style)]
    }
  }
}
