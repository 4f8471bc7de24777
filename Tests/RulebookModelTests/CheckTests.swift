import RulebookModel
import RulebookText
import Testing

/// What the checks say, and above all where they keep silent.
@Suite struct YearTests {
  private func codes(_ name: String, _ title: String, _ year: Int) -> [DiagnosticCode] {
    let text = "【细则：\(title)】\n【年度：\(year)】\n一、甲（5分）（由市纪委考核）\n未报的【未报】扣1分。"
    return Resolver.load(SourceText(name: name, text)).diagnostics.map(\.code)
  }

  @Test(arguments: [
    ("2013.rulebook", "甲2013年度细则"), ("规则/2014/甲.rulebook", "甲细则"), ("2012-2013.rulebook", "甲细则"),
    ("20140101.rulebook", "甲细则"), ("标准输入", "甲2012—2014年细则"), ("甲.rulebook", "甲细则（市委〔2014〕5号）"),
    ("2013.rulebook", "甲2014细则"),
  ])
  func `years that agree, or are none of the rulebook's, are not told`(_ name: String, _ title: String) {
    #expect(codes(name, title, 2013) == [])
  }

  @Test(arguments: [
    ("2014.rulebook", "甲2013年度细则"), ("2014.rulebook", "甲2014年度细则"), ("2013.rulebook", "甲2014年度细则"),
    ("规则/2014草稿.rulebook", "甲细则"),
  ])
  func `a year that was left as it was is told once`(_ name: String, _ title: String) {
    #expect(codes(name, title, 2013) == [.yearDiffers])
  }
}

@Suite struct CheckTests {
  private func codes(_ text: String, _ worth: String = "10分", head: String = "") -> [DiagnosticCode] {
    Small.codes(Small.item(text, worth, head: head))
  }

  // MARK: The issued document

  @Test func `the document of 2013 has four caps that are too small, and nothing else`() {
    let outcome = Resolver.load(IssuedRulebook.text(of: 2013))
    #expect(outcome.rulebook != nil)
    #expect(
      outcome.diagnostics.map { "\($0.code.rawValue) \($0.path) \($0.title)" } == [
        "K0502 三（六）机构编制 逐条最多可扣2.5分，上限2分", "K0502 三（六）食品药品安全 下级最多可扣4分，上限2分",
        "K0502 三（六）保密工作 逐条最多可扣3.5分，上限2分", "K0502 三（六）“卫生强市”创建 逐条最多可扣3分，上限2分",
      ])
  }

  /// One figure changed, one code: where the issued text and a bracket or sum part company.
  @Test(arguments: [
    ("至少2篇】，少一篇", "至少3篇】，少一篇", DiagnosticCode.figureMismatch),
    ("【效能作风检查：按季，至少1次】", "【效能作风检查：至少1次】", .periodNotStated),
    ("按季，至少1次】", "按月，至少1次】", .periodNotStated), ("权重35分", "权重36分", .othersFigure),
    ("【总分：85分】", "【总分：86分】", .totalDiffers),
    ("三、作风建设（40分）", "三、作风建设（41分）", .childrenSum), ("1.工业竞赛（2分）", "1.工业竞赛（1分）", .childrenSum),
    ("占年度的1/4", "占年度的1/2", .weightsSum), ("【党报党刊征订】得1分", "【党报党刊征订】得2分", .awardsSum),
    ("【结对村资金扶持】得1分", "【结对村资金扶持】得2分", .awardsSum), ("（倒扣分3分）", "（倒扣分0分）", .deductionNeverBites),
    ("、进驻行政服务中心、", "、进驻行政服务中心、从未用到、", .unusedAttribute), ("【配套制度未建立】", "【违反实施意件】", .nearIdenticalNames),
  ])
  func `one change of the document of 2013 gives one message more`(
    _ old: String, _ new: String, _ code: DiagnosticCode
  ) throws {
    let source = IssuedRulebook.text(of: 2013)
    let lines = source.text(TextRange(0, source.bytes.count)).split(separator: "\n")
    // Its examples have figures of their own, which a change would contradict as well.
    let text = lines.filter { !$0.hasPrefix("【例") }.joined(separator: "\n")
    try #require(text.contains(old))
    let changed = text.replacing(old, with: new, maxReplacements: 1)
    #expect(Small.codes(changed).filter { $0 != .capTooSmall } == [code])
  }

  // MARK: Figures

  @Test(arguments: [
    "不少于两次【甲：至少2次】，少一次扣1分。", "２次以上的【甲：至少2次】，少一次扣1分。", "每月一次的制度【甲：按月，至少1次】，少一次扣1分。",
    "每月报送信息【甲：按月，至少1篇】，少一篇扣1分。", "全部办结【甲：至少100%】，否则扣1分。", "百分之九十五以上【甲：至少95%】，否则扣1分。",
    "开展学习十二次。\n未达到的【甲：至少12次】，少一次扣1分。", "全年两回【甲：至少2次】，少一次扣1分。", "5个村，每村2次，共10次【甲：至少10次】，少一次扣1分。",
    "不少于2次【甲：至少2次】，不少于3次【乙：至少3次】，每项少一次扣1分。", "2013年12月底前完成3件【甲：至少3件】，少一件扣1分。",
    "按得分【甲：满分100分】折算。",
  ])
  func `a figure that stands in the words is no mismatch`(_ text: String) {
    #expect(codes(text) == [])
  }

  @Test(arguments: [
    ("不少于2次【甲：至少1次】，少一次扣1分。", "至少1次"), ("不少于2次【甲：至少3次】，不少于3次【乙：至少3次】，每项少一次扣1分。", "至少3次"),
    ("按《3次办法》不少于2次【甲：至少3次】，少一次扣1分。", "至少3次"), ("报送信息【甲：至少2篇】，少一篇扣1分。", "至少2篇"),
    ("第3季度不少于2次【甲：至少3次】，否则扣1分。", "至少3次"), ("不少于90%【甲：至少95%】，否则扣1分。", "至少95%"),
  ])
  func `a figure that does not stand in the words is told`(_ text: String, _ part: String) throws {
    let text = Small.item(text)
    let outcome = Small.load(text)
    #expect(outcome.diagnostics.map(\.code) == [.figureMismatch])
    #expect(outcome.diagnostics.first.map { part.hasSuffix($0.words(in: text)) } == true)
  }

  @Test func `the one figure of the same measure is pointed at`() throws {
    let text = Small.item("全年5个村，不少于两次【甲：至少3次】，少一次扣1分。")
    let diagnostic = try #require(Small.load(text).diagnostics.first)
    #expect(diagnostic.related.map { SourceText(name: "", text).text($0.range) } == ["两次"])
    #expect(diagnostic.related.map(\.text) == ["原文写“两次”"])
  }

  @Test(arguments: ["综合测评【甲：满分100分，取平均，折算】。", "每起扣0.2分【甲：每起，扣0.2分】。", "共5项，按《扣3分办法》扣2分【甲：扣2分】。"])
  func `a rule in the bracket has the figures of its sentence`(_ text: String) {
    #expect(codes(text) == [])
  }

  @Test(arguments: [
    ("每起加0.2分【甲：每起扣0.2分】。", "每起加0.2分"), ("奖0.2分【甲：扣0.2分】。", "奖0.2分"), ("每2起扣0.2分【甲：每起扣0.2分】。", "每2起"),
    ("每两起投诉扣0.2分【甲：每起扣0.2分】。", "每两起"), ("扣1分，最多扣2分【甲：扣1分，最多加2分】。", "最多扣2分"),
    ("【甲：每起扣1分，最多扣2分】每起扣2分，最多扣1分。", "每起扣2分，最多扣1分"), ("每起扣0.2分，封顶3分【甲：每起扣0.2分，最多扣2分】。", "3分"),
    ("【甲：扣0.2分】，扣0.3分。", "0.3分"), ("不少于2次，每少1次扣1分【甲：至多2次，每超1次扣1分】。", "每少1次"),
    ("【甲：扣0.2分】，扣0。3分。", "0。3分"), ("【甲：扣0.2分】，扣伍分。", "伍分"), ("按《扣2分办法》扣0.3分【甲：扣0.2分】。", "0.3分"),
  ])
  func `official words that say another rule than the bracket are an error`(_ text: String, _ words: String) {
    let text = Small.item(text)
    let found = Small.load(text).diagnostics
    #expect(found.map(\.code) == [.ruleDiffersFromText])
    #expect(found.map(\.severity) == [.error])
    #expect(found.map { $0.words(in: text) } == [words])
  }

  @Test(arguments: [
    "得分低于60分的【甲：扣2分】扣2分。", "扣0.2分【甲：扣0.2分，最多扣0.1分】。", "得10分【甲：加10分，最多加10分】。",
  ])
  func `official words that may say the same are a warning`(_ text: String) {
    let found = Small.load(Small.item(text)).diagnostics
    #expect(found.filter { $0.code == .ruleDiffersFromText }.map(\.severity) == [.warning])
    #expect(found.allSatisfy { $0.severity != .error })
  }

  @Test(arguments: [
    "每起扣2分【说明】【甲：每起扣0.2分】。", "【甲：每起扣0.2分】，每起加2分【说明】。", "每起扣0.2分，最多扣1分【甲：每起扣0.2分，最多扣1分】。",
    "每起扣0.2分【甲：每起扣0.2分，最多扣1分】。\n本项最多扣1分【说明】。", "【甲：每起扣0.2分】，每起扣0。2分。", "每发现一起扣0.2分【甲：每起扣0.2分】。",
    "每扣2分，相应扣0.1分【甲：按比例，每扣2分扣0.1分】。", "扣0.2分/起【甲：每起扣0.2分】。", "每个干部联系2户，每少2户扣1分【甲：至少2户，每少2户扣1分，按比例】。",
  ])
  func `official words that say the same as the bracket, or are taken out, are left in peace`(_ text: String)
  {
    #expect(!codes(text).contains(.ruleDiffersFromText))
  }

  // MARK: Periods

  @Test(arguments: [
    "年度开展活动不少于2次【甲：至少2次】，少一次扣1分。", "年终检查不少于2次【甲：至少2次】，少一次扣1分。", "按《每月检查办法》不少于2次【甲：至少2次】，少一次扣1分。",
    "每年不少于2次【甲：至少2次】，少一次扣1分。", "每月合计不少于2次【甲：按年，至少2次】，少一次扣1分。", "每月走访，未落实的【甲】，每人次扣1分。",
    "每季组织活动少于1次的【甲】；每月未报的【乙】，各扣1分。", "每月办结率不低于95%【甲：至少95%】，否则扣1分。",
    "每月一次【甲：按月，至少1次】；全年不少于3次【乙：至少3次】，每项少一次扣1分。",
  ])
  func `a period that says nothing of the requirement needs no part`(_ text: String) {
    #expect(codes(text) == [])
  }

  @Test(arguments: [
    ("每个月至少1次【甲：至少1次】，少一次扣1分。", "按月"), ("每季度不少于2次【甲：至少2次】，否则扣1分。", "按季"), ("每半年不少于2次【甲：至少2次】，少一次扣1分。", "按半年"),
    ("按月报送信息【甲】，不少于2篇，少一篇扣1分。", "按月"), ("每月不少于2次【甲：按季，至少2次】，少一次扣1分。", "按月"),
  ])
  func `a period of the requirement must stand in the bracket`(_ text: String, _ part: String) throws {
    let diagnostic = try #require(Small.load(Small.item(text)).diagnostics.first)
    #expect(diagnostic.code == .periodNotStated)
    #expect(diagnostic.title.contains(part))
  }

  @Test(arguments: [
    ("每旬不少于2次【甲：至少2次】，少一次扣1分。", DiagnosticCode.unsupportedPeriod),
    ("每两个月1次【甲：按月，至少1次】，少一次扣1分。", .unsupportedPeriod),
    ("每周1次【甲：按月，至少1次】，少一次扣1分。", .unsupportedPeriod), ("每年不少于2次【甲：按月，至少2次】，少一次扣1分。", .periodNotStated),
    ("每月办结率不低于95%【甲：按季，至少95%】，否则扣1分。", .periodNotStated), ("每季度不少于2次【甲：按半年，至少2次】，否则扣1分。", .periodNotStated),
  ])
  func `a period other than that of the words is told`(_ text: String, _ code: DiagnosticCode) {
    #expect(codes(text) == [code])
  }

  @Test(arguments: [
    "每周例会、每月学习不少于2次【甲：按月，至少2次】，少一次扣1分。", "每周不少于1次【甲：按年，至少1次】，少一次扣1分。", "每三个月1次【甲：按季，至少1次】，少一次扣1分。",
    "每周未报的【甲】，每次扣1分。", "每周期不少于1次【甲：至少1次】，少一次扣1分。", "全年不少于2次【甲：至少2次】，少一次扣1分。", "每周不少于1次【甲：缺数】，少一次扣1分。",
  ])
  func `a period of something else is left in peace`(_ text: String) {
    #expect(codes(text) == [])
  }

  // MARK: The side of a requirement

  @Test(arguments: [
    ("超过2次【甲：至少2次】，少一次扣1分。", "超过2次"), ("不超过2次【甲：至少2次】，少一次扣1分。", "不超过2次"), ("不少于3篇【甲：至多3篇】，每超一篇扣1分。", "不少于3篇"),
    ("超过2次的【甲：至多2次】，得10分。", "超过2次"), ("2次以上的【甲：至多2次】，得10分。", "2次以上"), ("不低于90%【甲：高于90%】，否则扣1分。", "不低于90%"),
    ("不得少于2次【甲：低于2次】，否则扣1分。", "不得少于2次"), ("2次（含）以上的【甲：高于2次】，得10分。", "2次（含）以上"),
  ])
  func `a requirement on the other side is told`(_ text: String, _ words: String) {
    let text = Small.item(text)
    let found = Small.load(text).diagnostics
    #expect(found.map(\.code) == [.requirementConflict])
    #expect(found.flatMap(\.related).map { SourceText(name: "", text).text($0.range) } == [words])
  }

  @Test(arguments: [
    "超过2次的【甲：至多2次】，每超一次扣1分。", "少于2次的【甲：至少2次】，少一次扣1分。", "不得低于90%【甲：至少90%】，否则扣1分。", "2次以上的【甲：高于2次】，得10分。",
    "未达到90%的【甲：百分率，至少90%，按比例】，每低1个百分点扣1分。", "没有超过2次的【甲：至多2次】，得10分。", "2次以上的【甲：至少2次】，得10分。",
    "总数不超过9次，其中学习不少于2次【甲：至少2次】，少一次扣1分。", "不应当少于2次【甲：至少2次】，否则扣1分。", "5个工作日以内办结2次【甲：至少2次】，否则扣1分。",
  ])
  func `a requirement on the side of its words, or its contrary, is left in peace`(_ text: String) {
    #expect(codes(text) == [])
  }

  // MARK: 每 before the bracket

  @Test(arguments: [
    "每举办1次【甲：每次】扣1分。", "每举办1次【甲】，每次扣1分。", "每年举办的【甲】扣1分。", "每月应报未报的【甲】扣1分。", "每天巡查，未落实的【甲】扣1分。",
    "每名干部联系一户，未落实的【甲：是否】扣1分。", "每次至少半天，未落实的【甲】，每人次扣1分。", "每村不少于2次【甲：至少2次】，否则扣1分。", "每次不认真的【甲】，每件扣0.1—0.5分。",
    "每次测评得分【甲：满分100分】折算。", "每起查实的【甲：每起】；每次逾期的【乙】，每次各扣1分。",
    "未逐项落实的【甲】扣1分。", "未按条例办理的【甲】扣1分。", "按项目推进不力的【甲】扣1分。", "凡与群众一起工作不力的【甲】扣1分。", "发生1起以上的【甲】扣1分。",
    "逐起查处【甲】，每起扣1分。", "凡发生一起的【甲：是否】扣1分。", "每举办1次【甲】扣1分。", "每起投诉查实的【甲】，扣1分。", "每逾期1天的【甲】扣1分。",
    "凡被通报一次的【甲】扣1分。", "查实1起的【甲】，扣1分。", "发现一处错误【甲】扣1分。",
  ])
  func `每 that reaches the rule, or counts nothing, is left in peace`(_ text: String) {
    #expect(!codes(text).contains(.perLost))
  }

  @Test(arguments: [
    "每举办1次，经认定的【甲】扣1分。", "每个单位【甲】扣1分。", "每2名干部有1名未到的【甲】扣1分。", "每件未报的【甲】；未办的【乙】，各扣1分。",
    "投诉逐起【甲】扣1分。", "投诉，按件【甲】扣1分。", "凡被通报一次，经查实的【甲】扣1分。", "【甲：扣1分】，逐起扣1分。",
  ])
  func `每 that is lost before the bracket is told`(_ text: String) {
    #expect(codes(text) == [.perLost])
  }

  // MARK: Sums

  private static let children = """
    一、甲（5分）（由市纪委考核）
    1.乙（2分）【适用：窗口】
    未报的【未报】扣1分。
    2.丙（3分）
    未办的【未办】扣1分。

    """

  private func sums(_ text: String) -> [Diagnostic] {
    Small.load(Small.book(text, head: "【名册：窗口、垂直、类型（党群、政府、企业）】\n【注：适用】\n")).diagnostics.filter {
      $0.code != .unusedAttribute
    }
  }

  @Test(arguments: [
    children + "【其余：1，得平均分】", children + "【其余：1，得满分】", children + "【其余：1，得1分】", children + "【其余：1，分值计入2】",
    children.replacing("2.丙", with: "2.丁（2分）【适用：非窗口】\n未做的【未做】扣1分。\n3.丙"),
    children.replacing("（2分）【适用", with: "（倒扣分2分）【适用").replacing("（3分）", with: "（5分）"),
    children.replacing("（2分）【适用", with: "（加分2分）【适用").replacing("（3分）", with: "（5分）").replacing(
      "未报的【未报】扣", with: "未报的【未报】，每次加"),
  ])
  func `points that add up for every kind of unit are right`(_ text: String) {
    #expect(sums(text).map(\.code) == [])
  }

  @Test(arguments: [
    (children, "下级分值合计3分，本级5分", "非窗口的单位"),
    (children.replacing("适用：窗口", with: "适用：类型为政府"), "下级分值合计3分，本级5分", "类型为企业的单位"),
    (children.replacing("适用：窗口", with: "适用：窗口且非垂直"), "下级分值合计3分，本级5分", "垂直的单位"),
    (children.replacing("【适用：窗口】", with: "").replacing("（3分）", with: "（2.5分）"), "下级分值合计4.5分，本级5分", ""),
  ])
  func `points that do not are told, with the units they are wrong for`(
    _ text: String, _ title: String, _ units: String
  ) {
    let found = sums(text)
    #expect(found.map(\.code) == [.childrenSum])
    #expect(found.first?.title == title)
    #expect(
      units.isEmpty
        ? found.first?.basis.contains("的单位") == false : found.first?.basis.contains("对\(units)，") == true)
  }

  @Test func `a wrong figure in the middle is told once, not again above`() {
    let text = """
      【总分：5分】
      一、甲（5分）（由市纪委考核）
      （一）乙（6分）
      1.丙（2分）
      未报的【未报】扣1分。
      2.丁（3分）
      未办的【未办】扣1分。
      """
    let outcome = Small.load(Small.book(text))
    #expect(outcome.diagnostics.map(\.code) == [.childrenSum])
    #expect(outcome.diagnostics.map(\.path) == ["一（一）"])
  }

  @Test func `twenty attributes are looked at one by one`() {
    let names = (1...20).map { "属性\($0)号" }
    let items = names.enumerated().map { "\($0 + 1).项目（1分）【适用：\($1)】\n未报的【未报第\($0)类】扣1分。\n" }
    let others = "【其余：1至20，得平均分】"
    let head = "【名册：\(names.joined(separator: "、"))】\n"
    let right = Small.codes(Small.book("一、甲（20分）（由市纪委考核）\n" + items.joined() + others, head: head))
    #expect(!right.contains(.childrenSum))
    let wrong = Small.codes(Small.book("一、甲（20分）（由市纪委考核）\n" + items.joined(), head: head))
    #expect(wrong.filter { $0 == .childrenSum }.count == 1)
  }

  // MARK: Caps

  @Test(arguments: [
    ("未报的【甲】扣1分；未办的【乙】扣1分。", "倒扣分2分"), ("未报的【甲】，每起扣1分；未办的【乙】扣2分。", "倒扣分2分"),
    ("不少于9次【甲：至少9次】，少一次扣1分；未办的【乙】扣2分。", "倒扣分2分"), ("未报的【甲】，每件扣1—3分；未办的【乙】扣2分。", "倒扣分2分"),
    ("未报的【甲】、未办的【乙】，任一项扣2分。", "倒扣分2分"), ("按得分【甲：满分100分】折算。", "倒扣分2分"), ("做到的【甲】得2分；未办的【乙】扣2分。【起评：0分】", "2分"),
    ("未报的【甲】扣1分，扣完为止；未办的【乙】扣1分。", "2分"), ("未报的【甲】，每起扣1分，最多扣1分；未办的【乙】扣1分。", "2分"),
  ])
  func `what happens once fits under its cap, what is counted may run into it`(
    _ text: String, _ worth: String
  ) {
    #expect(codes(text, worth) == [])
  }

  @Test(arguments: [
    ("未报的【甲】扣1分；未办的【乙】扣1.5分。", "倒扣分2分", "逐条最多可扣2.5分，上限2分"), ("未报的【甲】扣3分。", "2分", "逐条最多可扣3分，上限2分"),
    ("未报的【甲】、未办的【乙】、未做的【丙】，各扣1分。", "2分", "逐条最多可扣3分，上限2分"),
    ("至少1次【甲：至少1次】，否则扣2分；未办的【乙】扣1分。", "2分", "逐条最多可扣3分，上限2分"),
    ("未报的【甲】，每起扣1分，最多扣2分；未办的【乙】扣1分。", "2分", "逐条最多可扣3分，上限2分"),
  ])
  func `what does not fit is told`(_ text: String, _ worth: String, _ title: String) {
    let found = Small.load(Small.item(text, worth)).diagnostics
    #expect(found.map(\.code) == [.capTooSmall])
    #expect(found.map(\.title) == [title])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test func `clauses that never apply together do not add up`() {
    let text = """
      一、甲（倒扣分2分）（由市纪委考核）
      （1）乙：【适用：窗口】
      未报的【未报】扣2分。
      （2）丙：【适用：非窗口】
      未办的【未办】扣2分。
      """
    #expect(sums(text).map(\.code) == [])
    #expect(sums(text.replacing("【适用：非窗口】", with: "")).map(\.code) == [.capTooSmall])
  }

  @Test(arguments: [
    ("未报的【甲】扣0分。", "10分"), ("未报的【甲】，每起扣1分，最多扣0分。", "10分"), ("不少于0次【甲：至少0次】，少一次扣1分。", "10分"),
    ("未报的【甲】，每起扣1分。", "倒扣分0分"), ("未报的【甲】扣1分；未办的【乙】扣1分。", "加分2分"), ("按完成率【甲：完成率】按完成率得分。", "倒扣分2分"),
    ("不少于0次【甲：至少0次】，否则不得分。", "10分"),
  ])
  func `a clause that can never change a score is told once`(_ text: String, _ worth: String) {
    #expect(codes(text, worth) == [.deductionNeverBites])
  }

  // MARK: Awards

  @Test(arguments: [
    ("做到的【甲】得4分；做好的【乙】得6分。", "10分"), ("每报送一篇的【甲：每篇】得1分。", "10分"), ("报送的【甲】，每篇得1分；做好的【乙】得6分。", "10分"),
    ("完成【甲：完成率，取平均】得满分，未完成的按完成情况得分。", "10分"), ("按得分【甲：满分100分】折算。", "10分"), ("没有的【甲：无记录即得】得10分。", "10分"),
    ("每月不少于2次的【甲：按月，至少2次】，得0.5分。", "6分"), ("得分【甲：满分10分】据实得分。", "10分"), ("做到的【甲】得9分，否则酌情扣分；做好的【乙】得1分。", "10分"),
    ("做到的【甲】得10分；表彰的【乙】，每次加1分，最多加3分。", "10分"), ("未报的【甲】扣1分。", "10分"),
    ("做到【甲】、做好【乙】的，得10分。", "10分"), ("做到【甲】、做好【乙】的，各得5分。", "10分"),
  ])
  func `awards that fill the item are right`(_ text: String, _ worth: String) {
    #expect(codes(text, worth) == [])
  }

  @Test(arguments: [
    ("做到的【甲】得4分；做好的【乙】得5分。", "10分", "逐条最多得9分，本项10分"), ("做到的【甲】得4分；做好的【乙】得7分。", "10分", "逐条最多得11分，本项10分"),
    ("报送的【甲】，每篇得1分；做好的【乙】得11分。", "10分", "逐条最多得11分，本项10分"), ("报送的【甲】，每篇得1分，最多得3分。", "10分", "逐条最多得3分，本项10分"),
    ("按得分【甲：满分100分】折算；做好的【乙】得1分。", "10分", "逐条最多得11分，本项10分"), ("另行考核【说明】。", "10分", "逐条最多得0分，本项10分"),
    ("得分【甲：满分5分】据实得分。", "10分", "逐条最多得5分，本项10分"),
  ])
  func `awards that do not are told`(_ text: String, _ worth: String, _ title: String) {
    let found = Small.load(Small.item(text, worth)).diagnostics
    #expect(found.map(\.code) == [.awardsSum])
    #expect(found.map(\.title) == [title])
  }

  @Test(arguments: [
    ("初评【甲：满分100分】占1/4；终评【乙：满分100分】占3/4。", 0), ("初评【甲：满分100分】占20%；终评【乙：满分50分】占80%。", 0),
    ("初评【甲：满分100分】占1/4；终评【乙：满分100分】占1/4。", 1), ("初评【甲：满分100分】占1/4。", 1),
    ("初评【甲：满分100分】占2/3；终评【乙：满分100分】占2/3。", 1),
    ("初评【甲：满分100分】占1/2；做到的【乙】得5分。", 0),
  ])
  func `shares of an item make a whole`(_ text: String, _ count: Int) {
    #expect(codes(text) == Array(repeating: .weightsSum, count: count))
  }

  // MARK: Names

  @Test(arguments: [
    ("工业竞赛得分", "农业竞赛得分", false), ("失泄绝密文件", "失泄机密文件", false), ("投诉查实", "投诉察实", true), ("已办结", "己办结", true),
    ("第一组", "第乙组", false),
    ("投诉逾期", "投诉逾期未办", false), ("议案提案", "提案议案", false), ("未报第12类", "未报第21类", false), ("投诉查实", "投诉实查", true),
  ])
  func `only names that are easily mixed up are told`(_ one: String, _ other: String, _ isTold: Bool) {
    #expect(codes("未报的【\(one)】扣1分；未办的【\(other)】扣1分。") == (isTold ? [.nearIdenticalNames] : []))
  }
}
