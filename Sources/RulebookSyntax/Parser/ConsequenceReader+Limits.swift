import ExactArithmetic
import RulebookText

/// How far: 最多扣2分, 扣完为止, 不封顶.
extension ConsequenceReader {
  mutating func limit(ownSentence: Bool) -> LimitSyntax? {
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

  mutating func limitKind() -> LimitSyntax.Kind? {
    guard let first = cursor.peek(), Wordings.limitBeginnings.contains(first) else { return nil }
    if cursor.eat(anyOf: Wordings.untilExhausted) != nil { return .untilExhausted }
    if let word = cursor.eat(anyOf: Wordings.unlimited) {
      return .unlimited(word.hasPrefix("扣") ? .deduct : word.hasPrefix("加") ? .add : nil)
    }
    if cursor.eat(anyOf: Wordings.series) != nil { return .series }
    if let most = atMost() { return most }
    return untilTaken()
  }

  /// 最多扣2分, 最高加3分, 加满5分, 封顶2分, 以2分为限.
  mutating func atMost() -> LimitSyntax.Kind? {
    attempt { reader in
      if let verb = reader.cursor.eat(Wordings.upTo) {
        return reader.points().map { .atMost(verb, $0) }
      }
      if reader.cursor.eat("以") {
        guard let figure = reader.points(), reader.cursor.eat(word: "为限") else { return nil }
        return .atMost(nil, figure)
      }
      guard reader.cursor.eat(anyOf: Wordings.atMost) != nil else { return nil }
      if reader.cursor.eat(anyOf: Wordings.addOrDeduct) != nil {
        return reader.points().map { .atMostEither($0) }
      }
      let verb = reader.verb()
      return reader.points().map { .atMost(verb, $0) }
    }
  }

  /// 扣完5分为止.
  mutating func untilTaken() -> LimitSyntax.Kind? {
    attempt { reader in
      guard reader.cursor.eat(word: "扣完"), let figure = reader.points(), reader.cursor.eat(word: "为止") else {
        return nil
      }
      return .untilTaken(figure)
    }
  }
}
