extension Magnitude {
  /// The whole quotient and what remains: `self == quotient * divisor + remainder`, `remainder < divisor`.
  ///
  /// A zero divisor is contained no times: the quotient is zero and everything remains.
  func quotientAndRemainder(dividingBy divisor: Magnitude) -> (quotient: Magnitude, remainder: Magnitude) {
    if self < divisor { return (.zero, self) }
    switch divisor.limbs.count {
    case 0: return (.zero, self)
    case 1:
      let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor.limbs[0])
      return (quotient, Magnitude(UInt128(remainder)))
    default: return longDivision(by: divisor)
    }
  }

  /// The whole quotient and what remains, for a divisor of one limb other than zero.
  func quotientAndRemainder(dividingBy divisor: UInt64) -> (quotient: Magnitude, remainder: UInt64) {
    guard divisor != 0 else { return (.zero, 0) }
    var quotient = limbs
    var remainder: UInt64 = 0
    for index in limbs.indices.reversed() {
      // The remainder is below the divisor, so the quotient of this step is one limb.
      (quotient[index], remainder) = divisor.dividingFullWidth((remainder, limbs[index]))
    }
    return (Magnitude(limbs: quotient), remainder)
  }

  /// Schoolbook long division, for a divisor of two limbs or more that is not above this number.
  ///
  /// Knuth, *The Art of Computer Programming* 2, 4.3.1, algorithm D: with the divisor shifted until its
  /// top bit is set, each limb of the quotient can be estimated from two limbs and is at most two too high.
  private func longDivision(by divisor: Magnitude) -> (quotient: Magnitude, remainder: Magnitude) {
    let shift = UInt64(divisor.limbs.last?.leadingZeroBitCount ?? 0)
    let digits = Array(divisor.limbsShifted(left: shift).dropLast())
    var rest = limbsShifted(left: shift)
    var quotient = [UInt64](repeating: 0, count: limbs.count - digits.count + 1)
    for position in quotient.indices.reversed() {
      let estimate = Self.estimatedDigit(of: rest, over: digits, at: position)
      let isTooHigh = Self.subtract(digits, times: estimate, from: &rest, at: position)
      if isTooHigh { Self.add(digits, to: &rest, at: position) }
      quotient[position] = isTooHigh ? estimate &- 1 : estimate
    }
    return (Magnitude(limbs: quotient), Magnitude(limbs: Self.limbs(rest, shiftedRight: shift)))
  }

  /// Step D3: one limb of the quotient, exact or one too high.
  private static func estimatedDigit(of rest: [UInt64], over digits: [UInt64], at position: Int) -> UInt64 {
    let top = position + digits.count
    let leading = UInt128(digits[digits.count - 1])
    let second = UInt128(digits[digits.count - 2])
    let third = UInt128(rest[top - 2])
    var (estimate, remainder) =
      (UInt128(rest[top]) << 64 | UInt128(rest[top - 1])).quotientAndRemainder(dividingBy: leading)
    while remainder.highLimb == 0,
      estimate.highLimb != 0 || estimate * second > (remainder << 64 | third)
    {
      estimate -= 1
      remainder += leading
    }
    return estimate.lowLimb
  }

  /// Step D4: takes `digits * factor` from `rest` at `position`; true when that was more than was there.
  private static func subtract(
    _ digits: [UInt64], times factor: UInt64, from rest: inout [UInt64], at position: Int
  ) -> Bool {
    // Invariant: `owed` is one limb. A product with the greatest upper limb has zero as its lower limb,
    // and taking zero borrows nothing.
    var owed: UInt128 = 0
    for (index, digit) in digits.enumerated() {
      let step = UInt128(factor) * UInt128(digit) + owed
      let (difference, borrowed) = rest[position + index].subtractingReportingOverflow(step.lowLimb)
      rest[position + index] = difference
      owed = (step >> 64) + (borrowed ? 1 : 0)
    }
    let (difference, borrowed) = rest[position + digits.count].subtractingReportingOverflow(owed.lowLimb)
    rest[position + digits.count] = difference
    return borrowed
  }

  /// Step D6: gives back `digits`, taken once too often.
  private static func add(_ digits: [UInt64], to rest: inout [UInt64], at position: Int) {
    var carry: UInt128 = 0
    for (index, digit) in digits.enumerated() {
      let step = UInt128(rest[position + index]) + UInt128(digit) + carry
      rest[position + index] = step.lowLimb
      carry = step >> 64
    }
    rest[position + digits.count] &+= carry.lowLimb
  }

  /// The limbs times 2^`shift` (0…63), with one limb more than the number has.
  private func limbsShifted(left shift: UInt64) -> [UInt64] {
    var shifted: [UInt64] = []
    shifted.reserveCapacity(limbs.count + 1)
    var carry: UInt64 = 0
    for limb in limbs {
      let wide = UInt128(limb) << UInt128(shift)
      shifted.append(wide.lowLimb | carry)
      carry = wide.highLimb
    }
    shifted.append(carry)
    return shifted
  }

  /// `limbs` divided by 2^`shift` (0…63).
  private static func limbs(_ limbs: [UInt64], shiftedRight shift: UInt64) -> [UInt64] {
    var shifted = limbs
    var above: UInt64 = 0
    for index in limbs.indices.reversed() {
      shifted[index] = ((UInt128(above) << 64 | UInt128(limbs[index])) >> UInt128(shift)).lowLimb
      above = limbs[index]
    }
    return shifted
  }
}
