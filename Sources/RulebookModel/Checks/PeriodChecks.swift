import ExactArithmetic
import RulebookSyntax
import RulebookText

extension Checks {
  /// K0405 and K0427: a requirement is checked over the stretch of time for which the official words make it.
  static func periods(_ brackets: [EvidenceBracket], _ words: OfficialWords) -> [Diagnostic] {
    brackets.compactMap { bracket in
      guard case .named = bracket.syntax.reference,
        let requirement = bracket.statedRequirement ?? bracket.requirement
      else { return nil }
      let stated = bracket.part { if case .period(let period) = $0 { period } else { nil } }
      // A share of the year is the share of its months on the whole.
      if stated == .year || stated == nil && requirement.quantity?.isPercentage ?? true { return nil }
      let written = words.periods(in: bracket.compared)
      return difference(of: written, from: stated, bracket, words)
    }
  }

  private static func difference(
    of written: [OfficialWords.WrittenPeriod], from stated: Period?, _ bracket: EvidenceBracket,
    _ words: OfficialWords
  ) -> Diagnostic? {
    if let stated, written.contains(where: { $0.period == stated }) { return nil }
    let known = written.first { $0.period != nil && $0.period != .year }
    guard let first = known ?? written.first(where: { $0.period == nil }) ?? written.first else { return nil }
    let word = words.source.text(first.range)
    let (place, text) = (words.label(bracket.place), words.label(first.range, "原文写“\(word)”"))
    guard let period = first.period else { return .unsupportedPeriod(word, at: place, text: text) }
    if period == .year, stated == nil { return nil }
    return .periodNotStated(word, part: period.rawValue, stated: stated?.rawValue, at: place, text: text)
  }
}

extension OfficialWords {
  /// A stretch of time for which the official words ask for something.
  struct WrittenPeriod {
    /// The period; `nil` where the language has none like it (每周).
    var period: Period?
    var range: TextRange
  }

  private static let years: WordList = ["每年度", "每年", "全年", "一年内"]
  private static let heads: WordList = ["每一个", "每一", "每个", "每", "按", "逐"]
  private static let beginnings = years.beginnings(and: heads.beginnings())
  private static let stretches: [(word: String, period: Period?)] = [
    ("月", .month), ("季", .quarter), ("半年", .halfYear), ("旬", nil), ("周", nil), ("星期", nil),
  ]
  /// Words of several months or weeks; 按 and 逐 do not stand before them.
  private static let longStretches: [(word: String, period: Period?)] = [
    ("三个月", .quarter), ("3个月", .quarter), ("六个月", .halfYear), ("6个月", .halfYear), ("两个月", nil), ("二个月", nil),
    ("2个月", nil), ("四个月", nil), ("4个月", nil), ("两月", nil), ("双月", nil), ("单月", nil), ("半个月", nil),
    ("半月", nil),
    ("两个季度", nil), ("两周", nil), ("2周", nil), ("双周", nil),
  ]
  /// What makes another word of 季 and 周: 季节, 周期.
  private static let otherWords: [String] = ["季节", "周期", "周密", "周边", "周到", "周知", "周全"]

  /// The words that ask for something in each stretch of the year.
  fileprivate func periods(in ranges: [TextRange]) -> [WrittenPeriod] {
    all(in: ranges, beginning: Self.beginnings.contains) { cursor, _ in
      let start = cursor.start
      if cursor.eat(anyOf: Self.years) != nil {
        return WrittenPeriod(period: .year, range: TextRange(start, cursor.position))
      }
      guard let head = cursor.eat(anyOf: Self.heads),
        !Self.otherWords.contains(where: { cursor.isAt(word: $0) })
      else {
        return nil
      }
      let isLong = head.hasPrefix("每")
      for (word, period) in (isLong ? Self.longStretches : []) + Self.stretches where cursor.eat(word: word) {
        if period == .quarter { _ = cursor.eat("度") }
        return WrittenPeriod(period: period, range: TextRange(start, cursor.position))
      }
      return nil
    }
  }
}
