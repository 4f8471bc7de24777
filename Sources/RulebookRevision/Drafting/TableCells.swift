import RulebookSyntax
import RulebookText

/// Tells what the cells of a table are that a document has on lines of their own: titles of columns and rows, offices.
struct TableCells {
  /// Whether a title is the name of an office.
  let isOffice: (String) -> Bool

  /// What is known of the table that the pieces stand in.
  private struct Table {
    /// Whether its columns name the offices, so that each row has one title.
    var namesOffices = false
    /// Whether a row has been opened.
    var hasRow = false
  }

  /// The pieces with their marks, the cells of one title joined.
  func marked(_ pieces: [DocumentPiece]) -> [DocumentPiece] {
    var result: [DocumentPiece] = []
    var table: Table?
    var index = 0
    while index < pieces.count {
      guard pieces[index].kind.isCell else {
        // 1. within a row of a table does not end the table.
        if pieces[index].isHeading, table == nil || !pieces[index].isWithinRow { table = Table() }
        result.append(pieces[index])
        index += 1
        continue
      }
      let run = pieces[index...].prefix { $0.kind.isCell }
      index += run.count
      guard var open = table else {
        result += run
        continue
      }
      let opensRow = index < pieces.count
      result += marks(run, behindSentence: !(result.last?.isHeading ?? true), opensRow: opensRow, &open)
      table = open
    }
    return result
  }

  private func marks(
    _ run: ArraySlice<DocumentPiece>, behindSentence: Bool, opensRow: Bool, _ table: inout Table
  ) -> [DocumentPiece] {
    let header = behindSentence ? [] : run.prefix(while: isColumnTitle)
    if header.contains(where: { $0.title.hasSuffix("单位") }) { table.namesOffices = true }
    var rest = run.dropFirst(header.count)
    let offices = behindSentence ? rest.prefix { isOffice($0.title) } : []
    rest = rest.dropFirst(offices.count)
    let lost = rest.filter { piece in DraftingWords.tailEndings.contains(where: piece.title.hasSuffix) }
    guard lost.isEmpty else {
      return header.map { $0.marked("说明") } + offices.map { $0.marked("考核单位") }
        + rest.map { $0.marked("项") }
    }
    return header.map { $0.marked("说明") } + offices.map { $0.marked("考核单位") }
      + (opensRow ? rows(Array(rest), &table) : Array(rest))
  }

  private func isColumnTitle(_ piece: DocumentPiece) -> Bool {
    DraftingWords.columnTitles.contains(where: piece.title.hasPrefix)
  }

  /// 项 and 目: the first of several cells names the row, what stands behind it the row below.
  private func rows(_ cells: [DocumentPiece], _ table: inout Table) -> [DocumentPiece] {
    guard let first = cells.first else { return [] }
    if table.namesOffices || !table.hasRow && cells.count == 1 {
      table.hasRow = true
      return [joined(cells).marked("项")]
    }
    guard cells.count > 1 else { return [first.marked("目")] }
    table.hasRow = true
    return [first.marked("项"), joined(Array(cells.dropFirst())).marked("目")]
  }

  private func joined(_ cells: [DocumentPiece]) -> DocumentPiece {
    cells.dropFirst().reduce(cells[0]) { whole, cell in
      var whole = whole
      whole.range = whole.range.joined(with: cell.range)
      whole.title += cell.title
      return whole
    }
  }
}

extension DocumentPiece {
  /// Whether it is a numbered heading, new or from the old rulebook.
  var isHeading: Bool {
    switch kind {
    case .heading: true
    case .carried: !title.isEmpty
    case .sentence, .cell: false
    }
  }

  /// Whether its number is of a kind that rows of tables hold.
  fileprivate var isWithinRow: Bool {
    guard case .heading(let number) = kind else { return false }
    return number.style != .chinese && number.style != .parenthesizedChinese
  }

  fileprivate func marked(_ mark: String) -> DocumentPiece {
    var piece = self
    piece.mark = mark
    return piece
  }
}
