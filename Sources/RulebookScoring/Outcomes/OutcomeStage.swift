import ExactArithmetic
import RulebookEvidence
import RulebookModel
import RulebookSyntax

/// The last stage: what the columns of a plan make of each year.
///
/// 总分得N分 has been settled in the plan. What follows goes 列末位, the total's grade, 定为 (the worst of several), 不得评为,
/// 晋升 and 降低, each with what it may come to where something is missing.
struct OutcomeStage {
  private let rulebook: Rulebook
  private let plan: Plan
  /// For each rule, one entry a unit: whether it holds.
  private let holds: [[Certainty]]

  /// The outcomes of all units; none where the rulebook has no rules.
  static func outcomes(
    _ rulebook: Rulebook, _ table: EvidenceTable, _ plan: Plan, column: (NodeID) -> Column
  ) -> [UnitOutcome] {
    guard !rulebook.outcomes.isEmpty else { return [] }
    let units = table.register.units.indices
    let stage = OutcomeStage(
      rulebook: rulebook, plan: plan,
      holds: plan.outcomeTraces.map { trace in
        let column = column(trace.holds)
        return units.map { Certainty(column.score(at: $0)) }
      })
    let totals = column(plan.publishedTotal)
    let last = units.map { stage.last($0) }
    let standings = units.map { Standing(total: totals.score(at: $0), isLast: last[$0]) }
    let groups = rulebook.group.map { group in table.register.answers.map { $0[group] } }
    let places = Standing.places(standings, groups: groups ?? units.map { _ in 0 })
    let rows = RowIndex(table, evidenceCount: rulebook.evidence.count, unit: nil)
    return units.map { unit in
      UnitOutcome(
        grades: stage.grades(unit), bar: stage.bar(unit), isLast: last[unit], places: places[unit],
        effects: stage.effects(unit), reasons: stage.reasons(unit, rows, table))
    }
  }

  // MARK: Grades

  private var rules: [OutcomeRule] { rulebook.outcomes.rules }

  /// The rules of one kind that hold or may hold for a unit.
  private func found<Value>(
    _ unit: Int, _ read: (OutcomeRule) -> Value?
  ) -> [(value: Value, certainty: Certainty)] {
    rules.indices.compactMap { index in
      guard holds[index][unit] != .no, let value = read(rules[index]) else { return nil }
      return (value, holds[index][unit])
    }
  }

  private func last(_ unit: Int) -> Certainty {
    found(unit) { $0.effect == .last ? true : nil }.map(\.certainty).max() ?? .no
  }

  private func bar(_ unit: Int) -> Int? { bars(unit).filter { $0.certainty == .certain }.map(\.value).max() }

  private func bars(_ unit: Int) -> [(value: Int, certainty: Certainty)] {
    found(unit) { if case .bar(let grade) = $0.effect { grade } else { nil } }
  }

  private func grades(_ unit: Int) -> [Int?] {
    guard !rulebook.outcomes.grades.isEmpty else { return [nil] }
    // The bands of the total exclude each other and leave nothing out: one of those that may hold does.
    let byTotal = given(unit, byTotal: true).map(\.value)
    let fixed = worst(given(unit, byTotal: false), otherwise: byTotal.isEmpty ? [nil] : Set(byTotal))
    return settled(fixed, unit).sorted { ($0 ?? .max) < ($1 ?? .max) }
  }

  private func given(_ unit: Int, byTotal: Bool) -> [(value: Int, certainty: Certainty)] {
    found(unit) { rule in
      guard case .grade(let grade) = rule.effect else { return nil }
      return rule.looksAtTotal == byTotal ? grade : nil
    }
  }

  /// What may come of several grades of which the worst counts.
  private func worst(
    _ given: [(value: Int, certainty: Certainty)], otherwise: Set<Int?>
  ) -> Set<Int?> {
    let sure = given.filter { $0.certainty == .certain }.map(\.value).max()
    let possible = given.filter { $0.certainty == .possible }.map(\.value).filter { grade in
      sure.map { grade > $0 } ?? true
    }
    return (sure.map { [$0] } ?? otherwise).union(possible)
  }

  /// What becomes of grades behind 不得评为, and of those by one step up or down, which never leads into what is out of
  /// reach.
  private func settled(_ grades: Set<Int?>, _ unit: Int) -> Set<Int?> {
    let steps = found(unit) { if case .move(let move) = $0.effect { move } else { nil } }
    let ups = choices(steps.filter { $0.value == .up }.map(\.certainty))
    let downs = choices(steps.filter { $0.value == .down }.map(\.certainty))
    var settled: Set<Int?> = grades.contains(nil) ? [nil] : []
    for best in bestGrades(unit) {
      for grade in grades.compactMap({ $0 }) {
        for (up, down) in ups.flatMap({ up in downs.map { (up, $0) } }) {
          let reached = max(grade, best)
          settled.insert(min(max(reached + down - up, best), rulebook.outcomes.grades.count - 1))
        }
      }
    }
    return settled
  }

  /// The best grade within reach; several where a bar may still come.
  private func bestGrades(_ unit: Int) -> [Int] {
    let bars = bars(unit)
    let sure = (bars.filter { $0.certainty == .certain }.map(\.value).max() ?? -1) + 1
    return [sure] + bars.filter { $0.certainty == .possible && $0.value + 1 > sure }.map { $0.value + 1 }
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
