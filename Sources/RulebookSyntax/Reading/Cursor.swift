package import RulebookText

/// Reads a stretch of text scalar by scalar, as the language sees it.
///
/// Full-width forms read as their half-width ones and blanks carry no meaning, so every `peek` and `eat`
/// looks past them. Positions are always byte offsets into the source as it was written.
package struct Cursor {
  /// The source, in UTF-8; damaged sequences read as U+FFFD, one byte at a time.
  package let bytes: [UInt8]
  /// Where the next scalar will be read; may point at blanks.
  package var position: Int
  /// Where reading stops.
  package let end: Int

  /// A cursor over `range` of `bytes`.
  package init(_ bytes: [UInt8], _ range: TextRange) {
    self.bytes = bytes
    self.position = min(range.start, bytes.count)
    self.end = min(range.end, bytes.count)
  }

  /// What is still unread.
  package var rest: TextRange { TextRange(position, end) }

  /// Whether nothing but blanks is left.
  package var isAtEnd: Bool { peek() == nil }

  /// The next scalar that is not blank, folded; `nil` at the end.
  package func peek() -> Unicode.Scalar? { next(from: position)?.scalar }

  /// Where the next scalar that is not blank begins; `end` where there is none.
  package var start: Int { next(from: position)?.start ?? end }

  /// Reads one scalar.
  package mutating func advance() {
    position = next(from: position)?.end ?? end
  }

  /// Reads `scalar` if it comes next.
  package mutating func eat(_ scalar: Unicode.Scalar) -> Bool {
    guard let found = next(from: position), found.scalar == scalar else { return false }
    position = found.end
    return true
  }

  /// Reads all of `word` if it comes next, else nothing.
  package mutating func eat(word: String) -> Bool {
    let word = word.utf8.span
    var reached = position
    var place = 0
    while place < word.count {
      let (scalar, length) = FoldedScalar.read(word, at: place)
      guard let found = next(from: reached), found.scalar == scalar else { return false }
      reached = found.end
      place += length
    }
    position = reached
    return true
  }

  /// Whether `word` comes next.
  package func isAt(word: String) -> Bool {
    var copy = self
    return copy.eat(word: word)
  }

  /// Whether `scalar` comes next.
  package func isAt(_ scalar: Unicode.Scalar) -> Bool { peek() == scalar }

  /// Whether a number may come next, or what is meant as one.
  package var isAtNumeral: Bool { next()?.scalar.mayBeginNumeral ?? false }

  /// Reads up to and including the next scalar that is no 汉字, and says where that stands; nil where there is none.
  @inline(__always)
  mutating func nextMark() -> (scalar: Unicode.Scalar, start: Int)? {
    skipIdeographs()
    guard let found = next() else { return nil }
    position = found.end
    return (found.scalar, found.start)
  }

  /// Goes past the 汉字 that come next, none of which is a mark or a digit; whether there are any.
  @discardableResult
  package mutating func skipIdeographs() -> Bool {
    let start = position
    while position < end, FoldedScalar.ideograph(bytes, at: position, end: end) != nil { position += 3 }
    return position > start
  }

  /// The next scalar that is not blank, and where it ends.
  func next() -> (scalar: Unicode.Scalar, start: Int, end: Int)? { next(from: position) }

  /// The next scalar that is not blank; most are digits or ideographs, which are read here without further ado.
  @inline(__always)
  func next(from offset: Int) -> (scalar: Unicode.Scalar, start: Int, end: Int)? {
    guard offset < end else { return nil }
    let first = bytes[offset]
    if first > 0x20, first < 0x80 { return (Unicode.Scalar(first), offset, offset + 1) }
    if let ideograph = FoldedScalar.ideograph(bytes, at: offset, end: end) {
      return (ideograph, offset, offset + 3)
    }
    return nextFolded(from: offset)
  }

  private func nextFolded(from offset: Int) -> (scalar: Unicode.Scalar, start: Int, end: Int)? {
    if let common = FoldedScalar.common(bytes, at: offset, end: end) { return (common, offset, offset + 3) }
    var offset = offset
    while offset < end {
      let (scalar, length) = FoldedScalar.read(bytes, at: offset, end: end)
      if !FoldedScalar.isBlank(scalar) { return (scalar, offset, offset + length) }
      offset += length
    }
    return nil
  }
}

/// How the language reads one scalar of the source.
package enum FoldedScalar {
  /// Stands for a damaged sequence.
  package static let damaged: Unicode.Scalar = "\u{FFFD}"

  /// The ideograph (U+4000–U+9FFF) that begins at `offset`; nil where another scalar or a damaged one does.
  @inline(__always)
  static func ideograph(_ bytes: [UInt8], at offset: Int, end: Int) -> Unicode.Scalar? {
    let first = bytes[offset]
    guard first >= 0xE4, first <= 0xE9, offset + 2 < end else { return nil }
    let (second, third) = (bytes[offset + 1], bytes[offset + 2])
    guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return nil }
    return Unicode.Scalar(UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F))
  }

  /// The scalar of three bytes at `offset`, full-width forms as half-width ones; nil where a blank, a damaged sequence
  /// or a scalar of another length stands.
  static func common(_ bytes: [UInt8], at offset: Int, end: Int) -> Unicode.Scalar? {
    let first = bytes[offset]
    guard first > 0xE0, first < 0xF0, offset + 2 < end else { return nil }
    let (second, third) = (bytes[offset + 1], bytes[offset + 2])
    guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return nil }
    var value = UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
    if value >= 0xFF01, value <= 0xFF5E { value -= 0xFEE0 }
    guard let scalar = Unicode.Scalar(value), !isBlank(scalar) else { return nil }
    return scalar
  }

  /// The scalar at `offset`, full-width forms as half-width ones, and its length in bytes.
  package static func read(_ bytes: [UInt8], at offset: Int, end: Int) -> (
    scalar: Unicode.Scalar, length: Int
  ) {
    let first = bytes[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, offset + length <= end else { return (damaged, 1) }
    var value = UInt32(first) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for index in offset + 1..<offset + length {
      guard bytes[index] & 0xC0 == 0x80 else { return (damaged, 1) }
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    if value >= 0xFF01, value <= 0xFF5E { value -= 0xFEE0 }
    guard let scalar = Unicode.Scalar(value) else { return (damaged, 1) }
    return (scalar, length)
  }

  /// The scalar at `offset` of a word in sound UTF-8, and its length in bytes.
  @inline(__always)
  static func read(_ word: Span<UInt8>, at offset: Int) -> (scalar: Unicode.Scalar?, length: Int) {
    let first = UInt32(word[offset])
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var value = first & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for place in offset + 1..<min(offset + length, word.count) {
      value = value << 6 | UInt32(word[place] & 0x3F)
    }
    return (Unicode.Scalar(value), length)
  }

  /// Whether the scalar carries no meaning: blanks of every width, and line breaks, which only the cutting into lines
  /// looks at.
  package static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x3000, 0x2002...0x200A: true
    default: false
    }
  }

  /// Whether a scalar with this first byte may be blank or read as another one.
  package static func mayFold(_ first: UInt8) -> Bool {
    switch first {
    case 0x09, 0x0A, 0x0D, 0x20, 0xC2, 0xE2, 0xE3, 0xEF: true
    default: false
    }
  }

  /// Whether the scalar may stand between the ends of a range (`0.1—0.5`).
  package static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "—", "–", "~", "―", "〜", "−": true
    default: false
    }
  }
}
