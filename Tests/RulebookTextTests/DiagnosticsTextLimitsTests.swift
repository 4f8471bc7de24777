import RulebookText
import Testing

@Suite struct DiagnosticsTextLimitsTests {
  private static let long =
    "首" + many(40, "甲") + "【乙】" + many(40, "丙") + "尾"

  private static func many(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  // A width of 46 leaves 41 columns behind the gutter and 38 beside one mark of what is cut off.
  @Test(arguments: [
    ("【乙】", "..." + many(7, "甲") + "【乙】" + many(7, "丙") + "...", many(17, " ") + "^^^^^^ 说"),
    ("首", "首" + many(18, "甲") + "...", "^^ 说"),
    ("尾", "..." + many(18, "丙") + "尾", many(39, " ") + "^^\n   | " + many(39, " ") + "说"),
    ("", "首" + many(18, "甲") + "...", "^ 说"),
    ("无", "..." + many(17, "丙") + "尾", many(39, " ") + "^\n   | " + many(39, " ") + "说"),
  ])
  func `a long line is cut around the words`(words: String, shown: String, carets: String) {
    let source = Sample.source(Self.long)
    let text = Sample.snippet(
      Sample.diagnostic(words, "说", in: source), [source], options: RenderingOptions(width: 46))
    #expect(text.hasSuffix("\n 1 | \(shown)\n   | \(carets)"))
  }

  @Test func `a label far inside a line longer than is laid out looks as in any long line`() {
    let (before, behind) = (Self.many(20_000, "甲"), Self.many(20_000, "丙"))
    let source = Sample.source(before + "【乙】【丁】" + behind)
    let start = before.utf8.count
    var diagnostic = Diagnostic(
      .notDecodable, title: "题", at: Label(file: source.name, range: TextRange(start, start + 9), text: "说"))
    diagnostic.related = [Label(file: source.name, range: TextRange(start + 9, start + 18), text: "另")]
    #expect(
      Sample.snippet(diagnostic, [source], options: RenderingOptions(width: 46)) == """
          --> a.rulebook 第1行第20001字
           |
         1 | ...甲甲甲甲甲【乙】【丁】丙丙丙丙丙丙...
           |              ^^^^^^------ 另
           |              说
        """)
  }

  @Test func `words too long for the terminal are shown from their first`() {
    let source = Sample.source(Self.long)
    let words = "甲甲" + "【乙】" + Self.many(40, "丙")
    let text = Sample.snippet(
      Sample.diagnostic(words, "多出", in: source), [source], options: RenderingOptions(width: 46))
    #expect(
      text == """
          --> a.rulebook 第1行第40字
           |
         1 | ...甲甲【乙】丙丙丙丙丙丙丙丙丙丙丙丙...
           |    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
           |    多出
        """)
  }

  @Test func `a related place too far away in a long line gets its own block`() {
    let source = Sample.source(Self.long)
    var diagnostic = Sample.diagnostic("首", in: source)
    diagnostic.related = [Sample.label("尾", in: source)]
    let narrow = Sample.snippet(diagnostic, [source], options: RenderingOptions(width: 46))
    #expect(narrow.contains("相关位置"))
    let wide = Sample.snippet(diagnostic, [source], options: RenderingOptions(width: 200))
    #expect(!wide.contains("相关位置"))
  }

  @Test func `a wide line number elsewhere takes its columns from every line`() {
    let source = Sample.source("首" + Self.many(99, "甲") + "\n" + Self.many(1000, "乙\n") + "尾")
    var diagnostic = Sample.diagnostic("首", in: source)
    diagnostic.related = [Sample.label("尾", in: source)]
    let text = Sample.snippet(diagnostic, [source], options: RenderingOptions(width: 46))
    #expect(text.contains("\n   1 | 首" + Self.many(17, "甲") + "...\n"))
    #expect(text.contains("\n1002 | 尾\n"))
  }

  @Test(arguments: [Int.min, 0, 39, 40])
  func `no terminal is taken to be narrower than 40 columns`(width: Int) {
    let source = Sample.source(Self.long)
    let text = Sample.snippet(
      Sample.diagnostic("首", in: source), [source], options: RenderingOptions(width: width))
    #expect(text.contains(" 1 | 首" + Self.many(15, "甲") + "...\n"))
  }

  @Test func `colour adds escape sequences and nothing else`() {
    let source = Sample.source(Sample.clause)
    var diagnostic = Sample.diagnostic("3篇", "注记写“3篇”", in: source)
    diagnostic.related = [Sample.label("两篇", "原文写“两篇”", in: source)]
    let library = SourceLibrary([source])
    let plain = DiagnosticFormat.text.render([diagnostic], sources: library)
    let coloured = DiagnosticFormat.text.render(
      [diagnostic], sources: library, options: RenderingOptions(colour: true))
    #expect(!plain.utf8.contains(0x1B))
    #expect(coloured.contains("\u{1B}[1;31m错误[K0101]\u{1B}[0m"))
    #expect(coloured.contains("\u{1B}[1;31m^^^\u{1B}[0m\u{1B}[1;31m 注记写“3篇”\u{1B}[0m"))
    var stripped = coloured
    for sequence in ["[0m", "[1m", "[34m", "[1;31m"] {
      stripped = stripped.split(separator: "\u{1B}" + sequence, omittingEmptySubsequences: false).joined()
    }
    #expect(stripped == plain)
  }

  /// Diagnostics on the first lines of a source, a line each, of the severities given.
  private func sample(_ severities: [Severity]) -> (diagnostics: [Diagnostic], source: SourceText) {
    let source = Sample.source("", after: severities.count)
    let diagnostics = severities.enumerated().map { index, severity in
      let label = Label(file: source.name, range: TextRange(index * 4, index * 4 + 3))
      return Diagnostic(.notDecodable, severity, title: "题\(index + 1)", at: label)
    }
    return (diagnostics, source)
  }

  private func titles(in text: String) -> [Substring] {
    text.split(separator: "\n").filter { $0.contains("]：题") }.map { $0.drop { $0 != "题" } }
  }

  @Test func `diagnostics are sorted by place and each is shown once`() {
    let (diagnostics, source) = sample([.note, .warning, .error, .warning])
    let text = DiagnosticFormat.text.render(
      diagnostics.reversed() + diagnostics, sources: SourceLibrary([source]))
    #expect(titles(in: text) == ["题1", "题2", "题3", "题4"])
    #expect(text.hasSuffix("K0101\n\n共 1 处错误、2 处提醒、1 处提示\n"))
  }

  @Test func `nothing to say is said by nothing`() {
    #expect(DiagnosticFormat.text.render([], sources: SourceLibrary()) == "")
    #expect(DiagnosticFormat.github.render([], sources: SourceLibrary()) == "")
  }

  @Test func `the same mistake is shown a few times and then counted`() {
    let (diagnostics, source) = sample(Array(repeating: .error, count: 14))
    let text = DiagnosticFormat.text.render(
      diagnostics, sources: SourceLibrary([source]), options: RenderingOptions(sameCodeLimit: 3))
    #expect(titles(in: text) == ["题1", "题2", "题3"])
    #expect(text.hasSuffix("K0101\n   = 另有 11 处相同\n\n共 14 处错误\n"))
  }

  @Test func `where room is short errors are shown before warnings`() {
    let (diagnostics, source) = sample([.note, .warning, .error, .warning, .error])
    let text = DiagnosticFormat.text.render(
      diagnostics, sources: SourceLibrary([source]), options: RenderingOptions(totalLimit: 3))
    #expect(titles(in: text) == ["题2", "题3", "题5"])
    #expect(text.hasSuffix("K0101\n\n另有 2 处未显示\n\n共 2 处错误、2 处提醒、1 处提示\n"))
  }

  @Test func `of 150 different mistakes 100 are shown`() {
    let (diagnostics, source) = sample(Array(repeating: .error, count: 150))
    let text = DiagnosticFormat.text.render(
      diagnostics, sources: SourceLibrary([source]), options: RenderingOptions(sameCodeLimit: 1000))
    #expect(titles(in: text).count == 100)
    #expect(text.hasSuffix("\n另有 50 处未显示\n\n共 150 处错误\n"))
  }

  @Test(arguments: [
    (Confidence.certain, "（可自动改）"), (.likely, "（需确认）"), (.incomplete, "（需填写）"),
  ])
  func `the remedy tells how sure the safest change is`(confidence: Confidence, word: String) {
    let source = Sample.source("甲")
    var diagnostic = Sample.diagnostic("甲", in: source)
    diagnostic.fixes = [
      Fix(range: TextRange(0, 3), replacement: "乙", confidence: confidence),
      Fix(range: TextRange(0, 3), replacement: "丙", confidence: .incomplete),
    ]
    #expect(!Sample.snippet(diagnostic, [source]).contains(word))
    diagnostic.remedy = "把“甲”改为“乙”\n或“丙”"
    let text = Sample.snippet(diagnostic, [source])
    #expect(text.hasSuffix("\n   = 改法：把“甲”改为“乙”\n           或“丙”\(word)"))
  }
}
