import ExactArithmetic
import RulebookScoring
import Testing

/// Readings that engine and reference once differed in, each with what the definition of the language supports.
@Suite("议定的读法")
struct SettledReadingTests {
  private static let settledReadings: [(name: String, text: String, facts: String, score: String)] = [
    (
      "保留：各项 rounds what 其余 gives, too",
      """
      【保留：各项1位小数】
      一、某项工作（1分）（由信访局考核）【适用：参加竞赛】【其余：得0.25分】
      按办法考核【甲项得分：满分100分】折算。
      """, "", "0.3"
    ),
    (
      "其余：得N分 counts in full in the item around it",
      """
      一、某项工作（4分）（由信访局考核）
      （一）甲项工作（3分）【适用：参加竞赛】【其余：得3分】
      按办法考核【甲项得分：满分100分】折算。
      （二）乙项工作（1分）
      按办法考核【乙项得分：满分100分】折算。
      """, "乙项得分 100", "4"
    ),
    (
      "其余：得满分 is the item's points, without bonuses in it",
      """
      一、某项工作（2分）（由信访局考核）【适用：参加竞赛】【其余：得满分】
      （一）甲项工作（2分）
      按办法考核【甲项得分：满分100分】折算。
      （二）乙项工作（加分1分）
      受表彰的【表彰】，加1分。
      """, "", "2"
    ),
    (
      "不封顶 drops the item's floor; the items around it keep theirs",
      """
      一、某项工作（2分）（由信访局考核）
      （一）甲项工作（1分）
      投诉查实的【投诉】，每起扣1分，不封顶。
      （二）乙项工作（1分）
      未办理的【未办理】，扣0.5分。
      """, "投诉 9", "0"
    ),
    (
      "What 本项最多扣 leaves an item does not come back in the item around it",
      """
      一、某项工作（2分）（由信访局考核）
      （一）甲项工作（1分）
      投诉查实的【投诉】，每起扣0.3分，本项最多扣0.5分。
      弄虚作假的【作假】，此项不得分。
      （二）乙项工作（1分）
      未办理的【未办理】，扣1分。
      """, "作假；未办理", "0"
    ),
    (
      "扣完为止 takes the item's points and no more",
      """
      一、某项工作（1分，倒扣分2分）（由信访局考核）
      投诉查实的【投诉】，每起扣0.5分，扣完为止。
      """, "投诉 9", "0"
    ),
    (
      "An award asked for by period is given for each period that reaches it",
      """
      一、某项工作（2分）（由信访局考核）
      每季检查不少于1次【检查：按季，至少1次】，得0.5分。
      """, "检查 1@2；检查 1@5；检查 1@8", "1.5"
    ),
    (
      "A measured value below 0 is no step of a deduction",
      """
      一、某项工作（2分）（由信访局考核）
      有亏损的【亏损：数值，按比例】，每1万元扣0.5分。
      """, "亏损 -2", "2"
    ),
  ]

  @Test("Readings that are settled", arguments: settledReadings.indices)
  func settled(index: Int) throws {
    let (name, text, facts, score) = Self.settledReadings[index]
    #expect(try bench(text).total(facts) == score, "\(name)")
  }

  private func bench(_ text: String) throws -> Bench {
    try Bench(text: "【细则：试用细则】\n【年度：2013】\n【名册：参加竞赛】\n\(text)\n")
  }

  @Test("An item inside one that does not apply to a unit is worth 0 there")
  func inapplicableChild() throws {
    let bench = try bench(
      """
      一、某项工作（2分）（由信访局考核）【适用：参加竞赛】
      （一）甲项工作（2分）
      投诉查实的【投诉】，每起扣0.5分。
      """)
    let score = try bench.scores([""]).score(ofItem: 2, unit: 0)
    #expect(score.state == .notApplicable)
    #expect(score.score.exact == 0)
  }
}
