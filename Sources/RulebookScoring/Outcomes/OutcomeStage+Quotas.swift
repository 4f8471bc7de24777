import ExactArithmetic
import RulebookModel
import RulebookSyntax

/// Quotas: who is among so many of those that may be picked, by the order of their totals.
extension OutcomeStage {
  /// Goes through the quotas: better grades first, then limits, then the last places.
  mutating func pick() {
    let quotas = rules.indices.compactMap { index in rules[index].quota.map { (rule: index, quota: $0) } }
    let ordered = quotas.sorted { left, right in
      (rank(left.rule, left.quota), left.rule) < (rank(right.rule, right.quota), right.rule)
    }
    for (rule, quota) in ordered {
      for members in groups(of: quota) { pick(rule, quota, among: members) }
    }
  }

  private func rank(_ rule: Int, _ quota: OutcomeRule.Quota) -> Int {
    let count = rulebook.outcomes.grades.count
    switch rules[rule].effect {
    case .grade(let grade): return quota.fromBottom ? 2 * count + grade : grade
    case .limit(let grade): return count + grade
    case .bar, .last, .total, .move: return 3 * count
    }
  }

  /// The units that are counted together.
  private func groups(of quota: OutcomeRule.Quota) -> [[Int]] {
    let members = units.filter { quota.applicability.holds(for: answers[$0]) }
    guard let group = quota.group else { return [members] }
    return Dictionary(grouping: members) { answers[$0][group] }.sorted { $0.key < $1.key }.map(\.value)
  }

  private mutating func pick(_ rule: Int, _ quota: OutcomeRule.Quota, among members: [Int]) {
    let chances = members.map { chance(of: $0, rule, quota) }
    let candidates = zip(members, chances).filter { $0.1 != .no }.map { unit, chance in
      Standing.Candidate(unit: unit, standing: standings[unit], isSure: chance == .certain)
    }
    guard let last = last(of: quota, members.count) else { return settleOpenly(rule, candidates) }
    let first = first(of: rule, quota)
    var tied: [Int] = []
    for (candidate, position) in zip(candidates, positions(candidates, fromBottom: quota.fromBottom)) {
      let isIn = candidate.isSure && first <= position.first && position.last <= last
      let mayBeIn = position.first <= last && position.last >= first
      settle(candidate.unit, rule, isIn ? .certain : mayBeIn ? .possible : .no)
      guard mayBeIn, !isIn else { continue }
      if position.isTied { tied.append(candidate.unit) } else { tieNeeds.insert(candidate.unit) }
    }
    if !tied.isEmpty { cuts.append(UndecidedCut(rule: rule, units: tied)) }
    // Those that cannot be picked are beyond the limit all the same.
    for (unit, chance) in zip(members, chances) where chance == .no { settle(unit, rule, .no) }
  }

  /// Where candidates stand; in an example the place is stated.
  private func positions(_ candidates: [Standing.Candidate], fromBottom: Bool) -> [Standing.Position] {
    guard let stated else { return Standing.positions(candidates, fromBottom: fromBottom) }
    return candidates.map { _ in
      guard let place = stated.place else { return Standing.Position(first: 1, last: .max, isTied: false) }
      guard fromBottom else { return Standing.Position(first: place, last: place, isTied: false) }
      let fromEnd = stated.unitCount.map { $0 - place + 1 }
      return Standing.Position(first: fromEnd ?? 1, last: fromEnd ?? .max, isTied: false)
    }
  }

  /// An example does not say how many units there are: whoever may be picked may or may not be.
  private mutating func settleOpenly(_ rule: Int, _ candidates: [Standing.Candidate]) {
    for candidate in candidates { settle(candidate.unit, rule, .possible) }
  }

  // MARK: How many

  /// The last place; `nil` where an example does not say of how many units.
  private func last(of quota: OutcomeRule.Quota, _ count: Int) -> Int? {
    switch quota.extent {
    case .places(_, let last): return last ?? .max
    case .share(let percent, let rounding):
      guard let count = stated == nil ? count : stated?.unitCount else { return nil }
      let share = (Rational(count) * percent).divided(by: 100) ?? 0
      let whole: Rational =
        switch rounding {
        case .nearest: share.rounded(places: 0)
        case .down: share.floor
        case .up: share.ceiling
        }
      return whole.numeratorInt128.flatMap { Int(exactly: $0) } ?? 0
    }
  }

  /// The first place; 1 where a better grade takes up all places before it, whose units keep it.
  private func first(of rule: Int, _ quota: OutcomeRule.Quota) -> Int {
    guard case .places(let first, _) = quota.extent, first > 1 else { return 1 }
    let goesOn = rules.contains { other in
      guard let before = other.quota, before.group == quota.group, before.fromBottom == quota.fromBottom,
        before.applicability == quota.applicability, case .places(_, let last) = before.extent
      else { return false }
      return last == first - 1
    }
    return goesOn ? 1 : first
  }

  // MARK: Who

  /// Whether a unit may be picked.
  private func chance(of unit: Int, _ rule: Int, _ quota: OutcomeRule.Quota) -> Certainty {
    let reached = quota.total.map { Certainty($0.worth(of: totals[unit])) } ?? .certain
    let fitting = states[unit].filter { fits($0, rule, quota) }.count
    if reached == .no || fitting == 0 { return .no }
    return reached == .certain && fitting == states[unit].count ? .certain : .possible
  }

  private func fits(_ state: State, _ rule: Int, _ quota: OutcomeRule.Quota) -> Bool {
    if let candidates = quota.candidates, state.grade != candidates { return false }
    switch rules[rule].effect {
    case .limit(let grade): return state.grade == grade
    case .grade(let grade):
      if quota.fromBottom { return true }
      return state.best <= grade && (quota.candidates != nil || !state.isFixed)
    case .bar, .last, .total, .move: return true
    }
  }

  // MARK: What then

  /// Notes whether a unit is among the picked ones, and what becomes of it.
  private mutating func settle(_ unit: Int, _ rule: Int, _ picked: Certainty) {
    guard let quota = rules[rule].quota else { return }
    let isLimit = if case .limit = rules[rule].effect { true } else { false }
    let changed = Set(states[unit].map { after($0, rule, quota) })
    // A limit changes those that are left, everything else those that are picked.
    let changes: Certainty =
      switch picked {
      case .certain: isLimit ? .no : .certain
      case .possible: .possible
      case .no: isLimit ? .certain : .no
      }
    if changed == states[unit], isLimit || changes == .no { return }
    holds[rule][unit] = changes
    switch changes {
    case .certain: states[unit] = changed
    case .possible: states[unit].formUnion(changed)
    case .no: break
    }
  }

  private func after(_ state: State, _ rule: Int, _ quota: OutcomeRule.Quota) -> State {
    var after = state
    switch rules[rule].effect {
    case .grade(let grade) where fits(state, rule, quota):
      if quota.fromBottom {
        if !state.isFixed { after.grade = max(state.grade ?? grade, grade) }
      } else {
        after.grade = min(state.grade ?? grade, grade)
      }
    case .limit(let grade) where state.grade == grade: after.grade = grade + 1
    default: break
    }
    return after
  }
}
