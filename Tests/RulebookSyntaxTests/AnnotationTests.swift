import ExactArithmetic
import RulebookSyntax
import RulebookText
import Testing

@Suite struct AnnotationTests {
  private func codes(_ text: String) -> [DiagnosticCode] { Snippet.parse(text).diagnostics.map(\.code) }

  @Test func `official brackets are written double and stand for single ones`() {
    let (tree, diagnostics) = Snippet.parse("市府【【2013】】1号文件【甲】，扣1分。")
    #expect(diagnostics.isEmpty)
    let official = tree.lines.flatMap(\.segments).filter {
      if case .officialBracket = $0 { true } else { false }
    }
    #expect(official.map { tree.source.text($0.range) } == ["【【", "】】"])
    #expect(tiles(tree))
  }

  @Test(arguments: [
    ("【甲】", ["甲"]), ("【甲、乙】", ["甲", "乙"]), ("【 投诉　查实 】", ["投诉查实"]), ("【ＡＢ岗】", ["AB岗"]),
    ("【年度要点完成率】", ["年度要点完成率"]), ("【缺少管理制度】", ["缺少管理制度"]),
  ])
  func `names are folded, blanks dropped`(_ bracket: String, _ names: [String]) {
    guard case .named(let found)? = Snippet.evidence(bracket)?.reference else {
      Issue.record("\(bracket) names nothing")
      return
    }
    #expect(found.map(\.text) == names)
  }

  private func shown(_ part: EvidencePart.Content) -> String {
    switch part {
    case .kind(let kind): "kind \(kind.rawValue)"
    case .period(let period): "period \(period.rawValue)"
    case .requirement(let required):
      "\(required.direction.rawValue) \(required.quantity?.value ?? 0) \(required.quantity?.unit ?? "")"
    case .fullMark(let mark): "mark \(mark)"
    case .fullDeduction(let mark): "deduction \(mark)"
    case .combination(let combination): "combination \(combination.rawValue)"
    case .stepRule(let rule): "step \(rule.rawValue)"
    case .per(let per): "per \(per.step) \(per.unit)"
    case .missingCount: "missing"
    case .standsUnlessRecorded: "stands"
    case .countsAs(let name): "as \(name.text)"
    case .measureWord(let word): "unit \(word)"
    case .relation(let relation): "relation \(relation.rawValue)"
    case .lowestFirst: "lowest first"
    case .statistic(let word): "the \(word.rawValue)"
    case .trimmedMean(let rows): "trimmed from \(rows)"
    case .scoredAs(let name): "scored as \(name.text)"
    case .doubled: "doubled"
    case .countsFromBottom: "from the end"
    case .matters(let rule): "matters \(rule.rawValue)"
    case .lowers(let name): "lowers \(name.text)"
    case .waives(let name): "waives \(name?.text ?? "")"
    case .grades(let names): "grades " + names.map(\.text).joined(separator: " ")
    case .levels(let names): "levels " + names.map(\.text).joined(separator: " ")
    case .appliesTo: "applies"
    case .groupedBy(let name): "in \(name.text)"
    case .ungrouped: "ungrouped"
    case .candidates(let grade): "from \(grade.text)"
    case .quotaRounding(let word): word.rawValue
    case .outcome(let outcome): "outcome \(outcome.phrases.count)"
    case .phrase(let rule): "rule \(rule.phrases.count)"
    }
  }

  @Test(arguments: [
    ("按月，至少2篇", ["period 按月", "至少 2 篇"]), ("至多三次", ["至多 3 次"]), ("95%以上", ["至少 95 %"]), ("高于2次", ["高于 2 次"]),
    ("满分100分，取平均，折算", ["mark 100", "combination 取平均", "rule 1"]), ("满扣100分", ["deduction 100"]),
    ("去掉一个最高分和一个最低分后取平均", ["combination 去掉一个最高分和一个最低分后取平均"]), ("取最高", ["combination 取最高"]),
    ("取合计", ["combination 取合计"]), ("名次，倒数", ["kind 名次", "from the end"]),
    ("等次（优秀、良好）", ["grades 优秀 良好"]),
    ("分级（省级、市级），同一事项取最高", ["levels 省级 市级", "matters 同一事项取最高"]), ("同一事项计一次", ["matters 同一事项计一次"]),
    ("核减乙", ["lowers 乙"]), ("免扣乙", ["waives 乙"]), ("免扣", ["waives "]), ("按比例", ["step 按比例"]),
    ("不足一档不计", ["step 不足一档不计"]),
    ("不足一档按一档", ["step 不足一档按一档"]), ("缺数", ["missing"]), ("无记录即得", ["stands"]), ("视同乙", ["as 乙"]),
    ("分组单位类型", ["in 单位类型"]), ("不分组", ["ungrouped"]),
    ("每次", ["per 1 次"]), ("每2个", ["per 2 个"]), ("篇", ["unit 篇"]), ("每起扣0.2分", ["rule 1"]),
    ("每2次，扣1分", ["per 2 次", "rule 1"]), ("按年", ["period 按年"]), ("按季，按半年", ["period 按季", "period 按半年"]),
  ])
  func `every part of evidence is read`(_ parts: String, _ expected: [String]) {
    #expect(Snippet.evidence("【甲：\(parts)】")?.parts.map { shown($0.content) } == expected)
  }

  @Test func `every kind of evidence may be written as a part`() {
    for kind in EvidenceKind.stated {
      #expect(
        Snippet.evidence("【甲：\(kind.rawValue)】")?.parts.map { shown($0.content) } == ["kind \(kind.rawValue)"]
      )
    }
  }

  @Test func `evidence is named, meant again or the one above`() {
    #expect(Snippet.evidence("【同上】")?.reference == .previous)
    guard case .again(let name)? = Snippet.evidence("【同：甲，至少2次】")?.reference else {
      Issue.record("同 is not read")
      return
    }
    #expect(name.text == "甲")
  }

  @Test(arguments: [
    ("【】", DiagnosticCode.emptyAnnotation), ("【甲、】", .emptyAnnotation), ("【甲：】", .unknownPart),
    ("【甲：随便】", .unknownPart),
    ("【系数：2】", .reservedWord), ("【目标】", .reservedWord), ("【甲：等次（优）】", .levelList),
    ("【至少甲】", .badName),
    ("【甲，乙】", .badName), ("【甲（一）】", .badName), ("【年度】", .badDirectiveValue), ("【年度：十三】", .badDirectiveValue),
    ("【总分：很多】", .badDirectiveValue), ("【保留：2位】", .badDirectiveValue), ("【其余：随意】", .badDirectiveValue),
    ("【缺：甲】", .badDirectiveValue), ("【同：】", .emptyAnnotation), ("【甲", .bracketUnclosed),
    ("【甲【乙】", .bracketUnclosed),
    ("甲】", .strayClosingBracket), ("【甲：0。2分】", .unknownPart), ("【甲：扣0。2分】", .misprintedNumber),
    ("【名册：甲（乙）】", .badDirectiveValue),
  ])
  func `a bracket that says nothing is told once`(_ bracket: String, _ code: DiagnosticCode) {
    #expect(codes("甲项【说明】\n" + bracket) == [code])
  }

  @Test func `directives are read with their values`() {
    func text(_ bracket: String) -> String { Snippet.directive(bracket).map { "\($0)" } ?? "" }
    for (bracket, words) in [
      ("【细则：甲市细则】", "title"), ("【年度：2013】", "year(2013)"), ("【年度：2013年度】", "year(2013)"),
      ("【说明】", "explanation"),
      ("【注：随便什么】", "comment"), ("【步长：按比例】", "stepRule"), ("【界限：以上含，以下不含】", "belowIncludes: false"),
      ("【量词：摊、船】", "measureWords"), ("【上限：不限】", "ceiling(nil)"), ("【起评：满分】", "fullMark"),
      ("【考核单位】", "assessors(nil)"),
    ] { #expect(text(bracket).contains(words), "\(bracket)") }
    guard case .floor(let floor)? = Snippet.directive("【下限：-5分】") else {
      Issue.record("下限 is not read")
      return
    }
    #expect(floor == -5)
    guard case .others(let others)? = Snippet.directive("【其余：1至3、（二），得2分】") else {
      Issue.record("其余 is not read")
      return
    }
    #expect(others.scope.map(\.text) == ["1", "2", "3", "（二）"])
    #expect(others.grant == .points(2))
  }

  @Test(arguments: [
    ("一、甲\u{200B}乙（5分）", DiagnosticCode.invisibleCharacter), ("【投诉\u{202E}查实】", .invisibleCharacter),
    ("【投\u{00AD}诉】", .invisibleCharacter),
  ])
  func `a character that nobody sees is told wherever it stands`(_ text: String, _ code: DiagnosticCode) {
    #expect(codes(text) == [code])
  }
}
