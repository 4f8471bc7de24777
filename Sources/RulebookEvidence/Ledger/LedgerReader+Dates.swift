import RulebookModel
import RulebookSyntax
import RulebookText

extension LedgerReader {
  /// The date of the row; nil after an error.
  mutating func readDate(for evidence: Int) -> RowDate? {
    guard let cell = table.cell(.date) else { return noDate(for: evidence) }
    let content = table.source.bytes.trimmingSpaces(cell.content)
    switch DateText.read(table.source.bytes, content) {
    case .blank:
      return noDate(for: evidence)
    case .date(let date):
      return checkYear(of: date, cell)
    case .withoutYear(let month, let day):
      return complete(month: month, day: day, cell)
    case .serial(let serial):
      return convert(serial, cell)
    case .unreadable(let reason):
      let words = table.source.bytes.text(of: cell)
      diagnostics.append(.dateText(words, reason: reason, at: table.label(.date)))
      return nil
    }
  }

  private mutating func noDate(for evidence: Int) -> RowDate? {
    let evidence = context.rulebook.evidence[evidence]
    guard evidence.period != .year else { return RowDate(month: 0, day: 0) }
    diagnostics.append(
      .missingDate(
        evidence: evidence.name, period: evidence.period.rawValue, year: context.rulebook.year,
        at: table.label(.date)))
    return nil
  }

  private mutating func checkYear(of date: CivilDate, _ cell: CSVCell) -> RowDate? {
    if date.year == context.rulebook.year { return RowDate(date) }
    otherYears.append(date.year)
    diagnostics.append(
      .dateOutsideYear(
        table.source.bytes.text(of: cell), year: context.rulebook.year, at: table.label(.date)))
    return nil
  }

  private mutating func complete(month: Int, day: Int, _ cell: CSVCell) -> RowDate? {
    let words = table.source.bytes.text(of: cell)
    guard let date = CivilDate(year: context.rulebook.year, month: month, day: day) else {
      diagnostics.append(.dateText(words, reason: "日历上没有这一天", at: table.label(.date)))
      return nil
    }
    if datesTold.insert(.withoutYear).inserted {
      diagnostics.append(.dateWithoutYear(words, readAs: date.text, at: table.label(.date)))
    }
    return RowDate(date)
  }

  private mutating func convert(_ serial: Int, _ cell: CSVCell) -> RowDate? {
    let words = table.source.bytes.text(of: cell)
    guard let date = CivilDate(serial: serial) else { return nil }
    if date.year == context.rulebook.year {
      if datesTold.insert(.serial).inserted {
        diagnostics.append(.serialDate(words, readAs: date.text, at: table.label(.date)))
      }
      return RowDate(date)
    }
    // Files of the 1904 system count from a day 1,462 days later.
    if let shifted = CivilDate(serial: serial + 1_462), shifted.year == context.rulebook.year {
      diagnostics.append(
        .shiftedDate(words, readAs: date.text, from1904: shifted.text, at: table.label(.date)))
      return nil
    }
    return checkYear(of: date, cell)
  }
}

// Ledgers of another year.
extension LedgerReader {
  /// Where every date of the ledger lies in another year: that, and nothing of the single dates.
  mutating func refuseOtherYear() -> Bool {
    let rulebook = context.rulebook
    guard otherYears.count > 1, let found = otherYears.first, !hasDateInYear,
      otherYears.allSatisfy({ $0 == found }),
      let first = diagnostics.kept.first(where: { $0.code == .dateOutsideYear })
    else { return false }
    diagnostics.removeAll(of: .dateOutsideYear)
    diagnostics.append(
      .ledgerOfOtherYear(
        found, year: rulebook.year, dates: otherYears.count, at: first.primary, rule: rulebook.yearLabel))
    return true
  }
}

extension Rulebook {
  /// Where it states its year.
  var yearLabel: Label { Label(file: source.name, range: yearPlace) }
}

/// The part of a row's date that matters: it lies in the rulebook's year.
struct RowDate {
  /// 1…12; 0 where the row has no date.
  var month: UInt8
  /// 1…31; 0 where the row has no date.
  var day: UInt8

  init(month: UInt8, day: UInt8) {
    self.month = month
    self.day = day
  }

  init(_ date: CivilDate) {
    self.init(month: UInt8(clamping: date.month), day: UInt8(clamping: date.day))
  }
}
