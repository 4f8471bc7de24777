import ExactArithmetic
import RulebookEvidence
public import RulebookModel
import RulebookSyntax

/// What running one 【例】 came to.
public struct ExampleResult: Sendable {
  /// Index of the example, into `Rulebook.examples`.
  public var example: Int
  /// The score its item comes to.
  public var found: Score
  /// What its year comes to; `nil` where the rulebook says nothing of that.
  public var outcome: UnitOutcome?
  /// Marks and percentages that it needs and does not state; indices into `Rulebook.evidence`.
  public var missing: [Int]
  /// Figures of 指标表 that it needs and does not state; indices into `Rulebook.references`.
  public var missingReferences: [Int]
  /// Places, means and extremes of all units that it needs and does not state, in the words of an example.
  public var missingFigures: [String]
  /// How the score came about, item by item.
  public var reasons: [ItemReason]

  /// Whether the score or the outcome is the expected one.
  public func isMet(_ example: Example) -> Bool {
    guard isComplete else { return false }
    switch example.expected {
    case .score(let score): return found.exact == score
    case .outcome(let effect): return outcome?.has(effect) ?? false
    }
  }

  /// Whether the example states all that it needs.
  public var isComplete: Bool {
    missing.isEmpty && missingReferences.isEmpty && missingFigures.isEmpty
  }
}

/// Runs the 【例】 of a rulebook: a made-up unit to which just the stated facts have happened.
///
/// Every office has reported. What is not stated has no effect: no events, no awards, and a requirement whose
/// shortfall costs points is met. Marks and percentages have no such value; leaving one out is an error.
public enum ExampleRunner {
  /// The results, one for each example.
  public static func run(_ rulebook: Rulebook) -> [ExampleResult] {
    let plan = Planner.plan(rulebook)
    return rulebook.examples.indices.map { run($0, rulebook, plan) }
  }

  private static func run(_ index: Int, _ rulebook: Rulebook, _ plan: Plan) -> ExampleResult {
    let example = rulebook.examples[index]
    let register = Register(units: ["本例"], aliases: [[]], answers: [answers(for: example, rulebook)])
    let rows = rows(of: example, rulebook)
    let table = EvidenceTable(
      register: register, rows: rows, hasReported: rulebook.offices.map { _ in true },
      references: rulebook.references.indices.map { [cell($0, of: example)] },
      exemptions: exemptions(of: example, rulebook))
    var evaluator = Evaluator(plan, rulebook, table, known: statistics(of: example, plan))
    evaluator.run(keeping: plan.itemNodes + plan.populationNodes + plan.outcomeNodes)
    let stage = OutcomeStage.run(
      rulebook, table, plan, stated: OutcomeStage.Stated(place: example.rank, unitCount: example.unitCount)
    ) { evaluator.column(of: $0) }
    let scores = Scores(
      rulebook: rulebook, evidence: table, plan: plan,
      columns: plan.itemNodes.map { evaluator.column(of: $0) },
      states: ItemStates(rulebook, register.answers),
      statistics: plan.populationNodes.map { ($0, evaluator.column(of: $0)) }, outcomes: stage.outcomes,
      undecidedCuts: [], missing: [], missingFigures: [])
    var needs = needs(of: example, rulebook, register.answers[0])
    if case .outcome(let effect) = example.expected, scores.outcomes.first?.has(effect) ?? false {
      needs = []
    }
    return ExampleResult(
      example: index, found: scores.score(ofItem: example.item, unit: 0).score,
      outcome: scores.outcomes.first,
      missing: needs.compactMap { need in
        if case .fact(let evidence, .quantity) = need { evidence } else { nil }
      },
      missingReferences: needs.compactMap { need in
        if case .setting(let reference) = need { reference } else { nil }
      },
      missingFigures: needs.compactMap { need in
        if case .fact(let evidence, .statistic(let figure)) = need {
          rulebook.evidence[evidence].words(for: figure)
        } else {
          nil
        }
      } + missingPlaces(of: example, rulebook, scores.outcomes.first),
      reasons: scores.reasons(forUnit: 0, item: example.item))
  }

  /// Where the unit stands, and among how many, where a quota hangs on it and the example does not say so.
  private static func missingPlaces(of example: Example, _ rulebook: Rulebook, _ outcome: UnitOutcome?)
    -> [String]
  {
    guard case .outcome(let effect) = example.expected, let outcome, !outcome.has(effect) else { return [] }
    let open = outcome.reasons.filter { $0.certainty == .possible }.compactMap { reason in
      rulebook.outcomes.rules[reason.rule].quota
    }
    guard !open.isEmpty else { return [] }
    let isShare = open.contains { if case .share = $0.extent { true } else { false } }
    return (example.rank == nil ? ["总得分第几名"] : [])
      + (isShare && example.unitCount == nil ? ["共几个单位"] : [])
  }

  // MARK: Attributes

  /// The stated answers; else such that the example's item applies; else 否.
  private static func answers(for example: Example, _ rulebook: Rulebook) -> [Int] {
    var answers = rulebook.attributes.map { $0.reference == nil ? 0 : 1 }
    let assumed = rulebook.items[example.item].applicability.alternatives.first ?? []
    for test in assumed + example.answers {
      answers[test.attribute] = test.isNegated ? other(than: test, rulebook) : test.answer
    }
    for index in answers.indices {
      guard let reference = rulebook.attributes[index].reference else { continue }
      answers[index] = cell(reference, of: example).state == .notApplicable ? 0 : 1
    }
    return answers
  }

  /// What the example says of a figure of 指标表.
  private static func cell(_ reference: Int, of example: Example) -> ReferenceCell {
    let setting = example.settings.last { $0.reference == reference }
    return ReferenceCell(setting.map { $0.figure.map { .set($0) } ?? .notApplicable } ?? .missing)
  }

  private static func other(than test: AttributeTest, _ rulebook: Rulebook) -> Int {
    (0..<rulebook.attributes[test.attribute].answerCount).first { $0 != test.answer } ?? 0
  }

  // MARK: Figures of all units

  private static func statistics(of example: Example, _ plan: Plan) -> [NodeID: Column] {
    var known: [NodeID: Column] = [:]
    for entry in plan.evidenceStatistics {
      let fact = example.facts.last {
        $0.evidence == entry.evidence && $0.figure == .statistic(entry.statistic)
      }
      if let fact { known[entry.node] = .constant(fact.value, count: plan.nodes[entry.node].axis.count) }
    }
    if let total = example.total { known[plan.earnedTotal] = .constant(total, count: 1) }
    return known
  }

  // MARK: Facts

  private static func rows(of example: Example, _ rulebook: Rulebook) -> [EvidenceRow] {
    let facts = example.facts.filter { $0.figure == .quantity }
    let stated = Set(facts.map(\.evidence))
    return latest(facts, rulebook).flatMap { rows(of: $0, rulebook) }
      + rulebook.evidence.indices.flatMap { evidence -> [EvidenceRow] in
        guard stated.contains(evidence) else { return neutral(evidence, rulebook, besides: []) }
        let periods = facts.filter { $0.evidence == evidence }.map(\.periods)
        guard !periods.contains(nil) else { return [] }
        return neutral(evidence, rulebook, besides: periods.flatMap { $0 ?? [] })
      }
  }

  /// A later fact about a period replaces what 每月 said of it.
  private static func latest(_ facts: [Example.Fact], _ rulebook: Rulebook) -> [Example.Fact] {
    facts.enumerated().map { index, fact in
      guard let periods = fact.periods else { return fact }
      let replaced = Set(
        facts[(index + 1)...].filter { $0.evidence == fact.evidence }.flatMap { $0.periods ?? [] })
      var kept = fact
      kept.periods = periods.filter { !replaced.contains($0) }
      return kept
    }
  }

  private static func exemptions(of example: Example, _ rulebook: Rulebook) -> [Exemption] {
    rulebook.items.indices.flatMap { item -> [Exemption] in
      guard let periodic = rulebook.items[item].periodic,
        let evidence = rulebook.evidence.firstIndex(where: { $0.periodicItem == item })
      else { return [] }
      return example.exempted.filter { $0 < periodic.period.count }.map {
        Exemption(unit: 0, evidence: evidence, month: periodic.period.firstMonth(of: $0))
      }
    }
  }

  private static func rows(of fact: Example.Fact, _ rulebook: Rulebook) -> [EvidenceRow] {
    let period = rulebook.evidence[fact.evidence].period
    guard let value = ScaledDecimal(exactly: fact.value) else { return [] }
    return (fact.periods ?? [0]).map { index in
      EvidenceRow(
        unit: 0, evidence: fact.evidence, value: value, month: month(of: index, period), level: fact.level,
        matter: fact.matter)
    }
  }

  /// The rows with which a requirement is just met in the periods of which nothing is stated.
  private static func neutral(_ evidence: Int, _ rulebook: Rulebook, besides stated: [Int]) -> [EvidenceRow] {
    guard rulebook.evidence[evidence].kind == .count, let required = required(evidence, rulebook),
      let value = ScaledDecimal(exactly: required)
    else { return [] }
    let period = rulebook.evidence[evidence].period
    return (0..<period.count).filter { !stated.contains($0) }.map {
      EvidenceRow(unit: 0, evidence: evidence, value: value, month: month(of: $0, period))
    }
  }

  /// The least value at which no term that takes points away does so; `nil` where 0 is such a value.
  private static func required(_ evidence: Int, _ rulebook: Rulebook) -> Rational? {
    var required: Rational?
    for clause in rulebook.clauses where clause.effect == .deducts || clause.effect == .zeroesItem {
      for term in clause.terms where term.reads(evidence) && !term.curve.worth(of: 0).isZero {
        let starts = term.curve.pieces.compactMap(\.start)
        for start in starts where term.curve.worth(of: start).isZero {
          required = max(required ?? start, start)
        }
      }
    }
    return required
  }

  private static func month(of period: Int, _ length: Period) -> Int {
    length == .year ? 0 : length.firstMonth(of: period)
  }

  // MARK: What is missing

  /// What the expected depends on of a unit with these answers and the example does not state, each once.
  private static func needs(of example: Example, _ rulebook: Rulebook, _ answers: [Int]) -> [Need] {
    var needs: [Need] = []
    for value in values(behind: example, rulebook, answers) {
      for need in self.needs(of: value, example, rulebook) where !needs.contains(need) { needs.append(need) }
    }
    return needs
  }

  /// The values that the expected is worked out from: those of its item; for what a year comes to those of the rules,
  /// and those of all items where a total that is not stated decides.
  private static func values(behind example: Example, _ rulebook: Rulebook, _ answers: [Int]) -> [Value] {
    var item: Int? = example.item
    var values: [Value] = []
    if case .outcome = example.expected {
      let rules = rulebook.outcomes.rules.filter { $0.applicability.holds(for: answers) }
      item = example.total == nil && rules.contains(where: \.looksAtTotal) ? 0 : nil
      values = rules.flatMap(\.values)
    }
    guard let item else { return values }
    let items = itemsBehind(item, rulebook)
    for clause in rulebook.clauses where clause.applicability.holds(for: answers) {
      if items.contains(where: { isWithin(clause.item, $0, rulebook) }) {
        values += clause.terms.map(\.value)
      }
    }
    return values
  }

  /// What a value is made of and the example does not state, but for what is 0 where it is absent; where a figure of
  /// all units is stated, what it is worked out from is not asked for. What is compared with 指标表 has to be stated.
  private static func needs(of value: Value, _ example: Example, _ rulebook: Rulebook) -> [Need] {
    let found: [Need]
    switch value {
    case .statistic(let figure, let inner, _):
      found = inner.evidence.prefix(1).map { .fact($0, .statistic(figure)) }
    case .arithmetic(_, let left, let right):
      return needs(of: left, example, rulebook) + needs(of: right, example, rulebook)
        + (value.references.isEmpty ? [] : value.ownEvidence.map { .fact($0, .quantity) }).filter {
          !$0.isStated(in: example, rulebook)
        }
    case .formula(let formula): return formula.values.flatMap { needs(of: $0, example, rulebook) }
    case .magnitude(let inner): return needs(of: inner, example, rulebook)
    case .reference(let reference): found = [.setting(reference)]
    case .reported, .any, .all, .constant, .score, .fullMark:
      found = value.evidence.flatMap { evidence -> [Need] in
        if let definition = rulebook.evidence[evidence].definition {
          return needs(of: .formula(definition), example, rulebook)
        }
        return rulebook.evidence[evidence].kind.isZeroWhenAbsent ? [] : [.fact(evidence, .quantity)]
      }
    }
    return found.filter { !$0.isStated(in: example, rulebook) }
  }

  /// An item and those whose scores its formulas compute with.
  private static func itemsBehind(_ item: Int, _ rulebook: Rulebook) -> [Int] {
    var items = [item]
    var next = 0
    while next < items.count {
      let inside = rulebook.clauses.filter { isWithin($0.item, items[next], rulebook) }
      for other in inside.flatMap(\.terms).flatMap({ rulebook.scoredItems(of: $0.value) })
      where !items.contains(other) {
        items.append(other)
      }
      next += 1
    }
    return items
  }

  private static func isWithin(_ inner: Int, _ outer: Int, _ rulebook: Rulebook) -> Bool {
    var current: Int? = inner
    while let index = current {
      if index == outer { return true }
      current = rulebook.items[index].parent
    }
    return false
  }
}

/// One thing that an example may state: something of an evidence, or a figure of 指标表.
private enum Need: Equatable {
  case fact(Int, Example.Fact.Figure)
  case setting(Int)

  /// Whether an example states it: for the year, or for every period of 按月考核 that counts.
  func isStated(in example: Example, _ rulebook: Rulebook) -> Bool {
    switch self {
    case .setting(let reference): return example.settings.contains { $0.reference == reference }
    case .fact(let evidence, let figure):
      let facts = example.facts.filter { $0.evidence == evidence && $0.figure == figure }
      guard figure == .quantity, let item = rulebook.evidence[evidence].periodicItem else {
        return !facts.isEmpty
      }
      let (axis, length) = (rulebook.axis(ofItem: item), rulebook.evidence[evidence].period)
      let stated = Set(
        facts.flatMap { $0.periods ?? [] }.map { axis.index(ofMonth: length.firstMonth(of: $0)) })
      return stated.union(example.exempted).count == axis.count
    }
  }
}

extension Value {
  /// The evidence of the unit itself that it reads, without what figures of all units are worked out from.
  fileprivate var ownEvidence: [Int] {
    switch self {
    case .statistic: []
    case .arithmetic(_, let left, let right): left.ownEvidence + right.ownEvidence
    case .magnitude(let inner): inner.ownEvidence
    case .formula(let formula): formula.values.flatMap(\.ownEvidence)
    case .reported, .any, .all, .constant, .reference, .score, .fullMark: evidence
    }
  }
}

extension Term {
  /// Whether it looks at the quantity of this evidence itself.
  fileprivate func reads(_ evidence: Int) -> Bool {
    guard value.evidence == [evidence] else { return false }
    return value.references.isEmpty
  }
}
