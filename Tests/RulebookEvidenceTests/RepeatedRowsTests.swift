import RulebookEvidence
import RulebookText
import Testing

@Suite struct RepeatedRowsTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var rows: [String]
    var findings: [String] = []
    var kept: Int
    var testDescription: String { rows.joined(separator: " | ") }
  }

  static let cases: [Case] = [
    Case(rows: ["市发展局,信访工作得分,90,,,,", "市发展局,信访工作得分,91,,,,"], findings: ["K0623 3 数量"], kept: 0),
    Case(rows: ["市发展局,信访工作得分,90,,,,", "市发展局,信访工作得分,90,,,,"], findings: ["K0623 3 数量"], kept: 0),
    Case(rows: ["市发展局,信访工作得分,90,,,,", "市财政局,信访工作得分,91,,,,"], kept: 2),
    Case(rows: ["市发展局,优良天数,1,,,,", "发改,优良天数,2,,,,"], findings: ["K0623 3 数量"], kept: 0),
    Case(rows: ["市发展局,季度测评,1,2013-03-31,,,", "市发展局,季度测评,2,2013-04-01,,,"], kept: 2),
    Case(
      rows: ["市发展局,季度测评,1,2013-01-31,,,", "市发展局,季度测评,2,2013-03-01,,,"], findings: ["K0623 3 数量"], kept: 0),
    Case(rows: ["市发展局,年度要点完成率,90,,,,", "市发展局,年度要点完成率,80,,,,"], kept: 2),
    Case(rows: ["市发展局,投诉查实,1,,,,", "市发展局,投诉查实,1,,,,"], kept: 2),
    Case(rows: ["市发展局,投诉查实,1,,甲村,,", "市发展局,投诉查实,1,,甲村,,"], findings: ["K0661 3 证据"], kept: 2),
    Case(rows: ["市发展局,投诉查实,1,,甲村,,", "市发展局,投诉查实,2,,甲村,,"], kept: 2),
    Case(rows: ["市发展局,投诉查实,1,,甲村,,", "市发展局,投诉查实,1,,乙村,,"], kept: 2),
    Case(rows: ["市发展局,未建立组织,是,,,,", "市发展局,未建立组织,√,,,,"], kept: 2),
    Case(rows: ["市发展局,未建立组织,是,,,,", "市发展局,未建立组织,否,,,,"], findings: ["K0624 3 数量"], kept: 0),
    Case(rows: ["市发展局,月度达标,是,2013-01-05,,,", "市发展局,月度达标,否,2013-02-05,,,"], kept: 2),
    Case(
      rows: ["市发展局,投诉查实,1,2013-05-01,,甲字1号,", "发改,投诉查实,2,2013/5/1,,\"甲字1号\",信访局"],
      findings: ["K0620 3 填报单位"], kept: 1),
    Case(
      rows: ["市发展局,投诉查实,1,2013-05-01,,甲字1号,", "发改,投诉查实,2,2013/5/1,,\"甲字1号\","],
      findings: ["K0625 3 材料"], kept: 1),
    Case(
      rows: ["市发展局,投诉查实,1,2013-05-01,,甲字(1)号,", "市发展局,投诉查实,1,2013-05-01,,甲 字（１）\u{200B}号,"],
      findings: ["K0625 3 材料"], kept: 1),
    Case(
      rows: ["市发展局,投诉查实,1,2013-05-01,,甲字〔2013〕1号,", "市发展局,投诉查实,1,2013-05-01,,《甲字[2013]1号》。,"],
      findings: ["K0625 3 材料"], kept: 1),
    Case(rows: ["市发展局,投诉查实,1,2013-05-01,,甲字1-2号,", "市发展局,投诉查实,1,2013-05-01,,甲字12号,"], kept: 2),
    Case(rows: ["市发展局,投诉查实,1,2013-05-01,,甲字1号,", "市发展局,投诉查实,1,2013-05-02,,甲字1号,"], kept: 2),
    Case(rows: ["市发展局,投诉查实,1,2013-05-01,,甲字1号,", "市财政局,投诉查实,1,2013-05-01,,甲字1号,"], kept: 2),
    Case(rows: ["市发展局,投诉查实,1,2013-05-01,,甲字1号,", "市发展局,失泄密,1,2013-05-01,,甲字1号,"], kept: 2),
    Case(
      rows: ["市发展局,投诉查实,1,2013-05-01,,,", "市发展局,投诉查实,1,2013-05-01,,,"], findings: ["K0661 3 日期"], kept: 2),
    Case(
      rows: ["市发展局,投诉查实,1,2013-05-01,甲村,,", "发改,投诉查实,2,2013/5/1, 甲村,,"], findings: ["K0661 3 日期"], kept: 2),
    Case(
      rows: Array(repeating: "市发展局,投诉查实,1,2013-05-01,,,", count: 5), findings: ["K0661 3 日期"], kept: 5),
    Case(rows: ["市发展局,投诉查实,1,2013-05-01,甲村,,", "市发展局,投诉查实,1,2013-05-01,乙村,,"], kept: 2),
    Case(rows: ["市发展局,投诉查实,1,2013-05-01,,,", "市发展局,投诉查实,1,2013-05-01,,甲字1号,"], kept: 2),
    Case(rows: ["市发展局,投诉查实,1,,,,", "市财政局,投诉查实,1,,,,"], kept: 2),
    Case(rows: ["市发展局,年度要点完成率,90,2013-05-01,,,", "市发展局,年度要点完成率,80,2013-05-01,,,"], kept: 2),
  ]

  @Test(arguments: cases) func `rows that cannot both count are told`(_ sample: Case) {
    let rows = sample.rows.map { $0 + "\n" }.joined()
    let reading = readLedger("单位,证据,数量,日期,说明,材料,填报单位\n" + rows)
    #expect(reading.findings == sample.findings)
    #expect(reading.table.rowCount == sample.kept)
    let report = reading.files.first { $0.name == "台账.csv" }
    #expect(report?.leftOutCount == sample.rows.count - sample.kept)
  }

  @Test func `both places are shown across files`() throws {
    let header = "单位,证据,数量\n"
    let reading = read([
      ("台账甲.csv", header + "市发展局,信访工作得分,90\n"), ("台账乙.csv", header + "市发展局,信访工作得分,80\n"),
    ])
    let diagnostic = try #require(reading.diagnostics.first)
    #expect(reading.diagnostics.count == 1)
    #expect(diagnostic.primary.file == "台账甲.csv")
    #expect(diagnostic.related.map(\.file) == ["台账乙.csv"])
    #expect(reading.words(.secondValue) == "90")
    #expect(reading.files.map(\.leftOutCount) == [0, 1, 1])
  }
}
