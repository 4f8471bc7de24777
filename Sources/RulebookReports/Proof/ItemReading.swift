import ExactArithmetic
import RulebookModel
import RulebookRevision

/// What holds for everything below a heading, told to somebody who holds the document.
struct ItemReading {
  private let rulebook: Rulebook
  private let index: Int

  init(_ index: Int, in rulebook: Rulebook) {
    self.rulebook = rulebook
    self.index = index
  }

  /// 从10分扣起，扣完为止; 由市纪委考核; 只考核参加竞赛的单位; nothing for a heading that says nothing.
  var lines: [String] {
    let facts = Facts(index, in: rulebook).entries.compactMap { words(for: $0.kind, $0.words) }
    return (bounds.map { [$0] } ?? []) + facts
  }

  private func words(for kind: Aspect.Kind, _ words: String) -> String? {
    switch kind {
    case .number, .title, .points, .start, .bounds: nil
    case .assessors: "由\(words)考核"
    case .applicability: "只考核\(words)的单位"
    case .others: "其余的单位\(words)"
    case .weight: "按\(words)计入上一级"
    case .highestPerMatter: "同一事项只算最高的"
    case .rounding: "得分保留\(words)"
    default: "\(kind.rawValue)：\(words)"
    }
  }

  /// Where it starts and how far it goes.
  private var bounds: String? {
    let item = rulebook.items[index]
    guard item.hasWorth else { return nil }
    guard item.start.isUniform, let low = item.low, low.isUniform else { return nil }
    let start = item.start.base
    if item.isDeductionOnly { return "只扣分，最多扣\(low.base.magnitude.forPeople)分" }
    if item.isBonusOnly { return item.high.map { "只加分，最多加\($0.base.forPeople)分" } }
    if start.isZero {
      let high = item.high.flatMap { $0.isUniform ? "，最多得\($0.base.forPeople)分" : nil } ?? ""
      let beginning = item.children.contains { rulebook.items[$0].hasWorth } ? "下面各项加起来" : "从0分算起"
      return beginning + high + (low.base.signum < 0 ? "，最多倒扣\(low.base.magnitude.forPeople)分" : "")
    }
    let end =
      low.base.isZero
      ? "扣完为止"
      : low.base.signum < 0
        ? "可以倒扣到-\(low.base.magnitude.forPeople)分" : "最少得\(low.base.forPeople)分"
    return "从\(start.forPeople)分扣起，\(end)"
  }
}
