import ExactArithmetic
import RulebookSyntax

/// What a rulebook means, as plain values and without any text: what the generator invents, the renderer writes
/// as an office would, and the reference scores.
struct SpecRulebook: Sendable {
  var attributes: [SpecAttribute] = []
  /// 分组 in the head.
  var group: Int?
  var offices: [String] = []
  var rounding: SpecRounding?
  /// 【步长】 in the head.
  var stepRule: StepRule?
  /// 【满分】 in the head.
  var fullMark: Rational?
  var items: [SpecItem] = []
  /// Decides widths and blanks.
  var look: UInt64 = 0
}

struct SpecAttribute: Sendable {
  var name: String
  /// Empty for 是/否.
  var values: [String] = []
}

struct SpecRounding: Sendable {
  var everyItem: Bool
  var places: Int
}

/// A heading with what stands below it.
struct SpecItem: Sendable {
  enum Heading: Sendable { case numbered, row, subrow }

  /// What units outside 适用 get.
  enum Grant: Sendable {
    case nothing, mean, fullMark
    case points(Rational)
    /// The index of a sibling.
    case movedTo(Int)
    /// To all siblings with points, the same to each.
    case spread
  }

  enum Start: Sendable {
    case fullMark
    case points(Rational)
  }

  var title: String
  var heading = Heading.numbered
  var worth = SpecWorth()
  /// 每小项倒扣分C分: the children's worth is written here and not at them.
  var deductionPerChild: Rational?
  /// 上限, 下限; an inner `nil` is 不限.
  var ceiling: Rational??
  var floor: Rational??
  var start: Start?
  /// 【保留：本项N位小数】.
  var places: Int?
  /// 按月考核.
  var periodic: SpecPeriodic?
  /// Who assesses it; empty for whoever assesses the item around it.
  var offices: [Int] = []
  var scope = SpecScope.everyone
  var others = Grant.nothing
  /// 就高：同一事项
  var countsHighestPerMatter = false
  /// 【倍数：扣分…倍，适用…】
  var multiplier: (attribute: Int, factor: Rational)?
  /// 权重: the share of its score that counts in the item around it.
  var weight: Rational = 1
  var clauses: [SpecClause] = []
  /// What years come to, as the sentences of this item say.
  var outcomes: SpecOutcomes?
  var children: [SpecItem] = []
  var look: UInt64 = 0

  /// Whether it has a score: it, or something in it, is worth points.
  var hasScore: Bool { worth.isStated || children.contains { $0.hasScore } }
  /// Whether nothing in it has a score of its own.
  var isLeaf: Bool { !children.contains { $0.hasScore } }
}

/// 按月考核：取平均
struct SpecPeriodic: Sendable {
  var period: Period
  var fold: PeriodFold
  /// 每期最多得N分.
  var most: Rational?
}

/// The figures behind a title.
struct SpecWorth: Sendable {
  var points: Rational?
  var deduction: Rational?
  var bonus: Rational?
  /// The deduction is written as points, because the item around it only takes away.
  var isWrittenAsPoints = false
  /// The deduction is written once for all at the item around it.
  var isInherited = false

  var isStated: Bool { points != nil || deduction != nil || bonus != nil }
}

/// Which units something exists for: alternatives of tests that must all hold.
struct SpecScope: Sendable {
  struct Test: Sendable {
    var attribute: Int
    /// 1 for 是, or the index of a value.
    var answer: Int
    var isNegated = false
  }

  var alternatives: [[Test]]

  static let everyone = SpecScope(alternatives: [[]])

  var isEveryone: Bool { alternatives.contains { $0.isEmpty } }

  func holds(for answers: [Int]) -> Bool {
    alternatives.contains { tests in
      tests.allSatisfy { (answers[$0.attribute] == $0.answer) != $0.isNegated }
    }
  }
}

/// A sentence that scores.
struct SpecClause: Sendable {
  var facts: [SpecFact]
  var rule: SpecRule
  var limit: SpecLimit?
  /// Decides among the wordings of its form.
  var look: UInt64 = 0
}

/// A kind of evidence.
struct SpecFact: Sendable {
  var name: String
  var kind: EvidenceKind
  var unit = "次"
  var period = Period.year
  var combination = Combination.single
  /// 满分 of a score, 满扣 of an outside deduction.
  var fullMark: Rational?
  var requirement: SpecRequirement?
  /// The words of its list, best first.
  var levels: [String] = []
  /// What becomes of rows on one matter.
  var matterRule: MatterRule?
  /// Whether rows name their matter.
  var hasMatters = false
  /// 倒数: places are counted from the end.
  var countsFromBottom = false
  /// The column of 指标表 it is compared with, and what may stand there.
  var compares: SpecComparison.Figure?
  var figures: [Rational] = []
  /// Values near which something changes.
  var samples: [Rational] = []
}

struct SpecRequirement: Sendable {
  var direction: RequirementSyntax.Direction
  var value: Rational

  func isMet(by value: Rational) -> Bool {
    switch direction {
    case .atLeast: value >= self.value
    case .above: value > self.value
    case .atMost: value <= self.value
    case .below: value < self.value
    }
  }

  var wantsMore: Bool { direction == .atLeast || direction == .above }
}

/// How several facts share a figure.
enum SpecSharing: Sendable { case each, any, all }

/// The forms of the language's table.
enum SpecRule: Sendable {
  /// 扣N分, 得N分, 加N分, 各扣N分, 各扣N1分、N2分, 任一项扣N分: yes/no, one figure or one for each.
  case points(ScoringVerb, [Rational], SpecSharing)
  /// 每QU扣N分, 每U各扣N分: a count or a measured value.
  case perUnit(ScoringVerb, Rational, step: Rational, StepRule)
  /// 少QU扣N分: each fact has its requirement.
  case shortfall(Rational, step: Rational, StepRule)
  /// 每超QU扣N分.
  case excess(Rational, step: Rational, StepRule)
  /// 否则扣N分.
  case otherwise(Rational)
  /// RU以上的，得N分; 均达到的，得N分.
  case reached(Rational)
  /// 每少一项扣N分 of what is missing.
  case missingCount(Rational)
  /// 每扣Q分，相应的扣N分.
  case outside(Rational, step: Rational, StepRule)
  /// 酌情扣分, 酌情扣A—B分, 每件扣A分—B分.
  case discretion(ScoringVerb, least: Rational?, greatest: Rational?)
  /// 得N分，否则酌情扣分.
  case keeps(Rational)
  /// 据实扣分, 据实得分.
  case asReported(ScoringVerb)
  /// 折算.
  case conversion
  /// 折算扣分, of a score or of an outside deduction.
  case lossConversion
  /// 得满分，未完成的按完成情况得分.
  case completion
  /// 占W.
  case share(Rational)
  /// 此项不得分.
  case zeroItem
  /// 视同NAME.
  case countsAs(String)
  /// 无记录即得 … 得N分.
  case absenceAward(Rational)
  /// Several phrases on one evidence.
  case curve(SpecCurve)
  /// 省级每篇得2分，市级得1分: a figure for a row of each level of the fact.
  case byLevel(ScoringVerb, [Rational])
  /// 核减NAME, 免扣NAME.
  case lowers(String)
  case waives(String)
  /// 至少目标, 增幅.
  case compared(SpecComparison)
  /// 得分=…
  case formula(SpecFormula)
  /// 优秀的得5分、良好的得3分，其他的得1分; 第1名得3分，第2名得2分: a figure for each word or place.
  case ranked(ScoringVerb, [Rational], others: Rational?)

  /// Which way it moves the score; `nil` where it does not or depends on the item.
  var verb: ScoringVerb? {
    switch self {
    case .points(let verb, _, _), .perUnit(let verb, _, _, _), .discretion(let verb, _, _),
      .asReported(let verb):
      verb
    case .shortfall, .excess, .otherwise, .missingCount, .outside, .lossConversion: .deduct
    case .reached, .completion, .share, .absenceAward, .formula: .earn
    case .curve(let curve): curve.verb
    case .compared(let comparison): comparison.verb
    case .ranked(let verb, _, _), .byLevel(let verb, _): verb
    case .keeps, .conversion, .zeroItem, .countsAs, .lowers, .waives: nil
    }
  }

  /// Whether it takes from an item's points: 扣, and 得N分，否则酌情扣分.
  var deducts: Bool {
    if case .keeps = self { return true }
    return verb == .deduct
  }

  /// 此项不得分 and 视同, which neither award nor deduct.
  var movesNothing: Bool {
    switch self {
    case .zeroItem, .countsAs, .lowers, .waives: true
    default: false
    }
  }
}

/// How far a clause, or all of an item, goes.
enum SpecLimit: Sendable {
  /// 最多扣M分, 最多加M分, 最多得M分.
  case atMost(ScoringVerb, Rational)
  /// 扣完为止.
  case untilExhausted
  /// 不封顶.
  case unlimited
  /// 本项最多扣M分.
  case itemAtMost(Rational)
}
