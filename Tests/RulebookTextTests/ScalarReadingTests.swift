import Testing

@testable import RulebookText

@Suite struct ScalarReadingTests {
  @Test(arguments: [
    "a", "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "𠮷", "\u{10FFFF}",
  ])
  func `Every length of sequence reads as its scalar`(text: String) {
    let bytes = Array(text.utf8)
    let reading = ScalarReading(of: bytes, at: 0, before: bytes.count)
    #expect(reading.scalar == text.unicodeScalars.first)
    #expect(reading.length == bytes.count)
  }

  @Test(
    arguments: [
      ([0x80], 1), ([0xC0, 0x80], 1), ([0xC3], 1), ([0xE0, 0x80, 0x80], 1), ([0xED, 0xA0, 0x80], 1),
      ([0xE8, 0x80], 2), ([0xE8, 0x80, 0x41], 2), ([0xF0, 0x9F, 0x98], 3), ([0xF4, 0x90, 0x80, 0x80], 1),
      ([0xF5, 0x80], 1), ([0xFF], 1),
    ] as [([UInt8], Int)])
  func `A damaged sequence reads as its longest start`(bytes: [UInt8], length: Int) {
    let reading = ScalarReading(of: bytes, at: 0, before: bytes.count)
    #expect(reading.scalar == nil)
    #expect(reading.length == length)
  }

  @Test func `Bytes behind the end are not read`() {
    let bytes = Array("考".utf8)
    #expect(ScalarReading(of: bytes, at: 0, before: 2).scalar == nil)
    #expect(ScalarReading(of: bytes, at: 0, before: 2).length == 2)
  }
}
