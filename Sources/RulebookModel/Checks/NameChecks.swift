import RulebookSyntax
import RulebookText

extension Checks {
  /// K0316: every attribute that units must state is asked for by some 适用.
  static func attributes(_ rulebook: Rulebook) -> [Diagnostic] {
    let used = Set(rulebook.items.flatMap(\.ownApplicability.attributes))
    return rulebook.attributes.indices.filter { !used.contains($0) }.map { index in
      let attribute = rulebook.attributes[index]
      return .unusedAttribute(attribute.name, at: rulebook.label(attribute.place))
    }
  }

  /// K0317: no two names of evidence differ only by a slip of sound, shape or order.
  static func names(_ rulebook: Rulebook) -> [Diagnostic] {
    let names = rulebook.evidence.map { Array($0.name.unicodeScalars) }
    return pairsThatMaySlip(names).compactMap { later, earlier -> Diagnostic? in
      let (name, other) = (rulebook.evidence[later].name, rulebook.evidence[earlier].name)
      guard case .sure(_, let reason) = NearName.nearest(to: name, among: [other]) else { return nil }
      return .nearIdenticalNames(
        name, other, reason: reason, at: rulebook.label(rulebook.evidence[later].place),
        first: rulebook.label(rulebook.evidence[earlier].place))
    }
  }

  /// Pairs of names that are alike but for one character, or for two neighbours in the other order.
  ///
  /// Names that share a shape (a name with one place left open, or with two neighbours sorted) meet in one bucket, so
  /// that a rulebook of many names is not compared name by name. Digits tell names apart on purpose (第12类, 第21类).
  private static func pairsThatMaySlip(_ names: [[Unicode.Scalar]]) -> [(later: Int, earlier: Int)] {
    var buckets: [[Unicode.Scalar]: [Int]] = [:]
    var pairs: [(later: Int, earlier: Int)] = []
    for (index, name) in names.enumerated() {
      var met: Set<Int> = []
      for shape in shapes(of: name) {
        for earlier in buckets[shape] ?? [] where met.insert(earlier).inserted && names[earlier] != name {
          pairs.append((index, earlier))
        }
        buckets[shape, default: []].append(index)
      }
    }
    return pairs.sorted { ($0.later, $0.earlier) < ($1.later, $1.earlier) }
  }

  private static func shapes(of name: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    let open = name.indices.filter { !name[$0].isDigit }.map { place in
      var shape = name
      shape[place] = "?"
      return shape
    }
    let swapped = name.indices.dropLast().compactMap { place -> [Unicode.Scalar]? in
      guard name[place] != name[place + 1], !name[place].isDigit, !name[place + 1].isDigit else { return nil }
      var shape = name
      if shape[place] > shape[place + 1] { shape.swapAt(place, place + 1) }
      return ["~"] + shape[..<place] + ["~"] + shape[place...]
    }
    return open + swapped
  }
}
