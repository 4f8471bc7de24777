import Testing

/// `rulecheck check --format html`.
@Suite struct ProofTests {
  @Test func `the proof of a rulebook is one file`() throws {
    let workspace = try SampleFiles.workspace()
    let run = try workspace.run("check", "rulebooks/2013.rulebook", "--format", "html", "-o", "校对稿.html")
    #expect(run.status == 0 && run.text == "" && run.problems == "")
    let html = String(decoding: workspace.read("校对稿.html") ?? [], as: UTF8.self)
    #expect(html.contains("每起扣0.2分，本项扣完为止") && html.contains("没有发现问题"))
    #expect(!html.contains("src=") && !html.contains("<link") && !html.contains("<script"))
    let shown = try workspace.run("check", "rulebooks/2013.rulebook", "--format", "html")
    #expect(shown.status == 0 && shown.text == html)
  }

  @Test func `a rulebook with errors has a proof too`() throws {
    let workspace = try Workspace()
    try workspace.write("a.rulebook", SampleFiles.rulebook.replacing("【投诉】", with: ""))
    let run = try workspace.run("check", "a.rulebook", "--format", "html", "-o", "a.html")
    #expect(run.status == 3)
    #expect(String(decoding: workspace.read("a.html") ?? [], as: UTF8.self).contains("错误[K0406]"))
  }

  @Test func `strict counts in a proof`() throws {
    let workspace = try Workspace()
    try workspace.write("a.rulebook", SampleFiles.rulebook.replacing("每起扣1分。", with: "扣3分。"))
    #expect(try workspace.run("check", "a.rulebook", "--format=html").status == 0)
    let strict = try workspace.run("check", "a.rulebook", "--format=html", "--strict")
    #expect(strict.status == 3 && strict.text.contains("problem error"))
  }

  @Test func `what cannot be written leaves everything as it was`() throws {
    let workspace = try SampleFiles.workspace()
    try workspace.write("b.rulebook", bytes: [0xFF, 0xFE, 0x41, 0x00])
    let over = try workspace.run(
      "check", "rulebooks/2013.rulebook", "--format", "html", "-o", "rulebooks/2013.rulebook")
    #expect(over.status == 1)
    #expect(workspace.read("rulebooks/2013.rulebook") == Array(SampleFiles.rulebook.utf8))
    let unread = try workspace.run("check", "b.rulebook", "--format", "html", "-o", "b.html")
    #expect(unread.status == 3 && workspace.read("b.html") == nil)
    #expect(try workspace.run("check", "--format", "html").status == 64)
    #expect(try workspace.run("check", "rulebooks/2013.rulebook", "-o", "a.txt").status == 64)
    #expect(try workspace.names().filter { $0.hasPrefix(".rulecheck") || $0.hasPrefix("a.") }.isEmpty)
  }
}
