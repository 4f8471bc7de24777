import Testing

@Suite struct ExampleVerbTests {
  @Test func `examples that hold are counted`() throws {
    let run = try SampleFiles.workspace().run("test")
    #expect(run.status == 0)
    #expect(run.text == "rulebooks/2013.rulebook：1 个例子都对\n")
  }

  @Test func `an example that does not hold is shown with its arithmetic`() throws {
    let workspace = try Workspace()
    try workspace.write("a.rulebook", SampleFiles.rulebook.replacing("本项得9.6分", with: "本项得9.5分"))
    let run = try workspace.run("test", "a.rulebook")
    #expect(run.status == 2)
    #expect(run.text == "a.rulebook：1 个例子，1 个不对\n")
    #expect(run.problems.contains("错误[K0802]：例子算出来是9.6分"))
    #expect(run.problems.contains("第6行第9字"))
    #expect(run.problems.contains("投诉：2起 × 0.2分 = 扣0.4分；合计：10（起评） - 0.4 = 9.6分"))
  }

  @Test func `what no example tries is listed where asked for`() throws {
    let run = try SampleFiles.workspace().run("test", "--coverage")
    #expect(run.status == 0)
    #expect(
      run.text == """
        rulebooks/2013.rulebook：1 个例子都对
        计分的句子 2，例子用到 1（50%）；没有例子的：
          第8行 二：“发生事故的，每起扣1分”
        封顶、要求的数和分期 2，例子用到 0（0%）；没有例子到过的：
          第4行 一：扣完为止，最低0分
          第7行 二：最多扣2分

        """)
  }

  @Test func `an invalid rulebook has no examples to run`() throws {
    let workspace = try Workspace()
    try workspace.write("a.rulebook", SampleFiles.rulebook.replacing("【投诉】", with: ""))
    #expect(try workspace.run("test", "a.rulebook").status == 3)
  }
}

@Suite struct TextVerbTests {
  @Test func `the official text is what is outside the brackets`() throws {
    let workspace = try Workspace()
    try workspace.write(
      "a.rulebook",
      "\u{FEFF}【细则：样例】\r\n【年度：2013】 【总分：10分】\r\n\r\n一、工作（10分）（由办公室考核）\r\n"
        + "按【【通知】】查实的【投诉】，每起扣0.2分；\r\n　【例：投诉1起，本项得9.8分】\r\n\r\n完。")
    let run = try workspace.run("text", "a.rulebook")
    #expect(run.status == 0)
    #expect(run.text == "一、工作（10分）（由办公室考核）\r\n按【通知】查实的，每起扣0.2分；\r\n\r\n完。")
  }

  @Test func `brackets that do not pair leave no official text`() throws {
    let workspace = try Workspace()
    try workspace.write("a.rulebook", "一、工作（10分）\n投诉查实的【投诉，每起扣0.2分；\n")
    let run = try workspace.run("text", "a.rulebook")
    #expect(run.status == 3)
    #expect(run.text == "")
    #expect(run.problems.contains("错误["))
  }
}

@Suite struct UsageTests {
  @Test(arguments: [
    [], ["--fromat=json", "check"], ["check", "--fromat", "json"], ["chek"], ["check", "--format", "xml"],
    ["check", "--format"], ["evaluate", "x.csv"], ["evaluate", "--year", "2013"], ["check", "--strict=1"],
    ["evaluate", "--year", "1", "--year", "2"], ["check", "--year", "2013"], ["text"], ["text", "a", "b"],
    ["explain"], ["check", "--color=red"], ["evaluate", "--year=0", "--evidence=x"],
  ])
  func `a command line that cannot be understood is status 64`(arguments: [String]) throws {
    let run = try SampleFiles.workspace().run(arguments)
    #expect(run.status == 64)
    #expect(run.text == "")
    #expect(run.problems.contains("用法"))
  }

  @Test func `a near word is named`() throws {
    let workspace = try Workspace()
    #expect(try workspace.run("chek").problems.contains("没有“chek”这个命令，相近的有 check"))
    #expect(try workspace.run("check", "--fromat").problems.contains("相近的有 --format"))
    #expect(try workspace.run("explain", "K0410O").problems.contains("没有代码为“K0410O”的消息"))
    #expect(try workspace.run("explain", "K9999").status == 1)
    #expect(try workspace.run("explain", "404").text == workspace.run("explain", "K0404").text)
    #expect(try workspace.run("explain", "k404").status == 0)
  }

  @Test func `help has a usage and an example for every verb`() throws {
    let workspace = try Workspace()
    let overview = try workspace.run("--help")
    #expect(overview.status == 0)
    for verb in ["check", "evaluate", "why", "test", "text", "format", "coverage", "diff", "explain"] {
      #expect(overview.text.contains("rulecheck \(verb)"))
      let run = try workspace.run(verb, "--help")
      #expect(run.status == 0)
      #expect(run.text.contains("rulecheck \(verb)"))
      #expect(run.text.contains("\n例：rulecheck \(verb)"))
      #expect(try workspace.run("help", verb).text == run.text)
    }
    #expect(try workspace.run("--version").text.hasPrefix("rulecheck "))
  }

  @Test func `what follows two dashes is no option`() throws {
    let workspace = try Workspace()
    try workspace.write("--strict", SampleFiles.rulebook)
    #expect(try workspace.run("check", "--", "--strict").text == "--strict：没有发现问题\n")
  }
}
