import ExactArithmetic
import RulebookModel
import RulebookSyntax
import RulebookText

/// What came of one ledger.
struct LedgerReading: Sendable {
  /// The rows that can be used; none where the ledger is refused.
  var rows: LedgerRows
  /// How the file parts its cells and names its columns; nil where it could not be opened.
  var layout: LedgerLayout?
  /// How many rows that are not blank the file has.
  var rowCount = 0
  /// Whether the file as a whole cannot be used.
  var isRefused = false
  /// Everything wrong with it or worth saying, in the order of its lines.
  var diagnostics: DiagnosticList
}

/// Reads one ledger: every row becomes a row of evidence or a diagnostic.
struct LedgerReader {
  let context: LedgerContext
  /// The office the file is named for.
  private let office: Int?
  var table: CSVTable
  private var rows: LedgerRows
  private var suggestions = NameSuggestions()
  private var misnamed = MisnamedOffices()
  var diagnostics: DiagnosticList
  /// The notes on dates that are told once a file, and have been.
  var datesTold: Set<DateNote> = []
  /// The columns of which it has been told that the file lacks them, or that a cell in them says nothing.
  var columnsTold: Set<LedgerColumn> = []
  /// The first row of a form that nobody has filled in.
  private var firstUnfilled: Label?

  /// The years of the dates that lie in no year of the rulebook.
  var otherYears: [Int] = []

  enum DateNote { case withoutYear, serial }

  /// Reads `source`, a ledger of the office with index `office`, and adds what is wrong with it to `found`.
  ///
  /// - Parameter handOver: Gets what `found` collects, wherever enough has come together.
  static func read(
    _ source: SourceText, office: Int?, in context: LedgerContext, into found: DiagnosticList,
    handOver: ([Diagnostic]) -> Void = { _ in }
  ) -> LedgerReading {
    let nothing = LedgerRows(officeCount: context.rulebook.offices.count, office: nil)
    var (found, faults) = (found, [Diagnostic]())
    let table = CSVTable(source, names: LedgerColumn.names, diagnostics: &faults)
    found.append(contentsOf: faults)
    guard let table else { return LedgerReading(rows: nothing, isRefused: true, diagnostics: found) }
    var reader = LedgerReader(context: context, office: office, table: table, found)
    reader.readRows(handOver)
    reader.judgeForm()
    let isOfOtherYear = reader.refuseOtherYear()
    reader.diagnostics.append(
      contentsOf: reader.misnamed.diagnostics(in: context.rulebook) + reader.table.structureDiagnostics)
    let isRefused = reader.table.isRefused || isOfOtherYear
    return LedgerReading(
      rows: isRefused ? nothing : reader.rows, layout: LedgerLayout(table),
      rowCount: reader.table.rowCount, isRefused: isRefused, diagnostics: reader.diagnostics)
  }

  /// Whether a row that can be used has a date.
  var hasDateInYear: Bool { rows.months.contains { $0 > 0 } }

  private init(context: LedgerContext, office: Int?, table: CSVTable, _ found: DiagnosticList) {
    diagnostics = found
    self.context = context
    self.office = office
    self.table = table
    rows = LedgerRows(officeCount: context.rulebook.offices.count, office: office)
  }

  /// Reads every row: the plain ones as they come, the others one by one.
  private mutating func readRows(_ handOver: ([Diagnostic]) -> Void) {
    var plain = PlainRows(context.plainRows, table, office: office, of: context.rulebook)
    repeat {
      plain?.read(&table, into: &rows)
      guard table.readRow() else { return }
      readRow()
      if diagnostics.batch.count >= 1_000 { handOver(diagnostics.takeBatch()) }
    } while true
  }

  /// Reads one row; whatever is wrong with any of its cells is reported.
  private mutating func readRow() {
    checkQuotes()
    if isUnfilled { return noteUnfilled() }
    let unit = readUnit()
    guard let evidence = readEvidence() else { return }
    let reporter = readReporter()
    let isAuthorised = checkAuthority(of: reporter, over: evidence)
    if isExemption { return readExemption(unit, evidence, by: reporter, isAuthorised: isAuthorised) }
    let quantity = readQuantity(of: evidence)
    let date = readDate(for: evidence)
    let hasReason = checkReason(for: evidence)
    let level = readLevel(of: evidence)
    let matter = readMatter(of: evidence)
    guard let unit, let quantity, let date, let level, let matter, isAuthorised, hasReason else { return }
    markReported(evidence, by: reporter, in: date)
    guard unit >= 0 else { return }
    guard context.applies(evidence: evidence, toUnit: unit) else {
      reportNotApplicable(evidence, unit: unit)
      return
    }
    append(unit: unit, evidence: evidence, quantity: quantity, date: date)
    if level > 0 || !matter.isEmpty {
      rows.marks.append(.init(row: rows.count - 1, level: level, matter: matter))
    }
  }

  /// Whether the row is one of an empty form in which nobody has written anything.
  private var isUnfilled: Bool {
    (holdsForm || holdsQuantityOfForm)
      && LedgerColumn.allCases.allSatisfy { column in
        column == .unit || column == .evidence || column == .quantity && holdsQuantityOfForm
          || (table.cell(column).map { table.source.bytes.trimmingSpaces($0.content).isEmpty } ?? true)
      }
  }

  /// Whether 单位 still says what a form puts there.
  private var holdsForm: Bool {
    table.cell(.unit).map { FormWords.isUnit(table.source.bytes.text(of: $0)) } ?? false
  }

  /// Whether 数量 still says what a form puts there.
  private var holdsQuantityOfForm: Bool {
    table.cell(.quantity).map { FormWords.isQuantity(table.source.bytes.text(of: $0)) } ?? false
  }

  private mutating func noteUnfilled() {
    if rows.unfilledCount == 0 { firstUnfilled = table.label(.unit) }
    rows.unfilledCount += 1
  }

  /// Says which rows nobody has filled in; a form with nothing in it is no report.
  private mutating func judgeForm() {
    guard let firstUnfilled else { return }
    let isEmpty = rows.unfilledCount == table.rowCount
    if isEmpty { rows.reports = rows.reports.map { _ in .silent } }
    diagnostics.append(.unfilledRows(rows.unfilledCount, isWholeForm: isEmpty, at: firstUnfilled))
  }

  /// Whether the quantity is `/`.
  private var isExemption: Bool {
    guard let cell = table.cell(.quantity) else { return false }
    let content = table.source.bytes[table.source.bytes.trimmingSpaces(cell.content)]
    return content.elementsEqual("/".utf8) || content.elementsEqual("／".utf8)
  }

  /// Reads a row that says that 按月考核 leaves the unit out in its month.
  private mutating func readExemption(
    _ unit: Int?, _ evidence: Int, by reporter: Reporter, isAuthorised: Bool
  ) {
    guard context.rulebook.evidence[evidence].periodicItem != nil else {
      diagnostics.append(
        .exemptionWithoutPeriods(context.rulebook.evidence[evidence].name, at: table.label(.quantity)))
      return
    }
    guard let date = readDate(for: evidence), let unit, isAuthorised else { return }
    markReported(evidence, by: reporter, in: date)
    guard unit >= 0 else { return }
    guard context.applies(evidence: evidence, toUnit: unit) else {
      return reportNotApplicable(evidence, unit: unit)
    }
    var exemption = Exemption(unit: unit, evidence: evidence, month: Int(date.month))
    exemption.offset = table.reader.rowStart
    rows.exemptions.append(exemption)
  }

  private mutating func append(unit: Int, evidence: Int, quantity: ScaledDecimal, date: RowDate) {
    rows.noteIncident(
      month: date.month, day: date.day, material: words(in: .material), reason: words(in: .reason))
    rows.units.append(Int32(clamping: unit))
    rows.evidence.append(Int32(clamping: evidence))
    rows.mantissas.append(quantity.mantissa)
    rows.scales.append(quantity.scale)
    rows.months.append(date.month)
    rows.offsets.append(UInt32(clamping: table.reader.rowStart))
  }

  /// Where the words of a cell stand, outer spaces left out; empty where there are none.
  private func words(in column: LedgerColumn) -> Range<Int> {
    table.cell(column).map { table.source.bytes.trimmingSpaces($0.content) } ?? 0..<0
  }

  private mutating func reportNotApplicable(_ evidence: Int, unit: Int) {
    rows.notApplicableCount += 1
    diagnostics.append(
      .evidenceNotApplicable(
        context.rulebook.evidence[evidence].name,
        unit: context.register?.register.units[unit] ?? "", at: table.label(.evidence),
        rule: ruleLabel(evidence)))
  }

  /// Where the rulebook names the evidence.
  private func ruleLabel(_ evidence: Int) -> Label {
    Label(file: context.rulebook.source.name, range: context.rulebook.evidence[evidence].place)
  }
}

// Names.
extension LedgerReader {
  /// The unit of the row; negative where it is known but cannot be used, nil after an error.
  private mutating func readUnit() -> Int? {
    guard let cell = table.cell(.unit) else { return nil }
    if let unit = context.register?.names.value(of: cell, in: table.source.bytes) { return Int(unit) }
    if holdsForm {
      diagnostics.append(.blankCell(column: LedgerColumn.unit.name, at: table.label(.unit)))
      return nil
    }
    guard checkFilled(cell, .unit), !reportsInvisible(in: cell, .unit) else { return nil }
    guard let register = context.register, register.isComplete else { return Int(RegisterReading.unusable) }
    let name = table.source.bytes.text(of: cell)
    let near = suggestions.near(name, among: register.allNames)
    diagnostics.append(.unknownUnit(name, near: near, at: table.label(.unit)))
    return nil
  }

  /// The evidence, where it is reported rather than worked out; nil after an error.
  private mutating func reported(_ evidence: Int) -> Int? {
    let rulebook = context.rulebook
    guard rulebook.evidence[evidence].definition != nil else { return evidence }
    let parts = rulebook.reportedEvidence(of: .reported(Value.Reading(evidence))).map {
      rulebook.evidence[$0].name
    }
    diagnostics.append(
      .computedEvidence(
        rulebook.evidence[evidence].name, parts: parts, at: table.label(.evidence), rule: ruleLabel(evidence))
    )
    return nil
  }

  /// The evidence of the row; nil after an error.
  private mutating func readEvidence() -> Int? {
    guard let cell = table.cell(.evidence) else { return nil }
    if let evidence = context.evidence.value(of: cell, in: table.source.bytes) {
      return reported(Int(evidence))
    }
    guard checkFilled(cell, .evidence), !reportsInvisible(in: cell, .evidence) else { return nil }
    let name = table.source.bytes.text(of: cell)
    if name.hasPrefix("'"), let evidence = context.evidence.value(of: String(name.dropFirst())) {
      return reported(Int(evidence))
    }
    let near = suggestions.near(name, among: context.rulebook.evidence.map(\.name))
    diagnostics.append(.unknownEvidence(name, near: near, at: table.label(.evidence)))
    return nil
  }

  /// Whether the office that reports the row, and the one the file is named for, assess the evidence.
  private mutating func checkAuthority(of reporter: Reporter, over evidence: Int) -> Bool {
    if case .unknown = reporter { return false }
    let assessors = context.rulebook.evidence[evidence].assessors
    let candidates = [(office, LedgerColumn.evidence), (reporter.office, .reporter)]
    for (candidate, column) in candidates {
      guard let candidate, !assessors.contains(candidate) else { continue }
      if let assessor = misnamed.assessor(like: candidate, of: evidence, in: context.rulebook) {
        misnamed.note(candidate, for: assessor, evidence: evidence, at: table.label(column))
        return false
      }
      diagnostics.append(
        .officeWithoutAuthority(
          context.rulebook.offices[candidate], evidence: context.rulebook.evidence[evidence].name,
          assessors: assessors.map { context.rulebook.offices[$0] }, at: table.label(column)))
      return false
    }
    return true
  }

  /// The office that 填报单位 names.
  private mutating func readReporter() -> Reporter {
    guard let cell = table.cell(.reporter) else { return .unnamed }
    if let office = context.offices.value(of: cell, in: table.source.bytes) { return .office(Int(office)) }
    if table.source.bytes.trimmingSpaces(cell.content).isEmpty { return .unnamed }
    if !reportsInvisible(in: cell, .reporter) {
      let name = table.source.bytes.text(of: cell)
      let near = suggestions.near(name, among: context.rulebook.offices)
      diagnostics.append(.unknownOffice(name, near: near, at: table.label(.reporter)))
    }
    return .unknown
  }

  /// Notes whose report the row is: in a ledger named for an office, nobody else's; in another one, that of the office
  /// in 填报单位, or of the only one that assesses the evidence.
  private mutating func markReported(_ evidence: Int, by reporter: Reporter, in date: RowDate) {
    let named = reporter.office.map { [$0] }
    if let office {
      markMonth(of: date, evidence, office)
      for other in named ?? [] { rows.reports[other].add(.mentioned(table.label(.reporter))) }
      return
    }
    let candidates = named ?? context.rulebook.evidence[evidence].assessors
    let label = table.label(named == nil ? .evidence : .reporter)
    if candidates.count == 1 { markMonth(of: date, evidence, candidates[0]) }
    for candidate in candidates {
      rows.reports[candidate].add(candidates.count == 1 ? .row(label) : .mentioned(label))
    }
  }

  private mutating func markMonth(of date: RowDate, _ evidence: Int, _ office: Int) {
    guard let item = context.rulebook.evidence[evidence].periodicItem else { return }
    rows.reportedMonths.insert(ReportedMonth(office: office, item: item, month: Int(date.month)))
  }

  /// Whether `cell` is filled; reports it where it is not.
  private mutating func checkFilled(_ cell: CSVCell, _ column: LedgerColumn) -> Bool {
    guard table.source.bytes.trimmingSpaces(cell.content).isEmpty else { return true }
    diagnostics.append(.blankCell(column: column.name, at: table.label(column)))
    return false
  }

  /// Whether a character that nobody sees stands in `cell`; reports it where one does.
  private mutating func reportsInvisible(in cell: CSVCell, _ column: LedgerColumn) -> Bool {
    guard let invisible = InvisibleCharacters.first(in: table.source.bytes, cell.place) else { return false }
    var label = table.label(column)
    label.range = invisible.range
    diagnostics.append(
      column == .unit
        ? .invisibleInUnit(invisible.described, at: label)
        : .invisibleInName(invisible.described, column: column.name, at: label))
    return true
  }
}

/// What 填报单位 says.
private enum Reporter {
  /// Nothing.
  case unnamed
  /// An office of the rulebook.
  case office(Int)
  /// Somebody the rulebook does not know.
  case unknown

  /// The office named.
  var office: Int? {
    if case .office(let office) = self { office } else { nil }
  }
}

// Numbers, dates and reasons.
extension LedgerReader {
  /// The quantity of the row; nil after an error.
  private mutating func readQuantity(of evidence: Int) -> ScaledDecimal? {
    let cell = table.cell(.quantity)
    switch context.quantities[evidence].read(cell, in: table.source.bytes) {
    case .value(let number):
      return number
    case .doubtful(let number, let meant):
      let words = cell.map { table.source.bytes.text(of: $0) } ?? ""
      let isMark = context.quantities[evidence].kind == .score
      diagnostics.append(
        isMark
          ? .doubtfulMark(words, meant: meant, fullMark: "100", at: table.label(.quantity))
          : .doubtfulPercentage(words, meant: meant, at: table.label(.quantity)))
      return number
    case .slip(let slip):
      let words = cell.map { table.source.bytes.text(of: $0) } ?? ""
      diagnostics.append(
        slip.diagnostic(
          words: words, evidence: context.rulebook.evidence[evidence], rule: ruleLabel(evidence),
          at: table.label(.quantity)))
      return nil
    }
  }

  /// Whether the row gives the reason that its evidence asks for.
  private mutating func checkReason(for evidence: Int) -> Bool {
    guard context.rulebook.evidence[evidence].needsReason else { return true }
    let reason = table.cell(.reason).map { table.source.bytes.trimmingSpaces($0.content) } ?? 0..<0
    guard reason.isEmpty else { return true }
    diagnostics.append(
      .missingReason(evidence: context.rulebook.evidence[evidence].name, at: table.label(.reason)))
    return false
  }
}
