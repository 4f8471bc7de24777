/// A character that nobody sees, found in a text.
public struct InvisibleCharacter: Sendable, Hashable {
  /// Where it stands.
  public let range: TextRange
  /// The character itself.
  public let scalar: Unicode.Scalar

  /// Its code point, such as `U+200B`.
  public var codePoint: String { scalar.codePoint }

  /// What it is called, such as “零宽空格”.
  public var name: String {
    switch scalar.value {
    case 0x200B: "零宽空格"
    case 0x200C, 0x200D: "零宽连接符"
    case 0x2060: "零宽不换行符"
    case 0xFEFF: "零宽不换行空格"
    case 0x00AD: "软连字符"
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: "双向控制符"
    case 0x180E: "蒙古文分隔符"
    case 0x115F, 0x1160, 0x3164, 0xFFA0: "韩文填充符"
    case 0x2028: "行分隔符"
    case 0x2029: "段分隔符"
    case 0x180B...0x180D, 0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: "异体选择符"
    case 0xE0000...0xE007F: "标签字符"
    case 0x00...0x1F, 0x7F...0x9F: "控制字符"
    case 0x2800: "空白盲文"
    case 0x0300...0x036F: "附加符号"
    default: "看不见的格式符"
    }
  }
}

/// Finds characters that nobody sees, or that turn the direction of the text around them.
///
/// These are the control characters except tab, CR and LF, what Unicode calls default ignorable
/// (zero width, bidirectional, soft hyphen, variation selectors, tags), U+2028 and U+2029, the empty braille pattern, and marks
/// that are put over or under the character before them.
/// A byte order mark at the head of the file is none; spaces of any width are none.
public enum InvisibleCharacters {
  /// The first in `range`, whose offsets are those of the file; nil where there is none.
  public static func first(in bytes: [UInt8], _ range: TextRange) -> InvisibleCharacter? {
    let range = range.clamped(to: bytes.count)
    var offset = range.start
    while offset < range.end {
      switch bytes[offset] {
      case 0x20...0x7E:
        offset += 1
      case 0xE4...0xE9:  // U+4000–U+9FFF, ideographs
        offset += 3
      case 0xE3 where offset + 1 < range.end && bytes[offset + 1] == 0x80,  // CJK punctuation
        0xEF where offset + 1 < range.end && bytes[offset + 1] == 0xBC:  // full-width forms
        offset += 3
      default:
        let reading = ScalarReading(of: bytes, at: offset, before: range.end)
        if let scalar = reading.scalar, isInvisible(scalar), !(offset == 0 && scalar == "\u{FEFF}") {
          return InvisibleCharacter(range: TextRange(offset, offset + reading.length), scalar: scalar)
        }
        offset += reading.length
      }
    }
    return nil
  }

  /// `bytes`, a text, without such characters.
  public static func removed(from bytes: [UInt8]) -> [UInt8] {
    guard first(in: bytes, TextRange(0, bytes.count)) != nil else { return bytes }
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { !isInvisible($0) }
    return Array(String(String.UnicodeScalarView(scalars)).utf8)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x2800, 0x0300...0x036F: true
    case 0x20...0x7E: false
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}

extension Unicode.Scalar {
  /// The code point as `U+` and at least four hexadecimal digits.
  public var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
