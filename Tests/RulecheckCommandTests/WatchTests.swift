import Glibc
import Testing

/// `rulecheck check --watch`.
@Suite struct WatchTests {
  private let watching = "正在看着"

  /// Waits until the program has written words so many times; false where it has not within half a minute.
  private func comes(_ words: String, _ times: Int, in written: @escaping () -> Workspace.Run) -> Bool {
    for _ in 0..<300 {
      let run = written()
      if (run.text + run.problems).ranges(of: words).count >= times { return true }
      usleep(100_000)
    }
    return false
  }

  @Test func `each save is checked, and Ctrl-C ends it with what was found last`() throws {
    let workspace = try Workspace()
    try workspace.write("a.rulebook", SampleFiles.rulebook)
    let wrong = SampleFiles.rulebook.replacing("【投诉】", with: "")
    let run = try workspace.whileRunning(["check", "a.rulebook", "--watch"]) { written in
      #expect(comes(watching, 1, in: written))
      #expect(written().text == "a.rulebook：没有发现问题\n没有错误。正在看着，存盘就重查；按 Ctrl-C 结束\n")
      try workspace.write("a.rulebook", wrong)
      #expect(comes(watching, 2, in: written))
      #expect(written().problems.contains("K0406"))
      // As editors save: a new file takes the place of the old one.
      try workspace.write("new", SampleFiles.rulebook)
      try workspace.move("new", to: "a.rulebook")
      #expect(comes(watching, 3, in: written))
      try workspace.remove("a.rulebook")
      #expect(comes("没有这个文件", 1, in: written))
      try workspace.write("a.rulebook", wrong)
      #expect(comes("K0406", 4, in: written))
      #expect(comes(watching, 5, in: written))
    }
    #expect(run.status == 3)
    #expect(!run.text.contains("\u{1B}"))
  }

  @Test func `a proof is kept up to date`() throws {
    let workspace = try Workspace()
    try workspace.write("a.rulebook", SampleFiles.rulebook)
    let run = try workspace.whileRunning(
      ["check", "a.rulebook", "--watch", "--format", "html", "-o", "a.html"]
    ) { written in
      #expect(comes(watching, 1, in: written))
      try workspace.write("a.rulebook", SampleFiles.rulebook.replacing("每起扣0.2分", with: "每起扣0.3分"))
      #expect(comes(watching, 2, in: written))
    }
    #expect(run.status == 0)
    #expect(String(decoding: workspace.read("a.html") ?? [], as: UTF8.self).contains("每起扣0.3分"))
  }

  @Test func `what cannot be watched is refused`() throws {
    let workspace = try SampleFiles.workspace()
    for arguments in [["-"], ["--format", "json"], ["a.rulebook", "--format", "html"]] {
      #expect(try workspace.run(["check", "--watch"] + arguments).status == 64)
    }
    #expect(try Workspace().run("text", "--watch", "a").status == 64)
  }
}
