/// The one way numbers are written in data: `-?[0-9]+(\.[0-9]+)?` in ASCII, and nothing else.
///
/// No exponent, no `+`, no point without digits on both sides, no blanks, no grouping, no other digits.
/// Leading zeros and `-0` are numbers.
public enum DecimalText {
  /// What a text turned out to be.
  public enum Reading: Sendable, Hashable {
    /// A number, kept exactly.
    case value(Rational)
    /// Not in the grammar.
    case notANumber
    /// In the grammar, with more than `digitLimit` digits.
    case tooLong
  }

  /// How many digits a number may have, on both sides of the point together.
  public static let digitLimit = 40

  /// Reads all of `bytes` as one number.
  @inlinable
  public static func parse(_ bytes: some Collection<UInt8>) -> Reading {
    var scanner = DecimalScanner()
    for byte in bytes {
      guard scanner.accept(byte) else { return .notANumber }
    }
    guard scanner.isComplete else { return .notANumber }
    guard scanner.digitCount <= digitLimit else { return .tooLong }
    if let decimal = ScaledDecimal(scanner) { return .value(decimal.rational) }
    return wideValue(of: bytes, scanner)
  }

  /// The number in `bytes`, which `scanner` has read and found too wide for 64 bits.
  @usableFromInline
  static func wideValue(of bytes: some Collection<UInt8>, _ scanner: DecimalScanner) -> Reading {
    let digits = bytes.filter { decimalDigit($0) != nil }
    guard let mantissa = Magnitude(decimalDigits: digits),
      let value = Rational(
        numerator: BigInteger(mantissa, isNegative: scanner.isNegative),
        denominator: BigInteger(.powerOfTen(scanner.scale)))
    else { return .notANumber }
    return .value(value)
  }
}
