import ExactArithmetic
import RulebookEvidence
import RulebookModel
import RulebookSyntax
import RulebookText

/// Runs a plan: every node in order, columns let go as soon as nothing needs them.
struct Evaluator {
  let plan: Plan
  let gatherer: Gatherer
  /// The columns kept to the end.
  private(set) var columns: [Column?]
  /// What makes a score impossible.
  private(set) var problems: [Problem] = []
  /// What is known without computing it: what looks at a whole population, when a single unit is evaluated, and what an
  /// example states.
  private let known: [NodeID: Column]
  private let rulebook: Rulebook
  private let table: EvidenceTable
  private let answers: [[Int]]
  /// The units and periods that do not count under 按月考核.
  let exemptions: Exemptions

  /// What makes a score impossible.
  enum Problem {
    /// A mean, an extreme or a rank among nobody, in an item and for a unit of the register.
    case nobody(item: Int, unit: Int)
    /// Something is divided by 0 for a unit of the register, or for all of them where that is one figure.
    case zeroDivisor(Site, unit: Int)
    /// No period of an item of 按月考核 counts for a unit of the register.
    case noPeriod(item: Int, unit: Int)
  }

  /// An evaluation of all units, or of one for which what looks at a whole population is known.
  init(
    _ plan: Plan, _ rulebook: Rulebook, _ table: EvidenceTable, unit: Int? = nil,
    known: [NodeID: Column] = [:]
  ) {
    self.plan = plan
    self.rulebook = rulebook
    self.table = table
    let index = RowIndex(table, evidenceCount: rulebook.evidence.count, unit: unit)
    gatherer = Gatherer(
      rulebook: rulebook, table: table, index: index, choice: MatterChoice(rulebook, table, index),
      unit: unit)
    columns = Array(repeating: nil, count: plan.nodes.count)
    self.known = known
    exemptions = Exemptions(rulebook, table, unit: unit)
    answers = unit.map { [table.register.answers[$0]] } ?? table.register.answers
  }

  /// Computes every node; keeps the columns of `kept`, or all of them.
  mutating func run(keeping kept: [NodeID]?) {
    let lastUse = kept.map { lastUses(keeping: $0) }
    for node in plan.nodes.indices {
      columns[node] = column(plan.nodes[node], node)
      guard let lastUse else { continue }
      for input in plan.nodes[node].operation.inputs where lastUse[input] == node { columns[input] = nil }
    }
  }

  /// The column of a node that was kept.
  func column(of node: NodeID) -> Column { columns[node] ?? .cells([]) }

  private func lastUses(keeping kept: [NodeID]) -> [Int] {
    var last = [Int](repeating: -1, count: plan.nodes.count)
    for node in plan.nodes.indices {
      for input in plan.nodes[node].operation.inputs { last[input] = node }
    }
    for node in kept { last[node] = plan.nodes.count }
    return last
  }

  private mutating func column(_ node: Node, _ id: NodeID) -> Column {
    if let known = known[id] { return known }
    switch node.operation {
    case .gather(let gather): return gatherer.column(gather, axis: node.axis)
    case .curve(let input, let curve): return column(of: input).through(curve)
    case .amount(let amount): return column(amount, axis: node.axis)
    case .product(let left, let right): return column(of: left).times(column(of: right))
    case .sum(let inputs):
      return .sum(inputs.map { column(of: $0) }, count: gatherer.unitCount * node.axis.count)
    case .clamp(let input, let low, let high):
      return column(of: input).clamped(low: low.map { column(of: $0) }, high: high.map { column(of: $0) })
    case .choose(let applicability, let then, let otherwise):
      let mask = mask(applicability).repeated(node.axis.count)
      return column(of: then).chosen(mask, otherwise: column(of: otherwise))
    case .unless(let zero, let input, let instead):
      return column(of: input).unless(column(of: zero), instead: instead.map { column(of: $0) })
    case .fold(let input):
      return column(of: input).folded(periods: plan.nodes[input].axis.count / node.axis.count)
    case .year(let input, let fold, let item): return year(of: input, fold, item: item)
    case .chosenPeriod(let input, let score, let item):
      return column(of: input).ofBestPeriod(
        by: column(of: score), periods: plan.nodes[input].axis.count,
        counted: exemptions.counted(item: item, axis: plan.nodes[input].axis))
    case .round(let input, let places): return column(of: input).rounded(places: places)
    case .reference(let reference): return gatherer.column(ofReference: reference, axis: node.axis)
    case .statistic(let statistic, let input, let population, let item):
      return column(statistic, of: input, among: population, axis: node.axis, item: item)
    case .arithmetic(let operation, let left, let right, let site):
      let result = column(of: left).computed(operation, with: column(of: right))
      note(result.zeroDivisors.map { $0 / node.axis.count }, site)
      return result.column
    }
  }

  /// Says of which units a divisor is 0; not of those that need nothing of it.
  private mutating func note(_ units: [Int], _ site: Site) {
    guard !units.isEmpty else { return }
    let concerned = units.filter { site.applicability.holds(for: answers[$0]) }
    problems += concerned.prefix(site.isShared ? 1 : concerned.count).map { .zeroDivisor(site, unit: $0) }
  }

  private func column(_ amount: Amount, axis: Period) -> Column {
    let count = gatherer.unitCount * axis.count
    if amount.isUniform { return .constant(amount.base, count: count) }
    return .packed((0..<count).map { Score(amount.value(for: answers[$0 / axis.count])) })
  }

  private func mask(_ applicability: Applicability) -> [Bool] { answers.map { applicability.holds(for: $0) } }

  private mutating func year(of input: NodeID, _ fold: PeriodFold, item: Int) -> Column {
    let periods = plan.nodes[input].axis.count
    let counted = exemptions.counted(item: item, axis: plan.nodes[input].axis)
    for unit in exemptions.unitsWithoutPeriod(item: item) {
      problems.append(.noPeriod(item: item, unit: unit))
    }
    return column(of: input).folded(by: fold, periods: periods, counted: counted)
  }

  // MARK: Populations

  private mutating func column(
    _ statistic: Value.Statistic, of input: NodeID, among population: Value.Population, axis: Period,
    item: Int
  ) -> Column {
    let periods = axis.count
    let members = mask(population.applicability)
    let readers = readers(of: item, members)
    let counted = exemptions.counted(item: item, axis: axis)
    let membership = Membership(
      isMember: (0..<members.count * periods).map { members[$0 / periods] && counted?[$0] ?? true },
      groups: (0..<members.count * periods).map { cell in
        (population.group.map { answers[cell / periods][$0] } ?? 0) * periods + cell % periods
      })
    if let cell = membership.firstCell(ofEmptyGroupAmong: {
      readers[$0 / periods] && counted?[$0] ?? true
    }) {
      problems.append(.nobody(item: item, unit: cell / periods))
    }
    return column(of: input).statistic(statistic, membership)
  }

  /// Whose score depends on the population: the units that get the item's mean; of anything else its members alone,
  /// unless there are none.
  private func readers(of item: Int, _ members: [Bool]) -> [Bool] {
    guard members.contains(true) else { return members.map { _ in true } }
    let read = rulebook.items[item]
    guard read.others == .mean else { return members.map { _ in false } }
    let around = read.parent.map { mask(rulebook.items[$0].applicability) } ?? members.map { _ in true }
    return zip(around, members).map { $0 && !$1 }
  }
}

extension [Bool] {
  /// Each element so many times.
  fileprivate func repeated(_ times: Int) -> [Bool] {
    times == 1 ? self : flatMap { Array(repeating: $0, count: times) }
  }
}
