import ExactArithmetic
import RulebookEvidence
import RulebookModel
import RulebookSyntax

/// The last stage: what the columns of a plan make of each year.
///
/// 总分得N分 has been settled in the plan. What follows goes 列末位, the total's grade, 定为 (the worst of several), 不得评为,
/// quotas, 晋升 and 降低, each with what it may come to where something is missing.
struct OutcomeStage {
  let rulebook: Rulebook
  /// One for each unit: what the register answers.
  let answers: [[Int]]
  /// One for each unit: the published total.
  let totals: [Score]
  /// One for each unit: its total, whether it comes last, and what decides between units that tie.
  let standings: [Standing]
  /// What an example states of the only unit there is; `nil` where all units are known.
  let stated: Stated?
  /// For each rule, one entry a unit: whether it holds.
  var holds: [[Certainty]]
  /// For each unit what its year may come to so far.
  var states: [Set<State>] = []
  /// The quotas that leave it open who has the grade.
  var cuts: [UndecidedCut] = []
  /// The units for which what decides between ties is missing and matters.
  var tieNeeds: Set<Int> = []

  /// What an example states of where its unit stands.
  struct Stated {
    var place: Int?
    var unitCount: Int?
  }

  /// One way in which a year may turn out.
  struct State: Hashable {
    /// The grade; `nil` where no rule has given one.
    var grade: Int?
    /// The best grade within reach.
    var best: Int
    /// Whether 定为 has given it.
    var isFixed: Bool
  }

  /// What came of all units.
  struct Result {
    var outcomes: [UnitOutcome] = []
    var cuts: [UndecidedCut] = []
    var tieNeeds: Set<Int> = []
  }

  /// The outcomes of all units; none where the rulebook has no rules.
  static func run(
    _ rulebook: Rulebook, _ table: EvidenceTable, _ plan: Plan, stated: Stated? = nil,
    column: (NodeID) -> Column
  ) -> Result {
    guard !rulebook.outcomes.isEmpty else { return Result() }
    var stage = OutcomeStage(rulebook, table, plan, stated, column)
    stage.states = stage.units.map { stage.unpicked($0) }
    stage.pick()
    let groups = rulebook.group.map { group in stage.answers.map { $0[group] } }
    let places = Standing.places(stage.standings, groups: groups ?? stage.units.map { _ in 0 })
    let rows = RowIndex(table, evidenceCount: rulebook.evidence.count, unit: nil)
    let outcomes = stage.units.map { unit in
      UnitOutcome(
        grades: stage.grades(unit), bar: stage.bar(unit), isLast: stage.standings[unit].isLast,
        places: places[unit], effects: stage.effects(unit), reasons: stage.reasons(unit, rows, table))
    }
    return Result(outcomes: outcomes, cuts: stage.cuts, tieNeeds: stage.tieNeeds)
  }

  private init(
    _ rulebook: Rulebook, _ table: EvidenceTable, _ plan: Plan, _ stated: Stated?,
    _ column: (NodeID) -> Column
  ) {
    self.rulebook = rulebook
    self.stated = stated
    answers = table.register.answers
    let units = table.register.units.indices
    holds = plan.outcomeTraces.map { trace in
      let column = column(trace.holds)
      return units.map { Certainty(column.score(at: $0)) }
    }
    let total = column(plan.publishedTotal)
    totals = units.map { total.score(at: $0) }
    let ties = plan.tieNodes.map { column($0) }
    let lastRules = rulebook.outcomes.rules.indices.filter { rulebook.outcomes.rules[$0].effect == .last }
    let (known, all) = (holds, totals)
    standings = units.map { unit in
      Standing(
        total: all[unit], isLast: lastRules.map { known[$0][unit] }.max() ?? .no,
        ties: ties.map { $0.score(at: unit) })
    }
  }

  /// The units, in the order of the register.
  var units: Range<Int> { 0..<totals.count }

  // MARK: Rules

  var rules: [OutcomeRule] { rulebook.outcomes.rules }

  /// The rules of one kind that hold or may hold for a unit.
  private func found<Value>(
    _ unit: Int, _ read: (OutcomeRule) -> Value?
  ) -> [(value: Value, certainty: Certainty)] {
    rules.indices.compactMap { index in
      guard holds[index][unit] != .no, let value = read(rules[index]) else { return nil }
      return (value, holds[index][unit])
    }
  }

  private func bar(_ unit: Int) -> Int? { bars(unit).filter { $0.certainty == .certain }.map(\.value).max() }

  private func bars(_ unit: Int) -> [(value: Int, certainty: Certainty)] {
    found(unit) { if case .bar(let grade) = $0.effect { grade } else { nil } }
  }

  // MARK: Before quotas

  /// What a year may come to by its total, by 定为 and by 不得评为.
  private func unpicked(_ unit: Int) -> Set<State> {
    guard !rulebook.outcomes.grades.isEmpty else { return [State(grade: nil, best: 0, isFixed: false)] }
    // The bands of the total exclude each other and leave nothing out: one of those that may hold does.
    let byTotal = given(unit, byTotal: true).map(\.value)
    let given = worst(given(unit, byTotal: false), otherwise: byTotal.isEmpty ? [nil] : byTotal)
    return Set(
      bestGrades(unit).flatMap { best in
        given.map { State(grade: $0.grade.map { max($0, best) }, best: best, isFixed: $0.isFixed) }
      })
  }

  private func given(_ unit: Int, byTotal: Bool) -> [(value: Int, certainty: Certainty)] {
    found(unit) { rule in
      guard case .grade(let grade) = rule.effect, rule.quota == nil else { return nil }
      return rule.looksAtTotal == byTotal ? grade : nil
    }
  }

  /// What may come of several grades of which the worst counts.
  private func worst(
    _ given: [(value: Int, certainty: Certainty)], otherwise: [Int?]
  ) -> [(grade: Int?, isFixed: Bool)] {
    let sure = given.filter { $0.certainty == .certain }.map(\.value).max()
    let possible = given.filter { $0.certainty == .possible }.map(\.value).filter { grade in
      sure.map { grade > $0 } ?? true
    }
    return (sure.map { [($0, true)] } ?? otherwise.map { ($0, false) }) + possible.map { ($0, true) }
  }

  /// The best grade within reach; several where a bar may still come.
  private func bestGrades(_ unit: Int) -> [Int] {
    let bars = bars(unit)
    let sure = (bars.filter { $0.certainty == .certain }.map(\.value).max() ?? -1) + 1
    return [sure] + bars.filter { $0.certainty == .possible && $0.value + 1 > sure }.map { $0.value + 1 }
  }

  // MARK: Behind quotas

  /// What becomes of a year by one step up or down, which never leads into what is out of reach.
  private func grades(_ unit: Int) -> [Int?] {
    let steps = found(unit) { if case .move(let move) = $0.effect { move } else { nil } }
    let ups = choices(steps.filter { $0.value == .up }.map(\.certainty))
    let downs = choices(steps.filter { $0.value == .down }.map(\.certainty))
    var grades: Set<Int?> = []
    for state in states[unit] {
      for (up, down) in ups.flatMap({ up in downs.map { (up, $0) } }) {
        grades.insert(
          state.grade.map { min(max($0 + down - up, state.best), rulebook.outcomes.grades.count - 1) })
      }
    }
    return grades.sorted { ($0 ?? .max) < ($1 ?? .max) }
  }

  /// Whether there is a step: 1, 0 or either.
  private func choices(_ certainties: [Certainty]) -> [Int] {
    switch certainties.max() {
    case nil, .no: [0]
    case .possible: [0, 1]
    case .certain: [1]
    }
  }

  // MARK: Reasons

  private func effects(_ unit: Int) -> Set<OutcomeRule.Effect> {
    Set(rules.indices.filter { holds[$0][unit] == .certain }.map { rules[$0].effect })
  }

  private func reasons(_ unit: Int, _ index: RowIndex, _ table: EvidenceTable) -> [OutcomeReason] {
    rules.indices.filter { holds[$0][unit] != .no }.map { rule in
      let rows = rules[rule].evidence.flatMap { evidence in
        index.rows(of: evidence).map { Int($0) }.filter { Int(table.units[$0]) == unit }
      }
      return OutcomeReason(rule: rule, certainty: holds[rule][unit], rows: rows.sorted())
    }
  }
}
