/// A decimal number as it is written in data: `mantissa` / 10^`scale`.
///
/// The compact form of a column of numbers. 1.5 and 1.50 are different values of this type, equal as
/// `rational`.
public struct ScaledDecimal: Sendable, Hashable {
  /// The digits without the point, with the sign.
  public let mantissa: Int64
  /// How many digits stand behind the point, 0…18.
  public let scale: UInt8

  /// The greatest `scale`.
  public static let greatestScale: UInt8 = 18

  /// The number `mantissa` / 10^`scale`; nil for a scale above 18.
  public init?(mantissa: Int64, scale: UInt8) {
    guard scale <= Self.greatestScale else { return nil }
    self.mantissa = mantissa
    self.scale = scale
  }

  /// The number these bytes write in the grammar of `DecimalText`.
  ///
  /// Nil when they do not, or when the number does not fit here (more than 18 digits behind the point, a
  /// mantissa beyond 64 bits); `DecimalText.parse` then tells which and gives the number all the same.
  @inlinable
  public init?(ascii bytes: Span<UInt8>) {
    var scanner = DecimalScanner()
    for index in bytes.indices {
      guard scanner.accept(bytes[index]) else { return nil }
    }
    self.init(scanner)
  }

  /// The number these bytes write in the grammar of `DecimalText`; nil as for a span.
  @inlinable
  public init?(ascii bytes: ArraySlice<UInt8>) {
    self.init(ascii: bytes.span)
  }

  /// What `scanner` has read; nil when that is not a number or does not fit.
  @usableFromInline
  init?(_ scanner: DecimalScanner) {
    guard scanner.isComplete, !scanner.isWide, scanner.digitCount <= DecimalText.digitLimit else {
      return nil
    }
    let signed = scanner.isNegative ? -Int128(scanner.mantissa) : Int128(scanner.mantissa)
    guard let mantissa = Int64(exactly: signed) else { return nil }
    self.init(mantissa: mantissa, scale: UInt8(scanner.scale))
  }

  /// The exact number.
  public var rational: Rational {
    Rational(reducing: mantissa, over: powersOfTen[Int(scale)])
  }
}

extension ScaledDecimal {
  /// The same number as a decimal; nil where it does not end or does not fit.
  public init?(exactly value: Rational) {
    for scale in 0...Self.greatestScale {
      let scaled = value * (0..<scale).reduce(Rational.one) { power, _ in power * 10 }
      guard scaled.isInteger else { continue }
      guard let whole = scaled.numeratorInt128, let mantissa = Int64(exactly: whole) else { return nil }
      self.init(mantissa: mantissa, scale: scale)
      return
    }
    return nil
  }
}
