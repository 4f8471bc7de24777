import Testing

@Suite struct EvaluateTests {
  private func evaluate(_ workspace: Workspace, _ more: String...) throws -> Workspace.Run {
    try workspace.run(["evaluate", "--year", "2013", "--evidence", "台账"] + more)
  }

  @Test func `the table, the CSV and the JSON go to standard output`() throws {
    let workspace = try SampleFiles.workspace()
    let table = try evaluate(workspace)
    #expect(table.status == 0)
    #expect(table.text.contains("   1  市财政局  9.60"))
    #expect(table.problems == "")
    #expect(try evaluate(workspace, "--format=csv").text.hasPrefix("\u{FEFF}名次,单位,总分,"))
    #expect(
      try evaluate(workspace, "--format", "json").text.contains(
        "\"total\":{\"exact\":\"48/5\",\"published\":\"9.60\"}"))
  }

  @Test func `the lines are the objects of the document`() throws {
    let workspace = try SampleFiles.workspace()
    try workspace.remove("台账/台账-安监局.csv")
    try workspace.write("台账/台账-办公室.csv", SampleFiles.office + "市财正局,投诉,1\n")
    let document = try evaluate(workspace, "--format", "json", "--keep-going")
    let lines = try evaluate(workspace, "--format", "ndjson", "--keep-going")
    #expect(document.status == 0 && lines.status == 0)
    let objects = lines.text.split(separator: "\n").map(String.init)
    #expect(objects.count > 4)
    #expect(objects.allSatisfy { document.text.contains($0.dropLast()) })
    let kinds = ["{\"rulebook\":", "{\"unit\":", "{\"office\":", "{\"file\":"]
    #expect(kinds.allSatisfy { kind in objects.contains { $0.hasPrefix(kind) } })
    #expect(objects.allSatisfy { object in kinds.contains { object.hasPrefix($0) } })
  }

  @Test func `one unit can be asked for by its short name, and keeps its rank`() throws {
    let workspace = try SampleFiles.workspace()
    let run = try evaluate(workspace, "--unit", "教育局")
    #expect(run.status == 0)
    #expect(run.text.contains("   2  市教育局  9.00"))
    #expect(!run.text.contains("市财政局"))
    let unknown = try evaluate(workspace, "--unit=市财镇局")
    #expect(unknown.status == 1)
    #expect(unknown.problems.contains("单位名册里没有“市财镇局”，相近的有 市财政局"))
  }

  @Test func `the rulebook of the year is found, and doubts are said`() throws {
    let workspace = try SampleFiles.workspace()
    let other = try workspace.run("evaluate", "--year", "2014", "--evidence", "台账")
    #expect(other.status == 1)
    #expect(other.problems.contains("没有2014年度的规则文件；有的年度是 2013"))
    try workspace.write("rulebooks/又一份.rulebook", SampleFiles.rulebook)
    let twice = try evaluate(workspace)
    #expect(twice.status == 1)
    #expect(twice.problems.contains("“rulebooks/2013.rulebook”、“rulebooks/又一份.rulebook”"))
    #expect(try workspace.run("evaluate", "--year", "二〇一三", "--evidence", "台账").status == 64)
    #expect(try workspace.run("evaluate", "--evidence", "台账").status == 64)
    #expect(try evaluate(workspace, "--rulebooks", "没有").status == 1)
  }

  @Test func `a year left in a copy is named`() throws {
    let workspace = try SampleFiles.workspace()
    try workspace.write("rulebooks/2014.rulebook", SampleFiles.rulebook)
    let doubt = "“rulebooks/2014.rulebook”第2行写着【年度：2013】，是不是忘了改成2014"
    #expect(try evaluate(workspace).problems.contains(doubt))
    let other = try workspace.run("evaluate", "--year", "2014", "--evidence", "台账")
    #expect(other.problems.contains("有的年度是 2013；" + doubt))
  }

  @Test func `a rulebook that an editor has named txt is named`() throws {
    let workspace = try SampleFiles.workspace()
    try workspace.write("rulebooks/2014.rulebook.txt", SampleFiles.rulebook)
    let run = try workspace.run("evaluate", "--year", "2014", "--evidence", "台账")
    #expect(run.problems.contains("“2014.rulebook.txt”的扩展名是 .txt，没有读取，改名为“2014.rulebook”"))
    try workspace.remove("rulebooks/2013.rulebook")
    #expect(try evaluate(workspace).problems.contains("改名为“2014.rulebook”"))
  }

  @Test func `where there is no folder of rulebooks the current folder is named`() throws {
    let workspace = try Workspace()
    let run = try evaluate(workspace)
    #expect(run.status == 1)
    #expect(run.problems.contains("当前文件夹“"))
    #expect(run.problems.contains("--rulebooks"))
    let check = try workspace.run("check")
    #expect(check.problems.contains("当前文件夹“"))
    #expect(!check.problems.contains("--rulebooks"))
  }

  @Test func `a rulebook with errors is not evaluated`() throws {
    let workspace = try SampleFiles.workspace()
    try workspace.write("rulebooks/2013.rulebook", SampleFiles.rulebook.replacing("【投诉】", with: ""))
    let run = try evaluate(workspace)
    #expect(run.status == 3)
    #expect(run.problems.contains("错误[K0406]"))
    #expect(run.text == "")
  }

  @Test func `evidence with errors gives no score unless asked to go on`() throws {
    let workspace = try SampleFiles.workspace()
    try workspace.write("台账/台账-办公室.csv", SampleFiles.office + "市财正局,投诉,1\n")
    let run = try evaluate(workspace, "-o", "得分.csv")
    #expect(run.status == 3)
    #expect(run.problems.contains("错误[K0702]"))
    #expect(workspace.read("得分.csv") == nil)
    let going = try evaluate(workspace, "--keep-going")
    #expect(going.status == 0)
    #expect(going.problems.contains("错误[K0702]"))
    #expect(going.text.contains("没有计入的证据：台账-办公室.csv 有 1 行没有计入"))
  }

  @Test func `all problems go into a table where one is asked for`() throws {
    let workspace = try SampleFiles.workspace()
    let rows = (1...30).map { "市财正局,=投诉\($0),1\n" }.joined()
    try workspace.write("台账/台账-办公室.csv", SampleFiles.office + rows)
    let plain = try evaluate(workspace)
    #expect(plain.problems.contains("加 --problems 问题.csv"))
    let listing = try evaluate(workspace, "--problems", "问题.csv")
    #expect(listing.status == 3)
    #expect(!listing.problems.contains("加 --problems"))
    let table = String(decoding: try #require(workspace.read("问题.csv")), as: UTF8.self)
    #expect(table.hasPrefix("\u{FEFF}程度,编号,文件,行,字,原文,问题,依据,改法,另一处\r\n"))
    let lines = table.split(separator: "\r\n")
    #expect(lines.count { $0.hasPrefix("错误,K0702,台账-办公室.csv,") } == 30)
    // A cell that a spreadsheet would take for a formula is guarded.
    #expect(lines.count { $0.contains(",'=投诉") } == 30)
    #expect(try evaluate(workspace, "--problems", "得分.csv", "-o", "得分.csv").status == 64)
    #expect(try evaluate(workspace, "--problems", "台账/台账-问题.csv").status == 64)
    #expect(try evaluate(workspace, "--problems", "台账/单位名册.csv").status == 64)
  }

  @Test func `missing evidence is no failure unless asked to be`() throws {
    let workspace = try SampleFiles.workspace()
    #expect(try evaluate(workspace, "--fail-incomplete").status == 0)
    try workspace.write("台账/台账-安监局.csv", "单位,证据\n")
    #expect(try evaluate(workspace, "--fail-incomplete").status == 0)
    let lacking = try SampleFiles.workspace()
    try lacking.remove("台账/台账-安监局.csv")
    #expect(try evaluate(lacking).status == 0)
    let run = try evaluate(lacking, "--fail-incomplete")
    #expect(run.status == 4)
    #expect(run.text.contains("还缺的数据"))
  }

  @Test func `only regular CSV files are evidence`() throws {
    let workspace = try SampleFiles.workspace()
    try workspace.write("台账/README.md", "说明")
    try workspace.write("台账/往年/台账-旧.csv", "不读")
    try workspace.write("台账/台账-新.xlsx", "PK")
    let run = try evaluate(workspace)
    #expect(run.status == 0)
    #expect(
      run.problems == """
        提示：没有读取“台账-新.xlsx”；台账和名册另存为 CSV 才会读取
        提示：没有读取文件夹“往年”里的 CSV 文件；台账和名册不放在下一级文件夹里

        """)
    workspace.makePipe("台账/台账-管道.csv")
    let pipe = try evaluate(workspace)
    #expect(pipe.status == 1)
    #expect(pipe.problems.contains("“台账/台账-管道.csv”不是普通文件"))
    try workspace.remove("台账/台账-管道.csv")
    try workspace.write("台账/台账-夹.csv/x", "")
    #expect(try evaluate(workspace).problems.contains("“台账/台账-夹.csv”是文件夹"))
    #expect(try workspace.run("evaluate", "--year", "2013", "--evidence", "没有").status == 1)
  }

  @Test func `what looks like evidence and is not read is told, what programs leave behind is not`() throws {
    let workspace = try SampleFiles.workspace()
    for name in [".DS_Store", "~$台账-新.xlsx", ".~lock.台账-办公室.csv#", "._台账-办公室.csv", "图/台账.png", "说明.txt"] {
      try workspace.write("台账/" + name, "x")
    }
    #expect(try evaluate(workspace).problems == "")
    for name in [".台账-隐藏.csv", "台账-旧.et", "名册.XLS"] { try workspace.write("台账/" + name, "x") }
    #expect(
      try evaluate(workspace).problems == """
        提示：没有读取“.台账-隐藏.csv”；文件名以“.”开头的是隐藏文件，改名才会读取
        提示：没有读取“台账-旧.et”；台账和名册另存为 CSV 才会读取
        提示：没有读取“名册.XLS”；台账和名册另存为 CSV 才会读取

        """)
  }

  @Test func `equal runs give equal bytes`() throws {
    let workspace = try SampleFiles.workspace()
    for format in ["table", "csv", "json"] {
      let first = try evaluate(workspace, "--format", format).output
      for _ in 1...3 { #expect(try evaluate(workspace, "--format", format).output == first) }
    }
  }

  @Test func `the table fits the terminal it is told of`() throws {
    let workspace = try SampleFiles.workspace()
    try workspace.write("台账/单位名册.csv", "单位\n市财政局\n市教育局\n样例市经济和信息化发展工作委员会办公室及其所属各单位\n")
    let narrow = try workspace.run(
      "evaluate", "--year", "2013", "--evidence", "台账", environment: ["COLUMNS": "60"])
    #expect(narrow.text.contains("…"))
    #expect(try evaluate(workspace).text.contains("样例市经济和信息化发展工作委员会办公室及其所属各单位"))
  }
}

@Suite struct WhyTests {
  @Test func `why tells where the points went`() throws {
    let workspace = try SampleFiles.workspace()
    let run = try workspace.run("why", "--year", "2013", "--evidence", "台账", "--unit", "财政局")
    #expect(run.status == 0)
    #expect(run.text.contains("投诉：2起 × 0.2分 = 扣0.4分"))
    #expect(run.text.contains("证据：台账-办公室.csv 第2行（投诉），数量 2"))
    let part = try workspace.run("why", "--year=2013", "--evidence=台账", "--unit=教育局", "--item", "二")
    #expect(part.text.contains("事故：1起 × 1分 = 扣1分"))
    #expect(!part.text.contains("日常工作"))
  }

  @Test func `an unknown item or no unit is an error`() throws {
    let workspace = try SampleFiles.workspace()
    let unknown = try workspace.run(
      "why", "--year", "2013", "--evidence", "台账", "--unit", "财政局", "--item", "九")
    #expect(unknown.status == 1)
    #expect(unknown.problems.contains("没有计分的“九”"))
    #expect(try workspace.run("why", "--year", "2013", "--evidence", "台账").status == 64)
  }
}
