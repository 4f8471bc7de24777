import ExactArithmetic
import RulebookSyntax
import RulebookText

extension OfficialWords {
  /// 每[Q]U in the official words.
  struct Head {
    /// How much is one step.
    var step: Rational
    /// The measure word.
    var unit: String
    /// Where it stands.
    var range: TextRange
  }

  /// Words for a stretch of time, which say when and not per what (每天巡查).
  private static let timeWords: Set<String> = ["天", "日", "周", "工作日", "小时"]

  /// Where the words count by 每: 每起, 每2次, 每举办1次; not 每月 and its like.
  func heads(in ranges: [TextRange]) -> [Head] {
    all(in: ranges) { cursor, _ in
      let start = cursor.start
      guard cursor.eat("每"), let (step, unit) = step(&cursor) else { return nil }
      return Head(step: step, unit: unit, range: TextRange(start, cursor.position))
    }
  }

  private func step(_ cursor: inout Cursor) -> (Rational, String)? {
    if let unit = cursor.measureWord(extra: measureWords) {
      let isTime = MeasureWords.periods[unit] != nil || Self.timeWords.contains(unit)
      return isTime ? nil : (1, unit)
    }
    for _ in 0...4 {
      if let quantity = cursor.quantity(extra: measureWords) {
        guard let unit = quantity.unit, MeasureWords.periods[unit] == nil else { return nil }
        return (quantity.value, unit)
      }
      guard let scalar = cursor.peek(), (0x4E00...0x9FFF).contains(scalar.value) else { return nil }
      cursor.advance()
    }
    return nil
  }
}
