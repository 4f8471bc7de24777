/// What the quantity of a row of evidence means; the word that says so in a bracket.
public enum EvidenceKind: String, Sendable, Hashable, CaseIterable {
  /// 是否: something is so or is not.
  case yesNo = "是否"
  /// 次数: events; the rows of a unit add up.
  case count = "次数"
  /// 数值: a measurement; one value, absent is missing.
  case measurement = "数值"
  /// 百分率: a measurement in percent.
  case percentage = "百分率"
  /// 完成率: how much of a task is done, in percent.
  case completion = "完成率"
  /// 得分: marks given outside, out of a full mark.
  case score = "得分"
  /// 扣分: an amount that the assessor states, or that an outside body took off.
  case amount = "扣分"
  /// 金额: a sum of money.
  case money = "金额"
  /// 名次: a place that somebody else has worked out, counted from 1.
  case place = "名次"
  /// 等次（…）: one of several words, which stand best first; the quantity is the number of the word, from 1.
  case grade = "等次"

  /// The kinds that a bracket states in one word; 等次 needs its list.
  public static let stated: [EvidenceKind] = allCases.filter { $0 != .grade }

  /// Whether an absent row means zero once every assessor has reported.
  public var isZeroWhenAbsent: Bool {
    switch self {
    case .yesNo, .count, .amount: true
    case .measurement, .percentage, .completion, .score, .money, .place, .grade: false
    }
  }
}

/// Lists of words, best first, that a bracket gives in parentheses.
public enum LevelWord: String, Sendable, Hashable, CaseIterable {
  /// 等次（优秀、良好、合格）: one word for each unit.
  case grades = "等次"
  /// 分级（国家级、省级、市级）: one word for each row.
  case levels = "分级"

  /// How the list is written.
  var example: String {
    switch self {
    case .grades: "等次（优秀、良好、合格）"
    case .levels: "分级（国家级、省级、市级）"
    }
  }
}

/// What becomes of several rows that speak of one matter; the word that says so in a bracket.
public enum MatterRule: String, Sendable, Hashable, CaseIterable {
  /// 同一事项取最高: of the rows of one matter only the one worth most counts.
  case greatest = "同一事项取最高"
  /// 同一事项计一次: the rows of one matter count as one event.
  case once = "同一事项计一次"
}

/// How several rows of one unit (and period) become one value.
public enum Combination: String, Sendable, Hashable, CaseIterable {
  /// One row at the most; a second one is an error.
  case single = "一个值"
  /// 取合计: the sum of the rows.
  case sum = "取合计"
  /// 取平均: the mean of the rows.
  case mean = "取平均"
  /// 去掉一个最高分和一个最低分后取平均.
  case trimmedMean = "去掉一个最高分和一个最低分后取平均"
  /// 取最高: the greatest row.
  case maximum = "取最高"

  /// The combinations a bracket may state.
  public static let stated: [Combination] = [.trimmedMean, .mean, .maximum, .sum]
}

/// The stretch of the year within which a requirement must be met.
public enum Period: String, Sendable, Hashable, CaseIterable {
  /// The whole year.
  case year = "按年"
  /// January to June, July to December.
  case halfYear = "按半年"
  /// Three months each.
  case quarter = "按季"
  /// Each month.
  case month = "按月"

  /// How many of them a year has.
  public var count: Int {
    switch self {
    case .year: 1
    case .halfYear: 2
    case .quarter: 4
    case .month: 12
    }
  }

  /// The period, counted from 0, in which `month` (1…12) lies.
  public func index(ofMonth month: Int) -> Int { (month - 1) * count / 12 }

  /// What one of them is called in a sentence.
  public var word: String {
    switch self {
    case .year: "年"
    case .halfYear: "半年"
    case .quarter: "季"
    case .month: "月"
    }
  }
}

extension Period {
  /// What one of them is called: 3月, 第2季度, 上半年; empty for the year.
  public func name(of index: Int) -> String {
    switch self {
    case .year: ""
    case .halfYear: index == 0 ? "上半年" : "下半年"
    case .quarter: "第\(index + 1)季度"
    case .month: "\(index + 1)月"
    }
  }

  /// The directive that has an item scored in each of them.
  public var assessment: String { self == .year ? "" : rawValue + "考核" }

  /// The first month of one of them, 1…12.
  public func firstMonth(of index: Int) -> Int { index * (12 / count) + 1 }
}

/// How the scores of the periods become that of the year; the word behind 按月考核 that says so.
public enum PeriodFold: String, Sendable, Hashable, CaseIterable {
  /// 取平均: the mean of the periods that count.
  case mean = "取平均"
  /// 取合计: the sum of the periods.
  case sum = "取合计"
  /// 取最高: the greatest of the periods.
  case greatest = "取最高"
  /// 末期: the last period that counts.
  case last = "末期"
}

/// What a quantity that does not fill a whole step is worth (每2分 with 3分 reported).
public enum StepRule: String, Sendable, Hashable, CaseIterable {
  /// 不足一档不计: only whole steps count.
  case wholeSteps = "不足一档不计"
  /// 不足一档按一档: a begun step counts whole.
  case begunSteps = "不足一档按一档"
  /// 按比例: in proportion.
  case proportional = "按比例"
}

/// Figures that values are compared with and that no text states; the word that names them in a bracket.
public enum ReferenceWord: String, Sendable, Hashable, CaseIterable {
  /// 目标: what the unit is to reach, from 指标表.
  case target = "目标"
  /// 上年: what the unit had last year, from 指标表.
  case lastYear = "上年"
  /// 平均: the plain mean of the units.
  case mean = "平均"
  /// 最高: the greatest value of a unit.
  case greatest = "最高"
  /// 最低: the least value of a unit.
  case least = "最低"
}

/// What is measured instead of the value itself.
public enum RelationWord: String, Sendable, Hashable, CaseIterable {
  /// 比平均: the value in percent of the mean of the units.
  case ofMean = "比平均"
  /// 比目标: the value in percent of the unit's target.
  case ofTarget = "比目标"
  /// 比上年: the value in percent of last year's.
  case ofLastYear = "比上年"
  /// 增幅: by how many percent the value has grown since last year.
  case growth = "增幅"

  /// The figure that the value is measured against.
  public var reference: ReferenceWord {
    switch self {
    case .ofMean: .mean
    case .ofTarget: .target
    case .ofLastYear, .growth: .lastYear
    }
  }
}
