import ExactArithmetic
public import RulebookModel
public import RulebookScoring
import RulebookText

/// What a unit's year comes to besides points, in words.
public struct OutcomeAccount {
  private let outcome: UnitOutcome
  private let scheme: OutcomeScheme

  /// The account of an outcome.
  public init(_ outcome: UnitOutcome, in rulebook: Rulebook) {
    self.outcome = outcome
    scheme = rulebook.outcomes
  }

  /// What came out where something else was expected: 等次为合格, 没有“列末位”.
  public func found(insteadOf expected: OutcomeRule.Effect) -> String {
    switch expected {
    case .grade: "等次为\(grade)"
    case .bar, .last, .total, .move: "没有“\(scheme.words(for: expected))”"
    }
  }

  /// 合格; 合格或不合格 where something is missing; 未定 where no rule gives one.
  var grade: String {
    outcome.grades.map { $0.map { scheme.grades[$0].madeVisible } ?? "未定" }.joined(separator: "或")
  }

  /// Why, a line for each rule that holds or may hold: 列末位：“引发……的，本年度考核结果列最后1位”.
  var reasons: [(reason: OutcomeReason, text: String)] {
    outcome.reasons.map { reason in
      let rule = scheme.rules[reason.rule]
      let words = scheme.words(for: rule.effect)
      let open = reason.certainty == .certain ? words : "可能\(words)（还缺数据）"
      return (reason, "\(open)：“\(rule.sentence.madeVisible.withoutFinalMark)”")
    }
  }

  /// The reasons in one line, for tables; the total's own grade goes without saying.
  var remarks: [String] {
    outcome.reasons.compactMap { reason in
      let rule = scheme.rules[reason.rule]
      guard !rule.looksAtTotal else { return nil }
      let words = scheme.words(for: rule.effect)
      return (reason.certainty == .certain ? words : "可能\(words)")
        + "（\(rule.sentence.madeVisible.withoutFinalMark)）"
    }
  }
}
