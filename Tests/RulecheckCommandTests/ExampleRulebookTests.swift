import FoundationEssentials
import Testing

/// The rulebooks in `rulebooks/examples`, as staff would use them.
@Suite struct ExampleRulebookTests {
  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")
  private static let folder = root + "/rulebooks/examples"

  /// The folders of the examples.
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { !$0.contains(".") }.sorted()

  @Test func `there are examples`() { #expect(Self.names.count >= 8) }

  @Test(arguments: names) func `an example holds and scores as its table says`(name: String) throws {
    let place = Self.folder + "/" + name
    let rulebook = place + "/" + name + ".rulebook"
    let workspace = try Workspace()
    #expect(try workspace.run("check", rulebook).status == 0)
    let examples = try workspace.run("test", rulebook)
    #expect(examples.status == 0, "\(examples.problems)")
    #expect(examples.text.contains("个例子都对"), "\(examples.text)")
    let year = try #require(Self.year(of: rulebook))
    let scores = try workspace.run(
      "evaluate", "--year", year, "--rulebooks", place, "--evidence", place + "/台账", "--format", "csv")
    #expect(scores.status == 0, "\(scores.problems)")
    #expect(scores.output == Self.bytes(place + "/得分表.csv"), "\(scores.text)")
  }

  @Test func `the list of examples names every folder and every sentence form`() throws {
    let list = String(decoding: Self.bytes(Self.folder + "/README.md"), as: UTF8.self)
    for name in Self.names { #expect(list.contains("[\(name)](\(name)/README.md)")) }
    let forms = try FileManager.default.contentsOfDirectory(atPath: Self.root + "/docs/句式")
      .filter { $0.hasSuffix(".md") && $0 != "README.md" }
    for form in forms {
      let line = list.split(separator: "\n").first { $0.contains("/docs/句式/\(form))") }
      #expect(line?.contains(".rulebook)") == true, "\(form)")
    }
  }

  private static func bytes(_ path: String) -> [UInt8] {
    FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? []
  }

  /// The year in the head of a rulebook.
  private static func year(of path: String) -> String? {
    let text = String(decoding: bytes(path), as: UTF8.self)
    return text.split(separator: "【").first { $0.hasPrefix("年度：") }?
      .dropFirst(3).prefix(4).description
  }
}
