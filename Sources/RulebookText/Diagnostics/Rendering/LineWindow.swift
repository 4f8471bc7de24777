/// The part of a line that fits into a number of columns, `...` standing for what is cut off.
struct LineWindow: Sendable {
  private static let ellipsis = "..."

  /// What is written.
  let text: String
  /// The columns of the line that are seen.
  private let seen: Range<Int>
  /// Columns taken by the mark of what is cut off in front.
  private let indent: Int
  private let isCutBehind: Bool

  /// Columns of a focus that can always be seen in full when `room` columns are there.
  static func largestFocus(in room: Int) -> Int { max(1, room - 2 * ellipsis.utf8.count) }

  /// The part of `line` around the columns `focus`, at most `room` columns wide.
  init(_ line: DisplayLine, around focus: Range<Int>, room: Int) {
    let wanted = Self.wanted(focus, width: max(line.width, focus.upperBound), room: room)
    let cells = line.cells.filter {
      $0.columns.lowerBound >= wanted.lowerBound && $0.columns.upperBound <= wanted.upperBound
    }
    let start = cells.first?.columns.lowerBound ?? wanted.lowerBound
    seen = start..<max(start, cells.last?.columns.upperBound ?? start)
    let isCutBefore = start > 0
    isCutBehind = seen.upperBound < line.width
    indent = isCutBefore ? Self.ellipsis.utf8.count : 0
    text =
      (isCutBefore ? Self.ellipsis : "") + cells.map(\.text).joined() + (isCutBehind ? Self.ellipsis : "")
  }

  /// The columns to show of a line of `width` columns: the head or the tail if that holds `focus`.
  private static func wanted(_ focus: Range<Int>, width: Int, room: Int) -> Range<Int> {
    guard width > room else { return 0..<width }
    let long = max(1, room - ellipsis.utf8.count)
    if focus.upperBound <= long { return 0..<long }
    if width - focus.lowerBound <= long { return (width - long)..<width }
    let short = largestFocus(in: room)
    let lower = max(0, focus.lowerBound - max(0, short - focus.count) / 2)
    return lower..<(lower + short)
  }

  /// Where the line's `columns` stand in `text`, clipped to what is seen; never empty.
  func place(_ columns: Range<Int>) -> Range<Int> {
    let lower = max(columns.lowerBound, seen.lowerBound)
    let upper = isCutBehind ? min(columns.upperBound, seen.upperBound) : columns.upperBound
    let start = lower - seen.lowerBound + indent
    return start..<(start + max(1, upper - lower))
  }
}
