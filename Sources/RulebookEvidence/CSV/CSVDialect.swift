import RulebookText

/// How a file parts its cells, and where its header stands.
struct CSVDialect: Sendable {
  /// The byte between two cells.
  var delimiter: UInt8
  /// The cells of the header, without blank ones at its end.
  var header: [CSVCell]
  /// Offset of the header's row.
  var headerStart: Int
  /// Offset of the row below the header.
  var bodyStart: Int
  /// The rows above the header that are not blank; empty as it should be.
  var preamble: TextRange

  /// The header in the file.
  var headerPlace: TextRange { TextRange(headerStart, header.last?.end ?? headerStart) }
}

/// What the search for a header found.
enum HeaderSearch: Sendable {
  /// A header, perhaps below other lines.
  case found(CSVDialect)
  /// No header, but a first line that would be one if this parted cells.
  case otherSeparator(String, TextRange)
  /// No line at the top names a column.
  case none(firstRow: TextRange)
  /// The file holds nothing but blanks.
  case empty
}

extension CSVDialect {
  /// The bytes that may part cells, the likeliest first.
  private static let delimiters: [UInt8] = [UInt8(ascii: ","), 0x09, UInt8(ascii: ";")]
  /// What people part cells with that is not read.
  private static let otherSeparators = ["，", "；", "、", "|", " "]
  /// How many rows are searched for a header.
  private static let searchedRows = 10

  /// Finds the header of `source`: of the first rows the one that names most of the `known` columns.
  ///
  /// Nothing is guessed from the data: the delimiter is the one that makes the known names appear.
  static func search(_ source: SourceText, known: Set<FoldedName>) -> HeaderSearch {
    let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var best: (matches: Int, dialect: CSVDialect)?
    for delimiter in delimiters {
      guard let found = bestRow(of: source.bytes, from: start, delimiter: delimiter, known: known) else {
        continue
      }
      if found.matches > best?.matches ?? 0 { best = found }
    }
    if let best { return .found(best.dialect) }
    guard let firstRow = firstRow(of: source.bytes, from: start) else { return .empty }
    let line = source.text(firstRow)
    for separator in otherSeparators where matches(in: line, partedBy: separator, known: known) >= 2 {
      return .otherSeparator(separator, firstRow)
    }
    return .none(firstRow: firstRow)
  }

  /// The row with most known names among the first ones, and how many it has.
  private static func bestRow(
    of bytes: [UInt8], from start: Int, delimiter: UInt8, known: Set<FoldedName>
  ) -> (matches: Int, dialect: CSVDialect)? {
    var reader = CSVReader(bytes, delimiter: delimiter, from: start)
    var best: (matches: Int, dialect: CSVDialect)?
    var preamble = TextRange(start, start)
    for _ in 0..<searchedRows {
      guard reader.readRow() else { break }
      let matches = reader.cells.count { known.contains(bytes.visibleName(of: $0)) }
      if matches > best?.matches ?? 0 {
        best = (matches, CSVDialect(reader, preamble: preamble))
      }
      if !reader.isRowBlank { preamble.end = reader.rowPlace.end }
    }
    return best
  }

  /// The row just read, as the header.
  private init(_ reader: CSVReader, preamble: TextRange) {
    let isBlank: (CSVCell) -> Bool = { reader.bytes.trimmingSpaces($0.content).isEmpty }
    let used = reader.cells.lastIndex { !isBlank($0) } ?? -1
    self.init(
      delimiter: reader.delimiter, header: Array(reader.cells.prefix(used + 1)),
      headerStart: reader.rowStart, bodyStart: reader.position, preamble: preamble)
  }

  /// The first line that is not blank, without its spaces.
  private static func firstRow(of bytes: [UInt8], from start: Int) -> TextRange? {
    let text = bytes.trimmingSpaces(start..<bytes.count)
    guard !text.isEmpty else { return nil }
    let end = bytes[text].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.upperBound
    return TextRange(text.lowerBound, end)
  }

  /// How many known names `line` holds when `separator` parts them.
  private static func matches(in line: String, partedBy separator: String, known: Set<FoldedName>) -> Int {
    let sign = Array(separator.utf8)
    var cells: [[UInt8]] = [[]]
    var rest = Array(line.utf8)[...]
    while let first = rest.first {
      if rest.starts(with: sign) {
        cells.append([])
        rest = rest.dropFirst(sign.count)
      } else {
        cells[cells.count - 1].append(first)
        rest = rest.dropFirst()
      }
    }
    return cells.count { known.contains(FoldedName($0)) }
  }
}
