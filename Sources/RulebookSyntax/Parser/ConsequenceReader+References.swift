import ExactArithmetic
import RulebookText

/// Figures that no text states: 目标, 上年加2个, 全市平均增幅的90%.
extension ConsequenceReader {
  /// 比上年, 与目标相比: what a phrase says it compares with.
  mutating func comparedWith() -> ReferenceMention? {
    attempt { reader in
      let start = reader.cursor.start
      guard let word = reader.cursor.eat(Wordings.comparedWith) else { return nil }
      let range = TextRange(start, reader.cursor.position)
      _ = reader.cursor.eat("的") || reader.eatSeparator()
      return ReferenceMention(word: word, range: range)
    }
  }

  /// A figure as a bracket names it, up to the end of its part.
  mutating func reference() -> ReferenceSyntax? {
    for word in ReferenceWord.allCases {
      let found = attempt { reader -> ReferenceSyntax? in
        guard reader.cursor.eat(word: word.rawValue) else { return nil }
        let adjustment = reader.adjustment()
        return reader.cursor.isAtEnd ? ReferenceSyntax(.word(word), adjustment: adjustment) : nil
      }
      if let found { return found }
    }
    return sharedFigure()
  }

  /// The name of a figure that 【共用】 declares; which names it does is for the resolver to see.
  private mutating func sharedFigure() -> ReferenceSyntax? {
    attempt { reader in
      guard let first = reader.cursor.peek(), !first.isNumeral, first.isNamed else { return nil }
      let start = reader.cursor.start
      while let scalar = reader.cursor.peek() {
        guard scalar.isNamed else { return nil }
        var behind = reader
        let end = reader.cursor.position
        if let adjustment = behind.adjustment(), behind.cursor.isAtEnd {
          let name = reader.name(TextRange(start, end))
          reader = behind
          return ReferenceSyntax(.shared(name), adjustment: adjustment)
        }
        reader.cursor.advance()
      }
      return ReferenceSyntax(.shared(reader.name(TextRange(start, reader.cursor.position))))
    }
  }

  private func name(_ range: TextRange) -> NameSyntax {
    NameSyntax(text: FoldedText.text(cursor.bytes, range), range: range)
  }

  /// 的90%, 加2个.
  private mutating func adjustment() -> ReferenceSyntax.Adjustment? {
    attempt { reader in
      if reader.cursor.eat("的") {
        guard let quantity = reader.cursor.quantity(extra: []), quantity.unit == "%" else { return nil }
        return .share(quantity.value)
      }
      guard reader.cursor.eat("加"), let quantity = reader.cursor.quantity(extra: reader.extraWords) else {
        return nil
      }
      return .plus(quantity)
    }
  }
}

extension Unicode.Scalar {
  /// Whether it may stand in a name.
  fileprivate var isNamed: Bool { !ReservedWords.isNameMark(self) }
}
