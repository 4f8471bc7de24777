public import RulebookText

/// A figure set beforehand that values are compared with; it stands in 指标表*.csv, not in a ledger.
public struct ReferenceFigure: Sendable, Hashable {
  /// What it is.
  public var kind: Kind
  /// The name under which 指标表 lists it: that of the evidence, or its own where it is 共用.
  public var name: String
  /// The evidence it belongs to; an index into `Rulebook.evidence`, `nil` where it is 共用.
  public var evidence: Int?
  /// Where the rulebook first asks for it.
  public var place: TextRange

  /// The kinds of figures.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// 目标: what the unit is to reach.
    case target = "目标"
    /// 上年: what the unit had last year.
    case lastYear = "上年"
    /// 共用: one figure for all units.
    case shared = "共用"
  }

  /// A figure to be set for each unit, or for all.
  public init(kind: Kind, name: String, evidence: Int?, place: TextRange) {
    self.kind = kind
    self.name = name
    self.evidence = evidence
    self.place = place
  }
}
