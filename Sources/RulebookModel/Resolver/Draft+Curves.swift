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
    guard requirementsAgree(use, draft), let yardstick = yardstick(of: use, draft, form) else { return nil }
    let lowering = CurveLowering(
      form: form, draft: draft, use: use, evidence: evidence[use.evidence], yardstick: yardstick,
      limits: CurveLimits(of: draft, form))
    return lowering.anchored(&self)?.clauses(&self)
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
