import RulebookEvidence
import RulebookReports
import Testing

@testable import RulebookReports

@Suite struct ScoreCSVTests {
  @Test func `a spreadsheet opens it as it is`() throws {
    #expect(
      try ScoreCSV(Sample.sheet()).text == """
        \u{FEFF}名次,单位,总分,一、日常工作,二、安全,说明\r
        1,丙局,9.31,9.31,0.00,\r
        2,乙局,7.02,9.02,-2.00,\r
        3,甲局,6.90,6.90,0.00,\r

        """)
  }

  @Test func `missing evidence is an interval and is named`() throws {
    #expect(
      try ScoreCSV(Sample.sheet(Sample.partial)).text == """
        \u{FEFF}名次,单位,总分,一、日常工作,二、安全,说明\r
        ,丙局,7.31至9.31,9.31,'-2.00至0.00,缺：安监局·事故\r
        ,乙局,7.02至9.02,9.02,'-2.00至0.00,缺：安监局·事故\r
        ,甲局,4.90至6.90,6.90,'-2.00至0.00,缺：安监局·事故\r

        """)
  }

  @Test func `what was left out is a line of its own`() throws {
    let sheet = try Sample.sheet(units: [0], omissions: [.init(file: "台账-a.csv", rows: 2, total: 5)])
    #expect(
      ScoreCSV(sheet).text.hasSuffix("3,甲局,6.90,6.90,0.00,\r\n,（注）,,,,台账-a.csv 有 2 行没有计入\r\n"))
  }

  @Test(arguments: [
    ("市财政局", "市财政局"), ("=1+1", "'=1+1"), ("+甲", "'+甲"), ("-甲", "'-甲"), ("@甲", "'@甲"),
    ("＝甲", "'＝甲"), ("＋甲", "'＋甲"), ("－甲", "'－甲"), ("＠甲", "'＠甲"), ("\t甲", "\"'\t甲\""),
    ("\r甲", "\"'\r甲\""), ("\n甲", "\"'\n甲\""), ("甲,乙", "\"甲,乙\""), ("甲\"乙\"", "\"甲\"\"乙\"\"\""),
    ("=\"甲\"", "\"'=\"\"甲\"\"\""), ("甲\n乙", "\"甲\n乙\""), ("\r\n甲", "\"'\r\n甲\""), ("甲=1", "甲=1"), ("", ""),
  ])
  func `no cell of text becomes a formula or breaks its row`(text: String, cell: String) {
    #expect(Array(CSVText.guarded(text).utf8) == Array(cell.utf8))
  }

  @Test func `without 保留 no cell is a bare fraction`() throws {
    let thirds = Sample.rulebook.replacing("【保留：总分2位小数】\n", with: "").replacing("【满分：100分】", with: "【满分：90分】")
    let files = Sample.complete.map { ($0.0, $0.1.replacing("竞赛得分,90", with: "竞赛得分,20")) }
    let lines = try ScoreCSV(Sample.sheet(files, rulebook: thirds)).text.split(separator: "\r\n")
    #expect(lines.contains { $0.contains("约") && $0.contains("/") })
    for line in lines.dropFirst() {
      for cell in line.split(separator: ",") { #expect(!cell.contains("/") || cell.contains("约"), "\(cell)") }
    }
  }
}
