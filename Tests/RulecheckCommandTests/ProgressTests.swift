import FoundationEssentials
import Testing

/// What is said while long work goes on.
@Suite struct ProgressTests {
  private static let terminal = "/usr/bin/script"
  private static let hasTerminal = FileManager.default.isExecutableFile(atPath: terminal)
  private static let evaluate = ["evaluate", "--year", "2013", "--evidence", "台账", "-o", "得分.txt"]

  /// What the program writes on a terminal.
  private func shown(_ arguments: [String], _ workspace: Workspace, term: String = "xterm") throws -> String {
    let command = ([Workspace.program] + arguments).map { "'\($0)'" }.joined(separator: " ")
    let run = try workspace.run(
      ["-qec", command, "/dev/null"], environment: ["TERM": term], program: Self.terminal)
    #expect(run.status == 0, "\(run.text)")
    return run.text
  }

  @Test(.enabled(if: hasTerminal)) func `a terminal sees what is being done, and nothing of it stays`() throws
  {
    let workspace = try SampleFiles.workspace()
    let text = try shown(Self.evaluate, workspace)
    #expect(text.contains("\r\u{1B}[K读台账（3 个文件）…") && text.contains("\r\u{1B}[K计分…"))
    #expect(text.hasSuffix("\r\u{1B}[K"))
    #expect(!String(decoding: workspace.read("得分.txt") ?? [], as: UTF8.self).contains("计分…"))
    try workspace.write("rulebooks/examples/样例.rulebook", SampleFiles.rulebook)
    #expect(
      try shown(["check"], workspace).contains("检查 2/2 rulebooks/examples/样例.rulebook\r\u{1B}[K2 个规则文件"))
    #expect(try shown(["test"], workspace).contains("运行例子 1/2 rulebooks/2013.rulebook\r\u{1B}[K"))
  }

  @Test(.enabled(if: hasTerminal)) func `a terminal without cursor is left in peace`() throws {
    #expect(try shown(Self.evaluate, SampleFiles.workspace(), term: "dumb") == "")
  }

  @Test func `elsewhere nothing is said`() throws {
    let workspace = try SampleFiles.workspace()
    let run = try workspace.run(Self.evaluate, environment: ["TERM": "xterm"])
    #expect(run.status == 0 && run.text == "" && run.problems == "")
    try workspace.write("rulebooks/examples/样例.rulebook", SampleFiles.rulebook)
    #expect(try workspace.run(["check"], environment: ["TERM": "xterm"]).problems == "")
  }
}
