import RulebookEvidence
import RulebookText
import Testing

@Suite struct DateTests {
  /// Date as written, month read.
  static let good: [(String, String)] = [
    ("2013-05-01", "5月"), ("2013/5/1", "5月"), ("2013.5.1", "5月"), ("2013年5月1日", "5月"), ("20130501", "5月"),
    ("2013-05-01 0:00", "5月"), ("2013/5/1 13:45:30", "5月"), ("2013-05-01T08:00", "5月"),
    ("20131231 0:00", "12月"),
    ("２０１３年５月１日", "5月"), ("2013－05－01", "5月"), (" 2013 年 5 月 1 日 ", "5月"), ("2013年12月31号", "12月"),
    ("2013-1-1", "1月"), ("2013-02-28", "2月"),
  ]

  /// Date as written, code.
  static let bad: [(String, String)] = [
    ("2013-02-29", "K0614"), ("2013-13-01", "K0614"), ("2013-00-01", "K0614"), ("2013-04-31", "K0614"),
    ("20130230", "K0614"), ("1/5/13", "K0614"), ("13-5-1", "K0614"), ("5/1", "K0614"), ("2013年5月", "K0614"),
    ("2013-5", "K0614"), ("2013", "K0614"), ("2013-05/01", "K0614"), ("五月一日", "K0614"),
    ("2013-05-01x", "K0614"),
    ("2013-05-01 25:00", "K0614"), ("2013-05-01 上午", "K0614"), ("2月30日", "K0614"), ("201305011", "K0614"),
    ("2013年5月1", "K0614"), ("2013-05-01-02", "K0614"), ("?", "K0614"),
    ("2012-12-31", "K0615"), ("2014/1/1", "K0615"), ("20140101", "K0615"), ("0013-05-01", "K0615"),
    ("41274", "K0615"), ("41640", "K0615"), ("10000", "K0615"),
    ("39813", "K0618"), ("40177", "K0618"), ("", "K0616"),
  ]

  private func row(_ date: String) -> EvidenceReading { readRows("市发展局,信息报送,1,\(date),,,") }

  @Test(arguments: good) func `dates are read as offices write them`(date: String, month: String) {
    let reading = row(date)
    #expect(reading.findings == [])
    #expect(reading.rows == ["市发展局 信息报送 1 \(month)"])
  }

  @Test(arguments: bad) func `what is no day of the year is refused`(date: String, code: String) {
    let reading = row(date)
    #expect(reading.findings == ["\(code) 2 日期"])
    #expect(reading.rows == [])
  }

  @Test(arguments: [
    ("5月1日", "2013-05-01"), ("41395", "2013-05-01"), ("41275", "2013-01-01"), ("41639", "2013-12-31"),
  ])
  func `what must be guessed is told`(date: String, meant: String) throws {
    let reading = row(date)
    #expect(reading.findings == ["K0617 2 日期"])
    let diagnostic = try #require(reading.diagnostics.first)
    #expect(diagnostic.severity == .note)
    #expect(diagnostic.basis.contains(meant))
    #expect(reading.table.months == [UInt8(meant.split(separator: "-")[1]) ?? 0])
  }

  @Test func `a guess is told once a file`() {
    let rows = (1...3).map { "市发展局,信息报送,1,5月1日,,甲字\($0)号," }
    #expect(readRows(rows[0], rows[1], rows[2]).findings == ["K0617 2 日期"])
  }

  @Test func `the 1904 system is asked about`() {
    let diagnostic = row("39933").diagnostics.first
    #expect(diagnostic?.code == .shiftedDate)
    #expect(diagnostic?.basis.contains("2009-04-30") == true)
    #expect(diagnostic?.basis.contains("2013-05-01") == true)
  }

  @Test func `a date is asked for only where the period needs it`() {
    #expect(readRows("市发展局,投诉查实,1,,,,").findings == [])
    #expect(readLedger("单位,证据\n市发展局,信息报送\n").findings == ["K0616 2 日期"])
    #expect(readRows("市发展局,投诉查实,1,2012-05-01,,,").findings == ["K0615 2 日期"])
  }
}
