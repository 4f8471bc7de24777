import Fingerprints
import Testing

/// Results that say what they were made from, and can be made again.
@Suite struct VerifyTests {
  private static let evaluate = ["evaluate", "--year", "2013", "--evidence", "台账", "--results", "结果"]
  private static let files = ["manifest.txt", "scores.csv", "scores.json"]

  private func results() throws -> Workspace {
    let workspace = try SampleFiles.workspace()
    let run = try workspace.run(Self.evaluate)
    #expect(run.status == 0, "\(run.problems)")
    return workspace
  }

  @Test func `the folder holds the scores, and the manifest says from what`() throws {
    let workspace = try results()
    #expect(try workspace.names(in: "结果") == Self.files)
    #expect(try workspace.names() == ["rulebooks", "台账", "结果"].sorted())
    for (name, format) in [("scores.json", "json"), ("scores.csv", "csv")] {
      let direct = try workspace.run("evaluate", "--year", "2013", "--evidence", "台账", "--format", format)
      #expect(workspace.read("结果/" + name) == direct.output)
    }
    let entry = { (word: String, path: String) in
      "\(word) \(SHA256.fingerprint(of: workspace.read(path) ?? [])) \(path.split(separator: "/").last ?? "")\n"
    }
    #expect(
      String(decoding: workspace.read("结果/manifest.txt") ?? [], as: UTF8.self)
        == "rulecheck 0.1.0\n年度 2013\n台账文件夹 台账\n" + entry("规则", "rulebooks/2013.rulebook")
        + entry("台账", "台账/单位名册.csv") + entry("台账", "台账/台账-办公室.csv") + entry("台账", "台账/台账-安监局.csv")
        + entry("结果", "结果/scores.json") + entry("结果", "结果/scores.csv"))
    let verified = try workspace.run("verify", "结果")
    #expect(verified.status == 0, "\(verified.problems)")
    #expect(verified.text.hasPrefix("相同：规则文件、3 个台账文件、2 个单位的得分"))
  }

  @Test func `what was published is not written over`() throws {
    let workspace = try results()
    let before = Self.files.map { workspace.read("结果/" + $0) }
    let run = try workspace.run(Self.evaluate)
    #expect(run.status == 1)
    #expect(run.problems.contains("里已经有文件"))
    #expect(Self.files.map { workspace.read("结果/" + $0) } == before)
    for words in [["-o", "x"], ["--format", "csv"], ["--unit", "市财政局"]] {
      #expect(
        try workspace.run(["evaluate", "--year", "2013", "--evidence", "台账", "--results", "新"] + words).status
          == 64)
    }
    #expect(
      try workspace.run("evaluate", "--year", "2013", "--evidence", "台账", "--results", "台账/新").status == 64)
  }

  @Test func `a changed ledger is named, and each department whose score it changes`() throws {
    let workspace = try results()
    try workspace.write("台账/台账-办公室.csv", "单位,证据,数量\n市财政局,投诉,3\n")
    let run = try workspace.run("verify", "结果/")
    #expect(run.status == 2)
    #expect(run.text.contains("文件：“台账-办公室.csv”改过\n"))
    #expect(run.text.contains("市财政局：原来总分9.60、第1名，重算总分9.40、第1名\n"))
    #expect(!run.text.contains("市教育局"))
  }

  @Test func `results, ledgers and manifest that were tampered with are told`() throws {
    let workspace = try results()
    let csv = String(decoding: workspace.read("结果/scores.csv") ?? [], as: UTF8.self)
    try workspace.write("结果/scores.csv", csv.replacing("9.60", with: "9.90"))
    try workspace.write("台账/台账.csv", "单位,证据,数量\n")
    var run = try workspace.run("verify", "结果")
    #expect(run.status == 2)
    #expect(run.text.contains("文件：“scores.csv”改过\n文件：多了“台账.csv”\n"))
    try workspace.remove("结果/scores.csv")
    try workspace.remove("台账/台账.csv")
    run = try workspace.run("verify", "结果")
    #expect(run.status == 2)
    #expect(run.text.contains("文件：“scores.csv”没有了\n"))
    try workspace.write("结果/manifest.txt", "别的\n")
    #expect(try workspace.run("verify", "结果").status == 1)
  }

  @Test(arguments: [
    ["LC_ALL": "C"], ["LC_ALL": "zh_CN.UTF-8"], ["LC_ALL": "tr_TR.UTF-8"], ["LC_ALL": "de_DE.UTF-8"],
    ["TZ": "Pacific/Kiritimati"], ["TZ": "America/Los_Angeles"], ["SWIFT_DETERMINISTIC_HASHING": "1"],
    ["COLUMNS": "20", "TERM": "xterm-256color", "HOME": "/nonexistent"],
  ])
  func `the same bytes in any environment, and whatever order the files were made in`(
    environment: [String: String]
  ) throws {
    let usual = try results()
    let other = try Workspace()
    try other.write("台账/台账-安监局.csv", SampleFiles.safety)
    try other.write("台账/台账-办公室.csv", SampleFiles.office)
    try other.write("台账/单位名册.csv", SampleFiles.register)
    try other.write("rulebooks/2013.rulebook", SampleFiles.rulebook)
    #expect(try other.run(Self.evaluate, environment: environment).status == 0)
    for name in Self.files { #expect(usual.read("结果/" + name) == other.read("结果/" + name), "\(name)") }
  }

  @Test func `the fingerprints are those of sha256sum`() throws {
    let workspace = try results()
    let lines = String(decoding: workspace.read("结果/manifest.txt") ?? [], as: UTF8.self).split(
      separator: "\n")
    let sums = lines.filter { $0.hasPrefix("结果") }.map { $0.split(separator: " ") }
      .map { "\($0[1])  结果/\($0[2])\n" }.joined()
    guard
      let run = try workspace.runSystem(
        "sha256sum", "-c", "--quiet", "--strict", "-", input: Array(sums.utf8))
    else { return }
    #expect(run.status == 0)
  }
}
