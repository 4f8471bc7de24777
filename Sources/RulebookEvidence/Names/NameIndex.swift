/// Finds names given as bytes of a file without making a string of them.
///
/// A hash table with open addressing over one array of bytes; what is stored for a name is a number.
/// It only answers for names it is asked for and is never walked, so its order shows nowhere.
struct NameIndex: Sendable {
  private struct Entry: Sendable {
    var start: Int
    var end: Int
    var hash: UInt64
    var value: Int32
  }

  private var storage: [UInt8] = []
  private var entries: [Entry] = []
  /// Index of an entry, or -1; a power of two of them, at most half of them taken.
  private var slots = [Int32](repeating: -1, count: 16)

  /// An index of no names.
  init() {}

  /// How many names it holds.
  var count: Int { entries.count }

  /// What is stored for the name in `range` of `bytes`; nil where nothing is.
  func value(of bytes: [UInt8], _ range: Range<Int>) -> Int32? {
    let hash = Self.hash(of: bytes, range)
    let slot = slots[place(of: bytes, range, hash: hash)]
    return slot < 0 ? nil : entries[Int(slot)].value
  }

  /// What is stored for `name`; nil where nothing is.
  func value(of name: [UInt8]) -> Int32? { value(of: name, 0..<name.count) }

  /// Stores `value` for the name in `range` of `bytes` unless something is stored; gives what is stored then.
  mutating func insert(_ bytes: [UInt8], _ range: Range<Int>, value: Int32) -> Int32 {
    let hash = Self.hash(of: bytes, range)
    let place = place(of: bytes, range, hash: hash)
    if slots[place] >= 0 { return entries[Int(slots[place])].value }
    slots[place] = Int32(clamping: entries.count)
    let start = storage.count
    storage.append(contentsOf: bytes[range])
    entries.append(Entry(start: start, end: storage.count, hash: hash, value: value))
    if entries.count > slots.count / 2 { grow() }
    return value
  }

  /// Stores `value` for `name` unless something is stored; gives what is stored then.
  @discardableResult
  mutating func insert(_ name: [UInt8], value: Int32) -> Int32 { insert(name, 0..<name.count, value: value) }

  /// The slot that holds the name, or the free one where it belongs.
  private func place(of bytes: [UInt8], _ range: Range<Int>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place] >= 0 {
      let entry = entries[Int(slots[place])]
      if entry.hash == hash, isEqual(entry, bytes, range) { break }
      place = (place + 1) & mask
    }
    return place
  }

  private func isEqual(_ entry: Entry, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard entry.end - entry.start == range.count else { return false }
    var offset = entry.start
    for index in range {
      if storage[offset] != bytes[index] { return false }
      offset += 1
    }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (index, entry) in entries.enumerated() {
      var place = Int(truncatingIfNeeded: entry.hash) & mask
      while slots[place] >= 0 { place = (place + 1) & mask }
      slots[place] = Int32(clamping: index)
    }
  }

  /// Mixes eight bytes at a time through a wide product, as wyhash does.
  private static func hash(of bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash = 0x9E37_79B9_7F4A_7C15 ^ UInt64(range.count)
    var word: UInt64 = 0
    var filled: UInt64 = 0
    for index in range {
      word |= UInt64(bytes[index]) << filled
      filled += 8
      if filled == 64 {
        hash = mixed(hash ^ word)
        word = 0
        filled = 0
      }
    }
    return mixed(hash ^ word)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
