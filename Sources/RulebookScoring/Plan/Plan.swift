import ExactArithmetic
import RulebookModel
import RulebookSyntax

/// What has to be computed, as a graph: each node is one column over the units, made from earlier nodes.
///
/// A few core operations carry every form of the language: gather rows into values, compute with them, run values
/// through a curve, scale, sum, clamp, choose by attribute, fold periods into the year, and look at a population. A
/// new form is a new way of putting these together, hardly ever a new operation.
struct Plan: Sendable {
  /// The nodes, each after everything it uses.
  var nodes: [Node] = []
  /// For each item of the rulebook the node of its final score.
  var itemNodes: [NodeID] = []
  /// For each item the node of its score each time it is scored: in each period under 按月考核, else once a year.
  var periodNodes: [NodeID] = []
  /// For each item the nodes that `why` shows.
  var itemTraces: [ItemTrace] = []
  /// For each clause the nodes that `why` shows.
  var clauseTraces: [ClauseTrace] = []
  /// For each rule of `Rulebook.outcomes` the nodes behind it.
  var outcomeTraces: [OutcomeTrace] = []
  /// The total that items come to, before 总分得N分.
  var earnedTotal: NodeID = 0
  /// What decides between units whose totals tie, the higher value first.
  var tieNodes: [NodeID] = []
  /// The total as it is published.
  var publishedTotal: NodeID = 0
  /// The formulas of evidence that is worked out.
  var definitionTraces: [Int: FormulaTrace] = [:]
  /// The nodes that look at evidence of all units, which an example of one unit has to state.
  var evidenceStatistics: [(node: NodeID, statistic: Value.Statistic, evidence: Int)] = []

  /// The nodes that look at a whole population, and so cannot be worked out for one unit alone.
  var populationNodes: [NodeID] {
    nodes.indices.filter { if case .statistic = nodes[$0].operation { true } else { false } }
  }

  /// The nodes that what a year comes to is decided by.
  var outcomeNodes: [NodeID] {
    outcomeTraces.isEmpty ? [] : outcomeTraces.map(\.holds) + [publishedTotal] + tieNodes
  }

  /// Adds a node.
  mutating func add(_ operation: Operation, axis: Period = .year) -> NodeID {
    nodes.append(Node(operation: operation, axis: axis))
    return nodes.count - 1
  }
}

/// Index of a node.
typealias NodeID = Int

/// One column to compute.
struct Node: Sendable {
  /// How.
  var operation: Operation
  /// What a row of the column is: a unit (`.year`), or a unit in one of these periods.
  var axis: Period
}

/// The core operations.
enum Operation: Sendable {
  /// The rows of one evidence as one value for each unit and period.
  case gather(Gather)
  /// Each value through a curve.
  case curve(NodeID, Curve)
  /// A figure that may depend on attributes.
  case amount(Amount)
  /// Each value times the figure of another node, which is never missing.
  case product(NodeID, NodeID)
  /// The nodes added up.
  case sum([NodeID])
  /// Each value brought into its bounds.
  case clamp(NodeID, low: NodeID?, high: NodeID?)
  /// The first node where the unit has the attributes, the other elsewhere.
  case choose(Applicability, then: NodeID, otherwise: NodeID)
  /// 0, or the value of `instead`, where `zero` is above 0; the value elsewhere.
  case unless(zero: NodeID, NodeID, instead: NodeID? = nil)
  /// The periods of each unit added up.
  case fold(NodeID)
  /// The periods of each unit that count made into one figure, as 按月考核 of an item says.
  case year(NodeID, PeriodFold, item: Int)
  /// For each unit the figure of the period whose score, in the second node, makes that of the year.
  case chosenPeriod(NodeID, by: NodeID, item: Int)
  /// A mean, an extreme or a rank among a population, each unit by its own group; said of an item where nobody is in it.
  case statistic(Value.Statistic, NodeID, among: Value.Population, item: Int)
  /// A figure set beforehand for each unit; an index into `Rulebook.references`.
  case reference(Int)
  /// Two values computed with, both of which may be missing.
  case arithmetic(Value.Arithmetic, NodeID, NodeID, at: Site)
  /// Rounded half away from zero.
  case round(NodeID, places: Int)

  /// The nodes it uses.
  var inputs: [NodeID] {
    switch self {
    case .gather, .amount, .reference: []
    case .curve(let input, _), .fold(let input), .year(let input, _, _), .statistic(_, let input, _, _),
      .round(let input, _):
      [input]
    case .chosenPeriod(let input, let score, _): [input, score]
    case .product(let left, let right), .arithmetic(_, let left, let right, _): [left, right]
    case .sum(let inputs): inputs
    case .clamp(let input, let low, let high): [input] + [low, high].compactMap { $0 }
    case .choose(_, let then, let otherwise): [then, otherwise]
    case .unless(let zero, let input, let instead): [zero, input] + (instead.map { [$0] } ?? [])
    }
  }
}

/// For what something is computed, to say so where a divisor is 0.
struct Site: Sendable {
  /// The item whose score needs it.
  var item: Int
  /// The units for which it is needed.
  var applicability: Applicability
  /// The evidence that a divisor is worked out from; indices into `Rulebook.evidence`.
  var divisors: [Int] = []
  /// Whether the divisor is one figure for all units.
  var isShared = false
}

/// Which rows become a value, and how.
struct Gather: Sendable, Hashable {
  /// Index into `Rulebook.evidence`.
  var evidence: Int
  /// What a single row counts for at the most.
  var rowCeiling: Rational?
  /// How often a row of each level counts; empty where levels change nothing.
  var weights: [Rational] = []
  /// Among which rows only the one worth most counts; an index into `Rulebook.matterGroups`.
  var matterGroup: Int?
}

/// The nodes behind an item.
struct ItemTrace: Sendable {
  var start: NodeID
  var asked: NodeID
  var low: NodeID?
  var high: NodeID?
  var fullMark: NodeID
  /// Whether a clause makes it 0.
  var zero: NodeID?
  /// The score before 其余, once for each time it is scored; all of the above has its periods.
  var scored: NodeID
  /// The periods made into one figure, before the bounds of the year.
  var year: NodeID?
}

/// The nodes behind a clause.
struct ClauseTrace: Sendable {
  var terms: [TermTrace] = []
  var asked: NodeID = 0
  var counted: NodeID = 0
}

/// The nodes behind a rule of what a year comes to.
struct OutcomeTrace: Sendable {
  /// 1 where it holds, else 0.
  var holds: NodeID
  /// The values it looks at, one for each trigger.
  var values: [NodeID]
}

/// The nodes behind a term.
struct TermTrace: Sendable {
  /// The values, one for each period.
  var value: NodeID
  /// What the curve makes of them.
  var worth: NodeID
  /// Where the value is a formula, what it computes with.
  var formula: FormulaTrace?
  /// What that is multiplied by; `nil` for plain points.
  var scale: NodeID?
  /// 倍数: how many times it counts; `nil` where it counts once for everybody.
  var factor: NodeID?
  /// 免扣: above 0 where something makes nothing of it; `nil` where nothing can.
  var waiver: NodeID?
  /// Points, bounded.
  var points: NodeID
}

/// The nodes behind a formula.
struct FormulaTrace: Sendable {
  /// What it computes with, in the order in which it stands, as it is reported.
  var operands: [NodeID]
  /// What it comes to, whatever exception there is.
  var result: NodeID
  /// What it comes to with the exception.
  var value: NodeID
  /// What the exception is judged by, and above 0 where it holds.
  var exception: (judged: NodeID, holds: NodeID)?
}
