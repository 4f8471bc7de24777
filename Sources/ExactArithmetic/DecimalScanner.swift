/// Reads `-?[0-9]+(\.[0-9]+)?` one byte after the other: the only place that knows this grammar.
@usableFromInline
struct DecimalScanner {
  /// What has been read so far.
  @usableFromInline
  enum Position {
    case start, sign, whole, point, fraction
  }

  @usableFromInline var position = Position.start
  @usableFromInline var isNegative = false
  /// The digits read so far as one number, the point left out.
  @usableFromInline var mantissa: UInt64 = 0
  /// Whether the digits no longer fit in `mantissa`.
  @usableFromInline var isWide = false
  /// How many digits were read.
  @usableFromInline var digitCount = 0
  /// How many of them stood behind the point.
  @usableFromInline var scale = 0

  @inlinable
  init() {}

  /// Whether the bytes read so far are a number.
  @inlinable var isComplete: Bool { position == .whole || position == .fraction }

  /// Reads one byte; false when no number goes on with it.
  @inlinable
  mutating func accept(_ byte: UInt8) -> Bool {
    if let digit = decimalDigit(byte) {
      append(digit)
      return true
    }
    switch (byte, position) {
    case (UInt8(ascii: "-"), .start):
      position = .sign
      isNegative = true
      return true
    case (UInt8(ascii: "."), .whole):
      position = .point
      return true
    default:
      return false
    }
  }

  @inlinable
  mutating func append(_ digit: UInt64) {
    let (tens, tensOverflow) = mantissa.multipliedReportingOverflow(by: 10)
    let (sum, sumOverflow) = tens.addingReportingOverflow(digit)
    mantissa = sum
    isWide = isWide || tensOverflow || sumOverflow
    digitCount += 1
    switch position {
    case .start, .sign, .whole:
      position = .whole
    case .point, .fraction:
      position = .fraction
      scale += 1
    }
  }
}
