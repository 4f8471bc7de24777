import ExactArithmetic
public import RulebookEvidence
public import RulebookModel

/// The scores of every unit under a rulebook, exactly, with what is still missing.
public struct Scores: Sendable {
  /// The rulebook they were worked out under.
  public let rulebook: Rulebook
  /// The evidence they were worked out from.
  public let evidence: EvidenceTable
  /// How they were worked out.
  let plan: Plan
  /// For each item of the rulebook, one entry per unit of the register.
  let items: [[ItemScore]]
  /// What was worked out over whole populations, by node.
  let statistics: [(node: NodeID, column: Column)]
  /// What each year comes to besides points, one entry per unit; empty where the rulebook says nothing of that.
  public let outcomes: [UnitOutcome]
  /// What has not been reported, by office and evidence in the order of the rulebook.
  public let missing: [MissingEvidence]
  /// What 指标表 has not set, in the order of the rulebook.
  public let missingFigures: [MissingFigure]

  /// The names of the units, in the order of the register.
  public var units: [String] { evidence.register.units }

  /// The score of an item (an index into `rulebook.items`; 0 is the whole) for a unit.
  public func score(ofItem item: Int, unit: Int) -> ItemScore { items[item][unit] }

  /// The total of a unit, not rounded unless the rulebook says so of every item.
  public func total(ofUnit unit: Int) -> Score { items[0][unit].score }
}

/// A figure that 指标表 still has to set.
public struct MissingFigure: Sendable, Hashable {
  /// Index of the figure, into `Rulebook.references`.
  public var reference: Int
  /// The units it is missing for, in the order of the register.
  public var units: [Int]
}

/// Evidence that an office still has to report.
public struct MissingEvidence: Sendable, Hashable {
  /// Index of the office, into `Rulebook.offices`.
  public var office: Int
  /// Index of the evidence, into `Rulebook.evidence`.
  public var evidence: Int
  /// The units it is missing for, in the order of the register.
  public var units: [Int]
}
