package import RulebookText

/// Words as the language compares them: full-width forms folded, blanks dropped.
package enum FoldedText {
  /// The folded words of `range`.
  package static func text(_ bytes: [UInt8], _ range: TextRange) -> String {
    String(decoding: folded(bytes, range), as: UTF8.self)
  }

  /// The folded words of `range`, in UTF-8.
  package static func folded(_ bytes: [UInt8], _ range: TextRange) -> [UInt8] {
    var result: [UInt8] = []
    let end = min(range.end, bytes.count)
    var offset = min(range.start, end)
    result.reserveCapacity(end - offset)
    while true {
      let plain = plainEnd(bytes, from: offset, to: end)
      result += bytes[offset..<plain]
      offset = plain
      guard offset < end else { return result }
      let (scalar, length) = FoldedScalar.read(bytes, at: offset, end: end)
      if scalar.isASCII, !FoldedScalar.isBlank(scalar) {
        result.append(UInt8(scalar.value))
      } else if !FoldedScalar.isBlank(scalar) {
        result += bytes[offset..<offset + length]
      }
      offset += length
    }
  }

  /// Where the bytes from `start` on end that are neither blank nor folded.
  private static func plainEnd(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end {
      if FoldedScalar.ideograph(bytes, at: offset, end: end) != nil {
        offset += 3
      } else if FoldedScalar.mayFold(bytes[offset]) {
        break
      } else {
        offset += 1
      }
    }
    return offset
  }

  /// Appends the words of `range` as they are written, without their blanks.
  package static func appendUnfolded(_ bytes: [UInt8], _ range: TextRange, to words: inout [UInt8]) {
    let end = min(range.end, bytes.count)
    var offset = min(range.start, end)
    while true {
      let plain = plainEnd(bytes, from: offset, to: end)
      words += bytes[offset..<plain]
      offset = plain
      guard offset < end else { return }
      let (scalar, length) = FoldedScalar.read(bytes, at: offset, end: end)
      if !FoldedScalar.isBlank(scalar) { words += bytes[offset..<offset + length] }
      offset += length
    }
  }

  /// Where `range` ends without the blanks at its end.
  package static func end(_ bytes: [UInt8], _ range: TextRange) -> Int {
    var end = min(range.end, bytes.count)
    while end > range.start {
      var start = end - 1
      while start > range.start, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      let (scalar, length) = FoldedScalar.read(bytes, at: start, end: end)
      guard start + length == end, FoldedScalar.isBlank(scalar) else { return end }
      end = start
    }
    return end
  }

  /// Whether folded words are of nothing but 汉字, the most common ones: no marks, letters or digits.
  package static func isIdeographs(_ folded: [UInt8]) -> Bool {
    var offset = 0
    while offset < folded.count {
      guard let scalar = FoldedScalar.ideograph(folded, at: offset, end: folded.count), scalar.value >= 0x4E00
      else { return false }
      offset += 3
    }
    return true
  }

  /// The last scalar of `range` that is not blank, folded; `nil` where there is none.
  package static func last(_ bytes: [UInt8], _ range: TextRange) -> Unicode.Scalar? {
    var end = min(range.end, bytes.count)
    while end > range.start {
      var start = end - 1
      while start > range.start, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      let (scalar, _) = FoldedScalar.read(bytes, at: start, end: end)
      guard FoldedScalar.isBlank(scalar) else { return scalar }
      end = start
    }
    return nil
  }

  /// The folded words of a string.
  package static func text(_ string: String) -> String {
    let bytes = Array(string.utf8)
    return text(bytes, TextRange(0, bytes.count))
  }
}

/// Offices as headings name them.
package enum OfficeNames {
  /// The offices of `农办、组织部和“五创办”等`.
  package static func split(_ folded: String) -> [String] {
    var names: [String] = []
    var current = String.UnicodeScalarView()
    for scalar in folded.unicodeScalars {
      switch scalar {
      case "、", "和", "及": names.append(trimmed(current)); current = .init()
      case "“", "”", "\"", "‘", "’": continue
      default: current.append(scalar)
      }
    }
    names.append(trimmed(current))
    return names.filter { !$0.isEmpty }
  }

  private static func trimmed(_ name: String.UnicodeScalarView) -> String {
    var text = String(name)
    if text.unicodeScalars.count > 1, text.hasSuffix("等") { text.removeLast() }
    return text
  }
}
