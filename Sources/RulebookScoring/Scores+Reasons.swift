import ExactArithmetic
import RulebookEvidence
public import RulebookModel
import RulebookSyntax

extension Scores {
  /// Why a unit has its scores, in the order of the document: for every item with a score, or for `item` and
  /// everything below it.
  ///
  /// Each reason can be recomputed: start, clauses and children together, brought into the bounds, are the score. An
  /// item of 按月考核 comes with what its periods gave, then period by period with everything in it.
  public func reasons(forUnit unit: Int, item: Int? = nil) -> [ItemReason] {
    var evaluator = Evaluator(plan, rulebook, evidence, unit: unit, known: known(forUnit: unit))
    evaluator.run(keeping: nil)
    let reader = ReasonReader(scores: self, unit: unit, evaluator: evaluator)
    let shown = rulebook.items.indices.filter { isShown($0, within: item) }
    return shown.flatMap { index -> [ItemReason] in
      guard let outer = rulebook.items[index].periodicItem else { return [reader.reason(forItem: index)] }
      // What is in an item of 按月考核 comes with the first of it that is shown.
      guard index == outer || !shown.contains(outer) && index == item else { return [] }
      let within = shown.filter { rulebook.items[$0].periodicItem == outer }
      return reader.reasons(forYearOf: index, within: within)
    }
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

  /// An item of 按月考核, or one in it, for the year, then everything `within` it in each period that counts.
  func reasons(forYearOf index: Int, within: [Int]) -> [ItemReason] {
    var year = reason(forItem: index)
    guard year.source == .own || year.source.isZeroed else { return [year] }
    let axis = rulebook.axis(ofItem: index)
    let counted = evaluator.exemptions.counted(item: index, axis: axis)
    let scored = evaluator.column(of: scores.plan.periodNodes[index])
    let periods = (0..<axis.count).map {
      PeriodScore(index: $0, score: scored.score(at: $0), counts: counted?[$0] ?? true)
    }
    year.source = .periods(periods)
    (year.clauses, year.children) = ([], [])
    year.start = 0
    year.asked = scores.plan.itemTraces[index].year.map { single($0) } ?? year.score.score
    (year.low, year.high) = bounds(ofYear: index)
    let months = periods.filter(\.counts).flatMap { period in
      within.map { reason(forItem: $0, period: period.index) }
    }
    return [year] + months
  }

  private func bounds(ofYear index: Int) -> (low: Rational?, high: Rational?) {
    let (low, high) = rulebook.items[index].yearlyBounds
    return (low.map { $0.value(for: answers) }, high.map { $0.value(for: answers) })
  }

  /// An item, in one period where it is scored by periods.
  func reason(forItem index: Int, period: Int? = nil) -> ItemReason {
    let item = rulebook.items[index]
    let trace = scores.plan.itemTraces[index]
    let clauses = item.clauses.filter { applies($0) }
    let moving = clauses.filter { rulebook.clauses[$0].effect != .zeroesItem }
    return ItemReason(
      item: index, period: period, score: score(ofItem: index, period),
      source: source(index, trace, period),
      fullMark: single(trace.fullMark, period).exact ?? 0, start: single(trace.start, period).exact ?? 0,
      clauses: clauses.map { reason(forClause: $0, period) },
      children: item.isComputed
        ? []
        : item.children.filter { rulebook.hasScore($0) }.map {
          ($0, score(ofItem: $0, period), rulebook.items[$0].weight ?? 1)
        },
      asked: moving.isEmpty && item.children.isEmpty
        ? single(trace.start, period) : single(trace.asked, period),
      low: trace.low.flatMap { single($0, period).exact },
      high: trace.high.flatMap { single($0, period).exact },
      places: period == nil ? rulebook.places(of: item) : item.periodic == nil ? item.places : nil)
  }

  private func score(ofItem index: Int, _ period: Int?) -> ItemScore {
    let ofYear = scores.score(ofItem: index, unit: unit)
    guard let period, ofYear.state != .notApplicable else { return ofYear }
    return ItemScore(evaluator.column(of: scores.plan.periodNodes[index]).score(at: period), applies: true)
  }

  private func source(_ index: Int, _ trace: ItemTrace, _ period: Int?) -> ItemReason.Source {
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
      case .movedTo(let targets): return .movedTo(targets)
      }
    }
    if scores.score(ofItem: index, unit: unit).state == .notApplicable { return .notApplicable }
    if index == 0, let rule = settlingRule { return .settled(rule: rule) }
    let zeroing = item.clauses.first { clause in
      rulebook.clauses[clause].effect == .zeroesItem && applies(clause)
        && (single(scores.plan.clauseTraces[clause].counted, period).low?.signum ?? 0) > 0
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

  private func reason(forClause index: Int, _ period: Int?) -> ClauseReason {
    let trace = scores.plan.clauseTraces[index]
    let clause = rulebook.clauses[index]
    let terms = clause.terms.indices.map { reason(forTerm: $0, of: clause, trace.terms[$0], period) }
    return ClauseReason(
      clause: index, terms: terms, asked: single(trace.asked, period), counted: single(trace.counted, period))
  }

  private func reason(
    forTerm index: Int, of clause: Clause, _ trace: TermTrace, _ period: Int?
  ) -> TermReason {
    let term = clause.terms[index]
    let values = evaluator.column(of: trace.value)
    let worths = evaluator.column(of: trace.worth)
    // Where the item is scored by periods, those of its curve that lie in the one looked at.
    let first = (period ?? 0) * term.repetitions
    let periods = (first..<first + term.repetitions).map {
      PeriodReason(
        index: $0, value: values.score(at: $0), worth: worths.score(at: $0),
        source: reason(for: term.value, trace.value, period: $0))
    }
    let rows = (rulebook.reportedEvidence(of: term.value) + term.waivers).flatMap {
      evaluator.gatherer.rows(of: $0, for: term, in: period)
    }.sorted()
    return TermReason(
      term: index, periods: periods, worth: single(trace.points, period),
      scale: trace.scale.flatMap { single($0, period).exact } ?? 1, rows: rows,
      outdone: evaluator.gatherer.outdone(by: term), levels: evaluator.gatherer.levels(of: term, in: period),
      lowering: evaluator.gatherer.lowering(of: term, in: period),
      factor: trace.factor.flatMap { single($0, period).exact } ?? 1,
      isWaived: trace.waiver.map { single($0, period).exact.map { !$0.isZero } } ?? false,
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

  private func single(_ node: NodeID, _ period: Int? = nil) -> Score {
    evaluator.column(of: node).score(at: period ?? 0)
  }
}

extension ItemReason.Source {
  /// Whether a clause makes the item 0.
  fileprivate var isZeroed: Bool { if case .zeroed = self { true } else { false } }
}
