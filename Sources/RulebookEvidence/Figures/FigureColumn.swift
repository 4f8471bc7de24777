import RulebookModel
import RulebookText

/// The columns of a 指标表; the raw value is the place of the name in `names.known`.
enum FigureColumn: Int, CaseIterable, Sendable {
  case unit, evidence, target, lastYear

  /// The name in the header.
  var name: String {
    switch self {
    case .unit: "单位"
    case .evidence: "证据"
    case .target: "目标"
    case .lastYear: "上年"
    }
  }

  /// The kind of figure that a column holds for single units; `nil` for the columns of names.
  var kind: ReferenceFigure.Kind? {
    switch self {
    case .unit, .evidence: nil
    case .target: .target
    case .lastYear: .lastYear
    }
  }

  /// The names a header may hold: 单位 and 证据 must be there, and one of the others.
  static let names = HeaderColumns.Names(
    known: allCases.map(\.name), requiredCount: 2, reserved: [],
    explanations: FormWords.explanations)

  /// The columns of figures.
  static let figures: [FigureColumn] = [.target, .lastYear]
}

extension CSVTable {
  /// The cell of the row read last in `column`; nil where the file has no such column.
  func figureCell(_ column: FigureColumn) -> CSVCell? { cell(column.rawValue) }

  /// A label on `column` of the row read last.
  func figureLabel(_ column: FigureColumn) -> Label {
    let end = TextRange(reader.rowPlace.end, reader.rowPlace.end)
    return Label(file: source.name, range: figureCell(column)?.place ?? end, text: "“\(column.name)”一列")
  }
}
