import Testing

@Suite struct CoverageVerbTests {
  private static let document = """
    一、日常工作(10分)(由办公室考核)
    投诉查实
    的,每起扣0.2分。
    二、安全(倒扣分2分)(由安监局考核)
    发生事故的,每起扣1分。
    """

  private static func workspace(_ document: String = document) throws -> Workspace {
    let workspace = try SampleFiles.workspace()
    try workspace.write("原文.txt", document)
    return workspace
  }

  @Test func `a complete rulebook is status 0`() throws {
    let run = try Self.workspace().run("coverage", "rulebooks/2013.rulebook", "--source", "原文.txt")
    #expect(run.status == 0)
    #expect(run.text == "原文.txt：共 4 句，计分 2，标题 2。逐句相同，都有交代。\n")
    #expect(run.problems.isEmpty)
  }

  @Test func `what differs is listed with both places`() throws {
    let workspace = try Self.workspace(Self.document.replacing("扣1分", with: "扣2分") + "\n另有规定的除外。\n")
    let run = try workspace.run("coverage", "rulebooks/2013.rulebook", "--source=原文.txt")
    #expect(run.status == 2)
    #expect(
      run.text == """
        字句与规则文件不同的：
          第5行：发生事故的,每起扣2分。
            规则文件第8行：原文“2”，规则文件“1”

        规则文件里没有的：
          第6行：另有规定的除外。

        原文.txt：共 5 句，计分 1，标题 2，字句不同 1，规则文件里没有 1。还没有对上。

        """)
  }

  @Test func `all sentences are listed where asked for`() throws {
    let run = try Self.workspace().run(
      "coverage", "rulebooks/2013.rulebook", "--source", "原文.txt", "--all")
    #expect(run.text.hasPrefix("第1行 标题：一、日常工作(10分)(由办公室考核)\n第2行 计分：投诉查实的,每起扣0.2分。\n"))
  }

  @Test func `programs get every sentence`() throws {
    let workspace = try Self.workspace(Self.document.replacing("扣1分", with: "扣2分"))
    let run = try workspace.run(
      "coverage", "rulebooks/2013.rulebook", "--source", "原文.txt", "--format", "json", "-o", "a.json")
    #expect(run.status == 2)
    let text = String(decoding: workspace.read("a.json") ?? [], as: UTF8.self)
    #expect(text.hasPrefix("{\"complete\":false,\"sentences\":[\n{\"line\":1,"))
    #expect(
      text.contains(
        "\"standing\":\"changed\",\"rulebookLine\":8,\"changes\":[{\"document\":\"2\",\"rulebook\":\"1\"}]}"))
  }

  @Test func `what cannot be held against each other is said`() throws {
    let workspace = try Self.workspace("\n\n")
    let names = ["coverage", "rulebooks/2013.rulebook", "--source"]
    #expect(try workspace.run(names + ["原文.txt"]).status == 1)
    #expect(try workspace.run(names + ["没有.txt"]).status == 1)
    #expect(try workspace.run(["coverage", "rulebooks/2013.rulebook"]).status == 64)
    #expect(try workspace.run(["coverage", "--source", "原文.txt"]).status == 64)
    try workspace.write("原文.txt", bytes: [0xFF, 0xFE, 0x00, 0x4E])
    #expect(try workspace.run(names + ["原文.txt"]).status == 3)
    try workspace.write("原文.txt", Self.document)
    #expect(try workspace.run(names + ["原文.txt", "-o", "原文.txt"]).status == 1)
  }
}
