/// A place in a text as people and editors count it.
///
/// The four counts differ as soon as a line holds 汉字 (3 bytes, 1 UTF-16 unit) or 𠮷 (4 bytes, 2 units).
/// A byte order mark at the head of the file counts as nothing.
public struct TextPosition: Sendable, Hashable {
  /// 第N行, from 1.
  public let line: Int
  /// 第N字, from 1: user-perceived characters (graphemes) of the line up to and including this one.
  public let character: Int
  /// Column in UTF-16 units, from 1, as SARIF counts; the language server protocol counts from 0.
  public let utf16Column: Int
  /// Column in bytes of UTF-8, from 1.
  public let byteColumn: Int
}

/// The lines of a text. LF, CRLF and CR end a line; a break at the very end opens one more, empty line.
public struct LineTable: Sendable {
  private let bytes: [UInt8]
  /// Offset of the first byte of each line; never empty.
  private let starts: [Int]

  /// The lines of `source`, found in one pass.
  public init(_ source: SourceText) {
    self.init(bytes: source.bytes)
  }

  /// The lines of a text in UTF-8.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [bytes.starts(with: TextDecoder.byteOrderMark) ? TextDecoder.byteOrderMark.count : 0]
    for offset in bytes.indices where bytes[offset] <= 0x0D {
      let isPair = bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
      if bytes[offset] == 0x0A || bytes[offset] == 0x0D && !isPair { starts.append(offset + 1) }
    }
    self.starts = starts
  }

  /// Number of lines, at least 1.
  public var count: Int { starts.count }

  /// Number, from 1, of the line that holds `offset`; a line break belongs to the line it ends.
  ///
  /// Offsets outside the text are taken for its nearest end.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a line counted from 1, without its break and without a byte order mark.
  ///
  /// Numbers outside the text are taken for its nearest line.
  public func range(ofLine line: Int) -> TextRange {
    let index = max(1, min(line, starts.count)) - 1
    let start = starts[index]
    var end = index + 1 < starts.count ? starts[index + 1] : bytes.count
    if index + 1 < starts.count {
      let endsInLF = end > start && bytes[end - 1] == 0x0A
      end -= endsInLF && end - 2 >= start && bytes[end - 2] == 0x0D ? 2 : 1
    }
    return TextRange(start, end)
  }

  /// The place of `offset`.
  ///
  /// Inside a character it is the place of that character; inside a line break, the end of the line.
  /// Offsets outside the text are taken for its nearest end.
  public func position(at offset: Int) -> TextPosition {
    let number = line(at: offset)
    let content = range(ofLine: number)
    let place = startOfScalar(at: max(content.start, min(offset, content.end)), notBefore: content.start)
    let before = String(decoding: bytes[content.start..<place], as: UTF8.self)
    return TextPosition(
      line: number,
      character: characterNumber(at: place, in: content),
      utf16Column: before.utf16.count + 1,
      byteColumn: place - content.start + 1)
  }

  /// Characters from the start of the line up to and including the one at `place`.
  private func characterNumber(at place: Int, in content: TextRange) -> Int {
    guard place < content.end else {
      return String(decoding: bytes[content.bytes], as: UTF8.self).count + 1
    }
    let end = place + ScalarReading(of: bytes, at: place, before: content.end).length
    return String(decoding: bytes[content.start..<end], as: UTF8.self).count
  }

  /// The first byte of the scalar that holds the byte at `offset`.
  private func startOfScalar(at offset: Int, notBefore start: Int) -> Int {
    guard offset < bytes.count else { return offset }
    for candidate in stride(from: offset, through: max(start, offset - 3), by: -1) {
      let length = ScalarReading(of: bytes, at: candidate, before: bytes.count).length
      if candidate + length > offset, bytes[candidate] & 0xC0 != 0x80 { return candidate }
    }
    return offset
  }
}
