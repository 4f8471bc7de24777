import RulebookEvidence
import RulebookModel
import RulebookSyntax
import RulebookText
import Testing

@Suite struct LedgerRowTests {
  /// Row, findings.
  static let bad: [(String, [String])] = [
    (",投诉查实,1,,,,", ["K0605 2 单位"]), ("市发展局,,1,,,,", ["K0605 2 证据"]), ("市发改局,投诉查实,1,,,,", ["K0702 2 单位"]),
    ("市发展局,投诉察实,1,,,,", ["K0619 2 证据"]), ("市发展\u{200B}局,投诉查实,1,,,,", ["K0706 2 单位"]),
    ("市发展局,投诉\u{202E}查实,1,,,,", ["K0635 2 证据"]), ("市发展局,投诉查实,1,,,,信访局", ["K0620 2 填报单位"]),
    ("市发展局,投诉查实,1,,,,纪委", ["K0620 2 填报单位"]),
    ("某局,某证据,1,,,,", ["K0702 2 单位", "K0619 2 证据"]),
    ("某局,信息报送,x,2013-02-30,,,某办", ["K0702 2 单位", "K0620 2 填报单位", "K0608 2 数量", "K0614 2 日期"]),
    ("市财政局,工业竞赛得分,90,,,,", ["K0622 2 证据"]),
    ("全体,投诉查实,1,,,,", ["K0702 2 单位"]),
  ]

  @Test(arguments: bad) func `everything wrong with a row is told at once`(row: String, findings: [String]) {
    let reading = readRows(row)
    #expect(reading.findings == findings)
    #expect(reading.rows == [])
  }

  @Test func `near names are offered, never taken`() throws {
    let reading = readRows("市发张局,投诉察实,1,,,,")
    #expect(reading.diagnostics.map(\.code) == [.unknownUnit, .unknownEvidence])
    #expect(reading.diagnostics.first?.remedy.contains("“市发展局”") == true)
    #expect(reading.diagnostics.last?.remedy.contains("“投诉查实”") == true)
    #expect(reading.diagnostics.allSatisfy { $0.fixes.isEmpty })
  }

  @Test func `a row that does not apply is kept out with a warning`() {
    let reading = readRows("市财政局,工业竞赛得分,90,,,,", "市发展局,工业竞赛得分,90,,,,")
    #expect(reading.diagnostics.map(\.severity) == [.warning])
    #expect(reading.rows == ["市发展局 工业竞赛得分 90"])
    #expect(reading.files.first { $0.name == "台账.csv" }?.notApplicableCount == 1)
    #expect(reading.files.first { $0.name == "台账.csv" }?.leftOutCount == 0)
  }

  @Test func `bad rows are left out and counted, the others stay`() {
    let reading = readRows("市发展局,投诉查实,2,,,,", "市发展局,投诉查实,x,,,,", "市财政局,投诉查实,3,,,,")
    #expect(reading.rows == ["市发展局 投诉查实 2", "市财政局 投诉查实 3"])
    #expect(reading.files.first { $0.name == "台账.csv" }?.rowCount == 3)
    #expect(reading.files.first { $0.name == "台账.csv" }?.leftOutCount == 1)
  }

  @Test func `the place is the cell`() {
    let reading = readRows("市发展局,投诉查实, x ,,,,")
    #expect(reading.words(.numberText) == " x ")
    #expect(readLedger("单位,证据,数量\n\"市\n发展局\",投诉查实,x\n").findings == ["K0702 2 单位", "K0608 3 数量"])
  }

  @Test func `long names keep titles short`() {
    let name = String(repeating: "很长的名称", count: 6)
    let codes = readRows(
      "\(name),投诉查实,1,,,,", "市发展局,\(name),1,,,,", "市发展局,投诉查实,\(name),\(name),,,\(name)",
      "市发展局,投诉查实,2\(name),,,,", "市发展局,未建立组织,\(name),,,,"
    ).diagnostics.map(\.code.rawValue)
    #expect(codes == ["K0702", "K0619", "K0620", "K0608", "K0614", "K0612", "K0607"])
  }

  @Test func `details repeat the words of the ledger`() {
    let text =
      "\u{FEFF}单位,证据,数量,日期,说明,材料,填报单位\r\n市发展局,投诉查实,2起,5月1日,\"说\r\n\"\"明\"\"\",'=甲,市纪委\r\n市财政局,投诉查实,,,,,\r\n"
    let table = readLedger(text).table
    #expect(
      table.details(ofRow: 0)
        == RowDetails(
          file: "台账.csv", line: 2, date: "5月1日", quantity: "2起", reason: "说\r\n\"明\"", material: "=甲",
          reporter: "市纪委"))
    #expect(
      table.details(ofRow: 1)
        == RowDetails(
          file: "台账.csv", line: 4, date: "", quantity: "", reason: "", material: "", reporter: ""))
  }
}

@Suite struct ReportedOfficeTests {
  private let row = "单位,证据,数量,填报单位\n"

  private func offices(_ reading: EvidenceReading) -> [String] {
    zip(Sample.offices, reading.table.hasReported).compactMap { $1 ? $0 : nil }
  }

  @Test func `a file named for an office reports, even without rows`() {
    #expect(offices(read([("台账-信访局.csv", row)])) == ["信访局"])
    #expect(offices(read([("台账.csv", row)])) == [])
  }

  @Test func `a row reports for 填报单位, or for the only office that assesses it`() {
    #expect(offices(read([("台账.csv", row + "市发展局,满意率,90,\n")])) == [])
    #expect(offices(read([("台账.csv", row + "市发展局,满意率,90,市委办\n")])) == ["市委办"])
    #expect(offices(read([("台账.csv", row + "市发展局,投诉查实,1,\n")])) == ["市纪委"])
  }

  @Test func `a row in the ledger of an office is a report of nobody else`() {
    #expect(offices(read([("台账-信访局.csv", row + "市发展局,满意率,90,\n")])) == ["信访局"])
    #expect(offices(read([("台账-信访局.csv", row + "市发展局,满意率,90,市委办\n")])) == ["信访局"])
  }

  @Test func `offices that count by rows alone are noted, one note a file`() {
    let rows = "市发展局,投诉查实,1,\n市发展局,议案办理扣分,0.2,\n市发展局,信访工作得分,90,\n"
    let text = "单位,证据,数量,填报单位,说明\n" + rows.split(separator: "\n").map { $0 + ",迟交\n" }.joined()
    let reading = read([("台账.csv", text)])
    #expect(reading.diagnostics.map(\.code) == [.reportedByRows])
    #expect(reading.diagnostics.first?.title == "“市纪委”、“人大办”没有自己的台账")
    #expect(read([("台账.csv", text), ("台账-市纪委.csv", row), ("台账-人大办.csv", row)]).diagnostics.isEmpty)
  }

  @Test func `rows that are no report of their office are noted`() {
    let pairs =
      Sample.evidence + [Evidence(name: "提案未办", kind: .count, combination: .sum, assessors: [0, 3])]
    let rulebook = Sample.rulebook(evidence: pairs)
    let other = read([("台账-市纪委.csv", row + "市发展局,提案未办,1,人大办\n")], rulebook: rulebook)
    #expect(other.diagnostics.map(\.code) == [.rowIsNoReport])
    #expect(other.diagnostics.first?.title == "“人大办”还不算已报")
    let nobody = read([("台账.csv", row + "市发展局,提案未办,1,\n")], rulebook: rulebook)
    #expect(nobody.diagnostics.first?.title == "“市纪委”、“人大办”还不算已报")
    #expect(offices(nobody) == [])
    #expect(nobody.table.rowCount == 1)
  }

  @Test func `a ledger with a row left out reports nothing`() {
    let text = row + "市发展局,未建立组织,是,\n市发展局,未建立组织,否,\n"
    #expect(offices(read([("台账-市纪委.csv", text)])) == [])
  }

  @Test func `a row with an error reports nothing`() {
    #expect(offices(read([("台账.csv", row + "市发展局,满意率,x,\n")])) == [])
    #expect(offices(read([("台账.csv", row + "市财政局,工业竞赛得分,90,\n")])) == ["市委办"])
  }

  @Test func `an office reports only what it assesses`() {
    let reading = read([("台账-信访局.csv", row + "市发展局,投诉查实,1,\n市发展局,信访工作得分,90,市纪委\n")])
    #expect(reading.findings == ["K0620 2 证据", "K0620 3 填报单位"])
    #expect(reading.rows == [])
  }

  @Test func `two names of one office are one message, however many rows it costs`() {
    let evidence = [
      Evidence(name: "文明检查", kind: .count, combination: .sum, assessors: [0]),
      Evidence(name: "文明创建", kind: .count, combination: .sum, assessors: [1]),
      Evidence(name: "议案", kind: .count, combination: .sum, assessors: [2]),
    ]
    var rulebook = Sample.rulebook(evidence: evidence)
    rulebook.offices = ["文明办", "市文明办", "人才办", "人大办", "环保局"]
    let rows = "市发展局,文明创建,1,\n市发展局,文明检查,1,\n市财政局,文明检查,2,\n"
    let reading = read([("台账-市文明办.csv", row + rows)], rulebook: rulebook)
    #expect(reading.diagnostics.map(\.code) == [.officeWithoutAuthority])
    #expect(reading.diagnostics.first?.title == "“文明办”像是“市文明办”")
    #expect(reading.diagnostics.first?.basis.contains("共 2 行") == true)
    #expect(reading.table.rowCount == 1)
    let other = read([("台账-人大办.csv", row + "市发展局,议案,1,\n市财政局,议案,1,\n")], rulebook: rulebook)
    #expect(other.diagnostics.map(\.title) == ["“议案”不由“人大办”考核", "“议案”不由“人大办”考核"])
  }

  @Test func `a file named for nobody known is noted, and its rows count`() {
    let reading = read([("台账-信仿局.csv", row + "市发展局,投诉查实,1,\n")])
    #expect(reading.diagnostics.map(\.code) == [.unknownFileOffice])
    #expect(reading.diagnostics.first?.severity == .note)
    #expect(reading.diagnostics.first?.remedy.contains("“信访局”") == true)
    #expect(reading.rows == ["市发展局 投诉查实 1"])
    #expect(offices(reading) == ["市纪委"])
  }
}
