import ExactArithmetic
import RulebookSyntax
import RulebookText

/// 计分同X: the phrases that score X, once more on other evidence.
extension Draft {
  /// Scores the evidence of a bracket as the clauses before it score X.
  mutating func repeatRule(_ uses: [EvidenceUse], sentence: Int) {
    guard let use = uses.first else { return }
    guard let name = use.model else {
      return report(.repeatedRule("加倍", why: "“加倍”和“计分同…”写在一起", at: label(use.place)))
    }
    guard uses.count == 1, use.rule.isEmpty else {
      return report(.repeatedRule(name.text, why: "“计分同…”只用于一个证据，注记里不再写办法", at: label(use.place)))
    }
    guard let model = evidenceByName[name.text] else { return reportUnknownEvidence(name) }
    let clauses = clauseDrafts.filter { clause in
      clause.formula == nil && clause.uses.contains { $0.evidence == model }
    }
    guard model != use.evidence, !clauses.isEmpty else {
      return report(.repeatedRule(name.text, why: "前面没有“\(name.text)”的计分办法", at: label(name.range)))
    }
    for clause in clauses {
      guard let repeated = repeated(clause, of: model, for: use, sentence: sentence) else {
        return report(
          .repeatedRule(name.text, why: "“\(name.text)”的办法没有分值，不能加倍", at: label(name.range)))
      }
      clauseDrafts.append(repeated)
    }
  }

  private func repeated(
    _ clause: ClauseDraft, of model: Int, for use: EvidenceUse, sentence: Int
  ) -> ClauseDraft? {
    guard let place = clause.uses.firstIndex(where: { $0.evidence == model }) else { return nil }
    let (theirs, mine) = (fullMark(around: clause.item), fullMark(around: use.item))
    var repeated = clause
    repeated.uses = [use.takingOver(clause.uses[place])]
    (repeated.item, repeated.place) = (use.item, use.place)
    (repeated.firstSentence, repeated.lastSentence) = (sentence, sentence)
    var phrases: [PhraseSyntax] = []
    for phrase in clause.phrases {
      guard
        let effect = phrase.effect.only(place, of: clause.uses.count)
          .repeated(fullMark: theirs, as: mine, times: use.isDoubled ? 2 : 1)
      else { return nil }
      var copy = phrase
      copy.effect = effect
      phrases.append(copy)
    }
    repeated.phrases = phrases
    return repeated
  }

  private func fullMark(around item: Int) -> Rational? {
    items.scoringItem(of: item).flatMap { items[$0].worth.points }
  }
}

extension EvidenceUse {
  /// With what another bracket says of how it is counted, where this one says nothing.
  fileprivate func takingOver(_ other: EvidenceUse) -> EvidenceUse {
    var use = self
    use.kind = kind ?? other.kind
    use.period = period ?? other.period
    use.requirement = requirement ?? other.requirement
    use.fullMark = fullMark ?? other.fullMark
    use.fullDeduction = fullDeduction ?? other.fullDeduction
    use.combination = combination ?? other.combination
    use.trimsFrom = trimsFrom ?? other.trimsFrom
    use.stepRule = stepRule ?? other.stepRule
    use.per = per ?? other.per
    use.measureWord = measureWord ?? other.measureWord
    use.relation = relation ?? other.relation
    use.grouping = grouping ?? other.grouping
    use.countsMissing = countsMissing || other.countsMissing
    use.standsUnlessRecorded = standsUnlessRecorded || other.standsUnlessRecorded
    use.lowestFirst = lowestFirst || other.lowestFirst
    use.countsFromBottom = countsFromBottom || other.countsFromBottom
    use.levels = levels ?? other.levels
    return use
  }
}

extension EffectSyntax {
  /// What it says of one of several evidences: its own figure of a list.
  fileprivate func only(_ place: Int, of count: Int) -> EffectSyntax {
    guard case .points(let verb, _, let figures) = self, count > 1 else { return self }
    return .points(verb, .plain, [figures.count == count ? figures[place] : figures[0]])
  }

  /// The same in another item, so many times; an award of the full mark stays one. `nil` where there is nothing to multiply.
  fileprivate func repeated(fullMark: Rational?, as other: Rational?, times factor: Rational) -> EffectSyntax?
  {
    switch self {
    case .points(.earn, let distribution, let figures) where figures == [fullMark]:
      return .points(.earn, distribution, [other ?? figures[0]])
    case .points(let verb, let distribution, let figures):
      return .points(verb, distribution, figures.map { $0 * factor })
    case .range(let verb, let least, let greatest):
      return .range(verb, least: least * factor, greatest: greatest * factor)
    case .fullMark, .zero, .byCompletion, .halfAward: return self
    case .discretion, .asReported, .conversion, .lossConversion, .share, .formula:
      return factor == 1 ? self : nil
    }
  }
}
