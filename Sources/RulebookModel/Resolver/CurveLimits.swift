import ExactArithmetic
import RulebookSyntax

/// How far the phrases of a curve go together.
struct CurveLimits {
  /// 最多加M分.
  var added: Rational?
  /// 最多扣M分.
  var taken: Rational?
  /// 最多得M分: what is awarded and added.
  var won: Rational?
  /// Whether 扣完为止 says that the deductions end with the points.
  var isExhausting = false
  /// What 不封顶 is said of.
  var unlimited: ScoringVerb?

  /// The limits among the phrases of a clause and behind them.
  init(of draft: ClauseDraft, _ form: CurveForm) {
    for phrase in draft.phrases {
      // Where several slopes have limits of their own, each bounds its own.
      let bounded = form.slopes.count { $0.limit != nil && $0.verb == phrase.effect.verb }
      for limit in phrase.limits where bounded < 2 { add(limit, phrase.effect.verb, form) }
    }
    for limit in draft.limits { add(limit, nil, form) }
  }

  private mutating func add(_ limit: LimitSyntax, _ verb: ScoringVerb?, _ form: CurveForm) {
    if limit.kind == .untilExhausted { isExhausting = true }
    if case .unlimited(let stated) = limit.kind { unlimited = stated ?? verb ?? form.onlyVerb ?? .deduct }
    guard form.takesUp(limit) else { return }
    switch limit.kind {
    case .atMost(let stated, let figure):
      switch stated ?? verb ?? form.onlyVerb ?? .earn {
      case .add: added = figure
      case .deduct: taken = figure
      case .earn: won = figure
      }
    case .atMostEither(let figure): (added, taken) = (figure, figure)
    case .untilTaken(let figure): taken = figure
    case .untilExhausted, .unlimited, .series: break
    }
  }
}

extension CurveForm {
  /// Whether a limit bounds what the phrases come to, rather than their item.
  func takesUp(_ limit: LimitSyntax) -> Bool {
    switch limit.kind {
    // Where points are awarded, what is taken away is taken from the award.
    case .atMost(.deduct?, _): hasAwards || !limit.boundsItem
    case .atMost: !limit.boundsItem
    case .atMostEither: true
    case .untilTaken: hasAwards
    case .unlimited: true
    case .untilExhausted, .series: false
    }
  }

  /// The verb of everything in it; `nil` where it has several.
  fileprivate var onlyVerb: ScoringVerb? {
    let verbs = slopes.map(\.verb) + figures.map(\.verb) + (hasAwards ? [.earn] : [])
    return verbs.allSatisfy { $0 == verbs.first } ? verbs.first : nil
  }
}
