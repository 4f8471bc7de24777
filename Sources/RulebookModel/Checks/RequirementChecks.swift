import RulebookSyntax
import RulebookText

extension Checks {
  /// K0423: the requirement in a bracket is on the side the words before it speak of.
  ///
  /// The words may state the requirement itself (不少于2次) or what breaks it (少于2次的), so the side that is left is
  /// as good, except where they say what is rewarded or what 否则 contrasts with.
  static func requirementSides(_ brackets: [EvidenceBracket], _ words: OfficialWords) -> [Diagnostic] {
    brackets.compactMap { bracket in
      guard let requirement = bracket.statedRequirement, let quantity = requirement.quantity else {
        return nil
      }
      let bounds = words.bounds(in: bracket.compared).filter {
        $0.quantity.value == quantity.value && $0.quantity.isMeasured(like: quantity)
      }
      let agrees = { (bound: OfficialWords.Bound) in
        bound.sides.isEmpty || requirement.sides.contains(where: bound.sides.contains)
          || !bracket.namesRequirement && requirement.sides.contains { bound.sides.contains($0.opposite) }
      }
      guard let bound = bounds.first, !bounds.contains(where: agrees) else { return nil }
      return .requirementConflict(
        words.source.text(requirement.range), words.source.text(bound.range),
        at: words.label(requirement.range), text: words.label(bound.range))
    }
  }
}

extension EvidenceBracket {
  /// Whether the phrases reward what the words before them say, or punish its contrary (否则).
  fileprivate var namesRequirement: Bool {
    phrases.contains { phrase in
      switch phrase.condition {
      case .otherwise?, .allReached?, .reached?, .beyond?: return true
      case .notReached?, .within?, .places?, .occurrences?, .levels?: return false
      case nil: break
      }
      switch phrase.effect {
      case .points(.earn, _, _), .points(.add, _, _): return phrase.per == nil
      case .fullMark: return true
      default: return false
      }
    }
  }
}

extension Quantity {
  /// Whether it has the measure word of `other`; % and 个百分点 are one.
  fileprivate func isMeasured(like other: Quantity) -> Bool {
    unit == other.unit || isPercentage && other.isPercentage
  }
}
