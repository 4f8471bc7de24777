import ExactArithmetic
public import RulebookEvidence
public import RulebookModel
public import RulebookText

/// Scores every unit of a register under a rulebook.
public enum Scorer {
  /// The scores, or what makes them impossible (an average over nobody).
  public static func score(
    _ rulebook: Rulebook, _ evidence: EvidenceTable
  ) -> (scores: Scores?, diagnostics: [Diagnostic]) {
    let plan = Planner.plan(rulebook)
    var evaluator = Evaluator(plan, rulebook, evidence)
    let populations = plan.populationNodes
    evaluator.run(keeping: plan.itemNodes + populations)
    let problems = diagnostics(of: evaluator.problems, rulebook, evidence)
    guard problems.isEmpty else { return (nil, problems) }
    let columns = plan.itemNodes.map { evaluator.column(of: $0) }
    let states = ItemStates(rulebook, evidence.register.answers)
    let items = rulebook.items.indices.map { item in
      (0..<columns[item].count).map { unit in
        ItemScore(columns[item].score(at: unit), applies: states.hasScore(item: item, unit: unit))
      }
    }
    let missing = MissingFinder(rulebook, evidence).missing()
    let statistics = populations.map { ($0, evaluator.column(of: $0)) }
    return (
      Scores(
        rulebook: rulebook, evidence: evidence, plan: plan, items: items, statistics: statistics,
        missing: missing), []
    )
  }

  private static func diagnostics(
    of problems: [Evaluator.Problem], _ rulebook: Rulebook, _ evidence: EvidenceTable
  ) -> [Diagnostic] {
    problems.map { problem in
      switch problem {
      case .nobody(let item): .meanOverNobody(rulebook.items[item].path, at: rulebook.place(ofItem: item))
      case .zeroDivisor(let item, let unit):
        .zeroDivisor(
          rulebook.items[item].path, unit: evidence.register.units[unit], at: rulebook.place(ofItem: item))
      }
    }
  }
}

extension Rulebook {
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
struct ItemStates {
  private let rulebook: Rulebook
  private let answers: [[Int]]

  init(_ rulebook: Rulebook, _ answers: [[Int]]) {
    self.rulebook = rulebook
    self.answers = answers
  }

  /// Whether the item gives the unit a score: where it applies, or where 其余 grants one.
  func hasScore(item: Int, unit: Int) -> Bool {
    var current: Int? = item
    while let index = current {
      let entry = rulebook.items[index]
      if !entry.ownApplicability.holds(for: answers[unit]) {
        guard index == item else { return false }
        switch entry.others {
        case .nothing, .movedTo: return false
        case .mean, .fullMark, .points: break
        }
      }
      current = entry.parent
    }
    return true
  }
}
