/// A whole number of any size.
///
/// Equal numbers have one form, so `==` and the hash are those of the number.
public struct BigInteger: Sendable, Hashable {
  /// The number without its sign.
  let size: Magnitude
  /// Whether the number is below zero.
  public let isNegative: Bool

  /// The number of this size; zero is never negative.
  init(_ size: Magnitude, isNegative: Bool = false) {
    self.size = size
    self.isNegative = isNegative && !size.isZero
  }

  /// The same number.
  public init(_ value: Int128) {
    self.init(Magnitude(value.magnitude), isNegative: value < 0)
  }

  /// The number not below zero that these ASCII digits write, leading zeros allowed.
  ///
  /// Nil for no digits or any other byte. The time grows with the square of the digits.
  public init?(decimalDigits: some Collection<UInt8>) {
    guard let size = Magnitude(decimalDigits: decimalDigits) else { return nil }
    self.init(size)
  }

  /// Whether the number is zero.
  public var isZero: Bool { size.isZero }

  /// −1, 0 or 1, as the number is below, at or above zero.
  public var signum: Int { isZero ? 0 : isNegative ? -1 : 1 }

  /// The number without its sign.
  public var magnitude: BigInteger { BigInteger(size) }

  /// The same number, or nil when it is outside the range of `Int128`.
  public var int128: Int128? {
    guard let bits = size.uint128 else { return nil }
    if isNegative, bits == Int128.min.magnitude { return .min }
    return Int128(exactly: bits).map { isNegative ? -$0 : $0 }
  }
}

extension BigInteger: Comparable {
  /// Whether `left` is below `right`.
  public static func < (left: BigInteger, right: BigInteger) -> Bool {
    switch (left.isNegative, right.isNegative) {
    case (true, false): true
    case (false, true): false
    case (false, false): left.size < right.size
    case (true, true): right.size < left.size
    }
  }
}

extension BigInteger: CustomStringConvertible {
  /// The number in decimal digits, behind `-` where it is below zero.
  public var description: String { (isNegative ? "-" : "") + size.decimalText }
}

extension BigInteger {
  /// The number with the other sign.
  public static prefix func - (number: BigInteger) -> BigInteger {
    BigInteger(number.size, isNegative: !number.isNegative)
  }

  /// The sum.
  public static func + (left: BigInteger, right: BigInteger) -> BigInteger {
    if left.isNegative == right.isNegative {
      return BigInteger(left.size + right.size, isNegative: left.isNegative)
    }
    if left.size < right.size {
      return BigInteger(right.size.subtracting(left.size), isNegative: right.isNegative)
    }
    return BigInteger(left.size.subtracting(right.size), isNegative: left.isNegative)
  }

  /// The difference.
  public static func - (left: BigInteger, right: BigInteger) -> BigInteger { left + -right }

  /// The product.
  public static func * (left: BigInteger, right: BigInteger) -> BigInteger {
    BigInteger(left.size * right.size, isNegative: left.isNegative != right.isNegative)
  }

  /// The quotient cut towards zero, and the remainder, which has the sign of this number.
  ///
  /// Nil for a zero divisor.
  public func quotientAndRemainder(
    dividingBy divisor: BigInteger
  ) -> (quotient: BigInteger, remainder: BigInteger)? {
    guard !divisor.isZero else { return nil }
    let (quotient, remainder) = size.quotientAndRemainder(dividingBy: divisor.size)
    return (
      BigInteger(quotient, isNegative: isNegative != divisor.isNegative),
      BigInteger(remainder, isNegative: isNegative)
    )
  }

  /// The quotient cut towards zero; zero for a zero divisor.
  func quotient(by divisor: BigInteger) -> BigInteger {
    BigInteger(
      size.quotientAndRemainder(dividingBy: divisor.size).quotient,
      isNegative: isNegative != divisor.isNegative)
  }

  /// The greatest number that divides this one and `other`, never below zero; zero only when both are.
  public func greatestCommonDivisor(with other: BigInteger) -> BigInteger {
    BigInteger(size.greatestCommonDivisor(with: other.size))
  }
}
