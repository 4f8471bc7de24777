public import ExactArithmetic
public import RulebookSyntax
public import RulebookText

/// A sentence that scores: facts, and what they are worth.
public struct Clause: Sendable {
  /// The item in whose text it stands.
  public var home: Int
  /// The item whose score it moves: `home`, or the nearest item above it that has points.
  public var item: Int
  /// The units it is for: those of `home`, or fewer where its bracket says so.
  public var applicability = Applicability.everyone
  /// What it does.
  public var effect: Effect
  /// What is added up.
  public var terms: [Term]
  /// The least it can be worth; `nil` where it is not bounded.
  public var least: Rational?
  /// The most it can be worth; `nil` where it is not bounded.
  public var greatest: Rational?
  /// 扣完为止: it takes the points of its item and no more.
  public var isExhausting = false
  /// The official sentence, without brackets.
  public var sentence: String
  /// Where its consequence stands.
  public var place: TextRange
  /// The rule in canonical words: 每起扣0.2分.
  public var canonical: String

  /// What a clause does to its item.
  public enum Effect: Sendable, Hashable {
    /// 得: fills the item's points.
    case earns
    /// 加: goes on top of them.
    case adds
    /// 扣: takes away.
    case deducts
    /// 得N分，否则酌情扣分: earns in an item that awards, deducts in one that deducts.
    case keeps
    /// 此项不得分: where a term is not 0, the item is 0.
    case zeroesItem
  }
}

extension Term {
  /// All evidence whose rows it reads.
  public var readEvidence: [Int] { value.readEvidence + waivers }
}

/// One value and its worth within a clause.
public struct Term: Sendable, Hashable {
  /// What the curve is applied to.
  public var value: Value
  /// The stretch of the year for which the curve is applied; its worths are added up over the year.
  public var period: Period
  /// What a figure of the item is of: the year, or each period of 按月考核.
  public var axis = Period.year
  /// What the value is worth.
  public var curve: Curve
  /// What the curve's worth is multiplied by.
  public var scale: Scale
  /// The least it can be worth.
  public var least: Rational?
  /// The most it can be worth.
  public var greatest: Rational?
  /// 倍数: how many times it counts, for the units of each applicability; they exclude each other.
  public var multipliers: [Multiplier] = []
  /// 免扣: evidence that makes nothing of it; indices into `Rulebook.evidence`.
  public var waivers: [Int] = []

  /// How many times something counts for some units.
  public struct Multiplier: Sendable, Hashable {
    /// The units.
    public var applicability: Applicability
    /// How many times.
    public var factor: Rational
  }

  /// How many times it counts for each unit.
  public var factor: Amount {
    Amount(1, additions: multipliers.map { .init(applicability: $0.applicability, points: $0.factor - 1) })
  }

  /// What a curve's worth counts in.
  public enum Scale: Sendable, Hashable {
    /// Points.
    case points
    /// Shares of the item's full mark.
    case fullMark
    /// Shares of the item's 倒扣 cap.
    case cap
  }

  /// How many times its curve is applied for one figure of its item.
  public var repetitions: Int { period.count / axis.count }

  /// A term on a value.
  public init(
    _ value: Value, period: Period = .year, curve: Curve, scale: Scale = .points, least: Rational? = nil,
    greatest: Rational? = nil
  ) {
    self.value = value
    self.period = period
    self.curve = curve
    self.scale = scale
    self.least = least
    self.greatest = greatest
  }
}
