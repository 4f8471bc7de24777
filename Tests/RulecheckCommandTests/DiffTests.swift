import Testing

@Suite struct DiffVerbTests {
  private static let next = SampleFiles.rulebook.replacing("2013", with: "2014")
    .replacing("每起扣0.2分", with: "每起扣0.3分").replacing("本项得9.6分", with: "本项得9.4分")

  private static func workspace() throws -> Workspace {
    let workspace = try SampleFiles.workspace()
    try workspace.write("rulebooks/2014.rulebook", next)
    return workspace
  }

  private static let names = ["diff", "rulebooks/2013.rulebook", "rulebooks/2014.rulebook"]

  @Test func `what changed is told by clause`() throws {
    let run = try Self.workspace().run(Self.names)
    #expect(run.status == 0)
    #expect(run.problems.isEmpty)
    #expect(
      run.text == """
        样例考核细则（2013年） → 样例考核细则（2014年）

        开头
          年度：2013 → 2014
        一
          “投诉查实的，每起扣0.3分。”
            计分：扣0.2分 → 扣0.3分

        共 2 处：改动 2。

        """)
  }

  @Test func `with evidence both years are scored and the difference explained`() throws {
    let run = try Self.workspace().run(Self.names + ["--evidence", "台账"])
    #expect(run.status == 0)
    #expect(run.problems.isEmpty)
    #expect(
      run.text.contains(
        """
        同一批台账，按两年的规则各算一遍：

          单位      原得分  新得分    差  名次
          市财政局    9.60    9.40  -0.2     1
          市教育局    9.00    9.00     0     2

        市财政局：-0.2分
          -0.2  一“投诉查实的，每起扣0.3分”（-0.4 → -0.6）

        """))
  }

  @Test func `programs get all of it`() throws {
    let workspace = try Self.workspace()
    let run = try workspace.run(Self.names + ["--evidence=台账", "--format=json", "-o", "a.json"])
    #expect(run.status == 0)
    let text = String(decoding: workspace.read("a.json") ?? [], as: UTF8.self)
    #expect(text.hasPrefix("{\"old\":{\"title\":\"样例考核细则\",\"year\":2013},\"new\":"))
    #expect(
      text.contains(
        "\"subject\":\"sentence\",\"fate\":\"changed\",\"path\":\"一\",\"text\":\"投诉查实的，每起扣0.3分。\","
          + "\"aspects\":[{\"aspect\":\"amount\",\"old\":\"扣0.2分\",\"new\":\"扣0.3分\"}]}"))
    #expect(
      text.contains(
        "{\"unit\":\"市财政局\",\"old\":{\"total\":{\"exact\":\"48/5\",\"published\":\"9.60\"},\"rank\":1},"))
    #expect(text.contains("\"difference\":\"-1/5\",\"parts\":[{\"kind\":\"sentence\",\"path\":\"一\","))
  }

  @Test func `a rulebook or evidence with errors is status 3`() throws {
    let workspace = try Self.workspace()
    try workspace.write("台账/台账-办公室.csv", "单位,证据,数量\n市财政局,投诉,多\n")
    let run = try workspace.run(Self.names + ["--evidence", "台账"])
    #expect(run.status == 3)
    #expect(run.text.isEmpty)
    #expect(run.problems.contains("错误["))
    #expect(try workspace.run(Self.names + ["--evidence", "台账", "--keep-going"]).status == 0)
    try workspace.write("rulebooks/2014.rulebook", Self.next.replacing("【投诉】", with: ""))
    #expect(try workspace.run(Self.names).status == 3)
  }

  @Test(arguments: [["diff"], ["diff", "a"], ["diff", "a", "b", "c"], ["diff", "a", "b", "--keep-going"]])
  func `two rulebooks are needed`(arguments: [String]) throws {
    #expect(try Workspace().run(arguments).status == 64)
  }
}
