/// The measure words that may stand behind a quantity; 【量词：…】 adds to them for one rulebook.
public enum MeasureWords {
  /// The closed list, longer words before the words they begin with.
  public static let known: [String] = [
    "微克/立方米", "个百分点", "千瓦时", "工作日", "平方米", "百分点", "立方米", "万元", "个月", "人次", "亿元", "件次", "公里", "公顷",
    "分钟", "半年", "季度", "小时", "批次", "班次", "街道", "项次", "小点", "小项", "公斤", "千克", "个", "乡", "亩", "人", "件", "份", "位",
    "例", "元",
    "卷", "只", "台", "名", "吨", "周", "场", "块", "处", "天", "头", "套", "季", "宗", "家", "岁", "幅", "年", "座",
    "张", "户", "所", "批", "日", "月", "期", "本", "村", "条", "株", "棵", "次", "种", "篇", "米", "类", "起", "辆",
    "部", "里", "镇", "项", "%",
  ]

  /// Words for a share rather than a number of things.
  public static let percentages: ClosedList = ["%", "百分点", "个百分点"]

  /// Words for a stretch of time in which something is asked for (每月), never a thing that is counted in 每U扣.
  public static let periods: WordTable<Period> = [
    "月": .month, "个月": .month, "季": .quarter, "季度": .quarter, "半年": .halfYear, "年": .year,
  ]

  /// Words that may measure as well as count, so that the bracket must say 次数 or 数值.
  public static let ambiguous: ClosedList = [
    "天", "岁", "亩", "万元", "亿元", "元", "公顷", "公里", "吨", "公斤", "千克", "平方米", "立方米", "微克/立方米", "千瓦时", "米",
    "小时", "分钟",
  ]
}
