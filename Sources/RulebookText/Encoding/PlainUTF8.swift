/// What can be seen of whole ledgers eight bytes at a time.
extension Swift.Span<UInt8> {
  /// Whether a byte is 0.
  var holdsZero: Bool {
    var position = 0
    while position + 8 <= count {
      let word = word(at: position)
      // Taking 1 from every byte sets the highest bit of one that did not have it only where a byte is 0.
      if (word &- Self.ones) & ~word & Self.signs != 0 { return true }
      position += 8
    }
    return (position..<count).contains { self[$0] == 0 }
  }

  /// Whether all of it is ASCII and characters of three bytes in UTF-8, as nearly every text in Chinese is; `false` says
  /// nothing but that somebody else has to look.
  var isPlainUTF8: Bool {
    var position = 0
    while position + 8 <= count {
      let word = word(at: position)
      let beyond = word & Self.signs
      if beyond == 0 {
        position += 8
        continue
      }
      let plain = beyond.trailingZeroBitCount >> 3
      position += plain
      // Three bytes are needed; where fewer are left of the word, the next one begins with them.
      if plain > 5 {
        guard position + 8 <= count else { break }
      }
      let bytes = plain > 5 ? self.word(at: position) : word >> UInt64(plain * 8)
      guard Self.beginsWithThree(bytes) else { return false }
      position += 3
    }
    return hasPlainEnd(from: position)
  }

  /// Looks at the last bytes one by one.
  private func hasPlainEnd(from start: Int) -> Bool {
    var position = start
    while position < count {
      if self[position] < 0x80 {
        position += 1
        continue
      }
      guard position + 3 <= count else { return false }
      let bytes = UInt64(self[position]) | UInt64(self[position + 1]) << 8 | UInt64(self[position + 2]) << 16
      guard Self.beginsWithThree(bytes) else { return false }
      position += 3
    }
    return true
  }

  /// Whether the lowest bytes are a character of three bytes. E0 and ED ask more of the byte behind them (Unicode,
  /// table 3-7) and are left to others.
  @inline(__always)
  private static func beginsWithThree(_ bytes: UInt64) -> Bool {
    let lead = bytes & 0xFF
    return bytes & 0xC0C0F0 == 0x8080E0 && lead != 0xE0 && lead != 0xED
  }

  /// The eight bytes from `offset` on, the first one lowest.
  @inline(__always)
  private func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// 1 in every byte.
  private static var ones: UInt64 { 0x0101_0101_0101_0101 }
  /// The highest bit of every byte.
  private static var signs: UInt64 { 0x8080_8080_8080_8080 }
}
