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
  /// 按比例得分: the award is in proportion to what is asked.
  var proportion: Proportion?
  /// 每…加N分, 每…扣N分.
  var slopes: [Slope] = []
  /// 加N分 and 扣N分 without 每.
  var figures: [Figure] = []
  /// 此项不得分.
  var zeroings: [ConditionSyntax] = []
  /// 得一半分: where half of the award for all of it is given.
  private var halves: [ConditionSyntax] = []
  /// What 依次类推 goes on with: the awards, or the flat figures of this verb.
  var series: ScoringVerb?

  /// One of several awards.
  struct Award: Equatable {
    var condition: ConditionSyntax?
    /// The points; `nil` for the item's full mark.
    var points: Rational?
    /// Which part of them is given: 1, or ½ for 得一半分.
    var share: Rational = 1

    /// What is given, in points or in shares of the full mark.
    var worth: Rational { (points ?? 1) * share }
  }

  /// 按比例得分.
  struct Proportion: Equatable {
    /// Where it holds; none means short of what is asked.
    var condition: ConditionSyntax?
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
  }

  /// A form that says nothing yet.
  init() {}

  /// The form of a list of phrases; `hasRequirement` says whether the first may mean that it is reached.
  init(reading phrases: [PhraseSyntax], hasRequirement: Bool) throws(SentenceForm.Obstacle) {
    let isAnswered = phrases.contains { $0.condition?.isRest ?? false }
    for (index, phrase) in phrases.flatMap(\.byLevel).enumerated() {
      var phrase = phrase
      if index == 0, hasRequirement || isAnswered, phrase.movesOnce, phrase.condition == nil {
        phrase.condition = .reached
      }
      try add(phrase)
    }
    zeroAlone()
    try halve()
    if let why = ambiguity { throw SentenceForm.Obstacle(why) }
  }

  /// The form of phrases on evidence that is compared with a figure no text states (至少目标, 增幅).
  init(comparing phrases: [PhraseSyntax], hasRequirement: Bool) throws(SentenceForm.Obstacle) {
    if hasRequirement, let first = phrases.first, first.effect.verb == .deduct, first.condition == nil,
      first.per == nil
    {
      throw SentenceForm.Obstacle("注记里写了要求，后面要写“少一次扣…”或“否则扣…”")
    }
    try self.init(reading: phrases, hasRequirement: hasRequirement)
    // 否则不得分 with nothing awarded speaks of the item.
    if !hasAwards, let rest = otherwise, rest.isZero {
      otherwise = nil
      zeroings.append(.notReached)
    }
  }

  /// 低于60%的不得分 where nothing is awarded speaks of the item.
  private mutating func zeroAlone() {
    guard proportion == nil, otherwise == nil, awards.allSatisfy({ $0.points == 0 }),
      slopes.allSatisfy({ $0.verb == .deduct }), figures.allSatisfy({ $0.verb == .deduct })
    else { return }
    zeroings += awards.compactMap(\.condition)
    awards = []
  }

  /// 得一半分 is half of the award for reaching what is asked, else of the greatest there is.
  private mutating func halve() throws(SentenceForm.Obstacle) {
    guard !halves.isEmpty else { return }
    let open = awards.first { $0.condition == nil || $0.condition == .reached }
    guard let whole = open ?? awards.max(by: { $0.worth < $1.worth }), !whole.worth.isZero else {
      throw SentenceForm.Obstacle(Self.halfOfNothing)
    }
    for condition in halves where !condition.isRest {
      awards.append(Award(condition: condition, points: whole.points, share: Self.half))
    }
    guard halves.contains(where: \.isRest) else { return }
    guard let points = whole.points else {
      throw SentenceForm.Obstacle("“得满分”和“否则得一半分”写在一起时，满分也写成分数")
    }
    try setRest(points * Self.half)
  }

  private static let half = Rational(1).divided(by: 2) ?? 1
  static let halfOfNothing = "“得一半分”前面要写全部做到得几分"

  /// Whether it fills points.
  var hasAwards: Bool { !awards.isEmpty || proportion != nil }

  /// Whether 不得分 only says where what is earned step by step is not given.
  var onlyLimitsSteps: Bool {
    proportion == nil && awards.allSatisfy { $0.points == 0 } && slopes.contains { $0.verb == .earn }
  }

  /// Whether it only says what holds when something is so and when it is not.
  var isAlternative: Bool {
    slopes.isEmpty && proportion == nil
      && conditions.allSatisfy { $0 == .reached || $0.isRest }
  }

  /// Whether it takes away.
  var takesAway: Bool { slopes.contains { $0.verb == .deduct } || figures.contains { $0.verb == .deduct } }

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
    for (index, slope) in slopes.enumerated() {
      let isRepeated = slopes[..<index].contains {
        $0.condition == slope.condition && $0.per.direction == slope.per.direction
      }
      if isRepeated { return "同样的情况写了两个“\(slope.per.canonical)”，不知道按哪一个" }
    }
    return nil
  }

  // MARK: Reading

  private mutating func add(_ phrase: PhraseSyntax) throws(SentenceForm.Obstacle) {
    if phrase.limits.contains(where: { $0.kind == .series }) { series = phrase.effect.verb ?? .earn }
    let isRest = phrase.condition?.isRest ?? false
    switch phrase.effect {
    case .points(let verb, .plain, let figures) where figures.count == 1:
      try add(phrase, verb, figures[0], isRest: isRest)
    case .fullMark where !isRest: awards.append(Award(condition: phrase.condition, points: nil))
    case .zero(wholeItem: true):
      guard let condition = phrase.condition else { throw Self.unreadable }
      zeroings.append(condition)
    case .zero(wholeItem: false) where phrase.condition != nil:
      if isRest { try setRest(0) } else { awards.append(Award(condition: phrase.condition, points: 0)) }
    // Of a full award, what is taken in proportion to what is short leaves what is done.
    case .halfAward where phrase.condition != nil: phrase.condition.map { halves.append($0) }
    case .byCompletion where proportion == nil, .lossConversion where proportion == nil:
      proportion = Proportion(condition: isRest ? nil : phrase.condition)
    default: throw Self.unreadable
    }
  }

  private mutating func add(
    _ phrase: PhraseSyntax, _ verb: ScoringVerb, _ points: Rational, isRest: Bool
  ) throws(SentenceForm.Obstacle) {
    if let per = phrase.per {
      slopes.append(
        Slope(
          condition: phrase.condition, per: per, verb: verb, points: points,
          limit: phrase.limits.lazy.compactMap { $0.figure(for: verb) }.first))
    } else if verb == .earn {
      if isRest {
        try setRest(points)
      } else {
        awards.append(Award(condition: phrase.condition, points: points))
      }
    } else if isRest, !awards.isEmpty, verb == .deduct {
      try setRest(-points)
    } else {
      figures.append(Figure(condition: phrase.condition, verb: verb, points: points))
    }
  }

  private mutating func setRest(_ points: Rational) throws(SentenceForm.Obstacle) {
    guard otherwise == nil else { throw SentenceForm.Obstacle("“否则”写了两次，不知道按哪一个") }
    otherwise = points
  }

  private static let unreadable = SentenceForm.Obstacle("这几句计分的话不能合在一个证据上")
}

extension PhraseSyntax {
  /// 优秀、良好的得3分 as one phrase for each word.
  var byLevel: [PhraseSyntax] {
    guard case .levels(let words)? = condition else { return [self] }
    return words.map { word in
      var single = self
      single.condition = .levels([word])
      return single
    }
  }

  /// 加N分 or 扣N分 without 每.
  fileprivate var movesOnce: Bool {
    if case .points(let verb, _, _) = effect, per == nil { verb != .earn } else { false }
  }
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

  /// Whether it speaks of what such a clause does.
  func concerns(_ effect: Clause.Effect) -> Bool {
    switch kind {
    case .atMost(nil, _): effect != .zeroesItem
    case .atMost(.add?, _), .unlimited(.add?): effect == .adds
    case .atMost(.deduct?, _), .untilExhausted, .untilTaken, .unlimited:
      effect == .deducts || effect == .earns
    case .atMost(.earn?, _): effect == .earns
    case .atMostEither: effect == .adds || effect == .deducts
    case .series: false
    }
  }
}
