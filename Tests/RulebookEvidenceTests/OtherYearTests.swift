import RulebookEvidence
import RulebookText
import Testing

/// A ledger of another year is refused as a whole, with its place and that of 年度.
@Suite struct OtherYearTests {
  private static let header = "单位,证据,数量,日期\n"

  @Test func `a ledger with all its dates in one other year is told once`() throws {
    let reading = readLedger(
      Self.header + "市发展局,投诉查实,1,2012-05-01\n市财政局,投诉查实,1,2012-06-01\n市财政局,失泄密,1,\n")
    #expect(reading.findings == ["K0662 2 日期"])
    #expect(reading.table.rowCount == 0)
    #expect(reading.hasErrors)
    #expect(reading.diagnostics.first?.related.map(\.file) == ["2013.rulebook"])
    #expect(reading.files.first { $0.name == "台账.csv" }?.isRefused == true)
  }

  @Test(arguments: [
    "市发展局,投诉查实,1,2012-05-01\n市财政局,投诉查实,1,2013-06-01\n", "市发展局,投诉查实,1,2012-05-01\n",
  ])
  func `one date beside others may be a slip`(rows: String) {
    #expect(readLedger(Self.header + rows).findings == ["K0615 2 日期"])
  }

  @Test(arguments: [
    "台账-市纪委-2012.csv", "台账2012年度.csv", "台账-市纪委（2014年）.csv", "2013/台账-2012-市纪委.csv",
  ])
  func `the name of a ledger states another year`(name: String) {
    let reading = read([(name, "单位,证据,数量\n市发展局,投诉查实,1\n")])
    #expect(reading.diagnostics.map(\.code) == [.otherYear])
    #expect(reading.table.rowCount == 0)
  }

  @Test(arguments: [
    "台账-市纪委2013.csv", "台账-市纪委2013—2014.csv", "台账-市纪委2014-01-05.csv", "台账-市纪委20140105.csv",
    "台账-市纪委2014年1月5日.csv", "2012/台账-市纪委.csv",
  ])
  func `a name that states its year or a day is left alone`(name: String) {
    let reading = read([(name, "单位,证据,数量\n市发展局,投诉查实,1\n")])
    #expect(!reading.hasErrors)
    #expect(reading.table.rowCount == 1)
  }
}
