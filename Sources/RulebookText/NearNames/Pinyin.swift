/// Pinyin, without tones, of the 3,755 commonest characters. Looked at only for messages.
enum Pinyin {
  /// Whether two characters share a reading.
  static func sameSound(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    shareAny(readings(of: left), readings(of: right))
  }

  /// Whether two characters share a reading for those who mix up zh and z, ch and c, sh and s, and final ng and n.
  static func nearSound(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    shareAny(readings(of: left).map(blurred), readings(of: right).map(blurred))
  }

  /// The readings of a character; empty where they are not known.
  static func readings(of scalar: Unicode.Scalar) -> [String] {
    var low = 0
    var high = table.entries.count
    while low < high {
      let middle = (low + high) / 2
      if table.entries[middle].scalar < scalar.value { low = middle + 1 } else { high = middle }
    }
    return table.entries[low...].prefix { $0.scalar == scalar.value }.map { table.syllables[$0.syllable] }
  }

  /// The generated lines as a list to search in: each character with its syllable, in the order of the characters.
  ///
  /// Numbers in a sorted array rather than words in a dictionary: unpacking is a twentieth of the work.
  private static let table: (entries: [(scalar: UInt32, syllable: Int)], syllables: [String]) = {
    var entries: [(scalar: UInt32, syllable: Int)] = []
    var names: [String] = []
    var name = ""
    for scalar in syllables.unicodeScalars {
      switch scalar {
      case "\n": name = ""
      case " ":
        names.append(name)
      case _ where scalar.isASCII: name.unicodeScalars.append(scalar)
      default: entries.append((scalar.value, names.count - 1))
      }
    }
    return (entries.sorted { ($0.scalar, $0.syllable) < ($1.scalar, $1.syllable) }, names)
  }()

  private static func shareAny(_ left: [String], _ right: [String]) -> Bool {
    left.contains { right.contains($0) }
  }

  /// The syllable with zh, ch, sh written z, c, s and ang, eng, ing written an, en, in.
  private static func blurred(_ syllable: String) -> String {
    var letters = Array(syllable.utf8)
    if letters.count > 1, letters[1] == UInt8(ascii: "h") { letters.remove(at: 1) }
    let mixed: [[UInt8]] = [Array("ang".utf8), Array("eng".utf8), Array("ing".utf8)]
    if mixed.contains(Array(letters.suffix(3))) { letters.removeLast() }
    return String(decoding: letters, as: UTF8.self)
  }
}
