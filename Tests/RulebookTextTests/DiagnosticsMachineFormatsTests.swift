import FoundationEssentials
import RulebookText
import Testing

@Suite struct DiagnosticsMachineFormatsTests {
  /// One error with everything in it: on line 2, behind a character of two UTF-16 units.
  private static let source = SourceText(name: "文/a b.rulebook", "序\n𠮷信息两篇【至少3篇】")
  private static let full = Diagnostic(
    .notDecodable, .warning, title: "数量{不}一致", at: Sample.label("3篇", "写“3篇”", in: source),
    related: [
      Sample.label("两篇", "写“两篇”", in: source), Label(file: "无.csv", range: TextRange(1, 2)),
    ],
    basis: "须相同", remedy: "改为“2篇”",
    fixes: [
      Fix(range: Sample.range(of: "3", in: source), replacement: "2{", confidence: .likely)
    ], path: "三（一）")

  private func decoded<Value: Decodable>(_ format: DiagnosticFormat, _ diagnostics: [Diagnostic]) throws
    -> Value
  {
    let text = format.render(diagnostics, sources: SourceLibrary([Self.source]))
    #expect(text.hasSuffix("}\n"))
    return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
  }

  // MARK: JSON

  private struct Document: Decodable {
    let schema: Int
    let diagnostics: [Entry]
  }

  private struct Entry: Decodable {
    let code, level, title, path, file, label, basis, remedy: String
    let span: Span
    let related: [Place]
    let fixes: [Change]
  }

  private struct Place: Decodable {
    let file, label: String
    let span: Span
  }

  private struct Change: Decodable {
    let confidence: String
    let edits: [Edit]
  }

  private struct Edit: Decodable {
    let file, replacement: String
    let span: Span
  }

  private struct Span: Decodable, Equatable {
    let startByte, endByte: Int
    var start: Point?
    var end: Point?
  }

  private struct Point: Decodable, Equatable {
    let line, character, utf16Column: Int
  }

  @Test func `JSON holds everything a program needs`() throws {
    let document: Document = try decoded(.json, [Self.full])
    #expect(document.schema == 1)
    let entry = try #require(document.diagnostics.first)
    #expect([entry.code, entry.level, entry.title] == ["K0101", "warning", "数量{不}一致"])
    #expect([entry.path, entry.file, entry.label] == ["三（一）", "文/a b.rulebook", "写“3篇”"])
    #expect([entry.basis, entry.remedy] == ["须相同", "改为“2篇”"])
    #expect(
      entry.span
        == Span(
          startByte: 29, endByte: 33, start: Point(line: 2, character: 9, utf16Column: 10),
          end: Point(line: 2, character: 11, utf16Column: 12)))
    #expect(entry.related.map(\.label) == ["写“两篇”", ""])
    #expect(entry.related.last?.span == Span(startByte: 1, endByte: 2))
    #expect(entry.fixes.map(\.confidence) == ["likely"])
    let edit = try #require(entry.fixes.first?.edits.first)
    #expect([edit.file, edit.replacement] == ["文/a b.rulebook", "2{"])
    #expect([edit.span.startByte, edit.span.endByte] == [29, 30])
  }

  @Test func `JSON is the same bytes for the same diagnostics in any order`() {
    let other = Sample.diagnostic("序", in: Self.source)
    let library = SourceLibrary([Self.source])
    let text = DiagnosticFormat.json.render([Self.full, other], sources: library)
    #expect(text == DiagnosticFormat.json.render([other, Self.full, other], sources: library))
    #expect(text.hasPrefix(#"{"diagnostics":[{"basis":"","code":"K0101","file":"文/a b.rulebook","#))
    #expect(text.hasSuffix(#""title":"数量{不}一致"}],"schema":1}"# + "\n"))
  }

  @Test func `JSON without diagnostics is still a document`() {
    let text = DiagnosticFormat.json.render([], sources: SourceLibrary())
    #expect(text == #"{"diagnostics":[],"schema":1}"# + "\n")
  }

  // MARK: SARIF

  private struct Log: Decodable {
    let version: String
    let runs: [Run]
  }

  private struct Run: Decodable {
    let columnKind: String
    let tool: Tool
    let results: [Finding]
  }

  private struct Tool: Decodable {
    let driver: Driver
  }

  private struct Driver: Decodable {
    let name: String
    let rules: [Rule]
  }

  private struct Rule: Decodable {
    let id: String
    let shortDescription: Message
  }

  private struct Message: Decodable {
    let text: String
  }

  private struct Finding: Decodable {
    let ruleId, level: String
    let ruleIndex: Int
    let message: Message
    let locations: [Location]
    let relatedLocations: [Location]?
    let fixes: [Repair]?
  }

  private struct Location: Decodable {
    let id: Int?
    let message: Message?
    let logicalLocations: [LogicalLocation]?
    let physicalLocation: PhysicalLocation
  }

  private struct LogicalLocation: Decodable {
    let fullyQualifiedName: String
  }

  private struct PhysicalLocation: Decodable {
    let artifactLocation: Artifact
    let region: Region?
  }

  private struct Artifact: Decodable {
    let uri: String
  }

  private struct Region: Decodable, Equatable {
    let startLine, startColumn, endLine, endColumn: Int
  }

  private struct Repair: Decodable {
    let description: Message
    let artifactChanges: [ArtifactChange]
  }

  private struct ArtifactChange: Decodable {
    let artifactLocation: Artifact
    let replacements: [Replacement]
  }

  private struct Replacement: Decodable {
    let deletedRegion: Region
    let insertedContent: Message
  }

  @Test func `SARIF counts columns in UTF-16 from one`() throws {
    let log: Log = try decoded(.sarif, [Self.full])
    #expect(log.version == "2.1.0")
    let run = try #require(log.runs.first)
    #expect([run.columnKind, run.tool.driver.name] == ["utf16CodeUnits", "rulecheck"])
    let place = try #require(run.results.first?.locations.first)
    #expect(
      place.physicalLocation.region
        == Region(startLine: 2, startColumn: 10, endLine: 2, endColumn: 12))
    #expect(place.physicalLocation.artifactLocation.uri == "%E6%96%87/a%20b.rulebook")
    #expect(place.logicalLocations?.map(\.fullyQualifiedName) == ["三（一）"])
  }

  @Test func `SARIF names each code used once and tells the message with doubled braces`() throws {
    let other = Sample.diagnostic("序", in: Self.source)
    let log: Log = try decoded(.sarif, [Self.full, other])
    let run = try #require(log.runs.first)
    #expect(run.tool.driver.rules.map(\.id) == ["K0101"])
    #expect(run.tool.driver.rules.map(\.shortDescription.text) == ["题"])
    #expect(run.results.map(\.ruleId) == ["K0101", "K0101"])
    #expect(run.results.map(\.ruleIndex) == [0, 0])
    #expect(run.results.map(\.level) == ["error", "warning"])
    #expect(
      run.results.map(\.message.text) == [
        "题", "数量{{不}}一致\n条款：三（一）\n说明：写“3篇”\n依据：须相同\n改法：改为“2篇”（需确认）",
      ])
    #expect(run.results.first?.fixes == nil)
    #expect(run.results.first?.relatedLocations == nil)
  }

  @Test func `SARIF carries changes and related places`() throws {
    let log: Log = try decoded(.sarif, [Self.full])
    let finding = try #require(log.runs.first?.results.first)
    let related = try #require(finding.relatedLocations)
    #expect(related.map(\.id) == [1, 2])
    #expect(related.map(\.message?.text) == ["写“两篇”", nil])
    #expect(
      related.map(\.physicalLocation.artifactLocation.uri) == ["%E6%96%87/a%20b.rulebook", "%E6%97%A0.csv"])
    #expect(related.last?.physicalLocation.region == nil)
    let change = try #require(finding.fixes?.first)
    #expect(change.description.text == "改为“2篇”（需确认）")
    let replacement = try #require(change.artifactChanges.first?.replacements.first)
    #expect(replacement.insertedContent.text == "2{")
    #expect(
      replacement.deletedRegion == Region(startLine: 2, startColumn: 10, endLine: 2, endColumn: 11))
  }

  @Test(arguments: [
    ("/数/a.csv", "file:///%E6%95%B0/a.csv"), ("a:b%c#d?.csv", "a%3Ab%25c%23d%3F.csv"),
    (#"a\b"#, "a%5Cb"), ("A-z_0.9~", "A-z_0.9~"), ("\u{1}", "%01"),
  ])
  func `SARIF writes file names as URI references`(name: String, uri: String) throws {
    let label = Label(file: name, range: TextRange(0, 0))
    let log: Log = try decoded(.sarif, [Diagnostic(.notDecodable, title: "题", at: label)])
    #expect(log.runs.first?.results.first?.locations.first?.physicalLocation.artifactLocation.uri == uri)
  }

  @Test func `SARIF without diagnostics is a run without results`() throws {
    let log: Log = try decoded(.sarif, [])
    #expect(log.runs.map(\.results.count) == [0])
  }

  // MARK: GitHub

  @Test func `GitHub commands escape what would end them`() {
    let source = SourceText(name: "a,b:c%.rulebook", "𠮷甲")
    var diagnostic = Sample.diagnostic("甲", "50%：a:b,c", in: source)
    diagnostic.title = "题:一,二"
    diagnostic.remedy = "改\r\n二"
    #expect(
      DiagnosticFormat.github.render([diagnostic], sources: SourceLibrary([source]))
        == "::error file=a%2Cb%3Ac%25.rulebook,line=1,col=3,title=错误[K0101]：题%3A一%2C二"
        + "::题:一,二%0A说明：50%25：a:b,c%0A改法：改%0D%0A二\n")
  }

  @Test(arguments: [(Severity.error, "::error "), (.warning, "::warning "), (.note, "::notice ")])
  func `GitHub has a command for every level`(severity: Severity, command: String) {
    var diagnostic = Sample.diagnostic("甲", in: Sample.source("甲"))
    diagnostic.severity = severity
    let text = DiagnosticFormat.github.render([diagnostic], sources: SourceLibrary())
    #expect(text == "\(command)file=a.rulebook,title=\(severity.word)[K0101]：题::题\n")
  }

  @Test func `the last annotation GitHub shows tells how many follow`() {
    let diagnostics = (0..<12).map { index in
      Diagnostic(
        .notDecodable, title: "题", at: Label(file: "a", range: TextRange(index, index)))
    }
    let lines = DiagnosticFormat.github.render(diagnostics, sources: SourceLibrary()).split(separator: "\n")
    #expect(lines.count == 12)
    #expect(lines.indices.filter { lines[$0].hasSuffix("%0A另有 2 处错误，见运行记录") } == [9])
    let ten = DiagnosticFormat.github.render(Array(diagnostics.prefix(10)), sources: SourceLibrary())
    #expect(!ten.contains("另有"))
  }

  // MARK: Library

  @Test func `a library keeps the order of its texts and the later of two with one name`() {
    let library = SourceLibrary([
      SourceText(name: "b", "1"), SourceText(name: "a", "2"), SourceText(name: "b", "3"),
    ])
    #expect(library.sources.map { $0.name + $0.text(TextRange(0, 1)) } == ["b3", "a2"])
    #expect(library.source(named: "c") == nil)
  }

  @Test func `names that look alike but differ in bytes are two files`() {
    let library = SourceLibrary([SourceText(name: "\u{E9}", "1"), SourceText(name: "e\u{301}", "2")])
    #expect(library.sources.count == 2)
    #expect(library.source(named: "e\u{301}")?.bytes == [UInt8(ascii: "2")])
  }
}
