import RulebookReports
import RulebookScoring
import Testing

/// How figures of 指标表 are told.
@Suite("与目标、上年比的，理由怎么写")
struct FigureAccountTests {
  private static let rulebook = """
    【细则：样例考核细则】
    【年度：2013】
    【考核单位：办公室】
    【步长：按比例】
    【共用：全市平均增幅】
    一、项目（4分）
    完成目标的【省外项目：次数，至少目标】得4分，每少1个扣1分。
    二、加分（加分6分）
    每超目标引进1个【同：省外项目，每超1个】加2分，最高不超过6分。
    三、税收（6分）
    较上年增长20%的【税收：数值，增幅，至少20%】得6分，每低1个百分点扣0.5分。
    四、增幅（1分）
    增幅超过全市的【同：税收，增幅，高于全市平均增幅】，得1分。
    五、资金（30分）
    完成任务的【到位资金：数值，亿元，至少目标】得30分，未完成的按比例得分。
    六、示范（1分）
    比上年多2个的【示范点：次数，至少上年加2个】得1分。

    """

  private static let figures = """
    单位,证据,目标,上年
    甲局,省外项目,3个,
    甲局,税收,,100
    全体,全市平均增幅,17%,
    甲局,到位资金,10亿元,
    甲局,示范点,,1

    """

  private static func sheet(_ figures: String = figures) throws -> ScoreSheet {
    let ledger = "单位,证据,数量\n甲局,省外项目,5\n甲局,税收,118\n甲局,到位资金,8\n甲局,示范点,2\n"
    return try Sample.sheet(
      [("单位名册.csv", "单位\n甲局\n"), ("台账-办公室.csv", ledger), ("指标表.csv", figures)], rulebook: rulebook)
  }

  @Test(arguments: [
    "省外项目：5个，比目标3个多2个，得4分", "目标：指标表.csv 第2行（省外项目的目标），3个",
    "省外项目：5个，比目标3个多2个，2个 × 2分 = 加4分", "税收：118，上年100，增长18%，比20%少2% × 0.5分 = 扣1分",
    "上年：指标表.csv 第3行（税收的上年），100", "税收：118，上年100，增长18%，比全市平均增幅17%高1%，得1分",
    "共用：指标表.csv 第4行（全市平均增幅），17%", "到位资金：8亿元，是目标10亿元的80%，30分 × 80% ÷ 100% = 得24分",
    "示范点：2个，比上年加2个（3个）少1个，得0分",
  ])
  func `the figure, the difference and the row are told`(words: String) throws {
    let text = DeductionLedger(try Self.sheet(), unit: 0, item: nil).text
    let isTold = text.contains(words)
    #expect(isTold, "\(text)")
  }

  @Test func `a figure that is missing is asked for everywhere`() throws {
    let lines = Self.figures.split(separator: "\n")
    let sheet = try Self.sheet(
      lines.filter { !$0.contains("税收") && !$0.hasPrefix("全体") }.joined(separator: "\n"))
    let why = DeductionLedger(sheet, unit: 0, item: nil).text
    #expect(why.contains("缺：指标表没有“税收的上年”"))
    #expect(why.contains("还缺的数据：\n  指标表：税收的上年\n  指标表：全市平均增幅\n"), "\(why)")
    #expect(ScoreTable(sheet, width: 100).text.contains("  指标表\n    甲局：税收的上年\n    全体：全市平均增幅\n"))
    #expect(ScoreCSV(sheet).text.contains("指标表·税收的上年"))
    #expect(
      ScoreJSON(sheet).text.contains(
        "{\"office\":\"指标表\",\"evidence\":\"税收\",\"figure\":\"上年\",\"units\":[\"甲局\"]}"))
    #expect(
      ScoreJSON(sheet).text.contains(
        "{\"office\":\"指标表\",\"evidence\":\"全市平均增幅\",\"figure\":\"共用\",\"units\":[\"全体\"]}"))
    #expect(!sheet.isComplete)
  }
}
