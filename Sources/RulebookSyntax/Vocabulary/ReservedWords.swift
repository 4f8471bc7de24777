/// The words that make a bracket a directive, and those kept for directives to come.
///
/// A bracket is a directive when everything before its ： (or all of it) is one of these words.
public enum DirectiveWord: String, Sendable, Hashable, CaseIterable {
  /// 细则: the rulebook's title.
  case title = "细则"
  /// 年度: the year it scores.
  case year = "年度"
  /// 总分: the full mark of the whole.
  case total = "总分"
  /// 保留: where and to how many decimals scores are rounded.
  case rounding = "保留"
  /// 满分: the full mark of outside scores that do not state their own.
  case fullMark = "满分"
  /// 量词: further measure words.
  case measureWords = "量词"
  /// 步长: the step rule wherever a bracket does not state its own.
  case stepRule = "步长"
  /// 界限: whether 以上 and 以下 include their number.
  case boundaries = "界限"
  /// 名册: attributes of units.
  case register = "名册"
  /// 共用: figures of 指标表 that are one for all units.
  case shared = "共用"
  /// 等次: the grades that a year may come to, best first.
  case grades = "等次"
  /// 分组: the attribute within whose answers units are compared.
  case grouping = "分组"
  /// 并列: what decides between units whose totals tie.
  case ties = "并列"
  /// 适用: the units an item exists for.
  case appliesTo = "适用"
  /// 就高: of what concerns one matter only what is worth most counts.
  case highestPerMatter = "就高"
  /// 倍数: figures that count several times for some rows or units.
  case multiplier = "倍数"
  /// 其余: what the other units get.
  case others = "其余"
  /// 项: this line is the title of a row of a table.
  case row = "项"
  /// 目: this line is the title of a row below a 项.
  case subrow = "目"
  /// 考核单位: the offices that assess.
  case assessors = "考核单位"
  /// 分值: the points of an item, where the text does not say them usably.
  case points = "分值"
  /// 按月考核: the item is scored every month, and then for the year.
  case monthly = "按月考核"
  /// 按季考核: the item is scored every quarter.
  case quarterly = "按季考核"
  /// 按半年考核: the item is scored every half year.
  case halfYearly = "按半年考核"
  /// 起评: the score an item starts from.
  case start = "起评"
  /// 上限: the greatest score of an item.
  case ceiling = "上限"
  /// 下限: the least score of an item.
  case floor = "下限"
  /// 权重: the share of its score that an item brings to the one around it.
  case weight = "权重"
  /// 得分名: the name under which formulas use the score of an item.
  case scoreName = "得分名"
  /// 缺: headings that are absent on purpose.
  case absent = "缺"
  /// 说明: this sentence carries no score.
  case explanation = "说明"
  /// 注: a comment.
  case comment = "注"
  /// 例: an executable example.
  case example = "例"
}

extension DirectiveWord {
  private static let words = ClosedList(allCases.map(\.rawValue))

  /// The period in which it has an item scored; `nil` for other directives.
  package var assessedPeriod: Period? {
    switch self {
    case .monthly: .month
    case .quarterly: .quarter
    case .halfYearly: .halfYear
    default: nil
    }
  }

  /// Whether it says what the official words before it mean, rather than something of the item they stand in.
  package var speaksOfWords: Bool {
    switch self {
    case .points, .start, .ceiling, .floor, .rounding, .assessors, .example, .comment: false
    default: true
    }
  }

  /// The directive with this folded word, if it is one.
  package init?(folded word: [UInt8]) {
    guard let index = Self.words.index(of: word) else { return nil }
    self = Self.allCases[index]
  }
}

extension DirectiveWord {
  /// What people call a directive that has another word.
  static let otherWords: ClosedList = [
    "标题", "细则名称", "文件名", "文件名称", "题目", "考核年度", "年份", "考核部门", "适用单位", "适用范围", "例子", "备注",
  ]

  /// The directives they mean.
  private static let meanings: [DirectiveWord] = [
    .title, .title, .title, .title, .title, .year, .year, .assessors, .appliesTo, .appliesTo, .example,
    .comment,
  ]

  /// The word of the directive that was probably meant by another one.
  static func meant(by word: [UInt8]) -> String? {
    otherWords.index(of: word).map { meanings[$0].rawValue }
  }
}

/// Words that name nothing yet but will; using one as a name or directive is an error that says so.
public enum ReservedWords {
  /// Kept for directives.
  public static let directives: ClosedList = [
    "系数"
  ]

  /// Kept for values that rules will compute with.
  public static let values: ClosedList = ["目标", "上年", "平均", "最高", "最低", "全体"]

  /// What no name may begin with, since it would read as something else.
  package static let nameBeginnings: WordList = [
    "至少", "至多", "高于", "低于", "按年", "按半年", "按季", "按月", "按比例", "每", "非",
  ]

  /// What no name may hold.
  public static func isNameMark(_ scalar: Unicode.Scalar) -> Bool {
    nameMarks.unicodeScalars.contains(scalar)
  }

  static let nameMarks = "、,:;()=+−×÷/【】。"
}
