import RulebookSyntax
import RulebookText

extension Checks {
  /// K0316: every attribute that units must state is asked for by some 适用, 分组 or 倍数.
  static func attributes(_ rulebook: Rulebook) -> [Diagnostic] {
    let used = Set(
      rulebook.items.flatMap(\.ownApplicability.attributes)
        + rulebook.clauses.flatMap(\.applicability.attributes) + [rulebook.group].compactMap { $0 }
        + rulebook.clauses.flatMap(\.terms).compactMap { $0.value.population?.group }
        + rulebook.clauses.flatMap(\.terms).flatMap(\.factor.attributes))
    return rulebook.attributes.indices.filter { !used.contains($0) }.map { index in
      let attribute = rulebook.attributes[index]
      return .unusedAttribute(attribute.name, at: rulebook.label(attribute.place))
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
    let buckets = names.indices.flatMap { index in
      shapes(of: names[index]).map { (shape: $0, name: index) }
    }.sorted { ($0.shape, $0.name) < ($1.shape, $1.name) }
    var pairs: [(later: Int, earlier: Int)] = []
    var first = 0
    for (place, entry) in buckets.enumerated() {
      if entry.shape != buckets[first].shape { first = place }
      guard place - first < mostAlike else { continue }
      for earlier in buckets[first..<place] where names[earlier.name] != names[entry.name] {
        pairs.append((entry.name, earlier.name))
      }
    }
    pairs.sort { ($0.later, $0.earlier) < ($1.later, $1.earlier) }
    return pairs.indices.filter { $0 == 0 || pairs[$0] != pairs[$0 - 1] }.map { pairs[$0] }
  }

  /// So many names that differ in one place only are a list, not slips.
  private static let mostAlike = 100

  /// A number for each shape of a name; names that share one are compared in earnest, so a chance meeting does no harm.
  private static func shapes(of name: [Unicode.Scalar]) -> [UInt64] {
    var weights: [UInt64] = [1]
    for _ in name { weights.append(weights[weights.count - 1] &* 0x9E37_79B9_7F4A_7C15) }
    let whole = zip(name, weights).reduce(UInt64(name.count)) { $0 &+ UInt64($1.0.value) &* $1.1 }
    let open = name.indices.map { whole &- UInt64(name[$0].value) &* weights[$0] &+ UInt64($0) }
    let swapped = name.indices.dropLast().map { place in
      let (left, right) = (UInt64(name[place].value), UInt64(name[place + 1].value))
      let (low, high) = (min(left, right), max(left, right))
      return whole &+ (low &- left) &* weights[place] &+ (high &- right) &* weights[place + 1] &+ UInt64(
        place) << 32
    }
    return open + swapped
  }
}
