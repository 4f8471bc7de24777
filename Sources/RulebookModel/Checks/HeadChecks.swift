import ExactArithmetic
import RulebookSyntax
import RulebookText

extension Checks {
  /// K0414 and K0424: 每 in the words before a bracket reaches the rule, and 每 in a bracket has something to count.
  static func heads(_ brackets: [EvidenceBracket], _ words: OfficialWords) -> [Diagnostic] {
    brackets.indices.compactMap { index in
      let bracket = brackets[index]
      if let step = bracket.statedStep { return headWithoutEffect(step, bracket, words) }
      return perLost(bracket, behind: index > 0 ? brackets[index - 1] : nil, words)
        ?? extentLost(bracket, words) ?? countLost(bracket, words)
    }
  }

  private static func perLost(
    _ bracket: EvidenceBracket, behind previous: EvidenceBracket?, _ words: OfficialWords
  ) -> Diagnostic? {
    let saysOnce = bracket.part { if case .kind(.yesNo) = $0 { true } else { nil } } ?? false
    // 发现一次的扣0.5分；两次及以上的，此项不得分: once or each time, it is the same.
    let speaksOfCases = bracket.phrases.contains(where: \.zeroesFromSecond)
    if let one = oneAmongCases(bracket, words) { return one }
    guard !saysOnce, !speaksOfCases, bracket.statedRequirement == nil, bracket.requirement == nil,
      bracket.phrases.contains(where: \.isAmount), bracket.phrases.allSatisfy({ $0.per == nil }),
      let head = words.heads(in: bracket.compared).last?.range ?? headOfBoth(previous, bracket)
    else { return nil }
    let shown = words.source.text(head)
    return .perLost(shown, at: words.label(bracket.place), text: words.label(head, "原文写“\(shown)”"))
  }

  /// 发现一次的【甲】扣0.5分；三次及以上的，此项不得分: what the second time costs is not known.
  private static func oneAmongCases(_ bracket: EvidenceBracket, _ words: OfficialWords) -> Diagnostic? {
    guard let one = bracket.headBefore, !words.source.text(one.range).contains("每"),
      bracket.phrases.contains(where: \.speaksOfCases), !bracket.phrases.contains(where: \.zeroesFromSecond)
    else { return nil }
    let shown = words.source.text(one.range)
    return .perLost(shown, at: words.label(bracket.place), text: words.label(one.range, "原文写“\(shown)”"))
  }

  /// K0460: 3次以上, or 开展4次, right before the bracket asks for a number, and nothing says so to the computer.
  private static func extentLost(_ bracket: EvidenceBracket, _ words: OfficialWords) -> Diagnostic? {
    guard !bracket.syntax.saysHowMuch, bracket.requirement == nil, !bracket.phrases.isEmpty,
      bracket.phrases.allSatisfy(\.isAmount), bracket.phrases.allSatisfy({ $0.per == nil }),
      let range = bracket.before.last, let number = words.numbers(in: [range]).last, number.isCount
    else { return nil }
    var cursor = Cursor(words.source.bytes, TextRange(number.range.end, range.end))
    let side = cursor.eatExtent()
    guard cursor.isAtEndOfPart, side != nil || number.mayAsk(of: bracket) else { return nil }
    let extent = TextRange(number.range.start, side?.end ?? number.range.end)
    return .extentBeforeBracket(
      words.source.text(extent), name: bracket.syntax.firstName ?? "证据名",
      asks: number.value == 1
        ? "每" + (number.unit ?? "") : (side?.asks ?? "至少") + words.source.text(number.range),
      at: words.label(bracket.place), text: words.label(extent, "原文写“\(words.source.text(extent))”"))
  }

  /// K0460 as well: 超过3起的 before a bracket with 每起扣 behind it, of which every one would count.
  private static func countLost(_ bracket: EvidenceBracket, _ words: OfficialWords) -> Diagnostic? {
    guard !bracket.syntax.saysHowMuch, !bracket.syntax.saysForWhom, bracket.requirement == nil,
      let phrase = bracket.phrases.first, phrase.condition == nil, let per = phrase.per,
      per.range.start >= bracket.place.end, per.direction == .plain
    else { return nil }
    let number = words.numbers(in: bracket.before).last {
      $0.unit == per.unit && $0.value != 1 && $0.value != per.step
    }
    guard let number else { return nil }
    let shown = words.source.text(number.range)
    let text = words.label(number.range, "原文写“\(shown)”")
    let place = words.label(bracket.place)
    guard !number.isStep else {
      return .stepBeforeBracket(shown, step: words.source.text(per.range), at: place, text: text)
    }
    return .countBeforeBracket(
      shown, name: bracket.syntax.firstName ?? "证据名", unit: per.unit, at: place, text: text)
  }

  /// 每发生一起 in 每发生一起一般事故【甲】扣3分，较大事故【乙】扣5分: it may speak of 乙 as well.
  private static func headOfBoth(_ previous: EvidenceBracket?, _ bracket: EvidenceBracket) -> TextRange? {
    guard let previous, previous.sentenceNumber == bracket.sentenceNumber else { return nil }
    return previous.headBefore?.range
  }

  private static func headWithoutEffect(
    _ step: Quantity, _ bracket: EvidenceBracket, _ words: OfficialWords
  ) -> Diagnostic? {
    guard !bracket.phrases.isEmpty, !bracket.phrases.contains(where: \.takesStep) else { return nil }
    let part = bracket.syntax.parts.first { if case .per = $0.content { true } else { false } }
    let range = part?.range ?? step.range
    let isSaidTwice = bracket.phrases.contains { $0.per != nil }
    return .headWithoutEffect(
      words.source.text(range), isSaidTwice: isSaidTwice, at: words.label(range))
  }
}

extension EvidenceSyntax {
  /// Whether the bracket says how much is asked for, or what its rows are.
  fileprivate var saysHowMuch: Bool {
    parts.contains {
      switch $0.content {
      case .requirement, .kind, .grades, .levels, .relation, .per, .missingCount: true
      default: false
      }
    }
  }

  /// Whether the bracket says whom it concerns, as the words before it may: 不足10家的县【甲：适用不足十家】，每家加1分.
  fileprivate var saysForWhom: Bool {
    parts.contains { if case .appliesTo = $0.content { true } else { false } }
  }

  /// The first name it has.
  fileprivate var firstName: String? {
    switch reference {
    case .named(let names): names.first?.text
    case .again(let name): name.text
    case .previous: nil
    }
  }
}

extension Cursor {
  /// 以上的, 及以上（含）, 以内: which side of the number before is meant, and where the words end.
  fileprivate mutating func eatExtent() -> (asks: String, end: Int)? {
    _ = inclusion()
    _ = eat("及")
    let isMore = eat(word: "以上")
    guard isMore || eat(word: "以下") || eat(word: "以内") else { return nil }
    _ = inclusion()
    let end = position
    _ = eat("的")
    return (isMore ? "至少" : "至多", end)
  }
}

extension Cursor {
  /// Whether only 汉字 stand from here to the end, and no mark that begins another part of the sentence.
  fileprivate var isAtEndOfPart: Bool {
    var copy = self
    while let scalar = copy.peek(), scalar.isIdeograph { copy.advance() }
    return copy.peek() == nil
  }
}

extension OfficialWords.Number {
  /// Whether it may say how many of a thing there are: 4次, but not 三季度 or 5分.
  fileprivate var isCount: Bool {
    guard let unit, !isStep else { return false }
    return unit != "分" && MeasureWords.periods[unit] == nil
  }

  /// Whether the award of the bracket may be one for that many: not 录用率低于30%的【录用率不足】扣2分, which counts what falls
  /// short, nor 漏统1人【漏统】扣1分 and 采纳1篇【采纳】得1分，最多得5分, which count each.
  fileprivate func mayAsk(of bracket: EvidenceBracket) -> Bool {
    guard unit != "%" || bracket.syntax.namesShare else { return false }
    return value != 1 || bracket.phrases.contains(where: \.isAward)
  }
}

extension EvidenceSyntax {
  /// Whether its name says that it is a share: 合格率, 增幅.
  fileprivate var namesShare: Bool {
    guard let last = firstName?.unicodeScalars.last else { return false }
    return "率幅比".unicodeScalars.contains(last)
  }
}

extension PhraseSyntax {
  /// 得5分.
  fileprivate var isAward: Bool {
    if case .points(.earn, _, _) = effect { true } else { false }
  }

  /// Whether it is worth a fixed figure: the one effect that a 每 multiplies.
  fileprivate var isAmount: Bool {
    if case .points(_, _, let figures) = effect { condition == nil && figures.count == 1 } else { false }
  }

  /// 三次及以上的.
  fileprivate var speaksOfCases: Bool { if case .occurrences? = condition { true } else { false } }

  /// Whether it makes the item 0 from the second event on.
  fileprivate var zeroesFromSecond: Bool {
    guard case .occurrences(let events)? = condition, case .zero(wholeItem: true) = effect else {
      return false
    }
    return events.first == 2 && events.last == nil
  }

  /// Whether 每U in the bracket says something of it; ranges and 酌情 are counted by row anyway.
  fileprivate var takesStep: Bool {
    switch effect {
    case .range, .discretion: true
    // 每篇 in the bracket, 省级得2分、市级得1分 behind it.
    case .points(_, let distribution, _) where distribution == .each || speaksOfLevels: per == nil
    default: isAmount && per == nil
    }
  }
}
