import ExactArithmetic
import RulebookEvidence
public import RulebookModel
import RulebookSyntax

extension Scores {
  /// Why a unit has its scores, in the order of the document: for every item with a score, or for `item` and
  /// everything below it.
  ///
  /// Each reason can be recomputed: start, clauses and children together, brought into the bounds, are the score.
  public func reasons(forUnit unit: Int, item: Int? = nil) -> [ItemReason] {
    var evaluator = Evaluator(plan, rulebook, evidence, unit: unit, known: known(forUnit: unit))
    evaluator.run(keeping: nil)
    let reader = ReasonReader(scores: self, unit: unit, evaluator: evaluator)
    return rulebook.items.indices.filter { isShown($0, within: item) }.map { reader.reason(forItem: $0) }
  }

  /// What a unit has of figures that look at a whole population.
  private func known(forUnit unit: Int) -> [NodeID: Column] {
    Dictionary(
      uniqueKeysWithValues: statistics.map { node, column in
        let periods = plan.nodes[node].axis.count
        return (node, .packed((0..<periods).map { column.score(at: unit * periods + $0) }))
      })
  }

  private func isShown(_ index: Int, within item: Int?) -> Bool {
    guard rulebook.hasScore(index) else { return false }
    guard let item else { return true }
    var current: Int? = index
    while let here = current {
      if here == item { return true }
      current = rulebook.items[here].parent
    }
    return false
  }
}

extension Rulebook {
  /// Whether an item has a score: it or something in it has a worth.
  public func hasScore(_ item: Int) -> Bool {
    items.hasScore(item)
  }
}

/// Reads the nodes behind the items of one unit.
private struct ReasonReader {
  let scores: Scores
  let unit: Int
  let evaluator: Evaluator

  private var rulebook: Rulebook { scores.rulebook }
  private var answers: [Int] { scores.evidence.register.answers[unit] }

  func reason(forItem index: Int) -> ItemReason {
    let item = rulebook.items[index]
    let trace = scores.plan.itemTraces[index]
    let clauses = item.clauses.filter { applies($0) }
    let moving = clauses.filter { rulebook.clauses[$0].effect != .zeroesItem }
    return ItemReason(
      item: index, score: scores.score(ofItem: index, unit: unit), source: source(index, trace),
      fullMark: single(trace.fullMark).exact ?? 0, start: single(trace.start).exact ?? 0,
      clauses: clauses.map { reason(forClause: $0) },
      children: item.isComputed
        ? []
        : item.children.filter { rulebook.hasScore($0) }.map {
          ($0, scores.score(ofItem: $0, unit: unit), rulebook.items[$0].weight ?? 1)
        },
      asked: moving.isEmpty && item.children.isEmpty ? single(trace.start) : single(trace.asked),
      low: trace.low.flatMap { single($0).exact }, high: trace.high.flatMap { single($0).exact },
      places: rulebook.places(of: item))
  }

  private func source(_ index: Int, _ trace: ItemTrace) -> ItemReason.Source {
    let item = rulebook.items[index]
    if !item.ownApplicability.holds(for: answers) {
      switch item.others {
      case .nothing: return .notApplicable
      case .mean:
        let all = scores.evidence.register.answers
        return .mean(
          of: all.indices.filter { unit in
            item.applicability.holds(for: all[unit])
              && rulebook.group.map { all[unit][$0] == answers[$0] } ?? true
          })
      case .fullMark, .points: return .granted
      case .movedTo(let target): return .movedTo(target)
      }
    }
    if scores.score(ofItem: index, unit: unit).state == .notApplicable { return .notApplicable }
    if index == 0, let rule = settlingRule { return .settled(rule: rule) }
    let zeroing = item.clauses.first { clause in
      rulebook.clauses[clause].effect == .zeroesItem && applies(clause)
        && (single(scores.plan.clauseTraces[clause].counted).low?.signum ?? 0) > 0
    }
    return zeroing.map { .zeroed(clause: $0) } ?? .own
  }

  /// The rule that surely makes the total another one; of several the one with the lowest figure.
  private var settlingRule: Int? {
    guard scores.outcomes.indices.contains(unit) else { return nil }
    let settling = scores.outcomes[unit].reasons.compactMap { reason -> (rule: Int, points: Rational)? in
      guard case .total(let points) = rulebook.outcomes.rules[reason.rule].effect else { return nil }
      return reason.certainty == .certain ? (reason.rule, points) : nil
    }
    return settling.min { $0.points < $1.points }?.rule
  }

  private func applies(_ clause: Int) -> Bool {
    rulebook.clauses[clause].applicability.holds(for: answers)
  }

  private func reason(forClause index: Int) -> ClauseReason {
    let trace = scores.plan.clauseTraces[index]
    let clause = rulebook.clauses[index]
    let terms = clause.terms.indices.map { reason(forTerm: $0, of: clause, trace.terms[$0]) }
    return ClauseReason(
      clause: index, terms: terms, asked: single(trace.asked), counted: single(trace.counted))
  }

  private func reason(forTerm index: Int, of clause: Clause, _ trace: TermTrace) -> TermReason {
    let term = clause.terms[index]
    let values = evaluator.column(of: trace.value)
    let worths = evaluator.column(of: trace.worth)
    let periods = (0..<term.period.count).map {
      PeriodReason(
        index: $0, value: values.score(at: $0), worth: worths.score(at: $0),
        source: reason(for: term.value, trace.value, period: $0))
    }
    let rows = (rulebook.reportedEvidence(of: term.value) + term.waivers).flatMap { evidence in
      evaluator.gatherer.index.rows(of: evidence).map { Int($0) }
    }.sorted()
    return TermReason(
      term: index, periods: periods, worth: single(trace.points),
      scale: trace.scale.flatMap { single($0).exact } ?? 1, rows: rows,
      outdone: evaluator.gatherer.outdone(by: term), levels: evaluator.gatherer.levels(of: term),
      lowering: evaluator.gatherer.lowering(of: term),
      factor: trace.factor.flatMap { single($0).exact } ?? 1,
      isWaived: trace.waiver.map { single($0).exact.map { !$0.isZero } } ?? false,
      group: term.value.population?.group.map { rulebook.attributes[$0].words(forAnswer: answers[$0]) },
      formulas: formulas(behind: term, trace))
  }

  private func formulas(behind term: Term, _ trace: TermTrace) -> [FormulaReason] {
    let defined = rulebook.definedEvidence(of: term.value).compactMap { index in
      scores.plan.definitionTraces[index].map { reason(forFormula: $0, of: index) }
    }
    return defined + (trace.formula.map { [reason(forFormula: $0, of: nil)] } ?? [])
  }

  private func reason(forFormula trace: FormulaTrace, of evidence: Int?) -> FormulaReason {
    let exception = trace.exception.map { single($0.holds) }
    return FormulaReason(
      evidence: evidence, operands: trace.operands.map { single($0) }, result: single(trace.result),
      judged: trace.exception.map { single($0.judged) },
      isExcepted: exception.map { $0.exact.map { $0.signum > 0 } } ?? false)
  }

  /// How a value came about, as the plan computed it.
  private func reason(for value: Value, _ node: NodeID, period: Int) -> ValueReason {
    let parts: [ValueReason]
    switch (value, scores.plan.nodes[node].operation) {
    case (.arithmetic(_, let left, let right), .arithmetic(_, let leftNode, let rightNode, _)):
      parts = [
        reason(for: left, leftNode, period: period), reason(for: right, rightNode, period: period),
      ]
    case (.statistic(.rankFromTop, let inner, _), .statistic(_, let input, _, _)),
      (.statistic(.rankFromBottom, let inner, _), .statistic(_, let input, _, _)),
      (.magnitude(let inner), .curve(let input, _)):
      parts = [reason(for: inner, input, period: period)]
    default: parts = []
    }
    return ValueReason(value: value, score: evaluator.column(of: node).score(at: period), parts: parts)
  }

  private func single(_ node: NodeID) -> Score { evaluator.column(of: node).score(at: 0) }
}
