import RulebookText

/// A name of at most 32 bytes as four words, zeros behind it; no name holds a zero.
struct NameKey: Hashable, Sendable {
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// The longest name that fits.
  static let longest = 32

  /// The bytes in `range`; nil where there are more than fit, or fewer than 32 to load from its start on.
  @inline(__always)
  init?(_ bytes: Swift.Span<UInt8>, _ range: Range<Int>) {
    let length = range.count
    guard length <= Self.longest, range.lowerBound + Self.longest <= bytes.count else { return nil }
    let words = unsafe bytes.bytes.unsafeLoadUnaligned(
      fromByteOffset: range.lowerBound, as: SIMD4<UInt64>.self)
    self.words = (
      words[0] & Self.mask(length), words[1] & Self.mask(length - 8), words[2] & Self.mask(length - 16),
      words[3] & Self.mask(length - 24)
    )
  }

  /// The bytes of `name`; nil where there are too many.
  init?(_ name: [UInt8]) {
    let padded = name + Array(repeating: 0, count: Self.longest)
    self.init(padded.span, 0..<name.count)
  }

  /// All bits of the first `count` bytes, 0…8 of them.
  @inline(__always)
  private static func mask(_ count: Int) -> UInt64 {
    UInt64.max >> UInt64(64 - 8 * max(0, min(8, count)))
  }

  /// Mixes the words through products, as multiplicative hashing does.
  @inline(__always)
  var hash: UInt64 {
    let mixed =
      words.0 &* 0x9E37_79B9_7F4A_7C15 &+ words.1 &* 0xC2B2_AE3D_27D4_EB4F &+ words.2 &* 0x1656_67B1_9E37_79F9
      &+ words.3 &* 0x27D4_EB2F_1656_67C5
    return (mixed ^ mixed >> 32) &* 0xD6E8_FEB8_6659_FD93
  }

  @inline(__always)
  static func == (left: NameKey, right: NameKey) -> Bool {
    (left.words.0 ^ right.words.0) | (left.words.1 ^ right.words.1) | (left.words.2 ^ right.words.2)
      | (left.words.3 ^ right.words.3) == 0
  }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

/// Numbers of short names that stand in cells exactly as they are entered: open addressing, a name beside its number.
struct NameSlots: Sendable {
  private struct Slot {
    var key: NameKey
    /// -1 where nothing is entered.
    var value: Int32
  }

  private var slots: [Slot]
  /// How far a hash is shifted to give the number of a slot.
  private let shift: UInt64

  /// Slots for `names`, each with its number; names that are too long or that a cell could not hold as they are stay out.
  init(_ names: [(name: [UInt8], value: Int32)]) {
    let bits = max(4, Int.bitWidth - (names.count * 2).leadingZeroBitCount)
    shift = UInt64(64 - bits)
    slots = NameKey([]).map { Array(repeating: Slot(key: $0, value: -1), count: 1 << bits) } ?? []
    for (name, value) in names where Self.isPlain(name) {
      if let key = NameKey(name) { insert(key, value) }
    }
  }

  /// Whether a cell can hold the name without quotes, and nothing is to be said of it.
  private static func isPlain(_ name: [UInt8]) -> Bool {
    let isStructural: (UInt8) -> Bool = { [0x00, 0x09, 0x0A, 0x0D, 0x22, 0x2C, 0x3B].contains($0) }
    let marks = name.indices.filter { name[$0...].starts(with: [0xEF, 0xBB, 0xBF]) }
    return !name.isEmpty && !name.contains(where: isStructural) && marks.isEmpty
  }

  /// The number of a name; negative where it is not entered.
  @inline(__always)
  func value(of key: NameKey) -> Int32 {
    var place = Int(truncatingIfNeeded: key.hash >> shift)
    while slots[place].value >= 0, slots[place].key != key { place = (place + 1) & (slots.count - 1) }
    return slots[place].value
  }

  private mutating func insert(_ key: NameKey, _ value: Int32) {
    var place = Int(truncatingIfNeeded: key.hash >> shift)
    while slots[place].value >= 0 {
      if slots[place].key == key { return }
      place = (place + 1) & (slots.count - 1)
    }
    slots[place] = Slot(key: key, value: value)
  }
}
