public import ExactArithmetic
public import RulebookSyntax
public import RulebookText

/// A heading or row of the document, with what it is worth.
public struct Item: Sendable {
  /// The item around it; `nil` for the document itself.
  public var parent: Int?
  /// The items in it, in order.
  public var children: [Int] = []
  /// What kind of heading it is.
  public var kind: Kind
  /// Its path, such as 三（一） or 三（六）机构编制; empty for the document.
  public var path: String
  /// Its title, without number and tails.
  public var title: String
  /// Where its heading stands.
  public var place: TextRange
  /// The figures its heading states.
  public var worth = WorthSyntax()
  /// Where those figures stand.
  public var worthPlace: TextRange
  /// 上限 and 下限, where stated; an inner `nil` is 不限.
  public var statedCeiling: Rational??
  /// See `statedCeiling`.
  public var statedFloor: Rational??
  /// 起评, where stated.
  public var statedStart: StartSyntax?
  /// 按月考核, where it says so itself.
  public var periodic: Periodic?
  /// The item that is scored period by period: it or one around it.
  public var periodicItem: Int?
  /// 适用 of this item alone.
  public var ownApplicability = Applicability.everyone
  /// 适用 of this item and of everything around it.
  public var applicability = Applicability.everyone
  /// 就高：同一事项: of the rows of its clauses with one 事项 only the one worth most counts.
  public var countsHighestPerMatter = false
  /// 其余: what the units outside 适用 get.
  public var others: Grant = .nothing
  /// The offices that assess it, or its parent's where it states none; indices into `Rulebook.offices`.
  public var assessors: [Int] = []
  /// The clauses that move its score, in order; indices into `Rulebook.clauses`.
  public var clauses: [Int] = []
  /// 保留：本项N位小数: the decimals that are kept of its score, after its bounds.
  public var places: Int?
  /// 权重: the share of its score that counts in the item around it; `nil` where all of it does.
  public var weight: Rational?
  /// Whether 【缺】 says that headings in it were never issued, so that their points are not here.
  public var lacksHeadings = false
  /// Whether a formula says what becomes of the scores in it, which are then not added up.
  public var isComputed = false

  /// P: its points, children's and moved ones included; zero in 倒扣 items.
  public var fullMark = Amount.zero
  /// Where its own clauses start from.
  public var start = Amount.zero
  /// The least it can be worth; `nil` where there is no bound.
  public var low: Amount?
  /// The most it can be worth; `nil` where there is no bound.
  public var high: Amount?

  /// The kinds of item.
  public enum Kind: Sendable, Hashable {
    /// The document.
    case document
    /// A numbered heading.
    case numbered(HeadingNumber)
    /// 【项】
    case row
    /// 【目】
    case subrow
  }

  /// What the units outside 适用 get.
  public enum Grant: Sendable, Hashable {
    /// Nothing; the item does not exist for them.
    case nothing
    /// The mean of the item over the units it applies to.
    case mean
    /// The full mark.
    case fullMark
    /// So many points.
    case points(Rational)
    /// Nothing here, but the points of those items grow by this item's, the same for each.
    case movedTo([Int])
  }

  /// An item without anything in it.
  public init(parent: Int?, kind: Kind, path: String, title: String, place: TextRange) {
    self.parent = parent
    self.kind = kind
    self.path = path
    self.title = title
    self.place = place
    self.worthPlace = place
  }

  /// Whether its heading gives it a score of its own; otherwise its clauses count towards the item around it.
  public var hasWorth: Bool {
    worth.points != nil || worth.deduction != nil || worth.bonus != nil || statedCeiling != nil
      || statedFloor != nil || statedStart?.points != nil || isComputed && parent != nil
  }

  /// Whether it can only add.
  public var isBonusOnly: Bool { worth.points == nil && worth.deduction == nil && worth.bonus != nil }

  /// Whether it can only take away.
  public var isDeductionOnly: Bool { worth.points == nil && worth.deduction != nil && worth.bonus == nil }
}
