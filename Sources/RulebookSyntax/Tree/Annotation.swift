public import ExactArithmetic
public import RulebookText

/// 【…】: what is said to the computer.
public struct Annotation: Sendable {
  /// Where it stands, brackets included.
  public var range: TextRange
  /// What it says.
  public var content: Content
  /// Whether it begins with ？: somebody has still to look at it.
  public var isProposed = false

  /// The kinds of bracket.
  public enum Content: Sendable {
    /// Evidence: a fact that offices report.
    case evidence(EvidenceSyntax)
    /// 总得分: the total of a unit, and what it comes to.
    case total(TotalSyntax)
    /// A directive.
    case directive(DirectiveSyntax)
    /// 总得分, 本项得分: a score as a whole.
    case score(ScoreWord)
    /// 得分=…: a formula with names in it, and how far it goes.
    case formula(FormulaSyntax, [ConsequenceSyntax])
    /// Something that has been reported as an error.
    case broken
  }
}

/// A name with its place.
public struct NameSyntax: Sendable, Hashable {
  /// The name: folded, without blanks.
  public var text: String
  /// Where it stands.
  public var range: TextRange

  /// A name at a place.
  public init(text: String, range: TextRange) {
    self.text = text
    self.range = range
  }
}

/// Evidence in a bracket: 【name：part，part…】, 【A、B、C】, 【同上】, 【同：A】.
public struct EvidenceSyntax: Sendable {
  /// Which evidence is meant.
  public var reference: Reference
  /// What is said of it.
  public var parts: [EvidencePart]

  /// The ways of naming evidence.
  public enum Reference: Sendable, Hashable {
    /// Named here, one or several at one place.
    case named([NameSyntax])
    /// 同上: the evidence before this.
    case previous
    /// 同：X: evidence named elsewhere, used again on purpose.
    case again(NameSyntax)
  }

  /// Whether the bracket itself holds the rule, so that the sentence is only compared with it.
  public var holdsRule: Bool {
    repeatsRule
      || parts.contains { if case .phrase(let rule) = $0.content { !rule.phrases.isEmpty } else { false } }
  }

  /// Whether the rule is that of other evidence (计分同X).
  public var repeatsRule: Bool {
    parts.contains { if case .scoredAs = $0.content { true } else { false } }
  }

  /// Whether it is 视同X: the words behind it speak of X, if of anything.
  package var countsAsOther: Bool {
    parts.contains { if case .countsAs = $0.content { true } else { false } }
  }

  /// Whether it only changes what other evidence comes to and has no worth of its own.
  public var onlyChangesOther: Bool {
    parts.contains { part in
      switch part.content {
      case .countsAs, .lowers, .waives: true
      default: false
      }
    }
  }

  /// What the bracket itself makes of the year.
  public var outcomes: [OutcomeSyntax] {
    parts.compactMap { if case .outcome(let outcome) = $0.content { outcome } else { nil } }
  }

  /// Whether the words behind the bracket say nothing to the computer.
  public var isInert: Bool { holdsRule || onlyChangesOther }
}

/// One part of an evidence bracket.
public struct EvidencePart: Sendable {
  /// What it says.
  public var content: Content
  /// Where it stands.
  public var range: TextRange

  /// The parts the language knows.
  public enum Content: Sendable {
    /// 次数, 得分 …: what a quantity means.
    case kind(EvidenceKind)
    /// 按月, 按季 …
    case period(Period)
    /// 至少2篇, 至多3次.
    case requirement(RequirementSyntax)
    /// 满分100分: the full mark of an outside score.
    case fullMark(Rational)
    /// 满扣100分: the most that an outside body takes off.
    case fullDeduction(Rational)
    /// 取平均 …
    case combination(Combination)
    /// 6行以上去掉一个最高分和一个最低分后取平均: from so many rows on.
    case trimmedMean(from: Int)
    /// 计分同X: the phrases of X again.
    case scoredAs(NameSyntax)
    /// 加倍: with figures twice as great.
    case doubled
    /// 按比例 …
    case stepRule(StepRule)
    /// 每2次, 每超1个: what the phrase behind it counts in.
    case per(PerSyntax)
    /// 等次（优秀、良好）: the words of which each unit has one, best first.
    case grades([NameSyntax])
    /// 分级（省级、市级）: the words of which each row has one, best first.
    case levels([NameSyntax])
    /// 倒数: places are counted from the end.
    case countsFromBottom
    /// 同一事项取最高, 同一事项计一次: what becomes of several rows on one matter.
    case matters(MatterRule)
    /// 核减X: its quantity lowers that of other evidence before it counts.
    case lowers(NameSyntax)
    /// 免扣X, 免扣: it makes nothing of the deduction of that evidence, or of the clause before.
    case waives(NameSyntax?)
    /// 缺数: it counts what is missing.
    case missingCount
    /// 无记录即得: an award that stands unless an incident is recorded.
    case standsUnlessRecorded
    /// 视同X: an occurrence counts as that other evidence, once.
    case countsAs(NameSyntax)
    /// 适用A: the clause is only for the units of which the words behind it hold.
    case appliesTo(TextRange)
    /// A measure word.
    case measureWord(String)
    /// 比平均, 增幅: the value against a figure.
    case relation(RelationWord)
    /// 从低到高: the lowest value comes first.
    case lowestFirst
    /// 最高: the greatest value of a unit, in a formula.
    case statistic(ReferenceWord)
    /// 分组A: units are compared within the answers to that attribute.
    case groupedBy(NameSyntax)
    /// 不分组: units are compared with all others, whatever the head says.
    case ungrouped
    /// A piece of the rule itself.
    case phrase(ConsequenceSyntax)
    /// 从达标中: those among whom a quota picks.
    case candidates(NameSyntax)
    /// 名额四舍五入: how a share becomes a number.
    case quotaRounding(QuotaRounding)
    /// 列末位, 不得评为优秀: what the year comes to where the evidence occurs.
    case outcome(OutcomeSyntax)
  }
}

/// A bound on evidence: a direction and a value.
public struct RequirementSyntax: Sendable, Hashable {
  /// Which side is good.
  public var direction: Direction
  /// The value asked for.
  public var bound: BoundSyntax
  /// Where it stands.
  public var range: TextRange
  /// Whether it was written 以上, 以下 or 以内, whose reading 【界限】 decides.
  public var followsBoundaries = false

  /// The directions of a requirement.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// 至少: the number or more.
    case atLeast = "至少"
    /// 至多: the number or less.
    case atMost = "至多"
    /// 高于: more than the number.
    case above = "高于"
    /// 低于: less than the number.
    case below = "低于"
  }

  /// Whether more is better.
  public var wantsMore: Bool { direction == .atLeast || direction == .above }

  /// The measure word of its number, or of the one by which it moves a figure.
  public var unit: String? {
    switch bound {
    case .quantity(let quantity): quantity.unit
    case .reference(let syntax):
      if case .plus(let quantity)? = syntax.adjustment { quantity.unit } else { nil }
    }
  }

  /// The number asked for; `nil` where it is another one for each unit.
  public var quantity: Quantity? { if case .quantity(let quantity) = bound { quantity } else { nil } }
}

/// What a requirement compares with.
public enum BoundSyntax: Sendable, Hashable {
  /// 2次: a number.
  case quantity(Quantity)
  /// 目标, 平均, 上年加2个: a figure that the text does not state.
  case reference(ReferenceSyntax)
}

/// A figure that the text does not state, as it is or moved by a number that it does.
public struct ReferenceSyntax: Sendable, Hashable {
  /// Which figure.
  public var figure: Figure
  /// How it is moved.
  public var adjustment: Adjustment?

  /// The figures.
  public enum Figure: Sendable, Hashable {
    /// 目标, 上年, 平均, 最高, 最低
    case word(ReferenceWord)
    /// A figure that 【共用】 declares.
    case shared(NameSyntax)
  }

  /// The ways of moving it.
  public enum Adjustment: Sendable, Hashable {
    /// 目标的90%: so many percent of it.
    case share(Rational)
    /// 上年加2个: so much more.
    case plus(Quantity)
  }

  /// A figure, moved or not.
  public init(_ figure: Figure, adjustment: Adjustment? = nil) {
    self.figure = figure
    self.adjustment = adjustment
  }
}

extension RequirementSyntax.Direction {
  /// The same side with or without the figure itself.
  package var neighbour: Self {
    switch self {
    case .atLeast: .above
    case .above: .atLeast
    case .atMost: .below
    case .below: .atMost
    }
  }

  /// The same side as （含） and （不含） settle it; `nil` where neither is written.
  package func including(_ includes: Bool?) -> Self {
    guard let includes else { return self }
    return (self == .atLeast || self == .atMost) == includes ? self : neighbour
  }
}
