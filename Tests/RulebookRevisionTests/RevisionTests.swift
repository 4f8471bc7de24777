import RulebookModel
import RulebookRevision
import RulebookText
import Testing

/// A small rulebook, to be changed.
enum Year {
  static let old = """
    【细则：2013年度考核细则】【年度：2013】【总分：20分】【名册：参加竞赛】
    一、作风（10分）（由市纪委考核）
    投诉问题经查实的【投诉查实】，每起扣0.2分，最多扣2分；
    每月至少报送信息两篇【信息：按月，至少2篇】，少一篇扣0.2分；
    按《2013年度督查办法》督查，未落实的【督查未落实】，每项扣0.5分。
    信访工作【项】
    发生越级上访的【越级上访】，每批扣1分。
    二、竞赛（10分）（由经信局考核）【适用：参加竞赛】【其余：得平均分】
    按竞赛得分【竞赛得分：满分100分】折算。

    """

  static func rulebook(_ text: String) throws -> Resolver.Outcome {
    Resolver.load(SourceText(name: "规则", text))
  }

  /// What has become of the small rulebook after these replacements.
  static func revision(_ replacements: (String, String)...) throws -> Revision {
    try revision(from: old, to: replacements.reduce(old) { $0.replacing($1.0, with: $1.1) })
  }

  static func revision(from old: String, to new: String) throws -> Revision {
    let (before, after) = (try rulebook(old), try rulebook(new))
    return Revision(
      from: (try #require(before.rulebook), before.tree),
      to: (try #require(after.rulebook), after.tree))
  }
}

@Suite struct RevisionTests {
  /// The aspects as `kind old → new`.
  private static func aspects(_ revision: Revision) -> [String] {
    revision.changes.flatMap { change in
      change.fate == .changed
        ? change.aspects.map { "\(change.path) \($0.kind.rawValue) \($0.old) → \($0.new)" }
        : ["\(change.path) \(change.fate.rawValue) \(change.words)"]
    }
  }

  @Test func `the same rulebook has not changed`() throws {
    let revision = try Year.revision(from: Year.old, to: Year.old.replacing("，", with: ","))
    #expect(revision.changes.isEmpty)
  }

  @Test func `figures, requirements, limits and periods are told in the words of the document`() throws {
    let revision = try Year.revision(
      ("每起扣0.2分，最多扣2分", "每件扣0.3分，最多扣3分"),
      ("每月至少报送信息两篇【信息：按月，至少2篇】，少一篇扣0.2分", "每季至少报送信息三篇【信息：按季，至少3篇】，少一篇扣0.2分"))
    #expect(
      Self.aspects(revision) == [
        "一 每几个 每1起 → 每1件", "一 计分 扣0.2分 → 扣0.3分", "一 限度 最多扣2分 → 最多扣3分", "一 原文 起 → 件",
        "一 期限 按月 → 按季", "一 要求 至少2篇 → 至少3篇", "一 原文 月 → 季",
      ])
  }

  @Test func `what multiplies, and how steps are counted, is told wherever it stands`() throws {
    let head = "【细则：例】【年度：2013】【考核单位：考核办】【名册：窗口】"
    let item = "一、作风（10分）【起评：满分】"
    let sentence = "投诉查实的【投诉】，每起扣0.5分。"
    func revision(_ old: String, _ new: String) throws -> [String] {
      Self.aspects(try Year.revision(from: old, to: new))
    }
    let times = { (count: Int) in "【倍数：扣分\(count)倍，适用窗口】" }
    #expect(
      try revision("\(head)\n\(item)\n\(sentence)\(times(2))\n", "\(head)\n\(item)\n\(sentence)\(times(3))\n")
        == ["一 注记 倍数：扣分2倍，适用窗口 → 倍数：扣分3倍，适用窗口"])
    #expect(
      try revision("\(head)\n\(item)\n\(sentence)\n", "\(head)\n\(item)\(times(3))\n\(sentence)\n")
        == [" 注记  → 倍数：扣分3倍，适用窗口"])
    #expect(
      try revision("\(head)\n\(item)\n\(sentence)\n", "\(head)【步长：按比例】\n\(item)\n\(sentence)\n")
        == [" 注记  → 步长：按比例"])
  }

  @Test func `what concerns a whole item is told once`() throws {
    let revision = try Year.revision(
      ("一、作风（10分）（由市纪委考核）", "一、作风建设（12分）（由纪委监委考核）"), ("【总分：20分】", "【总分：22分】"),
      ("【适用：参加竞赛】【其余：得平均分】", "【适用：非参加竞赛】【其余：得满分】"))
    #expect(
      Self.aspects(revision) == [
        " 总分 20分 → 22分", "一 标题 作风 → 作风建设", "一 分值 10分 → 12分", "一 考核单位 市纪委 → 纪委监委",
        "二 适用 参加竞赛 → 非参加竞赛", "二 其余 得平均分 → 得满分",
      ])
  }

  @Test func `what is new, gone, moved or has another name is told`() throws {
    let revision = try Year.revision(
      ("投诉问题经查实的【投诉查实】，每起扣0.2分，最多扣2分；\n", ""),
      ("【越级上访】，每批扣1分。", "【越级访】，每批扣1分；\n网上舆情未回复的【舆情未回复】，每件扣0.1分。"))
    #expect(
      Self.aspects(revision) == [
        "一 removed 投诉问题经查实的，每起扣0.2分，最多扣2分；", "一信访工作 证据 越级上访 → 越级访", "一信访工作 原文 。 → ；",
        "一信访工作 added 网上舆情未回复的，每件扣0.1分。",
      ])
  }

  @Test func `an item below another one has moved, and its sentences with it`() throws {
    let head = "【细则：例】【年度：2013】【考核单位：考核办】\n"
    let (first, second) = ("一、甲（5分）\n甲不好的【甲不好】，扣1分。\n", "二、乙（5分）\n乙不好的【乙不好】，扣1分。\n")
    let row = "信访工作【项】\n越级上访的【越级上访】，每批扣1分。\n"
    let revision = try Year.revision(from: head + first + row + second, to: head + first + second + row)
    #expect(Self.aspects(revision) == ["二信访工作 位置 一信访工作 → 二信访工作"])
    let sentence = "越级上访的【越级上访】，每批扣1分。\n"
    let moved = try Year.revision(
      from: head + first + sentence + second, to: head + first + second + sentence)
    #expect(Self.aspects(moved) == ["二 位置 一 → 二"])
  }

  @Test func `rows in another order have moved`() throws {
    let rows = ["甲", "乙", "丙"].map { "\($0)工作【项】\n\($0)不好的【\($0)不好】，扣1分。\n" }
    let head = "【细则：例】【年度：2013】【考核单位：考核办】\n一、工作（9分）\n"
    let revision = try Year.revision(
      from: head + rows.joined(), to: head + rows[1] + rows[2] + rows[0])
    #expect(Self.aspects(revision) == ["一甲工作 位置 最前面 → 在“丙工作”之后"])
  }

  @Test func `sentences in which only the year is another are counted`() throws {
    let revision = try Year.revision(("2013", "2014"))
    #expect(Self.aspects(revision) == [" 细则 2013年度考核细则 → 2014年度考核细则", " 年度 2013 → 2014"])
    #expect(revision.yearOnlyCount == 1)
  }
}
