import ExactArithmetic
import RulebookSyntax
import RulebookText

extension Checks {
  /// K0404: every number that a bracket asks for or counts in stands in the official words as well.
  static func requirementFigures(_ brackets: [EvidenceBracket], _ words: OfficialWords) -> [Diagnostic] {
    brackets.flatMap { bracket in
      bracket.syntax.parts.compactMap { part -> Diagnostic? in
        switch part.content {
        case .requirement(let requirement):
          requirement.quantity.flatMap { mismatch($0, of: bracket, words, countsSteps: false) }
        case .per(let per): mismatch(per.quantity, of: bracket, words, countsSteps: true)
        // Where the bracket holds the rule as well, the two are compared as a whole.
        case .phrase(let rule) where rule.phrases.isEmpty && !bracket.syntax.holdsPhrases:
          limitMismatch(rule.limits, of: bracket, words)
        default: nil
        }
      }
    }
  }

  /// A limit that only the bracket states: 【投诉：最多扣1分】每起扣0.5分.
  private static func limitMismatch(
    _ limits: [LimitSyntax], of bracket: EvidenceBracket, _ words: OfficialWords
  ) -> Diagnostic? {
    let near = words.numbers(in: bracket.before + bracket.after).map(\.value) + bracket.known
    let stated = limits.filter { limit in limit.figure.map { !near.contains($0) } ?? false }
    return stated.first.map { limit in
      .figureMismatch(
        words.source.text(limit.range), sentence: "没有这个数", at: words.label(limit.range), other: nil)
    }
  }

  private static func mismatch(
    _ quantity: Quantity, of bracket: EvidenceBracket, _ words: OfficialWords, countsSteps: Bool
  ) -> Diagnostic? {
    let head = bracket.headBefore?.range
    let near = words.numbers(in: bracket.before + bracket.after).filter { number in
      (countsSteps || !number.isStep)
        && !(head.map { number.range.start >= $0.start && number.range.end <= $0.end } ?? false)
    }
    let alike = near.filter { $0.isMeasured(like: quantity) }
    if alike.contains(where: { $0.value == quantity.value }) { return nil }
    if !countsSteps, bracket.states(quantity.value) { return nil }
    if alike.isEmpty {
      // 每月 alone asks for one, 全部 for 100 %.
      let goesWithoutSaying = quantity.value == 1 || quantity.isPercentage && quantity.value == 100
      let stands = bracket.known.contains(quantity.value) || near.contains { $0.value == quantity.value }
      if goesWithoutSaying || stands { return nil }
    }
    let only = alike.count == 1 ? alike.first : nil
    let written = only.map { words.source.text($0.range) }
    return .figureMismatch(
      words.source.text(quantity.range), sentence: written.map { "写“\($0)”" } ?? "没有这个数",
      at: words.label(quantity.range), other: only.map { words.label($0.range, "原文写“\(written ?? "")”") })
  }
}

extension EvidenceSyntax {
  /// Whether a part of it says what it is worth.
  fileprivate var holdsPhrases: Bool {
    parts.contains { if case .phrase(let rule) = $0.content { !rule.phrases.isEmpty } else { false } }
  }
}

extension OfficialWords {
  func label(_ range: TextRange, _ text: String = "") -> Label {
    Label(file: source.name, range: range, text: text)
  }
}

extension OfficialWords.Number {
  /// Whether it has the measure word of `quantity`; % and 个百分点 are one.
  fileprivate func isMeasured(like quantity: Quantity) -> Bool {
    guard let unit else { return false }
    return unit == quantity.unit || quantity.isPercentage && MeasureWords.percentages.contains(unit)
  }
}
