extension Magnitude {
  /// How many decimal digits are read or written at once: as many as one limb surely holds.
  private static let digitsPerStep = 19
  /// 10¹⁹.
  private static let stepBase: UInt64 = 10_000_000_000_000_000_000

  /// The number written with these ASCII digits; nil for no digits or any other byte.
  init?(decimalDigits: some Collection<UInt8>) {
    guard !decimalDigits.isEmpty else { return nil }
    var number = Magnitude.zero
    var step: (value: UInt64, base: UInt64) = (0, 1)
    for byte in decimalDigits {
      guard let digit = decimalDigit(byte) else { return nil }
      step = (step.value * 10 + digit, step.base * 10)
      if step.base == Self.stepBase {
        number = number.multiplied(by: step.base, adding: step.value)
        step = (0, 1)
      }
    }
    self = number.multiplied(by: step.base, adding: step.value)
  }

  /// The number in decimal digits without leading zeros.
  var decimalText: String {
    var steps: [String] = []
    var rest = self
    while !rest.isZero {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: Self.stepBase)
      let digits = String(remainder)
      let padding = quotient.isZero ? 0 : Self.digitsPerStep - digits.utf8.count
      steps.append(String(repeating: "0", count: padding) + digits)
      rest = quotient
    }
    return steps.isEmpty ? "0" : steps.reversed().joined()
  }

  /// Ten to the power `exponent`; one for a negative exponent.
  static func powerOfTen(_ exponent: Int) -> Magnitude {
    var power = Magnitude(1)
    for _ in 0..<max(0, exponent) { power = power.multiplied(by: 10, adding: 0) }
    return power
  }
}

/// The value of an ASCII digit; nil for any other byte.
@inlinable
func decimalDigit(_ byte: UInt8) -> UInt64? {
  let value = byte &- UInt8(ascii: "0")
  return value <= 9 ? UInt64(value) : nil
}
