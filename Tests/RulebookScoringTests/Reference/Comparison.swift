import ExactArithmetic
import RulebookModel
import RulebookScoring

/// Compares the engine with the reference.
enum Comparison {
  /// What is wrong with a case; `nil` where engine and reference agree.
  static func finding(in generated: GeneratedCase, loaded: Rulebook? = nil) -> Finding? {
    do {
      let run = try EngineRun(generated, loaded: loaded)
      try compare(run, with: generated)
      return nil
    } catch {
      return error
    }
  }

  private static func compare(_ run: EngineRun, with generated: GeneratedCase) throws(Finding) {
    let reference = ReferenceScorer(generated.rulebook, generated.year)
    let expected = reference.scores()
    guard let expected, let scores = run.scores else {
      if expected == nil, run.scores == nil { return }
      throw Finding(kind: .mean, text: "平均分没有单位可算：引擎\(run.scores == nil)，参照\(expected == nil)")
    }
    try compareOutline(run.rulebook, reference)
    try compareOutcomes(scores, reference.outcomes(expected))
    for unit in generated.year.units.indices {
      try compare(scores, expected, reference, unit)
      guard generated.checksReasons else { continue }
      if let problem = ReasonCheck.problem(with: scores, unit: unit) {
        throw Finding(kind: .reasons, text: "\(generated.year.units[unit].name)：\(problem)")
      }
    }
  }

  private static func compareOutcomes(
    _ scores: Scores, _ expected: [ReferenceScorer.Outcome]
  ) throws(Finding) {
    let found = scores.outcomes.map { outcome in
      ReferenceScorer.Outcome(
        grades: Set(outcome.grades.map { $0 ?? -1 }), bar: outcome.bar,
        isLast: outcome.isLast == .certain ? [true] : outcome.isLast == .no ? [false] : [false, true],
        places: outcome.places)
    }
    guard found != expected else { return }
    throw Finding(kind: .outcomes, text: "结果\(found)，应为\(expected)")
  }

  private static func compareOutline(_ rulebook: Rulebook, _ reference: ReferenceScorer) throws(Finding) {
    let expected = reference.placed.map(\.item.title)
    let found = rulebook.items.dropFirst().map(\.title)
    guard expected == found else { throw Finding(kind: .outline, text: "标题\(found)，应为\(expected)") }
    let parents = reference.placed.map { ($0.parent ?? -1) + 1 }
    let foundParents = rulebook.items.dropFirst().map { $0.parent ?? -1 }
    guard parents == foundParents else {
      throw Finding(kind: .outline, text: "上级\(foundParents)，应为\(parents)")
    }
  }

  private static func compare(
    _ scores: Scores, _ expected: ReferenceScorer.Scores, _ reference: ReferenceScorer, _ unit: Int
  ) throws(Finding) {
    var lines: [String] = []
    for (index, placed) in reference.placed.enumerated() where placed.item.hasScore {
      let found = scores.score(ofItem: index + 1, unit: unit)
      let wanted = expected[index][unit]
      let isSame =
        found.score == Score(wanted ?? .zero) && (found.state == .notApplicable) == (wanted == nil)
      if !isSame {
        lines.append(
          "\(placed.item.title)：引擎\(Extent(found.score)) \(found.state)，参照\(wanted.map { "\($0)" } ?? "不适用")")
      }
    }
    let total = reference.total(unit, expected)
    if scores.total(ofUnit: unit) != Score(total) {
      lines.append("总分：引擎\(Extent(scores.total(ofUnit: unit)))，参照\(total)")
    }
    guard lines.isEmpty else {
      throw Finding(kind: .scores, text: "\(scores.units[unit])\n" + lines.joined(separator: "\n"))
    }
  }
}

extension Scores {
  /// Whether 总分得N分 may hold of a unit and does not surely.
  fileprivate func mayBeSettled(_ unit: Int) -> Bool {
    guard outcomes.indices.contains(unit) else { return false }
    return outcomes[unit].reasons.contains { reason in
      guard case .total = rulebook.outcomes.rules[reason.rule].effect else { return false }
      return reason.certainty == .possible
    }
  }
}

extension Score {
  init(_ extent: Extent) { self.init(low: extent.low, high: extent.high) }
}

extension Extent {
  init(_ score: Score) { self.init(score.low, score.high) }
}

/// Recomputes scores from the reasons given for them.
enum ReasonCheck {
  /// What does not add up among a unit's reasons.
  static func problem(with scores: Scores, unit: Int) -> String? {
    for reason in scores.reasons(forUnit: unit) {
      let title = scores.rulebook.items[reason.item].title
      let score = Extent(reason.score.score)
      if reason.score != scores.score(ofItem: reason.item, unit: unit) { return "\(title)的理由另有得分\(score)" }
      // What may still make the total another one is told with the outcomes, not with the items.
      if reason.item == 0, scores.mayBeSettled(unit) { continue }
      if let problem = problem(with: reason, in: scores.rulebook) { return "\(title)：\(problem)" }
    }
    return nil
  }

  private static func problem(with reason: ItemReason, in rulebook: Rulebook) -> String? {
    let score = Extent(reason.score.score)
    switch reason.source {
    case .mean, .granted: return nil
    case .settled: return nil
    case .notApplicable, .movedTo, .zeroed: return score == .zero ? nil : "应为0，是\(score)"
    case .own: break
    }
    let moving = reason.clauses.filter { rulebook.clauses[$0.clause].effect != .zeroesItem }
    for clause in moving {
      if let problem = problem(with: clause, in: rulebook) { return problem }
    }
    let asked =
      Extent(reason.start) + .sum(moving.map { Extent($0.counted) })
      + .sum(reason.children.map { child in Extent(child.score.score).rising { child.weight * $0 } })
    if asked != Extent(reason.asked) { return "合计应为\(asked)，是\(Extent(reason.asked))" }
    var expected = asked.clamped(to: Extent(reason.low, reason.high))
    if let places = reason.places { expected = expected.rising { $0.rounded(places: places) } }
    if moving.count < reason.clauses.count, expected.or(0) == score { return nil }
    return expected == score ? nil : "应为\(expected)，是\(score)"
  }

  private static func problem(with clause: ClauseReason, in rulebook: Rulebook) -> String? {
    let rule = rulebook.clauses[clause.clause]
    let asked = Extent.sum(clause.terms.map { Extent($0.worth) })
    if asked != Extent(clause.asked) { return "“\(rule.sentence)”合计应为\(asked)，是\(Extent(clause.asked))" }
    let counted = asked.clamped(to: Extent(rule.least, rule.greatest))
    return counted == Extent(clause.counted)
      ? nil : "“\(rule.sentence)”应计\(counted)，是\(Extent(clause.counted))"
  }
}
