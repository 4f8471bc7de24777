import Testing

/// What is written is whole, or not there at all.
@Suite struct OutputTests {
  private func evaluate(_ workspace: Workspace, into path: String) throws -> Workspace.Run {
    try workspace.run("evaluate", "--year", "2013", "--evidence", "台账", "--format", "csv", "-o", path)
  }

  @Test func `a file is written and nothing else is left`() throws {
    let workspace = try SampleFiles.workspace()
    let run = try evaluate(workspace, into: "得分.csv")
    #expect(run.status == 0)
    #expect(run.text == "")
    #expect(run.problems == "")
    let direct = try workspace.run("evaluate", "--year", "2013", "--evidence", "台账", "--format", "csv")
    #expect(workspace.read("得分.csv") == direct.output)
    #expect(try workspace.names() == ["rulebooks", "台账", "得分.csv"])
  }

  @Test func `an older file is replaced and keeps its permissions`() throws {
    let workspace = try SampleFiles.workspace()
    try workspace.write("得分.csv", "旧的")
    workspace.setPermissions("得分.csv", 0o640)
    #expect(try evaluate(workspace, into: "得分.csv").status == 0)
    #expect(workspace.read("得分.csv")?.starts(with: [0xEF, 0xBB, 0xBF]) == true)
    #expect(workspace.permissions(of: "得分.csv") == 0o640)
  }

  @Test(arguments: [
    ("夹", "是文件夹"), ("管道", "不是普通文件"), ("链接.csv", "符号链接"), ("只读.csv", "只读"), ("台账/其他.csv", "这次读取的文件"),
    ("rulebooks/2013.rulebook", "这次读取的文件"), ("硬链接.csv", "这次读取的文件"), ("没有/得分.csv", "没有这个文件或文件夹"),
    ("/proc/得分.csv", "写不了"),
  ])
  func `what must not be written over is refused, and left alone`(path: String, words: String) throws {
    let workspace = try SampleFiles.workspace()
    try workspace.write("夹/x", "")
    workspace.makePipe("管道")
    try workspace.write("目标.csv", "旧的")
    try workspace.link("链接.csv", to: "目标.csv")
    try workspace.hardLink("硬链接.csv", to: "台账/台账-办公室.csv")
    try workspace.write("台账/其他.csv", "x")
    try workspace.write("只读.csv", "旧的")
    workspace.setPermissions("只读.csv", 0o444)
    let before = try workspace.names()
    let run = try evaluate(workspace, into: path)
    #expect(run.status == 1)
    #expect(run.problems.contains(words), "\(run.problems)")
    #expect(try workspace.names() == before)
    #expect(workspace.read("目标.csv") == Array("旧的".utf8))
    #expect(workspace.read("只读.csv") == Array("旧的".utf8))
    #expect(workspace.read("台账/单位名册.csv") == Array(SampleFiles.register.utf8))
    #expect(workspace.read("台账/台账-办公室.csv") == Array(SampleFiles.office.utf8))
    #expect(workspace.read("rulebooks/2013.rulebook") == Array(SampleFiles.rulebook.utf8))
  }

  @Test(arguments: [
    "台账/台账-结果.csv", "台账/台账.CSV", "./台账/../台账/单位名册.csv", "链接/台账-得分.csv", "台账/指标表.csv",
  ])
  func `a result never becomes evidence of the next run`(path: String) throws {
    let workspace = try SampleFiles.workspace()
    try workspace.link("链接", to: "台账")
    let before = try workspace.names(in: "台账")
    let run = try evaluate(workspace, into: path)
    #expect(run.status == 64)
    #expect(run.problems.contains("下次会当作台账读取"))
    #expect(try workspace.names(in: "台账") == before)
    #expect(try evaluate(workspace, into: "台账/得分.csv").status == 0)
    #expect(try evaluate(workspace, into: "台账-得分.csv").status == 0)
  }

  @Test(arguments: [["check"], ["test"], ["evaluate", "--year", "2013", "--evidence", "台账"], ["没有"], []])
  func `problems that cannot be told are a failure`(arguments: [String]) throws {
    let workspace = try SampleFiles.workspace()
    try workspace.write("rulebooks/2012.rulebook", "【细则：例】\n【年度：2012】\n一、甲（5分）\n未做的扣1分。\n")
    try workspace.write("台账/备份.csv", "x")
    #expect(try workspace.run(arguments, problems: .fullDevice).status == 1)
  }

  @Test(arguments: [
    ["evaluate", "--year", "2013", "--evidence", "台账", "--format", "json"], ["check"], ["test"],
    ["--version"],
    ["text", "rulebooks/2013.rulebook"], ["--help"],
  ])
  func `a full disk is a failure, a reader that has gone a silent one`(arguments: [String]) throws {
    let workspace = try SampleFiles.workspace()
    let full = try workspace.run(arguments, output: .fullDevice)
    #expect(full.status == 1)
    #expect(full.problems == "错误：结果没有写完：磁盘已满\n")
    let gone = try workspace.run(arguments, output: .closedPipe)
    #expect(gone.status == 1)
    #expect(gone.problems == "")
  }
}
