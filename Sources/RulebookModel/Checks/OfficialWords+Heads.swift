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
  private static let timeWords: ClosedList = ["天", "日", "周", "工作日", "小时"]

  /// Things that 逐 and 按 count one by one.
  private static let counted: WordList = [
    "人次", "件次", "批次", "起", "次", "件", "例", "篇", "条", "个", "项", "处", "户", "人", "名", "家", "份", "宗", "批",
  ]
  /// What happens each time, before 一次.
  private static let happenings: WordList = ["发生", "发现", "出现", "查实", "每有"]

  /// Behind a quantity: what makes it a bound and no count.
  private static let boundEnds: WordList = ["以上", "及以上", "以下", "以内", "("]
  /// What the heads begin with.
  private static let headBeginnings: ScalarSet = happenings.beginnings(and: ["每", "逐", "按", "凡"])

  /// Where the words count: 每起, 每2次, 每举办1次, 逐起, 按件, 发生一起, 凡受到通报1次; not 每月 and its like.
  func heads(in ranges: [TextRange]) -> [Head] {
    all(in: ranges, beginning: Self.headBeginnings.contains) { cursor, _ in
      let start = cursor.start
      guard let (step, unit) = each(&cursor) ?? oneByOne(&cursor) ?? everyTime(&cursor) else { return nil }
      return Head(step: step, unit: unit, range: TextRange(start, cursor.position))
    }
  }

  /// 每起, 每2次, 每举办1次.
  private func each(_ cursor: inout Cursor) -> (Rational, String)? {
    var copy = cursor
    guard copy.eat("每") else { return nil }
    if let unit = copy.measureWord(extra: measureWords) {
      cursor = copy
      let isTime = MeasureWords.periods[unit] != nil || Self.timeWords.contains(unit)
      return isTime ? nil : (1, unit)
    }
    for _ in 0...4 {
      if let quantity = copy.quantity(extra: measureWords) {
        guard let unit = quantity.unit, MeasureWords.periods[unit] == nil else { return nil }
        cursor = copy
        return (quantity.value, unit)
      }
      guard let scalar = copy.peek(), scalar.isIdeograph else { return nil }
      copy.advance()
    }
    return nil
  }

  /// 逐起, 按件 at the end of what they are said of, or before a verb; not 逐项落实, 按条例.
  private func oneByOne(_ cursor: inout Cursor) -> (Rational, String)? {
    var copy = cursor
    guard copy.eat("逐") || copy.eat("按"), let unit = copy.eat(anyOf: Self.counted) else { return nil }
    if let next = copy.peek(), next.isIdeograph, !"扣加得计记减奖累".unicodeScalars.contains(next) { return nil }
    cursor = copy
    return (1, unit)
  }

  /// 发生一起, 查实1次, 凡被通报一次; not 发生1起以上.
  private func everyTime(_ cursor: inout Cursor) -> (Rational, String)? {
    var copy = cursor
    if copy.eat(anyOf: Self.happenings) != nil {
      guard let unit = single(&copy) else { return nil }
      cursor = copy
      return (1, unit)
    }
    guard copy.eat("凡") else { return nil }
    for _ in 0...10 {
      // 凡与群众一起 counts nothing.
      let isTogether = copy.isAt(word: "一起")
      let isHappening = copy.eat(anyOf: Self.happenings) != nil
      if isHappening || !isTogether, let unit = single(&copy) {
        cursor = copy
        return (1, unit)
      }
      guard let scalar = copy.peek(), scalar.isIdeograph || scalar.isDigit else { return nil }
      copy.advance()
    }
    return nil
  }

  /// 一U or 1U; not 1U以上.
  private func single(_ cursor: inout Cursor) -> String? {
    var copy = cursor
    guard let quantity = copy.quantity(extra: measureWords), quantity.value == 1, let unit = quantity.unit,
      MeasureWords.periods[unit] == nil, !Self.timeWords.contains(unit),
      !Self.boundEnds.contains(where: { copy.isAt(word: $0) })
    else { return nil }
    cursor = copy
    return unit
  }
}
