import RulebookText

/// Reads a file row by row, strictly: what does not follow the rules is reported, never guessed.
///
/// Cells are parted by one delimiter, rows by LF or CRLF.
/// A cell that begins with a quote ends with one; inside, a quote is written twice, and delimiters and line
/// breaks are text.
/// After a fault reading goes on at the next delimiter or line, so that all faults are found at once.
struct CSVReader: Sendable {
  /// The file.
  let bytes: [UInt8]
  /// The byte between two cells.
  let delimiter: UInt8
  /// Offset of the next row.
  private(set) var position: Int
  /// Offset of the row read last.
  private(set) var rowStart: Int
  /// The cells of the row read last, up to `mostColumns` of them.
  private(set) var cells: [CSVCell] = []
  /// How many cells the row read last has.
  private(set) var width = 0
  /// What is broken so far, in the order of the file.
  private(set) var faults: [CSVFault] = []
  /// Whether the row read last ran into the end of the file inside quotes.
  private(set) var isUnclosed = false
  /// How rows ended.
  private(set) var lineEnds = LineEnds()
  /// The faults that are told once a file, and have been.
  private var toldOnce: Set<CSVFault.Kind> = []

  /// How rows ended.
  struct LineEnds {
    /// With CRLF.
    var crlf = false
    /// With LF alone.
    var lf = false
  }

  /// The greatest number of bytes of a cell.
  static let longestCell = 65_536
  /// The greatest number of columns.
  static let mostColumns = 1_024

  /// A reader of the rows from `start` on.
  init(_ bytes: [UInt8], delimiter: UInt8, from start: Int = 0) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.position = start
    self.rowStart = start
  }

  /// Reads the next row into `cells`; `false` at the end of the file.
  mutating func readRow() -> Bool {
    guard position < bytes.count else { return false }
    cells.removeAll(keepingCapacity: true)
    width = 0
    rowStart = position
    readCell()
    while position < bytes.count, bytes[position] == delimiter {
      position += 1
      readCell()
    }
    readRowEnd()
    return true
  }

  /// Whether every cell of the row read last is blank.
  var isRowBlank: Bool {
    cells.allSatisfy { $0.start == $0.end || bytes.trimmingSpaces($0.content).isEmpty }
  }

  /// The place of the row read last, without its line end.
  var rowPlace: TextRange { TextRange(rowStart, cells.last?.end ?? rowStart) }

  /// Goes on at `position`; the rows in front of it were read elsewhere, and ended like this.
  mutating func pass(to position: Int, _ ends: LineEnds) {
    self.position = position
    lineEnds.crlf = lineEnds.crlf || ends.crlf
    lineEnds.lf = lineEnds.lf || ends.lf
  }

  /// Reports a fault; the caller does so for what only it can see.
  mutating func report(_ kind: CSVFault.Kind, _ range: TextRange) {
    faults.append(CSVFault(kind: kind, range: range))
  }

  /// Reports a fault of which one a file says enough.
  private mutating func reportOnce(_ kind: CSVFault.Kind, _ range: TextRange) {
    if toldOnce.insert(kind).inserted { report(kind, range) }
  }
}

extension CSVReader {
  /// Reads one cell; `position` is then at a delimiter, a line end or the end of the file.
  private mutating func readCell() {
    let start = position
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
      readQuotedCell()
    } else {
      skipPlainText(reportingQuotes: true)
      append(CSVCell(start: start, end: position))
    }
    if position - start > Self.longestCell { report(.longCell, TextRange(start, start)) }
  }

  /// Adds a cell to the row.
  private mutating func append(_ cell: CSVCell) {
    width += 1
    if cells.count < Self.mostColumns { cells.append(cell) }
  }

  /// Moves to the next delimiter or line end.
  private mutating func skipPlainText(reportingQuotes: Bool) {
    var hasQuote = !reportingQuotes
    while position < bytes.count {
      let byte = bytes[position]
      if byte > 0x22, byte != delimiter, byte != 0xEF {
        position += 1
        continue
      }
      if byte == delimiter || byte == 0x0A || byte == 0x0D { return }
      if byte == UInt8(ascii: "\""), !hasQuote {
        report(.quoteInsideCell, TextRange(position, position + 1))
        hasQuote = true
      }
      reportByteOrderMark()
      position += 1
    }
  }

  /// Reads a cell whose first byte is a quote.
  private mutating func readQuotedCell() {
    let start = position
    var hasDoubledQuotes = false
    var hasLineBreaks = false
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        guard position + 1 < bytes.count, bytes[position + 1] == byte else { break }
        hasDoubledQuotes = true
        position += 1
      } else if byte == 0x0A {
        hasLineBreaks = true
      } else if byte == 0x0D {
        reportBareCarriageReturn()
      } else if byte == 0xEF {
        reportByteOrderMark()
      }
      position += 1
    }
    guard position < bytes.count else {
      report(.unclosedQuote, TextRange(start, start + 1))
      isUnclosed = true
      append(CSVCell(start: start, end: position))
      return
    }
    position += 1
    append(
      CSVCell(
        start: start, end: position, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes,
        hasLineBreaks: hasLineBreaks))
    skipTextAfterQuote()
  }

  /// Reports what stands between a closing quote and the next delimiter or line end.
  private mutating func skipTextAfterQuote() {
    let start = position
    skipPlainText(reportingQuotes: false)
    if position > start { report(.textAfterQuote, TextRange(start, position)) }
  }

  /// Moves over the line end at `position`, if there is one.
  private mutating func readRowEnd() {
    guard position < bytes.count else { return }
    if bytes[position] == 0x0A {
      lineEnds.lf = true
    } else if position + 1 < bytes.count, bytes[position + 1] == 0x0A {
      lineEnds.crlf = true
      position += 1
    } else {
      reportBareCarriageReturn()
    }
    position += 1
  }

  /// Reports the carriage return at `position` unless a line feed follows.
  private mutating func reportBareCarriageReturn() {
    let isFollowed = position + 1 < bytes.count && bytes[position + 1] == 0x0A
    if !isFollowed { reportOnce(.bareCarriageReturn, TextRange(position, position + 1)) }
  }

  /// Reports U+FEFF where it begins at `position`.
  private mutating func reportByteOrderMark() {
    guard position + 2 < bytes.count, bytes[position] == 0xEF, bytes[position + 1] == 0xBB,
      bytes[position + 2] == 0xBF
    else { return }
    reportOnce(.byteOrderMark, TextRange(position, position + 3))
  }
}
