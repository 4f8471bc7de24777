import Testing

/// The program that measures makes a year for any rulebook, and says what it measured; how long it takes is not looked at.
@Suite struct BenchmarkTests {
  private func run(_ workspace: Workspace, _ arguments: String...) throws -> Workspace.Run {
    try workspace.run(arguments, program: Workspace.benchmark)
  }

  @Test func `each stage has its line`() throws {
    let workspace = try SampleFiles.workspace()
    let run = try run(workspace, "20", "rulebooks/2013.rulebook", "1")
    #expect(run.status == 0)
    #expect(run.problems == "")
    let lines = run.text.split(separator: "\n")
    #expect(lines.first?.hasPrefix("20 units, ") == true)
    #expect(lines.dropFirst().count == 6)
    #expect(
      lines.dropFirst().allSatisfy { $0.contains(" µs") && $0.contains("/s ") && $0.hasSuffix(" scans") })
  }

  @Test func `what cannot be measured is said`() throws {
    let workspace = try SampleFiles.workspace()
    #expect(try run(workspace, "--units").status == 64)
    #expect(try run(workspace, "0").status == 64)
    let missing = try run(workspace, "没有.rulebook")
    #expect(missing.status == 1)
    #expect(missing.problems.contains("没有.rulebook"))
    try workspace.write("rulebooks/2013.rulebook", SampleFiles.rulebook.replacing("【投诉】", with: ""))
    let wrong = try run(workspace)
    #expect(wrong.status == 3)
    #expect(wrong.problems.contains("K0406"))
    #expect(wrong.text == "")
  }
}
