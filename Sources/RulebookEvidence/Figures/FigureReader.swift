import ExactArithmetic
import RulebookModel
import RulebookText

/// Figures of one 指标表 that can be used.
struct FigureReading: Sendable {
  /// The rows, in the order of the file; none where the file is refused.
  var rows: [FigureRow] = []
  /// How many rows that are not blank the file has.
  var rowCount = 0
  /// How many of them say something wrong.
  var wrongCount = 0
  /// Whether the file as a whole cannot be used.
  var isRefused = false
}

/// What one row says.
struct FigureRow: Sendable {
  /// Index of the unit; nil for 全体.
  var unit: Int?
  /// The place of the name in `FigureContext.names`.
  var name: Int
  /// The figures it states, indices into `Rulebook.references`.
  var figures: [(reference: Int, state: ReferenceCell.State)]
  /// Where the row starts in the file.
  var offset: Int
  /// Its name of evidence.
  var label: Label
}

/// Reads one 指标表: every row becomes figures or a diagnostic.
struct FigureReader {
  let context: FigureContext
  var table: CSVTable
  var diagnostics: [Diagnostic] = []
  private var suggestions = NameSuggestions()
  /// The columns of evidence of which it has been said that nothing asks for them.
  private var unusedTold: Set<[Int]> = []

  /// Reads `source`.
  static func read(
    _ source: SourceText, in context: FigureContext, diagnostics: inout [Diagnostic]
  ) -> FigureReading {
    guard let table = CSVTable(source, names: FigureColumn.names, diagnostics: &diagnostics) else {
      return FigureReading(isRefused: true)
    }
    var reader = FigureReader(context: context, table: table)
    var reading = FigureReading()
    while reader.table.readRow() {
      let errors = reader.errorCount
      let row = reader.readRow()
      if reader.errorCount > errors { reading.wrongCount += 1 } else if let row { reading.rows.append(row) }
    }
    let hasFigures = reader.checkHeader()
    diagnostics += reader.diagnostics + reader.table.structureDiagnostics
    reading.rowCount = reader.table.rowCount
    reading.isRefused = reader.table.isRefused || !hasFigures
    if reading.isRefused { reading.rows = [] }
    return reading
  }

  private init(context: FigureContext, table: CSVTable) {
    self.context = context
    self.table = table
  }

  private var errorCount: Int { diagnostics.count { $0.severity == .error } }

  /// Whether 单位 still says what a form puts there.
  private var isForm: Bool {
    table.figureCell(.unit).map { FormWords.isUnit(table.source.bytes.text(of: $0)) } ?? false
  }

  /// Whether there is a column of figures; reports it where there is none.
  private mutating func checkHeader() -> Bool {
    if FigureColumn.figures.contains(where: { table.columns.places[$0.rawValue] != nil }) { return true }
    let found = table.dialect.header.map { table.source.bytes.text(of: $0) }
    let place = Label(file: table.source.name, range: table.dialect.headerPlace)
    diagnostics.append(.missingColumns(FigureColumn.figures.map(\.name), found: found, at: place))
    return false
  }

  private mutating func readRow() -> FigureRow? {
    if isForm, !FigureColumn.figures.contains(where: isFilled) { return nil }
    let unit = readUnit()
    guard let name = readName(), let unit else { return nil }
    var row = FigureRow(
      unit: nil, name: name, figures: [], offset: table.reader.rowStart, label: table.figureLabel(.evidence))
    switch unit {
    case .all: row.figures = readSharedFigure(name)
    case .unit(let unit):
      guard unit >= 0 else { return nil }
      row.unit = unit
      row.figures = readFigures(name, of: unit)
    }
    return row
  }
}

// Names.
extension FigureReader {
  /// Who a row speaks of.
  private enum Subject {
    /// 全体
    case all
    /// A unit; negative where it is known but cannot be used.
    case unit(Int)
  }

  private mutating func readUnit() -> Subject? {
    guard let cell = table.figureCell(.unit) else { return nil }
    let name = table.source.bytes.text(of: cell)
    if FoldedName(name).text == "全体" { return .all }
    if let unit = context.register?.names.value(of: cell, in: table.source.bytes) { return .unit(Int(unit)) }
    if isForm {
      diagnostics.append(.blankCell(column: FigureColumn.unit.name, at: table.figureLabel(.unit)))
      return nil
    }
    guard isReadable(cell, .unit) else { return nil }
    guard let register = context.register, register.isComplete else {
      return .unit(Int(RegisterReading.unusable))
    }
    let near = suggestions.near(name, among: register.allNames)
    diagnostics.append(.unknownUnit(name, near: near, at: table.figureLabel(.unit)))
    return nil
  }

  private mutating func readName() -> Int? {
    guard let cell = table.figureCell(.evidence) else { return nil }
    if let name = context.names.value(of: cell, in: table.source.bytes) { return Int(name) }
    guard isReadable(cell, .evidence) else { return nil }
    let name = table.source.bytes.text(of: cell)
    if name.hasPrefix("'"), let known = context.names.value(of: String(name.dropFirst())) {
      return Int(known)
    }
    let near = suggestions.near(name, among: context.allNames)
    diagnostics.append(.unknownEvidence(name, near: near, at: table.figureLabel(.evidence)))
    return nil
  }

  /// Whether a name is there and holds nothing that nobody sees; reports it where not.
  private mutating func isReadable(_ cell: CSVCell, _ column: FigureColumn) -> Bool {
    var label = table.figureLabel(column)
    if table.source.bytes.trimmingSpaces(cell.content).isEmpty {
      diagnostics.append(.blankCell(column: column.name, at: label))
      return false
    }
    guard let invisible = InvisibleCharacters.first(in: table.source.bytes, cell.place) else { return true }
    label.range = invisible.range
    diagnostics.append(
      column == .unit
        ? .invisibleInUnit(invisible.described, at: label)
        : .invisibleInName(invisible.described, column: column.name, at: label))
    return false
  }

  /// Where the rulebook asks for a figure.
  private func ruleLabel(_ reference: Int) -> Label {
    Label(file: context.rulebook.source.name, range: context.rulebook.references[reference].place)
  }
}

// Figures.
extension FigureReader {
  /// The figure of a row for 全体.
  private mutating func readSharedFigure(_ name: Int) -> [(reference: Int, state: ReferenceCell.State)] {
    guard let reference = context.sharedFigure(named: name) else {
      let evidence = context.rulebook.evidence[name]
      let rule = Label(file: context.rulebook.source.name, range: evidence.place)
      diagnostics.append(
        .sharedFigureRow(evidence.name, isShared: false, at: table.figureLabel(.unit), rule: rule))
      return []
    }
    let isElsewhere = isFilled(.lastYear)
    guard !isElsewhere, !isNotApplicable(.target) else {
      reportSharedRow(reference, at: table.figureLabel(isElsewhere ? .lastYear : .target))
      return []
    }
    return state(of: reference, in: .target).map { [(reference, $0)] } ?? []
  }

  /// The figures of a row for one unit.
  private mutating func readFigures(
    _ name: Int, of unit: Int
  ) -> [(reference: Int, state: ReferenceCell.State)] {
    if let shared = context.sharedFigure(named: name) {
      reportSharedRow(shared, at: table.figureLabel(.unit))
      return []
    }
    var found: [(reference: Int, state: ReferenceCell.State)] = []
    for column in FigureColumn.figures where isFilled(column) {
      guard let kind = column.kind else { continue }
      guard let reference = context.figure(kind, of: name) else {
        reportUnused(name, column)
        continue
      }
      guard context.applies(reference, toUnit: unit) else {
        reportNotApplicable(reference, unit, column)
        continue
      }
      if let state = state(of: reference, in: column) { found.append((reference, state)) }
    }
    return found
  }

  private func isFilled(_ column: FigureColumn) -> Bool {
    table.figureCell(column).map { !table.source.bytes.trimmingSpaces($0.content).isEmpty } ?? false
  }

  private func isNotApplicable(_ column: FigureColumn) -> Bool {
    table.figureCell(column).map { ["/", "／"].contains(table.source.bytes.text(of: $0)) } ?? false
  }

  /// What a cell says of a figure; nil where it is blank, and after an error.
  private mutating func state(of reference: Int, in column: FigureColumn) -> ReferenceCell.State? {
    guard isFilled(column), let cell = table.figureCell(column) else { return nil }
    if isNotApplicable(column) { return .notApplicable }
    let figure = context.rulebook.references[reference]
    let words = table.source.bytes.text(of: cell)
    switch context.rules[reference].read(cell, in: table.source.bytes) {
    case .value(let number): return checked(number.rational, figure, reference, column)
    case .doubtful(let number, let meant):
      diagnostics.append(.doubtfulPercentage(words, meant: meant, at: table.figureLabel(column)))
      return checked(number.rational, figure, reference, column)
    case .slip(let slip):
      diagnostics.append(
        slip.diagnostic(
          words: words, of: figure, column: column.name, rule: ruleLabel(reference),
          at: table.figureLabel(column)))
      return nil
    }
  }

  /// A number that is what the rules need it to be.
  private mutating func checked(
    _ number: Rational, _ figure: ReferenceFigure, _ reference: Int, _ column: FigureColumn
  ) -> ReferenceCell.State? {
    if figure.demand.allows(number) { return .set(number) }
    diagnostics.append(
      .figureDemand(
        figure.title, words: number.decimalText ?? number.description, isGrowth: figure.demand == .nonzero,
        at: table.figureLabel(column), rule: ruleLabel(reference)))
    return nil
  }

  // MARK: Messages

  private mutating func reportSharedRow(_ reference: Int, at place: Label) {
    let name = context.rulebook.references[reference].name
    diagnostics.append(.sharedFigureRow(name, isShared: true, at: place, rule: ruleLabel(reference)))
  }

  private mutating func reportUnused(_ name: Int, _ column: FigureColumn) {
    guard unusedTold.insert([name, column.rawValue]).inserted else { return }
    let evidence = context.rulebook.evidence[name].name
    diagnostics.append(
      .unusedFigure(
        "“\(evidence)”的\(column.name)", why: "规则里“\(evidence)”没有和\(column.name)比", .note,
        at: table.figureLabel(column)))
  }

  private mutating func reportNotApplicable(_ reference: Int, _ unit: Int, _ column: FigureColumn) {
    let name = context.rulebook.references[reference].title
    let unit = context.register?.register.units[unit] ?? ""
    diagnostics.append(
      .unusedFigure(
        "“\(unit)”的这个数", why: "按规则和单位名册，“\(name)”不适用于“\(unit)”", at: table.figureLabel(column)))
  }
}
