import RulebookText
import Testing

/// One mistake: a rulebook that has it, the words it is told at, and the same rulebook without it.
struct Mistake: Sendable, CustomTestStringConvertible {
  let code: DiagnosticCode
  let wrong: String
  let words: String
  let right: String

  init(_ code: DiagnosticCode, _ wrong: String, at words: String, right: String) {
    self.code = code
    self.wrong = wrong
    self.words = words
    self.right = right
  }

  /// Two items of the text of one heading.
  static func item(
    _ code: DiagnosticCode, _ wrong: String, at words: String, right: String, _ worth: String = "10分",
    head: String = ""
  ) -> Mistake {
    Mistake(
      code, Small.item(wrong, worth, head: head), at: words, right: Small.item(right, worth, head: head))
  }

  static func book(
    _ code: DiagnosticCode, _ wrong: String, at words: String, right: String, head: String = ""
  ) -> Mistake {
    Mistake(code, Small.book(wrong, head: head), at: words, right: Small.book(right, head: head))
  }

  var testDescription: String { "\(code.rawValue) \(words)" }

  private static let office = "（由市纪委考核）"
  private static let one = "未报的【未报】扣1分。\n"

  static let all: [Mistake] =
    text + headings + annotations + names + formulas + consequences + kinds + sums + outcomes + examples

  // MARK: K01

  static let text: [Mistake] = [
    Mistake(.emptyRulebook, "", at: "", right: Small.item(one)),
    Mistake(.emptyRulebook, "\u{FEFF}\n　\n", at: "", right: "\u{FEFF}" + Small.item(one)),
    .item(.invisibleCharacter, "未\u{200B}报的【未报】扣1分。", at: "\u{200B}", right: one),
    .item(.lookAlikeCharacter, "未报的【⼯作未报】扣1分。", at: "⼯", right: "未报的【工作未报】扣1分。"),
    .item(
      .overLimit, "未报的【" + String(repeating: "长", count: 201) + "】扣1分。",
      at: String(repeating: "长", count: 201),
      right: one),
  ]

  // MARK: K02

  static let headings: [Mistake] = [
    .book(
      .lookAlikeNumeral, "一、甲（5分）\(office)\n未报的【甲】扣1分。\nニ、乙", at: "ニ",
      right: "一、甲（5分）\(office)\n未报的【甲】扣1分。\n二、乙"),
    .book(.lookAlikeNumeral, "ー、甲（5分）\(office)\n未报的【甲】扣1分。", at: "ー", right: "一、甲（5分）\(office)\n未报的【甲】扣1分。"),
    .book(.noHeadings, "未报的扣分事项另定。", at: "", right: "一、甲（5分）\(office)\n未报的【甲】扣1分。"),
    .book(
      .headingGap, "一、甲（5分）\(office)\n未报的【甲】扣1分。\n三、乙（5分）\(office)\n未办的【乙】扣1分。", at: "三、",
      right: "【缺：二】\n一、甲（5分）\(office)\n未报的【甲】扣1分。\n三、乙（5分）\(office)\n未办的【乙】扣1分。"),
    .book(
      .headingRepeated, "一、甲（5分）\(office)\n未报的【甲】扣1分。\n一、乙（5分）\(office)\n未办的【乙】扣1分。", at: "一、",
      right: "一、甲（5分）\(office)\n未报的【甲】扣1分。\n二、乙（5分）\(office)\n未办的【乙】扣1分。"),
    .book(
      .headingMark, "一、甲（5分）\(office)\n未报的【甲】扣1分。\n二乙（5分）\(office)\n未办的【乙】扣1分。", at: "二",
      right: "一、甲（5分）\(office)\n未报的【甲】扣1分。\n二、乙（5分）\(office)\n未办的【乙】扣1分。"),
    .book(
      .headingMark, "一、甲（5分）\(office)\n（一乙（5分）\n未报的【甲】扣1分。", at: "（一",
      right: "一、甲（5分）\(office)\n（一）乙（5分）\n未报的【甲】扣1分。"),
    .book(
      .unreadTail, "一、甲（5分）（由市纪委考核\n未报的【甲】扣1分。\n未办的【乙】扣1分。", at: "（由市纪委考核",
      right: "一、甲（5分）\(office)\n未报的【甲】扣1分。\n未办的【乙】扣1分。"),
    .book(
      .untitledRow, "一、甲\(office)\n【项】【分值：5分】\n未报的【甲】扣1分。", at: "【项】",
      right: "一、甲\(office)\n乙【项】【分值：5分】\n未报的【甲】扣1分。"),
    .book(
      .unreadTail, "一、甲（扣分5分）\(office)\n未报的【甲】扣1分。", at: "5分",
      right: "一、甲（倒扣分5分）\(office)\n未报的【甲】扣1分。"),
    .book(
      .unreadTail, "一、甲（5分0\(office)\n未报的【甲】扣1分。", at: "5分",
      right: "一、甲（5分）\(office)\n未报的【甲】扣1分。"),
  ]

  // MARK: K03

  static let annotations: [Mistake] = [
    .item(.bracketUnclosed, one + "未办的【未办，扣1分。", at: "【", right: one + "未办的【未办】，扣1分。"),
    .item(.strayClosingBracket, one + "办公室】。", at: "】", right: one + "办公室】】。"),
    .item(.strayClosingBracket, one + "未办的未办】，每起扣1分。", at: "】", right: one + "未办的【未办】，每起扣1分。"),
    .item(.emptyAnnotation, one + "由办公室负责【】。", at: "【】", right: one + "由办公室负责【说明】。"),
    .item(.proposedAnnotation, "未报的【？未报】扣1分。", at: "【？未报】", right: one),
    .item(.unknownPart, "未报的【未报：随便】扣1分。", at: "随便", right: "未报的【未报：是否】扣1分。"),
    .book(
      .badDirectiveValue, "【总分：很多】\n一、甲（5分）\(office)\n" + one, at: "很多",
      right: "【总分：5分】\n一、甲（5分）\(office)\n" + one),
    .item(.badDirectiveValue, one + "【考核单位】", at: "【考核单位】", right: one + "【考核单位：市纪委】"),
    .item(.reservedWord, one + "【系数：2】", at: "系数", right: one + "【注：系数2】"),
    .book(
      .misplacedDirective, "一、甲（5分）\(office)\n" + one + "【总分：5分】", at: "【总分：5分】",
      right: "【总分：5分】\n一、甲（5分）\(office)\n" + one),
    .item(.misplacedDirective, one + "【其余：得2分】", at: "【其余：得2分】", right: one),
    .book(.misplacedDirective, "一、甲（5分）\(office)【项】\n" + one, at: "【项】", right: "一、甲（5分）\(office)\n" + one),
    .book(
      .repeatedDirective, "【总分：5分】\n【总分：5分】\n一、甲（5分）\(office)\n" + one, at: "【总分：5分】",
      right: "【总分：5分】\n一、甲（5分）\(office)\n" + one),
    Mistake(.missingHead, "【年度：2013】\n一、甲（5分）\(office)\n" + one, at: "", right: Small.item(one)),
    Mistake(.missingHead, "【细则：甲】\n一、甲（5分）\(office)\n" + one, at: "", right: Small.item(one)),
    .item(.badName, "未报的【至少一次】扣1分。", at: "至少一次", right: "未报的【未报】扣1分。"),
    .item(.contradictoryParts, "每次【未报：次数，是否】，扣1分。", at: "是否", right: "未报【未报：是否】，扣1分。"),
    .item(
      .contradictoryParts, "未报【未报：是否】，扣1分；再报【同上：次数】，扣2分。", at: "【同上：次数】",
      right: "未报【未报：次数】，扣1分；再报【同上：次数】，扣2分。"),
  ]

  static let names: [Mistake] = [
    Mistake(
      .yearDiffers, "【细则：甲2014年度考核细则】\n【年度：2013】\n一、甲（5分）\(office)\n" + one, at: "【细则：甲2014年度考核细则】",
      right: "【细则：甲2013年度考核细则】\n【年度：2013】\n一、甲（5分）\(office)\n" + one),
    .item(.scoringWithoutEvidence, "未报的[未报]，每起扣1分。", at: "[未报]", right: "未报的【未报】，每起扣1分。"),
    .item(
      .unknownPart, "每月至少报送两篇【报送：按月、至少2篇】，少一篇扣1分。", at: "按月、至少2篇", right: "每月至少报送两篇【报送：按月，至少2篇】，少一篇扣1分。"),
    .item(
      .unknownPart, "每月至少报送两篇【报送：每月，至少2篇】，少一篇扣1分。", at: "每月", right: "每月至少报送两篇【报送：按月，至少2篇】，少一篇扣1分。"),
    .item(.evidenceNamedTwice, one + "未办的【未报】扣1分。", at: "未报", right: one + "未办的【未办】扣1分。"),
    .book(
      .nestedPeriods, "一、甲（5分）\(office)【按月考核：取平均】\n1.乙（5分）【按季考核：取平均】\n" + one, at: "【按季考核：取平均】",
      right: "一、甲（5分）\(office)【按月考核：取平均】\n1.乙（5分）\n" + one),
    .book(
      .periodsWithoutWorth, "一、甲（5分）\(office)\n1.乙【按季考核：取平均】\n" + one, at: "【按季考核：取平均】",
      right: "一、甲（5分）\(office)【按季考核：取平均】\n1.乙\n" + one),
    .item(.nothingAbove, "未报的【同上】扣1分。", at: "【同上】", right: one + "再次未报的【同上】扣1分。"),
    .item(.unknownEvidenceName, one + "未办的【同：未办】扣1分。", at: "未办", right: one + "未办的【同：未报】扣1分。"),
    .item(
      .unknownEvidenceName, one + "迟报的【迟报：视同没有】扣除得分。", at: "没有", right: one + "迟报的【迟报：视同未报】扣除得分。"),
    .book(
      .unknownAttribute, "一、甲（5分）\(office)【适用：窗囗】\n" + one, at: "窗囗",
      right: "一、甲（5分）\(office)【适用：窗口】\n" + one,
      head: "【名册：窗口】\n【注：窗口】\n"),
    .book(
      .attributeValue, "一、甲（5分）\(office)【适用：类型为企业】\n" + one, at: "类型为企业",
      right: "一、甲（5分）\(office)【适用：类型为政府】\n" + one, head: "【名册：类型（党群、政府）】\n"),
    .book(
      .repeatedAttribute, "【名册：窗口、窗口】\n一、甲（5分）\(office)【适用：窗口】\n" + one, at: "窗口",
      right: "【名册：窗口】\n一、甲（5分）\(office)【适用：窗口】\n" + one),
    .book(
      .unknownItem, "一、甲（5分）\(office)【适用：窗口】\n" + one + "【其余：9，得平均分】", at: "【其余：9，得平均分】",
      right: "一、甲（5分）\(office)【适用：窗口】\n" + one + "【其余：得平均分】", head: "【名册：窗口】\n"),
    .book(
      .unusedAttribute, "一、甲（5分）\(office)\n" + one, at: "窗口", right: "一、甲（5分）\(office)【适用：窗口】\n" + one,
      head: "【名册：窗口】\n"),
    .item(
      .unknownReference, "完成任务的【项目：次数，至少目标值】得10分。", at: "目标值", right: "完成任务的【项目：次数，至少目标】得10分。"),
    .book(
      .sharedNamedTwice, "【共用：全市、全市】\n一、甲（5分）\(office)\n高于全市的【增速：百分率，至少全市】得5分。", at: "全市",
      right: "【共用：全市】\n一、甲（5分）\(office)\n高于全市的【增速：百分率，至少全市】得5分。"),
    .item(
      .nearIdenticalNames, "未报的【投诉查实】扣1分；未办的【投诉察实】扣1分。", at: "投诉察实",
      right: "未报的【投诉查实】扣1分；未办的【投诉逾期】扣1分。"),
    .item(.levelList, "考核【年度考核：等次（优）】得10分。", at: "等次（优）", right: "考核【年度考核：等次（优、良）】分别得10、5分。"),
    .item(.levelList, "考核【年度考核：等次】得10分。", at: "等次", right: "考核【年度考核：等次（优、良）】分别得10、5分。"),
    .book(.missingAssessor, "一、甲（5分）\n" + one, at: "未报", right: "一、甲（5分）\(office)\n" + one),
  ]

  // MARK: K04

  /// Formulas, and how scores count in others.
  static let formulas: [Mistake] = [
    .item(.unreadableFormula, "得分=70达标率【甲：百分率】-63。", at: "达", right: "得分=70×达标率【甲：百分率】-60。"),
    .item(.unreadableFormula, "得分=(甲【甲：数值】+1。", at: "(", right: "得分=(甲【甲：数值】+1)。"),
    .item(.unreadableFormula, "得分=甲【甲：数值】×。", at: "。", right: "得分=甲【甲：数值】×2。"),
    .item(.unreadableFormula, "甲【甲：数值】【得分=甲=2】", at: "=", right: "甲【甲：数值】【得分=甲-2】"),
    .item(.formulaWordWithoutBracket, "得分=甲【甲：数值】/乙数。", at: "乙数", right: "得分=甲【甲：数值】/乙数【乙：数值】。"),
    .item(
      .formulaCircle, "甲率【甲】=乙【乙】+1；乙率【同：乙】=甲【同：甲】；得分=甲【同：甲】。", at: "=乙【乙】+1",
      right: "甲率【甲】=乙【乙：数值】+1；得分=甲【同：甲】。"),
    .item(.formulaOperand, "得分=甲【甲：数值，至少2次】×2。", at: "至少2次", right: "得分=甲【甲：数值】×2。"),
    .item(
      .formulaOperand, "每月不低于2%【甲：百分率，按月，至少2%】，否则扣1分；另得分=甲【同：甲】×2。", at: "【同：甲】",
      right: "每月不低于2%【甲：百分率，按月，至少2%】，否则扣1分。"),
    .item(.formulaOperand, "未报的【未报：最高】扣1分。", at: "【未报：最高】", right: "未报的【未报】扣1分。"),
    .item(
      .definedTwice, "甲【甲】=乙【乙：数值】；甲【同：甲】=乙【同：乙】×2；得分=甲【同：甲】。", at: "=乙【同：乙】×2",
      right: "甲【甲】=乙【乙：数值】；得分=甲【同：甲】。"),
    .item(.kindNotStated, "得分=甲【甲】×2。", at: "【甲】", right: "得分=甲【甲：数值】×2。"),
    .item(
      .overLimit, "得分=" + String(repeating: "(", count: 17) + "甲【甲：数值】" + String(repeating: ")", count: 17),
      at: "(",
      right: "得分=" + String(repeating: "(", count: 16) + "甲【甲：数值】" + String(repeating: ")", count: 16)),
    .item(.repeatedRule, "未报的【未报】扣1分；未办的【未办：加倍】扣1分。", at: "【未办：加倍】", right: "未报的【未报】扣1分；未办的【未办：计分同未报，加倍】同上。"),
    .item(
      .repeatedRule, "未报的【未报】酌情扣分；未办的【未办：计分同未报，加倍】同上。", at: "未报",
      right: "未报的【未报】扣1分；未办的【未办：计分同未报，加倍】同上。"),
    .item(
      .formulaEnd, "得分=100×达标率【甲：百分率】-80；低于90%为0分。", at: "得分=100×达标率【甲：百分率】-80",
      right: "得分=100×达标率【甲：百分率】-90；低于90%为0分。"),
    .book(
      .itemWeights, weighed + "【权重：一，80%】【权重：二，30%】", at: "一", right: weighed + "【权重：一，80%】【权重：二，20%】"),
    .book(
      .scoresLeftOut, weighed + "总分【总得分】=甲【同：甲得分】", at: "=甲【同：甲得分】",
      right: weighed + "总分【总得分】=甲【同：甲得分】×50%+乙【同：乙得分】×50%"),
    .book(
      .misplacedDirective, "【得分名：甲】\n一、甲（5分）\(office)\n未报的【未报】扣1分。", at: "甲",
      right: "一、甲（5分）\(office)【得分名：甲得分】\n未报的【未报】扣1分。"),
  ]

  private static let weighed =
    "一、甲（10分）\(office)【得分名：甲得分】\n未报的【未报】扣1分。\n二、乙（10分）\(office)【得分名：乙得分】\n未办的【未办】扣1分。\n"

  static let consequences: [Mistake] = [
    .item(.misprintedNumber, "未报的【未报】，每起扣0。2分。", at: "0。2", right: "未报的【未报】，每起扣0.2分。"),
    .item(.misprintedNumber, "未报的【未报】，每起扣伍分。", at: "伍", right: "未报的【未报】，每起扣5分。"),
    .item(.misprintedNumber, "未报的【未报】，每起扣一点五分。", at: "一点五", right: "未报的【未报】，每起扣1.5分。"),
    .item(.misprintedNumber, "未报的【未报】，每起扣⑤分。", at: "⑤", right: "未报的【未报】，每起扣5分。"),
    .item(.misprintedNumber, "未报的【未报】，每起扣1 2分。", at: "1 2", right: "未报的【未报】，每起扣1.2分。"),
    .item(.misprintedNumber, "未报的【未报：扣伍分】。", at: "扣伍分", right: "未报的【未报：扣5分】。"),
    .item(.unknownConsequence, "未报的【未报】，扣百分之二十分。", at: "扣百分之二十分", right: "未报的【未报】，扣2分。"),
    .item(.unknownConsequence, "未报的【未报】，扣1.2.3分。", at: "扣1.2.3分", right: "未报的【未报】，扣1.2分。"),
    .item(.missingPointsWord, "未报的【未报】，扣0.2。", at: "扣0.2", right: "未报的【未报】，扣0.2分。"),
    .item(.negativeDeduction, "未报的【未报】，扣-0.2分。", at: "扣-0.2分", right: "未报的【未报】，扣0.2分。"),
    .item(
      .figureMismatch, "每月至少报送信息两篇【信息：按月，至少3篇】，少一篇扣0.2分。", at: "3篇",
      right: "每月至少报送信息两篇【信息：按月，至少2篇】，少一篇扣0.2分。"),
    .item(
      .figureMismatch, "每举办2次【举办：每3次，不足一档不计】，扣1分。", at: "3次", right: "每举办2次【举办：每2次，不足一档不计】，扣1分。", head: ""),
    .item(
      .periodNotStated, "每季不少于1次【检查：至少1次】，少一次扣0.1分。", at: "【检查：至少1次】",
      right: "每季不少于1次【检查：按季，至少1次】，少一次扣0.1分。"),
    .item(
      .periodNotStated, "每月不少于1次【检查：按季，至少1次】，少一次扣0.1分。", at: "【检查：按季，至少1次】",
      right: "每月不少于1次【检查：按月，至少1次】，少一次扣0.1分。"),
    .item(
      .unsupportedPeriod, "每周不少于1次【检查：至少1次】，少一次扣0.1分。", at: "【检查：至少1次】",
      right: "每周不少于1次【检查：缺数】，少一次扣0.1分。"),
    .item(.scoringWithoutEvidence, one + "未办的，每起扣0.2分。", at: "扣0.2分", right: one + "未办的【未办】，每起扣0.2分。"),
    .item(.bracketBehindFigure, "未报的，每起扣0.2分【未报】。", at: "【未报】", right: "未报的【未报】，每起扣0.2分。"),
    .item(.unknownConsequence, "未报的【未报】，每逢检查扣0.2分。", at: "扣0.2分", right: "未报的【未报】，每次扣0.2分。"),
    .item(.groupNotClosed, one + "未办的【未办】；", at: "【未办】", right: one + "未办的【未办】扣1分；"),
    .item(
      .singleFormAfterGroup, "未报的【未报】；未办的【未办】，扣0.5分。", at: "扣0.5分", right: "未报的【未报】；未办的【未办】，各扣0.5分。"),
    .item(
      .singleFormAfterGroup, "未报的【未报】；未办的【未办】，每起扣0.5分。", at: "每起扣0.5分",
      right: "未报的【未报】；未办的【未办】，每起各扣0.5分。"),
    .item(
      .listLength, "未报的【未报】、未办的【未办】，各扣2分、1分、0.5分。", at: "各扣2分、1分、0.5分",
      right: "未报的【未报】、未办的【未办】，各扣2分、1分。"),
    .item(.missingRequirement, "开展活动【活动】，少一次扣0.1分。", at: "【活动】", right: "开展活动【活动：缺数】，少一次扣0.1分。"),
    .item(.missingStepRule, "外部被扣分【被扣分】，每扣2分扣0.1分。", at: "【被扣分】", right: "外部被扣分【被扣分：按比例】，每扣2分扣0.1分。"),
    .item(.perLost, "每举办1次，经认定的【举办活动】扣3分。", at: "【举办活动】", right: "每举办1次，经认定的【举办活动：每次】扣3分。"),
    .item(.perLost, "每发生1起事故【一般】扣3分，大事故【较大】扣4分。", at: "【较大】", right: "每发生1起事故【一般】扣3分，大事故【较大：每起】扣4分。"),
    .item(.perLost, "每个单位【未办】扣3分。", at: "【未办】", right: "每个单位【未办：是否】扣3分。"),
    .item(.extentBeforeBracket, "受表彰3次以上的【表彰】得10分。", at: "【表彰】", right: "受表彰3次以上的【表彰：至少3次】得10分。"),
    .item(.extentBeforeBracket, "召开4次【会议】得10分。", at: "【会议】", right: "召开4次【会议：至少4次】得10分。"),
    .item(.extentBeforeBracket, "采纳1篇【信息】得10分。", at: "【信息】", right: "采纳1篇【信息：每篇】得10分。"),
    .item(.perLost, "投诉问题逐起【投诉】扣3分。", at: "【投诉】", right: "投诉问题逐起【投诉：每起】扣3分。"),
    .item(.perLost, "凡发生1起事故，经查实的【事故】扣3分。", at: "【事故】", right: "凡发生1起事故，经查实的【事故：每起】扣3分。"),
    .item(.perLost, "被通报的【通报：扣3分】，每次扣3分。", at: "【通报：扣3分】", right: "被通报的【通报：每次，扣3分】，每次扣3分。"),
    .item(
      .unsupportedCombination, "做到的【做到】得10分，每起扣1分。", at: "得10分，每起扣1分", right: "做到的【做到】得10分。"),
    .item(
      .mixedVerbs, "做到的【做到】得10分；又做的【同上】扣1分。", at: "扣1分", right: "做到的【做到】得4分；又做的【同上】得6分。"),
    .item(
      .missingStart, "做到的【做到】得10分；未报的【未报】扣1分。", at: "一、作风（10分）（由市纪委考核）",
      right: "【起评：0分】\n做到的【做到】得10分；未报的【未报】扣1分。"),
    .item(
      .comparisonNotAsked, "占比【占比：百分率，按比例，至少40%】比上年每低1个百分点扣1分，至少40%。", at: "比上年",
      right: "占比【占比：百分率，按比例，至少上年】比上年每低1个百分点扣1分。"),
    .item(.headWithoutEffect, "按得分【得分甲：满分100分，每次】折算。", at: "每次", right: "按得分【得分甲：满分100分】折算。"),
    .item(.headWithoutEffect, "未报的【未报：每次】，每次扣1分。", at: "每次", right: "未报的【未报】，每次扣1分。"),
    .item(
      .periodTooLong, "【按月考核：取平均】\n培训不少于1次【培训：按季，至少1次】，少一次扣1分。", at: "【培训：按季，至少1次】",
      right: "【按季考核：取平均】\n培训不少于1次【培训：按月，至少1次】，少一次扣1分。"),
    .book(
      .evidenceOfTwoAxes,
      "一、甲（5分）\(office)【按月考核：取平均】\n按得分【得分甲：满分100分】折算。\n二、乙（5分）\(office)\n按得分【同：得分甲】折算。", at: "折算",
      right: "一、甲（5分）\(office)【按月考核：取平均】\n按得分【得分甲：满分100分】折算。\n二、乙（5分）\(office)\n按得分【得分乙：满分100分】折算。"),
    .item(
      .yearInPeriods, "【按月考核：取平均】\n计分【办结率：百分率】【得分=10×办结率，最高10分】。", at: "得分=10×办结率",
      right: "计分【办结率：百分率】【得分=10×办结率，最高10分】。"),
    .item(
      .unsettledPeriods, "【按月考核：取合计】\n采用的【信息】，每篇得1分。", at: "【按月考核：取合计】",
      right: "【按月考核：取平均】\n采用的【信息】，每篇得1分。"),
    .item(
      .groupingWithoutEffect, "未报的【未报：不分组】，每次扣1分。", at: "【未报：不分组】", right: "未报的【未报】，每次扣1分。"),
    .item(
      .requirementConflict, "活动【活动：至少3次】，不少于2次，少一次扣1分，共3次。", at: "至少3次", right: "活动【活动】，不少于2次，少一次扣1分，共3次。"),
    .item(
      .requirementConflict, "迟到不超过2次【迟到：至少2次】，少一次扣1分。", at: "至少2次", right: "迟到不超过2次【迟到：至多2次】，每超一次扣1分。"),
    .item(.ruleDiffersFromText, "未报的【未报：每起，扣0.2分】，每起扣0.3分。", at: "0.3分", right: "未报的【未报：每起，扣0.2分】，每起扣0.2分。"),
    .item(
      .secondLimit, "未报的【未报】，每起扣0.2分，最多扣2分，最多扣3分。", at: "最多扣3分", right: "未报的【未报】，每起扣0.2分，最多扣2分。"),
    .item(.unsupportedCombination, "未报的【未报】扣1分，每起扣0.2分。", at: "扣1分，每起扣0.2分", right: "未报的【未报】每起扣0.2分。"),
    .item(
      .unreadModifier, "未报的【未报】，每起扣0.2分，加倍扣分。", at: "加倍", right: "未报的【未报】，每起扣0.2分，最多扣2分。"),
    .item(
      .unreadModifier, "未报的【未报】，每起扣0.2分，整改到位的不予扣分。", at: "不予扣", right: "未报的【未报】，每起扣0.2分，扣完为止。"),
    .item(
      .unreadModifier, "未报的【未报】，每起扣0.2分；已整改的扣一半。", at: "扣一半", right: "未报的【未报】，每起扣0.2分；扣完为止。"),
    .item(
      .unreadModifier, "未报的【未报】，每起扣0.2分，发生3起的本项为0。", at: "为0", right: "未报的【未报】，每起扣0.2分，误差为0.5%。"),
    .item(
      .unknownLevel, "考核【年度考核：等次（优、良）】优的得6分，良的得3分。测评【测评：等次（好、差）】优的得4分，差的不得分。", at: "优的得4分，差的不得分",
      right: "考核【年度考核：等次（优、良）】优的得6分，良的得3分。测评【测评：等次（好、差）】好的得4分，差的不得分。"),
    .item(
      .levelWithoutEach, "采用【采用：分级（省级、市级）】省级得6分，市级得4分。", at: "省级得6分，市级得4分",
      right: "采用【采用：分级（省级、市级）】省级每篇得6分，市级得4分。"),
    .item(
      .changesNothing, "做到的【做到】得10分；不可抗力【不可抗力：免扣】不扣分。", at: "【不可抗力：免扣】",
      right: "未办的【未办】扣1分；不可抗力【不可抗力：免扣】不扣分。"),
    .item(
      .changesNothing, "按得分【得分甲：满分100分】折算。加倍【倍数：扣分2倍，适用市直】。", at: "【倍数：扣分2倍，适用市直】",
      right: "未办的【未办】扣1分。加倍【倍数：扣分2倍，适用市直】。", head: "【名册：市直】\n"),
    .item(
      .multipliersOverlap, "未办的【未办】扣1分。加倍【倍数：扣分2倍，适用市直】，三倍【倍数：扣分3倍，适用窗口】。", at: "【倍数：扣分3倍，适用窗口】",
      right: "未办的【未办】扣1分。加倍【倍数：扣分2倍，适用市直】，三倍【倍数：扣分3倍，适用非市直且窗口】。", head: "【名册：市直、窗口】\n"),
    .item(
      .placeDirection, "排名【名次甲：名次】，倒数第1名得10分。", at: "倒数第1名得10分", right: "排名【名次甲：名次，倒数】，倒数第1名得10分。"),
    .item(
      .explainedScore, one + "往年每次扣2分【说明】。", at: "每次扣2分", right: one + "往年每次都扣【说明】。"),
    .book(.clauseWithoutItem, "一、甲\(office)\n" + one, at: "扣1分", right: "一、甲（5分）\(office)\n" + one),
  ]

  static let kinds: [Mistake] = [
    .item(.kindMismatch, "按得分【得分甲：次数，满分100分】折算。", at: "【得分甲：次数，满分100分】", right: "按得分【得分甲：得分，满分100分】折算。"),
    .item(
      .kindNotStated, "优良天数不少于340天【优良天数：至少340天】，每少1天扣0.1分。", at: "【优良天数：至少340天】",
      right: "优良天数不少于340天【优良天数：数值，至少340天，按比例】，每少1天扣0.1分。"),
    .item(.missingFullMark, "按得分【得分甲】折算。", at: "【得分甲】", right: "按得分【得分甲：满分100分】折算。"),
    .item(
      .unboundedBonus, "做到的【做到】得10分；表彰的【表彰】，每次加1分。", at: "每次加1分", right: "做到的【做到】得10分；表彰的【表彰】，每次加1分，最多加3分。"),
  ]

  // MARK: K05

  static let sums: [Mistake] = [
    .item(
      .levelsWithoutUse, "采用【采用：分级（省级、市级）】每篇得1分。", at: "采用",
      right: "采用【采用：分级（省级、市级）】省级每篇得2分，市级得1分。"),
    .item(
      .periodsSum, "【按月考核：取合计，每期最多得1分】\n采用的【信息】，每篇得1分。", at: "【按月考核：取合计，每期最多得1分】",
      right: "【按季考核：取合计，每期最多得2.5分】\n采用的【信息】，每篇得1分。"),
    .book(
      .startCountedTwice, "一、甲\(office)【上限：20分】【起评：5分】\n1.乙（5分）\n未报的【未报】扣1分。", at: "一、甲\(office)",
      right: "一、甲\(office)【上限：20分】\n1.乙（5分）\n未报的【未报】扣1分。"),
    .item(
      .levelWithoutFigure, "考核【考核甲：等次（优、良、中）】优的得10分，良的得5分。", at: "考核甲",
      right: "考核【考核甲：等次（优、良、中）】优的得10分，良的得5分，其他的不得分。"),
    .item(
      .unusedDefinition, "结案率【结案率】=结案数【结案数：数值】/应结案数【应结案数：数值】×100%。未报的【未报】扣1分。", at: "结案率",
      right: "结案率【结案率】=结案数【结案数：数值】/应结案数【应结案数：数值】×100%。70%以上的【同：结案率，至少70%】得10分。"),
    .item(
      .fullStartWithAwards, "【起评：满分】\n做到的【做到】得10分。未报的【未报】扣1分。", at: "（10分）",
      right: "【起评：0分】\n做到的【做到】得10分。未报的【未报】扣1分。"),
    .book(
      .unusedShared, "【共用：全市】\n一、甲（5分）\(office)\n达到的【增速：百分率，至少目标】得5分。", at: "全市",
      right: "【共用：全市】\n一、甲（5分）\(office)\n达到的【增速：百分率，至少全市】得5分。"),
    .book(
      .childrenSum, "一、甲（5分）\(office)\n1.乙（2分）\n未报的【未报】扣1分。\n2.丙（2分）\n未办的【未办】扣1分。", at: "（5分）",
      right: "一、甲（5分）\(office)\n1.乙（2分）\n未报的【未报】扣1分。\n2.丙（3分）\n未办的【未办】扣1分。"),
    .item(
      .capTooSmall, "未报的【未报】扣1分；未办的【未办】扣2分。", at: "一、作风（倒扣分2分）（由市纪委考核）", right: "未报的【未报】扣1分；未办的【未办】扣1分。",
      "倒扣分2分"),
    .item(.limitAboveItem, "未报的【未报】，每起扣1分，扣完15分为止。", at: "扣完15分为止", right: "未报的【未报】，每起扣1分，扣完10分为止。"),
    .item(.stepAboveItem, "未报的【未报】，每起扣20分。", at: "每起扣20分", right: "未报的【未报】，每起扣2.0分。"),
    .item(.deductionNeverBites, "未报的【未报】扣0分。", at: "扣0分", right: "未报的【未报】扣1分。"),
    .item(.deductionNeverBites, "做到的【做到】得1分。", at: "得1分", right: "未做到的【做到】扣1分。", "倒扣分2分"),
    .item(
      .weightsSum, "初评分值【初评：满分100分】占年度的1/4；终评分值【终评：满分100分】占年度的1/2。", at: "占年度的1/4",
      right: "初评分值【初评：满分100分】占年度的1/4；终评分值【终评：满分100分】占年度的3/4。"),
    .item(.awardsSum, "做到的【做到】得1分；做好的【做好】得8分。", at: "（10分）", right: "做到的【做到】得2分；做好的【做好】得8分。"),
    .book(
      .othersFigure,
      "一、甲（5分）\(office)\n1.乙（2分）【适用：窗口】\n未报的【未报】扣1分。\n2.丙（3分）\n未办的【未办】扣1分。\n其他单位丙权重6分。【其余：1，分值计入2】",
      at: "6分",
      right: "一、甲（5分）\(office)\n1.乙（2分）【适用：窗口】\n未报的【未报】扣1分。\n2.丙（3分）\n未办的【未办】扣1分。\n其他单位丙权重5分。【其余：1，分值计入2】",
      head: "【名册：窗口】\n"),
    .book(
      .totalDiffers, "一、甲（5分）\(office)\n" + one, at: "【总分：6分】", right: "一、甲（6分）\(office)\n" + one,
      head: "【总分：6分】\n"),
    .book(
      .meanOverNobody, "一、甲（5分）\(office)【适用：窗口且非窗口】\n" + one + "【其余：得平均分】", at: "一、甲（5分）\(office)",
      right: "一、甲（5分）\(office)【适用：窗口】\n" + one + "【其余：得平均分】", head: "【名册：窗口】\n"),
    .book(
      .movedPoints, "一、甲（2分）\(office)【适用：窗口】【其余：分值计入二】\n未报的【未报】扣1分。\n二、乙（倒扣分3分）\(office)\n未办的【未办】扣1分。",
      at: "一、甲（2分）\(office)",
      right: "一、甲（2分）\(office)【适用：窗口】【其余：分值计入二】\n未报的【未报】扣1分。\n二、乙（3分）\(office)\n未办的【未办】扣1分。",
      head: "【名册：窗口】\n"),
  ]

  // MARK: Outcomes: K0332–K0334, K0450–K0459, K0524–K0527

  private static let grades = "【等次：优秀、合格、不合格】\n"
  private static let ties = "分数相同的【并列：作风从高到低】。"
  private static let bands = "【总得分】90分以上为优秀，低于70分为不合格，其他为合格。"

  private static func outcome(
    _ code: DiagnosticCode, _ wrong: String, at words: String, right: String = bands
  ) -> Mistake {
    .item(code, one + wrong, at: words, right: one + right, "100分", head: grades)
  }

  static let outcomes: [Mistake] = [
    Mistake(
      .gradesNotDeclared, Small.item(one + bands, "100分"), at: "优秀",
      right: Small.item(one + bands, "100分", head: grades)),
    outcome(.undeclaredGrade, "【总得分】90分以上为优良，其他为合格。", at: "优良"),
    Mistake(
      .repeatedGrade, Small.item(one + bands, "100分", head: "【等次：优秀、合格、不合格、优秀】\n"), at: "优秀",
      right: Small.item(one + bands, "100分", head: grades)),
    outcome(
      .vetoWithoutEffect, "发生事故的【事故】，实行一票否决。", at: "一票否决", right: "发生事故的【事故】，实行一票否决，定为不合格。"),
    outcome(
      .outcomeWithoutEvidence, "发生事故的，实行一票否决。", at: "一票否决", right: "发生事故的【事故：列末位】，实行一票否决。"),
    outcome(.unreadOutcome, "【总得分】由考核办公布。", at: "【总得分】"),
    outcome(.unreadOutcome, "泄密的【泄密】，定为不合格，扣5分。", at: "扣5分", right: "泄密的【泄密】，扣5分，定为不合格。"),
    outcome(
      .anyOrAll, "做到【做到】、做好【做好】的，晋升一个等次。", at: "晋升一个等次", right: "做到【做到】，或做好【做好】的，晋升一个等次。"),
    outcome(.outcomeCondition, "【总得分】90%以上为优秀，其他为合格。", at: "90%以上为优秀"),
    outcome(.nothingBelow, "泄密的【泄密】，不得评为不合格。", at: "不得评为不合格", right: "泄密的【泄密】，不得评为合格。"),
    outcome(
      .quotaRounding, "【总得分】前20%为优秀，其他为合格。\n" + ties, at: "前20%", right: bands + "\n" + ties),
    outcome(
      .quotaGroup, "【总得分】县市区前2名为优秀，其他为合格。\n" + ties, at: "县市区", right: bands + "\n" + ties),
    outcome(
      .thresholdAndQuota, "【总得分】90分以上为优秀，前2名为优秀，其他为合格。\n" + ties, at: "前2名为优秀",
      right: "【总得分】90分以上且前2名为优秀，其他为合格。\n" + ties),
    outcome(
      .quotaWithoutTies, "【总得分】前2名为优秀，其他为合格。", at: "前2名为优秀", right: "【总得分】前2名为优秀，其他为合格。\n" + ties),
    outcome(
      .gradeOrder, "【总得分】90分以上为合格，90分以下（不含）为优秀。", at: "90分以下（不含）为优秀"),
    outcome(.gradeGap, "【总得分】90分以上为优秀，60-89分为合格，低于60分为不合格。", at: "低于60分为不合格"),
    outcome(.gradeOverlap, "【总得分】80分以上为优秀，90分以下为合格。", at: "90分以下为合格"),
    outcome(.gradeEdge, "【总得分】90分以上为优秀，90分以下为合格。", at: "90分以下为合格"),
  ]

  // MARK: K08

  static let examples: [Mistake] = [
    .item(.unreadableExample, one + "【例：随便】", at: "随便", right: one + "【例：未报，本项得9分】"),
    .item(
      .unreadableExample, "未报的【未报】，每件扣0.1分—0.5分。\n【例：未报0.6分，本项得9.4分】", at: "未报0.6分",
      right: "未报的【未报】，每件扣0.1分—0.5分。\n【例：未报0.5分，本项得9.5分】"),
    .item(.unreadableExample, one + "【例：未抱2次、未报，本项得9分】", at: "未抱2次", right: one + "【例：未报，本项得9分】"),
    .item(.unreadableExample, one + "【例：未报2】", at: "", right: one + "【例：本项得10分】"),
  ]
}
