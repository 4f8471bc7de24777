import ExactArithmetic
import RulebookModel
import RulebookText
import Testing

/// What items are worth: full mark, start and bounds.
@Suite struct ItemTests {
  private static let office = "（由市纪委考核）"
  private static let deducts = "\n未报的【未报】扣1分。"
  private static let awards = "\n做到的【做到】得5分。"

  private func shown(_ amount: Amount?) -> String { amount.map { $0.base.shown } ?? "不限" }

  /// `full start low…high` of an item.
  private func bounds(_ item: Item) -> String {
    "\(shown(item.fullMark)) \(shown(item.start)) \(shown(item.low))…\(shown(item.high))"
  }

  @Test(arguments: [
    ("（5分）", deducts, "5 5 0…5"), ("（5分）", awards, "5 0 0…5"), ("（5分）", "\n做到的【做到】得5分，否则酌情扣分。", "5 5 0…5"),
    ("（倒扣分5分）", deducts, "0 0 -5…0"), ("（倒扣分5分）", "\n按得分【得分甲：满分100分】折算。", "0 0 -5…0"),
    ("（5分）", "\n按得分【得分甲：满分100分】折算。", "5 0 0…5"), ("（加分3分）", "\n表彰的【表彰】，每次加1分。", "3 0 0…3"),
    ("（5分，加分3分）", deducts + "表彰的【表彰】，每次加1分。", "5 5 0…8"),
    ("（5分）", deducts + "表彰的【表彰】，每次加1分，最多加3分。", "5 5 0…8"), ("（5分，倒扣分1分）", deducts, "5 5 -1…5"),
    ("（5分）【起评：0分】", deducts + "做到的【做到】得5分。", "5 0 0…5"), ("（5分）【起评：满分】", deducts + "补做的【补做】得1分。", "5 5 0…5"),
    ("（5分）【起评：3分】", deducts, "5 3 0…5"), ("（5分）【上限：8分】", deducts + "表彰的【表彰】，每次加1分。", "5 5 0…8"),
    ("（5分）【上限：不限】", deducts + "表彰的【表彰】，每次加1分。", "5 5 0…不限"), ("（5分）【下限：-2分】", deducts, "5 5 -2…5"),
    ("（5分）【下限：不限】", deducts, "5 5 不限…5"), ("（5分）", "\n未报的【未报】，每起扣1分，不封顶。", "5 5 不限…5"),
    ("（5分）", "\n未报的【未报】，每起扣1分，本项最多扣2分。", "5 5 3…5"), ("（5分）", "\n未报的【未报】，每起扣1分，扣完为止。", "5 5 0…5"),
    ("（5分）", "\n未报的【未报】，每起扣1分，扣完8分为止。", "5 5 -3…5"), ("【分值：5分】", deducts, "5 5 0…5"),
    ("（5分）", "\n未达到的【未达】，此项不得分。", "5 5 0…5"), ("，5分：", deducts, "5 5 0…5"),
  ])
  func `a leaf has its full mark, its start and its bounds`(
    _ tail: String, _ text: String, _ expected: String
  ) throws {
    let rulebook = try Small.rulebook(Small.book("一、甲\(tail)【考核单位：市纪委】\(text)"))
    #expect(bounds(rulebook.items[1]) == expected)
  }

  @Test(arguments: [
    ("一、甲（5分）\(office)\n1.乙（2分）\n未报的【未报】扣1分。\n2.丙（3分）\n未办的【未办】扣1分。", ["5 0 0…5", "2 2 0…2", "3 3 0…3"]),
    (
      "一、甲（5分，倒扣分1分）\(office)\n1.乙（5分）\n未报的【未报】扣1分。\n2.丙（倒扣分1分）\n未办的【未办】扣1分。",
      ["5 0 -1…5", "5 5 0…5", "0 0 -1…0"]
    ),
    (
      "一、甲（3分）\(office)\n1.乙（3分）\n未报的【未报】扣1分。\n2.丙（倒扣分2分）\n未办的【未办】扣1分。", ["3 0 -2…3", "3 3 0…3", "0 0 -2…0"]
    ),
    (
      "一、甲（每小项倒扣分2分）\(office)\n乙【项】\n未报的【未报】扣1分。\n丙【项】【分值：倒扣分1分】\n未办的【未办】扣1分。",
      ["0 0 -3…0", "0 0 -2…0", "0 0 -1…0"]
    ),
    (
      "一、甲（倒扣分2分）\(office)\n1.乙（1分）\n未报的【未报】扣1分。\n2.丙（1分）\n未办的【未办】扣1分。", ["0 0 -2…0", "0 0 -1…0", "0 0 -1…0"]
    ),
    ("一、甲（5分）\(office)\n1.乙（5分）\n未报的【未报】扣1分。\n2.丙（加分3分）\n表彰的【表彰】，每次加1分。", ["5 0 0…8", "5 5 0…5", "3 0 0…3"]),
    ("一、甲\(office)\n1.乙（2分）\n未报的【未报】扣1分。", ["2 0 0…2", "2 2 0…2"]),
    ("一、甲（5分）\(office)\n乙【目】\n未报的【未报】扣1分。\n丙【目】\n未办的【未办】扣1分。", ["5 5 0…5", "0 0 0…0", "0 0 0…0"]),
  ])
  func `an item with scoring children starts at 0 and has their sums`(_ text: String, _ expected: [String])
    throws
  {
    let rulebook = try Small.rulebook(Small.book(text))
    #expect(rulebook.items.dropFirst().map(bounds) == expected)
  }

  @Test func `the clauses of a group count towards the nearest item that has points`() throws {
    let rulebook = try Small.rulebook(
      Small.item("乙【项】\n丙【目】\n未报的【未报】扣1分。\n丁【项】\n未办的【未办】扣1分。"))
    #expect(rulebook.clauses.map(\.item) == [1, 1])
    #expect(rulebook.clauses.map(\.home) == [3, 4])
    #expect(rulebook.items[1].clauses == [0, 1])
  }

  @Test func `points of an item that does not apply move where 其余 says`() throws {
    let rulebook = try Small.rulebook(
      Small.book(
        """
        一、甲（5分）（由市纪委考核）
        1.乙（2分）【适用：窗口】【其余：分值计入2】
        未报的【未报】扣1分。
        2.丙（3分）
        未办的【未办】扣1分。
        """, head: "【名册：窗口】\n"))
    #expect(rulebook.items[3].fullMark.value(for: [1]) == 3)
    #expect(rulebook.items[3].fullMark.value(for: [0]) == 5)
    #expect(rulebook.items[1].fullMark.value(for: [0]) == 5)
    #expect(rulebook.items[1].fullMark.value(for: [1]) == 5)
    #expect(rulebook.items[2].others == .movedTo([3]))
  }

  @Test(arguments: [
    ("窗口", [0], false), ("窗口", [1], true), ("非窗口", [0], true), ("窗口且类型为政府", [1, 1], true),
    ("窗口且类型为政府", [1, 0], false),
    ("窗口或类型为政府", [0, 1], true), ("非窗口且非类型为党群", [0, 0], false), ("类型为党群", [0, 0], true),
  ])
  func `适用 holds for the units it describes`(_ words: String, _ answers: [Int], _ expected: Bool) throws {
    let rulebook = try Small.rulebook(
      Small.book(
        "一、甲（5分）（由市纪委考核）\n1.乙（倒扣分1分）【适用：\(words)】\n未报的【未报】扣1分。\n2.丙（倒扣分1分）【适用：窗口或类型为党群】\n"
          + "未办的【未办】扣1分。\n3.丁（5分）\n未做的【未做】扣1分。", head: "【名册：窗口、类型（党群、政府）】\n"))
    let all = answers + Array(repeating: 0, count: 2 - answers.count)
    #expect(rulebook.items[2].applicability.holds(for: all) == expected)
  }

  @Test func `assessors come from the heading, from an office line, or from the item around`() throws {
    let rulebook = try Small.rulebook(
      Small.book(
        """
        一、甲（5分）（由农办、组织部考核）
        1.乙（3分）【考核单位：信访局】
        未报的【未报】扣1分。
        2.丙（2分）
        未办的【未办】扣1分。
        二、丁（每小项倒扣分2分）
        戊【项】
        未做的【未做】扣1分。
        总工会【考核单位】
        残联等【考核单位】
        """))
    let offices = rulebook.evidence.map { $0.assessors.map { rulebook.offices[$0] } }
    #expect(offices == [["信访局"], ["农办", "组织部"], ["总工会", "残联"]])
  }
}
