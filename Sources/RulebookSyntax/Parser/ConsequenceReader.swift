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
  /// The words that brackets have listed as 等次 or 级别.
  var levelWords = WordList.none

  /// Reads a consequence that stands behind a bracket, past an optional 的 and an optional ， ： or 、.
  mutating func consequence() -> ConsequenceSyntax? {
    attempt { reader in
      _ = reader.cursor.eat("的")
      _ = reader.eatSeparator() || reader.cursor.eat("、") || reader.eatStopBeforeFigure()
      return reader.phrases(isContinuation: false)
    }
  }

  /// 。 before （3分）, which still says what the sentence it ends is worth.
  mutating func eatStopBeforeFigure() -> Bool {
    var copy = self
    guard copy.cursor.eat("。"), copy.cursor.eat("("), copy.points() != nil, copy.cursor.eat(")") else {
      return false
    }
    return cursor.eat("。")
  }

  /// Reads a sentence that goes on with the clause before it; it must consist wholly of phrases.
  mutating func continuation() -> ConsequenceSyntax? {
    attempt { reader in
      guard let found = reader.phrases(isContinuation: true), reader.isAtSentenceEnd || reader.isAtCutRemark
      else { return nil }
      return found
    }
  }

  /// Reads what bounds a formula behind it: ，最高15分.
  mutating func behindFormula() -> ConsequenceSyntax? {
    attempt { reader in
      let start = reader.cursor.position
      reader.skipRemark()
      _ = reader.eatSeparator()
      guard var found = reader.phrases(isContinuation: true) else { return nil }
      found.range = TextRange(start, found.range.end)
      return found
    }
  }

  /// Reads what stands in one part of a bracket; it must fill the part. Behind another phrase of the bracket, 80%以上 is
  /// a condition.
  mutating func ruleInBracket(isFirst: Bool) -> ConsequenceSyntax? {
    attempt { reader in
      let start = reader.cursor.start
      if let limit = reader.limit(ownSentence: false), reader.cursor.isAtEnd {
        return ConsequenceSyntax(
          requirement: nil, phrases: [], limits: [limit], isContinuation: false,
          range: TextRange(start, reader.cursor.position))
      }
      guard let found = reader.phrases(isContinuation: false, mayRequire: isFirst), reader.cursor.isAtEnd
      else {
        return nil
      }
      return found
    }
  }

  /// Whether a phrase may end here: at a mark of punctuation, a bracket or the end.
  var isAtBoundary: Bool {
    switch cursor.peek() {
    case nil, ",", ";", "。", "、", ".", ")", "(", "【", "】", "!", ":": true
    default: false
    }
  }

  var isAtSentenceEnd: Bool {
    switch cursor.peek() {
    case nil, ";", "。", ".", ")": true
    default: false
    }
  }

  mutating func phrases(isContinuation: Bool, mayRequire: Bool = true) -> ConsequenceSyntax? {
    let start = cursor.start
    let requirement = isContinuation || !mayRequire ? nil : leadingRequirement()
    var phrases: [PhraseSyntax] = []
    var loose: [LimitSyntax] = []
    while true {
      let mark = cursor
      if !phrases.isEmpty || !loose.isEmpty { skipRemark(); _ = eatSeparator() || eatMarkBeforeLevel() }
      if let more = phrase(isFirst: phrases.isEmpty, mayBeBare: phrases.isEmpty && !isContinuation) {
        phrases += more
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

  /// `不少于2次，` before 少一次…, 否则… or 得N分. 超过3次以上 and 达到60%以下 are conditions, or nothing.
  mutating func leadingRequirement() -> RequirementSyntax? {
    attempt { reader in
      guard let requirement = reader.requirement(), !reader.isAtSide else { return nil }
      _ = reader.cursor.eat("的")
      reader.skipNoLoss()
      _ = reader.eatSeparator()
      // 低于60%的不得分 says when, and not what is asked for.
      var behind = reader
      guard behind.zero() == nil else { return nil }
      return requirement
    }
  }

  /// 不扣分 in 90%以上不扣分，每降低1个百分点扣0.5分: where the requirement is met nothing is taken anyway.
  private mutating func skipNoLoss() {
    var copy = self
    _ = copy.eatSeparator()
    guard copy.cursor.eat(anyOf: Wordings.noLoss) != nil, copy.eatSeparator(), copy.shortOrBeyond() != nil
    else {
      return
    }
    _ = eatSeparator()
    _ = cursor.eat(anyOf: Wordings.noLoss)
  }

  /// 至少2次, 不超过3次, 2次以上, 达到90%以上; full text of the requirement without what follows.
  mutating func requirement() -> RequirementSyntax? {
    attempt { reader in
      let start = reader.cursor.start
      if let direction = reader.cursor.eat(Wordings.requirements) {
        guard let quantity = reader.cursor.quantity(extra: reader.extraWords) else { return nil }
        // 达到90%以上: the second word says once more what the first one said.
        if direction == .atLeast { _ = reader.cursor.eat(anyOf: Wordings.orMore) }
        if direction == .atMost { _ = reader.cursor.eat(anyOf: Wordings.orLess) }
        return RequirementSyntax(
          direction: direction.including(reader.cursor.inclusion()), bound: .quantity(quantity),
          range: TextRange(start, reader.cursor.position))
      }
      guard let quantity = reader.cursor.quantity(extra: reader.extraWords) else { return nil }
      let isMore = reader.cursor.eat(anyOf: Wordings.orMore) != nil
      guard isMore || reader.cursor.eat(anyOf: Wordings.orLess) != nil else { return nil }
      let written = reader.cursor.position
      let side: RequirementSyntax.Direction = isMore ? .atLeast : .atMost
      let direction = side.including(reader.cursor.inclusion())
      return RequirementSyntax(
        direction: direction, bound: .quantity(quantity), range: TextRange(start, reader.cursor.position),
        followsBoundaries: reader.cursor.position == written)
    }
  }

  /// Whether 以上, 以下 or 以内 comes next.
  var isAtSide: Bool {
    var copy = cursor
    return copy.eat(anyOf: Wordings.orMore) != nil || copy.eat(anyOf: Wordings.orLess) != nil
  }

  /// 至少2次, or 至多平均: a requirement as brackets state it.
  mutating func statedRequirement() -> RequirementSyntax? {
    requirement()
      ?? attempt { reader in
        let start = reader.cursor.start
        guard let direction = reader.cursor.eat(Wordings.requirements), let reference = reader.reference()
        else { return nil }
        return RequirementSyntax(
          direction: direction, bound: .reference(reference),
          range: TextRange(start, reader.cursor.position))
      }
  }

  // MARK: Phrase

  /// One phrase, or several that one sentence shares out: 50至99件、100件以上的，分别加2、3分; 每增减1%，增减0.1分.
  ///
  /// `mayBeBare`: whether 25分 alone says what the bracket before it is worth.
  mutating func phrase(isFirst: Bool, mayBeBare: Bool) -> [PhraseSyntax]? {
    guard mayBeginPhrase else { return nil }
    return attempt { reader in
      let start = reader.cursor.start
      let comparedWith = reader.comparedWith()
      let conditions = reader.conditions()
      var distribution = reader.distribution(isFirst: isFirst)
      var per = reader.per()
      if per != nil {
        _ = reader.cursor.eat("的")
        _ = reader.eatSeparator()
      }
      if distribution == .plain { distribution = reader.distribution(isFirst: isFirst) }
      guard let effects = reader.effects(distribution, for: conditions, per, mayBeBare: mayBeBare) else {
        return nil
      }
      if per == nil { per = reader.trailingPer() }
      var limits: [LimitSyntax] = []
      while let limit = reader.limit(ownSentence: false) { limits.append(limit) }
      let range = TextRange(start, reader.cursor.position)
      return effects.map {
        PhraseSyntax(
          comparedWith: comparedWith, condition: $0.condition, per: per?.towards($0.direction),
          effect: $0.effect, limits: limits,
          range: range)
      }
    }
  }

  /// Whether a phrase may begin here, to see at a glance where none does: with one of its words, with a number, or with
  /// the name of what is measured (结案率未达到90%).
  private var mayBeginPhrase: Bool {
    guard let first = cursor.peek() else { return false }
    if first.isNumeral || Wordings.phraseBeginnings.contains(first) { return true }
    if mayBeginLevel(with: first) { return true }
    var behind = self
    behind.skipSubject()
    return behind.cursor.position > cursor.position
  }

  mutating func distribution(isFirst: Bool) -> Distribution {
    if cursor.eat(anyOf: Wordings.eachOfThem) != nil { return .each }
    if isFirst, cursor.eat(anyOf: Wordings.anyOfThem) != nil {
      _ = cursor.eat("的")
      _ = eatSeparator()
      return .any
    }
    return .plain
  }

  // MARK: Between phrases

  mutating func eatSeparator() -> Bool { cursor.eat(",") || cursor.eat(":") }

  /// （…） without a figure of points in it says nothing that scores.
  mutating func skipRemark() {
    var copy = cursor
    guard copy.eat("(") else { return }
    let inside = copy.start
    while let scalar = copy.peek(), scalar != ")", scalar != "【", scalar != "。" { copy.advance() }
    let remark = TextRange(inside, copy.start)
    guard copy.eat(")"), ScoringPhrase.modifier(in: cursor.bytes, remark) == nil else { return }
    cursor = copy
  }

  /// Whether a remark stands here that a bracket cuts in two: （四舍五入【保留：本项2位小数】）.
  private var isAtCutRemark: Bool {
    var copy = cursor
    guard copy.eat("(") else { return false }
    let inside = copy.start
    while let scalar = copy.peek(), scalar != ")", scalar != "【", scalar != "。" { copy.advance() }
    return copy.peek() == "【"
      && ScoringPhrase.modifier(in: cursor.bytes, TextRange(inside, copy.start)) == nil
  }

  mutating func attempt<Found>(_ read: (inout ConsequenceReader) -> Found?) -> Found? {
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
  package var isIdeograph: Bool { (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value) }
}
