import RulebookText

/// Numbers of headings that have lost their mark.
extension Cursor {
  /// Marks that stand for the one a number should have.
  private static let otherMarks: WordList = [",", "。", ";", ":", "·", "・"]

  /// Reads a number that lacks its mark or has another one (1宣传工作, 二职能工作, （二领导班子, 二）领导班子, 2，共建), or nothing;
  /// a quantity (3名以上) and a word that begins with a numeral (一般, 三等奖) are none.
  package mutating func unmarkedNumber() -> HeadingNumber? {
    var copy = self
    let start = copy.start
    let isOpened = copy.eat("(")
    let isArabic = copy.isAtDigit
    guard let value = isArabic ? copy.wholeNumber() : copy.chineseOrdinal(), (1...99).contains(value) else {
      return nil
    }
    let isClosed = copy.eat(")")
    guard !isOpened || !isClosed else { return nil }
    let hasMark = isOpened || isClosed || copy.eat(anyOf: Self.otherMarks) != nil
    let range = TextRange(start, copy.position)
    guard copy.isAtWords, hasMark || !(isArabic ? copy.isAtCounted : copy.isAtRestOfWord) else { return nil }
    self = copy
    let style = Self.style(isArabic: isArabic, isParenthesized: isOpened || isClosed)
    return HeadingNumber(style: style, values: [value], range: range)
  }

  private static func style(isArabic: Bool, isParenthesized: Bool) -> NumberStyle {
    if isParenthesized { return isArabic ? .parenthesizedArabic : .parenthesizedChinese }
    return isArabic ? .arabic : .chinese
  }

  private var isAtDigit: Bool { peek()?.isDigit == true }

  private var isAtWords: Bool {
    guard let next = peek() else { return false }
    return next.isIdeograph || next == "“" || next == "《"
  }

  private func isAt(oneOf scalars: String) -> Bool {
    guard let next = peek() else { return false }
    return scalars.unicodeScalars.contains(next)
  }

  /// Whether what is counted comes next: 名以上, 万元, 年, 分; but not 项目 or 人才.
  private var isAtCounted: Bool {
    if isAt(oneOf: "分万亿余多年月日号时点天周岁个名位次起元") { return true }
    var copy = self
    return copy.measureWord(extra: []) != nil && (copy.isAtEnd || copy.isAt(oneOf: "以及的等之内,、。;:(【"))
  }

  /// Whether a word goes on that begins with a numeral: 一般, 三等奖, 一票否决.
  private var isAtRestOfWord: Bool {
    isAtCounted || isAt(oneOf: "些定般旦直切律票体系方面把手级等类届期轮线季半百千贯致度同并经是有")
  }
}
