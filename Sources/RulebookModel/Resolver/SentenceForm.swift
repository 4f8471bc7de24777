public import ExactArithmetic
import RulebookSyntax

/// What the phrases of a clause say together: the forms in which a 细则 scores.
///
/// A new form is a case here, its reading in `init(reading:)`, its kind of evidence, its terms in `Draft+Terms`,
/// a page of the manual and a folder of cases.
enum SentenceForm: Equatable {
  /// 扣N分, 各扣N分, 分别扣a分、b分, 任一项扣N分, 得N分, 加N分: for something that is so.
  case amount(ScoringVerb, Distribution, [Rational])
  /// 得满分: the item's points for something that is so.
  case fullMark
  /// 每[Q]U扣N分.
  case perStep(ScoringVerb, Rational, PerSyntax)
  /// 少[Q]U扣N分.
  case shortfall(ScoringVerb, Rational, PerSyntax)
  /// 每超[Q]U扣N分.
  case excess(ScoringVerb, Rational, PerSyntax)
  /// R以上得N分; 至少R，否则扣N分; 得N分，否则得M分. Figures carry their sign.
  case threshold(met: Rational?, missed: Rational?, ScoringVerb)
  /// 否则不得分.
  case zeroUnlessReached
  /// 均达到的，得N分.
  case allReached(ScoringVerb, Rational)
  /// 酌情扣分, 每件扣A—B分: an amount in each row.
  case discretion(ScoringVerb, least: Rational?, greatest: Rational?)
  /// 得N分，否则酌情扣分.
  case awardLessDiscretion(Rational)
  /// 据实扣分, 据实得分.
  case asReported(ScoringVerb)
  /// 折算.
  case conversion
  /// 折算扣分.
  case lossConversion
  /// 占W.
  case share(Rational)
  /// 得满分，未完成的按完成情况得分.
  case completion
  /// 此项不得分.
  case zero
  /// 省级每篇得2分，市级得1分.
  case byLevel(LevelForm)
  /// Several phrases on one evidence, or phrases with conditions of their own.
  case curve(CurveForm)
  /// 得分=…
  case formula(FormulaForm)

  /// Why phrases that are each known say nothing together.
  struct Obstacle: Error {
    /// In words.
    let why: String

    init(_ why: String) { self.why = why }
  }

  /// The form of a list of phrases; `hasRequirement` says whether a requirement is known for the evidence.
  init(reading phrases: [PhraseSyntax], hasRequirement: Bool, isRequirementInText: Bool) throws(Obstacle) {
    guard let first = phrases.first else { throw Obstacle("没有读到计分的话") }
    let meansReached = isRequirementInText || hasRequirement && first.effect.verb == .add
    let leavesShare = hasRequirement && phrases.contains { $0.effect == .lossConversion }
    if leavesShare || phrases.contains(where: \.isCurved) {
      self = .curve(try CurveForm(reading: phrases, hasRequirement: meansReached))
    } else if phrases.count == 1 {
      self = try Self.single(first, hasRequirement: hasRequirement, isRequirementInText: isRequirementInText)
    } else if phrases.count == 2, let pair = Self.pair(first, phrases[1], hasRequirement) {
      self = pair
    } else {
      self = .curve(try CurveForm(reading: phrases, hasRequirement: meansReached))
    }
  }

  private static func single(
    _ phrase: PhraseSyntax, hasRequirement: Bool, isRequirementInText: Bool
  ) throws(Obstacle) -> SentenceForm {
    switch phrase.effect {
    case .points(let verb, let distribution, let figures):
      return try points(
        verb, distribution, figures, phrase, hasRequirement: hasRequirement, isInText: isRequirementInText)
    case .range(let verb, let least, let greatest): return .discretion(verb, least: least, greatest: greatest)
    case .discretion(let verb): return .discretion(verb, least: nil, greatest: nil)
    case .fullMark: return .fullMark
    case .zero:
      return phrase.condition == .otherwise || phrase.condition == .notReached && hasRequirement
        ? .zeroUnlessReached : .zero
    case .byCompletion: return .completion
    case .halfAward: throw Obstacle(CurveForm.halfOfNothing)
    case .asReported(let verb): return .asReported(verb)
    case .conversion: return .conversion
    case .lossConversion: return .lossConversion
    case .share(let share): return .share(share)
    case .formula: throw Obstacle("这个式子不能这样用")
    }
  }

  private static func points(
    _ verb: ScoringVerb, _ distribution: Distribution, _ figures: [Rational], _ phrase: PhraseSyntax,
    hasRequirement: Bool, isInText: Bool
  ) throws(Obstacle) -> SentenceForm {
    let figure = figures.first ?? 0
    let signed = verb == .deduct ? -figure : figure
    if phrase.condition == .notReached, !hasRequirement, phrase.per == nil {
      return .amount(verb, distribution, figures)
    }
    if phrase.condition == .otherwise || phrase.condition == .notReached {
      return .threshold(met: nil, missed: signed, verb)
    }
    if phrase.condition == .allReached { return .allReached(verb, figure) }
    if let per = phrase.per {
      guard figures.count == 1 else { throw Obstacle("“每…”后面只能写一个分值") }
      switch per.direction {
      case .plain: return .perStep(verb, figure, per)
      case .short, .away: return .shortfall(verb, figure, per)
      case .beyond: return .excess(verb, figure, per)
      case .both, .place: throw Obstacle("“每增减”“每进一名”前面要写达到要求得几分")
      }
    }
    guard hasRequirement, distribution == .plain else { return .amount(verb, distribution, figures) }
    if verb == .deduct, !isInText { throw Obstacle("注记里写了要求，后面要写“少一次扣…”或“否则扣…”") }
    return .threshold(met: signed, missed: nil, verb)
  }

  private static func pair(
    _ first: PhraseSyntax, _ second: PhraseSyntax, _ hasRequirement: Bool
  ) -> SentenceForm? {
    if case .fullMark = first.effect, case .byCompletion = second.effect {
      return hasRequirement ? nil : .completion
    }
    guard case .points(.earn, .plain, let figures) = first.effect, figures.count == 1, first.per == nil,
      let award = figures.first, second.per == nil,
      second.condition == .otherwise || second.condition == .notReached
    else { return nil }
    switch second.effect {
    case .discretion(.deduct): return .awardLessDiscretion(award)
    case .range(.deduct, _, let greatest) where greatest <= award: return .awardLessDiscretion(award)
    case .zero(wholeItem: false): return .threshold(met: award, missed: nil, .earn)
    case .points(let verb, .plain, let other) where other.count == 1:
      return .threshold(met: award, missed: verb == .deduct ? other.first.map { -$0 } : other.first, .earn)
    default: return nil
    }
  }

  // MARK: Kinds

  /// The kinds of evidence it can read, the one it infers first; `unit` is the measure word in its words.
  func kinds(unit: String?, use: EvidenceUse) -> [EvidenceKind] {
    switch self {
    case .amount: use.standsUnlessRecorded ? [.count, .yesNo] : [.yesNo, .count]
    case .fullMark, .zero: [.yesNo, .count]
    case .perStep(_, _, let per) where per.unit == "分": [.amount]
    case .shortfall, .excess: Self.measured(unit == "%" ? use.requirement?.quantity?.unit ?? unit : unit)
    case .perStep: Self.measured(unit)
    case .threshold, .zeroUnlessReached:
      Self.measured(unit ?? use.requirement?.quantity?.unit) + (use.requirement == nil ? [.yesNo] : [])
    case .allReached: use.requirement.map { Self.measured($0.quantity?.unit) } ?? [.yesNo, .count]
    case .discretion, .awardLessDiscretion: [.amount]
    case .asReported(.deduct): [.amount, .measurement]
    case .asReported: [.score, .measurement]
    case .conversion, .share: [.score]
    case .lossConversion: use.fullDeduction == nil ? [.score] : [.amount]
    case .completion: [.completion, .percentage]
    case .byLevel: [.count]
    case .formula: EvidenceKind.allCases.filter { $0 != .grade }
    case .curve(let curve) where curve.speaksOfLevels: [.grade]
    case .curve(let curve) where curve.speaksOfPlaces || use.relation != nil || use.comparesShares(curve):
      [.measurement, .count, .percentage, .completion, .score, .money]
        + (curve.speaksOfPlaces ? [.place] : [])
    case .curve(let curve):
      Self.measured(
        curve.unit == "%"
          ? use.requirement?.quantity?.unit ?? "%"
          : curve.unit ?? unit ?? use.requirement?.quantity?.unit)
        + (curve.isAlternative && use.requirement == nil ? [.yesNo] : [])
    }
  }

  private static func measured(_ unit: String?) -> [EvidenceKind] {
    guard let unit else { return [.count, .measurement, .percentage, .completion, .money] }
    if MeasureWords.percentages.contains(unit) { return [.percentage, .completion] }
    return [.count, .measurement, .money]
  }

  /// Whether a requirement has a part in it.
  var readsRequirement: Bool {
    switch self {
    case .threshold, .zeroUnlessReached, .allReached, .shortfall, .excess, .curve: true
    case .perStep, .amount, .fullMark, .discretion, .awardLessDiscretion, .asReported, .conversion,
      .lossConversion,
      .share, .completion, .zero, .byLevel, .formula:
      false
    }
  }

  /// Whether it turns an outside mark into points, for which the mark needs a full mark.
  var isConversion: Bool {
    switch self {
    case .conversion, .lossConversion, .share: true
    default: false
    }
  }

  /// Whether it needs each row to state a reason.
  var needsReason: Bool {
    switch self {
    case .discretion, .awardLessDiscretion: true
    default: false
    }
  }

  // MARK: Direction

  /// What it does to its item.
  var effect: Clause.Effect {
    switch self {
    case .amount(let verb, _, _), .perStep(let verb, _, _), .shortfall(let verb, _, _),
      .excess(let verb, _, _),
      .threshold(_, _, let verb), .allReached(let verb, _), .discretion(let verb, _, _),
      .asReported(let verb):
      Clause.Effect(verb)
    case .fullMark, .conversion, .share, .completion: .earns
    case .lossConversion: .deducts
    case .awardLessDiscretion: .keeps
    case .zero, .zeroUnlessReached: .zeroesItem
    case .byLevel(let form): Clause.Effect(form.verb)
    case .curve(let curve): curve.hasAwards ? .earns : .deducts
    case .formula(let formula): Clause.Effect(formula.verb)
    }
  }

  /// Whether something in it takes away.
  var takesAway: Bool {
    if case .curve(let curve) = self { return curve.takesAway }
    return effect == .deducts
  }

  /// The words in which the manual writes it.
  var canonical: String {
    switch self {
    case .amount(let verb, let distribution, let figures):
      let list = figures.map { $0.shown + "分" }.joined(separator: "、")
      switch distribution {
      case .plain: return verb.rawValue + list
      case .each: return (figures.count > 1 ? "分别" : "各") + verb.rawValue + list
      case .any: return "任一项" + verb.rawValue + list
      }
    case .fullMark: return "得满分"
    case .perStep(let verb, let points, let per): return "每\(per.shownStep)\(verb.rawValue)\(points.shown)分"
    case .shortfall(let verb, let points, let per):
      return "每少\(per.step.shown)\(per.unit)\(verb.rawValue)\(points.shown)分"
    case .excess(let verb, let points, let per):
      return "每超\(per.step.shown)\(per.unit)\(verb.rawValue)\(points.shown)分"
    case .threshold(let met, let missed, _):
      return [met.map { "达到的" + Self.signed($0) }, missed.map { "否则" + Self.signed($0) }]
        .compactMap { $0 }.joined(separator: "，")
    case .zeroUnlessReached: return "否则此项不得分"
    case .allReached(let verb, let points): return "均达到的\(verb.rawValue)\(points.shown)分"
    case .discretion(let verb, let least, let greatest):
      guard let least, let greatest else { return "酌情\(verb.rawValue)分" }
      return "酌情\(verb.rawValue)\(least.shown)—\(greatest.shown)分"
    case .awardLessDiscretion(let points): return "得\(points.shown)分，否则酌情扣分"
    case .asReported(let verb): return "据实\(verb.rawValue)分"
    case .conversion: return "折算"
    case .lossConversion: return "按比例折算扣分"
    case .share(let share): return "占\(share.description)"
    case .completion: return "得满分，未完成的按完成情况得分"
    case .zero: return "此项不得分"
    case .byLevel(let form): return form.canonical
    case .curve(let curve): return curve.canonical
    case .formula(let formula): return "按式子\(formula.verb.rawValue)分"
    }
  }

  private static func signed(_ figure: Rational) -> String {
    figure.signum < 0 ? "扣\((-figure).shown)分" : "得\(figure.shown)分"
  }
}

extension PhraseSyntax {
  /// Whether only a curve can read it: it has a condition of its own, or both sides of the requirement.
  fileprivate var isCurved: Bool {
    if let direction = per?.direction, direction == .both || direction == .place { return true }
    if limits.contains(where: { $0.kind == .series }) || condition != nil && per != nil { return true }
    if effect == .halfAward { return true }
    switch condition {
    case nil, .otherwise, .notReached, .allReached: return false
    case .reached, .beyond, .within, .places, .occurrences, .levels: return true
    }
  }
}

extension Clause.Effect {
  /// The verb of a limit that does not say what it limits.
  var verb: ScoringVerb {
    switch self {
    case .earns, .keeps: .earn
    case .adds: .add
    case .deducts, .zeroesItem: .deduct
    }
  }

  init(_ verb: ScoringVerb) {
    switch verb {
    case .earn: self = .earns
    case .add: self = .adds
    case .deduct: self = .deducts
    }
  }
}

extension PerSyntax {
  /// 起, 2次, 1%
  var shownStep: String { (step == 1 && !MeasureWords.percentages.contains(unit) ? "" : step.shown) + unit }
}

extension Rational {
  /// The shortest exact text: a decimal where it ends, else a fraction.
  public var shown: String { decimalText ?? description }
}
