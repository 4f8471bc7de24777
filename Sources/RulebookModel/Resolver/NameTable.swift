import RulebookText

/// The place of each name in a list, found by its bytes.
///
/// For names as the parser gives them: folded. A dictionary would do the same with many more steps for each name.
struct NameTable {
  private var names: [(name: String, hash: UInt64, place: Int)] = []
  /// Indices into `names`, by the last bits of the hash; -1 where there is none.
  private var slots = [Int](repeating: -1, count: 16)

  /// The place of `name`.
  subscript(name: String) -> Int? {
    let found = slots[slot(of: name, Self.hash(name))]
    return found < 0 ? nil : names[found].place
  }

  /// Adds a name that is not there yet.
  mutating func insert(_ name: String, _ place: Int) {
    let hash = Self.hash(name)
    slots[slot(of: name, hash)] = names.count
    names.append((name, hash, place))
    if names.count * 2 > slots.count { grow() }
  }

  /// Where `name` is, or would be put.
  private func slot(of name: String, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let known = names[slots[slot]]
      if known.hash == hash, known.name.utf8.elementsEqual(name.utf8) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 4)
    for index in names.indices {
      var slot = Int(truncatingIfNeeded: names[index].hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = index
    }
  }

  private static func hash(_ name: String) -> UInt64 {
    let bytes = name.utf8.span
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3 }
    return hash ^ hash >> 29
  }
}
