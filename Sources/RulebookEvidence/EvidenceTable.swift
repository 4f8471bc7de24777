public import RulebookModel
public import RulebookText

/// All evidence of a run: the register, and the rows of every ledger as columns.
///
/// Rows stand in the order of the files (by the bytes of their names), then of the lines; in which order the
/// files were handed over shows nowhere.
public struct EvidenceTable: Sendable {
  /// The units and what is known of each.
  public internal(set) var register: Register
  /// Index of the unit of each row, into `register.units`.
  public internal(set) var units: [Int32] = []
  /// Index of the evidence of each row, into `Rulebook.evidence`.
  public internal(set) var evidence: [Int32] = []
  /// The number of each row without its decimal point, exactly as written; 1 or 0 for 是 or 否.
  public internal(set) var mantissas: [Int64] = []
  /// How many digits of the number of each row stand behind its decimal point, 0…18.
  public internal(set) var scales: [UInt8] = []
  /// The month of each row, 1…12; 0 where it has no date.
  public internal(set) var months: [UInt8] = []
  /// The level of each row, from 1; 0 where it has none. Shorter than the table where no later row has one.
  private var levels: [UInt8] = []
  /// The 事项 of each row; -1 where it has none. Shorter than the table where no later row has one.
  private var matters: [Int32] = []
  /// Numbers of the names of matters, width folded.
  private var matterNumbers = NameIndex()
  /// Index of the file of each row, into `sources`.
  public internal(set) var files: [UInt16] = []
  /// Where each row starts in its file, in bytes of its UTF-8 text.
  public internal(set) var offsets: [UInt32] = []
  /// For each office of the rulebook whether it has reported, if only that nothing happened.
  public internal(set) var hasReported: [Bool]
  /// The months for which offices have reported what 按月考核 asks of them; `nil` where an office that has reported has
  /// done so for every month.
  public internal(set) var reportedMonths: Set<ReportedMonth>?
  /// The units that 按月考核 leaves out in some months.
  public internal(set) var exemptions: [Exemption] = []
  /// For each of `Rulebook.references` what is set for each unit.
  public internal(set) var references: [[ReferenceCell]] = []
  /// The texts of the files in which those figures stand.
  public internal(set) var figureSources: [SourceText] = []
  /// The texts of the ledgers, by the bytes of their names.
  public internal(set) var sources: [SourceText] = []
  /// For each of `sources` where it keeps what; nil where nothing in it can be used.
  var layouts: [LedgerLayout?] = []

  /// A table without rows.
  init(register: Register, officeCount: Int) {
    self.register = register
    hasReported = Array(repeating: false, count: officeCount)
  }

  /// How many rows there are.
  public var rowCount: Int { units.count }

  /// The level of a row, an index into `Evidence.levels`; nil where it has none.
  public func level(ofRow row: Int) -> Int? {
    row < levels.count && levels[row] > 0 ? Int(levels[row]) - 1 : nil
  }

  /// The 事项 of a row, a number for each name; nil where it has none.
  public func matter(ofRow row: Int) -> Int? {
    row < matters.count && matters[row] >= 0 ? Int(matters[row]) : nil
  }
}

/// A month for which an office has reported what an item of 按月考核 asks of it, if only that nothing happened.
public struct ReportedMonth: Sendable, Hashable {
  /// Index of the office, into `Rulebook.offices`.
  public var office: Int
  /// Index of the item, into `Rulebook.items`.
  public var item: Int
  /// 1…12.
  public var month: Int

  /// An office, an item and a month.
  public init(office: Int, item: Int, month: Int) {
    self.office = office
    self.item = item
    self.month = month
  }
}

/// A row with `/` for its quantity: the unit is not assessed in that month by the item of 按月考核 that the evidence is
/// reported for.
public struct Exemption: Sendable, Hashable {
  /// Index of the unit, into the register.
  public var unit: Int
  /// Index of the evidence, into `Rulebook.evidence`.
  public var evidence: Int
  /// 1…12.
  public var month: Int
  /// Index of the file it stands in.
  var file = 0
  /// Where its row starts in that file.
  var offset = 0

  /// A unit, an evidence and a month.
  public init(unit: Int, evidence: Int, month: Int) {
    self.unit = unit
    self.evidence = evidence
    self.month = month
  }
}

extension EvidenceTable {
  /// What the ledger says in `row`, read from the file once more.
  ///
  /// - Complexity: in proportion to the length of the file, whose lines are counted.
  public func details(ofRow row: Int) -> RowDetails {
    let source = sources[Int(files[row])]
    let offset = Int(offsets[row])
    let cells = cells(ofRow: row)
    let text: (LedgerColumn) -> String = { column in
      cells[column.rawValue].map { source.bytes.text(of: $0) } ?? ""
    }
    return RowDetails(
      file: source.name, line: source.bytes[..<offset].count { $0 == 0x0A } + 1, date: text(.date),
      quantity: text(.quantity), reason: text(.reason), material: text(.material), reporter: text(.reporter),
      level: text(.level), matter: text(.matter))
  }

  /// Where 指标表 sets a figure for a unit: the name of the file as shown, and the line; nil where it does not.
  ///
  /// - Complexity: in proportion to the length of the file, whose lines are counted.
  public func place(ofReference reference: Int, unit: Int) -> (file: String, line: Int)? {
    let cell = references[reference][unit]
    guard let file = cell.file else { return nil }
    let source = figureSources[file]
    return (source.name, source.bytes[..<cell.offset].count { $0 == 0x0A } + 1)
  }

  /// The same evidence with figures that are missing where nobody has said anything of them, and the answers of the
  /// register that follow from them.
  public func completed(for rulebook: Rulebook) -> EvidenceTable {
    var completed = self
    let known = references.count
    for _ in rulebook.references.indices.dropFirst(known) {
      completed.references.append(register.units.map { _ in ReferenceCell(.missing) })
    }
    for unit in register.units.indices {
      let answered = register.answers[unit].count
      for attribute in rulebook.attributes.dropFirst(answered) {
        let state = attribute.reference.map { completed.references[$0][unit].state }
        completed.register.answers[unit].append(state == .notApplicable ? 0 : 1)
      }
    }
    return completed
  }

  /// The cells of `row`, one for each `LedgerColumn`.
  func cells(ofRow row: Int) -> [CSVCell?] {
    let file = Int(files[row])
    guard let layout = layouts[file] else { return LedgerColumn.allCases.map { _ in nil } }
    return layout.cells(ofRowAt: Int(offsets[row]), in: sources[file].bytes)
  }

  /// A label on the cell of `row` in `column`.
  func label(ofRow row: Int, _ column: LedgerColumn) -> Label {
    let offset = Int(offsets[row])
    let place = cells(ofRow: row)[column.rawValue]?.place ?? TextRange(offset, offset)
    return Label(file: sources[Int(files[row])].name, range: place, text: "“\(column.name)”一列")
  }

  /// A label on the quantity of a row that is an exemption.
  func label(of exemption: Exemption) -> Label {
    let place = layouts[exemption.file]?.cells(ofRowAt: exemption.offset, in: sources[exemption.file].bytes)[
      LedgerColumn.quantity.rawValue]?.place
    return Label(
      file: sources[exemption.file].name, range: place ?? TextRange(exemption.offset, exemption.offset),
      text: "“数量”一列")
  }

  /// Sets the level, from 1, and the folded name of the 事项 of a row, 0 and nothing where it has none.
  mutating func setMark(ofRow row: Int, level: UInt8, matter: [UInt8]) {
    if level > 0 {
      levels += repeatElement(0, count: max(0, row + 1 - levels.count))
      levels[row] = level
    }
    if !matter.isEmpty {
      matters += repeatElement(-1, count: max(0, row + 1 - matters.count))
      matters[row] = matterNumbers.insert(matter, value: Int32(clamping: matterNumbers.count))
    }
  }

  /// Adds the rows of a ledger, the next in order.
  mutating func append(_ reading: LedgerReading, from source: SourceText) {
    let file = UInt16(clamping: sources.count)
    sources.append(source)
    layouts.append(reading.layout)
    units += reading.rows.units
    evidence += reading.rows.evidence
    mantissas += reading.rows.mantissas
    scales += reading.rows.scales
    months += reading.rows.months
    for mark in reading.rows.marks {
      setMark(ofRow: units.count - reading.rows.count + mark.row, level: mark.level, matter: mark.matter)
    }
    offsets += reading.rows.offsets
    exemptions += reading.rows.exemptions.map { exemption in
      var exemption = exemption
      exemption.file = Int(file)
      return exemption
    }
    files += repeatElement(file, count: reading.rows.count)
  }

  /// Keeps only the rows for which `isKept` holds.
  mutating func keepRows(_ isKept: [Bool]) {
    units = units.selected(by: isKept)
    evidence = evidence.selected(by: isKept)
    mantissas = mantissas.selected(by: isKept)
    scales = scales.selected(by: isKept)
    months = months.selected(by: isKept)
    levels = levels.selected(by: isKept)
    matters = matters.selected(by: isKept)
    files = files.selected(by: isKept)
    offsets = offsets.selected(by: isKept)
  }
}

extension Array {
  /// The elements whose place in `isKept` holds true.
  fileprivate func selected(by isKept: [Bool]) -> [Element] {
    zip(self, isKept).compactMap { element, isKept in isKept ? element : nil }
  }
}
