import ExactArithmetic
import RulebookSyntax

extension CurveForm {
  /// The measure word of its first step or condition.
  var unit: String? {
    let conditions = awards.map(\.condition) + figures.map(\.condition) + zeroings
    return slopes.first?.per.unit ?? conditions.lazy.compactMap { $0?.unit }.first
      ?? (conditions.contains { $0?.isOccurrence ?? false } ? "次" : nil)
  }

  /// The words in which the manual writes it.
  var canonical: String {
    let won = awards.map { award in
      (award.condition?.canonical ?? "") + "得"
        + (award.points.map { ($0 * award.share).shown + "分" } ?? (award.share == 1 ? "满分" : "一半分"))
    }
    let share = proportion.map { [($0.condition?.canonical ?? "未达到的") + "按完成情况得分"] } ?? []
    let rest = otherwise.map { $0.signum < 0 ? "否则扣\((-$0).shown)分" : "否则得\($0.shown)分" }
    let steps = slopes.map { slope in
      (slope.condition?.canonical ?? "") + slope.per.canonical + slope.verb.rawValue + slope.points.shown
        + "分"
        + (slope.limit.map { "，最多\(slope.verb.rawValue)\($0.shown)分" } ?? "")
    }
    let flat = figures.map { figure in
      (figure.condition?.canonical ?? "") + figure.verb.rawValue + figure.points.shown + "分"
    }
    let zero = zeroings.map { $0.canonical + "此项不得分" }
    return
      (won + share + [rest].compactMap { $0 } + steps + flat + (series == nil ? [] : ["依次类推"]) + zero)
      .joined(separator: "，")
  }
}

extension PerSyntax {
  /// 每少1个百分点
  var canonical: String {
    switch direction {
    case .plain: "每" + shownStep
    case .short: "每少\(step.shown)\(unit)"
    case .away: "每差\(step.shown)\(unit)"
    case .beyond: "每超\(step.shown)\(unit)"
    case .both: "每增减\(step.shown)\(unit)"
    case .place: "每进\(step.shown)\(unit)"
    }
  }
}

extension ConditionSyntax {
  /// The measure word of its numbers.
  fileprivate var unit: String? {
    switch self {
    case .within(let interval): interval.lower?.quantity.unit ?? interval.upper?.quantity.unit
    case .otherwise, .notReached, .reached, .beyond, .allReached, .places, .occurrences, .levels: nil
    }
  }

  /// Whether it speaks of how often something happened.
  fileprivate var isOccurrence: Bool { if case .occurrences = self { true } else { false } }

  /// 90%以上的, 第1—3名的
  var canonical: String {
    switch self {
    case .otherwise: return "否则"
    case .notReached: return "未达到的"
    case .reached: return "达到的"
    case .beyond: return "超过的"
    case .allReached: return "均达到的"
    case .within(let interval): return interval.canonical + "的"
    case .levels(let words): return words.joined(separator: "、") + "的"
    case .places(let places):
      let name = places.fromBottom ? "倒数第" : "第"
      guard let last = places.last else { return "\(name)\(places.first)名及以上的" }
      return last == places.first ? "\(name)\(last)名的" : "\(name)\(places.first)—\(last)名的"
    case .occurrences(let events):
      if !events.isOrdinal { return "\(events.first)次及以上的" }
      return events.last == nil ? "第\(events.first)次及以后的" : "第\(events.first)次的"
    }
  }
}

extension IntervalSyntax {
  /// 50—99件, 高于100%
  fileprivate var canonical: String {
    switch (lower, upper) {
    case (let lower?, let upper?):
      return lower.shown + (lower.isIncluded ? "（含）" : "（不含）") + "至" + upper.shown
        + (upper.isIncluded ? "（含）" : "（不含）")
    case (let lower?, nil):
      let word = lower.reference == .beyondRequirement ? "超额完成" : lower.isIncluded ? "达到" : "超过"
      return word + lower.shown
    case (nil, let upper?): return upper.shown + (upper.isIncluded ? "以下（含）" : "以下（不含）")
    case (nil, nil): return ""
    }
  }
}

extension IntervalSyntax.End {
  /// 90%, 目标的90%
  fileprivate var shown: String { (reference == .requirement ? "目标的" : "") + quantity.shown }
}

extension Quantity {
  /// 2次
  fileprivate var shown: String { value.shown + (unit ?? "") }
}
