@testable import ExactArithmetic

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every run and machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Where the forms of a number change: zero, one, 2³², 2⁶³, 2⁶⁴, 2¹²⁷.
private let borders: [Int128] = [
  0, 1, 1 << 32, Int128(Int64.max), 1 << 63, 1 << 64, 1 << 126, Int128.max,
]

extension SeededGenerator {
  /// A whole number: near a border, of random width, or an everyday one.
  mutating func wholeNumber() -> Int128 {
    let size =
      switch UInt64.random(in: 0..<3, using: &self) {
      case 0: (borders.randomElement(using: &self) ?? 0) &+ Int128.random(in: -3...3, using: &self)
      case 1: Int128.random(in: 0...Int128.max, using: &self) >> Int128.random(in: 0..<127, using: &self)
      default: Int128.random(in: 0...2_000, using: &self)
      }
    return Bool.random(using: &self) ? size : 0 &- size
  }

  /// A fraction of two such numbers; a quarter of them whole.
  mutating func rational() -> Rational {
    let denominator = UInt64.random(in: 0..<4, using: &self) == 0 ? 1 : wholeNumber()
    return Rational(numerator: wholeNumber(), denominator: denominator) ?? 1
  }

  /// A number of up to six limbs, each of them ordinary, 0, 2⁶³ or 2⁶⁴−1.
  mutating func magnitude() -> Magnitude {
    let count = Int.random(in: 0...6, using: &self)
    var limbs: [UInt64] = []
    for _ in 0..<count {
      let limb = next()
      limbs.append([limb, limb, 0, 1 << 63, .max][Int(limb % 5)])
    }
    return Magnitude(limbs: limbs)
  }
}

extension Rational {
  /// Whether the number keeps the invariant of its form: reduced, denominator above zero, small if it fits.
  var isCanonical: Bool {
    let (numerator, denominator) = terms
    let isReduced =
      denominator.signum == 1 && numerator.greatestCommonDivisor(with: denominator) == BigInteger(1)
    let fits =
      numeratorInt128.flatMap { Int64(exactly: $0) } != nil
      && denominatorInt128.flatMap { Int64(exactly: $0) } != nil
    return switch storage {
    case .small: isReduced && fits
    case .big: isReduced && !fits
    }
  }

  /// The number a description (`657/10`, `-3`) stands for.
  init?(describedBy text: some StringProtocol) {
    let parts = text.split(separator: "/").map { BigInteger(describedBy: $0) }
    guard let first = parts.first, let numerator = first, parts.count <= 2,
      let denominator = parts.count == 2 ? parts[1] : BigInteger(1)
    else { return nil }
    self.init(numerator: numerator, denominator: denominator)
  }
}

extension BigInteger {
  /// The number these digits, with or without `-`, stand for.
  init?(describedBy text: some StringProtocol) {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard let number = BigInteger(decimalDigits: Array(digits.utf8)) else { return nil }
    self = text.hasPrefix("-") ? -number : number
  }
}
