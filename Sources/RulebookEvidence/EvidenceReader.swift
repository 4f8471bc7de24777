import ParallelWork
public import RulebookModel
public import RulebookText

/// Reads a folder of evidence: 单位名册, 指标表 and 台账, checked against a rulebook.
public struct EvidenceReader {
  private let rulebook: Rulebook
  private let options: EvidenceOptions
  /// Whether every diagnostic is handed over.
  private let isListed: Bool
  private var files: [OpenedFile]
  private var table: EvidenceTable
  private var incidents: [Incident] = []
  private var diagnostics: DiagnosticList
  private var plainRowCount = 0

  /// Reads `files` as evidence for `rulebook`. Their order means nothing.
  ///
  /// Rows and files with errors are reported and left out; everything that is wrong anywhere is reported at
  /// once.
  public static func read(
    files: [EvidenceFile], for rulebook: Rulebook, options: EvidenceOptions = EvidenceOptions()
  ) -> EvidenceReading {
    var reader = EvidenceReader(files, rulebook, options, isListed: false)
    reader.read { _ in }
    return reader.reading
  }

  /// Reads `files` as evidence for `rulebook`, one after the other, and lists every diagnostic.
  ///
  /// - Parameter list: Gets all diagnostics in batches, in the order they are found, with the texts they speak of; what
  ///   the reading itself holds is in bounds all the same. Where every date of a ledger lies in another year, its rows may
  ///   be listed one by one beside what is said of the ledger.
  public static func read(
    files: [EvidenceFile], for rulebook: Rulebook, options: EvidenceOptions = EvidenceOptions(),
    list: (_ diagnostics: [Diagnostic], _ sources: SourceLibrary) -> Void
  ) -> EvidenceReading {
    var reader = EvidenceReader(files, rulebook, options, isListed: true)
    let sources = SourceLibrary(reader.sources)
    reader.read { list($0, sources) }
    return reader.reading
  }

  private var reading: EvidenceReading {
    EvidenceReading(
      table: table, diagnostics: diagnostics.kept, further: diagnostics.further, files: files.map(\.report),
      sources: sources, plainRowCount: plainRowCount)
  }

  private var sources: [SourceText] { [rulebook.source] + files.compactMap(\.shownSource) }

  private init(
    _ files: [EvidenceFile], _ rulebook: Rulebook, _ options: EvidenceOptions, isListed: Bool
  ) {
    self.isListed = isListed
    self.rulebook = rulebook
    self.options = options
    let sorted = files.sorted { left, right in
      left.name.utf8.elementsEqual(right.name.utf8)
        ? left.bytes.lexicographicallyPrecedes(right.bytes)
        : left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }
    let greatestSize = options.greatestFile
    let opened = ParallelWork.map(sorted.count, threads: Self.threads(for: sorted, options)) {
      OpenedFile(sorted[$0], greatestSize: greatestSize)
    }
    self.files = opened
    diagnostics = DiagnosticList(limit: options.diagnosticsOfAKind, isCollected: isListed)
    diagnostics.append(contentsOf: opened.flatMap(\.diagnostics))
    table = EvidenceTable(register: Register(), officeCount: rulebook.offices.count)
  }

  private mutating func read(_ handOver: ([Diagnostic]) -> Void) {
    var register = readRegister()
    readFigures(register)
    register?.register.complete(by: table.references, of: rulebook)
    table.register = register?.register ?? Register()
    let context = LedgerContext(rulebook, register: register, readsPlainRows: options.readsPlainRows)
    readLedgers(in: context, handOver)
    leaveOutRepeatedRows()
    leaveOutRowsOfExempted()
    settleReports()
    if register?.isRefused ?? true { leaveOutEverything() }
    handOver(diagnostics.takeBatch())
  }
}

extension EvidenceReader {
  /// Reads the one register; nil where there is none that can be read.
  private mutating func readRegister() -> RegisterReading? {
    let registers = files.indices.filter { files[$0].report.role == .register }
    guard let first = registers.first else {
      let folder = Label(file: "单位名册.csv", range: TextRange(0, 0))
      diagnostics.append(.missingRegister(at: folder))
      return nil
    }
    for other in registers.dropFirst() {
      diagnostics.append(.secondRegister(at: files[other].label, first: files[first].label))
      files[other].report.isRefused = true
    }
    var found: [Diagnostic] = []
    let read = files[first].source.flatMap { RegisterReader.read($0, for: rulebook, diagnostics: &found) }
    diagnostics.append(contentsOf: found)
    guard var reading = read else {
      files[first].report.isRefused = true
      return nil
    }
    if registers.count > 1 { reading.isRefused = true }
    files[first].report.rowCount = reading.rowCount
    files[first].report.isRefused = reading.isRefused
    files[first].report.leftOutCount =
      reading.isRefused ? reading.rowCount : reading.rowCount - reading.register.units.count
    return reading
  }

  /// Reads every 指标表.
  private mutating func readFigures(_ register: RegisterReading?) {
    let context = FigureContext(rulebook, register: register)
    var figures = Figures(context)
    for index in files.indices where files[index].report.role == .figures {
      guard let source = files[index].source else { continue }
      if rulebook.references.isEmpty {
        diagnostics.append(
          .unusedFigure("这个指标表", why: "规则里没有和目标、上年、共用的数比", at: files[index].label))
        continue
      }
      var found: [Diagnostic] = []
      let reading = FigureReader.read(source, in: context, diagnostics: &found)
      let repeated = figures.add(reading, from: source, diagnostics: &found)
      diagnostics.append(contentsOf: found)
      files[index].report.rowCount = reading.rowCount
      files[index].report.isRefused = reading.isRefused
      files[index].report.leftOutCount = reading.isRefused ? reading.rowCount : reading.wrongCount + repeated
    }
    table.references = figures.cells
    table.figureSources = figures.sources
  }

  /// Reads every ledger, several at once unless each diagnostic is handed over as it is found, and adds their rows to the
  /// table one after the other.
  private mutating func readLedgers(in context: LedgerContext, _ handOver: ([Diagnostic]) -> Void) {
    let ledgers = files.indices.compactMap { index -> Ledger? in
      guard case .ledger(let office) = files[index].report.role, let source = files[index].source else {
        return nil
      }
      return Ledger(file: index, source: source, officeName: office, office: context.office(named: office))
    }
    let nothing = DiagnosticList(limit: options.diagnosticsOfAKind, isCollected: isListed)
    guard !isListed else {
      for ledger in ledgers {
        handOver(diagnostics.takeBatch())
        add(
          LedgerReader.read(
            ledger.source, office: ledger.office, in: context, into: nothing, handOver: handOver),
          of: ledger)
      }
      return
    }
    let threads = Self.threads(for: ledgers.map { files[$0.file].file }, options)
    let readings = ParallelWork.map(ledgers.count, threads: threads) { number in
      LedgerReader.read(ledgers[number].source, office: ledgers[number].office, in: context, into: nothing)
    }
    for (ledger, reading) in zip(ledgers, readings) { add(reading, of: ledger) }
  }

  /// How many threads to read `files` with: one where starting others takes longer than reading.
  private static func threads(for files: [EvidenceFile], _ options: EvidenceOptions) -> Int {
    files.reduce(0) { $0 + $1.bytes.count } < 1 << 16 ? 1 : options.threads
  }

  /// A ledger about to be read.
  private struct Ledger {
    /// Index into `files`.
    var file: Int
    var source: SourceText
    /// The office that the file is named for, and its index where the rulebook knows it.
    var officeName: String?
    var office: Int?
  }

  /// Adds the rows of a ledger to the table.
  private mutating func add(_ read: LedgerReading, of ledger: Ledger) {
    var reading = read
    plainRowCount += read.rows.plainCount
    let (index, source) = (ledger.file, ledger.source)
    let otherYear = year(namedBy: index)
    if let office = ledger.officeName, ledger.office == nil, otherYear == nil {
      reportUnknownOffice(office, of: index)
    }
    diagnostics.append(contentsOf: reading.diagnostics)
    if let otherYear, !reading.isRefused {
      diagnostics.append(
        .fileNameOfOtherYear(
          otherYear, year: rulebook.year, at: files[index].label, rule: rulebook.yearLabel))
      reading.refuse()
    }
    if let first = earlierCopy(of: index, rowCount: reading.rowCount - reading.rows.unfilledCount) {
      diagnostics.append(.repeatedFile(at: files[index].label, first: files[first].label))
      reading.refuse()
    }
    if !hasRoom(for: reading) {
      diagnostics.append(
        .evidenceTooLarge("台账", limit: "\(UInt16.max) 个文件、\(Int32.max) 行", at: files[index].label))
      reading.refuse()
    }
    files[index].report.rowCount = reading.rowCount
    files[index].report.isRefused = reading.isRefused
    files[index].report.notApplicableCount = reading.rows.notApplicableCount
    files[index].report.leftOutCount =
      reading.rowCount - reading.rows.count - reading.rows.exemptions.count - reading.rows.notApplicableCount
      - reading.rows.unfilledCount
    files[index].offices = reading.rows.reports
    files[index].reportedMonths = reading.rows.reportedMonths
    guard table.sources.count < UInt16.max else { return }
    incidents += reading.rows.incidents.map { [count = table.rowCount] in $0.behind(count) }
    files[index].placeInTable = table.sources.count
    table.append(reading, from: source)
  }

  /// Settles which offices have reported, and tells of those that count as having done so by single rows.
  private mutating func settleReports() {
    var reports = OfficeReports(rulebook)
    // What a file with rows left out lacks is not known not to have happened.
    for file in files where file.report.leftOutCount == 0 { reports.add(file.offices) }
    table.hasReported = reports.hasReported
    table.reportedMonths = files.filter { $0.report.leftOutCount == 0 }.reduce(into: []) {
      $0.formUnion($1.reportedMonths)
    }
    guard !table.register.units.isEmpty else { return }
    let misnamed = diagnostics.kept.filter { $0.code == .unknownFileOffice }.map(\.primary.file)
    diagnostics.append(contentsOf: reports.notes(except: Set(misnamed)))
  }

  /// The other year that the name of a ledger states; nil where it states none, or the rulebook's as well.
  private func year(namedBy index: Int) -> Int? {
    let years = WrittenYears.ofPeriods(in: files[index].file.name.lastPathPart)
    return years.contains(rulebook.year) ? nil : years.first
  }

  private mutating func reportUnknownOffice(_ office: String, of index: Int) {
    var suggestions = NameSuggestions()
    let near = suggestions.near(office, among: rulebook.offices)
    diagnostics.append(.unknownFileOffice(office, near: near, at: files[index].label))
  }

  /// The earlier ledger that holds the same bytes, where they hold any rows.
  private func earlierCopy(of index: Int, rowCount: Int) -> Int? {
    guard rowCount > 0 else { return nil }
    return files.indices.prefix(index).first { earlier in
      files[earlier].placeInTable != nil && files[earlier].file.bytes == files[index].file.bytes
    }
  }

  private func hasRoom(for reading: LedgerReading) -> Bool {
    table.sources.count < UInt16.max && table.rowCount + reading.rows.count <= Int32.max
  }

  /// Leaves out rows that cannot both count.
  private mutating func leaveOutRepeatedRows() {
    let repeated = RepeatedRows(table, rulebook, incidents: incidents)
    diagnostics.append(contentsOf: repeated.diagnostics)
    guard repeated.isKept.contains(false) else { return }
    leaveOut(repeated.isKept)
  }

  /// Leaves out rows of units that 按月考核 leaves out in their month, as another row says.
  private mutating func leaveOutRowsOfExempted() {
    guard !table.exemptions.isEmpty else { return }
    let exempted = ExemptedRows(table, rulebook)
    diagnostics.append(contentsOf: exempted.diagnostics)
    guard !exempted.diagnostics.isEmpty else { return }
    leaveOut(exempted.isKept)
  }

  private mutating func leaveOut(_ isKept: [Bool]) {
    var leftOut = [Int](repeating: 0, count: table.sources.count)
    for (row, isKept) in isKept.enumerated() where !isKept { leftOut[Int(table.files[row])] += 1 }
    for index in files.indices {
      if let place = files[index].placeInTable { files[index].report.leftOutCount += leftOut[place] }
    }
    table.keepRows(isKept)
  }

  /// Leaves out all rows: without a register nobody is there to be assessed.
  private mutating func leaveOutEverything() {
    table.keepRows(Array(repeating: false, count: table.rowCount))
    table.register = Register(file: table.register.file)
    table.references = table.references.map { _ in [] }
    table.hasReported = table.hasReported.map { _ in false }
    table.exemptions = []
    for index in files.indices {
      guard files[index].report.role.holdsRows else { continue }
      files[index].report.leftOutCount = files[index].report.rowCount
      files[index].report.notApplicableCount = 0
    }
  }
}

extension EvidenceFileRole {
  /// Whether rows of it speak of units.
  fileprivate var holdsRows: Bool {
    switch self {
    case .ledger, .figures: true
    case .register, .other: false
    }
  }
}

extension Register {
  /// Adds for each figure of 指标表 whether it applies to the unit.
  fileprivate mutating func complete(by cells: [[ReferenceCell]], of rulebook: Rulebook) {
    for case let reference? in rulebook.attributes.map(\.reference) {
      for unit in units.indices {
        answers[unit].append(cells[reference][unit].state == .notApplicable ? 0 : 1)
      }
    }
  }
}

extension LedgerReading {
  /// Leaves out the whole ledger.
  fileprivate mutating func refuse() {
    rows = LedgerRows(officeCount: rows.reports.count, office: nil)
    isRefused = true
  }
}
