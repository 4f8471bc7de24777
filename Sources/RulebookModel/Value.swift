public import ExactArithmetic

/// What a curve is applied to: what was reported of a unit, or a figure computed from that.
///
/// Breakpoints that differ from unit to unit (目标, 上年) or from year to year (平均, 最高) are not in the curve but in the
/// value: the distance from them, or the value in percent of them. So a curve is the same for everybody.
public indirect enum Value: Sendable, Hashable {
  /// The rows of one evidence, combined.
  case reported(Reading)
  /// 1 where any of these evidences occurs, else 0.
  case any([Int])
  /// 1 where each of them is reached, else 0.
  case all([Reached])
  /// A number of the rulebook.
  case constant(Rational)
  /// A figure set beforehand: 目标, 上年 or one that is 共用; an index into `Rulebook.references`.
  case reference(Int)
  /// 平均, 最高, 最低 or the rank among a population.
  case statistic(Statistic, of: Value, among: Population)
  /// Two values computed with.
  case arithmetic(Arithmetic, Value, Value)
  /// How large a value is, whatever its sign.
  case magnitude(Value)
  /// A formula.
  case formula(Formula)
  /// The score of an item.
  case score(item: Int)
  /// The points of an item.
  case fullMark(item: Int)

  /// How the rows of an evidence become a value.
  public struct Reading: Sendable, Hashable {
    /// The evidence; an index into `Rulebook.evidence`.
    public var evidence: Int
    /// Evidence that counts as this one, once (视同).
    public var alsoCounted: [Int]
    /// What a single row counts for at the most, before rows are combined (完成率: 100).
    public var rowCeiling: Rational?
    /// How often a row of each level counts, in the order of `Evidence.levels`; empty where levels change nothing.
    public var weights: [Rational] = []
    /// Among which rows only the one worth most counts; an index into `Rulebook.matterGroups`.
    public var matterGroup: Int?
    /// 核减: evidence whose quantity is taken off before anything counts, down to 0.
    public var loweredBy: [Int] = []

    /// The rows of an evidence.
    public init(_ evidence: Int, alsoCounted: [Int] = [], rowCeiling: Rational? = nil) {
      self.evidence = evidence
      self.alsoCounted = alsoCounted
      self.rowCeiling = rowCeiling
    }
  }

  /// One of several things that must all be reached.
  public struct Reached: Sendable, Hashable {
    /// The evidence; an index into `Rulebook.evidence`.
    public var evidence: Int
    /// What is asked of it; `nil` where it only has to occur.
    public var requirement: Requirement?

    /// An evidence and what is asked of it.
    public init(_ evidence: Int, _ requirement: Requirement? = nil) {
      self.evidence = evidence
      self.requirement = requirement
    }
  }

  /// What is worked out over a population.
  public enum Statistic: String, Sendable, Hashable {
    /// 平均: the plain mean of the units.
    case mean = "平均"
    /// 最高
    case greatest = "最高"
    /// 最低
    case least = "最低"
    /// The place, the highest value first; units that tie share the better one (1 1 3).
    case rankFromTop = "名次"
    /// The place, the lowest value first.
    case rankFromBottom = "倒数名次"

    /// Whether it is the place of a unit rather than a figure of all of them.
    public var isPlace: Bool { self == .rankFromTop || self == .rankFromBottom }
  }

  /// The units over which something is worked out: those with the attributes, each within its own group.
  public struct Population: Sendable, Hashable {
    /// Who belongs to it.
    public var applicability: Applicability
    /// The attribute whose answers make the groups; `nil` where all are one.
    public var group: Int?

    /// Units of one applicability, in groups or not.
    public init(_ applicability: Applicability, group: Int? = nil) {
      self.applicability = applicability
      self.group = group
    }
  }

  /// The ways of computing with two values.
  public enum Arithmetic: Sendable, Hashable {
    /// +
    case sum
    /// −
    case difference
    /// ×
    case product
    /// ÷; by zero is an error of the evidence.
    case quotient
    /// ÷ the greatest of all, which is no less; so the share is at most 1 whatever is still missing.
    case shareOfGreatest
  }
}

extension Value {
  /// How a value is measured against a figure.
  public enum Comparison: Sendable, Hashable {
    /// How far it is from it.
    case distance
    /// How many percent of it it is.
    case share
    /// By how many percent it has grown from it.
    case growth
  }

  /// How it is measured against a figure that no text states; `nil` where it is not.
  public var comparison: Comparison? {
    switch self {
    case .arithmetic(.difference, _, let figure) where figure.isFigure: .distance
    case .arithmetic(.product, .arithmetic(.quotient, let part, .magnitude(let before)), .constant(100)):
      if case .arithmetic(.difference, _, before) = part { .growth } else { nil }
    case .arithmetic(.product, .arithmetic(.quotient, _, let figure), .constant(100)) where figure.isFigure:
      .share
    default: nil
    }
  }

  /// Whether it is a figure that others are compared with, moved or not.
  private var isFigure: Bool {
    switch self {
    case .reference, .statistic(.mean, _, _), .statistic(.greatest, _, _), .statistic(.least, _, _): true
    case .arithmetic(.product, let figure, .constant), .arithmetic(.sum, let figure, .constant):
      figure.isFigure
    default: false
    }
  }

  /// The units it compares with, where it does.
  public var population: Population? {
    switch self {
    case .reported, .any, .all, .constant, .reference, .score, .fullMark: nil
    case .formula(let formula): formula.values.lazy.compactMap(\.population).first
    case .statistic(_, _, let population): population
    case .magnitude(let value): value.population
    case .arithmetic(_, let left, let right): left.population ?? right.population
    }
  }

  /// The evidence it reads, in order, without what only counts as it.
  public var evidence: [Int] {
    switch self {
    case .reported(let reading): [reading.evidence]
    case .any(let evidence): evidence
    case .all(let parts): parts.map(\.evidence)
    case .constant, .reference, .score, .fullMark: []
    case .statistic(_, let value, _), .magnitude(let value): value.evidence
    case .arithmetic(_, let left, let right):
      left.evidence + right.evidence.filter { !left.evidence.contains($0) }
    case .formula(let formula): formula.values.flatMap(\.evidence).withoutDoubles
    }
  }

  /// All evidence whose rows it reads.
  public var readEvidence: [Int] {
    switch self {
    case .reported(let reading): [reading.evidence] + reading.alsoCounted + reading.loweredBy
    case .statistic(_, let value, _), .magnitude(let value): value.readEvidence
    case .arithmetic(_, let left, let right):
      left.readEvidence + right.readEvidence.filter { !left.readEvidence.contains($0) }
    case .formula(let formula): formula.values.flatMap(\.readEvidence).withoutDoubles
    case .any, .all, .constant, .reference, .score, .fullMark: evidence
    }
  }

  /// The figures of 指标表 it reads, in order; indices into `Rulebook.references`.
  public var references: [Int] {
    switch self {
    case .reported, .any, .all, .constant, .score, .fullMark: []
    case .reference(let reference): [reference]
    case .formula(let formula): formula.values.flatMap(\.references).withoutDoubles
    case .statistic(_, let value, _), .magnitude(let value): value.references
    case .arithmetic(_, let left, let right):
      left.references + right.references.filter { !left.references.contains($0) }
    }
  }
}

extension [Int] {
  /// Each once, where it first stands.
  fileprivate var withoutDoubles: [Int] {
    var seen: Set<Int> = []
    return filter { seen.insert($0).inserted }
  }
}
