import RulebookModel
import RulebookSyntax
import RulebookText

// Of a hundred rows of a ledger ninety-nine are as they should be, and nothing is to be said of them. These are read
// here: names are found as the bytes that stand in the cell, numbers and dates in the spellings that offices use, and
// everything is written straight into the columns of `LedgerRows`. No row is judged here. What is not as plain as all
// that (an unknown name, a full-width digit, a date in words, a quote that does not close) is handed back untouched, and
// `LedgerReader`, which knows all that can be said of a row, reads it as if this had not been.
//
// So there is one rule for whoever changes this: a row may be read here only where `LedgerReader` would read the same
// from it without a diagnostic. The tests hold both against each other, with every byte of a row changed in turn.

/// What plain rows of all ledgers of a run are read with.
struct PlainRowRules: Sendable {
  /// The units by the names that can stand in a cell as they are.
  let units: NameSlots
  /// The evidence that may be read here.
  let evidence: NameSlots
  /// For each evidence what its quantities look like.
  let quantities: [PlainQuantity]
  /// Dates of the rulebook's year.
  let dates: PlainDate
  /// Which evidence counts for which units.
  let applicability: Applicabilities
  /// For each evidence whether it is asked for a date.
  let needsDate: [Bool]
  /// For each evidence whether it is asked for a reason.
  let needsReason: [Bool]

  /// The rules of a rulebook and of the register that belongs to it; nil where no row can count.
  init?(
    _ rulebook: Rulebook, register: RegisterReading?, quantities rules: [QuantityRule],
    applicability: Applicabilities
  ) {
    guard let register else { return nil }
    units = NameSlots(
      register.allNames.flatMap { name in
        let value = register.names.value(of: name) ?? RegisterReading.unusable
        return value < 0 ? [] : Self.spellings(of: name).map { ($0, value) }
      })
    evidence = NameSlots(
      rulebook.evidence.enumerated().flatMap { index, evidence in
        evidence.isReadPlain ? Self.spellings(of: evidence.name).map { ($0, Int32(clamping: index)) } : []
      })
    quantities = rules.map { PlainQuantity($0) }
    dates = PlainDate(year: rulebook.year)
    self.applicability = applicability
    needsDate = rulebook.evidence.map { $0.period != .year }
    needsReason = rulebook.evidence.map(\.needsReason)
  }

  /// A name as it is written, and with its width folded; none where it is that of a column.
  private static func spellings(of name: String) -> [[UInt8]] {
    LedgerColumn.allCases.contains { $0.name == name } ? [] : [Array(name.utf8), FoldedName(name).bytes]
  }
}

extension Evidence {
  /// Whether its rows say no more than who, how much and when.
  fileprivate var isReadPlain: Bool {
    definition == nil && !needsLevel && !needsMatter && periodicItem == nil
  }
}

/// Reads the plain rows of one ledger.
struct PlainRows {
  private let rules: PlainRowRules
  /// For each evidence whether the office the file is named for assesses it.
  private let isAuthorised: [Bool]
  private let unit: Int
  private let evidence: Int
  /// The columns that a ledger may lack; -1 where it does.
  private let quantity: Int
  private let date: Int
  private let reason: Int
  private let material: Int
  /// The columns in which a plain row has nothing.
  private let blank: [Int]
  private var splitter: RowSplitter

  /// A reader of the ledger of `office`; nil where no row of the ledger is plain.
  init?(_ rules: PlainRowRules?, _ table: CSVTable, office: Int?, of rulebook: Rulebook) {
    let places = table.columns.places
    guard let rules, let office,
      let unit = places[LedgerColumn.unit.rawValue], let evidence = places[LedgerColumn.evidence.rawValue],
      let splitter = RowSplitter(delimiter: table.dialect.delimiter, width: table.columns.width),
      !table.source.bytes.span.holdsMark(from: table.reader.position)
    else { return nil }
    self.rules = rules
    isAuthorised = rulebook.evidence.map { $0.assessors.contains(office) }
    (self.unit, self.evidence) = (unit, evidence)
    quantity = places[LedgerColumn.quantity.rawValue] ?? -1
    date = places[LedgerColumn.date.rawValue] ?? -1
    reason = places[LedgerColumn.reason.rawValue] ?? -1
    material = places[LedgerColumn.material.rawValue] ?? -1
    blank = [LedgerColumn.reporter, .level, .matter].compactMap { places[$0.rawValue] }
    self.splitter = splitter
  }

  /// Reads the rows that come next in `table` into `rows`, up to one that is not plain.
  mutating func read(_ table: inout CSVTable, into rows: inout LedgerRows) {
    let source = table.source.bytes
    let bytes = source.span
    let before = rows.count
    var position = table.reader.position
    var ends = CSVReader.LineEnds()
    while let next = splitter.readRow(bytes, from: position), readRow(bytes, at: position, source, &rows) {
      if splitter.endsWithCRLF { ends.crlf = true } else { ends.lf = true }
      position = next
    }
    rows.plainCount += rows.count - before
    table.pass(rows.count - before, to: position, ends)
  }

  /// Reads the row that was parted last; `false` where it is not plain.
  @inline(__always)
  private mutating func readRow(
    _ bytes: Swift.Span<UInt8>, at start: Int, _ source: [UInt8], _ rows: inout LedgerRows
  ) -> Bool {
    guard let unitKey = key(unit, bytes), let evidenceKey = key(evidence, bytes) else { return false }
    let unit = rules.units.value(of: unitKey)
    let evidence = Int(rules.evidence.value(of: evidenceKey))
    guard unit >= 0, evidence >= 0, isAuthorised[evidence],
      rules.applicability.holds(evidence: evidence, unit: Int(unit)),
      let number = readQuantity(of: evidence, bytes), let date = readDate(of: evidence, bytes),
      hasReason(evidence, bytes), blank.allSatisfy({ splitter.starts[$0] == splitter.ends[$0] })
    else { return false }
    rows.noteIncident(
      month: date.month, day: date.day, material: words(in: material, source),
      reason: words(in: reason, source))
    rows.units.append(unit)
    rows.evidence.append(Int32(truncatingIfNeeded: evidence))
    rows.mantissas.append(number.mantissa)
    rows.scales.append(number.scale)
    rows.months.append(date.month)
    rows.offsets.append(UInt32(clamping: start))
    return true
  }

  /// The name in a cell without quotes.
  @inline(__always)
  private func key(_ column: Int, _ bytes: Swift.Span<UInt8>) -> NameKey? {
    NameKey(bytes, splitter.starts[column]..<splitter.ends[column])
  }

  @inline(__always)
  private func readQuantity(of evidence: Int, _ bytes: Swift.Span<UInt8>) -> (mantissa: Int64, scale: UInt8)?
  {
    let range = quantity < 0 ? (0, 0) : (splitter.starts[quantity], splitter.ends[quantity])
    return rules.quantities[evidence].read(bytes, range.0, range.1)
  }

  @inline(__always)
  private func readDate(of evidence: Int, _ bytes: Swift.Span<UInt8>) -> (month: UInt8, day: UInt8)? {
    guard date >= 0, splitter.starts[date] < splitter.ends[date] else {
      return rules.needsDate[evidence] ? nil : (0, 0)
    }
    return rules.dates.read(bytes, splitter.starts[date], splitter.ends[date])
  }

  /// Whether the row gives a reason where one is asked for; one that begins with a blank is not looked at here.
  @inline(__always)
  private func hasReason(_ evidence: Int, _ bytes: Swift.Span<UInt8>) -> Bool {
    guard rules.needsReason[evidence] else { return true }
    guard reason >= 0, splitter.starts[reason] < splitter.ends[reason] else { return false }
    let first = bytes[splitter.starts[reason]]
    return first > 0x20 && first != 0xC2 && first != 0xE2 && first != 0xE3
  }

  /// Where the words of a cell stand, outer spaces left out; empty where there are none.
  private func words(in column: Int, _ source: [UInt8]) -> Range<Int> {
    guard column >= 0, splitter.starts[column] < splitter.ends[column] else { return 0..<0 }
    return source.trimmingSpaces(splitter.starts[column]..<splitter.ends[column])
  }
}

extension Swift.Span<UInt8> {
  /// Whether U+FEFF stands anywhere from `start` on.
  fileprivate func holdsMark(from start: Int) -> Bool {
    var position = start
    let (first, second, third) = (ByteSign(0xEF), ByteSign(0xBB), ByteSign(0xBF))
    while position + 18 <= count {
      let marks =
        first.places(in: block(at: position)) .& second.places(in: block(at: position + 1))
        .& third.places(in: block(at: position + 2))
      let (low, high) = marks.halves
      if low | high != 0 { return true }
      position += 16
    }
    while position + 3 <= count {
      if self[position] == 0xEF, self[position + 1] == 0xBB, self[position + 2] == 0xBF { return true }
      position += 1
    }
    return false
  }
}
