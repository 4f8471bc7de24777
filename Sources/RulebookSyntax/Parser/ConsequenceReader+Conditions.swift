import ExactArithmetic
import RulebookText

/// When: 否则, 完成目标的90%, 低于70%, 50至99件, 1-3名, 2次及以上的.
extension ConsequenceReader {
  /// The conditions of a phrase: none, one, or a list to which figures are shared out.
  mutating func conditions() -> [ConditionSyntax] {
    // 完成得分 begins as 完成任务的 does.
    var whole = cursor
    if whole.eat(Wordings.closed) != nil { return [] }
    guard let first = condition() else { return [] }
    var conditions = [first]
    while let next = attempt({ $0.cursor.eat("、") ? $0.condition(after: first) : nil }) {
      conditions.append(next)
    }
    _ = cursor.eat("的")
    _ = eatSeparator()
    return conditions
  }

  private mutating func condition() -> ConditionSyntax? {
    if let levels = levels() { return levels }
    guard let first = cursor.peek() else { return nil }
    if first.isNumeral || Wordings.countBeginnings.contains(first), let counted = places() ?? occurrences() {
      return counted
    }
    return closedCondition() ?? interval()
  }

  /// A further condition of a list; 第2名 behind 倒数第1名 is counted from the end as well.
  private mutating func condition(after first: ConditionSyntax) -> ConditionSyntax? {
    guard let next = condition() else { return nil }
    guard case .places(let before) = first, case .places(var places) = next, before.fromBottom else {
      return next
    }
    places.fromBottom = true
    return .places(places)
  }

  /// Conditions without a number.
  private mutating func closedCondition() -> ConditionSyntax? {
    if cursor.eat(anyOf: Wordings.otherwise) != nil { return .otherwise }
    if cursor.eat(anyOf: Wordings.allReached) != nil { return .allReached }
    return attempt { reader in
      reader.skipSubject()
      guard let direction = reader.cursor.eat(Wordings.comparisons) else { return nil }
      reader.skipRequirementNouns()
      // 完成的, 未达到目标的: only with 的 or a mark is it a condition of its own.
      guard reader.isAtConditionEnd else { return nil }
      if reader.cursor.isAt("的") {
        var behind = reader
        _ = behind.cursor.eat("的")
        guard behind.cursor.peek()?.isNumeral != true || behind.isAtScore else { return nil }
      }
      switch direction {
      case .reached, .atLeast: return .reached
      case .notReached, .below: return .notReached
      case .beyond, .farBeyond, .above: return .beyond
      }
    }
  }

  /// Whether a condition may end here without a word of its own: 排名第一的, 完成得2分.
  private var isAtConditionEnd: Bool { cursor.isAt("的") || isAtBoundary || isAtScore }

  /// Whether a verb of scoring comes next, or what gives nothing.
  private var isAtScore: Bool {
    var copy = cursor
    return copy.eat(Wordings.verbs) != nil || copy.eat(anyOf: Wordings.nothing) != nil
  }

  // MARK: Words of a list

  /// 优秀的, 评为良好等次的, 省级采用的: a word that a bracket has listed.
  private mutating func levels() -> ConditionSyntax? {
    guard !levelWords.words.isEmpty else { return nil }
    return attempt { reader in
      _ = reader.cursor.eat(anyOf: Wordings.levelLeads)
      guard let word = reader.cursor.eat(anyOf: reader.levelWords) else { return nil }
      _ = reader.cursor.eat(anyOf: Wordings.levelNouns)
      return .levels([word])
    }
  }

  /// Whether a word of a list may begin with this.
  func mayBeginLevel(with first: Unicode.Scalar) -> Bool {
    guard !levelWords.words.isEmpty else { return false }
    return levelWords.mayBegin(with: first) || Wordings.levelLeads.mayBegin(with: first)
  }

  /// 、 between 优秀的得5分 and 良好的得3分.
  mutating func eatMarkBeforeLevel() -> Bool {
    attempt { reader in
      guard reader.cursor.eat("、") else { return nil }
      var behind = reader
      return behind.levels() == nil ? nil : true
    } ?? false
  }

  // MARK: Values

  /// 低于70%, 完成目标的90%, 10%（含）至20%, 100件以上, 50至99件.
  private mutating func interval() -> ConditionSyntax? {
    attempt { reader in
      _ = reader.cursor.eat("在")
      reader.skipSubject()
      if let direction = reader.cursor.eat(Wordings.comparisons) {
        let namesRequirement = reader.skipRequirementNouns()
        let isShare = reader.cursor.eat("的") && namesRequirement
        return reader.compared(direction, direction.reference(isShare, namesRequirement: namesRequirement))
      }
      guard reader.cursor.isAtNumeral else { return nil }
      return reader.between(.none) ?? reader.oneSided()
    }
  }

  /// 完成率 in 完成率100%以上, 误差率在 in 误差率在5%以上: what is measured has been named by the bracket.
  mutating func skipSubject() {
    guard cursor.peek()?.isNumeral == false else { return }
    var copy = cursor
    for _ in 0..<8 {
      guard let found = copy.next(), found.scalar.isIdeograph else { return }
      copy.position = found.end
      guard Wordings.measures.contains(found.scalar) else { continue }
      _ = copy.eat("在")
      var behind = copy
      if copy.peek()?.isNumeral == true || behind.eat(Wordings.comparisons) != nil {
        cursor = copy
        return
      }
    }
  }

  /// What stands behind 完成, 低于 or 超额完成.
  private mutating func compared(
    _ direction: Comparison, _ reference: IntervalSyntax.Reference
  ) -> ConditionSyntax? {
    if let stretch = between(reference) { return stretch }
    guard let quantity = cursor.quantity(extra: extraWords) else { return nil }
    // 超过0.1个百分点扣1分 says by how much, and so how often.
    if direction == .beyond || direction == .below, quantity.isDifference, !isAtSide { return nil }
    let isMore = cursor.eat(anyOf: Wordings.orMore) != nil
    let isLess = !isMore && cursor.eat(anyOf: Wordings.orLess) != nil
    let inclusion = cursor.inclusion()
    func end(_ isIncluded: Bool, followsBoundaries: Bool) -> IntervalSyntax.End {
      .init(
        quantity, isIncluded: isIncluded, followsBoundaries: followsBoundaries && inclusion == nil,
        reference: quantity.isPercentage ? reference : .none)
    }
    switch direction {
    case .reached where isLess:  // 完成70%以下
      return .within(IntervalSyntax(to: end(inclusion ?? true, followsBoundaries: true)))
    case .reached, .atLeast:
      guard !isLess else { return nil }
      return .within(IntervalSyntax(from: end(inclusion ?? true, followsBoundaries: isMore)))
    case .notReached:  // 未达到95%以上（含）: 95% itself has been reached
      guard !isLess else { return nil }
      let isIncluded = isMore ? !(inclusion ?? true) : inclusion ?? false
      return .within(IntervalSyntax(to: end(isIncluded, followsBoundaries: false)))
    case .below:
      guard !isMore else { return nil }
      return .within(IntervalSyntax(to: end(inclusion ?? isLess, followsBoundaries: isLess)))
    case .beyond, .farBeyond, .above:
      guard !isLess else { return nil }
      return .within(IntervalSyntax(from: end(inclusion ?? isMore, followsBoundaries: isMore)))
    }
  }

  /// 100件以上, 60%以下.
  private mutating func oneSided() -> ConditionSyntax? {
    attempt { reader in
      guard let quantity = reader.cursor.quantity(extra: reader.extraWords) else { return nil }
      let before = reader.cursor.inclusion()
      let isMore = reader.cursor.eat(anyOf: Wordings.orMore) != nil
      guard isMore || reader.cursor.eat(anyOf: Wordings.orLess) != nil else { return nil }
      let inclusion = before ?? reader.cursor.inclusion()
      let end = IntervalSyntax.End(
        quantity, isIncluded: inclusion ?? true, followsBoundaries: inclusion == nil)
      return .within(isMore ? IntervalSyntax(from: end) : IntervalSyntax(to: end))
    }
  }

  /// 50至99件, 100%-130%（含）, 10%（含）至20%, 30%以上50%以下.
  private mutating func between(_ reference: IntervalSyntax.Reference) -> ConditionSyntax? {
    attempt { reader in
      guard let least = reader.cursor.number() else { return nil }
      let unit = least.isPercent ? "%" : reader.cursor.measureWord(extra: reader.extraWords)
      var lowerIncluded = reader.cursor.inclusion()
      let isWritten = reader.cursor.eat(anyOf: Wordings.orMore) != nil
      lowerIncluded = lowerIncluded ?? reader.cursor.inclusion()
      _ = reader.cursor.eat(",")
      guard reader.eatDash() || isWritten, let greatest = reader.cursor.quantity(extra: reader.extraWords)
      else { return nil }
      var upperIncluded = reader.cursor.inclusion()
      let isOpenAbove = reader.cursor.eat(anyOf: Wordings.orLess) != nil
      if !isWritten { _ = reader.cursor.eat(anyOf: Wordings.orMore) }
      upperIncluded = upperIncluded ?? reader.cursor.inclusion()
      _ = reader.cursor.eat(anyOf: Wordings.within)
      guard unit == nil || unit == greatest.unit, least.value <= greatest.value else { return nil }
      let lower = Quantity(value: least.value, unit: greatest.unit, range: least.range)
      return .within(
        IntervalSyntax(
          from: .init(
            lower, isIncluded: lowerIncluded ?? true, followsBoundaries: isWritten && lowerIncluded == nil,
            reference: lower.isPercentage ? reference : .none),
          to: .init(
            greatest, isIncluded: upperIncluded ?? true,
            followsBoundaries: isOpenAbove && upperIncluded == nil,
            reference: greatest.isPercentage ? reference : .none)))
    }
  }

  /// 目标, 全年度投资计划, 规定标准: what the requirement is called; whether it is named at all.
  @discardableResult
  mutating func skipRequirementNouns() -> Bool {
    var isNamed = false
    while cursor.eat(anyOf: Wordings.requirementNouns) != nil { isNamed = true }
    return isNamed
  }

  // MARK: Places and events

  /// 第1名, 第一名至第三名, 1-3名, 前5名, 倒数第4名及以上, 排名第一.
  mutating func places() -> ConditionSyntax? {
    attempt { reader in
      let standing = reader.cursor.eat(anyOf: Wordings.standing)
      let isLast = reader.cursor.eat(word: "倒数")
      if reader.cursor.eat("前"), let last = reader.ordinal(), reader.eatPlaceWord() {
        return .places(PlacesSyntax(1, last, fromBottom: isLast))
      }
      // 列最后1位 is what a year comes to.
      if !isLast, standing != "列", reader.cursor.eat(anyOf: Wordings.fromTheEnd) != nil {
        guard let last = reader.ordinal(), reader.eatPlaceWord() else {
          return nil
        }
        return .places(PlacesSyntax(1, last, fromBottom: true))
      }
      let isOrdinal = reader.cursor.eat("第")
      guard let first = reader.ordinal() else { return nil }
      let isNamed = reader.eatPlaceWord()
      if reader.eatDash() {
        let namesPlaces = isOrdinal || isNamed || isLast || standing != nil || reader.cursor.isAt("第")
        _ = reader.cursor.eat("第")
        guard let last = reader.ordinal(), first <= last else { return nil }
        // 后退5至9位 counts, 5至9名 is a place.
        guard namesPlaces || !reader.cursor.isAt("位"), reader.eatPlaceWord() else { return nil }
        return .places(PlacesSyntax(first, last, fromBottom: isLast))
      }
      guard isNamed || isOrdinal && reader.isAtConditionEnd else { return nil }
      let isOpen = reader.cursor.eat(anyOf: Wordings.further) != nil
      // 10位以上 counts as well.
      guard isOpen || isOrdinal || !reader.isAtSide else { return nil }
      return .places(PlacesSyntax(first, isOpen ? nil : first, fromBottom: isLast))
    }
  }

  private mutating func eatPlaceWord() -> Bool { cursor.eat(anyOf: Wordings.placeWords) != nil }

  /// 第2次, 有两次及以上的, 三次（含）以上.
  private mutating func occurrences() -> ConditionSyntax? {
    attempt { reader in
      _ = reader.cursor.eat(anyOf: Wordings.happening)
      _ = reader.cursor.eat("有")
      let isOrdinal = reader.cursor.eat("第")
      guard let first = reader.ordinal(), reader.cursor.eat(anyOf: Wordings.events) != nil else { return nil }
      _ = reader.cursor.eat(word: "(含)")
      let isOpen = reader.cursor.eat(anyOf: Wordings.onwards) != nil
      _ = reader.cursor.eat(word: "(含)")
      guard isOpen || isOrdinal else { return nil }
      return .occurrences(OccurrencesSyntax(first, isOpen ? nil : first, isOrdinal: isOrdinal))
    }
  }

  /// A small whole number above 0.
  private mutating func ordinal() -> Int? {
    attempt { reader in
      guard let value = reader.cursor.number()?.value, value.isInteger, let number = value.numeratorInt128,
        number >= 1, number <= 10_000
      else { return nil }
      return Int(number)
    }
  }
}

/// The ways of comparing with a requirement.
enum Comparison: Sendable {
  /// 达到, 完成; 以下 behind the number turns it about (完成70%以下)
  case reached
  /// 不低于, 不少于
  case atLeast
  /// 未完成, 未达到
  case notReached
  /// 低于, 不足
  case below
  /// 超过
  case beyond
  /// 超额完成
  case farBeyond
  /// 高于, 大于
  case above

  /// What a percentage behind it is measured against; `isShare` behind 目标的, `namesRequirement` behind 目标.
  func reference(_ isShare: Bool, namesRequirement: Bool) -> IntervalSyntax.Reference {
    switch self {
    case .reached, .atLeast, .notReached, .below: isShare ? .requirement : .none
    case .farBeyond: .beyondRequirement
    case .beyond: .beyondWhereLess
    case .above: namesRequirement ? .beyondWhereLess : .none
    }
  }
}
