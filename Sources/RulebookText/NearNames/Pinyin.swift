/// Pinyin, without tones, of the 3,755 commonest characters. Looked at only for messages.
enum Pinyin {
  /// Whether two characters share a reading.
  static func sameSound(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    let heard = syllables(of: right)
    return syllables(of: left).contains { said in heard.contains { said & 0xFFFF == $0 & 0xFFFF } }
  }

  /// Whether two characters share a reading for those who mix up zh and z, ch and c, sh and s, and final ng and n.
  static func nearSound(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    let heard = syllables(of: right)
    return syllables(of: left).contains { said in heard.contains { blur(said) == blur($0) } }
  }

  private static func blur(_ reading: UInt32) -> UInt16 { blurred[Int(reading & 0xFFFF)] }

  /// The readings of a character, the number of the syllable in the lower half; empty where none is known.
  static func syllables(of scalar: Unicode.Scalar) -> ArraySlice<UInt32> {
    var low = 0
    var high = readings.count
    while low < high {
      let middle = (low + high) / 2
      if readings[middle] >> 16 < scalar.value { low = middle + 1 } else { high = middle }
    }
    return readings[low...].prefix { $0 >> 16 == scalar.value }
  }
}
