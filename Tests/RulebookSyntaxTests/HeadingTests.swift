import ExactArithmetic
import RulebookSyntax
import RulebookText
import Testing

@Suite struct HeadingTests {
  /// The headings of a text, each as its level and number or row mark.
  private func outline(_ text: String) -> [String] {
    Snippet.parse(text).tree.lines.compactMap { line in
      line.placement.map { placement in
        let absent = placement.absentParents.map { "\($0.text)?" }.joined()
        switch placement.kind {
        case .numbered(let number): return "\(placement.level) \(absent)\(number.text)"
        case .row: return "\(placement.level) 项"
        case .subrow: return "\(placement.level) 目"
        }
      }
    }
  }

  private func codes(_ text: String) -> [DiagnosticCode] { Snippet.parse(text).diagnostics.map(\.code) }

  @Test(arguments: [
    ("一、甲", NumberStyle.chinese, [1]), ("十、甲", .chinese, [10]), ("（一）甲", .parenthesizedChinese, [1]),
    ("(一)甲", .parenthesizedChinese, [1]), ("㈠甲", .parenthesizedChinese, [1]), ("1.甲", .arabic, [1]),
    ("1．甲", .arabic, [1]), ("1、甲", .arabic, [1]), ("１．甲", .arabic, [1]), ("（1）甲", .parenthesizedArabic, [1]),
    ("⑴甲", .parenthesizedArabic, [1]), ("⒈甲", .arabic, [1]), ("①甲", .circled, [1]), ("第一条 甲", .article, [1]),
    ("第1条 甲", .article, [1]),
    ("1.1 甲", .dotted, [1, 1]), ("3.231 甲", .dotted, [3, 231]), ("2-1 甲", .dotted, [2, 1]),
    ("1.2.3 甲", .dotted, [1, 2, 3]),
    ("　　一、甲", .chinese, [1]),
  ])
  func `a number at the start of a line is a heading`(_ line: String, _ style: NumberStyle, _ values: [Int]) {
    let text = style == .chinese && values == [10] ? "【缺：一，二，三，四，五，六，七，八，九】" + "\n" + line : line
    guard case .numbered(let number)? = Snippet.parse(text).tree.lines.last?.placement?.kind else {
      Issue.record("\(line) is no heading")
      return
    }
    #expect(number.style == style)
    #expect(number.values == values)
  }

  @Test(arguments: [
    "1.5分以上的项目，每个加分", "2.5万元以上", "一般干部", "第一书记", "十八大精神", "2013年", "1 甲", "甲一、乙", "半、甲", "两、甲",
    "（由农办考核）", "（）甲",
  ])
  func `a line that only begins like a number is text`(_ line: String) {
    #expect(outline(line).isEmpty)
    #expect(codes(line).isEmpty)
  }

  @Test(arguments: [
    ("未完成《年鉴》\n（2013）稿件的【年鉴稿件未完成】扣0.5分。", 0),
    ("一、甲（5分）\n未做到\n3.件数不足的【甲】扣0.5分。", 1),
  ])
  func `a number that continues nothing on a line that scores is wrapped text`(
    _ text: String, _ headings: Int
  ) {
    #expect(outline(text).count == headings)
    #expect(codes(text).isEmpty)
  }

  @Test(arguments: [
    (
      "一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n②己\n2.庚\n（二）辛\n二、壬",
      ["0 一", "1 （一）", "2 1", "3 （1）", "4 ①", "4 ②", "2 2", "1 （二）", "0 二"]
    ),
    ("一、甲\n1.乙\n2.丙\n（1）丁\n二、戊\n1.己", ["0 一", "1 1", "1 2", "2 （1）", "0 二", "1 1"]),
    ("1.甲\n1.1 乙\n1.2 丙\n2.丁\n2.1 戊", ["0 1", "1 1.1", "1 1.2", "0 2", "1 2.1"]),
    ("第一条 甲\n（一）乙\n第二条 丙", ["0 第一条", "1 （一）", "0 第二条"]),
    ("一、甲\n乙【项】\n丙【目】\n丁【目】\n戊【项】\n二、己", ["0 一", "1 项", "2 目", "2 目", "1 项", "0 二"]),
    ("一、甲\n乙【项】\n1.丙\n2.丁\n戊【项】\n1.己", ["0 一", "1 项", "2 1", "2 2", "1 项", "2 1"]),
    ("一、甲\n乙【目】\n丙【目】", ["0 一", "1 目", "1 目"]),
    ("甲【项】\n乙【项】", ["0 项", "0 项"]),
    ("【缺：一，一（一）】\n（二）甲\n（三）乙\n二、丙", ["0 一?（二）", "1 （三）", "0 二"]),
    ("【缺：二】\n一、甲\n三、乙", ["0 一", "0 三"]),
  ])
  func `headings nest by their numbers and rows by their marks`(_ text: String, _ expected: [String]) {
    #expect(outline(text) == expected)
    #expect(codes(text).isEmpty)
  }

  @Test(arguments: [
    ("一、甲\n三、乙", DiagnosticCode.headingGap), ("（二）甲", .headingGap), ("1.甲\n2.乙\n2.丙", .headingRepeated),
    ("一、甲\n二、乙\n一、丙", .headingRepeated), ("ー、甲", .lookAlikeNumeral), ("（ニ）甲", .lookAlikeNumeral),
    ("一、甲\n【项】", .untitledRow), ("一、甲【项】", .misplacedDirective), ("甲【目】", .misplacedDirective),
  ])
  func `a number out of its place is told once`(_ text: String, _ code: DiagnosticCode) {
    #expect(codes(text) == [code])
  }

  @Test(arguments: [
    ("1甲（5分）", "0 1"), ("一甲（5分）", "0 一"), ("（一甲（5分）", "0 （一）"), ("一）甲（5分）", "0 （一）"), ("1）甲（5分）", "0 （1）"),
    ("1，甲（5分）", "0 1"), ("1。甲（5分）", "0 1"), ("一：甲（5分）", "0 一"), ("1“两富”工作（5分）", "0 1"), ("1人才工作（5分）", "0 1"),
    ("1项目推进（5分）", "0 1"), ("一宣传工作（由农办考核）", "0 一"),
  ])
  func `a title with a tail whose number lacks its mark is told, and read as a heading`(
    _ line: String, _ expected: String
  ) {
    #expect(outline(line) == [expected])
    #expect(codes(line) == [.headingMark])
  }

  @Test(arguments: [
    "一般工作（5分）", "三甲（5分）", "一等奖（5分）", "一票否决（5分）", "1名以上（5分）", "1年内（5分）", "1万元以下（2分）", "1月底前（2分）",
    "1个单位（由农办考核）", "1甲（5人）", "1甲（5分）【项】", "一甲，做到的扣5分（5分）", "1甲扣2分（5分）", "2013年度（5分）", "（由农办考核）（5分）",
  ])
  func `other lines that begin with a numeral are text`(_ line: String) {
    #expect(!codes(line).contains(.headingMark))
  }

  @Test(arguments: [
    ("一、甲（5分）", "points 5"), ("一、甲(５分)", "points 5"), ("一、甲（满分5分）", "points 5"),
    ("一、甲（倒扣分5分）", "deduction 5"),
    ("一、甲（倒扣2分）", "deduction 2"), ("一、甲（5分，倒扣分1分）", "points 5 deduction 1"), ("一、甲（加分3分）", "bonus 3"),
    ("一、甲（5分、加分3分）", "points 5 bonus 3"), ("一、甲（每小项倒扣分2分）", "each 2"), ("一、甲，7分：", "points 7"),
    ("一、组织领导8：", "points 8"), ("一、财政收入任务(25分)。国、地税收入", "points 25"), ("一、甲（试行）（5分）", "points 5"),
    ("1.5分制(5分)", ""), ("一、甲（约5分）", ""), ("一、甲（5人）", ""),
  ])
  func `a heading's tail says what it is worth`(_ line: String, _ expected: String) {
    var found: [String] = []
    for segment in Snippet.parse(line).tree.lines.flatMap(\.segments) {
      guard case .tail(.worth(let worth, _)) = segment else { continue }
      let figures = [
        ("points", worth.points), ("deduction", worth.deduction), ("bonus", worth.bonus),
        ("each", worth.deductionPerChild),
      ]
      found += figures.compactMap { name, figure in figure.map { "\(name) \($0)" } }
    }
    #expect(found.joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("一、甲（由农办考核）", ["农办"]), ("一、甲（5分）（由农办、组织部考核）", ["农办", "组织部"]),
    ("一、甲（由宣传部和机关工委考核）（7分）", ["宣传部", "机关工委"]), ("一、甲（由“五创办”考核）", ["五创办"]),
    ("一、甲（由市委办牵头考核）", ["市委办"]), ("一、甲（由总工会及残联等考核）", ["总工会", "残联"]), ("一、甲（由来已久）", []),
  ])
  func `a heading's tail says who assesses`(_ line: String, _ expected: [String]) {
    let found = Snippet.parse(line).tree.lines.flatMap(\.segments).flatMap { segment -> [String] in
      if case .tail(.assessors(let names, _)) = segment { names } else { [] }
    }
    #expect(found == expected)
  }

  @Test(arguments: [
    ("一、服务经济发展（5分）（由农办考核）", "服务经济发展"), ("1.工业竞赛(2分)。按得分折算", "工业竞赛"),
    ("（1）成员单位：【适用：甲】", "成员单位"), ("一、农村“两富”（试行）工作（1分）", "农村“两富”（试行）工作"),
    ("1.未按时报送的【甲】，扣1分。", ""), ("1.未报的扣1分【说明】", ""),
  ])
  func `a heading's title ends where its tails begin`(_ line: String, _ expected: String) {
    let (tree, _) = Snippet.parse(line)
    let title = tree.lines.flatMap(\.segments).compactMap { segment -> String? in
      if case .title(let range) = segment { tree.source.text(range) } else { nil }
    }
    #expect(title.joined() == expected)
  }
}
