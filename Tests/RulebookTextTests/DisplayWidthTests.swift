import RulebookText
import Testing

@Suite struct DisplayWidthTests {
  @Test(
    arguments: [
      ("", 0), ("abc 0.2", 7), ("考核", 4), ("，（）：；％～《》【】〔〕「」、。", 34), ("０Ａ", 4), ("𠮷", 2),
      ("㈠①", 3), ("“”…·±°√≥≤Ⅰ№‰→∶○●□─│", 19), ("—", 1), ("é", 1), ("e\u{301}", 1), ("\u{200B}", 0),
      ("\u{FEFF}", 0), ("👩\u{200D}🚀", 2), ("❤\u{FE0F}", 2), ("🇨🇳", 2), ("👍🏽", 2), ("1\u{FE0F}\u{20E3}", 2),
      ("✓", 1),
      ("한", 2), ("ｱ", 1), ("\u{1100}\u{1161}\u{11A8}", 2), ("\u{1}\u{7F}", 0), ("⼯", 2), ("\u{E000}", 1),
      ("\u{2FFFD}", 2), ("\u{3FFFD}", 2), ("\u{10FFFF}", 1),
    ] as [(String, Int)])
  func `A text takes the columns of its characters`(text: String, columns: Int) {
    #expect(DisplayWidth().columns(of: text) == columns)
  }

  @Test(arguments: [("“”", 4), ("—", 2), ("①", 2), ("─│", 4), ("考", 2), ("a", 1), ("，", 2), ("\u{E000}", 2)])
  func `Ambiguous characters take two columns where that is asked for`(text: String, columns: Int) {
    #expect(DisplayWidth(ambiguous: .wide).columns(of: text) == columns)
  }

  @Test(arguments: [("\t", 0, 4), ("\t", 1, 3), ("\t", 3, 1), ("\t", 4, 4), ("考\ta", 0, 5), ("a\t\t", 2, 6)])
  func `A tab reaches to the next stop of four`(text: String, column: Int, columns: Int) {
    #expect(DisplayWidth().columns(of: text, from: column) == columns)
  }
}
