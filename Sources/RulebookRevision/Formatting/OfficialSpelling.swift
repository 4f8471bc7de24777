import RulebookSyntax
import RulebookText

/// The width of official text: marks between 汉字 are full-width ones, digits, letters, points and % half-width ones.
///
/// A comma or colon between letters or digits (1,000; 8:30; http://) stays as it is. Nothing else is touched.
enum OfficialSpelling {
  /// Appends the words of `range`.
  static func append(_ bytes: [UInt8], _ range: TextRange, to words: inout [UInt8]) {
    var offset = range.start
    while offset < range.end {
      let (folded, length) = FoldedScalar.read(bytes, at: offset, end: range.end)
      let next = offset + length
      if folded.isHalfWidthWord, length == 3 {
        words.append(UInt8(folded.value))
      } else if let mark = Marks.wide(folded), length == 1,
        !folded.mayStandInFigures || !standsInFigures(bytes, from: offset, to: next)
      {
        words += mark.utf8
      } else {
        words += bytes[offset..<next]
      }
      offset = next
    }
  }

  /// Whether letters or digits stand on both sides.
  private static func standsInFigures(_ bytes: [UInt8], from start: Int, to end: Int) -> Bool {
    guard start > 0, end < bytes.count else { return false }
    let before = FoldedScalar.read(bytes, at: start >= 3 ? start - 3 : 0, end: start)
    let isWide = start >= 3 && before.length == 3 && before.scalar.isLetterOrDigit
    let behind = FoldedScalar.read(bytes, at: end, end: bytes.count).scalar
    return (isWide || Unicode.Scalar(bytes[start - 1]).isLetterOrDigit)
      && (behind.isLetterOrDigit || behind == "/")
  }
}

/// The marks that are written in full width.
enum Marks {
  /// The full-width form of a folded mark; `nil` for anything else.
  static func wide(_ mark: Unicode.Scalar) -> String? {
    switch mark {
    case ",": "，"
    case ";": "；"
    case ":": "："
    case "(": "（"
    case ")": "）"
    default: nil
    }
  }
}

extension Unicode.Scalar {
  /// A letter or digit of ASCII.
  var isLetterOrDigit: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// What is written in half width: letters, digits, the point and %.
  fileprivate var isHalfWidthWord: Bool { isLetterOrDigit || self == "." || self == "%" }

  /// The marks that may stand within figures.
  fileprivate var mayStandInFigures: Bool { self == "," || self == ":" }
}
