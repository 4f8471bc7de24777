extension Diagnostic {
  /// K0501: points of children and parent differ.
  public static func childrenSum(
    _ sum: String, declared: String, forUnits: String, at place: Label, children: [Label]
  ) -> Diagnostic {
    Diagnostic(
      .childrenSum, title: "下级分值合计\(sum)分，本级\(declared)分", at: place, related: children,
      basis: "下级分值之和应等于本级分值，倒扣分和加分不算在内\(forUnits.isEmpty ? "" : "；\(forUnits)")", remedy: "核对各级分值")
  }

  /// K0502: more can be taken off than the cap lets through.
  public static func capTooSmall(_ sum: String, cap: String, at place: Label, source: Label) -> Diagnostic {
    Diagnostic(
      .capTooSmall, .warning, title: "逐条最多可扣\(sum)分，上限\(cap)分", at: place, related: [source],
      basis: "超过上限的部分扣不到；计分时扣到\(cap)分为止", remedy: "原文如此的不用改；抄错的核对分值")
  }

  /// K0503: a deduction or award without effect.
  public static func deductionNeverBites(_ why: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .deductionNeverBites, .warning, title: "这一条永远不起作用", at: place, basis: why, remedy: "核对分值，或给所在的标题写上分值")
  }

  /// K0504: shares that do not make a whole.
  public static func weightsSum(_ sum: String, at place: Label, others: [Label]) -> Diagnostic {
    Diagnostic(
      .weightsSum, title: "各部分占比合计\(sum)，不是1", at: place, related: others, basis: "同一项里“占…”的各部分合起来应是全部",
      remedy: "核对占比")
  }

  /// K0505: awards that cannot reach the full mark, or go beyond it.
  public static func awardsSum(_ sum: String, fullMark: String, forUnits: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .awardsSum, .warning, title: "逐条最多得\(sum)分，本项\(fullMark)分", at: place,
      basis: "逐条得分之和应等于本项分值\(forUnits.isEmpty ? "" : "；\(forUnits)")", remedy: "核对各条分值，或是否漏注了一条")
  }

  /// K0506: a figure about 其余 that comes out otherwise.
  public static func othersFigure(_ written: String, computed: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .othersFigure, title: "“\(written)”与算出的\(computed)分不同", at: place, basis: "按【其余】计算，这些单位此处是\(computed)分",
      remedy: "核对分值和【其余】")
  }

  /// K0507: the stated total differs from the sum.
  public static func totalDiffers(_ sum: String, declared: String, forUnits: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .totalDiffers, title: "各项合计\(sum)分，总分写\(declared)分", at: place,
      basis: "总分应等于各项分值之和，倒扣分和加分不算在内\(forUnits.isEmpty ? "" : "；\(forUnits)")", remedy: "核对总分和各项分值")
  }

  /// K0508: a mean that nobody contributes to.
  public static func meanOverNobody(_ path: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .meanOverNobody, title: "没有单位可以算平均分", at: place, basis: "“\(path)”的平均分取自适用的单位，而适用范围里不会有单位",
      remedy: "核对【适用：…】")
  }

  /// K0510: points moved to an item that cannot take them.
  public static func movedPoints(_ path: String, at place: Label) -> Diagnostic {
    Diagnostic(
      .movedPoints, title: "分值不能计入“\(path.titleExcerpt)”", at: place, basis: "分值只能计入有分值、没有下级分值的同级项",
      remedy: "改成同级的一项")
  }
}
