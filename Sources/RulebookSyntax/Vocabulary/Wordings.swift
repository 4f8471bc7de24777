/// The official wordings of phrases: when, per what, what, how far. Adding a wording is adding a word here.
///
/// In each list the longer of two words with one beginning comes first. All words are written folded.
enum Wordings {
  // MARK: When

  /// The requirement of a sentence, with the direction it asks for.
  static let requirements: WordTable<RequirementSyntax.Direction> = [
    "不少于": .atLeast, "不低于": .atLeast, "至少": .atLeast, "达到": .atLeast,
    "不超过": .atMost, "不多于": .atMost, "不高于": .atMost, "至多": .atMost,
    "超过": .above, "高于": .above, "低于": .below,
  ]

  /// 以上 behind a quantity: the requirement is at least that much.
  static let orMore: WordList = ["以上"]
  /// 以下 behind a quantity: the requirement is at most that much.
  static let orLess: WordList = ["以下", "以内"]

  /// Whether the number itself counts, behind a quantity or behind 以上.
  static let inclusions: WordTable<Bool> = ["(含)": true, "(含本数)": true, "(不含)": false, "(不含本数)": false]

  /// Nothing before it holds.
  static let otherwise: WordList = ["否则", "其他的", "其他", "其余的", "其余"]
  /// How a value stands to the requirement, or to the number behind the word.
  static let comparisons: WordTable<Comparison> = [
    "未完成": .notReached, "没有完成": .notReached, "没完成": .notReached, "完不成": .notReached, "未达到": .notReached,
    "没有达到": .notReached, "没达到": .notReached, "达不到": .notReached, "未达标": .notReached, "不达标": .notReached,
    "低于": .below, "不足": .below, "小于": .below,
    "达到": .reached, "达标": .reached, "完成": .reached, "不低于": .atLeast, "不少于": .atLeast, "达": .reached,
    "超额完成": .farBeyond, "超过": .beyond, "大于": .above, "高于": .above, "≥": .atLeast, ">": .above, "<": .below,
  ]
  /// What the name of something measured ends in: 完成率, 增幅, 占比.
  static let measures: ScalarSet = ["率", "幅", "比", "量", "数", "值"]
  /// What a requirement is called; the words say nothing more.
  static let requirementNouns: WordList = [
    "全年度", "年度", "全年", "季度", "节能", "时序", "考核", "规定", "分配", "投资", "目标", "任务", "计划", "指标", "标准", "要求", "数量",
    "值", "数", "了",
  ]
  /// What a phrase compares with, before what it says: 比上年每提高1个百分点.
  static let comparedWith: WordTable<ReferenceWord> = [
    "比上年同期": .lastYear, "比上年度": .lastYear, "比上年": .lastYear, "比去年同期": .lastYear, "比去年": .lastYear,
    "较上年同期": .lastYear, "较上年度": .lastYear, "较上年": .lastYear, "较去年同期": .lastYear, "较去年": .lastYear,
    "与上年同期相比": .lastYear, "与上年相比": .lastYear, "与去年相比": .lastYear, "同比": .lastYear,
    "比年度目标": .target, "比目标任务": .target, "比目标值": .target, "比目标": .target, "与目标相比": .target,
    "较目标": .target, "与全市平均水平相比": .mean, "与全县平均水平相比": .mean, "与全省平均水平相比": .mean,
    "与平均水平相比": .mean, "比平均水平": .mean,
  ]

  /// Everything named is met.
  static let allReached: WordList = ["均达到的", "均达到", "均完成的", "均完成"]

  /// Before the word of a list; the words say nothing more.
  static let levelLeads: WordList = [
    "被评为", "评定为", "考核为", "评为", "获评", "获得", "认定为", "列为", "获", "为", "在", "被",
  ]
  /// Behind the word of a list; the words say nothing more.
  static let levelNouns: WordList = [
    "等次", "等级", "级别", "档次", "录用", "采用", "刊用", "刊发", "刊登", "发表", "转发", "表彰", "奖励", "批示", "媒体推广", "媒体",
  ]

  /// Between the ends of a range that are not tied by a dash.
  static let through: WordList = ["至", "到"]
  /// Behind the ends of a range; the words say nothing more.
  static let within: WordList = ["之间", "区间", "范围内"]

  /// Before a place; the words say nothing more.
  static let standing: WordList = [
    "全县排名", "全市排名", "全省排名", "全区排名", "排名", "排在", "位列", "位居", "名列", "居全县", "居全市", "居全省", "居全区", "列全县", "列全市",
    "列全省", "列全区", "居", "列",
  ]
  /// Before a place counted from the end: 最后一名, 后3名.
  static let fromTheEnd: WordList = ["最后", "后"]
  /// What a place is called.
  static let placeWords: WordList = ["名", "位"]
  /// From this place on, away from the end from which places are counted.
  static let further: WordList = ["及以上", "及以后", "以后", "及以下", "以下"]

  /// Before the number of an event; the words say nothing more.
  static let happening: WordList = ["发现", "发生", "出现"]
  /// What is counted as it happens.
  static let events: WordList = ["次", "起", "件"]
  /// From this event on.
  static let onwards: WordList = ["及以上", "以上", "起每次", "及以后", "以后"]

  // MARK: Per what

  /// 每 and what reads like it, before a step.
  static let each: WordList = [
    "每发现", "每查实", "每发生", "每出现", "每有", "每", "经查实每", "经核实每", "发现", "查实", "发生", "出现",
  ]
  /// What begins something else than the name of what is counted in 每个项目扣1分.
  static let turnings: ScalarSet = [
    "未", "不", "没", "无", "少", "多", "超", "低", "高", "增", "减", "缺", "差", "按", "酌", "再", "各", "均", "最", "或", "以",
    "和", "达",
    "满", "级", "第", "每", "加", "扣", "得", "计", "记", "奖", "分", "倍", "半",
  ]
  /// What cannot be a verb in 每引进1000万元加1分, behind which a figure is counted by.
  static let otherThanVerbs: ScalarSet = [
    "未", "不", "没", "无", "按", "第", "每", "加", "扣", "得", "计", "记", "奖", "分", "半", "个",
  ]
  /// Behind 一 that surely counts: 一处错误, but not 一部 in 统一部署.
  static let surelyCounted: ClosedList = ["次", "起", "件", "处", "篇", "条", "例", "项"]
  /// Before 1 or 一 that does not count: 第1次, 统一, 同一, 任一.
  static let beforeOtherOnes: ScalarSet = ["第", "统", "同", "任", "某", "每", "唯", "之"]
  /// Units that are assessed: in 每个单位【甲】扣1分 they are not what is counted.
  static let assessedUnits: WordList = [
    "单位", "部门", "乡镇", "镇乡", "街道", "县", "区", "村", "社区", "科室", "处室", "站所",
  ]
  /// Behind 每人次: a measure that each of them is counted by.
  static let furtherEach: WordList = ["每半天", "每天", "每次", "每项", "每件", "每起"]
  /// What another body did, behind 每 and before the points it took.
  static let outsideDeduction: WordList = ["扣", "减"]
  /// Beyond the requirement or short of it.
  static let eitherWay: WordList = [
    "增(减)", "增减", "高于或低于", "提高或降低", "提高(降低)", "上升或下降", "上升(下降)", "超过或低于", "增加或减少", "增加(减少)",
  ]
  /// Beyond adds and short takes away.
  static let addOrDeduct: WordList = ["加(减)", "加减", "增减", "加或减", "加(扣)", "加扣"]
  /// Away from the requirement, on the side that is not good.
  static let away: WordList = ["相差", "差"]
  /// Short of the requirement.
  static let short: WordList = ["减少", "缺少", "少", "缺", "不足", "低于", "低", "下降", "降低"]
  /// Beyond the requirement.
  static let beyond: WordList = ["超过", "超出", "超", "多", "高于", "高", "上升", "提高", "增长", "增加", "新增"]

  // MARK: What

  /// The three verbs of scoring.
  static let verbs: WordTable<ScoringVerb> = [
    "赋予": .earn, "得": .earn, "计": .earn, "记": .earn,
    "另加": .add, "再加": .add, "加计": .add, "增记": .add, "增加": .add, "加扣": .deduct, "加": .add, "增": .add,
    "奖励": .add, "奖": .add,
    "倒扣": .deduct, "再扣": .deduct, "另扣": .deduct, "扣减": .deduct, "扣除": .deduct, "扣": .deduct,
    "减": .deduct,
  ]

  /// What an award is called; the words say nothing more.
  static let awardNouns: WordList = ["基准分", "基础分", "基本分"]

  /// One place after the other, from the first: 依排序加5至1分.
  static let placeByPlace: WordList = ["依排序", "按排序", "依名次", "按名次"]
  /// Each evidence on its own.
  static let eachOfThem: WordList = ["分别", "各"]
  /// Once for any of them.
  static let anyOfThem: WordList = ["有下列情形之一的", "有下列情形之一", "任一项", "任何一项", "任一"]

  /// Closed wordings with their meaning.
  static let closed: WordTable<EffectSyntax> = [
    "得满分": .fullMark, "计满分": .fullMark, "完成得分": .fullMark, "达标得分": .fullMark,
    "按完成情况得分": .byCompletion, "按完成情况计分": .byCompletion, "按完成率得分": .byCompletion,
    "按完成率计分": .byCompletion, "按完成百分比计分": .byCompletion, "按完成百分比得分": .byCompletion,
    "按完成比例得分": .byCompletion, "按完成比例计分": .byCompletion, "按目标完成比例计分": .byCompletion,
    "按目标完成比例得分": .byCompletion, "按实际完成比例得分": .byCompletion, "按实际完成比例计分": .byCompletion,
    "按实际完成情况得分": .byCompletion, "按实际完成情况计分": .byCompletion, "按实际完成率得分": .byCompletion,
    "按实际完成率计分": .byCompletion, "按比例得分": .byCompletion, "按比例计分": .byCompletion,
    "按比例记分": .byCompletion, "按完成比例记分": .byCompletion, "按完成情况记分": .byCompletion, "按完成率记分": .byCompletion,
    "得一半分": .halfAward, "得一半的分": .halfAward, "减半得分": .halfAward, "减半计分": .halfAward, "减半记分": .halfAward,
    "折半得分": .halfAward, "折半计分": .halfAward,
    "据实扣分": .asReported(.deduct), "据实得分": .asReported(.earn),
    "按比例折算扣分": .lossConversion, "按比例扣分": .lossConversion, "折算扣分": .lossConversion,
    "考核折算": .conversion, "相应折算": .conversion, "相应进行折算": .conversion, "折算": .conversion,
  ]

  /// The item, before words that make it 0.
  static let thisItem: WordList = ["此项", "该项", "本项"]
  /// Nothing is given.
  static let nothing: WordList = [
    "不得分", "不计分", "不记分", "不予得分", "不予计分", "不予记分", "得零分", "得0分", "计零分", "计0分", "记零分", "记0分", "计为零分", "计为0分",
    "记为零分", "记为0分",
    "按零分计算", "按0分计算", "按零分计", "按0分计", "按零分处理", "按0分处理", "为零分", "为0分", "为零", "为0", "归零",
  ]

  /// Nothing is taken.
  static let noLoss: WordList = ["不扣分", "不减分"]

  /// Harmless words before an effect.
  static let fillers: WordList = ["相应的", "相应", "则", "仅", "只"]

  // MARK: How far

  /// 最多扣M分 and its like.
  static let atMost: WordList = [
    "最多不超过", "最高不超过", "扣分不超过", "加分不超过", "最多", "最高", "不超过", "上限为", "上限", "封顶", "共",
  ]
  /// The full amount is the limit; 最高分 bounds all that is won.
  static let upTo: WordTable<ScoringVerb> = [
    "最高得分为": .earn, "最高得分": .earn, "最高分为": .earn, "最高分": .earn,
    "加满": .add, "扣满": .deduct, "得满": .earn, "共扣": .deduct, "共加": .add, "共得": .earn,
  ]
  /// Until the points are gone.
  static let untilExhausted: WordList = [
    "扣完本项分为止", "扣完该项分为止", "扣完分值为止", "扣完为止", "减完为止", "直至扣完为止", "直到扣完为止", "直至扣完", "直到扣完", "扣完即止", "减完",
  ]
  /// The figures go on as they began.
  static let series: WordList = ["依次类推", "以此类推", "依此类推", "如此类推"]
  /// No limit.
  static let unlimited: WordList = [
    "不封顶", "上不封顶", "无上限", "扣分不封顶", "扣分无上限", "加分不封顶", "加分无上限",
  ]
  /// Words that make a limit one of the item.
  static let wholeItem: WordList = ["本项", "合计", "累计"]
}

extension Wordings {
  /// What a phrase may begin with but for a number, to see at a glance where none does.
  static let phraseBeginnings: ScalarSet = [
    otherwise.row, allReached.row, each.row, happening.row, standing.row,
    conditionBeginnings.row, comparedWith.row, away.row, short.row, beyond.row, eachOfThem.row,
    anyOfThem.row, placeByPlace.row, fillers.row, thisItem.row, nothing.row, comparisons.row, verbs.row,
    closed.row,
    discretionAndShare.row,
  ].reduce(into: []) { $0.formUnion($1.beginnings) }

  /// What places and occurrences begin with but for a number.
  static let countBeginnings = [conditionBeginnings.row, each.row, happening.row, standing.row]
    .reduce(into: ScalarSet([])) { $0.formUnion($1.beginnings) }

  /// What limits begin with.
  static let limitBeginnings: ScalarSet = [
    untilExhausted.row, unlimited.row, series.row, upTo.row, atMost.row,
  ].reduce(into: ["以", "扣"]) { $0.formUnion($1.beginnings) }

  /// What conditions begin with that are no comparison.
  private static let conditionBeginnings: WordList = ["在", "倒数", "前", "最后", "后", "第", "有", "("]

  /// 酌情扣分, 分值占1/4, 占80%.
  private static let discretionAndShare: WordList = ["酌情", "分值", "占"]
}

extension Wordings {
  // MARK: Outside brackets and clauses

  /// Words that score without a verb and a figure.
  static let scoring: WordList = [
    "折算", "酌情扣", "酌情加", "酌情得", "据实扣分", "据实得分", "得满分", "不得分", "情况得分", "情况计分", "完成率得分", "比例得分",
    "比例计分", "比例记分", "比例扣分", "得一半分", "减半得分", "减半计分", "减半记分", "折半得分", "折半计分", "比例给分", "比例计入", "比例计算", "百分比得分",
    "百分比计分", "百分比记分", "情况记分", "完成率记分", "分值占",
    "不记分", "按零分", "按0分", "为零分", "为0分", "倍计分", "倍记分", "倍得分", "倍扣分", "倍加分",
  ]

  /// Words that change how far a consequence goes or how much it counts.
  static let modifiers: WordList = [
    "否则", "视情", "加倍", "减半", "折半", "翻倍", "翻番", "双倍", "累进", "扣一半", "减一半", "扣半", "少扣", "多扣", "加扣", "酌减", "酌情",
    "从轻扣", "从轻处", "从重扣", "从重处", "加重扣", "减轻扣", "免扣", "免于", "免予", "免除扣", "免责", "豁免", "除外", "抵扣", "抵消", "抵减",
    "相抵",
    "不扣", "不予扣", "不再扣", "不作扣", "不计扣", "不加分", "不重复", "不得分", "不计分", "不予得分", "不予计分", "全扣", "零分", "无分", "归零",
    "为零", "按零", "一票否决", "封顶", "不封顶", "上限", "无上限", "为止", "从第", "权重", "最多", "最高扣", "最高加", "最高得",
    "不记分", "不予记分", "扣光", "扣除全部", "取消该项", "取消本项", "取消得分", "取消全部", "只扣一次", "仅扣一次", "只计一次", "仅计一次", "只加一次",
    "按最高项",
    "按最高分", "就高", "起不计", "不计入", "乘以", "扣除一半", "一半分", "半数扣", "半数得", "分值扣完", "全部扣除", "继续扣", "最高分计", "适当加",
    "适当扣", "适当减",
    "不封底", "实行倒扣", "倒扣不设", "下限", "负分", "不超过该项", "不超过本项", "不超过总分", "系数", "比例扣",
    "比例加",
    "比例记", "比例给", "相应扣", "相应减", "递增", "递减", "返还", "恢复", "按均值", "按平均", "平均值", "总分中", "总分扣", "总分里",
    "为限", "的不计", "扣完", "从严扣", "从严处", "从宽",
    "取消评优", "取消评先", "不参与评", "不得评", "评优资格", "评先选优", "降一档", "降一级", "降低一个等次", "不考核", "仅考核", "只考核",
  ]
}

extension Cursor {
  /// Reads whether the number itself counts: （含） true, （不含） false, or nothing.
  package mutating func inclusion() -> Bool? { eat(Wordings.inclusions) ?? inclusionOfFigure() }

  /// （含90分） or （不含90分）, which says the number once more.
  private mutating func inclusionOfFigure() -> Bool? {
    var copy = self
    guard copy.eat("(") else { return nil }
    let excludes = copy.eat("不")
    guard copy.eat("含"), copy.number() != nil else { return nil }
    _ = copy.measureWord(extra: []) != nil || copy.eat("分")
    guard copy.eat(")") else { return nil }
    self = copy
    return !excludes
  }
}

extension EffectSyntax {
  /// The forms shown where a sentence scores in no known way, by the verb it uses.
  static func nearestForms(to verb: ScoringVerb?) -> [String] {
    switch verb {
    case .deduct: ["扣N分", "每起扣N分", "少一次扣N分", "各扣N分", "酌情扣A—B分"]
    case .earn: ["得N分", "每篇得N分", "得满分，未完成的按完成情况得分", "不得分"]
    case .add: ["加N分", "每篇加N分", "加N分，最多加M分"]
    case nil: ["折算", "扣N分", "得N分", "据实扣分", "占1/4"]
    }
  }
}
