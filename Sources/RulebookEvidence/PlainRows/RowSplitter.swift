import RulebookText

/// Parts rows into cells, sixteen bytes at a time.
///
/// Four signs matter to the structure of a row: the delimiter, the quote, CR and LF. A block of sixteen bytes is
/// compared with each at once; what comes back has all bits of a byte set where the sign stands, so that the next sign
/// is where the trailing zeros end. A row that a strict reader would have anything to say about is left to `CSVReader`:
/// text in front of or behind quotes, a line break inside them, a bare CR, more cells or fewer than the header has.
struct RowSplitter {
  /// The most cells of a row that are read here.
  static let mostCells = 16

  private let delimiter: ByteSign
  private let quote = ByteSign(UInt8(ascii: "\""))
  private let lineFeed = ByteSign(0x0A)
  private let carriageReturn = ByteSign(0x0D)
  private let delimiterByte: UInt8
  /// How many cells each row has.
  private let width: Int
  /// Offset of the block looked at last; the signs in it that were not passed yet.
  private var block = -1
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  /// Offset of the first byte of each cell of the row read last, inside its quotes where it has them.
  private(set) var starts = InlineArray<16, Int>(repeating: 0)
  /// Offset behind the last byte of each cell, inside its quotes.
  private(set) var ends = InlineArray<16, Int>(repeating: 0)
  /// Whether the row read last ended with CRLF.
  private(set) var endsWithCRLF = false

  /// A splitter of rows of `width` cells; nil where there are more than it reads.
  init?(delimiter: UInt8, width: Int) {
    guard width <= Self.mostCells, width > 0 else { return nil }
    self.delimiter = ByteSign(delimiter)
    delimiterByte = delimiter
    self.width = width
  }

  /// Parts the row that starts at `start` into cells; gives the offset of the next row, or nil for a row that is left to
  /// `CSVReader`.
  mutating func readRow(_ bytes: Swift.Span<UInt8>, from start: Int) -> Int? {
    var cell = 0
    var position = start
    while cell < width {
      let isQuoted = position < bytes.count && bytes[position] == UInt8(ascii: "\"")
      guard let end = isQuoted ? closingQuote(bytes, from: position + 1) : nextSign(bytes, from: position)
      else { return nil }
      starts[cell] = isQuoted ? position + 1 : position
      ends[cell] = end
      let sign = isQuoted ? end + 1 : end
      guard sign < bytes.count, sign - position <= CSVReader.longestCell else { return nil }
      cell += 1
      if cell == width { return rowEnd(bytes, at: sign) }
      guard bytes[sign] == delimiterByte else { return nil }
      position = sign + 1
    }
    return nil
  }

  /// The offset behind the line end at `position`; nil where there is none, or a bare CR.
  private mutating func rowEnd(_ bytes: Swift.Span<UInt8>, at position: Int) -> Int? {
    endsWithCRLF = bytes[position] == 0x0D
    let feed = endsWithCRLF ? position + 1 : position
    return feed < bytes.count && bytes[feed] == 0x0A ? feed + 1 : nil
  }

  /// The offset of the quote that closes a cell; nil where a line break comes before it.
  private mutating func closingQuote(_ bytes: Swift.Span<UInt8>, from start: Int) -> Int? {
    var position = start
    while let sign = nextSign(bytes, from: position) {
      switch bytes[sign] {
      case UInt8(ascii: "\""):
        guard sign + 1 < bytes.count, bytes[sign + 1] == UInt8(ascii: "\"") else { return sign }
        position = sign + 2
      case delimiterByte: position = sign + 1
      default: return nil
      }
    }
    return nil
  }

  /// The offset of the first sign from `position` on; nil where fewer than sixteen bytes are left to look at.
  @inline(__always)
  private mutating func nextSign(_ bytes: Swift.Span<UInt8>, from position: Int) -> Int? {
    if position >= block, position < block + 16, block >= 0 {
      skip(to: position - block)
    } else {
      guard look(bytes, at: position) else { return nil }
    }
    while low | high == 0 { guard look(bytes, at: block + 16) else { return nil } }
    let offset = low != 0 ? low.trailingZeroBitCount >> 3 : 8 + high.trailingZeroBitCount >> 3
    return block + offset
  }

  /// Forgets the signs in front of the byte with this number in the block.
  @inline(__always)
  private mutating func skip(to offset: Int) {
    if offset < 8 {
      low &= UInt64.max << UInt64(offset * 8)
    } else {
      low = 0
      high &= UInt64.max << UInt64((offset - 8) * 8)
    }
  }

  /// Looks at the sixteen bytes from `offset` on; `false` where there are fewer.
  @inline(__always)
  private mutating func look(_ bytes: Swift.Span<UInt8>, at offset: Int) -> Bool {
    guard offset + 16 <= bytes.count else { return false }
    let signs = bytes.block(at: offset)
    let found =
      delimiter.places(in: signs) .| quote.places(in: signs) .| lineFeed.places(in: signs)
      .| carriageReturn.places(in: signs)
    (low, high) = found.halves
    block = offset
    return true
  }
}
