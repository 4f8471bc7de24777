import Testing

@testable import RulebookText

@Suite struct NearNameTests {
  private static let units = [
    "市委办", "市府办", "人才办", "政协办", "妇联", "残联", "工商联", "财政局", "教育局", "农业局", "纪委", "团市委",
    "编委办", "信访局", "统计局", "老干部局",
  ]
  private static let evidence = [
    "投诉查实", "投诉逾期", "信息报送", "工业竞赛得分", "服务业竞赛得分", "提案办理", "擅自进人", "失泄绝密文件",
  ]

  @Test(arguments: [
    ("投诉察实", "投诉查实", "“察”与“查”同音"), ("效能投诉察实", "效能投诉查实", "“察”与“查”同音"),
    ("财政句", "财政局", "“句”与“局”同音"), ("工业竟赛得分", "工业竞赛得分", "“竟”与“竞”同音"),
    ("檀自进人", "擅自进人", "“檀”与“擅”形近"), ("擅自进入", "擅自进人", "“入”与“人”形近"),
    ("投拆查实", "投诉查实", "“拆”与“诉”形近"), ("信访菊", "信访局", "“菊”与“局”同音"),
    ("信息送报", "信息报送", "“送报”两字颠倒"), ("教玉局", "教育局", "“玉”与“育”同音"),
    ("纪伟", "纪委", "“伟”与“委”同音"), ("蒸协办", "政协办", "“蒸”与“政”同音"), ("怎协办", "政协办", "“怎”与“政”音近"),
    ("⼯商联", "工商联", "“⼯”是康熙部首，不是汉字“工”"),
    ("投诉预期", "投诉逾期", "“预”与“逾”同音"), ("信息抱宋", "信息报送", "“抱”与“报”同音，“宋”与“送”同音"),
  ])
  func `A slip of sound, shape or order leads to one name`(wrong: String, right: String, reason: String) {
    let names = Self.units + Self.evidence.map { wrong.hasPrefix("效能") ? "效能" + $0 : $0 }
    #expect(NearName.nearest(to: wrong, among: names) == .sure(right, reason: reason))
  }

  @Test(arguments: [
    ("市委办", "市府办"), ("人大办", "人才办"), ("工业竞赛得分", "农业竞赛得分"), ("妇联", "残联"), ("提案办理", "议案办理"),
    ("财政局", "市财政局"), ("工会", "工商联"), ("一组", "乙组"), ("第一季度", "第七季度"), ("第1季度", "第2季度"),
    ("甲组", "乙组"), ("党群", "政群"), ("林业局", "农业局"),
  ])
  func `Another real name is never called sure`(wrong: String, other: String) {
    if case .sure = NearName.nearest(to: wrong, among: [other]) {
      Issue.record("\(wrong) was taken for \(other)")
    }
    if case .sure = NearName.nearest(to: other, among: [wrong]) {
      Issue.record("\(other) was taken for \(wrong)")
    }
  }

  @Test(
    arguments: [
      ("人大办", ["人才办"], ["人才办"]), ("市财政局", ["教育局", "财政局"], ["财政局"]),
      ("财政", ["教育局", "财政局", "财政所"], ["财政局", "财政所"]), ("投诉查实数", ["投诉查实"], ["投诉查实"]),
      ("投诉实", ["投诉查实"], ["投诉查实"]), ("工业竞赛分", ["工业竞赛得分", "信息报送"], ["工业竞赛得分"]),
      ("林业局", ["农业局", "工业局", "商业局", "林业处"], ["农业局", "工业局", "商业局"]),
      ("农业机械化推广", ["农业机械推广化站", "农业机械化推广中心"], ["农业机械化推广中心"]),
      ("财正局", ["财政局", "财证局"], ["财政局", "财证局"]),
      ("妇联", ["残联"], ["残联"]), ("信访得分", ["安全考核得分", "信访考核得分", "信访工作得分"], ["信访考核得分", "信访工作得分"]),
      ("年度重点工作完成率", ["重点工作完成率", "年度工作要点完成率"], ["重点工作完成率", "年度工作要点完成率"]),
    ] as [(String, [String], [String])])
  func `Names less near are listed, at most three`(wrong: String, names: [String], expected: [String]) {
    #expect(NearName.nearest(to: wrong, among: names) == .similar(expected))
  }

  @Test(
    arguments: [
      ("投诉查实", ["投诉查实", "投诉 查实"]), ("A组", ["Ａ组"]), ("", ["妇联"]), ("妇联", []), ("妇", ["残"]), ("妇", ["残联"]),
      ("局", ["财政局"]), ("招商引资", ["财政局", "妇联"]), ("妇联", ["残协"]), ("\u{3000}", ["妇联"]),
    ] as [(String, [String])])
  func `Equal names and far ones are not suggested`(wrong: String, names: [String]) {
    #expect(NearName.nearest(to: wrong, among: names) == .none)
  }

  @Test func `Repeated names and names equal after folding count once`() {
    let nearest = NearName.nearest(to: "投诉察实", among: ["投诉查实", "投诉 查实", "投诉查实"])
    #expect(nearest == .sure("投诉查实", reason: "“察”与“查”同音"))
  }

  @Test func `Endless names are not compared`() {
    let long = String(repeating: "查", count: 5_000)
    #expect(NearName.nearest(to: long, among: [long + "实", "投诉查实"]) == .none)
    #expect(NearName.nearest(to: "投诉查实", among: [long]) == .none)
  }
}
