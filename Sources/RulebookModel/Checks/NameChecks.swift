import RulebookSyntax
import RulebookText

extension Checks {
  /// K0316: every attribute that units must state is asked for by some 适用, 分组 or 倍数.
  static func attributes(_ rulebook: Rulebook) -> [Diagnostic] {
    var isUsed = [Bool](repeating: false, count: rulebook.attributes.count)
    for index in rulebook.items.indices { mark(rulebook.items[index].ownApplicability, in: &isUsed) }
    for index in rulebook.clauses.indices {
      mark(rulebook.clauses[index].applicability, in: &isUsed)
      for term in rulebook.clauses[index].terms {
        if let group = term.value.population?.group { isUsed[group] = true }
        for multiplier in term.multipliers { mark(multiplier.applicability, in: &isUsed) }
      }
    }
    for rule in rulebook.outcomes.rules {
      mark(rule.applicability, in: &isUsed)
      if let quota = rule.quota { mark(quota.applicability, in: &isUsed) }
      if let group = rule.quota?.group { isUsed[group] = true }
    }
    if let group = rulebook.group { isUsed[group] = true }
    return rulebook.attributes.indices.filter { !isUsed[$0] }.map { index in
      let attribute = rulebook.attributes[index]
      return .unusedAttribute(attribute.name, at: rulebook.label(attribute.place))
    }
  }

  private static func mark(_ applicability: Applicability, in isUsed: inout [Bool]) {
    for tests in applicability.alternatives {
      for test in tests { isUsed[test.attribute] = true }
    }
  }

  /// K0513: every figure that is declared for all units is compared with.
  static func shared(_ rulebook: Rulebook, _ declared: [NameSyntax]) -> [Diagnostic] {
    guard !declared.isEmpty else { return [] }
    let used = Set(rulebook.references.filter { $0.kind == .shared }.map { FoldedName($0.name) })
    return declared.filter { !used.contains(FoldedName($0.text)) }.map {
      .unusedShared($0.text, at: rulebook.label($0.range))
    }
  }

  /// K0317: no two names of evidence differ only by a slip of sound, shape or order.
  static func names(_ rulebook: Rulebook) -> [Diagnostic] {
    let names = rulebook.evidence.map { Array($0.name.unicodeScalars) }
    return pairsThatMaySlip(names).compactMap { later, earlier -> Diagnostic? in
      guard !differOnlyInDigits(names[later], names[earlier]) else { return nil }
      let (name, other) = (rulebook.evidence[later].name, rulebook.evidence[earlier].name)
      guard case .sure(_, let reason) = NearName.nearest(to: name, among: [other]) else { return nil }
      return .nearIdenticalNames(
        name, other, reason: reason, at: rulebook.label(rulebook.evidence[later].place),
        first: rulebook.label(rulebook.evidence[earlier].place))
    }
  }

  private static func differOnlyInDigits(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
    zip(one, other).allSatisfy { $0 == $1 || $0.isDigit && $1.isDigit }
  }

  /// Pairs of names that are alike but for one character, or for two neighbours in the other order.
  ///
  /// Names that share a shape (a name with one place left open, or with two neighbours sorted) meet in one bucket, so
  /// that a rulebook of many names is not compared name by name. Digits tell names apart on purpose (第12类, 第21类); so
  /// does a place that differs in very many names.
  private static func pairsThatMaySlip(_ names: [[Unicode.Scalar]]) -> [(later: Int, earlier: Int)] {
    var shapes = ShapeTable(room: names.reduce(0) { $0 + 2 * $1.count })
    var pairs: [(later: Int, earlier: Int)] = []
    for index in names.indices {
      eachShape(of: names[index]) { shape in
        for earlier in shapes.namesBefore(index, of: shape) where names[earlier] != names[index] {
          pairs.append((index, earlier))
        }
      }
    }
    pairs.sort { ($0.later, $0.earlier) < ($1.later, $1.earlier) }
    return pairs.indices.filter { $0 == 0 || pairs[$0] != pairs[$0 - 1] }.map { pairs[$0] }
  }

  /// Says a number for each shape of a name; names that share one are compared in earnest, so a chance meeting does
  /// no harm.
  private static func eachShape(of name: [Unicode.Scalar], _ say: (UInt64) -> Void) {
    let whole = name.indices.reduce(UInt64(name.count)) { $0 &+ UInt64(name[$1].value) &* weight(of: $1) }
    for place in name.indices {
      let own = UInt64(name[place].value)
      say(whole &- own &* weight(of: place) &+ UInt64(place))
      guard place + 1 < name.count else { continue }
      let next = UInt64(name[place + 1].value)
      let (low, high) = (min(own, next), max(own, next))
      say(
        whole &+ (low &- own) &* weight(of: place) &+ (high &- next) &* weight(of: place + 1) &+ UInt64(place)
          << 32
      )
    }
  }

  private static func weight(of place: Int) -> UInt64 {
    var bits = (UInt64(place) &+ 1) &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31 | 1
  }
}

/// The names that have had each shape so far.
private struct ShapeTable {
  /// So many names that differ in one place only are a list, not slips.
  private static let mostAlike = 100

  /// The last entry of each shape, by the first bits of the shape; -1 for none.
  private var last: [Int]
  private var entries: [(shape: UInt64, name: Int, before: Int, depth: Int)] = []
  private let shift: UInt64

  init(room: Int) {
    let bits = max(4, Int.bitWidth - room.leadingZeroBitCount + 1)
    last = Array(repeating: -1, count: 1 << bits)
    shift = UInt64(64 - bits)
    entries.reserveCapacity(room)
  }

  /// The names that have had this shape before, unless there are very many; `name` has it now.
  mutating func namesBefore(_ name: Int, of shape: UInt64) -> [Int] {
    var slot = Int((shape &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while last[slot] >= 0, entries[last[slot]].shape != shape { slot = (slot + 1) & (last.count - 1) }
    let before = last[slot]
    let depth = before < 0 ? 0 : entries[before].depth + 1
    last[slot] = entries.count
    entries.append((shape, name, before, depth))
    guard depth < Self.mostAlike else { return [] }
    var names: [Int] = []
    var place = before
    while place >= 0 {
      names.append(entries[place].name)
      place = entries[place].before
    }
    return names
  }
}
