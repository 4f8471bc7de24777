import RulebookText
import Testing

@Suite struct InvisibleCharactersTests {
  @Test(arguments: [
    ("\u{200B}", "U+200B", "零宽空格"), ("\u{200D}", "U+200D", "零宽连接符"), ("\u{2060}", "U+2060", "零宽不换行符"),
    ("\u{FEFF}", "U+FEFF", "零宽不换行空格"), ("\u{AD}", "U+00AD", "软连字符"), ("\u{200F}", "U+200F", "双向控制符"),
    ("\u{202A}", "U+202A", "双向控制符"), ("\u{202E}", "U+202E", "双向控制符"), ("\u{2069}", "U+2069", "双向控制符"),
    ("\u{180E}", "U+180E", "蒙古文分隔符"), ("\u{FE0F}", "U+FE0F", "异体选择符"), ("\u{E0041}", "U+E0041", "标签字符"),
    ("\u{E0100}", "U+E0100", "异体选择符"), ("\u{1}", "U+0001", "控制字符"), ("\u{B}", "U+000B", "控制字符"),
    ("\u{7F}", "U+007F", "控制字符"), ("\u{85}", "U+0085", "控制字符"), ("\u{2028}", "U+2028", "行分隔符"),
    ("\u{3164}", "U+3164", "韩文填充符"), ("\u{2063}", "U+2063", "看不见的格式符"),
  ])
  func `Each invisible character is found and named`(character: String, codePoint: String, name: String)
    throws
  {
    let bytes = Array("信息\(character)报送\u{200B}".utf8)
    let found = try #require(InvisibleCharacters.first(in: bytes, TextRange(0, bytes.count)))
    #expect(found.range == TextRange(6, 6 + character.utf8.count))
    #expect(found.codePoint == codePoint)
    #expect(found.name == name)
  }

  @Test func `Ordinary text, spaces, tabs and line breaks are visible enough`() {
    let bytes = Array("信 息\t报\u{3000}送\u{A0}\u{2003}\r\n①é—“𠮷”ー０".utf8)
    #expect(InvisibleCharacters.first(in: bytes, TextRange(0, bytes.count)) == nil)
  }

  @Test func `A byte order mark is allowed at the head of the file only`() {
    let bytes = Array("\u{FEFF}细则\u{FEFF}".utf8)
    #expect(InvisibleCharacters.first(in: bytes, TextRange(0, 9)) == nil)
    #expect(InvisibleCharacters.first(in: bytes, TextRange(0, 12))?.range == TextRange(9, 12))
  }

  @Test func `Only the range is searched, whatever its bounds`() {
    let bytes = Array("\u{200B}信息\u{200B}".utf8)
    #expect(InvisibleCharacters.first(in: bytes, TextRange(3, 9)) == nil)
    #expect(InvisibleCharacters.first(in: bytes, TextRange(3, 99))?.range == TextRange(9, 12))
    #expect(InvisibleCharacters.first(in: [0xE8, 0xE8], TextRange(0, 2)) == nil)
  }
}
