/// Reads the dates of one year as offices mostly write them: 2013-05-01, 2013/5/1, 2013.5.1, 2013年5月1日.
struct PlainDate: Sendable {
  /// The four digits of the year.
  private let year: UInt32
  /// The days of each month of the year, from 1.
  private let lengths: [UInt8]

  /// Dates of `year`.
  init(year: Int) {
    let digits = [year / 1000 % 10, year / 100 % 10, year / 10 % 10, year % 10]
    self.year = digits.reversed().reduce(0) { $0 << 8 | UInt32(0x30 + $1) }
    lengths = [0] + (1...12).map { UInt8(clamping: CivilDate.length(ofMonth: $0, of: year)) }
  }

  /// The date in the cell `start..<end`; nil where that is left to `DateText`.
  @inline(__always)
  func read(_ bytes: Swift.Span<UInt8>, _ start: Int, _ end: Int) -> (month: UInt8, day: UInt8)? {
    guard end - start >= 8, start + 16 <= bytes.count,
      unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt32.self) == year
    else { return nil }
    let sign = bytes[start + 4]
    let isSpelt = sign == 0xE5
    guard isSpelt ? Self.stands(0xB9, 0xB4, in: bytes, start + 5) : Self.isSign(sign) else { return nil }
    var position = start + (isSpelt ? 7 : 5)
    guard let month = Self.number(bytes, &position, end), month >= 1, month <= 12, position + 1 < end,
      isSpelt ? Self.stands(0xE6, 0x9C, 0x88, in: bytes, position) : bytes[position] == sign
    else { return nil }
    position += isSpelt ? 3 : 1
    guard let day = Self.number(bytes, &position, end), day >= 1, day <= lengths[Int(month)] else {
      return nil
    }
    if isSpelt {
      guard position + 3 == end, Self.stands(0xE6, 0x97, 0xA5, in: bytes, position) else { return nil }
      return (month, day)
    }
    return position == end ? (month, day) : nil
  }

  /// Whether a byte parts year, month and day.
  @inline(__always)
  private static func isSign(_ byte: UInt8) -> Bool { byte == 0x2D || byte == 0x2F || byte == 0x2E }

  @inline(__always)
  private static func stands(_ first: UInt8, _ second: UInt8, in bytes: Swift.Span<UInt8>, _ offset: Int)
    -> Bool
  {
    bytes[offset] == first && bytes[offset + 1] == second
  }

  @inline(__always)
  private static func stands(
    _ first: UInt8, _ second: UInt8, _ third: UInt8, in bytes: Swift.Span<UInt8>, _ offset: Int
  ) -> Bool {
    bytes[offset] == first && bytes[offset + 1] == second && bytes[offset + 2] == third
  }

  /// A number of one or two digits.
  @inline(__always)
  private static func number(_ bytes: Swift.Span<UInt8>, _ position: inout Int, _ end: Int) -> UInt8? {
    guard position + 1 < bytes.count, position < end, case let first = bytes[position] &- 0x30, first < 10
    else {
      return nil
    }
    position += 1
    guard position < end, case let second = bytes[position] &- 0x30, second < 10 else { return first }
    position += 1
    return first * 10 + second
  }
}
