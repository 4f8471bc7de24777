import ExactArithmetic
import RulebookSyntax
import RulebookText

/// A part of what a sentence says that does one thing to its item.
struct LoweredClause {
  var effect: Clause.Effect
  var terms: [Term]
  /// The least it can be worth; `nil` where it is not bounded.
  var least: Rational?
  /// The most it can be worth; `nil` where it is not bounded.
  var greatest: Rational?
  /// Whether 不封顶 has been said of it.
  var isUnlimited = false
}

extension Draft {
  /// The clauses of a curve: what it awards, what it adds, what it takes away, what makes the item 0.
  mutating func clauses(of form: CurveForm, _ draft: ClauseDraft) -> [LoweredClause]? {
    guard draft.uses.count == 1, let use = draft.uses.first else {
      report(
        .singleFormAfterGroup(
          draft.uses.map { evidence[$0.evidence].evidence.name }, at: label(draft.place),
          first: label(draft.uses[0].place, "这一个也在等计分的话")))
      return nil
    }
    guard requirementsAgree(use, draft) else { return nil }
    let lowering = CurveLowering(
      form: form, draft: draft, use: use, evidence: evidence[use.evidence],
      value: value(of: use, draft, ranks: form.speaksOfPlaces), requirement: requirementOfCurve(use, draft),
      isRelative: isRelative(use), limits: CurveLimits(of: draft, form))
    return lowering.clauses(&self)
  }

  /// Whether what is asked is another figure each year (平均), so that only the distance from it counts.
  private func isRelative(_ use: EvidenceUse) -> Bool {
    if case .reference? = (use.requirement ?? evidence[use.evidence].requirement)?.bound {
      true
    } else {
      false
    }
  }

  /// What the curve is applied to: the evidence, its share of or distance from a figure of the units, or its place.
  private mutating func value(of use: EvidenceUse, _ draft: ClauseDraft, ranks: Bool) -> Value {
    let population = Value.Population(
      items[draft.item].applicability.and(use.applicability), group: group(of: use))
    var value = Value.reported(reading(of: use))
    if use.relation == .ofMean {
      let share = Value.arithmetic(.quotient, value, .statistic(.mean, of: value, among: population))
      value = .arithmetic(.product, share, .constant(100))
    }
    if case .reference(let word)? = (use.requirement ?? evidence[use.evidence].requirement)?.bound {
      value = .arithmetic(.difference, value, .statistic(word.statistic, of: value, among: population))
    }
    guard ranks, evidence[use.evidence].evidence.kind != .place else { return value }
    return .statistic(evidence[use.evidence].evidence.rank(), of: value, among: population)
  }

  /// What is asked of the evidence: the stated requirement; a task is to be done in full.
  private func requirementOfCurve(_ use: EvidenceUse, _ draft: ClauseDraft) -> Requirement? {
    if let stated = use.requirement ?? draft.requirement ?? evidence[use.evidence].requirement {
      return bounded(stated)
    }
    guard evidence[use.evidence].evidence.kind == .completion else { return nil }
    return Requirement(direction: .atLeast, value: 100, unit: "%")
  }
}

extension ReferenceWord {
  /// What is worked out over the units.
  var statistic: Value.Statistic {
    switch self {
    case .mean: .mean
    case .greatest: .greatest
    case .least: .least
    }
  }
}

extension Value {
  /// The place counted from the other end.
  var rankedFromBelow: Value {
    guard case .statistic(let statistic, let value, let population) = self else { return self }
    return .statistic(
      statistic == .rankFromTop ? .rankFromBottom : .rankFromTop, of: value, among: population)
  }
}
