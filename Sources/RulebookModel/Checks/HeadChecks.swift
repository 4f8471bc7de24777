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
        ?? extentLost(bracket, words)
    }
  }

  private static func perLost(
    _ bracket: EvidenceBracket, behind previous: EvidenceBracket?, _ words: OfficialWords
  ) -> Diagnostic? {
    let saysOnce = bracket.part { if case .kind(.yesNo) = $0 { true } else { nil } } ?? false
    // 发现一次的扣0.5分；两次及以上的，此项不得分: once or each time, it is the same.
    let speaksOfCases = bracket.phrases.contains(where: \.zeroesFromSecond)
    guard !saysOnce, !speaksOfCases, bracket.statedRequirement == nil, bracket.requirement == nil,
      bracket.phrases.contains(where: \.isAmount), bracket.phrases.allSatisfy({ $0.per == nil }),
      let head = words.heads(in: bracket.compared).last?.range ?? headOfBoth(previous, bracket)
    else { return nil }
    let shown = words.source.text(head)
    return .perLost(shown, at: words.label(bracket.place), text: words.label(head, "原文写“\(shown)”"))
  }

  /// K0460: 3次以上 right before the bracket asks for more than once, and nothing says so to the computer.
  private static func extentLost(_ bracket: EvidenceBracket, _ words: OfficialWords) -> Diagnostic? {
    let saysMore = bracket.syntax.parts.contains {
      switch $0.content {
      case .requirement, .kind(.yesNo), .grades, .levels, .relation, .per, .missingCount: true
      default: false
      }
    }
    guard !saysMore, bracket.requirement == nil, !bracket.phrases.isEmpty,
      bracket.phrases.allSatisfy(\.isAmount),
      bracket.phrases.allSatisfy({ $0.per == nil }), let range = bracket.before.last,
      let number = words.numbers(in: [range]).last, number.unit != nil, number.unit != "分",
      number.value != 1, !number.isStep
    else { return nil }
    var cursor = Cursor(words.source.bytes, TextRange(number.range.end, range.end))
    guard let side = cursor.eatExtent(), cursor.peek() == nil else { return nil }
    let extent = TextRange(number.range.start, side.end)
    return .extentBeforeBracket(
      words.source.text(extent), name: bracket.syntax.firstName ?? "证据名",
      asks: side.asks + words.source.text(number.range),
      at: words.label(bracket.place), text: words.label(extent, "原文写“\(words.source.text(extent))”"))
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

extension PhraseSyntax {
  /// Whether it is worth a fixed figure: the one effect that a 每 multiplies.
  fileprivate var isAmount: Bool {
    if case .points(_, _, let figures) = effect { condition == nil && figures.count == 1 } else { false }
  }

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
