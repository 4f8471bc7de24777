/// A natural number of any size, in limbs of 64 bits.
///
/// `BigInteger` adds the sign. Nothing here traps: where an operation has a precondition,
/// breaking it gives a wrong number and no more.
struct Magnitude: Sendable, Hashable {
  /// The limbs, the least significant first.
  // Invariant: the last limb is not zero, so zero has no limb and equal numbers have equal limbs.
  let limbs: [UInt64]

  /// Zero.
  static let zero = Magnitude(limbs: [])

  /// The number with these limbs; zeros at the significant end are dropped.
  init(limbs: [UInt64]) {
    let significant = limbs.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
    self.limbs = significant == limbs.count ? limbs : Array(limbs.prefix(significant))
  }

  /// A number of at most two limbs.
  init(_ value: UInt128) {
    self.init(limbs: [value.lowLimb, value.highLimb])
  }

  /// Whether the number is zero.
  var isZero: Bool { limbs.isEmpty }

  /// The number, or nil when it has more than two limbs.
  var uint128: UInt128? {
    guard limbs.count <= 2 else { return nil }
    return limbs.reversed().reduce(0) { $0 << 64 | UInt128($1) }
  }
}

extension UInt128 {
  /// The lower 64 bits.
  var lowLimb: UInt64 { UInt64(truncatingIfNeeded: self) }
  /// The upper 64 bits.
  var highLimb: UInt64 { UInt64(truncatingIfNeeded: self >> 64) }
}

extension Magnitude: Comparable {
  static func < (left: Magnitude, right: Magnitude) -> Bool {
    if left.limbs.count != right.limbs.count { return left.limbs.count < right.limbs.count }
    return left.limbs.reversed().lexicographicallyPrecedes(right.limbs.reversed())
  }
}

extension Magnitude {
  static func + (left: Magnitude, right: Magnitude) -> Magnitude {
    let leftIsLonger = left.limbs.count >= right.limbs.count
    var total = leftIsLonger ? left.limbs : right.limbs
    let addends = leftIsLonger ? right.limbs : left.limbs
    var carry: UInt128 = 0
    for index in total.indices {
      let addend = index < addends.count ? addends[index] : 0
      let limb = UInt128(total[index]) + UInt128(addend) + carry
      total[index] = limb.lowLimb
      carry = limb >> 64
    }
    return Magnitude(limbs: total + [carry.lowLimb])
  }

  /// The number less `smaller`, which must not exceed it.
  func subtracting(_ smaller: Magnitude) -> Magnitude {
    var rest = limbs
    var borrow: UInt128 = 0
    for index in rest.indices {
      let owed = borrow + UInt128(index < smaller.limbs.count ? smaller.limbs[index] : 0)
      borrow = owed > UInt128(rest[index]) ? 1 : 0
      rest[index] = rest[index] &- owed.lowLimb
    }
    return Magnitude(limbs: rest)
  }

  static func * (left: Magnitude, right: Magnitude) -> Magnitude {
    var product = [UInt64](repeating: 0, count: left.limbs.count + right.limbs.count)
    for (offset, factor) in left.limbs.enumerated() {
      var carry: UInt128 = 0
      for (index, limb) in right.limbs.enumerated() {
        // At most (2⁶⁴−1)² + 2(2⁶⁴−1) = 2¹²⁸−1.
        let step = UInt128(factor) * UInt128(limb) + UInt128(product[offset + index]) + carry
        product[offset + index] = step.lowLimb
        carry = step >> 64
      }
      product[offset + right.limbs.count] = carry.lowLimb
    }
    return Magnitude(limbs: product)
  }

  /// The number times `factor`, plus `addend`.
  func multiplied(by factor: UInt64, adding addend: UInt64) -> Magnitude {
    var product = limbs
    var carry = UInt128(addend)
    for index in product.indices {
      let step = UInt128(product[index]) * UInt128(factor) + carry
      product[index] = step.lowLimb
      carry = step >> 64
    }
    return Magnitude(limbs: product + [carry.lowLimb])
  }

  /// The greatest number that divides this one and `other`; the other number where one is zero.
  func greatestCommonDivisor(with other: Magnitude) -> Magnitude {
    var (larger, smaller) = (self, other)
    while !smaller.isZero {
      if let first = larger.uint128, let second = smaller.uint128 {
        return Magnitude(ExactArithmetic.greatestCommonDivisor(first, second))
      }
      (larger, smaller) = (smaller, larger.quotientAndRemainder(dividingBy: smaller).remainder)
    }
    return larger
  }
}
