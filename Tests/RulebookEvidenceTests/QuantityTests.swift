import RulebookModel
import RulebookEvidence
import RulebookText
import Testing

@Suite struct QuantityTests {
  /// Evidence, quantity as written, number read.
  static let good: [(String, String, String)] = [
    ("投诉查实", "", "1"), ("投诉查实", "2", "2"), ("投诉查实", "2起", "2"), ("投诉查实", " 2 起 ", "2"), ("投诉查实", "２起", "2"),
    ("投诉查实", "0", "0"), ("投诉查实", "2.0", "2"), ("投诉查实", "007", "7"), ("失泄密", "3次", "3"), ("失泄密", "3人次", "3"),
    ("未建立组织", "", "1"), ("未建立组织", "是", "1"), ("未建立组织", "√", "1"), ("未建立组织", "✓", "1"), ("未建立组织", "✔", "1"),
    ("未建立组织", "有", "1"), ("未建立组织", "1", "1"), ("未建立组织", "Y", "1"), ("未建立组织", "否", "0"), ("未建立组织", "×", "0"),
    ("未建立组织", "✗", "0"), ("未建立组织", "无", "0"), ("未建立组织", "0", "0"), ("未建立组织", "Ｎ", "0"),
    ("信访工作得分", "95.5", "95.5"), ("信访工作得分", "100", "100"), ("信访工作得分", "0", "0"), ("信访工作得分", "９５．５分", "95.5"),
    ("年度要点完成率", "95%", "95"), ("年度要点完成率", "95％", "95"), ("年度要点完成率", "95", "95"),
    ("年度要点完成率", "112.5%", "112.5"),
    ("年度要点完成率", "0.95%", "0.95"), ("年度要点完成率", "0", "0"), ("年度要点完成率", "1%", "1"),
    ("议案办理扣分", "0.1", "0.1"), ("议案办理扣分", "0.3分", "0.3"), ("议案办理扣分", "0.50", "0.5"),
    ("会议扣分", "0", "0"), ("会议扣分", "2分", "2"), ("优良天数", "340天", "340"), ("优良天数", "-1.5", "-1.5"),
    ("优良天数", "−2", "-2"), ("招商金额", "123456789.123456789万元", "123456789.123456789"), ("满意率", "88.8%", "88.8"),
  ]

  /// Evidence, quantity as written, code, words that the remedy holds.
  static let bad: [(String, String, String, String)] = [
    ("投诉查实", "五", "K0608", "“5”"), ("投诉查实", "十二", "K0608", "“12”"), ("投诉查实", "1e3", "K0608", "数字"),
    ("投诉查实", ".5", "K0608", "“0.5”"), ("投诉查实", "5.", "K0608", "“5”"), ("投诉查实", "+5", "K0608", "“5”"),
    ("投诉查实", "—", "K0608", "删去这一行"), ("投诉查实", "无", "K0608", "删去这一行"), ("投诉查实", "/", "K0657", "适用"),
    ("投诉查实", "NaN", "K0608", "数字"), ("投诉查实", "∞", "K0608", "数字"), ("投诉查实", "0x10", "K0608", "数字"),
    ("投诉查实", "\"1,000\"", "K0608", "“1000”"), ("投诉查实", "\"1,234,567.5\"", "K0608", "“1234567.5”"),
    ("投诉查实", "1 2", "K0608", "“12”"), ("投诉查实", "1\u{2003}2", "K0608", "“12”"), ("投诉查实", "٣", "K0608", "数字"),
    ("投诉查实", "2起3", "K0608", "数字"), ("投诉查实", "约2起", "K0608", "数字"), ("投诉查实", "2件", "K0612", "“起”"),
    ("失泄密", "2万元", "K0612", "只写数字"), ("投诉查实", "-1", "K0611", "负号"), ("投诉查实", "－1", "K0611", "负号"),
    ("投诉查实", "0.5", "K0611", "整数"), ("投诉查实", "99999999999999999999", "K0608", "多写"),
    ("未建立组织", "?", "K0607", "是"), ("未建立组织", "？", "K0607", "是"), ("未建立组织", "2", "K0607", "是"),
    ("未建立组织", "完成", "K0607", "是"), ("信访工作得分", "", "K0610", "95.5"), ("信访工作得分", "100.01", "K0611", "100"),
    ("信访工作得分", "-1", "K0611", "负号"), ("信访工作得分", "95%", "K0612", "分"), ("年度要点完成率", "", "K0610", "95%"),
    ("年度要点完成率", "-5%", "K0611", "负号"), ("年度要点完成率", "95分", "K0612", "%"), ("议案办理扣分", "", "K0610", "0.3"),
    ("议案办理扣分", "0.09", "K0611", "0.1"), ("议案办理扣分", "0.51", "K0611", "0.5"), ("议案办理扣分", "-0.3", "K0611", "负号"),
    ("会议扣分", "2.01", "K0611", "2"), ("优良天数", "", "K0610", "12.5"), ("优良天数", "340个", "K0612", "“天”"),
    ("招商金额", "5亿元", "K0612", "“万元”"), ("优良天数", "0.1234567890123456789", "K0608", "多写"),
  ]

  private func row(_ evidence: String, _ quantity: String) -> EvidenceReading {
    readRows("市发展局,\(evidence),\(quantity),2013-05-01,事由,,")
  }

  @Test(arguments: good) func `a quantity is kept exactly`(evidence: String, quantity: String, number: String)
  {
    let reading = row(evidence, quantity)
    #expect(reading.findings == [])
    #expect(reading.rows.map { $0.split(separator: " ").dropFirst(2).first.map(String.init) } == [number])
  }

  @Test(arguments: bad)
  func `what is no quantity is refused with what to write`(
    evidence: String, quantity: String, code: String, advice: String
  ) throws {
    let reading = row(evidence, quantity)
    #expect(reading.findings == ["\(code) 2 数量"])
    #expect(reading.rows == [])
    let diagnostic = try #require(reading.diagnostics.first)
    #expect(diagnostic.remedy.contains(advice), "\(diagnostic.remedy)")
    #expect(reading.words(diagnostic.code) == quantity)
  }

  @Test func `a percentage below one is questioned and taken as written`() throws {
    let reading = row("年度要点完成率", "0.95")
    #expect(reading.findings == ["K0609 2 数量"])
    #expect(reading.diagnostics.first?.severity == .warning)
    #expect(reading.diagnostics.first?.title == "是 0.95% 还是 95%？")
    #expect(row("年度要点完成率", "1").diagnostics.first?.title == "是 1% 还是 100%？")
    #expect(reading.table.mantissas == [95])
    #expect(reading.table.scales == [2])
  }

  @Test func `a mark of at most 1 out of 100 is questioned`() {
    for (quantity, title) in [("0.95", "是 0.95 分还是 95 分？"), ("1", "是 1 分还是 100 分？")] {
      let reading = readRows("市发展局,信访工作得分,\(quantity),,,,")
      #expect(reading.findings == ["K0609 2 数量"])
      #expect(reading.diagnostics.first?.title == title)
      #expect(reading.diagnostics.first?.severity == .warning)
      #expect(reading.table.rowCount == 1)
    }
    for quantity in ["0.95分", "0", "1.5", "95"] {
      #expect(readRows("市发展局,信访工作得分,\(quantity),,,,").findings == [])
    }
    #expect(readRows("市发展局,季度测评,0.95,2013-03-01,,,").findings == [])
  }

  @Test func `an amount set by the assessor needs its reason`() {
    #expect(readRows("市发展局,议案办理扣分,0.3,,,,").findings == ["K0613 2 说明"])
    #expect(readRows("市发展局,会议扣分,0.3,,,,").findings == [])
  }

  @Test func `further count words come from the rulebook`() {
    let ledger = [(name: "台账.csv", text: "单位,证据,数量\n市发展局,失泄密,2摊\n")]
    #expect(read(ledger).findings == ["K0612 2 数量"])
    var rulebook = Sample.rulebook()
    rulebook.measureWords = ["摊"]
    #expect(read(ledger, rulebook: rulebook).findings == [])
  }

  @Test func `a ledger without the column counts as blank`() {
    let reading = readLedger("单位,证据\n市发展局,投诉查实\n市发展局,信访工作得分\n")
    #expect(reading.rows == ["市发展局 投诉查实 1"])
    #expect(reading.findings == ["K0610 3 数量"])
  }
}
