import ExactArithmetic
import RulebookSyntax
import RulebookText

extension Draft {
  /// What the curve of a use measures: the evidence, what it is of a figure or how far it is from one, or its place;
  /// `nil` where something is missing, which is reported.
  mutating func yardstick(of use: EvidenceUse, _ draft: ClauseDraft, _ form: CurveForm) -> Yardstick? {
    let scope = Value.Population(
      items[draft.item].applicability.and(use.applicability), group: group(of: use))
    guard let related = related(use, scope), let measured = measured(related, use, draft, form, scope) else {
      return nil
    }
    guard form.speaksOfPlaces, evidence[use.evidence].evidence.kind != .place else { return measured }
    if measured.scale != .plain { return unreadable(draft, "名次按数的大小排，和“\(measured.words)”要分成两条") }
    var ranked = measured
    ranked.value = .statistic(
      evidence[use.evidence].evidence.rank(), of: measured.value,
      among: population(of: measured.value, in: scope))
    return ranked
  }

  /// Who is compared: the units of the clause that have the figures it needs.
  private func population(of value: Value, in scope: Value.Population) -> Value.Population {
    let figures = references.isEmpty ? [] : rulebook.figures(of: value)
    return Value.Population(scope.applicability.and(applicability(of: figures)), group: scope.group)
  }

  // MARK: Relations

  /// The evidence as its relation says: itself, its share of a figure, or by how much it has grown.
  private mutating func related(_ use: EvidenceUse, _ scope: Value.Population) -> Value? {
    let value = Value.reported(reading(of: use))
    guard let relation = use.relation else { return value }
    if let bound = requirement(of: use), relation.contradicts(bound) {
      report(.contradictoryParts(relation.rawValue, source.text(bound.range), at: label(bound.range)))
      return nil
    }
    switch relation {
    case .ofMean:
      return value.percent(of: .statistic(.mean, of: value, among: population(of: value, in: scope)))
    case .ofTarget: return value.percent(of: reference(.target, of: use, demand: .positive))
    case .ofLastYear: return value.percent(of: reference(.lastYear, of: use, demand: .positive))
    case .growth:
      let before = reference(.lastYear, of: use, demand: .nonzero)
      return Value.arithmetic(.difference, value, before).percent(of: .magnitude(before))
    }
  }

  // MARK: Requirements

  /// The value against what is asked: itself against a number, else how far it is from the figure, or its share of it
  /// where the phrases speak of percent.
  private mutating func measured(
    _ value: Value, _ use: EvidenceUse, _ draft: ClauseDraft, _ form: CurveForm, _ scope: Value.Population
  ) -> Yardstick? {
    guard let stated = requirement(of: use), case .reference(let syntax) = stated.bound else {
      return Yardstick(value: value, requirement: requirementOfCurve(use, draft, form), scale: .plain)
    }
    let words = source.text(stated.range)
    let isPercent = use.relation != nil || evidence[use.evidence].evidence.kind.isInPercent
    let inShares =
      !syntax.figure.isOfUnits && (isPercent ? form.speaksOfShares : form.speaksOfPercent)
    if inShares, case .plus? = syntax.adjustment {
      return unreadable(draft, "“\(words)”是加了以后的数，不知道百分之几是哪个数的，分成两条")
    }
    guard let figure = figure(syntax, value, use, scope, demand: inShares ? .positive : .none) else {
      return nil
    }
    guard inShares else {
      return Yardstick(
        value: .arithmetic(.difference, value, moved(figure, by: syntax.adjustment)),
        requirement: Requirement(direction: stated.direction, value: 0, unit: nil), scale: .distance,
        words: words)
    }
    var share: Rational = 100
    if case .share(let percent)? = syntax.adjustment { share = percent }
    return Yardstick(
      value: value.percent(of: figure),
      requirement: Requirement(direction: stated.direction, value: share, unit: "%"), scale: .share,
      words: words)
  }

  /// The figure that a requirement names; `nil` where there is none, which is reported.
  private mutating func figure(
    _ syntax: ReferenceSyntax, _ value: Value, _ use: EvidenceUse, _ scope: Value.Population,
    demand: ReferenceFigure.Demand
  ) -> Value? {
    let word: ReferenceWord
    switch syntax.figure {
    case .shared(let name): return sharedReference(name, for: use, demand: demand)
    case .word(let found): word = found
    }
    if let statistic = word.statistic {
      return .statistic(statistic, of: value, among: population(of: value, in: scope))
    }
    let kind: ReferenceFigure.Kind = word == .target ? .target : .lastYear
    return reference(kind, of: use, isPercent: use.relation != nil, demand: demand)
  }

  private func moved(_ figure: Value, by adjustment: ReferenceSyntax.Adjustment?) -> Value {
    switch adjustment {
    case nil: figure
    case .share(let percent)?: .arithmetic(.product, figure, .constant(percent.divided(by: 100) ?? 0))
    case .plus(let quantity)?: .arithmetic(.sum, figure, .constant(quantity.value))
    }
  }

  /// What is asked of the evidence: the stated requirement; a task is to be done in full, and so is what scores by how
  /// much of it is done.
  private func requirementOfCurve(
    _ use: EvidenceUse, _ draft: ClauseDraft, _ form: CurveForm
  ) -> Requirement? {
    if let stated = use.requirement ?? draft.requirement ?? evidence[use.evidence].requirement {
      return bounded(stated)
    }
    let kind = evidence[use.evidence].evidence.kind
    guard kind == .completion || kind == .percentage && form.proportion != nil && form.slopes.isEmpty,
      use.relation == nil
    else {
      return nil
    }
    return Requirement(direction: .atLeast, value: 100, unit: "%")
  }

  private mutating func unreadable(_ draft: ClauseDraft, _ why: String) -> Yardstick? {
    report(.unsupportedCombination(source.text(draft.place), why: why, at: label(draft.place)))
    return nil
  }
}

extension Value {
  /// This value in percent of another.
  fileprivate func percent(of whole: Value) -> Value {
    .arithmetic(.product, .arithmetic(.quotient, self, whole), .constant(100))
  }
}

extension ReferenceSyntax.Figure {
  /// Whether it is worked out over the units rather than set beforehand.
  var isOfUnits: Bool { if case .word(let word) = self { word.statistic != nil } else { false } }
}

extension ReferenceWord {
  /// What is worked out over the units; `nil` where the figure is set beforehand.
  var statistic: Value.Statistic? {
    switch self {
    case .target, .lastYear: nil
    case .mean: .mean
    case .greatest: .greatest
    case .least: .least
    }
  }
}

extension RelationWord {
  /// Whether a requirement would compare with the same figure once more: 增幅 with 至少上年.
  fileprivate func contradicts(_ requirement: RequirementSyntax) -> Bool {
    guard case .reference(let syntax) = requirement.bound, case .word(let word) = syntax.figure else {
      return false
    }
    switch self {
    case .ofMean: return false
    case .ofTarget: return word == .target || word == .lastYear
    case .ofLastYear, .growth: return word == .lastYear
    }
  }
}
