/// An exact fraction of whole numbers, of any size.
///
/// Always reduced and with a denominator above zero, so equal numbers have one form and `==` and the hash
/// are those of the number. As long as numerator and denominator fit in 64 bits, arithmetic is machine
/// arithmetic with 128-bit intermediates; beyond that it goes on with `BigInteger` and comes back as soon
/// as a result fits. Nothing overflows, nothing is rounded unless asked for, and nothing traps.
public struct Rational: Sendable, Hashable {
  /// The two forms of a number.
  // Invariant: both are reduced with a denominator above zero, and `big` holds only what `small` cannot.
  @usableFromInline
  enum Storage: Sendable, Hashable {
    case small(numerator: Int64, denominator: Int64)
    indirect case big(numerator: BigInteger, denominator: BigInteger)
  }

  @usableFromInline let storage: Storage

  /// The number in a form that already keeps the invariant.
  @inlinable
  init(_ storage: Storage) {
    self.storage = storage
  }

  /// Zero.
  @inlinable public static var zero: Rational { Rational(0 as Int) }

  /// One.
  @inlinable public static var one: Rational { Rational(1 as Int) }

  /// A whole number.
  @inlinable
  public init(_ value: Int) {
    self.init(.small(numerator: Int64(value), denominator: 1))
  }

  /// A whole number.
  @inlinable
  public init(_ value: Int128) {
    self.init(reduced: value, over: 1)
  }

  /// A whole number.
  public init(_ value: BigInteger) {
    self.init(reduced: value, over: BigInteger(1))
  }

  /// The fraction, reduced; nil for a zero denominator.
  public init?(numerator: Int128, denominator: Int128) {
    if let numerator = Int64(exactly: numerator), let denominator = Int64(exactly: denominator),
      denominator > 0
    {
      self.init(reducing: numerator, over: denominator)
    } else {
      self.init(numerator: BigInteger(numerator), denominator: BigInteger(denominator))
    }
  }

  /// The fraction, reduced; nil for a zero denominator.
  public init?(numerator: BigInteger, denominator: BigInteger) {
    guard !denominator.isZero else { return nil }
    let common = numerator.greatestCommonDivisor(with: denominator)
    let (reduced, over) = (numerator.quotient(by: common), denominator.quotient(by: common))
    self.init(reduced: over.isNegative ? -reduced : reduced, over: over.magnitude)
  }

  /// The fraction, which must have a denominator above zero, reduced.
  init(reducing numerator: Int64, over denominator: Int64) {
    let common = greatestCommonDivisor(numerator, positive: denominator)
    self.init(.small(numerator: numerator / common, denominator: denominator / common))
  }

  /// The fraction, which must be reduced with a denominator above zero, in the form it fits.
  @inlinable
  init(reduced numerator: Int128, over denominator: Int128) {
    if let numerator = Int64(exactly: numerator), let denominator = Int64(exactly: denominator) {
      self.init(.small(numerator: numerator, denominator: denominator))
    } else {
      self.init(.big(numerator: BigInteger(numerator), denominator: BigInteger(denominator)))
    }
  }

  /// The fraction, which must be reduced with a denominator above zero, in the form it fits.
  @usableFromInline
  init(reduced numerator: BigInteger, over denominator: BigInteger) {
    if let numerator = numerator.int128, let denominator = denominator.int128 {
      self.init(reduced: numerator, over: denominator)
    } else {
      self.init(.big(numerator: numerator, denominator: denominator))
    }
  }
}

extension Rational: ExpressibleByIntegerLiteral {
  /// A whole number.
  @inlinable
  public init(integerLiteral value: Int) {
    self.init(value)
  }
}

extension Rational {
  /// Numerator and denominator as big integers, for the arithmetic behind the fast path.
  var terms: (numerator: BigInteger, denominator: BigInteger) {
    switch storage {
    case .small(let numerator, let denominator):
      (BigInteger(Int128(numerator)), BigInteger(Int128(denominator)))
    case .big(let numerator, let denominator):
      (numerator, denominator)
    }
  }

  /// The numerator of the reduced fraction; it carries the sign.
  public var numerator: Rational {
    switch storage {
    case .small(let numerator, _): Rational(.small(numerator: numerator, denominator: 1))
    case .big(let numerator, _): Rational(numerator)
    }
  }

  /// The denominator of the reduced fraction, above zero.
  public var denominator: Rational {
    switch storage {
    case .small(_, let denominator): Rational(.small(numerator: denominator, denominator: 1))
    case .big(_, let denominator): Rational(denominator)
    }
  }

  /// The numerator of the reduced fraction, or nil when it is outside the range of `Int128`.
  public var numeratorInt128: Int128? {
    switch storage {
    case .small(let numerator, _): Int128(numerator)
    case .big(let numerator, _): numerator.int128
    }
  }

  /// The denominator of the reduced fraction, above zero, or nil when it exceeds `Int128.max`.
  public var denominatorInt128: Int128? {
    switch storage {
    case .small(_, let denominator): Int128(denominator)
    case .big(_, let denominator): denominator.int128
    }
  }

  /// −1, 0 or 1, as the number is below, at or above zero.
  @inlinable public var signum: Int {
    switch storage {
    case .small(let numerator, _): Int(numerator.signum())
    case .big(let numerator, _): numerator.signum
    }
  }

  /// Whether the number is zero.
  @inlinable public var isZero: Bool { signum == 0 }

  /// Whether the number is whole.
  public var isInteger: Bool { denominatorInt128 == 1 }
}
