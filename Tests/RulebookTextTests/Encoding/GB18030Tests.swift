import Testing

@testable import RulebookText

@Suite struct GB18030Tests {
  @Test func `Every sample of two and of four bytes reads as Python's codec reads it`() throws {
    let samples = GB18030Samples.pairs.split(whereSeparator: \.isWhitespace)
    #expect(samples.count > 2_500)
    for sample in samples {
      let halves = sample.split(separator: "=")
      let scalar = try #require(UInt32(halves[0], radix: 16).flatMap(Unicode.Scalar.init))
      let bytes = try #require(decoded(hexadecimal: halves[1]))
      #expect(GB18030.decode(bytes) == .text(Array(String(scalar).utf8)), "\(sample)")
    }
  }

  @Test func `The whole two-byte area reads as in Python`() {
    let trails = Array(UInt8(0x40)...0x7E) + Array(0x80...0xFE)
    let area = (UInt8(0x81)...0xFE).flatMap { lead in trails.flatMap { [lead, $0] } }
    #expect(digest(GB18030.decode(area)) == GB18030Samples.twoByteDigest)
  }

  @Test func `The whole four-byte area of the basic plane reads as in Python`() {
    let area = (0..<39_420).flatMap(fourBytes)
    #expect(digest(GB18030.decode(area)) == GB18030Samples.fourByteDigest)
  }

  @Test(
    arguments: [
      ([0xA2, 0xE3], "€"), ([0x80], "€"), ([0xA2, 0xE5], "㈠"), ([0x95, 0x34, 0xB2, 0x35], "𠮷"),
      ([0xBF, 0xBC, 0xBA, 0xCB], "考核"), ([0x90, 0x30, 0x81, 0x30], "\u{10000}"),
      ([0xE3, 0x32, 0x9A, 0x35], "\u{10FFFF}"), ([0x84, 0x31, 0xA4, 0x39], "\u{FFFF}"),
      ([0xFE, 0x59], "龴"), ([0xA6, 0xD9], "\u{FE10}"),
    ] as [([UInt8], String)])
  func `Characters worth naming read as themselves`(bytes: [UInt8], text: String) {
    #expect(GB18030.decode(bytes) == .text(Array(text.utf8)))
  }

  @Test(
    arguments: [
      ("a lead byte at the end", [0x61, 0xBF], 1..<2),
      ("a lead byte before a line break", [0xBF, 0x0A, 0x61], 0..<1),
      ("a trail byte 7F", [0xBF, 0x7F], 0..<1),
      ("a trail byte FF", [0xBF, 0xFF], 0..<1),
      ("a single FF", [0x61, 0x62, 0xFF], 2..<3),
      ("two of four bytes", [0x81, 0x30], 0..<2),
      ("three of four bytes", [0x61, 0x81, 0x30, 0x81], 1..<4),
      ("a third byte that is none", [0x81, 0x30, 0x41, 0x41], 0..<2),
      ("a fourth byte that is none", [0x81, 0x30, 0x81, 0x41], 0..<3),
      ("four bytes behind the basic plane", [0x84, 0x31, 0xA5, 0x30], 0..<4),
      ("four bytes behind U+10FFFF", [0xE3, 0x32, 0x9A, 0x36], 0..<4),
    ] as [(String, [UInt8], Range<Int>)])
  func `Bytes that make no character are reported where they stand`(
    name: String, bytes: [UInt8], damaged: Range<Int>
  ) {
    #expect(GB18030.decode(bytes) == .damaged(damaged), "\(name)")
    #expect(GB18030.damagedSequences(in: bytes) >= 1)
  }

  private func decoded(hexadecimal text: Substring) -> [UInt8]? {
    let digits = text.compactMap(\.hexDigitValue).map(UInt8.init)
    guard digits.count == text.count, digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  private func fourBytes(_ linear: Int) -> [UInt8] {
    [
      UInt8(0x81 + linear / 12_600), UInt8(0x30 + linear / 1_260 % 10),
      UInt8(0x81 + linear / 10 % 126), UInt8(0x30 + linear % 10),
    ]
  }

  /// FNV-1a of a converted text; 0 where it is damaged.
  private func digest(_ conversion: GB18030.Conversion) -> UInt64 {
    guard case .text(let bytes) = conversion else { return 0 }
    return bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
