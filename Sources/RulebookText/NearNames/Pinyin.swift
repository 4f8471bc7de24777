/// Pinyin, without tones, of the 3,755 commonest characters. Unpacked on first use, which is an error message.
enum Pinyin {
  /// Whether two characters share a reading.
  static func sameSound(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    shareAny(readings[left], readings[right])
  }

  /// Whether two characters share a reading for those who mix up zh and z, ch and c, sh and s, and final ng and n.
  static func nearSound(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    shareAny(readings[left]?.map(blurred), readings[right]?.map(blurred))
  }

  /// The readings of a character; empty where they are not known.
  static func readings(of scalar: Unicode.Scalar) -> [String] {
    readings[scalar]?.map { String($0) } ?? []
  }

  private static let readings: [Unicode.Scalar: [Substring]] = {
    var result: [Unicode.Scalar: [Substring]] = [:]
    for line in syllables.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard let syllable = parts.first, let characters = parts.last else { continue }
      for scalar in characters.unicodeScalars {
        result[scalar, default: []].append(syllable)
      }
    }
    return result
  }()

  private static func shareAny(_ left: [Substring]?, _ right: [Substring]?) -> Bool {
    guard let left, let right else { return false }
    return left.contains { right.contains($0) }
  }

  /// The syllable with zh, ch, sh written z, c, s and ang, eng, ing written an, en, in.
  private static func blurred(_ syllable: Substring) -> Substring {
    var letters = Array(syllable.utf8)
    if letters.count > 1, letters[1] == UInt8(ascii: "h") { letters.remove(at: 1) }
    let mixed: [[UInt8]] = [Array("ang".utf8), Array("eng".utf8), Array("ing".utf8)]
    if mixed.contains(Array(letters.suffix(3))) { letters.removeLast() }
    return Substring(decoding: letters, as: UTF8.self)
  }
}
