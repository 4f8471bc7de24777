import ExactArithmetic
import RulebookModel
import RulebookSyntax
import RulebookText
import Testing

/// How sentences become clauses: what a value is worth, and what kind of value it is.
@Suite struct ClauseTests {
  private func rulebook(_ text: String, _ worth: String = "10分", head: String = "") throws -> Rulebook {
    try Small.rulebook(Small.item(text, worth, head: head))
  }

  /// The worth of each of `values` in the first term of the first clause.
  private func worths(_ rulebook: Rulebook, _ values: [String]) throws -> [String] {
    let term = try #require(rulebook.clauses.first?.terms.first)
    return values.map { term.curve.worth(of: Small.number($0)).shown }
  }

  @Test(arguments: [
    ("未报的【甲】扣0.5分。", ["0", "1"], ["0", "-0.5"]),
    ("未报的【甲】，每起扣0.2分。", ["0", "1", "3"], ["0", "-0.2", "-0.6"]),
    ("未报的【甲：不足一档不计】，每2次扣1分。", ["1", "2", "3", "4"], ["0", "-1", "-1", "-2"]),
    ("未报的【甲：不足一档按一档】，每2次扣1分。", ["1", "2", "3"], ["-1", "-1", "-2"]),
    ("未报的【甲：按比例】，每2次扣1分。", ["1", "3"], ["-0.5", "-1.5"]),
    ("不少于2次【甲：至少2次】，少一次扣0.1分。", ["0", "1", "2", "5"], ["-0.2", "-0.1", "0", "0"]),
    ("不超过3次【甲：至多3次】，每超1次扣1分。", ["2", "3", "4", "6"], ["0", "0", "-1", "-3"]),
    ("等制度【甲：缺数】，每少一项扣0.1分。", ["0", "2"], ["0", "-0.2"]),
    ("不少于2次【甲：至少2次】，否则扣1分。", ["1", "2", "3"], ["-1", "0", "0"]),
    ("2次以上的【甲：至少2次】，得10分。", ["1", "2"], ["0", "10"]),
    ("活动【甲】，不少于2次，少一次扣0.1分。", ["0", "2"], ["-0.2", "0"]), ("超过3次【甲：高于3次】，得10分。", ["3", "4"], ["0", "10"]),
    ("没有的【甲：无记录即得】得10分。", ["0", "1", "2"], ["10", "0", "0"]), ("办理不认真【甲】，每件扣0.1分—0.5分。", ["0.3"], ["-0.3"]),
    ("做到的【甲】得10分，否则酌情扣分。", ["0", "1", "10"], ["0", "-1", "-10"]),
    ("被扣分【甲：按比例】，每扣2分，相应的扣0.1分。", ["5"], ["-0.25"]),
    ("办结率不低于95%【甲：至少95%，按比例】，每少1个百分点扣0.5分。", ["94", "94.5", "95", "99"], ["-0.5", "-0.25", "0", "0"]),
    ("任务不少于200件【甲：至少200件，按比例】，每少10%扣1分。", ["180", "190", "200"], ["-1", "-0.5", "0"]),
  ])
  func `a value is worth what its curve says`(_ text: String, _ values: [String], _ expected: [String]) throws
  {
    #expect(try worths(rulebook(text), values) == expected)
  }

  @Test(arguments: [
    ("10分", "按得分【甲：满分100分】折算。", ["80", "100"], ["0.8", "1"]),
    ("倒扣分5分", "按得分【甲：满分100分】折算。", ["96", "100"], ["-0.04", "0"]),
    ("倒扣分1分", "被扣情况【甲：满扣100分】，按比例折算扣分。", ["4"], ["-0.04"]),
    ("倒扣分1分", "得分【甲：满分100分】，按比例折算扣分。", ["96"], ["-0.04"]),
    ("10分", "完成【甲：完成率，取平均】得满分，未完成的按完成情况得分。", ["80", "100", "120"], ["0.8", "1", "1"]),
    ("10分", "初评【甲：满分50分】占1/4；终评【乙：满分50分】占3/4。", ["50", "25"], ["0.25", "0.125"]),
    ("10分", "全部做到的【甲】，得满分。", ["0", "1"], ["0", "1"]),
  ])
  func `conversions are shares of the item`(
    _ worth: String, _ text: String, _ values: [String], _ expected: [String]
  ) throws {
    let rulebook = try rulebook(text, worth)
    #expect(try worths(rulebook, values) == expected)
    #expect(rulebook.clauses.first?.terms.first?.scale == (worth.hasPrefix("倒扣") ? .cap : .fullMark))
  }

  // MARK: Groups

  @Test(arguments: [
    ("未建立【甲】或明确【乙】的各扣0.2分。", ["-0.2", "-0.2"]), ("绝密【甲】、机密【乙】、秘密【丙】的，各扣2分、1分、0.5分。", ["-2", "-1", "-0.5"]),
    ("绝密【甲】、机密【乙】的，分别扣2分、1分。", ["-2", "-1"]), ("绝密【甲、乙】的，各扣1分。", ["-1", "-1"]),
    ("未报的【甲】；\n未办的【乙】，各扣0.5分。", ["-0.5", "-0.5"]), ("按时【甲】、按质【乙】的，各得5分。", ["5", "5"]),
  ])
  func `a group shares its consequence, one term to each evidence`(_ text: String, _ expected: [String])
    throws
  {
    let rulebook = try rulebook(text)
    #expect(rulebook.clauses.count == 1)
    let terms = try #require(rulebook.clauses.first?.terms)
    #expect(terms.map { $0.value.evidence } == expected.indices.map { [$0] })
    #expect(terms.map { $0.curve.worth(of: 0) } == expected.map { _ in 0 })
    #expect(terms.map { $0.curve.worth(of: 1).shown } == expected)
  }

  @Test func `任一项 takes away once, 均达到 gives when all are reached`() throws {
    let any = try rulebook("未报的【甲】、未办的【乙】，任一项扣1分。")
    #expect(any.clauses[0].terms.map(\.value) == [.any([0, 1])])
    let all = try rulebook("不少于2次【甲：至少2次】、做到的【乙】，均达到的，得10分。")
    let requirement = Requirement(direction: .atLeast, value: 2, unit: "次")
    #expect(all.clauses[0].terms.map(\.value) == [.all([.init(0, requirement), .init(1)])])
    let award = try rulebook("做到【甲】、做好【乙】的，得10分。")
    #expect(award.clauses[0].terms.map(\.value) == [.all([.init(0), .init(1)])])
  }

  @Test(arguments: [
    "未报的【甲】；\n1.乙", "未报的【甲】；\n办公室【考核单位】\n未办的【乙】各扣1分。", "未报的【甲】；", "未报的【甲】由办公室负责。\n乙【项】\n未办的【乙】各扣1分。",
  ])
  func `a group ends at a heading, an office line and the end of the item`(_ text: String) {
    #expect(Small.codes(Small.item(text)) == [.groupNotClosed])
  }

  @Test func `periods of one group stay apart`() throws {
    let rulebook = try rulebook("每季不少于1次【甲：按季，至少1次】；不少于两次【乙：至少2次】，每项少一次扣0.1分。")
    #expect(rulebook.clauses[0].terms.map(\.period) == [.quarter, .year])
    #expect(rulebook.clauses[0].terms.map { $0.curve.worth(of: 0).shown } == ["-0.1", "-0.2"])
    #expect(rulebook.evidence.map(\.period) == [.quarter, .year])
  }

  // MARK: Kinds

  @Test(arguments: [
    ("未报的【甲】扣1分。", EvidenceKind.yesNo), ("未报的【甲】，每起扣1分。", .count), ("不少于2次【甲：至少2次】，少一次扣1分。", .count),
    ("未报的【甲】，酌情扣分。", .amount), ("办理【甲】，每件扣0.1—0.5分。", .amount), ("按得分【甲：满分100分】折算。", .score),
    ("完成【甲：取平均】得满分，未完成的按完成情况得分。", .completion), ("办结率不低于95%【甲：至少95%】，否则扣1分。", .percentage),
    ("优良天数【甲：数值，按比例】，每10天扣1分。", .measurement), ("资金【甲：金额，按比例】，每10万元扣1分。", .money),
    ("被扣分【甲：按比例】，每扣2分扣1分。", .amount), ("没有的【甲：无记录即得】得10分。", .count), ("被扣分【甲】据实扣分。", .amount),
    ("得分【甲：满分10分】据实得分。", .score), ("未报的【甲：次数】扣1分。", .count), ("均做到的【甲】，均达到的，得10分。", .yesNo),
    ("做到【甲】的，得10分，否则酌情扣分。", .amount),
  ])
  func `the kind of evidence follows from its sentence`(_ text: String, _ kind: EvidenceKind) throws {
    let rulebook = try rulebook(text)
    #expect(rulebook.evidence.map(\.kind) == [kind])
  }

  @Test(arguments: [
    ("未报的【甲】，每起扣1分。", "起", Combination.sum), ("完成【甲：取平均】得满分，未完成的按完成情况得分。", "", .mean),
    ("按得分【甲：满分100分】折算。", "", .single), ("未报的【甲】扣1分。", "", .maximum), ("未报的【甲：次数，件】扣1分。", "件", .sum),
  ])
  func `rows combine as their kind says`(_ text: String, _ word: String, _ combination: Combination) throws {
    let evidence = try #require(rulebook(text).evidence.first)
    #expect((evidence.measureWord ?? "") == word)
    #expect(evidence.combination == combination)
  }

  @Test func `amounts are bounded by their words and need a reason where they are 酌情`() throws {
    let range = try #require(rulebook("办理【甲】，每件扣0.1分—0.5分。").evidence.first)
    #expect(range.leastAmount == Small.number("0.1"))
    #expect(range.greatestAmount == Small.number("0.5"))
    #expect(range.needsReason)
    let outside = try #require(rulebook("被扣分【甲】据实扣分。").evidence.first)
    #expect(!outside.needsReason)
    let awarded = try #require(rulebook("做到的【甲】得10分，否则酌情扣分。").evidence.first)
    #expect(awarded.greatestAmount == 10)
  }

  @Test func `满分 and 步长 of the head serve where brackets say nothing`() throws {
    let mark = try rulebook("按得分【甲】折算。", head: "【满分：100分】\n")
    #expect(mark.evidence[0].fullMark == 100)
    let step = try rulebook("被扣分【甲】，每扣2分扣1分。", head: "【步长：不足一档不计】\n")
    #expect(step.clauses[0].terms[0].curve.worth(of: 3) == -1)
  }

  @Test func `界限 decides whether 以上 includes its number`() throws {
    for (boundary, expected) in [("以上含", Small.number("10")), ("以上不含", 0)] {
      let rulebook = try rulebook("活动2次以上的【甲】，2次以上的，得10分。", head: "【界限：\(boundary)】\n")
      #expect(rulebook.clauses[0].terms[0].curve.worth(of: 2) == expected, "\(boundary)")
    }
  }

  // MARK: References

  @Test func `同上 is the evidence before, 同：X the one named`() throws {
    let above = try rulebook("未报的【甲】，每起扣1分；情节严重的【同上】，每起扣2分。")
    #expect(above.evidence.map(\.name) == ["甲"])
    #expect(above.clauses.map { $0.terms[0].value.evidence } == [[0], [0]])
    let named = try rulebook("未报的【甲】，每起扣1分；未办的【乙】扣1分；又未报的【同：甲】，每起扣2分。")
    #expect(named.clauses.map { $0.terms[0].value.evidence } == [[0], [1], [0]])
  }

  @Test func `视同 counts as the other evidence and has no clause of its own`() throws {
    let rulebook = try rulebook("未报的【甲】、未办的【乙】各扣1分，迟报的【丙：视同甲】扣除得分。")
    #expect(rulebook.clauses.count == 1)
    #expect(rulebook.clauses[0].terms.map(\.value.readEvidence) == [[0, 2], [1]])
    #expect(rulebook.evidence[2].kind == .yesNo)
  }

  @Test func `one name serves items that can never apply to one unit`() throws {
    let text = """
      一、甲（2分）（由市纪委考核）
      （1）乙：【适用：窗口】
      做到的【做到】得2分。
      （2）丙：【适用：非窗口】
      做到的【做到】得2分。
      """
    let rulebook = try Small.rulebook(Small.book(text, head: "【名册：窗口】\n"))
    #expect(rulebook.evidence.count == 1)
    #expect(
      rulebook.evidence[0].applicability.holds(for: [0]) && rulebook.evidence[0].applicability.holds(for: [1])
    )
    #expect(
      Small.codes(Small.book(text.replacing("非窗口", with: "窗口"), head: "【名册：窗口】\n")).first
        == .evidenceNamedTwice)
  }

  // MARK: Coverage

  @Test(arguments: [
    "扣分另行通知【说明】。", "各单位参加考核，取得成绩。", "按得分折算【说明】。", "得分情况由办公室掌握。",
    "《扣0.2分的办法》另发【说明】。", "取得十分显著的成绩，增加十分重要的内容。", "加强队伍建设，陆续得到解决。",
  ])
  func `a sentence that does not score, or says so, is left in peace`(_ text: String) {
    #expect(Small.codes(Small.item("未报的【未报】扣1分。\n" + text)) == [])
  }

  @Test func `points that 说明 takes out are noted`() {
    let text = Small.item("未报的【未报】扣1分。\n每起扣0.2分的规定作废【说明】。")
    let found = Small.load(text)
    #expect(found.diagnostics.map(\.code) == [.explainedScore])
    #expect(found.diagnostics.map(\.severity) == [.note])
    #expect(found.diagnostics.first?.words(in: text) == "每起扣0.2分")
    #expect(found.rulebook != nil)
  }

  @Test(arguments: ["每起扣0.2分。", "按得分折算。", "做到的得2分；", "由领导酌情扣分。", "未完成的不得分。"])
  func `a sentence that scores needs evidence or 说明`(_ text: String) {
    #expect(Small.codes(Small.item("未报的【未报】扣1分。\n由办公室负责。\n" + text)) == [.scoringWithoutEvidence])
  }

  @Test func `limits bound the clause, or the item where they say so`() throws {
    let clause = try rulebook("未报的【甲】，每起扣1分，最多扣2分。")
    #expect(clause.clauses[0].least == -2)
    #expect(clause.items[1].statedFloor == nil)
    let item = try rulebook("未报的【甲】，每起扣1分。最多扣2分。")
    #expect(item.clauses[0].least == nil)
    #expect(item.items[1].low == Amount(8))
  }

  @Test func `a clause keeps its sentence without brackets, and its rule in canonical words`() throws {
    let clause = try #require(rulebook("投诉 问题经查实的【投诉查实】，每起扣减０．２分。").clauses.first)
    #expect(clause.sentence == "投诉问题经查实的，每起扣减０．２分。")
    #expect(clause.canonical == "每起扣0.2分")
    #expect(clause.effect == .deducts)
  }
}
