import RulebookText

/// The rows of one ledger that can be used, as columns, and what the ledger says beside them.
struct LedgerRows: Sendable {
  /// Index of the unit of each row.
  var units: [Int32] = []
  /// Index of the evidence of each row.
  var evidence: [Int32] = []
  /// The number of each row without its point; 1 or 0 for 是 or 否.
  var mantissas: [Int64] = []
  /// How many digits of the number stand behind its point.
  var scales: [UInt8] = []
  /// The month of each row; 0 where it has no date.
  var months: [UInt8] = []
  /// The levels and matters of the rows that have any.
  var marks: [Mark] = []
  /// Where each row starts in the file.
  var offsets: [UInt32] = []
  /// What tells rows from others.
  var incidents: [Incident] = []
  /// For each office of the rulebook what the ledger says of its having reported.
  var reports: [OfficeReport]
  /// The months that its rows report for 按月考核.
  var reportedMonths: Set<ReportedMonth> = []
  /// Rows with `/` for a quantity.
  var exemptions: [Exemption] = []
  /// How many of the rows were read the quick way.
  var plainCount = 0
  /// Rows kept out because the evidence does not apply to the unit.
  var notApplicableCount = 0
  /// Rows of an empty form that nobody has filled in.
  var unfilledCount = 0

  /// The level of a row, from 1, or 0; the folded name of its 事项, or nothing.
  struct Mark: Sendable {
    var row: Int
    var level: UInt8
    var matter: [UInt8]
  }

  /// How many rows there are.
  var count: Int { units.count }

  /// No rows yet, from a ledger of the office with index `office`.
  init(officeCount: Int, office: Int?) {
    reports = Array(repeating: .silent, count: officeCount)
    if let office { reports[office] = .ownLedger }
  }
}

/// Where a ledger keeps what, for reading a row once more.
struct LedgerLayout: Sendable, Hashable {
  /// The byte between two cells.
  var delimiter: UInt8
  /// For each `LedgerColumn` the number of its column; nil where the ledger has none.
  var columns: [Int?]

  /// The layout of `table`.
  init(_ table: CSVTable) {
    delimiter = table.dialect.delimiter
    columns = table.columns.places
  }

  /// The cells of the row that starts at `offset` of `bytes`, one for each `LedgerColumn`.
  func cells(ofRowAt offset: Int, in bytes: [UInt8]) -> [CSVCell?] {
    var reader = CSVReader(bytes, delimiter: delimiter, from: offset)
    guard reader.readRow() else { return columns.map { _ in nil } }
    return columns.map { column in
      column.flatMap { $0 < reader.cells.count ? reader.cells[$0] : nil }
    }
  }
}
