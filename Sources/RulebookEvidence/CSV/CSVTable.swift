import RulebookText

/// A file opened for reading its rows: header understood, structure watched.
struct CSVTable: Sendable {
  /// The file.
  let source: SourceText
  /// Its header.
  let dialect: CSVDialect
  /// Which column holds what.
  let columns: HeaderColumns
  /// Reads the rows.
  private(set) var reader: CSVReader
  /// How many rows that are not blank were read.
  private(set) var rowCount = 0
  /// The words of the columns that every such file has.
  private let headerWords: [(column: Int, words: [UInt8])]

  /// Opens `source`; nil where no row can be read, which `diagnostics` then explain.
  init?(_ source: SourceText, names: HeaderColumns.Names, diagnostics: inout [Diagnostic]) {
    let required = Array(names.known.prefix(names.requiredCount))
    let start = Label(file: source.name, range: TextRange(0, 0))
    let known = Set((names.known + names.reserved).map { FoldedName($0) })
    switch CSVDialect.search(source, known: known) {
    case .found(let dialect):
      self.dialect = dialect
    case .otherSeparator(let separator, let range):
      diagnostics.append(.otherSeparator(separator, at: Label(file: source.name, range: range)))
      return nil
    case .none(let range):
      diagnostics.append(
        .headerNotFound(expected: required, at: Label(file: source.name, range: range)))
      return nil
    case .empty:
      diagnostics.append(.emptyFile(expected: required, at: start))
      return nil
    }
    self.source = source
    columns = HeaderColumns(dialect, of: source, names: names, diagnostics: &diagnostics)
    reader = CSVReader(source.bytes, delimiter: dialect.delimiter, from: dialect.headerStart)
    let header = dialect.header
    headerWords = columns.places.prefix(names.requiredCount).compactMap { column in
      column.map { (column: $0, words: source.bytes.words(of: header[$0])) }
    }
    let hasHeader = reader.readRow()
    if reader.width > CSVReader.mostColumns {
      diagnostics.append(
        .evidenceTooLarge("列数", limit: "\(CSVReader.mostColumns) 列", at: headerLabel))
      return nil
    }
    if !dialect.preamble.isEmpty {
      diagnostics.append(
        .titleAboveHeader(at: Label(file: source.name, range: dialect.preamble), header: headerLabel))
    }
    guard hasHeader, columns.isReadable else { return nil }
  }

  /// The cell of the row read last in the known column `name`; nil where the file has no such column.
  func cell(_ name: Int) -> CSVCell? {
    guard let column = columns.places[name], column < reader.cells.count else { return nil }
    return reader.cells[column]
  }

  /// Reads the next row that has a cell for each column; `false` at the end of the file.
  ///
  /// Blank rows are skipped; rows that do not fit are reported and skipped.
  mutating func readRow() -> Bool {
    while reader.readRow() {
      if fitsHeader {
        if reader.isRowBlank { continue }
        rowCount += 1
        if !isHeader { return true }
        reader.report(.repeatedHeader, reader.rowPlace)
      } else if !reader.isRowBlank {
        rowCount += 1
        // Whatever an open quote has swallowed is no row of its own.
        if !reader.isUnclosed {
          reader.report(.width(found: reader.width, expected: columns.width), reader.rowPlace)
        }
      }
    }
    return false
  }

  /// Goes on at `position`, behind so many rows that were read elsewhere, and how they ended.
  mutating func pass(_ count: Int, to position: Int, _ ends: CSVReader.LineEnds) {
    rowCount += count
    reader.pass(to: position, ends)
  }

  /// Reports a fault in the structure that only the caller can see.
  mutating func refuse(_ kind: CSVFault.Kind, _ range: TextRange) { reader.report(kind, range) }

  /// Whether there is a cell for each column, and nothing in the cells behind them.
  private var fitsHeader: Bool {
    if reader.width == columns.width { return true }
    guard reader.width > columns.width, reader.width == reader.cells.count else { return false }
    return reader.cells[columns.width...].allSatisfy { source.bytes.trimmingSpaces($0.content).isEmpty }
  }

  /// Whether the row read last is the header once more.
  private var isHeader: Bool {
    headerWords.allSatisfy { column, words in
      let content = reader.cells[column].content
      return content.count == words.count && source.bytes[content].elementsEqual(words)
    }
  }
}

extension CSVTable {
  /// Whether the file as a whole cannot be used.
  var isRefused: Bool { columns.isRefused || !dialect.preamble.isEmpty || !reader.faults.isEmpty }

  /// What is wrong with the structure, and what is to be said of the file as a whole; asked for at its end.
  var structureDiagnostics: [Diagnostic] {
    let faults = reader.faults.map { fault in
      fault.diagnostic(at: Label(file: source.name, range: fault.range), header: headerLabel)
    }
    guard reader.lineEnds.lf, reader.lineEnds.crlf else { return faults }
    return faults + [.mixedLineEnds(at: Label(file: source.name, range: TextRange(0, 0)))]
  }

  private var headerLabel: Label { Label(file: source.name, range: dialect.headerPlace) }
}
