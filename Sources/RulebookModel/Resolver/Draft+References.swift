import RulebookSyntax
import RulebookText

/// Figures of 指标表.
extension Draft {
  /// 目标 or 上年 of the evidence of a use; in percent where the evidence itself is turned into that before.
  mutating func reference(
    _ kind: ReferenceFigure.Kind, of use: EvidenceUse, isPercent: Bool = false,
    demand: ReferenceFigure.Demand = .none
  ) -> Value {
    figure(kind, name: evidence[use.evidence].evidence.name, use, isPercent, demand, place: use.place)
  }

  /// A figure that is one for all; `nil` where none of that name is declared, which is reported.
  mutating func sharedReference(
    _ name: NameSyntax, for use: EvidenceUse, demand: ReferenceFigure.Demand = .none
  ) -> Value? {
    guard sharedByName[name.text] != nil else {
      let near = suggestion(for: name.text) {
        $0.shared.map(\.text) + ReferenceWord.allCases.map(\.rawValue)
      }
      report(.unknownReference(name.text, near: near, at: label(name.range)))
      return nil
    }
    return figure(.shared, name: name.text, use, use.relation != nil, demand, place: name.range)
  }

  /// The figure among those asked for; one that has been asked for before has to be all that both ask.
  private mutating func figure(
    _ kind: ReferenceFigure.Kind, name: String, _ use: EvidenceUse, _ isPercent: Bool,
    _ demand: ReferenceFigure.Demand, place: TextRange
  ) -> Value {
    let evidence = evidence[use.evidence].evidence
    let measure = isPercent ? .percentage : evidence.kind
    let word = isPercent ? nil : evidence.measureWord
    let known = references.firstIndex { $0.kind == kind && FoldedName($0.name) == FoldedName(name) }
    guard let known else {
      var figure = ReferenceFigure(
        kind: kind, name: name, evidence: kind == .shared ? nil : use.evidence, measure: measure,
        place: place)
      (figure.measureWord, figure.demand) = (word, demand)
      if kind != .shared { figure.attribute = declare(figure) }
      references.append(figure)
      return .reference(references.count - 1)
    }
    if references[known].measure.isInPercent != measure.isInPercent {
      report(
        .contradictoryParts(references[known].measure.rawValue, measure.rawValue, at: label(place)))
    }
    if references[known].measureWord != word { references[known].measureWord = nil }
    references[known].demand = max(references[known].demand, demand)
    return .reference(known)
  }

  /// Whether a figure is set for a unit (是) or does not apply to it (`/`), as a property of units.
  private mutating func declare(_ figure: ReferenceFigure) -> Int {
    attributes.append(
      UnitAttribute(name: figure.title, reference: references.count, place: figure.place))
    return attributes.count - 1
  }

  /// Whether phrases that say what they compare with (比上年) stand behind a bracket that asks for it; reported where
  /// they do not.
  mutating func comparesAsSaid(_ draft: ClauseDraft) -> Bool {
    for phrase in draft.phrases {
      guard let mention = phrase.comparedWith,
        !draft.uses.contains(where: { compares($0, with: mention.word) })
      else { continue }
      report(
        .comparisonNotAsked(
          source.text(mention.range), word: mention.word.rawValue,
          relation: mention.word == .lastYear ? "增幅" : "比" + mention.word.rawValue, at: label(mention.range),
          bracket: label(draft.uses.first?.place ?? draft.place)))
      return false
    }
    return true
  }

  private func compares(_ use: EvidenceUse, with word: ReferenceWord) -> Bool {
    if let relation = use.relation, relation.reference == word { return true }
    guard case .reference(let syntax)? = requirement(of: use)?.bound else { return false }
    // 全市平均 is most often a figure that is published for all.
    if case .shared = syntax.figure { return word == .mean }
    return syntax.figure == .word(word)
  }

  // MARK: Units without a figure

  /// The units to which figures apply: those with no `/` in 指标表.
  func applicability(of references: [Int]) -> Applicability {
    references.reduce(.everyone) { scope, reference in
      guard let attribute = self.references[reference].attribute else { return scope }
      return scope.and(Applicability(alternatives: [[AttributeTest(attribute: attribute, answer: 1)]]))
    }
  }

  /// Leaves out units without a figure, as 适用 would: from the clauses that need it, and from an item in which every
  /// clause does.
  mutating func settleReferences() {
    for name in shared {
      guard let evidence = evidenceByName[name.text] else { continue }
      report(
        .sharedNamedTwice(
          name.text, at: label(name.range), first: label(self.evidence[evidence].evidence.place)))
    }
    guard !references.isEmpty else { return }
    let rulebook = rulebook
    let needed = clauses.map { clause in Set(clause.terms.flatMap { rulebook.figures(of: $0.value) }).sorted()
    }
    for index in clauses.indices {
      clauses[index].applicability = clauses[index].applicability.and(applicability(of: needed[index]))
    }
    for index in outcomes.rules.indices {
      let figures = outcomes.rules[index].values.flatMap { rulebook.figures(of: $0) }
      let scope = applicability(of: Set(figures).sorted())
      outcomes.rules[index].applicability = outcomes.rules[index].applicability.and(scope)
    }
    for index in items.indices where items[index].children.allSatisfy({ !items.hasScore($0) }) {
      guard let first = items[index].clauses.first else { continue }
      let common = needed[first].filter { figure in
        items[index].clauses.allSatisfy { needed[$0].contains(figure) }
      }
      let scope = applicability(of: common)
      items[index].ownApplicability = items[index].ownApplicability.and(scope)
      items[index].applicability = items[index].applicability.and(scope)
    }
    for index in references.indices {
      let inOutcomes = outcomes.rules.filter {
        $0.values.contains { rulebook.figures(of: $0).contains(index) }
      }
      references[index].applicability = clauses.indices.filter { needed[$0].contains(index) }
        .map { clauses[$0].applicability }.reduce(
          inOutcomes.map(\.applicability).reduce(.nobody) { $0.or($1) }
        ) {
          $0.or($1)
        }
    }
  }
}
