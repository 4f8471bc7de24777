import Testing

@Suite struct FormatVerbTests {
  private static let loose = SampleFiles.rulebook.replacing("【投诉】，", with: "【 投诉 】,")

  @Test func `the text is written out, or back into the file`() throws {
    let workspace = try Workspace()
    try workspace.write("a.rulebook", Self.loose)
    let shown = try workspace.run("format", "a.rulebook")
    #expect(shown.status == 0)
    #expect(shown.text == SampleFiles.rulebook)
    #expect(workspace.read("a.rulebook") == Array(Self.loose.utf8))
    let written = try workspace.run("format", "a.rulebook", "--write")
    #expect(written.status == 0)
    #expect(written.text == "a.rulebook：已经整理\n")
    #expect(workspace.read("a.rulebook") == Array(SampleFiles.rulebook.utf8))
    #expect(try workspace.names() == ["a.rulebook"])
    #expect(try workspace.run("format", "a.rulebook", "--write").text == "a.rulebook：不用整理\n")
  }

  @Test func `check names what needs it and writes nothing`() throws {
    let workspace = try Workspace()
    try workspace.write("a.rulebook", Self.loose)
    try workspace.write("b.rulebook", SampleFiles.rulebook)
    let run = try workspace.run("format", "--check", "a.rulebook", "b.rulebook")
    #expect(run.status == 2)
    #expect(run.text == "a.rulebook：要整理 1 行，第一处在第5行\nb.rulebook：不用整理\n")
    #expect(workspace.read("a.rulebook") == Array(Self.loose.utf8))
    #expect(try workspace.run("format", "--check", "b.rulebook").status == 0)
  }

  @Test func `standard input comes out formatted`() throws {
    let run = try Workspace().run("format", "-", input: Array(Self.loose.utf8))
    #expect(run.text == SampleFiles.rulebook)
  }

  @Test func `a rulebook with errors is not touched`() throws {
    let workspace = try Workspace()
    let broken = Self.loose.replacing("【事故】", with: "")
    try workspace.write("a.rulebook", broken)
    let run = try workspace.run("format", "a.rulebook", "--write")
    #expect(run.status == 3)
    #expect(run.problems.contains("a.rulebook：有错误，没有整理"))
    #expect(workspace.read("a.rulebook") == Array(broken.utf8))
  }

  @Test(arguments: [
    ["format"], ["format", "a", "b"], ["format", "-", "--write"], ["format", "a", "--write", "--check"],
  ])
  func `a command line that says nothing sensible is status 64`(arguments: [String]) throws {
    let run = try Workspace().run(arguments)
    #expect(run.status == 64)
    #expect(run.problems.contains("用法"))
  }

  @Test func `a file that cannot be written stays as it was`() throws {
    let workspace = try Workspace()
    try workspace.write("a.rulebook", Self.loose)
    workspace.setPermissions("a.rulebook", 0o444)
    let run = try workspace.run("format", "a.rulebook", "--write")
    #expect(run.status == 1)
    #expect(workspace.read("a.rulebook") == Array(Self.loose.utf8))
  }
}
