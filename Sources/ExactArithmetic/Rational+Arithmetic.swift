extension Rational: Comparable {
  /// Whether `left` is below `right`.
  @inlinable
  public static func < (left: Rational, right: Rational) -> Bool {
    guard case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage else {
      return isBelowInBigIntegers(left, right)
    }
    return b == d ? a < c : Int128(a) * Int128(d) < Int128(c) * Int128(b)
  }

  @usableFromInline
  static func isBelowInBigIntegers(_ left: Rational, _ right: Rational) -> Bool {
    let ((a, b), (c, d)) = (left.terms, right.terms)
    return a * d < c * b
  }
}

extension Rational {
  /// The sum.
  @inlinable
  public static func + (left: Rational, right: Rational) -> Rational {
    guard case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage else {
      return sumInBigIntegers(left, right)
    }
    if b == 1, d == 1 { return Rational(reduced: Int128(a) + Int128(c), over: 1) }
    return sum(a, over: b, c, over: d)
  }

  /// `a`/`b` + `c`/`d`, both reduced.
  ///
  /// Knuth, *The Art of Computer Programming* 2, 4.5.1: of the new denominator only the part that both
  /// denominators share can have a factor in common with the new numerator.
  /// The numerator is below 2 · 2⁶³ · 2⁶³, so it fits in 128 bits.
  @usableFromInline
  static func sum(_ a: Int64, over b: Int64, _ c: Int64, over d: Int64) -> Rational {
    let shared = b == d ? b : greatestCommonDivisor(b, positive: d)
    let total = Int128(a) * Int128(d / shared) + Int128(c) * Int128(b / shared)
    if shared == 1 { return Rational(reduced: total, over: Int128(b) * Int128(d)) }
    let rest = Int64(exactly: total).map { $0 % shared } ?? Int64(truncatingIfNeeded: total % Int128(shared))
    let common = greatestCommonDivisor(rest, positive: shared)
    let numerator = Int64(exactly: total).map { Int128($0 / common) } ?? total / Int128(common)
    return Rational(reduced: numerator, over: Int128(b / shared) * Int128(d / common))
  }

  @usableFromInline
  static func sumInBigIntegers(_ left: Rational, _ right: Rational) -> Rational {
    let ((a, b), (c, d)) = (left.terms, right.terms)
    let shared = b.greatestCommonDivisor(with: d)
    let total = a * d.quotient(by: shared) + c * b.quotient(by: shared)
    let common = total.greatestCommonDivisor(with: shared)
    return Rational(
      reduced: total.quotient(by: common),
      over: b.quotient(by: shared) * d.quotient(by: common))
  }

  /// The difference.
  @inlinable
  public static func - (left: Rational, right: Rational) -> Rational { left + -right }

  /// The number with the other sign.
  @inlinable
  public static prefix func - (number: Rational) -> Rational {
    switch number.storage {
    case .small(let numerator, let denominator):
      Rational(reduced: -Int128(numerator), over: Int128(denominator))
    case .big(let numerator, let denominator):
      // −(2⁶³) fits in 64 bits, 2⁶³ does not, so even a change of sign may change the form.
      Rational(reduced: -numerator, over: denominator)
    }
  }

  /// The product.
  @inlinable
  public static func * (left: Rational, right: Rational) -> Rational {
    guard case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage else {
      return productInBigIntegers(left, right)
    }
    if b == 1, d == 1 { return Rational(reduced: Int128(a) * Int128(c), over: 1) }
    return product(a, over: b, c, over: d)
  }

  /// `a`/`b` × `c`/`d`, both reduced: what can be cancelled stands across.
  @usableFromInline
  static func product(_ a: Int64, over b: Int64, _ c: Int64, over d: Int64) -> Rational {
    let falling = greatestCommonDivisor(a, positive: d)
    let rising = greatestCommonDivisor(c, positive: b)
    return Rational(
      reduced: Int128(a / falling) * Int128(c / rising),
      over: Int128(b / rising) * Int128(d / falling))
  }

  @usableFromInline
  static func productInBigIntegers(_ left: Rational, _ right: Rational) -> Rational {
    let ((a, b), (c, d)) = (left.terms, right.terms)
    let falling = a.greatestCommonDivisor(with: d)
    let rising = c.greatestCommonDivisor(with: b)
    return Rational(
      reduced: a.quotient(by: falling) * c.quotient(by: rising),
      over: b.quotient(by: rising) * d.quotient(by: falling))
  }

  /// Adds `right`.
  @inlinable
  public static func += (left: inout Rational, right: Rational) { left = left + right }

  /// Subtracts `right`.
  @inlinable
  public static func -= (left: inout Rational, right: Rational) { left = left - right }

  /// Multiplies by `right`.
  @inlinable
  public static func *= (left: inout Rational, right: Rational) { left = left * right }
}

extension Rational {
  /// The number without its sign.
  @inlinable public var magnitude: Rational { signum < 0 ? -self : self }

  /// One divided by the number; nil for zero.
  public var reciprocal: Rational? {
    switch storage {
    case .small(0, _):
      nil
    case .small(let numerator, let denominator):
      Rational(
        reduced: Int128(numerator.signum()) * Int128(denominator), over: Int128(numerator.magnitude))
    case .big(let numerator, let denominator):
      Rational(reduced: numerator.isNegative ? -denominator : denominator, over: numerator.magnitude)
    }
  }

  /// The quotient; nil for a zero divisor.
  public func divided(by divisor: Rational) -> Rational? {
    divisor.reciprocal.map { self * $0 }
  }

  /// The sum of all numbers; zero for none.
  public static func sum(_ numbers: [Rational]) -> Rational {
    numbers.reduce(.zero, +)
  }

  /// The arithmetic mean; nil for no numbers.
  public static func mean(_ numbers: [Rational]) -> Rational? {
    sum(numbers).divided(by: Rational(numbers.count))
  }
}
