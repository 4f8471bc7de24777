/// Reads the bytes of a file as text: UTF-8 first, then GB18030, which Chinese Excel writes.
public enum TextDecoder {
  /// The text of a file shown as `name`.
  ///
  /// A byte order mark decides; without one, valid UTF-8 is UTF-8, unless it holds characters beyond ASCII but
  /// none from U+0800 on: then it is GB18030, since “食品药品” in GBK happens to be valid UTF-8 (“ʳƷҩƷ”).
  /// Anything else is tried as GB18030, unless it is UTF-8 with a few bad bytes: of these, half make “valid”
  /// GB18030 by chance, and would be read as gibberish without a word.
  public static func decode(name: String, bytes: [UInt8]) -> DecodingOutcome {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
    if bytes.span.holdsZero, let offset = bytes.firstIndex(of: 0) { return .binary(offset: offset) }

    guard let fault = firstFault(in: bytes) else {
      return .text(decodeValidUTF8(name: name, bytes: bytes))
    }
    let survey = UTF8Survey(of: bytes)
    if survey.isMostlySound || bytes.starts(with: byteOrderMark) {
      return .damaged(DamagedBytes(fault, of: bytes, looksLike: .utf8))
    }
    switch GB18030.decode(bytes) {
    case .text(let converted):
      return .text(SourceText(name: name, bytes: converted, encoding: .gb18030))
    case .damaged where survey.damaged <= GB18030.damagedSequences(in: Array(bytes[..<survey.end])):
      return .damaged(DamagedBytes(fault, of: bytes, looksLike: .utf8))
    case .damaged(let fault):
      return .damaged(DamagedBytes(fault, of: bytes, looksLike: .gb18030))
    }
  }

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Where UTF-8 is damaged first; nil when it is valid.
  private static func firstFault(in bytes: [UInt8]) -> Range<Int>? {
    if bytes.span.isPlainUTF8 { return nil }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets
    }
  }

  private static func decodeValidUTF8(name: String, bytes: [UInt8]) -> SourceText {
    if isProbablyGB18030(bytes), case .text(let converted) = GB18030.decode(bytes) {
      return SourceText(name: name, bytes: converted, encoding: .gb18030)
    }
    return SourceText(name: name, bytes: bytes, encoding: .utf8)
  }

  /// Whether valid UTF-8 has only characters of two bytes beside ASCII, as GBK read as UTF-8 does.
  private static func isProbablyGB18030(_ bytes: [UInt8]) -> Bool {
    var beyondASCII = false
    for byte in bytes where byte >= 0x80 {
      if byte >= 0xE0 { return false }
      beyondASCII = true
    }
    return beyondASCII
  }
}

/// How well bytes that are not valid UTF-8 fit it nevertheless, judged by the first thousand signs of either.
private struct UTF8Survey {
  /// Number of sequences that make no character.
  private(set) var damaged = 0
  /// Number of characters from U+0800 on, such as 汉字; GBK read as UTF-8 has hardly any.
  private(set) var sound = 0
  /// Offset behind the last byte that was looked at.
  private(set) var end = 0

  init(of bytes: [UInt8]) {
    while end < bytes.count, damaged + sound < 1_000 {
      let reading = ScalarReading(of: bytes, at: end, before: bytes.count)
      if reading.scalar == nil {
        damaged += 1
      } else if reading.length > 2 {
        sound += 1
      }
      end += reading.length
    }
  }

  /// Whether there are more than four 汉字 to a bad place.
  var isMostlySound: Bool { sound > 4 * damaged }
}

extension DamagedBytes {
  /// The bytes of `range`, with the line they stand in.
  init(_ range: Range<Int>, of file: [UInt8], looksLike: TextEncoding) {
    var line = 1
    var previous: UInt8 = 0
    for byte in file[..<range.lowerBound] {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { line += 1 }
      previous = byte
    }
    self.init(offset: range.lowerBound, line: line, bytes: Array(file[range]), looksLike: looksLike)
  }
}
