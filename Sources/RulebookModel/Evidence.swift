public import ExactArithmetic
public import RulebookSyntax
public import RulebookText

/// A kind of fact that offices report: the name before the ： in a bracket, and what the rulebook says of it.
public struct Evidence: Sendable, Hashable {
  /// The name, as ledgers write it.
  public var name: String
  /// What a quantity means.
  public var kind: EvidenceKind
  /// The measure word that may follow a quantity (`2起`), when the rulebook gives one.
  public var measureWord: String?
  /// 等次（…）, 分级（…）: the words of which each unit or each row has one, best first; empty where there is no list.
  public var levels: [String] = []
  /// 同一事项取最高, 同一事项计一次: what becomes of several rows on one matter.
  public var matterRule: MatterRule?
  /// Whether each row must name its 事项.
  public var needsMatter = false
  /// 倒数: whether reported places are counted from the end.
  public var countsFromBottom = false
  /// The period of its requirement; anything but `.year` makes dates obligatory.
  public var period: Period
  /// How several rows become one value.
  public var combination: Combination
  /// The fewest rows of which the highest and the lowest are left out.
  public var trimsFrom = Limits.trimmedRows
  /// 满分 or 满扣: the greatest score or outside deduction; `nil` where there is no bound.
  public var fullMark: Rational?
  /// The smallest amount a row may state; `nil` where there is no bound above 0.
  public var leastAmount: Rational?
  /// The greatest amount a row may state; `nil` where only the item bounds it.
  public var greatestAmount: Rational?
  /// 从低到高: whether the lowest value is the first place.
  public var isLowestFirst = false
  /// Whether each row needs a 说明 (酌情 and ranges).
  public var needsReason: Bool
  /// The offices that assess it, in the order of the rulebook; indices into `Rulebook.offices`.
  public var assessors: [Int]
  /// The item of 按月考核 that it is reported for; an index into `Rulebook.items`.
  public var periodicItem: Int?
  /// The units for which it counts.
  public var applicability: Applicability
  /// How it is worked out, in percent where its kind is; `nil` where it is reported.
  public var definition: Formula?
  /// Where the rulebook first names it.
  public var place: TextRange

  /// Evidence with the plainest of everything.
  public init(
    name: String, kind: EvidenceKind, measureWord: String? = nil, period: Period = .year,
    combination: Combination = .single, fullMark: Rational? = nil, leastAmount: Rational? = nil,
    greatestAmount: Rational? = nil, needsReason: Bool = false, assessors: [Int] = [],
    applicability: Applicability = .everyone, place: TextRange = TextRange(0, 0)
  ) {
    self.name = name
    self.kind = kind
    self.measureWord = measureWord
    self.period = period
    self.combination = combination
    self.fullMark = fullMark
    self.leastAmount = leastAmount
    self.greatestAmount = greatestAmount
    self.needsReason = needsReason
    self.assessors = assessors
    self.applicability = applicability
    self.place = place
  }
}

extension Evidence {
  /// Whether each row must name its 级别.
  public var needsLevel: Bool { kind != .grade && !levels.isEmpty }

  /// The rank that is its place, counted from the first or the last one.
  func rank(fromLast: Bool = false) -> Value.Statistic {
    isLowestFirst == fromLast ? .rankFromTop : .rankFromBottom
  }

  /// A place of this rank: 第2名, 倒数第几名.
  public func place(_ number: String, of rank: Value.Statistic) -> String {
    (rank == self.rank() ? "第" : "倒数第") + number + "名"
  }

  /// What 【例】 calls a figure of all units: 完成率第几名, 平均年龄的平均.
  public func words(for figure: Value.Statistic) -> String {
    name + (figure.isPlace ? place("几", of: figure) : "的" + figure.rawValue)
  }

  /// The smallest quantity a row may state; `nil` where there is no bound above 0.
  public var least: Rational? { kind == .amount ? leastAmount : nil }

  /// The greatest quantity a row may state; `nil` where there is no bound.
  public var greatest: Rational? {
    switch kind {
    case .score: fullMark
    case .amount: [fullMark, greatestAmount].compactMap(\.self).min()
    case .yesNo, .count, .measurement, .percentage, .completion, .money, .place, .grade: nil
    }
  }
}
