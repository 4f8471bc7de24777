import RulebookReports
import Testing

/// 按月考核 in every output.
@Suite struct PeriodReportTests {
  private static let rulebook = """
    【细则：样例考核细则】
    【年度：2013】
    一、窗口（10分）（由中心考核）【按季考核：取平均】
    脱岗的【脱岗】，每次扣1分。
    """

  private func sheet(_ rows: String) throws -> ScoreSheet {
    try Sample.sheet(
      [("单位名册.csv", "单位\n甲局\n"), ("台账-中心.csv", "单位,证据,数量,日期\n" + rows)], rulebook: Self.rulebook)
  }

  @Test func `why lists the periods, puts them together, and works out those that moved`() throws {
    let sheet = try sheet(
      "甲局,脱岗,0,2013-01-05\n甲局,脱岗,2,2013-05-05\n甲局,脱岗,0,2013-07-05\n甲局,脱岗,/,2013-12-05\n")
    #expect(
      DeductionLedger(sheet, unit: 0, item: 1).text.hasSuffix(
        """
        一 窗口（满分10分）：得约9.3333（28/3）分
          按季考核：第1季度、第3季度各10分，第2季度8分；第4季度不考核，不计
          取平均：（10 × 2 + 8） ÷ 3 = 约9.3333（28/3）分

        一 窗口 第2季度：得8分
          “脱岗的，每次扣1分”：扣2分
            脱岗：2次 × 1分 = 扣2分
              证据：台账-中心.csv 第3行（脱岗），2013-05-05，数量 2
          合计：10（起评） - 2 = 8分

        """))
  }

  @Test func `what is missing names its periods`() throws {
    let sheet = try sheet("甲局,脱岗,0,2013-01-05\n甲局,脱岗,0,2013-07-05\n")
    #expect(DeductionLedger(sheet, unit: 0, item: 1).text.hasSuffix("还缺的数据：\n  中心：脱岗（第2季度、第4季度）\n"))
    #expect(
      ScoreJSON(sheet).text.contains(
        "{\"office\":\"中心\",\"evidence\":\"脱岗\",\"periods\":[\"第2季度\",\"第4季度\"],\"units\":[\"甲局\"]}"))
    #expect(ScoreTable(sheet, width: 80).text.contains("甲局：脱岗（第2季度、第4季度）"))
  }
}
