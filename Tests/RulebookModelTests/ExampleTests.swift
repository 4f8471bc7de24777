import ExactArithmetic
import RulebookModel
import RulebookText
import Testing

/// 【例：…】 as it is read; running it is another module's.
@Suite struct ExampleTests {
  private let text = "投诉的【投诉查实】，每起扣1分；\n每月两篇【信息：按月，至少2篇】，少一篇扣1分；\n未报的【未报】扣1分。\n"

  private func example(_ words: String) throws -> Example {
    let rulebook = try Small.rulebook(
      Small.book("一、甲（10分）（由市纪委考核）\n1.乙（10分）【适用：窗口】\n\(text)【例：\(words)】\n【其余：得平均分】", head: "【名册：窗口】\n"))
    return try #require(rulebook.examples.first)
  }

  @Test(arguments: [
    ("投诉查实2起，本项得8分", 0, "2", nil), ("投诉查实2起、未报，本项得7分", 2, "1", nil), ("信息每月2篇，本项得10分", 1, "2", Array(0...11)),
    ("信息2月1篇，本项得9分", 1, "1", [1]), ("未报否，本项得10分", 2, "0", nil), ("投诉查实，本项得9分", 0, "1", nil),
  ])
  func `facts are read with their quantity and period`(
    _ words: String, _ evidence: Int, _ value: String, _ periods: [Int]?
  ) throws {
    let fact = try #require(example(words).facts.last)
    #expect(fact.evidence == evidence)
    #expect(fact.value == Small.number(value))
    #expect(fact.periods == periods)
  }

  @Test(arguments: [
    ("窗口，本项得9.5分", "9.5"), ("窗口，本项扣0.5分", "-0.5"), ("窗口，本项得满分", "10"), ("窗口，本项不得分", "0"), ("窗口，本项得0分", "0"),
  ])
  func `the score expected of the item is read`(_ words: String, _ expected: String) throws {
    #expect(try example(words).expected == .score(Small.number(expected)))
  }

  @Test func `attributes are stated with 非 or without`() throws {
    #expect(try example("窗口，本项得10分").answers == [AttributeTest(attribute: 0, answer: 1)])
    #expect(
      try example("非窗口，本项得10分").answers == [AttributeTest(attribute: 0, answer: 1, isNegated: true)])
  }

  @Test(arguments: ["随便，本项得1分", "投诉查实2起", "投诉查实2起，本项得", "信息13月2篇，本项得1分", "信息第2季度2篇，本项得1分", "本项得1分，投诉查实2起"])
  func `an example that cannot be read is told`(_ words: String) {
    #expect(Small.codes(Small.item(text + "【例：\(words)】")) == [.unreadableExample])
  }
}
