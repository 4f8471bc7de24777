import RulebookText

// Quotes that find a partner rows further down.
extension LedgerReader {
  /// Refuses the file where a cell in quotes holds what looks like a row: a quote left open swallows rows up to the
  /// next one, and what is left may well have as many cells as the header.
  mutating func checkQuotes() {
    for (column, cell) in table.reader.cells.enumerated() where cell.hasLineBreaks {
      if swallowsRow(cell, isFirst: column == 0) {
        table.refuse(.swallowedRow, TextRange(cell.start, cell.start + 1))
      }
    }
  }

  private func swallowsRow(_ cell: CSVCell, isFirst: Bool) -> Bool {
    // Names with rows in them are unknown names, and longer cells have been refused.
    guard !table.isName(cell), cell.end - cell.start <= CSVReader.longestCell else { return false }
    let lines = table.source.bytes[cell.content].split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.enumerated().contains { index, line in
      // The first line is one of this row, which the cells before it tell; the others may be rows of their own.
      guard index > 0 || isFirst, line.contains(table.dialect.delimiter) else { return false }
      let start = index > 0 ? line.startIndex : cell.content.lowerBound
      return looksLikeRow(CSVReader(table.source.bytes, delimiter: table.dialect.delimiter, from: start))
    }
  }

  /// Whether the line that `line` is about to read, seen by itself, would be a row.
  ///
  /// A 说明 of several lines may hold a comma or the name of a unit; a row has both, and at its places.
  private func looksLikeRow(_ line: CSVReader) -> Bool {
    var line = line
    guard line.readRow() else { return false }
    let names = (isKnown(.unit, in: line), isKnown(.evidence, in: line))
    if line.width == table.columns.width { return names.0 || names.1 || line.width >= Self.tellingWidth }
    return names.0 && names.1
  }

  /// So many cells as the header has, and no fewer than these, are no accident.
  private static var tellingWidth: Int { 6 }

  private func isKnown(_ column: LedgerColumn, in line: CSVReader) -> Bool {
    guard let place = table.columns.places[column.rawValue], place < line.cells.count else { return false }
    let names = column == .unit ? context.register?.names : context.evidence
    return names?.value(of: line.cells[place], in: line.bytes) != nil
  }
}

extension CSVTable {
  /// Whether `cell` of the row read last is that of a unit or of evidence.
  fileprivate func isName(_ cell: CSVCell) -> Bool {
    cell == self.cell(.unit) || cell == self.cell(.evidence)
  }
}
