import Testing

@Suite struct DraftVerbTests {
  private static let document = """
    一、日常工作(10分)(由办公室考核)
    投诉查实的,每起扣0.3分。
    每月至少报送信息两篇,少一篇扣0.2分。
    二、安全(倒扣分2分)(由安监局考核)
    发生事故的,每起扣1分。
    """

  private static func workspace() throws -> Workspace {
    let workspace = try SampleFiles.workspace()
    try workspace.write("原文.txt", document)
    return workspace
  }

  @Test func `last year's brackets are carried over and everything else is told`() throws {
    let run = try Self.workspace().run("draft", "原文.txt", "--from", "rulebooks/2013.rulebook")
    #expect(run.status == 0)
    #expect(
      run.text == """
        【细则：样例考核细则】
        【年度：2013】
        【保留：总分2位小数】

        一、日常工作（10分）（由办公室考核）
        投诉查实的【投诉】，每起扣0.3分。
        【？例：投诉2起，本项得9.6分】
        每月至少报送信息两篇【？报送信息：按月，至少2篇】，少一篇扣0.2分。
        二、安全（倒扣分2分）（由安监局考核）
        发生事故的【事故】，每起扣1分。

        """)
    #expect(
      run.problems == """
        只改了数的（注记带过来了，里面的数跟着原文改）：
          第2行：投诉查实的,每起扣0.3分
            0.2 → 0.3

        新提出注记的：
          第3行：每月至少报送信息两篇,少一篇扣0.2分
            待确认：【？报送信息：按月，至少2篇】

        照旧 3，改了数 1，新提出注记 1。草稿里有 2 个【？…】，逐个看过，对的删去“？”，再运行 rulecheck check
        。

        """)
  }

  @Test func `a draft is an error until a person has removed the mark`() throws {
    let workspace = try Self.workspace()
    let run = try workspace.run("draft", "原文.txt", "-o", "草稿.rulebook")
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    let draft = String(decoding: workspace.read("草稿.rulebook") ?? [], as: UTF8.self)
    #expect(draft.contains("发生事故的【？发生事故】，每起扣1分。"))
    let check = try workspace.run("check", "草稿.rulebook")
    #expect(check.status == 3)
    #expect(check.problems.contains("K0930"))
    let accepted = "【细则：甲】\n【年度：2013】\n" + draft.split(separator: "\n").dropFirst().joined(separator: "\n")
    try workspace.write("看过.rulebook", accepted.replacing("【？", with: "【"))
    #expect(try workspace.run("check", "看过.rulebook").status == 0)
  }

  @Test func `the same file gives back the old rulebook`() throws {
    let workspace = try Self.workspace()
    let text = try workspace.run("text", "rulebooks/2013.rulebook")
    try workspace.write("旧文.txt", bytes: text.output)
    let run = try workspace.run("draft", "旧文.txt", "--from=rulebooks/2013.rulebook")
    #expect(run.text == SampleFiles.rulebook.replacing("2位小数】\n", with: "2位小数】\n\n"))
    #expect(run.problems == "照旧 4。再运行 rulecheck check。\n")
  }

  @Test func `what cannot be drafted is said`() throws {
    let workspace = try Self.workspace()
    #expect(try workspace.run("draft").status == 64)
    #expect(try workspace.run("draft", "没有.txt").status == 1)
    try workspace.write("空.txt", "\n\n")
    #expect(try workspace.run("draft", "空.txt").status == 1)
    #expect(try workspace.run("draft", "原文.txt", "-o", "原文.txt").status == 1)
    try workspace.write("坏.rulebook", "一、甲（5分）\n投诉的【投诉，每起扣1分。\n")
    let run = try workspace.run("draft", "原文.txt", "--from", "坏.rulebook")
    #expect(run.status == 3)
    #expect(run.problems.contains("没有起草"))
  }
}
