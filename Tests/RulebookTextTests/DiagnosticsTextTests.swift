import RulebookText
import Testing

/// Sources and labels for the tests of the renderers.
enum Sample {
  static let clause = "每月至少报送信息两篇【信息报送：按月，至少3篇】，少一篇扣0.2分。"

  /// A source of `count` short lines in front of `text`.
  static func source(_ text: String, name: String = "a.rulebook", after count: Int = 0) -> SourceText {
    SourceText(name: name, String(repeating: "序\n", count: count) + text)
  }

  /// The first place of `words` in `source`; the end of the source if they are not in it.
  static func range(of words: String, in source: SourceText) -> TextRange {
    let wanted = Array(words.utf8)
    let places = 0...source.bytes.count
    let start = places.first { source.bytes.dropFirst($0).starts(with: wanted) } ?? source.bytes.count
    return TextRange(start, min(start + wanted.count, source.bytes.count))
  }

  static func label(_ words: String, _ text: String = "", in source: SourceText) -> Label {
    Label(file: source.name, range: range(of: words, in: source), text: text)
  }

  /// A diagnostic of `source` under `words`.
  static func diagnostic(_ words: String, _ text: String = "", in source: SourceText) -> Diagnostic {
    Diagnostic(.notDecodable, title: "题", at: label(words, text, in: source))
  }

  /// The text form of `diagnostics` without the heading of the first and without what follows it.
  static func snippet(
    _ diagnostic: Diagnostic, _ sources: [SourceText], options: RenderingOptions = RenderingOptions()
  ) -> String {
    let text = DiagnosticFormat.text.render(
      [diagnostic], sources: SourceLibrary(sources), options: options)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.dropFirst().prefix { !$0.hasPrefix("   = 详解") }.joined(separator: "\n")
  }
}

@Suite struct DiagnosticsTextTests {
  @Test func `a diagnostic tells what is seen, where, why and what to do`() {
    let source = Sample.source(Sample.clause, name: "2013.rulebook", after: 40)
    let words = Sample.range(of: "3篇", in: source)
    let diagnostic = Diagnostic(
      .notDecodable, title: "注记数量与原文不一致", at: Sample.label("3篇", "注记写“3篇”", in: source),
      related: [Sample.label("两篇", "原文写“两篇”", in: source)],
      basis: "注记中的数量须与原文相同，否则计分与公布的文件不符", remedy: "把“3篇”改为“2篇”",
      fixes: [Fix(range: words, replacement: "2篇", confidence: .likely)], path: "三（一）其他事项")
    let text = DiagnosticFormat.text.render([diagnostic], sources: SourceLibrary([source]))
    #expect(
      text == """
        错误[K0101]：注记数量与原文不一致
          --> 2013.rulebook 第41行第22字 · 三（一）其他事项
           |
        41 | 每月至少报送信息两篇【信息报送：按月，至少3篇】，少一篇扣0.2分。
           |                 ----                      ^^^ 注记写“3篇”
           |                 原文写“两篇”
           = 依据：注记中的数量须与原文相同，否则计分与公布的文件不符
           = 改法：把“3篇”改为“2篇”（需确认）
           = 详解：rulecheck explain K0101

        共 1 处错误

        """)
  }

  @Test(arguments: [
    ("甲【乙】丙", "丙", "第1行第5字", "甲【乙】丙", "        ^^"),
    ("甲“乙”丙", "丙", "第1行第5字", "甲“乙”丙", "      ^^"),
    ("𠮷祥", "祥", "第1行第2字", "𠮷祥", "  ^^"),
    ("甲\t乙", "乙", "第1行第3字", "甲  乙", "    ^^"),
    ("甲乙丙丁\t戊", "戊", "第1行第6字", "甲乙丙丁    戊", "            ^^"),
    ("扣0.2分。", "分。", "第1行第5字", "扣0.2分。", "     ^^^^"),
    ("扣0.2分\n丙", "分\n", "第1行第5字", "扣0.2分", "     ^^"),
    ("甲乙\r\n丙", "乙", "第1行第2字", "甲乙", "  ^^"),
    ("甲乙", "", "第1行第1字", "甲乙", "^"),
    ("e\u{301}甲", "甲", "第1行第2字", "e\u{301}甲", " ^^"),
    ("\u{FEFF}甲乙", "乙", "第1行第2字", "甲乙", "  ^^"),
    ("甲\u{202E}乙", "乙", "第1行第3字", "甲⟨U+202E⟩乙", "          ^^"),
    ("甲\u{200B}乙", "\u{200B}", "第1行第2字", "甲⟨U+200B⟩乙", "  ^^^^^^^^"),
    ("甲\u{1B}[31m乙", "乙", "第1行第7字", "甲⟨U+001B⟩[31m乙", "              ^^"),
    ("👨‍👩‍👧甲", "甲", "第1行第2字", "👨‍👩‍👧甲", "  ^^"),
  ])
  func `carets stand under the words`(
    text: String, words: String, place: String, shown: String, carets: String
  ) {
    let source = Sample.source(text)
    #expect(
      Sample.snippet(Sample.diagnostic(words, in: source), [source]) == """
          --> a.rulebook \(place)
           |
         1 | \(shown)
           | \(carets)
        """)
  }

  @Test func `an empty range at the end of the last line shows one caret`() {
    let source = Sample.source("一、甲\n二、乙")
    #expect(
      Sample.snippet(Sample.diagnostic("无", "缺少分值", in: source), [source]) == """
          --> a.rulebook 第2行第4字
           |
         2 | 二、乙
           |       ^ 缺少分值
        """)
  }

  @Test func `a range over several lines is shown to the end of its first`() {
    let source = Sample.source("甲乙丙\r\n丁\r\n戊己")
    #expect(
      Sample.snippet(Sample.diagnostic("丙\r\n丁\r\n戊", "多出", in: source), [source]) == """
          --> a.rulebook 第1行第3字
           |
         1 | 甲乙丙
           |     ^^ 多出（至第3行）
        """)
  }

  @Test func `an ambiguous character is two columns wide where the terminal says so`() {
    let source = Sample.source("甲“乙”丙")
    let options = RenderingOptions(ambiguousWidth: .wide)
    let text = Sample.snippet(Sample.diagnostic("丙", in: source), [source], options: options)
    #expect(text.hasSuffix("\n   |         ^^"))
  }

  @Test(arguments: [
    ("甲\u{200D}乙", "甲⟨U+200D⟩乙"), ("3\u{FE0F}篇", "3⟨U+FE0F⟩篇"), ("甲\u{E0100}", "甲⟨U+E0100⟩"),
    ("\u{00AD}\u{2060}\u{3164}", "⟨U+00AD⟩⟨U+2060⟩⟨U+3164⟩"), ("甲\u{7F}\u{9B}", "甲⟨U+007F⟩⟨U+009B⟩"),
    ("甲\u{2028}乙", "甲⟨U+2028⟩乙"), ("3\u{FE0F}\u{20E3}", "3\u{FE0F}\u{20E3}"), ("❤\u{FE0F}", "❤\u{FE0F}"),
  ])
  func `what a reader cannot see is shown by its number`(text: String, shown: String) {
    var diagnostic = Sample.diagnostic("甲", in: Sample.source("甲"))
    diagnostic.title = text
    let rendered = DiagnosticFormat.text.render([diagnostic], sources: SourceLibrary())
    #expect(rendered.utf8.starts(with: "错误[K0101]：\(shown)\n".utf8))
  }

  @Test func `hidden characters never reach the terminal from any part`() {
    let bad = "\u{1B}]0;x\u{07}\r\u{202E}\u{200B}"
    let source = SourceText(name: "a" + bad, "甲" + bad)
    let label = Label(file: source.name, range: TextRange(0, 3), text: bad)
    let diagnostic = Diagnostic(
      .notDecodable, title: bad, at: label, related: [label], basis: bad, remedy: bad,
      fixes: [Fix(range: TextRange(0, 3), replacement: bad, confidence: .certain)], path: bad)
    for format in [DiagnosticFormat.text, .github] {
      let text = format.render([diagnostic], sources: SourceLibrary([source]))
      #expect(text.contains("⟨U+001B⟩]0;x⟨U+0007⟩"))
      #expect(
        text.unicodeScalars.filter { "\u{1B}\u{07}\r\u{202E}\u{200B}".unicodeScalars.contains($0) } == [])
    }
  }

  @Test func `damaged bytes are shown as one sign each`() {
    let source = SourceText(name: "a.rulebook", bytes: Array("甲".utf8) + [0xFF] + Array("乙".utf8))
    let text = Sample.snippet(Sample.diagnostic("乙", in: source), [source])
    #expect(text.hasSuffix("\n 1 | 甲\u{FFFD}乙\n   |    ^^"))
  }

  @Test func `the right one of two labels stands behind its signs`() {
    let source = Sample.source("甲乙丙丁")
    var diagnostic = Sample.diagnostic("甲", "此处", in: source)
    diagnostic.related = [Sample.label("丁", "彼处", in: source)]
    #expect(
      Sample.snippet(diagnostic, [source]) == """
          --> a.rulebook 第1行第1字
           |
         1 | 甲乙丙丁
           | ^^    -- 彼处
           | 此处
        """)
  }

  @Test func `further labels and labels that overlap get their own block`() {
    let source = Sample.source("甲乙丙丁\n戊")
    var diagnostic = Sample.diagnostic("乙丙", in: source)
    diagnostic.related = [
      Sample.label("丙丁", "重叠", in: source), Sample.label("丁", "同行", in: source),
      Sample.label("戊", "下行", in: source),
    ]
    #expect(
      Sample.snippet(diagnostic, [source]) == """
          --> a.rulebook 第1行第2字
           |
         1 | 甲乙丙丁
           |   ^^^^-- 同行
          --> 相关位置：a.rulebook 第1行第3字
           |
         1 | 甲乙丙丁
           |     ---- 重叠
          --> 相关位置：a.rulebook 第2行第1字
           |
         2 | 戊
           | -- 下行
        """)
  }

  @Test func `a related place in another file is shown with its line`() {
    let source = Sample.source("甲", after: 99)
    let other = Sample.source("单位,数量\n市委办,3", name: "台账.csv")
    var diagnostic = Sample.diagnostic("甲", in: source)
    diagnostic.related = [
      Sample.label("3", "台账写“3”", in: other), Label(file: "无.csv", range: TextRange(0, 1), text: "在此"),
    ]
    #expect(
      Sample.snippet(diagnostic, [source, other]) == """
           --> a.rulebook 第100行第1字
            |
        100 | 甲
            | ^^
           --> 相关位置：台账.csv 第2行第5字
            |
          2 | 市委办,3
            |        - 台账写“3”
           --> 相关位置：无.csv
            = 说明：在此
            = 详解：rulecheck explain K0101

        共 1 处错误

        """)
  }

  @Test func `many related places are counted, not all shown`() {
    let source = Sample.source("甲\n乙")
    var diagnostic = Sample.diagnostic("甲", in: source)
    diagnostic.related = Array(repeating: Sample.label("乙", in: source), count: 8)
    let text = Sample.snippet(diagnostic, [source])
    #expect(text.split(separator: "相关位置：").count == 6)
    #expect(text.hasSuffix("\n   = 另有 3 处相关位置"))
  }

  @Test func `a diagnostic without its text names file and path`() {
    var diagnostic = Diagnostic(
      .notDecodable, title: "题", at: Label(file: "无.csv", range: TextRange(3, 9), text: "说的话"))
    #expect(Sample.snippet(diagnostic, []) == "  --> 无.csv\n   = 说明：说的话")
    diagnostic.path = "三（一）"
    #expect(Sample.snippet(diagnostic, []) == "  --> 无.csv · 三（一）\n   = 说明：说的话")
    diagnostic.primary.file = ""
    diagnostic.path = ""
    #expect(Sample.snippet(diagnostic, []) == "   = 说明：说的话")
  }

  @Test(arguments: [TextRange(0, 0), TextRange(-7, 12), TextRange(Int.max, Int.max), TextRange(Int.min, 0)])
  func `a range that is not in an empty file is shown at its start`(range: TextRange) {
    let source = Sample.source("")
    let label = Label(file: source.name, range: range, text: "文件是空的")
    let diagnostic = Diagnostic(.notDecodable, title: "题", at: label)
    #expect(
      Sample.snippet(diagnostic, [source]) == """
          --> a.rulebook 第1行第1字
           |
         1 |
           | ^ 文件是空的
        """)
  }
}
