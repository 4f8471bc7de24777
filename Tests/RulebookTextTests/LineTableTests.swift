import RulebookText
import Testing

@Suite struct LineTableTests {
  @Test(
    arguments: [
      ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\r\nb\rc\nd", ["a", "b", "c", "d"]),
      ("\n\n", ["", "", ""]), ("\r\r\n\n\r", ["", "", "", "", ""]), ("一、\r\n（一）\r\n", ["一、", "（一）", ""]),
      ("\u{FEFF}a\nb", ["a", "b"]), ("\u{FEFF}", [""]),
      ("a\u{2028}b\u{B}c\u{85}d", ["a\u{2028}b\u{B}c\u{85}d"]),
    ] as [(String, [String])])
  func `LF, CRLF and CR end a line and nothing else does`(text: String, lines: [String]) {
    let source = SourceText(name: "x", text)
    let table = LineTable(source)
    #expect(table.count == lines.count)
    #expect((1...table.count).map { source.text(table.range(ofLine: $0)) } == lines)
  }

  @Test func `A line break belongs to the line it ends`() {
    let table = LineTable(SourceText(name: "x", "ab\r\nc\n"))
    #expect((0...6).map { table.line(at: $0) } == [1, 1, 1, 1, 2, 2, 3])
  }

  @Test func `Lines and offsets outside the text are taken for the nearest`() {
    let table = LineTable(SourceText(name: "x", "ab\ncd"))
    #expect(table.line(at: -5) == 1)
    #expect(table.line(at: 99) == 2)
    #expect(table.range(ofLine: 0) == TextRange(0, 2))
    #expect(table.range(ofLine: 9) == TextRange(3, 5))
    #expect(table.position(at: -1) == table.position(at: 0))
    #expect(table.position(at: 99) == table.position(at: 5))
  }

  /// Text, then line, 第N字, UTF-16 column and byte column at the end of the text before the mark `|`.
  @Test(
    arguments: [
      ("|考核", [1, 1, 1, 1]), ("考|核", [1, 2, 2, 4]), ("考核|", [1, 3, 3, 7]), ("𠮷|分", [1, 2, 3, 5]),
      ("é|x", [1, 2, 2, 3]), ("e|\u{301}x", [1, 1, 2, 2]), ("👩|\u{200D}🚀x", [1, 1, 3, 5]),
      ("👩\u{200D}🚀|x", [1, 2, 6, 12]), ("\u{FEFF}考|核", [1, 2, 2, 4]), ("a\r\n考|核", [2, 2, 2, 4]),
      ("a\r|\nb", [1, 2, 2, 2]), ("a\n|", [2, 1, 1, 1]), ("\t|扣", [1, 2, 2, 2]),
    ] as [(String, [Int])])
  func `A place is counted in characters, UTF-16 units and bytes`(marked: String, expected: [Int]) throws {
    let bytes = Array(marked.utf8)
    let offset = try #require(bytes.firstIndex(of: UInt8(ascii: "|")))
    let table = LineTable(bytes: Array(bytes[..<offset] + bytes[(offset + 1)...]))
    let place = table.position(at: offset)
    #expect([place.line, place.character, place.utf16Column, place.byteColumn] == expected)
  }

  @Test func `A place inside a character is that of the character`() {
    let table = LineTable(SourceText(name: "x", "考𠮷"))
    #expect(table.position(at: 2) == table.position(at: 0))
    #expect((3...6).map { table.position(at: $0).character } == [2, 2, 2, 2])
    #expect(table.position(at: 6).byteColumn == 4)
  }

  @Test func `Every offset of damaged text has a place`() {
    let bytes: [UInt8] = [0x80, 0x80, 0x80, 0x80, 0x80, 0xE8, 0x80, 0x0A, 0xFF, 0x61]
    let table = LineTable(bytes: bytes)
    let places = (0...bytes.count).map { table.position(at: $0) }
    #expect(places.map(\.line) == [1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2])
    #expect(places.map(\.character) == [1, 2, 3, 4, 5, 6, 6, 7, 1, 2, 3])
  }
}
