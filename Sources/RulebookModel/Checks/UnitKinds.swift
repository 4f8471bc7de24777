import RulebookText

/// The kinds of unit that the answers to some attributes tell apart.
struct UnitKinds {
  /// The attributes that tell them apart.
  let attributes: [Int]
  /// The answers of each kind, one per attribute of the rulebook.
  let all: [[Int]]
  private let declared: [UnitAttribute]

  /// Beyond this many combinations only those are looked at that differ from the first one in one answer.
  private static let greatestCount = 4096

  /// The kinds to which `applicability` applies, told apart by it and by what `amounts` depend on.
  init(of amounts: [Amount], where applicability: Applicability, in rulebook: Rulebook) {
    // Whether a figure of 指标表 applies is seen in the evidence; here it is taken to.
    let attributes = (amounts.flatMap(\.attributes) + applicability.attributes)
      .filter { rulebook.attributes[$0].reference == nil }.sortedOnce()
    self.attributes = attributes
    declared = rulebook.attributes
    all = Self.combinations(of: attributes, declared).filter(applicability.holds)
  }

  /// Every combination of answers, 是 before 否.
  private static func combinations(of attributes: [Int], _ declared: [UnitAttribute]) -> [[Int]] {
    var first = declared.map { $0.reference == nil ? 0 : 1 }
    for attribute in attributes { first[attribute] = declared[attribute].answerCount - 1 }
    let count = attributes.reduce(1) { min($0 * declared[$1].answerCount, greatestCount + 1) }
    var kinds = [first]
    for attribute in attributes {
      let starts = count > greatestCount ? [first] : kinds
      let others = starts.flatMap { start in
        (0..<declared[attribute].answerCount - 1).reversed().map { answer in
          var kind = start
          kind[attribute] = answer
          return kind
        }
      }
      kinds += others
    }
    return kinds
  }

  /// The first kind for which `read` finds something, with what is found and the units it is found for.
  func first<Found: Equatable>(where read: ([Int]) -> Found?) -> (found: Found, units: String)? {
    let readings = all.map(read)
    guard let index = readings.firstIndex(where: { $0 != nil }), let found = readings[index] else {
      return nil
    }
    return (found, words(for: all[index]) { readings[$0] == found })
  }

  /// 非参加工业竞赛的单位: the fewest answers of `kind` that single out units for which `isAlike` holds; empty for all.
  private func words(for kind: [Int], isAlike: (Int) -> Bool) -> String {
    var needed = attributes
    for attribute in attributes {
      let fewer = needed.filter { $0 != attribute }
      let isEnough = all.indices.allSatisfy { index in
        isAlike(index) || fewer.contains { all[index][$0] != kind[$0] }
      }
      if isEnough { needed = fewer }
    }
    guard !needed.isEmpty else { return "" }
    return needed.map { words(for: $0, answer: kind[$0]) }.joined(separator: "、") + "的单位"
  }

  private func words(for attribute: Int, answer: Int) -> String {
    let known = declared[attribute]
    if known.isYesNo { return (answer == 1 ? "" : "非") + known.name }
    return known.name + "为" + known.values[answer]
  }
}
