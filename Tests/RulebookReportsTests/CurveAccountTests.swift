import ExactArithmetic
import RulebookReports
import RulebookScoring
import Testing

/// How awards, slopes, bands, shares and series are told.
@Suite("连成一条线的计分，理由怎么写")
struct CurveAccountTests {
  private static let rulebook = """
    【细则：样例考核细则】
    【年度：2013】
    【考核单位：办公室】
    【步长：按比例】
    一、青年（1分）
    不低于总数的20%【青年占比：至少20%】，得1分；每低1%，扣0.05分。
    二、技改（12分）
    完成任务【技改完成率：完成率】得12分，每增减1个百分点，增减0.1分，最多增减3分。
    三、增加值（20分）
    完成指标的【增加值完成率：完成率】得20分，每超1个百分点加0.5分，最多加10分，未达到的按比例得分。
    四、投资（25分）
    完成计划【投资完成率：完成率】25分。完成率100%-130%之间，每超出1个百分点加0.2分；130%以上，每超出1个百分点加0.1分，最多加8分。
    五、能耗（10分）
    完成目标【能耗完成率：完成率】得10分，完成90%得9分，完成80%得8分，依次类推。
    六、党管（1.5分）
    违反党管原则的【违反党管原则：次数】，发现一次扣0.5分；发现有两次及以上的，此项不得分。
    七、上报（5分）
    每月上报不少于1次【情况上报：按月，至少1次】，得5分，每少一次扣0.5分，扣完为止。

    """

  private static func text(_ rows: [String]) throws -> String {
    let ledger = "单位,证据,数量,日期\n" + rows.map { "甲局,\($0)\n" }.joined()
    let files = [("单位名册.csv", "单位\n甲局\n"), ("台账-办公室.csv", ledger)]
    return DeductionLedger(try Sample.sheet(files, rulebook: rulebook), unit: 0, item: nil).text
  }

  @Test(arguments: [
    ("青年占比,15%,", ["要求20%，只有15%，少5% × 0.05分 = 扣0.25分", "合起来：1分 - 0.25分 = 得0.75分"]),
    ("技改完成率,20%,", ["= 扣8分，到限为止，扣3分", "合起来：12分 - 3分 = 得9分"]),
    ("技改完成率,120%,", ["120%，比100%多20% × 0.1分 = 加2分"]),
    ("增加值完成率,90%,", ["20分 × 90% ÷ 100% = 得18分"]),
    ("投资完成率,140%,", ["140%，算到130%为止，比100%多30% × 0.2分 = 加6分", "140%，比130%多10% × 0.1分 = 加1分"]),
    ("能耗完成率,71%,", ["71%，比100%少29%，每10%一档，不足一档按一档，共3档，10分 - 3 × 1分 = 得7分"]),
    ("违反党管原则,2,", ["违反党管原则：2次（以2次为界），此项不得分"]),
    ("情况上报,1,2013-01-05", ["合起来：5分 - 5.5分 = -0.5分，扣完为止，得0分"]),
  ])
  func `the arithmetic is said in plain words`(row: String, lines: [String]) throws {
    let text = try Self.text([row])
    for line in lines { #expect(text.contains(line), "\(text)") }
  }

  @Test func `rows that several terms read are listed once`() throws {
    let text = try Self.text(["青年占比,15%,"])
    #expect(text.split(separator: "\n").count { $0.contains("数量 15%") } == 1)
  }

  @Test(arguments: 0..<40) func `the printed lines add up to the printed score`(seed: Int) throws {
    let figures = [
      seed * 7 % 41, 60 + seed * 13 % 90, 40 + seed * 11 % 120, 70 + seed * 17 % 150, seed * 5 % 140,
    ]
    var rows = zip(["青年占比", "技改完成率", "增加值完成率", "投资完成率", "能耗完成率"], figures).map { "\($0),\($1)%," }
    rows.append("违反党管原则,\(seed % 3),")
    rows += (1...12).filter { (seed + $0) % 4 != 0 }.map { "情况上报,1,2013-\($0)-05" }
    let account = PrintedAccount(try Self.text(rows))
    for block in account.blocks where !block.lines.contains(where: { $0.contains("本项得0分") }) {
      #expect(block.problems(in: account) == [], "\(block.lines)")
      for sum in block.lines.compactMap({ $0.split(separator: "合起来：").last }) where sum.count < 40 {
        #expect(Self.addsUp(String(sum)) ?? true, "\(block.lines)")
      }
    }
  }

  /// Whether 1分 - 0.25分 = 得0.75分 is so; nil for other lines.
  private static func addsUp(_ sum: String) -> Bool? {
    let sides = sum.split(separator: " = ")
    guard sides.count == 2, sides[0].contains("分 - "), !sides[0].contains("×") else { return nil }
    let parts = sides[0].split(separator: " - ").compactMap { PrintedAccount.number($0.drop { $0 == " " }) }
    guard let first = parts.first else { return nil }
    let total = PrintedAccount.number(sides[1].drop { $0 == "得" })
    return total == parts.dropFirst().reduce(first, -)
  }
}
