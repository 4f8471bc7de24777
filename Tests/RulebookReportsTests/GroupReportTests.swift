import RulebookReports
import Testing

/// 【分组】: places within groups, in every output.
@Suite struct GroupReportTests {
  private func sheet() throws -> ScoreSheet {
    try Sample.sheet(
      [
        ("单位名册.csv", "单位,单位类型\n丙局,市直\n甲县,县市区\n乙县,县市区\n"),
        ("台账-重点办.csv", "单位,证据,数量\n甲县,完成率,80\n乙县,完成率,90\n丙局,完成率,60\n"),
      ],
      rulebook: """
        【细则：样例考核细则】
        【年度：2013】
        【名册：单位类型（县市区、市直）】
        【分组：单位类型】
        一、重点工程（7分）（由重点办考核）
        完成率排名：【完成率：百分率】第1名，7分；第2名，5分。
        """)
  }

  @Test func `a table comes group by group`() throws {
    #expect(
      try ScoreTable(sheet(), width: 80).text == """
        样例考核细则（2013年）

        名次  单位  总分  一、重点工程
        ----  ----  ----  ------------
        县市区（2 个单位）
           1  乙县     7             7
           2  甲县     5             5
        市直（1 个单位）
           1  丙局     7             7

        共 3 个单位，都已算出。
        分数没有取整。

        """)
  }

  @Test func `CSV has a column for the group, JSON a key beside the rank`() throws {
    #expect(
      try ScoreCSV(sheet()).text == """
        \u{FEFF}单位类型,名次,单位,总分,一、重点工程,说明\r
        县市区,1,乙县,7,7,\r
        县市区,2,甲县,5,5,\r
        市直,1,丙局,7,7,\r

        """)
    #expect(try ScoreJSON(sheet()).text.contains("{\"unit\":\"丙局\",\"rank\":1,\"group\":\"市直\",\"total\":"))
  }

  @Test func `why says in which group a place is`() throws {
    let text = try DeductionLedger(sheet(), unit: 1, item: nil).text
    #expect(text.contains("甲县：总分5分，在“县市区”里第2名（共2个单位）\n"))
    #expect(text.contains("完成率（在“县市区”里比）：第2名，得5分\n"))
  }
}
