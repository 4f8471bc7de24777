import ExactArithmetic
import RulebookText

/// What: 扣0.2分, 酌情扣0.1—0.5分, 折算, 占1/4.
extension ConsequenceReader {
  /// What one phrase does, with the condition and the side of the requirement for which it does so.
  struct SharedEffect {
    var condition: ConditionSyntax?
    /// Where 每增减 is taken apart: the side that is meant.
    var direction: PerSyntax.Direction?
    var effect: EffectSyntax
  }

  /// The effect of a phrase, shared out among its conditions or the two sides of 每增减.
  mutating func effects(
    _ distribution: Distribution, for conditions: [ConditionSyntax], _ per: PerSyntax?, mayBeBare: Bool
  ) -> [SharedEffect]? {
    if per?.direction == .both { return eitherWay(conditions.first) }
    if per == nil, distribution != .any, let shared = placeByPlace(conditions) { return shared }
    guard
      let effect = effect(distribution, mayBeNothing: per == nil) ?? effectBehindFiller(
        distribution, mayBeNothing: per == nil)
        ?? bareFigure(mayStandAlone: !conditions.isEmpty || mayBeBare && per == nil)
    else { return nil }
    if let shared = Self.eachPlace(conditions, effect) { return shared }
    guard conditions.count > 1 else { return [SharedEffect(condition: conditions.first, effect: effect)] }
    if distribution == .plain, let words = conditions.levels {
      return [SharedEffect(condition: .levels(words), effect: effect)]
    }
    guard case .points(let verb, .each, let figures) = effect,
      figures.count == conditions.count || figures.count == 1
    else { return nil }
    return conditions.indices.map { index in
      let figure = figures.count == 1 ? figures[0] : figures[index]
      return SharedEffect(condition: conditions[index], effect: .points(verb, .plain, [figure]))
    }
  }

  /// 增减0.1分, 分别加减1分: beyond adds, short takes away.
  private mutating func eitherWay(_ condition: ConditionSyntax?) -> [SharedEffect]? {
    attempt { reader in
      _ = reader.cursor.eat(anyOf: Wordings.eachOfThem)
      guard reader.cursor.eat(anyOf: Wordings.addOrDeduct) != nil, let figure = reader.points() else {
        return nil
      }
      return [
        SharedEffect(condition: condition, direction: .beyond, effect: .points(.add, .plain, [figure])),
        SharedEffect(condition: condition, direction: .short, effect: .points(.deduct, .plain, [figure])),
      ]
    }
  }

  /// 前5名的，分别依排序另加5至1分: as many figures as places, each 1 less or more than the one before.
  private mutating func placeByPlace(_ conditions: [ConditionSyntax]) -> [SharedEffect]? {
    attempt { reader in
      guard reader.cursor.eat(anyOf: Wordings.placeByPlace) != nil,
        case .range(let verb, let first, let last)? = reader.effect(.each, mayBeNothing: false),
        (first - last).isInteger, let steps = (first - last).magnitude.numeratorInt128, steps < 100
      else { return nil }
      let count = Int(steps)
      var places = PlacesSyntax(1, count + 1)
      switch conditions.first {
      case nil: break
      case .places(let stated)? where conditions.count == 1 && stated.first == 1 && stated.last == count + 1:
        places = stated
      default: return nil
      }
      return (0...count).map { step in
        let place = PlacesSyntax(1 + step, 1 + step, fromBottom: places.fromBottom)
        let figure = first < last ? first + Rational(step) : first - Rational(step)
        return SharedEffect(condition: .places(place), effect: .points(verb, .plain, [figure]))
      }
    }
  }

  /// 前3名的，分别加3分、2分、1分: a figure for each place.
  static func eachPlace(_ conditions: [ConditionSyntax], _ effect: EffectSyntax) -> [SharedEffect]? {
    guard conditions.count == 1, case .places(let places) = conditions[0], let last = places.last,
      case .points(let verb, .each, let figures) = effect, figures.count > 1,
      figures.count == last - places.first + 1
    else { return nil }
    return figures.enumerated().map { step, figure in
      let place = places.first + step
      return SharedEffect(
        condition: .places(PlacesSyntax(place, place, fromBottom: places.fromBottom)),
        effect: .points(verb, .plain, [figure]))
    }
  }

  /// 7分 behind a condition or right behind the bracket: an award without its verb.
  private mutating func bareFigure(mayStandAlone: Bool) -> EffectSyntax? {
    guard mayStandAlone else { return nil }
    return attempt { reader in
      _ = reader.eatStopBeforeFigure()
      let isParenthesized = reader.cursor.eat("(")
      guard let figures = reader.pointsList(), !isParenthesized || reader.cursor.eat(")") else { return nil }
      return .points(.earn, figures.count > 1 ? .each : .plain, figures)
    }
  }

  mutating func effectBehindFiller(_ distribution: Distribution, mayBeNothing: Bool) -> EffectSyntax? {
    attempt { reader in
      reader.cursor.eat(anyOf: Wordings.fillers) == nil
        ? nil : reader.effect(distribution, mayBeNothing: mayBeNothing)
    }
  }

  mutating func effect(_ distribution: Distribution, mayBeNothing: Bool) -> EffectSyntax? {
    if distribution == .plain {
      if let effect = cursor.eat(Wordings.closed) ?? (mayBeNothing ? zero() : nil) { return effect }
      if let share = share() { return share }
      if let discretion = discretion() { return discretion }
    }
    return attempt { reader in
      guard let verb = reader.verb() else { return nil }
      if verb == .earn { _ = reader.cursor.eat(anyOf: Wordings.awardNouns) }
      // 扣分5—15分: 分 says what is taken before the figure as well.
      _ = reader.cursor.eat("分")
      guard let first = reader.figure() else { return nil }
      let isClosed = reader.eatPointsWord()
      if let greatest = reader.rangeEnd() { return .range(verb, least: first, greatest: greatest) }
      guard let figures = reader.pointsList(from: first, isClosed: isClosed) else { return nil }
      if distribution == .plain, figures == [0], verb == .earn { return .zero(wholeItem: false) }
      return .points(verb, distribution, figures)
    }
  }

  /// 不得分, 按零分计, 本项为0分.
  mutating func zero() -> EffectSyntax? {
    attempt { reader in
      let isNamed = reader.cursor.eat(anyOf: Wordings.thisItem) != nil
      // 为0.5分 is something.
      guard reader.cursor.eat(anyOf: Wordings.nothing) != nil, reader.cursor.peek() != "." else { return nil }
      return .zero(wholeItem: isNamed)
    }
  }

  /// 酌情扣分, 酌情扣0.1—0.5分.
  mutating func discretion() -> EffectSyntax? {
    attempt { reader in
      guard reader.cursor.eat(word: "酌情"), let verb = reader.verb() else { return nil }
      if let (least, greatest) = reader.pointsRange() {
        return .range(verb, least: least, greatest: greatest)
      }
      if let greatest = reader.points() { return .range(verb, least: Rational(0), greatest: greatest) }
      return reader.cursor.eat("分") ? .discretion(verb) : nil
    }
  }

  /// 分值占年度的1/4, 占80%.
  mutating func share() -> EffectSyntax? {
    attempt { reader in
      _ = reader.cursor.eat(word: "分值")
      guard reader.cursor.eat("占") else { return nil }
      for _ in 0..<8 {
        if reader.cursor.peek()?.isNumeral == true, let share = reader.fraction() { return .share(share) }
        guard let scalar = reader.cursor.peek(), scalar.isIdeograph else { return nil }
        reader.cursor.advance()
      }
      return nil
    }
  }

  /// A number between 0 and 1: 1/4, 25%, 四分之一.
  mutating func fraction() -> Rational? {
    guard let numeral = cursor.number() else { return nil }
    let isPercent = numeral.isPercent || cursor.eat("%")
    return isPercent ? numeral.value.divided(by: Rational(100)) : numeral.value
  }

  mutating func verb() -> ScoringVerb? {
    cursor.eat(Wordings.verbs)
  }

  /// A number of points; 百分之二十 is none.
  mutating func figure() -> Rational? {
    cursor.number().flatMap { $0.isPercent ? nil : $0.value }
  }

  /// N分.
  mutating func points() -> Rational? {
    attempt { reader in
      guard let figure = reader.figure(), reader.eatPointsWord() else { return nil }
      return figure
    }
  }

  /// 2分、1分、0.5分 or 2、1、0.5分.
  mutating func pointsList() -> [Rational]? {
    attempt { reader in
      guard let first = reader.figure() else { return nil }
      return reader.pointsList(from: first, isClosed: reader.eatPointsWord())
    }
  }

  /// The figures of a list whose first has been read; `isClosed`: with its 分.
  private mutating func pointsList(from first: Rational, isClosed: Bool) -> [Rational]? {
    var figures = [first]
    var isClosed = isClosed
    while eatListMark() {
      guard let figure = figure() else { return nil }
      figures.append(figure)
      isClosed = eatPointsWord()
    }
    return isClosed ? figures : nil
  }

  /// 、 or 和 between figures, if a figure follows.
  mutating func eatListMark() -> Bool {
    var copy = cursor
    guard copy.eat("、") || copy.eat("和"), copy.peek()?.isNumeral == true else { return false }
    cursor = copy
    return true
  }

  /// 0.1分—0.5分, 0.1-0.5分, 0.1至0.5分.
  mutating func pointsRange() -> (Rational, Rational)? {
    attempt { reader in
      guard let least = reader.figure() else { return nil }
      _ = reader.eatPointsWord()
      return reader.rangeEnd().map { (least, $0) }
    }
  }

  /// —0.5分, 至0.5分 behind the least figure.
  private mutating func rangeEnd() -> Rational? {
    attempt { reader in
      guard reader.eatDash(), let greatest = reader.figure(), reader.eatPointsWord() else { return nil }
      return greatest
    }
  }

  mutating func eatDash() -> Bool {
    if cursor.eat(anyOf: Wordings.through) != nil { return true }
    var found = false
    while let scalar = cursor.peek(), FoldedScalar.isDash(scalar) {
      cursor.advance()
      found = true
    }
    return found
  }

  /// 分, but not the 分 of 分钟, 分之, 分点.
  mutating func eatPointsWord() -> Bool {
    cursor.isAtPoints && cursor.eat("分")
  }
}

extension [ConditionSyntax] {
  /// The words of a list they name; `nil` where one is another condition.
  fileprivate var levels: [String]? {
    let words = compactMap { if case .levels(let words) = $0 { words } else { nil } }
    return words.count == count ? words.flatMap { $0 } : nil
  }
}

extension PerSyntax {
  /// The same step towards one side.
  func towards(_ side: Direction?) -> PerSyntax {
    var step = self
    if let side { step.direction = side }
    return step
  }
}
