public import RulebookModel
public import RulebookScoring

/// The arithmetic behind a score in one line, for messages.
public enum Working {
  /// 投诉查实：2起 × 0.2分 = 扣0.4分；合计：10（起评） - 0.4 = 9.6分
  public static func text(of reasons: [ItemReason], in rulebook: Rulebook) -> String {
    let lines = reasons.flatMap { reason in
      // An example is about one unit, which bears no name and is the only one of a mean.
      let account = ItemAccount(reason, in: rulebook, units: ["本例"])
      let moved = account.clauses.filter {
        !$0.counted.isZero || rulebook.clauses[$0.clause].effect == .zeroesItem
      }
      let terms = moved.flatMap { ClauseAccount($0, in: rulebook).terms }
      return terms.flatMap { $0.definitions + [$0.text] } + account.sum
    }
    return lines.isEmpty ? "没有一条计到分" : lines.joined(separator: "；")
  }
}
