import Testing

@testable import RulebookText

@Suite struct TextDecoderTests {
  @Test(arguments: ["", "plain, ASCII\r\n", "考核细则", "\u{FEFF}单位,证据\n", "é𠮷", "\u{FEFF}é"])
  func `UTF-8 is kept byte by byte`(text: String) {
    let source = SourceText(name: "细则", text)
    #expect(TextDecoder.decode(name: "细则", bytes: source.bytes) == .text(source))
  }

  @Test(
    arguments: [
      ("考核细则", [0xBF, 0xBC, 0xBA, 0xCB, 0xCF, 0xB8, 0xD4, 0xF2]),
      ("食品药品", [0xCA, 0xB3, 0xC6, 0xB7, 0xD2, 0xA9, 0xC6, 0xB7]),
      ("学习", [0xD1, 0xA7, 0xCF, 0xB0]),
      ("扣0.2分;\n", [0xBF, 0xDB, 0x30, 0x2E, 0x32, 0xB7, 0xD6, 0x3B, 0x0A]),
      ("\u{FEFF}分", [0x84, 0x31, 0x95, 0x33, 0xB7, 0xD6]),
    ] as [(String, [UInt8])])
  func `GB18030 is converted, even where its bytes are valid UTF-8`(text: String, bytes: [UInt8]) {
    let expected = SourceText(name: "台账", bytes: Array(text.utf8), encoding: .gb18030)
    #expect(TextDecoder.decode(name: "台账", bytes: bytes) == .text(expected))
  }

  @Test func `A file with a byte order mark of UTF-16 is said to be UTF-16`() {
    #expect(TextDecoder.decode(name: "x", bytes: [0xFF, 0xFE, 0x61, 0x00]) == .utf16)
    #expect(TextDecoder.decode(name: "x", bytes: [0xFE, 0xFF, 0x00, 0x61]) == .utf16)
  }

  @Test func `A NUL byte makes a file binary`() {
    #expect(TextDecoder.decode(name: "x", bytes: [0x50, 0x4B, 0x03, 0x04, 0x00, 0x00]) == .binary(offset: 4))
  }

  @Test func `A damaged UTF-8 file is told by its first bad byte and its line`() {
    let bytes = Array("考核\r\n细则\r年度\n".utf8) + [0xE8, 0x80] + Array("，总分".utf8)
    let expected = DamagedBytes(offset: 22, line: 4, bytes: [0xE8, 0x80], looksLike: .utf8)
    #expect(TextDecoder.decode(name: "x", bytes: bytes) == .damaged(expected))
  }

  @Test func `A damaged UTF-8 file is not read as GB18030 even where it would pass for it`() {
    let bytes = Array("考核细则年度".utf8) + [0xE8, 0x80] + Array("总分总分".utf8)
    guard case .text = GB18030.decode(bytes) else {
      Issue.record("the example is not valid GB18030")
      return
    }
    let expected = DamagedBytes(offset: 18, line: 1, bytes: [0xE8, 0x80], looksLike: .utf8)
    #expect(TextDecoder.decode(name: "x", bytes: bytes) == .damaged(expected))
  }

  @Test func `A short damaged file is told in the encoding that fits it better`() {
    let expected = DamagedBytes(offset: 0, line: 1, bytes: [0xFF], looksLike: .utf8)
    #expect(TextDecoder.decode(name: "x", bytes: [0xFF] + Array("分".utf8)) == .damaged(expected))
  }

  @Test func `A damaged GB18030 file is told by its first bad byte and its line`() {
    let bytes: [UInt8] = [0xBF, 0xBC, 0xBA, 0xCB, 0x0D, 0x0A, 0xCF, 0xB8, 0xD4, 0x0A, 0xB7, 0xD6]
    let expected = DamagedBytes(offset: 8, line: 2, bytes: [0xD4], looksLike: .gb18030)
    #expect(TextDecoder.decode(name: "x", bytes: bytes) == .damaged(expected))
  }

  @Test func `A byte order mark keeps a damaged file from being read as GB18030`() {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0xBF, 0xBC, 0xBA, 0xCB]
    let expected = DamagedBytes(offset: 3, line: 1, bytes: [0xBF], looksLike: .utf8)
    #expect(TextDecoder.decode(name: "x", bytes: bytes) == .damaged(expected))
  }
}
