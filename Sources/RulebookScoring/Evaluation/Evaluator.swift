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
  /// Means over nobody, by item.
  private(set) var emptyMeans: [Int] = []
  /// Means worked out before, when a single unit is evaluated; by item.
  private let knownMeans: [Int: Score]
  private let answers: [[Int]]

  /// An evaluation of all units, or of one whose means are known.
  init(
    _ plan: Plan, _ rulebook: Rulebook, _ table: EvidenceTable, unit: Int? = nil, means: [Int: Score] = [:]
  ) {
    self.plan = plan
    let index = RowIndex(table, evidenceCount: rulebook.evidence.count, unit: unit)
    gatherer = Gatherer(rulebook: rulebook, table: table, index: index, unit: unit)
    columns = Array(repeating: nil, count: plan.nodes.count)
    knownMeans = means
    answers = unit.map { [table.register.answers[$0]] } ?? table.register.answers
  }

  /// Computes every node; keeps the columns of `kept`, or all of them.
  mutating func run(keeping kept: [NodeID]?) {
    let lastUse = kept.map { lastUses(keeping: $0) }
    for node in plan.nodes.indices {
      columns[node] = column(plan.nodes[node])
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

  private mutating func column(_ node: Node) -> Column {
    switch node.operation {
    case .gather(let gather): return gatherer.column(gather, axis: node.axis)
    case .curve(let input, let curve): return column(of: input).through(curve)
    case .amount(let amount): return column(amount)
    case .product(let left, let right): return column(of: left).times(column(of: right))
    case .sum(let inputs):
      return .sum(inputs.map { column(of: $0) }, count: gatherer.unitCount * node.axis.count)
    case .clamp(let input, let low, let high):
      return column(of: input).clamped(low: low.map { column(of: $0) }, high: high.map { column(of: $0) })
    case .choose(let applicability, let then, let otherwise):
      return column(of: then).chosen(mask(applicability), otherwise: column(of: otherwise))
    case .unless(let zero, let input): return column(of: input).unless(column(of: zero))
    case .fold(let input): return column(of: input).folded(periods: plan.nodes[input].axis.count)
    case .round(let input, let places): return column(of: input).rounded(places: places)
    case .mean(let input, let applicability, let item): return mean(input, applicability, item: item)
    }
  }

  private func column(_ amount: Amount) -> Column {
    if amount.isUniform { return .constant(amount.base, count: gatherer.unitCount) }
    return .packed(answers.map { Score(amount.value(for: $0)) })
  }

  private func mask(_ applicability: Applicability) -> [Bool] { answers.map { applicability.holds(for: $0) } }

  private mutating func mean(_ input: NodeID, _ applicability: Applicability, item: Int) -> Column {
    if let known = knownMeans[item] { return .packed(Array(repeating: known, count: gatherer.unitCount)) }
    let members = mask(applicability)
    if let mean = column(of: input).mean(where: members) {
      return .packed(Array(repeating: mean, count: gatherer.unitCount))
    }
    if !members.isEmpty { emptyMeans.append(item) }
    return .constant(0, count: gatherer.unitCount)
  }
}
