// K09: what a program has written and a person has not finished.

extension Diagnostic {
  /// K0930: 【？…】, which nobody has looked at yet.
  public static func proposedAnnotation(at place: Label) -> Diagnostic {
    Diagnostic(
      .proposedAnnotation, title: "这个注记还没有人确认", at: place,
      basis: "带“？”的注记是 rulecheck draft 照原文猜的，要由人对照原文看过才算数",
      remedy: "对的，删去“？”；不对的，改好再删去“？”")
  }

  /// K0931: rows of an empty ledger that nobody has filled in.
  public static func unfilledRows(_ count: Int, isWholeForm: Bool, at place: Label) -> Diagnostic {
    Diagnostic(
      .unfilledRows, .note, title: isWholeForm ? "这份台账还没有填" : "有 \(count) 行没有填", at: place,
      basis: isWholeForm
        ? "一行也没有填的空表，不算考核单位报了" : "没有填的行不读取：次数、扣分、是否算作没有发生，别的还缺",
      remedy: isWholeForm ? "填好再算；全年没有发生的，把各行删去，只留表头" : "没有发生的不用管，漏填的补上")
  }
}
