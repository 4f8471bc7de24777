import RulebookReports
import RulebookText
import Testing

@testable import RulebookReports

@Suite struct ScoreTableTests {
  @Test func `units stand in their places, columns below each other`() throws {
    #expect(
      try ScoreTable(Sample.sheet(), width: 80).text == """
        样例考核细则（2013年）

        名次  单位  总分  一、日常工作  二、安全
        ----  ----  ----  ------------  --------
           1  丙局  9.31          9.31      0.00
           2  乙局  7.02          9.02     -2.00
           3  甲局  6.90          6.90      0.00

        共 3 个单位，都已算出。
        总分四舍五入到 2 位小数；各部分也列到 2 位，相加时用没有取整的数。

        """)
  }

  @Test func `what is missing is said, and who has to report it`() throws {
    #expect(
      try ScoreTable(Sample.sheet(Sample.partial), width: 80).text == """
        样例考核细则（2013年）

        名次  单位           总分  一、日常工作        二、安全
        ----  ----  -------------  ------------  --------------
              丙局  缺 7.31至9.31          9.31  缺 -2.00至0.00
              乙局  缺 7.02至9.02          9.02  缺 -2.00至0.00
              甲局  缺 4.90至6.90          6.90  缺 -2.00至0.00

        共 3 个单位，0 个已算出，3 个还缺数据，只能算出最低到最高。
        总分四舍五入到 2 位小数；各部分也列到 2 位，相加时用没有取整的数。

        还缺的数据：
          安监局（一项都没有报）
            甲局、乙局、丙局：事故

        """)
  }

  @Test func `a tie shares the place and leaves the next one out`() throws {
    let files = [
      ("单位名册.csv", Sample.register),
      (
        "台账-办公室.csv",
        Sample.header + Sample.information(for: "甲局", "乙局", "丙局") + "甲局,竞赛得分,80,,\n乙局,竞赛得分,80,,\n"
      ),
      ("台账-安监局.csv", Sample.header + "甲局,事故,1,,\n"),
    ]
    let lines = try ScoreTable(Sample.sheet(files), width: 80).text.split(separator: "\n")
    #expect(lines[3...5].map { String($0.prefix(8)) } == ["   1  乙局", "   1  丙局", "   3  甲局"])
  }

  @Test(arguments: [40, 60, 80, 100, 120, 160, 200]) func `no line is wider than the terminal`(width: Int)
    throws
  {
    let numbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let head = "【细则：样例考核细则】\n【年度：2013】\n【保留：总分2位小数】\n"
    let parts = numbers.map { "\($0)、经济社会发展和作风建设（5分）（由办公室考核）\n查实的【事项\($0)】，每起扣0.5分。\n" }
    let register = "单位\n样例市经济和信息化发展工作委员会办公室\n甲局\n"
    let sheet = try Sample.sheet([("单位名册.csv", register)], rulebook: head + parts.joined())
    let text = ScoreTable(sheet, width: width).text
    for line in text.split(separator: "\n") {
      #expect(DisplayWidth().columns(of: line) <= width, "\(line)")
    }
    #expect(text.contains("缺 0.00至45.00"))
    #expect(text.contains("太窄") == (width < 120))
  }

  @Test func `control characters of names never reach the terminal`() throws {
    let sheet = try Sample.sheet(omissions: [.init(file: "台账\u{1B}[2J.csv", rows: 1, total: 2)])
    let text = ScoreTable(sheet, width: 80).text
    #expect(text.contains("台账⟨U+001B⟩[2J.csv 有 1 行没有计入"))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }
}

@Suite struct TextColumnsTests {
  private let columns = TextColumns()

  @Test(arguments: [("作风建设", 8, "作风建设"), ("作风建设", 7, "作风建…"), ("作风建设", 6, "作风…"), ("ab", 1, "…")])
  func `text is cut to its columns`(text: String, width: Int, cut: String) {
    #expect(columns.shortened(text, width) == cut)
  }

  @Test func `text is wrapped, the last line cut`() {
    #expect(columns.wrapped("三、作风建设", 4, most: 2) == ["三、", "作…"])
    #expect(columns.wrapped("三、作风建设", 4, most: 3) == ["三、", "作风", "建设"])
    #expect(columns.wrapped("作风", 1, most: 9) == ["作", "风"])
    #expect(columns.wrapped("", 4, most: 3) == [""])
  }
}
