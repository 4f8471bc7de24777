extension Diagnostic {
  /// K0930: 【？…】, which nobody has looked at yet.
  public static func proposedAnnotation(at place: Label) -> Diagnostic {
    Diagnostic(
      .proposedAnnotation, title: "这个注记还没有人确认", at: place,
      basis: "带“？”的注记是 rulecheck draft 照原文猜的，要由人对照原文看过才算数",
      remedy: "对的，删去“？”；不对的，改好再删去“？”")
  }
}
