public import ExactArithmetic
public import RulebookSyntax
public import RulebookText

/// A figure set beforehand that values are compared with; it stands in 指标表*.csv, not in a ledger.
public struct ReferenceFigure: Sendable, Hashable {
  /// What it is.
  public var kind: Kind
  /// The name under which 指标表 lists it: that of the evidence, or its own where it is 共用.
  public var name: String
  /// The evidence it belongs to; an index into `Rulebook.evidence`, `nil` where it is 共用.
  public var evidence: Int?
  /// What the number means, as with a quantity of evidence.
  public var measure: EvidenceKind
  /// The measure word that may follow the number.
  public var measureWord: String?
  /// What the number has to be for the rules that use it.
  public var demand = Demand.none
  /// The units whose score it moves.
  public var applicability = Applicability.nobody
  /// Whether it is set for the unit (是) or does not apply to it (`/`): an index into `Rulebook.attributes`.
  public var attribute: Int?
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

  /// What a number has to be.
  public enum Demand: Int, Sendable, Hashable, Comparable {
    /// Anything.
    case none
    /// Not 0, since something is divided by how large it is (增幅).
    case nonzero
    /// Above 0, since values are taken as a share of it (比目标).
    case positive

    /// Whether a number is what it has to be.
    public func allows(_ number: Rational) -> Bool {
      switch self {
      case .none: true
      case .nonzero: !number.isZero
      case .positive: number.signum > 0
      }
    }

    /// Whether the second one asks for more.
    public static func < (left: Demand, right: Demand) -> Bool { left.rawValue < right.rawValue }
  }

  /// A figure to be set for each unit, or for all.
  public init(kind: Kind, name: String, evidence: Int?, measure: EvidenceKind, place: TextRange) {
    self.kind = kind
    self.name = name
    self.evidence = evidence
    self.measure = measure
    self.place = place
  }

  /// 省外亿元项目的目标; the name alone where it is 共用.
  public var title: String { kind == .shared ? name : name + "的" + kind.rawValue }
}
