import RulebookSyntax
import RulebookText

/// Words that a bracket lists: 等次（…） of units, 分级（…） of rows.
extension Draft {
  /// Takes over a list and 倒数; `false` where they contradict what is known, which is reported.
  mutating func takeLevels(_ use: EvidenceUse) -> Bool {
    let index = use.evidence
    if let levels = use.levels?.map(\.text) {
      let known = evidence[index].evidence.levels
      guard known.isEmpty || known == levels else {
        report(
          .contradictoryParts(
            known.joined(separator: "、"), levels.joined(separator: "、"), at: label(use.place)))
        return false
      }
      evidence[index].evidence.levels = levels
    }
    if use.countsFromBottom { evidence[index].evidence.countsFromBottom = true }
    return contradiction(of: use).map { one, other in
      report(.contradictoryParts(one, other, at: label(use.place)))
      return false
    } ?? true
  }

  /// Two parts of one bracket that say nothing together.
  private func contradiction(of use: EvidenceUse) -> (String, String)? {
    let kind = evidence[use.evidence].evidence.kind
    if use.countsFromBottom, kind != .place { return ("倒数", use.kind?.rawValue ?? "没有写“名次”") }
    guard kind == .place || kind == .grade else { return nil }
    if use.lowestFirst { return (kind.rawValue, "从低到高") }
    return use.combination.map { (kind.rawValue, $0.rawValue) }
      ?? use.relation.map { (kind.rawValue, $0.rawValue) }
  }

  /// Notes which words of its list a clause gives figures for; 其他 speaks of all that are left.
  mutating func noteLevels(of form: SentenceForm, _ draft: ClauseDraft) {
    guard case .curve(let curve) = form, curve.speaksOfLevels, draft.uses.count == 1 else { return }
    let index = draft.uses[0].evidence
    let all = Set(evidence[index].evidence.levels)
    let words = curve.speaksOfRest ? all : all.intersection(curve.levels)
    evidence[index].statedLevels.formUnion(words)
  }

  /// K0518: words of a list that no sentence gives a figure for.
  mutating func reportUnstatedLevels() {
    for draft in evidence where !draft.statedLevels.isEmpty {
      let unstated = draft.evidence.levels.filter { !draft.statedLevels.contains($0) }
      guard !unstated.isEmpty else { continue }
      report(.levelWithoutFigure(unstated, evidence: draft.evidence.name, at: label(draft.evidence.place)))
    }
  }

  /// 分别得3、2、1分 behind evidence with a list: the figures are those of its words, in order.
  func shareOut(
    _ phrases: inout [PhraseSyntax], among uses: [EvidenceUse]
  ) -> Result<Void, SentenceForm.Obstacle> {
    guard uses.count == 1, phrases.count == 1, phrases[0].condition == nil,
      case .points(let verb, .each, let figures) = phrases[0].effect, figures.count > 1
    else { return .success(()) }
    let words = evidence[uses[0].evidence].evidence.levels
    guard !words.isEmpty else { return .success(()) }
    guard words.count == figures.count else {
      return .failure(SentenceForm.Obstacle("列出了\(words.count)个，写了\(figures.count)个分值，要一样多"))
    }
    phrases = zip(words, figures).map { word, figure in
      var phrase = phrases[0]
      phrase.condition = .levels([word])
      phrase.effect = .points(verb, .plain, [figure])
      return phrase
    }
    return .success(())
  }
}
