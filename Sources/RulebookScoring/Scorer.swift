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
    evaluator.run(keeping: plan.itemNodes)
    let problems = evaluator.emptyMeans.map { item in
      let place = Label(file: rulebook.source.name, range: rulebook.items[item].place)
      return Diagnostic.meanOverNobody(rulebook.items[item].path, at: place)
    }
    guard problems.isEmpty else { return (nil, problems) }
    let columns = plan.itemNodes.map { evaluator.column(of: $0) }
    let states = ItemStates(rulebook, evidence.register.answers)
    let items = rulebook.items.indices.map { item in
      (0..<columns[item].count).map { unit in
        ItemScore(columns[item].score(at: unit), applies: states.hasScore(item: item, unit: unit))
      }
    }
    let missing = MissingFinder(rulebook, evidence).missing()
    return (Scores(rulebook: rulebook, evidence: evidence, plan: plan, items: items, missing: missing), [])
  }
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
