import RulebookReports
import RulebookScoring
import Testing

@Suite struct DeductionLedgerTests {
  @Test func `every point lost has its sentence, its arithmetic and its row`() throws {
    #expect(
      try DeductionLedger(Sample.sheet(), unit: 0, item: nil).text == """
        样例考核细则（2013年）
        甲局：总分6.90分，第3名（共3个单位）

        总分：得6.9分

        一 日常工作（满分10分）：得6.9分
          合计：3.3（一） + 3.6（二） = 6.9分

        一（一）纪律（满分6分）：得3.3分
          “投诉查实的，每起扣0.2分”：扣0.4分
            投诉：2起 × 0.2分 = 扣0.4分
              证据：台账-办公室.csv 第27行（投诉），2013-04-01，数量 2，说明：群众来信,两件
          “每月报送信息两篇，少一篇扣0.1分”：扣2.3分
            信息：每月要求2篇，1月少2篇、2月少2篇、3月少1篇、4月少2篇、5月少2篇、6月少2篇、7月少2篇、8月少2篇、\
        9月少2篇、10月少2篇、11月少2篇、12月少2篇，共23篇 × 0.1分 = 扣2.3分
              证据：台账-办公室.csv 第26行（信息），2013-03-05，数量 1
          合计：6（起评） - 0.4 - 2.3 = 3.3分

        一（二）竞赛（满分4分）：得3.6分
          “按竞赛得分折算”：得3.6分
            竞赛得分：90分 ÷ 100分 × 4分 = 得3.6分
              证据：台账-办公室.csv 第28行（竞赛得分），数量 90

        二 安全（最多扣2分）：不扣分

        """)
  }

  @Test func `a cap that bites is said, and a mean names its members`() throws {
    let second = try DeductionLedger(Sample.sheet(), unit: 1, item: 4).text
    #expect(second.contains("二 安全（最多扣2分）：扣2分\n  “发生事故的，每起扣1分”：扣3分\n    事故：3起 × 1分 = 扣3分\n"))
    #expect(second.hasSuffix("\n  应扣3分，扣到上限2分为止\n"))
    let third = try DeductionLedger(Sample.sheet(), unit: 2, item: nil).text
    #expect(third.contains("一（二）竞赛（满分4分）：不适用，得参加考核的2个单位（甲局、乙局）的平均分：得3.31分\n"))
    #expect(!third.contains("按竞赛得分折算"))
  }

  @Test func `silence of an office that has reported and blank quantities are said`() throws {
    var files = Sample.complete
    files[1].1 = Sample.header + "甲局,投诉,,2013-04-01,来信\n甲局,竞赛得分,90,,\n乙局,竞赛得分,70,,\n"
    let text = try DeductionLedger(Sample.sheet(files), unit: 0, item: 2).text
    #expect(text.contains("证据：台账-办公室.csv 第2行（投诉），2013-04-01，数量空白（算1），说明：来信\n"))
    #expect(text.contains("共24篇 × 0.1分 = 扣2.4分\n      办公室已报，没有“信息”的记录\n"))
  }

  @Test func `what is missing is said where it counts and once at the end`() throws {
    let text = try DeductionLedger(Sample.sheet(Sample.partial), unit: 0, item: nil).text
    #expect(text.contains("甲局：总分4.90至6.90分，名次未定（共3个单位）\n还缺数据，总分只能算出最低到最高\n"))
    #expect(text.contains("二 安全（最多扣2分）：缺数据，扣0至2分\n"))
    #expect(text.contains("      缺：安监局没有报“事故”\n"))
    #expect(text.hasSuffix("\n还缺的数据：\n  安监局：事故\n"))
  }

  @Test func `an item alone is shown with what is below it`() throws {
    let text = try DeductionLedger(Sample.sheet(), unit: 0, item: 1).text
    #expect(text.contains("\n一（一）纪律"))
    #expect(!text.contains("\n二 安全"))
    let lacking = try DeductionLedger(Sample.sheet(Sample.partial), unit: 0, item: 1).text
    #expect(!lacking.contains("还缺的数据"))
    let office = try DeductionLedger(Sample.sheet([Sample.complete[0]]), unit: 0, item: 2).text
    #expect(office.contains("还缺的数据：\n  办公室：投诉、信息\n"))
  }

  @Test(arguments: 1...60) func `the printed lines add up to the printed score`(seed: Int) throws {
    var chance = Chance(seed: UInt64(seed))
    let sheet = try Sample.sheet(chance.evidence())
    for unit in sheet.scores.units.indices {
      let account = PrintedAccount(DeductionLedger(sheet, unit: unit, item: nil).text)
      #expect(account.blocks.count == 5)
      for block in account.blocks { #expect(block.problems(in: account) == [], "\(block.lines)") }
    }
  }
}

/// Evidence by chance, the same for the same seed.
private struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  private mutating func next(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }

  mutating func evidence() -> [(String, String)] {
    var office = Sample.header
    var safety = Sample.header
    for unit in ["甲局", "乙局", "丙局"] {
      for month in 1...12 where next(3) > 0 { office += "\(unit),信息,\(next(4)),2013-\(month)-05,\n" }
      for _ in 0..<next(8) { office += "\(unit),投诉,\(1 + next(9)),,\n" }
      for _ in 0..<next(3) { safety += "\(unit),事故,\(next(3)),,\n" }
    }
    office += "甲局,竞赛得分,\(next(101)),,\n乙局,竞赛得分,\(next(100)).\(next(10)),,\n"
    return [("单位名册.csv", Sample.register), ("台账-办公室.csv", office), ("台账-安监局.csv", safety)]
  }
}
