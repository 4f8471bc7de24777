/// The measure words that may stand behind a quantity; 【量词：…】 adds to them for one rulebook.
public enum MeasureWords {
  /// The closed list, longer words before the words they begin with.
  public static let known: [String] = [
    "个百分点", "百分点", "工作日", "个月", "人次", "件次", "批次", "班次", "项次", "小时", "分钟", "万元", "亿元",
    "公顷", "公里", "平方米", "立方米", "微克/立方米", "千瓦时", "吨", "元", "亩", "里", "米",
    "起", "次", "件", "项", "条", "篇", "例", "个", "家", "名", "人", "户", "处", "份", "卷", "宗", "辆", "座", "张",
    "场", "期", "批", "天", "日", "月", "季度", "季", "半年", "年", "周", "岁", "位", "部", "本", "套", "台", "所", "种",
    "类", "块", "幅", "只", "头", "棵", "株", "村", "镇", "乡", "街道", "%",
  ].sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }

  /// Words for a share rather than a number of things.
  public static let percentages: Set<String> = ["%", "百分点", "个百分点"]

  /// Words for a stretch of time in which something is asked for (每月), never a thing that is counted in 每U扣.
  public static let periods: [String: Period] = [
    "月": .month, "个月": .month, "季": .quarter, "季度": .quarter, "半年": .halfYear, "年": .year,
  ]

  /// Words that may measure as well as count, so that the bracket must say 次数 or 数值.
  public static let ambiguous: Set<String> = [
    "天", "岁", "亩", "万元", "亿元", "元", "公顷", "公里", "吨", "平方米", "立方米", "微克/立方米", "千瓦时", "米",
    "小时", "分钟",
  ]
}
