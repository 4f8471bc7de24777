import ExactArithmetic
import RulebookSyntax

/// What several phrases on one evidence say together: an award, what is added and taken on either side of it.
///
/// Awards exclude each other, the narrowest condition that holds gives its figure. Slopes and flat figures add up.
struct CurveForm: Equatable {
  /// 得N分, with its condition; none means that the requirement is reached.
  var awards: [Award] = []
  /// What is awarded where no condition holds; below 0 where it is taken away.
  var otherwise: Rational?
  /// 按比例得分: short of the requirement the award is in proportion.
  var isProportional = false
  /// 每…加N分, 每…扣N分.
  var slopes: [Slope] = []
  /// 加N分 and 扣N分 without 每.
  var figures: [Figure] = []
  /// 此项不得分.
  var zeroings: [ConditionSyntax] = []
  /// 依次类推 behind the awards, or behind the flat figures.
  var goesOn = false

  /// One of several awards.
  struct Award: Equatable {
    var condition: ConditionSyntax?
    /// The points; `nil` for the item's full mark.
    var points: Rational?
  }

  /// So much for each step.
  struct Slope: Equatable {
    var condition: ConditionSyntax?
    var per: PerSyntax
    var verb: ScoringVerb
    var points: Rational
    /// The most it comes to.
    var limit: Rational?
  }

  /// So much under a condition.
  struct Figure: Equatable {
    var condition: ConditionSyntax?
    var verb: ScoringVerb
    var points: Rational
    /// The most it comes to, where it goes on.
    var limit: Rational?
  }

  /// The form of a list of phrases.
  init(reading phrases: [PhraseSyntax]) throws(SentenceForm.Obstacle) {
    for phrase in phrases { try add(phrase) }
    if let why = ambiguity { throw .unsupported(why) }
  }

  /// Why the phrases have no one meaning; `nil` where they have.
  private var ambiguity: String? {
    if awards.count + slopes.count + figures.count > 1,
      let loose = figures.first(where: { $0.condition == nil })
    {
      return "“\(loose.verb.rawValue)\(loose.points.shown)分”没有说什么情况下\(loose.verb.rawValue)，和别的计分的话合不到一起"
    }
    let plain = slopes.filter { $0.condition == nil && $0.per.direction == .plain }
    if plain.count > 1 || !plain.isEmpty && awards.contains(where: { $0.condition == nil }) {
      return "“\(plain[0].per.canonical)”没有说比要求多还是少，写成“每少…”“每超…”，或分成两条"
    }
    return nil
  }

  private mutating func add(_ phrase: PhraseSyntax) throws(SentenceForm.Obstacle) {
    if phrase.limits.contains(where: { $0.kind == .series }) { goesOn = true }
    switch phrase.effect {
    case .points(let verb, .plain, let figures) where figures.count == 1:
      try add(phrase, verb, figures[0])
    case .fullMark: awards.append(Award(condition: phrase.condition, points: nil))
    case .zero(wholeItem: true):
      guard let condition = phrase.condition else { throw Self.unreadable }
      zeroings.append(condition)
    case .zero(wholeItem: false):
      if phrase.condition?.isRest ?? true {
        otherwise = 0
      } else {
        awards.append(Award(condition: phrase.condition, points: 0))
      }
    case .byCompletion: isProportional = true
    default: throw Self.unreadable
    }
  }

  private mutating func add(_ phrase: PhraseSyntax, _ verb: ScoringVerb, _ points: Rational)
    throws(SentenceForm.Obstacle)
  {
    if let per = phrase.per {
      let limit = phrase.limits.lazy.compactMap { $0.figure(for: verb) }.first
      slopes.append(Slope(condition: phrase.condition, per: per, verb: verb, points: points, limit: limit))
    } else if verb == .earn {
      if phrase.condition?.isRest ?? false {
        otherwise = points
      } else {
        awards.append(Award(condition: phrase.condition, points: points))
      }
    } else if phrase.condition?.isRest ?? false, !awards.isEmpty, otherwise == nil, verb == .deduct {
      otherwise = -points
    } else {
      let limit = phrase.limits.lazy.compactMap { $0.figure(for: verb) }.first
      figures.append(Figure(condition: phrase.condition, verb: verb, points: points, limit: limit))
    }
  }

  private static let unreadable = SentenceForm.Obstacle.unsupported("这几句计分的话不能合在一个证据上")
}

extension ConditionSyntax {
  /// 否则, 未达到的: what is left when nothing else holds.
  var isRest: Bool { self == .otherwise || self == .notReached }
}

extension LimitSyntax {
  /// What it allows a phrase of this verb; `nil` where it speaks of something else.
  func figure(for verb: ScoringVerb) -> Rational? {
    guard !boundsItem else { return nil }
    switch kind {
    case .atMost(let stated, let figure): return stated == nil || stated == verb ? figure : nil
    case .atMostEither(let figure): return figure
    case .untilExhausted, .untilTaken, .unlimited, .series: return nil
    }
  }
}

extension LimitSyntax {
  /// Whether it speaks of what such a clause does.
  func concerns(_ effect: Clause.Effect) -> Bool {
    switch kind {
    case .atMost(nil, _): effect != .zeroesItem
    case .atMost(.add?, _): effect == .adds
    case .atMost(.deduct?, _), .untilExhausted, .untilTaken, .unlimited:
      effect == .deducts || effect == .earns
    case .atMost(.earn?, _): effect == .earns
    case .atMostEither: effect == .adds || effect == .deducts
    case .series: false
    }
  }
}

extension CurveForm {
  /// The measure word of its first step or condition.
  var unit: String? {
    slopes.first?.per.unit ?? awards.lazy.compactMap(\.condition).compactMap(\.unit).first
      ?? figures.lazy.compactMap(\.condition).compactMap(\.unit).first
  }

  /// The words in which the manual writes it.
  var canonical: String {
    let won = awards.map { award in
      (award.condition?.canonical ?? "") + "得" + (award.points.map { $0.shown + "分" } ?? "满分")
    }
    let rest = otherwise.map { $0.signum < 0 ? "否则扣\((-$0).shown)分" : "否则得\($0.shown)分" }
    let steps = slopes.map { slope in
      (slope.condition?.canonical ?? "") + slope.per.canonical + slope.verb.rawValue + slope.points.shown
        + "分"
        + (slope.limit.map { "，最多\(slope.verb.rawValue)\($0.shown)分" } ?? "")
    }
    let flat = figures.map { figure in
      (figure.condition?.canonical ?? "") + figure.verb.rawValue + figure.points.shown + "分"
        + (figure.limit.map { "，最多\(figure.verb.rawValue)\($0.shown)分" } ?? "")
    }
    let zero = zeroings.map { $0.canonical + "此项不得分" }
    return
      (won + (isProportional ? ["未完成的按完成情况得分"] : []) + [rest].compactMap { $0 } + steps + flat
      + (goesOn ? ["依次类推"] : []) + zero).joined(separator: "，")
  }
}

extension PerSyntax {
  /// 每少1个百分点
  fileprivate var canonical: String {
    switch direction {
    case .plain: "每" + shownStep
    case .short: "每少" + shownStep
    case .beyond: "每超" + shownStep
    case .both: "每增减" + shownStep
    case .place: "每进" + shownStep
    }
  }
}

extension ConditionSyntax {
  /// The measure word of its numbers.
  fileprivate var unit: String? {
    switch self {
    case .within(let interval): interval.lower?.quantity.unit ?? interval.upper?.quantity.unit
    case .occurrences: "次"
    case .otherwise, .notReached, .reached, .beyond, .allReached, .places: nil
    }
  }

  /// 90%以上的, 第1—3名的
  var canonical: String {
    switch self {
    case .otherwise: return "否则"
    case .notReached: return "未达到的"
    case .reached: return "达到的"
    case .beyond: return "超过的"
    case .allReached: return "均达到的"
    case .within(let interval): return interval.canonical + "的"
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
      return lower.quantity.shown + (lower.isIncluded ? "（含）" : "（不含）") + "至" + upper.quantity.shown
        + (upper.isIncluded ? "（含）" : "（不含）")
    case (let lower?, nil):
      let word = lower.isBeyondRequirement ? "超额完成" : lower.isIncluded ? "达到" : "超过"
      return word + lower.quantity.shown
    case (nil, let upper?): return upper.quantity.shown + (upper.isIncluded ? "以下（含）" : "以下（不含）")
    case (nil, nil): return ""
    }
  }
}

extension Quantity {
  /// 2次
  fileprivate var shown: String { value.shown + (unit ?? "") }
}
