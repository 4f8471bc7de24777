import ExactArithmetic
import RulebookScoring
import Testing

@Suite("名次")
struct RankingTests {
  private func bench(_ rounding: String) throws -> Bench {
    try Bench(
      heading: "一、某项工作（10分）（由信访局考核）", head: rounding, "按办法考核【得分数：满分100分，取平均】折算。")
  }

  private func ranks(_ rounding: String, _ marks: [String]) throws -> [String] {
    try bench(rounding).scores(marks.map { $0.isEmpty ? "" : "得分数 \($0)" }).ranking().map { place in
      "\(place.unit + 1):\(place.rank.map { "\($0)" } ?? "缺")"
    }
  }

  @Test("Ties share a place, and the next one is left out")
  func ties() throws {
    #expect(try ranks("", ["80", "90", "90", "70"]) == ["2:1", "3:1", "1:3", "4:4"])
  }

  @Test("The published total decides: what is rounded to the same figure ties")
  func publishedTotals() throws {
    #expect(try ranks("【保留：总分2位小数】", ["90.01", "90.04", "90.05"]) == ["3:1", "1:2", "2:2"])
    #expect(try ranks("", ["90.01", "90.04", "90.05"]) == ["3:1", "2:2", "1:3"])
  }

  @Test("Totals that are not known yet have no place and stand last")
  func open() throws {
    #expect(try ranks("", ["80", "", "90"]) == ["3:1", "1:2", "2:缺"])
  }

  @Test("Within groups, the groups in the order of the rulebook")
  func groups() throws {
    let head = "【名册：单位类型（县市区、市直）】【分组：单位类型】"
    let bench = try Bench(
      heading: "一、某项工作（10分）（由信访局考核）", head: head, "按办法考核【得分数：满分100分】折算。")
    let answers = [1, 0, 1, 0, 0]
    let places = try bench.scores(
      ["80", "70", "90", "95", ""].map { $0.isEmpty ? "" : "得分数 \($0)" }, answers: answers.map { [$0] }
    )
    .ranking().map { "\($0.unit + 1):\($0.group ?? -1):\($0.rank.map { "\($0)" } ?? "缺")" }
    #expect(places == ["4:0:1", "2:0:2", "5:0:缺", "3:1:1", "1:1:2"])
  }

  @Test(
    "Published figures are rounded half away from zero, and only they",
    arguments: [
      ("90.05", "9.005", "9.01"), ("90.04", "9.004", "9.00"), ("90.0499", "9.00499", "9.00"),
      ("0.05", "0.005", "0.01"),
    ])
  func rounding(mark: String, exact: String, published: String) throws {
    let scores = try bench("【保留：总分2位小数】").scores(["得分数 \(mark)"])
    let total = try #require(scores.total(ofUnit: 0).exact)
    #expect(total.decimalText == exact)
    #expect(Publication(scores.rulebook).text(total) == published)
  }

  @Test("Deductions are rounded half away from zero too")
  func negative() throws {
    let bench = try Bench(
      heading: FormTests.deduction, head: "【保留：各项1位小数】", "被扣分情况【被扣分：满扣100分】，按比例折算扣分。")
    #expect(try bench.total("被扣分 2.5") == "-0.1")
    #expect(try bench.total("被扣分 2.4") == "0")
  }

  @Test("With 各项 every item is rounded before it is added to its parent")
  func everyItem() throws {
    let bench = try Bench(
      heading: "一、某项工作（2分）（由信访局考核）", head: "【保留：各项1位小数】",
      """
      （一）初评（1分）
      按办法考核【初评得分：满分100分】折算。
      （二）复评（1分）
      按办法考核【复评得分：满分100分】折算。
      """)
    #expect(try bench.total("初评得分 55；复评得分 55") == "1.2")
    #expect(try bench.total("初评得分 54.9；复评得分 54.9") == "1")
  }
}
