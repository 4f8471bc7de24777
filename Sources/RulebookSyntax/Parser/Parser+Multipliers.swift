import ExactArithmetic
import RulebookText

/// 【倍数：采用信息、采用调研，级别省级，2倍】, 【倍数：扣分2倍，适用仅列督】.
extension Parser {
  /// Reads the value of 倍数; `nil` where it cannot be read.
  mutating func multiplier(_ place: TextRange) -> DirectiveSyntax? {
    var target: MultiplierSyntax.Target?
    var condition: MultiplierSyntax.Condition?
    var factor: Rational?
    for piece in split(place, at: ",") {
      var cursor = Cursor(bytes, piece)
      let verb = cursor.eat(Self.scopes)
      if let times = cursor.times() {
        guard factor == nil, verb == nil || target == nil else { return nil }
        factor = times
        if let verb { target = .everything(verb) }
        continue
      }
      cursor = Cursor(bytes, piece)
      if cursor.eat(word: "适用"), !cursor.isAtEnd {
        guard condition == nil else { return nil }
        condition = .appliesTo(TextRange(cursor.start, trimmed(piece).end))
        continue
      }
      cursor = Cursor(bytes, piece)
      if cursor.eat(word: "级别"), !cursor.isAtEnd {
        guard condition == nil, let level = name(cursor.rest) else { return nil }
        condition = .level(level)
        continue
      }
      let names = split(piece, at: "、").compactMap { name($0) }
      guard target == nil, !names.isEmpty else { return nil }
      target = .evidence(names)
    }
    guard let target, let condition, let factor else { return nil }
    return .multiplier(MultiplierSyntax(target: target, condition: condition, factor: factor))
  }

  /// What counts several times where no evidence is named.
  private static let scopes: WordTable<ScoringVerb> = ["扣分": .deduct, "加分": .add, "得分": .earn]
}

extension Cursor {
  /// 2倍, 两倍, 一半, up to the end.
  fileprivate mutating func times() -> Rational? {
    var copy = self
    guard let numeral = copy.number(), !numeral.isPercent, copy.eat("倍"), copy.isAtEnd,
      numeral.value.signum > 0
    else { return nil }
    self = copy
    return numeral.value
  }
}
