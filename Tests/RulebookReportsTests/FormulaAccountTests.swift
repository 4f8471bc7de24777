import RulebookReports
import RulebookScoring
import Testing

/// How formulas, weights and what is rounded are told.
@Suite("公式、权重和保留，理由怎么写")
struct FormulaAccountTests {
  private static let rulebook = """
    【细则：样例考核细则】
    【年度：2013】
    【考核单位：办公室】
    【步长：按比例】
    一、水质（7分）
    得分=70×实际达标率【断面达标率：百分率】-63；最高分为7分，低于90%为0分。
    二、按期结案（50分）
    按期结案率【按期结案率】=按期结案数【按期结案数：数值，件】/(应结案数【应结案数：数值，件】-缓办数【缓办数：数值，件】)×100%。
    按期结案率达70%以上(含)的【同：按期结案率，至少70%】，得50分；未达到70%的，每少一个百分点扣1分。
    三、开工（10分）【保留：本项1位小数】
    得分=开工数【开工数：数值】/3-(2-开工数【同：开工数】)。
    四、政务公开（20分）
    1.网上考核（20分）【权重：网上考核，80%】
    网上测评【网上测评：满分100分】折算。
    2.现场考核（20分）【权重：现场考核，20%】
    现场测评【现场测评：满分100分】折算。

    """

  private static func text(_ rows: [String]) throws -> String {
    let ledger = "单位,证据,数量,日期\n" + rows.map { "甲局,\($0),\n" }.joined()
    let files = [("单位名册.csv", "单位\n甲局\n"), ("台账-办公室.csv", ledger)]
    return DeductionLedger(try Sample.sheet(files, rulebook: rulebook), unit: 0, item: nil).text
  }

  @Test(arguments: [
    (["断面达标率,95%"], ["70 × 断面达标率95% - 63 = 3.5分，得3.5分"]),
    (["断面达标率,88%"], ["断面达标率88%，不照式子算，得0分"]),
    (
      ["按期结案数,60", "应结案数,110", "缓办数,10"],
      ["按期结案率：按期结案数60件 ÷ （应结案数110件 - 缓办数10件） × 100% = 60%", "要求70%，只有60%，少10% × 1分 = 扣10分"]
    ),
    (["按期结案数,60", "应结案数,110"], ["缓办数（缺数据）", "缺：办公室没有报“缓办数”"]),
    (["开工数,5"], ["开工数5 ÷ 3 - （2 - 开工数5） = 约4.6667（14/3）分", "四舍五入到1位小数：4.7分"]),
    (["网上测评,80", "现场测评,90"], ["合计：12.8（1：16 × 80%） + 3.6（2：18 × 20%） = 16.4分"]),
  ])
  func `the arithmetic is said with the figures of the unit`(rows: [String], lines: [String]) throws {
    let text = try Self.text(rows)
    for line in lines { #expect(text.contains(line), "\(text)") }
  }

  @Test func `what several terms are worked out from is said once`() throws {
    let text = try Self.text(["按期结案数,60", "应结案数,110", "缓办数,10"])
    #expect(text.split(separator: "\n").count { $0.contains("× 100% = 60%") } == 1)
  }
}
