/// Tells which numbers occur more than once, in a table of places twice as many as the numbers.
///
/// A set of Swift costs some hundred instructions a number; this one ten.
struct RepeatedNumbers {
  /// The numbers, each plus 1, at the first free place from where its hash points; 0 is a free place.
  private var places: [UInt64]
  private var isRepeated: [Bool]
  private let shift: Int

  /// Room for `capacity` numbers below `UInt64.max`.
  init(capacity: Int) {
    let bits = max(4, Int.bitWidth - capacity.leadingZeroBitCount + 1)
    places = Array(repeating: 0, count: 1 << bits)
    isRepeated = Array(repeating: false, count: 1 << bits)
    shift = UInt64.bitWidth - bits
  }

  /// Takes up one of the numbers.
  mutating func insert(_ number: UInt64) {
    let place = place(of: number)
    if places[place] == 0 { places[place] = number &+ 1 } else { isRepeated[place] = true }
  }

  /// Whether `number` has been taken up more than once.
  func isRepeated(_ number: UInt64) -> Bool { isRepeated[place(of: number)] }

  /// Where `number` stands or would stand. The hash is Fibonacci's (Knuth, The Art of Computer Programming, 6.4).
  private func place(of number: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: (number &* 0x9E37_79B9_7F4A_7C15) >> UInt64(shift))
    while places[place] != 0, places[place] != number &+ 1 { place = (place + 1) & (places.count - 1) }
    return place
  }
}
