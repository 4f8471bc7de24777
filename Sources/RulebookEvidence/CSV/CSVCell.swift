import RulebookText

/// One cell of a row, as a place in the file: no text is made until somebody asks for it.
struct CSVCell: Sendable, Hashable {
  /// Offset of its first byte; the opening quote where it is quoted.
  var start: Int
  /// Offset just behind its last byte; behind the closing quote where it is quoted.
  var end: Int
  /// Whether it stands in quotes.
  var isQuoted: Bool
  /// Whether its text holds quotes written twice.
  var hasDoubledQuotes: Bool
  /// Whether its text holds line breaks.
  var hasLineBreaks: Bool

  /// An unquoted cell.
  init(
    start: Int, end: Int, isQuoted: Bool = false, hasDoubledQuotes: Bool = false, hasLineBreaks: Bool = false
  ) {
    self.start = start
    self.end = end
    self.isQuoted = isQuoted
    self.hasDoubledQuotes = hasDoubledQuotes
    self.hasLineBreaks = hasLineBreaks
  }

  /// The cell in the file, quotes included.
  var place: TextRange { TextRange(start, end) }

  /// The bytes between the quotes, or all of them.
  var content: Range<Int> { isQuoted && end - start >= 2 ? (start + 1)..<(end - 1) : start..<end }
}

extension [UInt8] {
  /// `range` without line breaks and the spaces around it: blank, tab, U+00A0, U+2002–U+200A and U+3000.
  func trimmingSpaces(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, let width = spaceWidth(at: lower, before: upper) { lower += width }
    while lower < upper, let width = spaceWidth(endingAt: upper, after: lower) { upper -= width }
    return lower..<upper
  }

  /// Number of bytes of the space that starts at `offset`.
  private func spaceWidth(at offset: Int, before end: Int) -> Int? {
    switch self[offset] {
    case 0x20, 0x09, 0x0A, 0x0D: 1
    case 0xC2 where offset + 1 < end && self[offset + 1] == 0xA0: 2
    case 0xE2, 0xE3: offset + 2 < end && isWideSpace(at: offset) ? 3 : nil
    default: nil
    }
  }

  /// Number of bytes of the space that ends just before `offset`.
  private func spaceWidth(endingAt offset: Int, after start: Int) -> Int? {
    switch self[offset - 1] {
    case 0x20, 0x09, 0x0A, 0x0D: 1
    case 0xA0 where offset - 2 >= start && self[offset - 2] == 0xC2: 2
    case 0x80...0x8A: offset - 3 >= start && isWideSpace(at: offset - 3) ? 3 : nil
    default: nil
    }
  }

  /// Whether the three bytes at `offset` are U+2002–U+200A or U+3000.
  private func isWideSpace(at offset: Int) -> Bool {
    guard self[offset + 1] == 0x80 else { return false }
    return switch self[offset] {
    case 0xE2: (0x82...0x8A).contains(self[offset + 2])
    case 0xE3: self[offset + 2] == 0x80
    default: false
    }
  }

  /// The words of a cell: quotes and outer spaces gone, doubled quotes made single.
  func words(of cell: CSVCell) -> [UInt8] {
    let content = trimmingSpaces(cell.content)
    guard cell.hasDoubledQuotes else { return Array(self[content]) }
    var words: [UInt8] = []
    words.reserveCapacity(content.count)
    var offset = content.lowerBound
    while offset < content.upperBound {
      words.append(self[offset])
      let isDoubled = self[offset] == UInt8(ascii: "\"") && offset + 1 < content.upperBound
      offset += isDoubled ? 2 : 1
    }
    return words
  }

  /// The words of a cell as a name, characters that nobody sees left out: what it looks like.
  func visibleName(of cell: CSVCell) -> FoldedName {
    FoldedName(InvisibleCharacters.removed(from: words(of: cell)))
  }

  /// The words of a cell that holds text; the `'` that keeps a table from reading it as a formula is gone.
  func text(of cell: CSVCell) -> String {
    let words = words(of: cell)
    return String(decoding: words[words.formulaGuardWidth(0..<words.count)...], as: UTF8.self)
  }

  /// 1 where `range` starts with a `'` in front of `=`, `+`, `-`, `@` or their full-width forms; else 0.
  func formulaGuardWidth(_ range: Range<Int>) -> Int {
    guard range.count >= 2, self[range.lowerBound] == UInt8(ascii: "'") else { return 0 }
    let next = range.lowerBound + 1
    switch self[next] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): return 1
    case 0xEF where next + 2 < range.upperBound && self[next + 1] == 0xBC:
      // ＋ U+FF0B, － U+FF0D, ＝ U+FF1D, ＠ U+FF20
      return [0x8B, 0x8D, 0x9D, 0xA0].contains(self[next + 2]) ? 1 : 0
    default: return 0
    }
  }
}
