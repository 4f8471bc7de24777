import ExactArithmetic
import RulebookText

/// Reads consequences: `[requirement，] ( [when] [per what] what limit* )+`.
///
/// Every function either reads a whole piece and moves on, or reads nothing and leaves the cursor alone.
struct ConsequenceReader {
  /// Where reading stands.
  var cursor: Cursor
  /// Measure words that 【量词】 added.
  let extraWords: [String]

  /// Reads a consequence that stands behind a bracket, past an optional 的 and an optional ， or ：.
  mutating func consequence() -> ConsequenceSyntax? {
    attempt { reader in
      _ = reader.cursor.eat("的")
      _ = reader.eatSeparator()
      return reader.phrases(isContinuation: false)
    }
  }

  /// Reads a sentence that goes on with the clause before it; it must consist wholly of phrases.
  mutating func continuation() -> ConsequenceSyntax? {
    attempt { reader in
      guard let found = reader.phrases(isContinuation: true), reader.isAtSentenceEnd else { return nil }
      return found
    }
  }

  /// Reads what stands in one part of a bracket; it must fill the part.
  mutating func ruleInBracket() -> ConsequenceSyntax? {
    attempt { reader in
      let start = reader.cursor.start
      if let limit = reader.limit(ownSentence: false), reader.cursor.isAtEnd {
        return ConsequenceSyntax(
          requirement: nil, phrases: [], limits: [limit], isContinuation: false,
          range: TextRange(start, reader.cursor.position))
      }
      guard let found = reader.phrases(isContinuation: false), reader.cursor.isAtEnd else { return nil }
      return found
    }
  }

  /// Whether a phrase may end here: at a mark of punctuation, a bracket or the end.
  var isAtBoundary: Bool {
    switch cursor.peek() {
    case nil, ",", ";", "。", "、", ".", ")", "(", "【", "】", "!": true
    default: false
    }
  }

  private var isAtSentenceEnd: Bool {
    switch cursor.peek() {
    case nil, ";", "。", ".", ")": true
    default: false
    }
  }

  private mutating func phrases(isContinuation: Bool) -> ConsequenceSyntax? {
    let start = cursor.start
    let requirement = leadingRequirement()
    var phrases: [PhraseSyntax] = []
    var loose: [LimitSyntax] = []
    while true {
      let mark = cursor
      if !phrases.isEmpty || !loose.isEmpty { skipRemark(); _ = eatSeparator() }
      if let phrase = phrase(isFirst: phrases.isEmpty) {
        phrases.append(phrase)
      } else if phrases.isEmpty, isContinuation, let limit = limit(ownSentence: true) {
        loose.append(limit)
      } else {
        cursor = mark
        break
      }
    }
    skipRemark()
    guard !phrases.isEmpty || !loose.isEmpty, isAtBoundary else { return nil }
    return ConsequenceSyntax(
      requirement: requirement, phrases: phrases, limits: loose, isContinuation: isContinuation,
      range: TextRange(start, cursor.position))
  }

  // MARK: Requirement and condition

  /// `不少于2次，` before 少一次…, 否则… or 得N分.
  private mutating func leadingRequirement() -> RequirementSyntax? {
    attempt { reader in
      guard let requirement = reader.requirement() else { return nil }
      _ = reader.cursor.eat("的")
      _ = reader.eatSeparator()
      return requirement
    }
  }

  /// 至少2次, 不超过3次, 2次以上; full text of the requirement without what follows.
  mutating func requirement() -> RequirementSyntax? {
    attempt { reader in
      let start = reader.cursor.start
      if let direction = reader.cursor.eat(Wordings.requirements) {
        guard let quantity = reader.cursor.quantity(extra: reader.extraWords) else { return nil }
        return RequirementSyntax(
          direction: reader.inclusion(of: direction), quantity: quantity,
          range: TextRange(start, reader.cursor.position))
      }
      guard let quantity = reader.cursor.quantity(extra: reader.extraWords) else { return nil }
      let isMore = reader.cursor.eat(anyOf: Wordings.orMore) != nil
      guard isMore || reader.cursor.eat(anyOf: Wordings.orLess) != nil else { return nil }
      let written = reader.cursor.position
      let direction = reader.inclusion(of: isMore ? .atLeast : .atMost)
      return RequirementSyntax(
        direction: direction, quantity: quantity, range: TextRange(start, reader.cursor.position),
        followsBoundaries: reader.cursor.position == written)
    }
  }

  /// （含） and （不含） override whether the number itself counts.
  private mutating func inclusion(of direction: RequirementSyntax.Direction) -> RequirementSyntax.Direction {
    let includes = cursor.eat("(含)") || cursor.eat("(含本数)")
    let excludes = !includes && (cursor.eat("(不含)") || cursor.eat("(不含本数)"))
    switch direction {
    case .atLeast, .above: return includes ? .atLeast : excludes ? .above : direction
    case .atMost, .below: return includes ? .atMost : excludes ? .below : direction
    }
  }

  private mutating func condition() -> ConditionSyntax? {
    if cursor.eat(anyOf: Wordings.otherwise) != nil {
      _ = eatSeparator()
      return .otherwise
    }
    if cursor.eat(anyOf: Wordings.notReached) != nil {
      _ = eatSeparator()
      return .notReached
    }
    if cursor.eat(anyOf: Wordings.allReached) != nil {
      _ = eatSeparator()
      return .allReached
    }
    return nil
  }

  // MARK: Phrase

  private mutating func phrase(isFirst: Bool) -> PhraseSyntax? {
    attempt { reader in
      let start = reader.cursor.start
      let condition = reader.condition()
      var distribution = reader.distribution(isFirst: isFirst)
      var per = reader.per()
      if per != nil { _ = reader.eatSeparator() }
      if distribution == .plain { distribution = reader.distribution(isFirst: isFirst) }
      guard let effect = reader.effect(distribution) ?? reader.effectBehindFiller(distribution) else {
        return nil
      }
      if per == nil { per = reader.trailingPer() }
      var limits: [LimitSyntax] = []
      while let limit = reader.limit(ownSentence: false) { limits.append(limit) }
      return PhraseSyntax(
        condition: condition, per: per, effect: effect, limits: limits,
        range: TextRange(start, reader.cursor.position))
    }
  }

  private mutating func distribution(isFirst: Bool) -> Distribution {
    if cursor.eat(anyOf: Wordings.eachOfThem) != nil { return .each }
    if isFirst, cursor.eat(anyOf: Wordings.anyOfThem) != nil {
      _ = cursor.eat("的")
      _ = eatSeparator()
      return .any
    }
    return .plain
  }

  // MARK: Per what

  /// 每起, 每2次, 每项少一次, 少一篇, 查实一次, 每超1次, 每扣2分.
  private mutating func per() -> PerSyntax? {
    shortOrBeyond() ?? plainPer()
  }

  private mutating func shortOrBeyond() -> PerSyntax? {
    attempt { reader in
      let start = reader.cursor.start
      if reader.cursor.eat("每") {
        // 每项少一次: the 项 are the evidences of the group, each counted for itself.
        var skipped = reader.cursor
        if skipped.eat("项"), reader.isAtShortOrBeyond(skipped) { reader.cursor = skipped }
      }
      let direction: PerSyntax.Direction
      if reader.cursor.eat(anyOf: Wordings.short) != nil {
        direction = .short
      } else if reader.cursor.eat(anyOf: Wordings.beyond) != nil {
        direction = .beyond
      } else {
        return nil
      }
      guard let (step, unit) = reader.step() else { return nil }
      return PerSyntax(
        direction: direction, step: step, unit: unit, range: TextRange(start, reader.cursor.position))
    }
  }

  private func isAtShortOrBeyond(_ cursor: Cursor) -> Bool {
    var copy = cursor
    return copy.eat(anyOf: Wordings.short) != nil || copy.eat(anyOf: Wordings.beyond) != nil
  }

  private mutating func plainPer() -> PerSyntax? {
    attempt { reader in
      let start = reader.cursor.start
      let head = reader.cursor.eat(anyOf: Wordings.each)
      if head == "每", let outside = reader.outsideDeduction(from: start) { return outside }
      let hasNumber = reader.cursor.peek()?.isNumeral == true
      // Without 每, only `1U` or `一U` reads as each.
      guard head?.hasPrefix("每") == true || hasNumber else { return nil }
      guard let (step, unit) = reader.step() else { return nil }
      return PerSyntax(
        direction: .plain, step: step, unit: unit, range: TextRange(start, reader.cursor.position))
    }
  }

  /// 每扣2分: a step of another body's deduction.
  private mutating func outsideDeduction(from start: Int) -> PerSyntax? {
    attempt { reader in
      guard reader.cursor.eat("扣") || reader.cursor.eat("减"), let step = reader.points() else { return nil }
      return PerSyntax(
        direction: .plain, step: step, unit: "分", range: TextRange(start, reader.cursor.position))
    }
  }

  /// [Q]U; a step of 1 where no number stands.
  private mutating func step() -> (Rational, String)? {
    if let quantity = cursor.quantity(extra: extraWords), let unit = quantity.unit {
      return (quantity.value, unit)
    }
    if let unit = cursor.measureWord(extra: extraWords) { return (Rational(1), unit) }
    return nil
  }

  /// `/次` behind an amount: 扣0.2分/次.
  private mutating func trailingPer() -> PerSyntax? {
    attempt { reader in
      let start = reader.cursor.start
      guard reader.cursor.eat("/"), let (step, unit) = reader.step() else { return nil }
      return PerSyntax(
        direction: .plain, step: step, unit: unit, range: TextRange(start, reader.cursor.position))
    }
  }

  // MARK: What

  private mutating func effectBehindFiller(_ distribution: Distribution) -> EffectSyntax? {
    attempt { reader in
      reader.cursor.eat(anyOf: Wordings.fillers) == nil ? nil : reader.effect(distribution)
    }
  }

  private mutating func effect(_ distribution: Distribution) -> EffectSyntax? {
    if distribution == .plain {
      if let effect = cursor.eat(Wordings.closed) { return effect }
      if let share = share() { return share }
      if let discretion = discretion() { return discretion }
    }
    return attempt { reader in
      guard let verb = reader.verb() else { return nil }
      if let (least, greatest) = reader.pointsRange() {
        return .range(verb, least: least, greatest: greatest)
      }
      guard let figures = reader.pointsList() else { return nil }
      if distribution == .plain, figures == [0], verb == .earn { return .zero(wholeItem: false) }
      return .points(verb, distribution, figures)
    }
  }

  /// 酌情扣分, 酌情扣0.1—0.5分.
  private mutating func discretion() -> EffectSyntax? {
    attempt { reader in
      guard reader.cursor.eat("酌情"), let verb = reader.verb() else { return nil }
      if let (least, greatest) = reader.pointsRange() {
        return .range(verb, least: least, greatest: greatest)
      }
      if let greatest = reader.points() { return .range(verb, least: Rational(0), greatest: greatest) }
      return reader.cursor.eat("分") ? .discretion(verb) : nil
    }
  }

  /// 分值占年度的1/4, 占80%.
  private mutating func share() -> EffectSyntax? {
    attempt { reader in
      _ = reader.cursor.eat("分值")
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
  private mutating func fraction() -> Rational? {
    guard let numeral = cursor.number() else { return nil }
    let isPercent = numeral.isPercent || cursor.eat("%")
    return isPercent ? numeral.value.divided(by: Rational(100)) : numeral.value
  }

  private mutating func verb() -> ScoringVerb? {
    cursor.eat(Wordings.verbs)
  }

  /// N分.
  private mutating func points() -> Rational? {
    attempt { reader in
      guard let numeral = reader.cursor.number(), reader.eatPointsWord() else { return nil }
      return numeral.value
    }
  }

  /// 2分、1分、0.5分 or 2、1、0.5分.
  private mutating func pointsList() -> [Rational]? {
    attempt { reader in
      var figures: [Rational] = []
      var isClosed = false
      repeat {
        guard let numeral = reader.cursor.number() else { return nil }
        figures.append(numeral.value)
        isClosed = reader.eatPointsWord()
      } while reader.eatListMark()
      return isClosed ? figures : nil
    }
  }

  /// 、 or 和 between figures, if a figure follows.
  private mutating func eatListMark() -> Bool {
    var copy = cursor
    guard copy.eat("、") || copy.eat("和"), copy.peek()?.isNumeral == true else { return false }
    cursor = copy
    return true
  }

  /// 0.1分—0.5分, 0.1-0.5分, 0.1至0.5分.
  private mutating func pointsRange() -> (Rational, Rational)? {
    attempt { reader in
      guard let least = reader.cursor.number() else { return nil }
      _ = reader.eatPointsWord()
      guard reader.eatDash(), let greatest = reader.cursor.number(), reader.eatPointsWord() else {
        return nil
      }
      return (least.value, greatest.value)
    }
  }

  private mutating func eatDash() -> Bool {
    if cursor.eat("至") || cursor.eat("到") { return true }
    var found = false
    while let scalar = cursor.peek(), FoldedScalar.isDash(scalar) {
      cursor.advance()
      found = true
    }
    return found
  }

  /// 分, but not the 分 of 分钟, 分之, 分点.
  private mutating func eatPointsWord() -> Bool {
    if cursor.isAt("分之") || cursor.isAt("分点") || cursor.isAt("分钟") { return false }
    return cursor.eat("分")
  }

  // MARK: How far

  private mutating func limit(ownSentence: Bool) -> LimitSyntax? {
    attempt { reader in
      reader.skipRemark()
      _ = reader.eatSeparator()
      let start = reader.cursor.start
      let isParenthesized = reader.cursor.eat("(")
      let named = reader.cursor.eat(anyOf: Wordings.wholeItem) != nil
      guard let kind = reader.limitKind(), !isParenthesized || reader.cursor.eat(")") else { return nil }
      return LimitSyntax(
        kind: kind, boundsItem: named || ownSentence, range: TextRange(start, reader.cursor.position))
    }
  }

  private mutating func limitKind() -> LimitSyntax.Kind? {
    if cursor.eat(anyOf: Wordings.untilExhausted) != nil { return .untilExhausted }
    if cursor.eat(anyOf: Wordings.unlimited) != nil { return .unlimited }
    if let most = atMost() { return most }
    return untilTaken()
  }

  /// 最多扣2分, 最高加3分, 加满5分, 封顶2分, 以2分为限.
  private mutating func atMost() -> LimitSyntax.Kind? {
    attempt { reader in
      if let verb = reader.cursor.eat(Wordings.upTo) {
        return reader.points().map { .atMost(verb, $0) }
      }
      if reader.cursor.eat("以") {
        guard let figure = reader.points(), reader.cursor.eat("为限") else { return nil }
        return .atMost(nil, figure)
      }
      guard reader.cursor.eat(anyOf: Wordings.atMost) != nil else { return nil }
      let verb = reader.verb()
      return reader.points().map { .atMost(verb, $0) }
    }
  }

  /// 扣完5分为止.
  private mutating func untilTaken() -> LimitSyntax.Kind? {
    attempt { reader in
      guard reader.cursor.eat("扣完"), let figure = reader.points(), reader.cursor.eat("为止") else { return nil }
      return .untilTaken(figure)
    }
  }

  // MARK: Between phrases

  private mutating func eatSeparator() -> Bool { cursor.eat(",") || cursor.eat(":") }

  /// （…） without a figure of points in it says nothing that scores.
  private mutating func skipRemark() {
    var copy = cursor
    guard copy.eat("(") else { return }
    let inside = copy.start
    while let scalar = copy.peek(), scalar != ")", scalar != "【", scalar != "。" { copy.advance() }
    let remark = TextRange(inside, copy.start)
    guard copy.eat(")"), ScoringPhrase.first(in: cursor.bytes, remark) == nil else { return }
    cursor = copy
  }

  private mutating func attempt<Found>(_ read: (inout ConsequenceReader) -> Found?) -> Found? {
    var copy = self
    guard let found = read(&copy) else { return nil }
    self = copy
    return found
  }
}

extension Unicode.Scalar {
  /// Whether a number may begin with it.
  var isNumeral: Bool { isDigit || chineseDigit != nil || chineseUnit != nil || self == "半" }

  /// A 汉字.
  var isIdeograph: Bool { (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value) }
}
