extension Diagnostic {
  /// K0501: points of children and parent differ.
  public static func childrenSum(
    _ sum: String, declared: String, forUnits: String, at place: Label, children: [Label]
  ) -> Diagnostic {
    Diagnostic(
      .childrenSum, title: title("下级分值合计\(sum)分，本级\(declared)分", or: "下级分值合计与本级不同"), at: place,
      related: children,
      basis: "下级分值之和应等于本级分值，倒扣分和加分不算在内；\(subject(forUnits))下级合计\(sum)分，本级写\(declared)分",
      remedy: "核对各级分值")
  }

  /// K0502: more can be taken off than the cap lets through; `parts` is what adds up, 逐条 or 下级.
  public static func capTooSmall(
    _ sum: String, cap: String, of parts: String, forUnits: String, at place: Label, source: Label
  ) -> Diagnostic {
    Diagnostic(
      .capTooSmall, .warning, title: title("\(parts)最多可扣\(sum)分，上限\(cap)分", or: "\(parts)可扣的分超过上限"),
      at: place, related: [source],
      basis: "\(subject(forUnits))\(parts)最多可扣\(sum)分，超过上限\(cap)分的部分扣不到；计分时扣到\(cap)分为止",
      remedy: "原文如此的不用改；抄错的核对分值")
  }

  /// K0503: a deduction or award without effect.
  public static func deductionNeverBites(_ why: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .deductionNeverBites, .warning, title: "这一条永远不起作用", at: place, basis: why,
      remedy: "核对分值和要求，或给所在的标题写上分值")
  }

  /// K0504: shares that do not make a whole.
  public static func weightsSum(_ sum: String, forUnits: String, at place: Label, others: [Label])
    -> Diagnostic
  {
    Diagnostic(
      .weightsSum, title: title("各部分占比合计\(sum)，不是1", or: "各部分占比合计不是1"), at: place, related: others,
      basis: "同一项里“占…”的各部分合起来应是全部；\(subject(forUnits))合计\(sum)", remedy: "核对占比，或是否漏注了一部分")
  }

  /// K0505: awards that cannot reach the full mark, or go beyond it.
  public static func awardsSum(
    _ sum: String, fullMark: String, forUnits: String, at place: Label, clauses: [Label]
  ) -> Diagnostic {
    Diagnostic(
      .awardsSum, .warning, title: title("逐条最多得\(sum)分，本项\(fullMark)分", or: "逐条得分之和与本项不同"), at: place,
      related: clauses, basis: "逐条得分之和应等于本项分值；\(subject(forUnits))逐条最多得\(sum)分，本项\(fullMark)分",
      remedy: "核对各条分值，或是否漏注了一条")
  }

  /// K0506: a figure about 其余 that comes out otherwise.
  public static func othersFigure(_ written: String, computed: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .othersFigure, title: title("“\(written)”与算出的\(computed)分不同", or: "其余单位的分值与算出的不同"), at: place,
      basis: "按【其余】计算，这些单位此处是\(computed)分，原文写“\(written)”", remedy: "核对分值和【其余】")
  }

  /// K0507: the stated total differs from the sum.
  public static func totalDiffers(
    _ sum: String, declared: String, forUnits: String, at place: Label, parts: [Label]
  ) -> Diagnostic {
    Diagnostic(
      .totalDiffers, title: title("各项合计\(sum)分，总分写\(declared)分", or: "各项合计与总分不同"), at: place,
      related: parts,
      basis: "总分应等于各项分值之和，倒扣分和加分不算在内；\(subject(forUnits))各项合计\(sum)分，总分写\(declared)分",
      remedy: "核对总分和各项分值")
  }

  /// The units a sum is said of, before what is said; empty for all of them.
  private static func subject(_ units: String) -> String { units.isEmpty ? "" : "对\(units)，" }

  /// K0508: a mean that nobody contributes to; of the units of one group, where there are groups.
  public static func meanOverNobody(_ path: String, inGroup group: String? = nil, at place: Label)
    -> Diagnostic
  {
    let members = group.map { "“\($0)”这一组里适用的单位，而这一组没有适用的单位" } ?? "适用的单位，而适用范围里不会有单位"
    return Diagnostic(
      .meanOverNobody, title: "没有单位可以算平均分", at: place, basis: "“\(path)”的平均分取自\(members)",
      remedy: group == nil ? "核对【适用：…】" : "核对【适用：…】和【分组：…】")
  }

  /// K0650: a figure that others are divided by is 0; `names` is the evidence it comes from, `rows` where that stands.
  public static func zeroDivisor(
    _ path: String, unit: String, names: [String], rows: [String], at place: Label
  ) -> Diagnostic {
    let figure = names.isEmpty ? "" : "（由“\(names.joined(separator: "”“"))”算出）"
    let places = rows.isEmpty ? "没有一行填了它" : "见\(rows.joined(separator: "、"))"
    return Diagnostic(
      .zeroDivisor, title: "要作除数的数是0", at: place,
      basis: "“\(path)”要用报来的数相除，而“\(unit)”的除数\(figure)是0，算不出得分；\(places)",
      remedy: "核对各单位报来的这个数，是不是还没有填、单位填错")
  }

  /// K0510: points moved to an item that cannot take them.
  public static func movedPoints(
    _ path: String, why: String = "分值只能计入有分值、没有下级分值的同级项", at place: Label
  ) -> Diagnostic {
    Diagnostic(
      .movedPoints, title: "分值不能计入“\(path.titleExcerpt)”", at: place, basis: why,
      remedy: "改成同级的一项")
  }

  /// K0529: awards in an item that starts from its full mark.
  public static func fullStartWithAwards(
    _ fullMark: String, awards: String, at place: Label, clauses: [Label]
  ) -> Diagnostic {
    Diagnostic(
      .fullStartWithAwards, .warning, title: "从满分起，得的分加不上去", at: place, related: clauses,
      basis: "本项从满分\(fullMark)分起，各条还能得\(awards)分，得没得到都是满分，只有扣分起作用",
      remedy: "要逐条得分的，改成【起评：0分】；先给满分再扣的，得分的话写【说明】")
  }

  /// K0511: a limit above what the item has; `below` is how far 扣完M分为止 takes the item.
  public static func limitAboveItem(
    _ words: String, room: String, below: String?, at place: Label, source: Label
  ) -> Diagnostic {
    Diagnostic(
      .limitAboveItem, .warning, title: title("“\(words)”超过本项的\(room)分", or: "限度超过本项的分值"), at: place,
      related: [source],
      basis: below.map { "本项最多扣\(room)分，写了“\(words)”，本项最低就成了\($0)分" }
        ?? "本项最多扣\(room)分，扣到本项的分值为止，“\(words)”这个限度不起作用",
      remedy: "核对限度是不是上级的分值；原文如此的不用改")
  }

  /// K0512: one incident takes more than the item has.
  public static func stepAboveItem(
    _ words: String, room: String, at place: Label, source: Label
  ) -> Diagnostic {
    Diagnostic(
      .stepAboveItem, .warning, title: title("“\(words)”超过本项的\(room)分", or: "扣一次就超过本项的分值"), at: place,
      related: [source], basis: "本项最多扣\(room)分，“\(words)”一次就扣完，超过的部分扣不到",
      remedy: "核对分值，小数点是不是漏了；原文如此的不用改")
  }
}
