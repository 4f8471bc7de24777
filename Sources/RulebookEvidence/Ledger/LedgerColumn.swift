import RulebookText

/// The columns of a ledger; the raw value is the place of the name in `names.known`.
enum LedgerColumn: Int, CaseIterable, Sendable {
  case unit, evidence, quantity, date, reason, material, reporter, level, matter

  /// The name in the header.
  var name: String {
    switch self {
    case .unit: "单位"
    case .evidence: "证据"
    case .quantity: "数量"
    case .date: "日期"
    case .reason: "说明"
    case .material: "材料"
    case .reporter: "填报单位"
    case .level: "级别"
    case .matter: "事项"
    }
  }

  /// The names a ledger's header may hold: 单位 and 证据 must be there.
  static let names = HeaderColumns.Names(
    known: allCases.map(\.name), requiredCount: 2, reserved: ["目标", "上年"],
    explanations: FormWords.explanations)
}

extension CSVTable {
  /// The cell of the row read last in `column`; nil where the ledger has no such column.
  func cell(_ column: LedgerColumn) -> CSVCell? { cell(column.rawValue) }

  /// Where `column` stands in the row read last; the row's end where the ledger has no such column.
  func place(_ column: LedgerColumn) -> TextRange {
    cell(column)?.place ?? TextRange(reader.rowPlace.end, reader.rowPlace.end)
  }

  /// A label on `column` of the row read last.
  func label(_ column: LedgerColumn) -> Label {
    Label(file: source.name, range: place(column), text: "“\(column.name)”一列")
  }
}
