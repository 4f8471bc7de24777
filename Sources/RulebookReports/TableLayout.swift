/// How wide the columns of a table are, so that it fits the terminal.
struct TableLayout {
  /// What stands in a cell, and what may stand there where room is short.
  struct Field {
    var text: String
    var short: String?
  }

  /// The greatest widths of each column's cells.
  struct Measure {
    fileprivate var full: [Int]
    fileprivate var short: [Int]

    init(count: Int) {
      full = Array(repeating: 0, count: count)
      short = full
    }

    /// Takes the cells of one line into account.
    mutating func take(_ fields: [Field], _ columns: TextColumns) {
      for (index, field) in fields.enumerated() where index < full.count {
        let width = columns.width(field.text)
        full[index] = max(full[index], width)
        short[index] = max(short[index], field.short.map { columns.width($0) } ?? width)
      }
    }
  }

  /// How many columns at the start are never left out: 名次, 单位, 总分, 等次.
  private let fixed: Int
  /// The column of names, the only one whose cells are cut.
  private static let names = 1
  private static let narrowestName = 12
  private static let gap = "  "

  /// How many columns were left out for want of room.
  let hiddenTitles: Int
  private let columns = TextColumns()
  private let titles: [String]
  private var widths: [Int]
  /// Whether the columns behind the fixed ones show the short form of their cells.
  private var isShort = false

  /// A layout for columns with these titles, in `room` columns of the terminal.
  init(_ measure: Measure, titles: [String], fixed: Int, room: Int) {
    self.fixed = fixed
    let least = titles.enumerated().map { index, _ in index < fixed ? 4 : 6 }
    var widths = zip(measure.full, least).map { max($0, $1) }
    if Self.total(widths) > room {
      isShort = true
      for index in widths.indices.dropFirst(fixed) {
        widths[index] = max(measure.short[index], least[index])
      }
    }
    let excess = Self.total(widths) - room
    if excess > 0 {
      widths[Self.names] = max(min(widths[Self.names], Self.narrowestName), widths[Self.names] - excess)
    }
    var shown = widths.count
    while shown > fixed, Self.total(widths.prefix(shown)) > room { shown -= 1 }
    hiddenTitles = widths.count - shown
    self.widths = Array(widths.prefix(shown))
    self.titles = Array(titles.prefix(shown))
    widen(into: room)
  }

  private static func total(_ widths: some Collection<Int>) -> Int {
    widths.reduce(0, +) + gap.utf8.count * max(0, widths.count - 1)
  }

  /// Gives room that is left to the titles, which otherwise are wrapped.
  private mutating func widen(into room: Int) {
    var rest = room - Self.total(widths)
    for index in widths.indices.dropFirst(fixed) {
      let wanted = min(columns.width(titles[index]), 20) - widths[index]
      let given = min(max(0, wanted), max(0, rest))
      widths[index] += given
      rest -= given
    }
  }

  /// The titles over as many lines as they need, up to three, and a rule below them.
  var header: String {
    let wrapped = zip(titles, widths).map { columns.wrapped($0, $1, most: 3) }
    let height = wrapped.map(\.count).reduce(1, max)
    let lines = (0..<height).map { row in
      joined(
        wrapped.map { lines in
          // Titles stand on the rule, as figures do.
          let index = row - (height - lines.count)
          return index >= 0 ? lines[index] : ""
        })
    }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: Self.gap)
    return lines.joined() + rule + "\n"
  }

  /// A line of cells.
  func line(_ fields: [Field]) -> String {
    joined(
      fields.prefix(widths.count).enumerated().map { index, field in
        isShort && index >= fixed ? field.short ?? field.text : field.text
      })
  }

  private func joined(_ cells: [String]) -> String {
    let filled = zip(cells, widths).enumerated().map { index, cell in
      index == Self.names
        ? columns.left(columns.shortened(cell.0, cell.1), cell.1) : columns.right(cell.0, cell.1)
    }
    return filled.joined(separator: Self.gap).trimmingEnd + "\n"
  }
}

extension String {
  /// The text without blanks at its end.
  fileprivate var trimmingEnd: String {
    String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)])
  }
}
