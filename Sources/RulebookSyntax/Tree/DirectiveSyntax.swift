public import ExactArithmetic
public import RulebookText

/// A bracket that says something of the rulebook or of an item rather than naming evidence.
public enum DirectiveSyntax: Sendable {
  /// 细则：title
  case title(String)
  /// 年度：2013
  case year(Int)
  /// 总分：85分
  case total(Rational)
  /// 保留：总分2位小数
  case rounding(RoundingSyntax)
  /// 保留：本项2位小数
  case itemRounding(places: Int)
  /// 满分：100分
  case fullMark(Rational)
  /// 量词：摊、船
  case measureWords([String])
  /// 步长：按比例
  case stepRule(StepRule)
  /// 界限：以上含，以下不含; whether 以上 and 以下 include the number.
  case boundaries(aboveIncludes: Bool, belowIncludes: Bool)
  /// 名册：A、B or 名册：单位类型（党群、政府）
  case register([AttributeSyntax])
  /// 共用：全市平均增幅
  case shared([NameSyntax])
  /// 等次：优秀、合格、不合格; best first.
  case grades([NameSyntax])
  /// 分组：单位类型
  case grouping(NameSyntax)
  /// 并列：任务量从高到低
  case ties([TieSyntax])
  /// 适用：expression
  case appliesTo(TextRange)
  /// 其余：得平均分; 其余：1至4，得平均分
  case others(OthersSyntax)
  /// 就高：同一事项
  case highestPerMatter
  /// 倍数：采用信息，级别省级，2倍
  case multiplier(MultiplierSyntax)
  /// 项
  case row
  /// 目
  case subrow
  /// 考核单位, alone on the line of an office's name, or with names.
  case assessors([NameSyntax]?)
  /// 分值：5分
  case points(WorthSyntax)
  /// 按月考核：取平均
  case periodic(PeriodicSyntax)
  /// 起评：满分, 起评：60分
  case start(StartSyntax)
  /// 上限：20分, 上限：不限 (nil)
  case ceiling(Rational?)
  /// 下限：0分, 下限：不限 (nil)
  case floor(Rational?)
  /// 权重：网上考核，80%; the item as it is written, and its share
  case weight(NameSyntax, Rational)
  /// 得分名：网上考核得分
  case scoreName(NameSyntax)
  /// 缺：一，一（一）
  case absent([[HeadingNumber]])
  /// 说明
  case explanation
  /// 注：…
  case comment
  /// 例：…; where its words stand
  case example(TextRange)
}

/// Figures that count several times.
public struct MultiplierSyntax: Sendable {
  /// What counts several times.
  public var target: Target
  /// When.
  public var condition: Condition
  /// How many times: 2倍.
  public var factor: Rational

  /// What a multiplier may speak of.
  public enum Target: Sendable {
    /// This evidence.
    case evidence([NameSyntax])
    /// 扣分, 加分, 得分: everything in the item that does so.
    case everything(ScoringVerb)
  }

  /// When a multiplier holds.
  public enum Condition: Sendable {
    /// 级别W: for rows of this level.
    case level(NameSyntax)
    /// 适用A: for units of which the words hold.
    case appliesTo(TextRange)
  }
}

/// Where scores are rounded, and to how many decimals.
public struct RoundingSyntax: Sendable, Hashable {
  /// 总分 (false) or 各项 (true).
  public var everyItem: Bool
  /// Decimals kept, 0…6.
  public var places: Int
}

/// An attribute of units as 【名册】 declares it.
public struct AttributeSyntax: Sendable, Hashable {
  /// The column's name.
  public var name: NameSyntax
  /// The values it may take; empty for 是/否.
  public var values: [NameSyntax]
}

/// What units outside 适用 get.
public struct OthersSyntax: Sendable {
  /// The items it is said of; empty for the item it stands on.
  public var scope: [HeadingNumber]
  /// What they get.
  public var grant: Grant

  /// What the others may get.
  public enum Grant: Sendable, Hashable {
    /// 得平均分: the mean of the item over the units it applies to.
    case mean
    /// 得满分
    case fullMark
    /// 不计
    case nothing
    /// 得N分
    case points(Rational)
    /// 分值计入2: the item's points move to that sibling.
    case movedTo(HeadingNumber)
    /// 分值平均计入同级: the item's points move to its siblings, the same to each.
    case spread
  }
}

/// In which periods an item is scored, and how they become its score of the year.
public struct PeriodicSyntax: Sendable, Hashable {
  /// 按月考核, 按季考核, 按半年考核.
  public var period: Period
  /// 取平均 and its like.
  public var fold: PeriodFold
  /// 每期最多得N分: the most that a period is worth.
  public var most: Rational?
  /// 每期最多扣N分: the most that a period takes away.
  public var mostTaken: Rational?
}

/// Where an item's score starts.
public enum StartSyntax: Sendable, Hashable {
  /// 满分
  case fullMark
  /// N分
  case points(Rational)

  /// N of N分.
  public var points: Rational? { if case .points(let points) = self { points } else { nil } }
}
