import ExactArithmetic
import RulebookSyntax
import RulebookText

extension Checks {
  /// K0506: a figure in a sentence about 其余 (权重35分) is what these units get.
  static func othersFigures(_ rulebook: Rulebook, _ sentences: [Sentence], _ words: OfficialWords)
    -> [Diagnostic]
  {
    sentences.lazy.filter(\.hasGrants).flatMap { sentence -> [Diagnostic] in
      let grants = sentence.pieces.compactMap { piece -> OthersSyntax? in
        guard case .annotation(let annotation) = piece,
          case .directive(.others(let syntax)) = annotation.content
        else { return nil }
        return syntax
      }
      let figures = rulebook.othersFigures(grants, from: sentence.item)
      guard let computed = figures.first else { return [] }
      return words.points(in: sentence.texts).filter { !figures.contains($0.value) }.prefix(1).map {
        written in
        .othersFigure(
          words.source.text(written.range), computed: computed.shown, at: words.label(written.range))
      }
    }
  }

  /// K0508: a mean is taken over units that can exist.
  static func means(_ rulebook: Rulebook) -> [Diagnostic] {
    rulebook.items.compactMap { item in
      guard item.others == .mean, item.applicability.isContradictory(rulebook.attributes) else { return nil }
      return .meanOverNobody(item.path, at: rulebook.label(item.place))
    }
  }
}

extension Rulebook {
  /// What the units outside 适用 may get by these grants, as far as it is a figure.
  fileprivate func othersFigures(_ grants: [OthersSyntax], from item: Int) -> [Rational] {
    grants.flatMap { grant -> [Rational] in
      let targets = grant.scope.isEmpty ? [item] : items.nearest(grant.scope, from: item).compactMap { $0 }
      return targets.flatMap { figures(outside: items[$0]) }
    }
  }

  private func figures(outside item: Item) -> [Rational] {
    switch item.others {
    case .nothing, .mean: return []
    case .points(let points): return [points]
    case .fullMark: return values(of: item.fullMark, outside: item)
    case .movedTo(let target): return values(of: items[target].fullMark, outside: item)
    }
  }

  private func values(of amount: Amount, outside item: Item) -> [Rational] {
    let own = item.ownApplicability
    let kinds = UnitKinds(of: [amount, Amount(1).only(where: own)], where: .everyone, in: self)
    return kinds.all.filter { !own.holds(for: $0) }.map(amount.value)
  }
}
