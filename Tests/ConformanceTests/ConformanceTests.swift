import Testing

/// The cases of `Tests/Conformance`, which any implementation of the language must meet.
struct ConformanceTests {
  @Test("每个例案的得分和诊断都与所写的一致", arguments: CaseFile.all)
  func caseIsMet(_ file: CaseFile) {
    let run = CaseRun(file)
    let expected = (file.section("诊断")?.lines ?? []).sorted()
    #expect(
      run.diagnostics.sorted() == expected, "\(file.path)\n\(Difference(expected, run.diagnostics.sorted()))")
    for line in file.section("应得")?.lines ?? [] {
      let words = line.split(separator: " ")
      guard words.count == 3 else {
        Issue.record("\(file.path)：“\(line)”应写作“单位 路径 得分”")
        continue
      }
      let found = run.score(of: words[0], at: words[1])
      #expect(found == String(words[2]), "\(file.path)：\(words[0]) \(words[1]) 应为 \(words[2])，得到 \(found)")
    }
  }

  @Test("每个例案都写明了规则和结果，没有不认识的段落", arguments: CaseFile.all)
  func caseIsComplete(_ file: CaseFile) {
    let names = file.sections.map(\.name)
    #expect(names.contains("规则"), "\(file.path)：没有“=== 规则”")
    #expect(names.contains("应得") || names.contains("诊断"), "\(file.path)：没有“=== 应得”或“=== 诊断”")
    #expect(file.section("应得")?.lines.isEmpty != true, "\(file.path)：“=== 应得”是空的")
    #expect(Set(names).count == names.count, "\(file.path)：有重复的段落")
    for name in names where !name.contains(".") {
      #expect(["文件头", "规则", "未报", "应得", "诊断"].contains(name), "\(file.path)：“=== \(name)”不认识")
    }
  }

  @Test("例案足够多，三分之一以上是错误的")
  func casesAreMany() {
    let negative = CaseFile.all.count { $0.section("应得") == nil && $0.section("诊断")?.lines.isEmpty == false }
    #expect(CaseFile.all.count >= 300)
    #expect(negative * 3 >= CaseFile.all.count)
  }
}

extension CaseFile: CustomTestStringConvertible {
  var testDescription: String { path }
}

/// Lines that only one of two lists has.
private struct Difference: CustomStringConvertible {
  let description: String

  init(_ expected: [String], _ found: [String]) {
    let missing = expected.filter { !found.contains($0) }.map { "  应有而没有：\($0)" }
    let extra = found.filter { !expected.contains($0) }.map { "  不应有而有：\($0)" }
    description = (missing + extra).joined(separator: "\n")
  }
}
