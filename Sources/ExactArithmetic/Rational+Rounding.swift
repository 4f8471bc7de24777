extension Rational {
  /// The greatest whole number not above this one: −2 for −3/2.
  public var floor: Rational {
    switch storage {
    case .small(let numerator, let denominator):
      let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
      return Rational(Int128(quotient) - (remainder < 0 ? 1 : 0))
    case .big(let numerator, let denominator):
      let (quotient, remainder) = numerator.size.quotientAndRemainder(dividingBy: denominator.size)
      let whole = Rational(BigInteger(quotient, isNegative: numerator.isNegative))
      return numerator.isNegative && !remainder.isZero ? whole - .one : whole
    }
  }

  /// The least whole number not below this one: −1 for −3/2.
  public var ceiling: Rational { -(-self).floor }

  /// The number rounded to `places` digits behind the point, a half away from zero (四舍五入):
  /// 2.345 and −2.345 become 2.35 and −2.35.
  ///
  /// `places` is 0…18; below or above that the nearer end counts.
  public func rounded(places: Int) -> Rational {
    let units = roundedUnits(places: places)
    return Rational.powerOfTen(Rational.placesWithin(places)).reciprocal.map { units * $0 } ?? units
  }

  /// The whole number of units of 10^−`places` nearest to this number, a half away from zero.
  func roundedUnits(places: Int) -> Rational {
    let units = (magnitude * Rational.powerOfTen(Rational.placesWithin(places)) + Rational.half).floor
    return signum < 0 ? -units : units
  }

  /// `places` within 0…18, the range in which rounding works.
  static func placesWithin(_ places: Int) -> Int { min(max(0, places), powersOfTen.count - 1) }

  /// Ten to the power `exponent`, which must be within 0…18.
  private static func powerOfTen(_ exponent: Int) -> Rational {
    Rational(.small(numerator: powersOfTen[exponent], denominator: 1))
  }

  private static var half: Rational { Rational(.small(numerator: 1, denominator: 2)) }
}
