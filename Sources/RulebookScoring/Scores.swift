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
  /// For each item of the rulebook the scores of the units, in the order of the register.
  let columns: [Column]
  /// Which items give which units a score.
  let states: ItemStates
  /// What was worked out over whole populations, by node.
  let statistics: [(node: NodeID, column: Column)]
  /// What each year comes to besides points, one entry per unit; empty where the rulebook says nothing of that.
  public let outcomes: [UnitOutcome]
  /// The quotas that leave it open who has the grade, because units tie.
  public let undecidedCuts: [UndecidedCut]
  /// What has not been reported, by office and evidence in the order of the rulebook.
  public let missing: [MissingEvidence]
  /// What 指标表 has not set, in the order of the rulebook.
  public let missingFigures: [MissingFigure]

  /// The names of the units, in the order of the register.
  public var units: [String] { evidence.register.units }

  /// The score of an item (an index into `rulebook.items`; 0 is the whole) for a unit.
  public func score(ofItem item: Int, unit: Int) -> ItemScore {
    ItemScore(columns[item].score(at: unit), applies: states.hasScore(item: item, unit: unit))
  }

  /// The total of a unit, not rounded unless the rulebook says so of every item.
  public func total(ofUnit unit: Int) -> Score { score(ofItem: 0, unit: unit).score }
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
  /// The periods of 按月考核 in which it is missing, counted from 0; none where it is missing for the year.
  public var periods: [Int] = []
}
