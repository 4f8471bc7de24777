/// The greatest number that divides both `first` and `second`; the other number where one is zero.
///
/// Stein's binary algorithm: shifts and subtractions only, no division.
@inlinable
func greatestCommonDivisor<Word: FixedWidthInteger & UnsignedInteger>(_ first: Word, _ second: Word) -> Word {
  if first == 0 { return second }
  if second == 0 { return first }
  let sharedTwos = (first | second).trailingZeroBitCount
  var smaller = first &>> Word(truncatingIfNeeded: first.trailingZeroBitCount)
  var larger = second
  while larger != 0 {
    larger &>>= Word(truncatingIfNeeded: larger.trailingZeroBitCount)
    if smaller > larger { swap(&smaller, &larger) }
    larger &-= smaller
  }
  return smaller &<< Word(truncatingIfNeeded: sharedTwos)
}

/// The greatest number that divides both `number` and the positive `divisor`; never above `divisor`.
@inlinable
func greatestCommonDivisor(_ number: Int64, positive divisor: Int64) -> Int64 {
  if divisor == 1 { return 1 }
  return Int64(truncatingIfNeeded: greatestCommonDivisor(number.magnitude, divisor.magnitude))
}

/// 10⁰ … 10¹⁸: the powers of ten that an `Int64` holds, by their exponent.
let powersOfTen: [Int64] = [
  1,
  10,
  100,
  1_000,
  10_000,
  100_000,
  1_000_000,
  10_000_000,
  100_000_000,
  1_000_000_000,
  10_000_000_000,
  100_000_000_000,
  1_000_000_000_000,
  10_000_000_000_000,
  100_000_000_000_000,
  1_000_000_000_000_000,
  10_000_000_000_000_000,
  100_000_000_000_000_000,
  1_000_000_000_000_000_000,
]
