/// The official wordings of what a year comes to besides points: 等次, 一票否决, 末位, 晋档.
///
/// In each list the longer of two words with one beginning comes first. All words are written folded.
enum OutcomeWordings {
  /// Words around an effect that say nothing more: 本年度考核结果, 直接, 的单位.
  static let inert: WordList = [
    "本年度", "当年度", "当年", "本年", "年度", "考核", "考评", "结果", "等次", "等级", "档次", "直接", "一律", "应当", "应", "则", "即",
    "并", "且", "同时", "相应", "予以", "实行", "给予", "该", "单位", "部门", "窗口", "的",
  ]
  /// 一票否决, which says that there is an effect and not which.
  static let veto: WordList = ["一票否决制", "一票否决"]

  /// 定为 and its like, before a grade.
  static let becomes: WordList = [
    "确定为", "评定为", "认定为", "判定为", "评为", "定为", "列为", "列入", "视为", "为",
  ]
  /// 不得评为 and its like, before the grades that are out of reach.
  static let barred: WordList = [
    "不得确定为", "不得评定为", "不得被评为", "不得评为", "不得定为", "不得列为", "不得列入", "不能确定为", "不能评定为", "不能评为", "不能定为",
    "不再评为", "不评为", "不得参加", "不得参评", "不参加",
  ]
  /// 取消 before 优秀资格.
  static let cancelled: WordList = ["取消"]
  /// Words between 取消 and the grade.
  static let candidacy: WordList = ["本年度", "当年度", "当年", "年度", "参评", "评选", "评为", "评"]
  /// What a grade is called; the words say nothing more.
  static let gradeNouns: WordList = [
    "等次", "等级", "档次", "档", "单位", "部门", "窗口", "县(市、区)", "乡镇", "街道", "村", "称号",
  ]
  /// What stands behind a grade that is out of reach.
  static let selection: WordList = ["的评选", "的评比", "的评定", "评选", "评比", "评定", "参评"]
  /// Behind 取消优秀.
  static let eligibility: WordList = ["的资格", "资格"]

  /// The last place.
  static let last: WordList = [
    "列最后1位", "列最后一位", "列最后1名", "列最后一名", "列为末位", "列末位", "排在末位", "排末位", "排在最后1位", "排在最后一位", "排最后1位", "排最后一位",
  ]
  /// The total, before the figure that it becomes.
  static let total: WordList = ["考核总得分", "考核总分", "总得分", "总分"]
  /// Between 总分 and its figure.
  static let totalBecomes: WordList = ["计为", "记为", "按", "得", "计", "记", "为"]
  /// Behind 总分按0分.
  static let reckoned: WordList = ["计算", "处理", "计"]

  /// A step up or down from the grade that is otherwise reached.
  static let moves: WordTable<OutcomeMove> = [
    "晋升一个等次": .up, "晋升1个等次": .up, "晋升一个档次": .up, "晋升一档": .up, "晋档": .up, "提升一个等次": .up, "提高一个等次": .up,
    "上调一个等次": .up, "提高一档": .up, "上调一档": .up,
    "降低一个等次": .down, "降低1个等次": .down, "下调一个等次": .down, "降一个等次": .down, "降低一档": .down, "下调一档": .down,
    "降一档": .down,
    "降档": .down,
  ]

  /// Both conditions must hold.
  static let both: WordList = ["并且", "且"]
  /// A total of nothing.
  static let nothing: WordList = ["零分"]
  /// Quotes around a grade: “红旗”.
  static let quotes: WordList = ["“", "”", "\"", "「", "」"]
}
