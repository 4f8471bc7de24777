import ExactArithmetic
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
    if let rule = use.matterRule {
      evidence[index].evidence.matterRule = rule
      evidence[index].evidence.needsMatter = true
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
    let isList = use.matterRule == .once && !evidence[use.evidence].evidence.levels.isEmpty
    if isList { return (LevelWord.levels.rawValue, MatterRule.once.rawValue) }
    if use.countsFromBottom, kind != .place { return ("倒数", use.kind?.rawValue ?? "没有写“名次”") }
    guard kind == .place || kind == .grade else { return nil }
    if use.lowestFirst { return (kind.rawValue, "从低到高") }
    return use.combination.map { (kind.rawValue, $0.rawValue) }
      ?? use.relation.map { (kind.rawValue, $0.rawValue) }
  }

  /// Notes which words of its list a clause gives figures for; 其他 speaks of all that are left.
  mutating func noteLevels(of form: SentenceForm, _ draft: ClauseDraft) {
    guard draft.uses.count == 1 else { return }
    let index = draft.uses[0].evidence
    let all = Set(evidence[index].evidence.levels)
    let stated: [String]
    switch form {
    case .curve(let curve) where curve.speaksOfLevels: stated = curve.speaksOfRest ? Array(all) : curve.levels
    case .byLevel(let form): stated = form.others == nil ? form.figures.map(\.level) : Array(all)
    default: return
    }
    evidence[index].statedLevels.formUnion(all.intersection(stated))
  }

  /// K0518: words of a list that no sentence gives a figure for.
  mutating func reportUnstatedLevels() {
    for draft in evidence {
      if draft.statedLevels.isEmpty, draft.evidence.needsLevel, !hasErrors {
        report(.levelsWithoutUse(draft.evidence.name, at: label(draft.evidence.place)))
      }
      guard !draft.statedLevels.isEmpty else { continue }
      let unstated = draft.evidence.levels.filter { !draft.statedLevels.contains($0) }
      guard !unstated.isEmpty else { continue }
      report(.levelWithoutFigure(unstated, evidence: draft.evidence.name, at: label(draft.evidence.place)))
    }
  }

  /// The term of figures by level: each row counts for the points of its level.
  mutating func levelTerms(_ form: LevelForm, _ draft: ClauseDraft) -> [Term]? {
    guard let use = draft.uses.first else { return nil }
    let known = evidence[use.evidence].evidence
    for figure in form.figures where !known.levels.contains(figure.level) {
      report(.unknownLevel(figure.level, evidence: known.name, known: known.levels, at: label(draft.place)))
      return nil
    }
    if let per = form.per, per.step != 1 || per.direction != .plain {
      report(
        .unsupportedCombination(
          source.text(draft.place), why: "分级的，只能写每一\(per.unit)几分", at: label(draft.place)))
      return nil
    }
    guard form.per != nil || known.combination == .maximum || known.matterRule == .greatest else {
      report(.levelWithoutEach(known.name, at: label(draft.place)))
      return nil
    }
    var reading = reading(of: use)
    if form.per == nil { reading.rowCeiling = 1 }
    reading.weights = known.levels.map { level in
      form.figures.first { $0.level == level }?.points ?? form.others ?? 0
    }
    return [Term(.reported(reading), curve: .slope(form.verb.sign))]
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
