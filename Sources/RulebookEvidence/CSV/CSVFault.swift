import RulebookText

/// A place where the structure of a file is broken; one of them is enough to refuse the file.
struct CSVFault: Sendable, Hashable {
  /// What is broken.
  enum Kind: Sendable, Hashable {
    /// A quote in a cell that does not begin with one.
    case quoteInsideCell
    /// Something other than a separator behind a closing quote.
    case textAfterQuote
    /// A quote that is still open at the end of the file.
    case unclosedQuote
    /// A cell in quotes that holds a line which looks like a row of its own.
    case swallowedRow
    /// A carriage return without a line feed.
    case bareCarriageReturn
    /// U+FEFF elsewhere than at the start.
    case byteOrderMark
    /// More or fewer cells than the header has.
    case width(found: Int, expected: Int)
    /// The header once more, below the first.
    case repeatedHeader
    /// A cell longer than the limit.
    case longCell
  }

  /// What is broken.
  var kind: Kind
  /// Where.
  var range: TextRange
}

extension CSVFault {
  /// The fault as it is told to staff.
  func diagnostic(at place: Label, header: Label) -> Diagnostic {
    switch kind {
    case .quoteInsideCell: .quoteInsideCell(at: place)
    case .textAfterQuote: .textAfterQuote(at: place)
    case .unclosedQuote: .unclosedQuote(at: place)
    case .swallowedRow: .swallowedRow(at: place)
    case .bareCarriageReturn: .bareCarriageReturn(at: place)
    case .byteOrderMark: .byteOrderMarkInside(at: place)
    case .width(let found, let expected): .rowWidth(found: found, expected: expected, at: place)
    case .repeatedHeader: .repeatedHeader(at: place, first: header)
    case .longCell: .evidenceTooLarge("一格", limit: "\(CSVReader.longestCell / 1024) KB", at: place)
    }
  }
}
