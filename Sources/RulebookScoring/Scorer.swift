import ExactArithmetic
public import RulebookEvidence
public import RulebookModel
import RulebookSyntax
public import RulebookText

/// Scores every unit of a register under a rulebook.
public enum Scorer {
  /// The scores, or what makes them impossible (an average over nobody). Units that tie at the last place of a quota are
  /// told beside the scores.
  public static func score(
    _ rulebook: Rulebook, _ evidence: EvidenceTable
  ) -> (scores: Scores?, diagnostics: [Diagnostic]) {
    let plan = Planner.plan(rulebook)
    let evidence = evidence.completed(for: rulebook)
    var evaluator = Evaluator(plan, rulebook, evidence)
    let populations = plan.populationNodes
    evaluator.run(keeping: plan.itemNodes + populations + plan.outcomeNodes)
    let problems = diagnostics(of: evaluator.problems, rulebook, evidence)
    guard problems.isEmpty else { return (nil, problems) }
    let columns = plan.itemNodes.map { evaluator.column(of: $0) }
    let stage = OutcomeStage.run(rulebook, evidence, plan) { evaluator.column(of: $0) }
    let finder = MissingFinder(rulebook, evidence)
    let statistics = populations.map { ($0, evaluator.column(of: $0)) }
    let scores = Scores(
      rulebook: rulebook, evidence: evidence, plan: plan, columns: columns,
      states: ItemStates(rulebook, evidence.register.answers), statistics: statistics,
      outcomes: stage.outcomes, undecidedCuts: stage.cuts,
      missing: rulebook.withoutIdleTies(finder.missing(), needed: stage.tieNeeds),
      missingFigures: finder.missingFigures())
    return (scores, stage.cuts.map { diagnostic(of: $0, scores) })
  }

  /// Units that tie at the last place of a quota; the scores stand all the same.
  private static func diagnostic(of cut: UndecidedCut, _ scores: Scores) -> Diagnostic {
    let rule = scores.rulebook.outcomes.rules[cut.rule]
    let total = cut.units.first.flatMap { scores.total(ofUnit: $0).exact } ?? 0
    return .undecidedCut(
      cut.units.map { scores.units[$0] }, words: rule.canonical,
      total: Publication(scores.rulebook).text(total),
      at: Label(file: scores.rulebook.source.name, range: rule.place))
  }

  private static func diagnostics(
    of problems: [Evaluator.Problem], _ rulebook: Rulebook, _ evidence: EvidenceTable
  ) -> [Diagnostic] {
    problems.map { problem in
      switch problem {
      case .nobody(let item, let unit):
        .meanOverNobody(
          rulebook.items[item].path,
          inGroup: rulebook.groupWords(forAnswers: evidence.register.answers[unit]),
          at: rulebook.place(ofItem: item))
      case .noPeriod(let item, let unit):
        .noPeriodCounts(
          rulebook.items[item].path, unit: evidence.register.units[unit],
          assessment: rulebook.axis(ofItem: item).assessment, at: rulebook.place(ofItem: item))
      case .zeroDivisor(let site, let unit):
        .zeroDivisor(
          rulebook.items[site.item].path, unit: evidence.register.units[unit],
          names: rulebook.reported(site.divisors).map { rulebook.evidence[$0].name },
          rows: evidence.places(of: rulebook.reported(site.divisors), unit: site.isShared ? nil : unit),
          at: rulebook.place(ofItem: site.item))
      }
    }
  }
}

extension Rulebook {
  /// What is missing, where what only decides between ties is asked for of those units alone that it may decide on.
  fileprivate func withoutIdleTies(_ missing: [MissingEvidence], needed: Set<Int>) -> [MissingEvidence] {
    let read = Set(
      clauses.flatMap(\.terms).flatMap(\.readEvidence) + outcomes.rules.flatMap(\.evidence))
    let idle = outcomes.ties.compactMap { tie -> Int? in
      if case .evidence(let index) = tie.basis, !read.contains(index) { index } else { nil }
    }
    return missing.compactMap { entry in
      guard idle.contains(entry.evidence) else { return entry }
      var entry = entry
      entry.units.removeAll { !needed.contains($0) }
      return entry.units.isEmpty ? nil : entry
    }
  }
}

extension EvidenceTable {
  /// Where the rows of some evidence stand, of one unit or of all: 台账-经信局.csv第3行; no more than can be looked at.
  fileprivate func places(of evidence: [Int], unit: Int?) -> [String] {
    let rows = (0..<rowCount).filter { row in
      evidence.contains(Int(self.evidence[row])) && (unit.map { Int(units[row]) == $0 } ?? true)
    }
    return rows.prefix(3).map { details(ofRow: $0) }.map { "\($0.file) 第\($0.line)行" }
  }
}

extension Rulebook {
  /// The evidence that offices report behind some evidence.
  fileprivate func reported(_ evidence: [Int]) -> [Int] {
    evidence.flatMap { reportedEvidence(of: .reported(Value.Reading($0))) }.reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  fileprivate func place(ofItem item: Int) -> Label { Label(file: source.name, range: items[item].place) }
}

extension ItemScore {
  init(_ score: Score, applies: Bool) {
    guard applies else {
      self.init(state: .notApplicable, score: .zero)
      return
    }
    self.init(state: score.exact == nil ? .missing : .scored, score: score)
  }
}

/// Which items exist for which units.
struct ItemStates: Sendable {
  /// For each item, one entry a unit: whether it gives the unit a score.
  private var scored: [[Bool]] = []

  init(_ rulebook: Rulebook, _ answers: [[Int]]) {
    let everyone = answers.map { _ in true }
    // For each item, whether it and everything around it apply; parents stand before their children.
    var reached: [[Bool]] = []
    for item in rulebook.items {
      let around = item.parent.map { reached[$0] } ?? everyone
      let own =
        item.ownApplicability.isEveryone
        ? around
        : zip(around, answers).map { around, answers in around && item.ownApplicability.holds(for: answers) }
      reached.append(own)
      scored.append(item.others.grantsScore ? around : own)
    }
  }

  /// Whether the item gives the unit a score: where it applies, or where 其余 grants one.
  func hasScore(item: Int, unit: Int) -> Bool { scored[item][unit] }
}

extension Item.Grant {
  /// Whether the units outside 适用 have a score all the same.
  fileprivate var grantsScore: Bool {
    switch self {
    case .nothing, .movedTo: false
    case .mean, .fullMark, .points: true
    }
  }
}
