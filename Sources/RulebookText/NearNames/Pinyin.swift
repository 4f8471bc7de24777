/// Pinyin, without tones, of the 3,755 commonest characters. Looked at only for messages.
enum Pinyin {
  /// Whether two characters share a reading.
  static func sameSound(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    let heard = syllables(of: right)
    return syllables(of: left).contains { heard.contains($0) }
  }

  /// Whether two characters share a reading for those who mix up zh and z, ch and c, sh and s, and final ng and n.
  static func nearSound(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    let heard = syllables(of: right).map { blurred[$0] }
    return syllables(of: left).contains { heard.contains(blurred[$0]) }
  }

  /// The numbers of the syllables a character is read as; empty where they are not known.
  static func syllables(of scalar: Unicode.Scalar) -> [Int] {
    var low = 0
    var high = readings.count
    while low < high {
      let middle = (low + high) / 2
      if readings[middle] >> 16 < scalar.value { low = middle + 1 } else { high = middle }
    }
    return readings[low...].prefix { $0 >> 16 == scalar.value }.map { Int($0 & 0xFFFF) }
  }
}
