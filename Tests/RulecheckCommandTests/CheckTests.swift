import Testing

@Suite struct CheckTests {
  @Test func `a clean rulebook is said to be clean`() throws {
    let workspace = try SampleFiles.workspace()
    for arguments in [["check", "rulebooks/2013.rulebook"], ["rulebooks/2013.rulebook"]] {
      let run = try workspace.run(arguments)
      #expect(run.status == 0)
      #expect(run.text == "rulebooks/2013.rulebook：没有发现问题\n")
      #expect(run.problems == "")
    }
  }

  @Test func `without a file every rulebook of the standard folders is checked`() throws {
    let workspace = try SampleFiles.workspace()
    try workspace.write("rulebooks/examples/样例.rulebook", SampleFiles.rulebook)
    try workspace.write("rulebooks/deeper/错.rulebook", "【年度")
    #expect(try workspace.run("check").text == "2 个规则文件：没有发现问题\n")
    try workspace.write("rulebooks/examples/错.rulebook", "【年度")
    #expect(try workspace.run("check").status == 3)
    #expect(try Workspace().run("check").status == 1)
  }

  @Test func `standard input is read as a file`() throws {
    let run = try Workspace().run("check", "-", input: Array(SampleFiles.rulebook.utf8))
    #expect(run.status == 0)
    #expect(run.text == "标准输入：没有发现问题\n")
  }

  @Test func `errors go to standard error and make the status 3`() throws {
    let workspace = try Workspace()
    try workspace.write("a.rulebook", SampleFiles.rulebook.replacing("【投诉】", with: ""))
    let run = try workspace.run("check", "a.rulebook")
    #expect(run.status == 3)
    #expect(run.text == "")
    #expect(run.problems.contains("错误[K0406]"))
    #expect(run.problems.contains("--> a.rulebook 第5行"))
    #expect(!run.problems.contains("\u{1B}"))
    #expect(try workspace.run("check", "a.rulebook", "--color=always").problems.contains("\u{1B}["))
    #expect(try !workspace.run("check", "a.rulebook", "--color", "never").problems.contains("\u{1B}"))
  }

  @Test(arguments: [
    ("json", "\"code\":\"K0406\""), ("sarif", "\"ruleId\":\"K0406\""),
    ("github", "::error file=a.rulebook,line=5"),
  ])
  func `forms for programs go to standard output`(format: String, part: String) throws {
    let workspace = try Workspace()
    try workspace.write("a.rulebook", SampleFiles.rulebook.replacing("【投诉】", with: ""))
    let run = try workspace.run("check", "--format", format, "a.rulebook")
    #expect(run.status == 3)
    #expect(run.text.contains(part))
    #expect(run.problems == "")
  }

  @Test func `strict makes errors of warnings`() throws {
    let workspace = try Workspace()
    let doubtful = SampleFiles.rulebook.replacing("每起扣1分。", with: "扣3分。")
    try workspace.write("a.rulebook", doubtful)
    let lax = try workspace.run("check", "a.rulebook")
    #expect(lax.status == 0)
    #expect(lax.problems.contains("提醒["))
    #expect(lax.text == "")
    let strict = try workspace.run("check", "--strict", "a.rulebook")
    #expect(strict.status == 3)
    #expect(strict.problems.contains("错误["))
  }

  @Test func `a rulebook in GB18030 is read, and that is said`() throws {
    let workspace = try Workspace()
    // 【细则：样】【年度：2013】 一、甲（5分）（由乙考核） 丙的【丙】扣1分。
    let lines: [[UInt8]] = [
      [0xA1, 0xBE, 0xCF, 0xB8, 0xD4, 0xF2, 0xA3, 0xBA, 0xD1, 0xF9, 0xA1, 0xBF],
      [0xA1, 0xBE, 0xC4, 0xEA, 0xB6, 0xC8, 0xA3, 0xBA] + Array("2013".utf8) + [0xA1, 0xBF],
      [0xD2, 0xBB, 0xA1, 0xA2, 0xBC, 0xD7, 0xA3, 0xA8] + Array("5".utf8) + [0xB7, 0xD6, 0xA3, 0xA9]
        + [0xA3, 0xA8, 0xD3, 0xC9, 0xD2, 0xD2, 0xBF, 0xBC, 0xBA, 0xCB, 0xA3, 0xA9],
      [0xB1, 0xFB, 0xB5, 0xC4, 0xA1, 0xBE, 0xB1, 0xFB, 0xA1, 0xBF, 0xBF, 0xDB] + Array("1".utf8) + [
        0xB7, 0xD6, 0xA1, 0xA3,
      ],
    ]
    try workspace.write("a.rulebook", bytes: lines.flatMap { $0 + [0x0D, 0x0A] })
    let run = try workspace.run("check", "a.rulebook")
    #expect(run.status == 0, "\(run.problems)")
    #expect(run.problems.contains("提示[K0107]：文件是 GB18030 编码"))
    #expect(run.text == "a.rulebook：没有发现问题\n")
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0x41, 0x00], "K0101"), ([0x41, 0x00, 0x42], "K0102"),
    (Array("一、工作".utf8) + [0xFF], "K0101"),
  ])
  func `what is no text is a diagnostic`(bytes: [UInt8], code: String) throws {
    let workspace = try Workspace()
    try workspace.write("a.rulebook", bytes: bytes)
    let run = try workspace.run("check", "a.rulebook")
    #expect(run.status == 3)
    #expect(run.problems.contains("错误[\(code)]"))
  }

  @Test func `what is no file cannot be checked, and never waits`() throws {
    let workspace = try Workspace()
    try workspace.write("folder/x", "")
    workspace.makePipe("pipe.rulebook")
    for (path, words) in [
      ("none", "没有这个文件"), ("folder", "是文件夹"), ("pipe.rulebook", "管道"), ("/dev/zero", "设备"),
    ] {
      let run = try workspace.run("check", path)
      #expect(run.status == 1, "\(path)")
      #expect(run.problems.contains(words), "\(run.problems)")
    }
  }
}
