import RulebookText

extension Cursor {
  /// Reads a heading number with its mark (一、 （一） 1. （1） ① 第一条 1.1), or nothing.
  package mutating func headingNumber() -> HeadingNumber? {
    var copy = self
    let start = copy.start
    guard let (style, values) = copy.headingMark() else { return nil }
    self = copy
    return HeadingNumber(style: style, values: values, range: TextRange(start, position))
  }

  /// Whether a heading may begin here, be it one whose number is damaged; false for nearly all lines that are none.
  package var mayBeginHeading: Bool {
    guard let first = peek(), first != "【" else { return false }
    return !first.isIdeograph || first.isNumeral || first == "第"
  }

  /// Reads a heading number as paths write it: 三（一）1, marks of 一、 and 1. left out.
  package mutating func pathStep() -> HeadingNumber? {
    let start = self.start
    if let parenthesized = parenthesizedNumber() ?? circledNumber() ?? articleNumber() {
      return HeadingNumber(
        style: parenthesized.0, values: [parenthesized.1], range: TextRange(start, position))
    }
    if let value = wholeNumber() {
      if let more = dottedRest() {
        return HeadingNumber(style: .dotted, values: [value] + more, range: TextRange(start, position))
      }
      return HeadingNumber(style: .arabic, values: [value], range: TextRange(start, position))
    }
    guard let value = chineseOrdinal() else { return nil }
    return HeadingNumber(style: .chinese, values: [value], range: TextRange(start, position))
  }

  private mutating func headingMark() -> (NumberStyle, [Int])? {
    if let (style, value) = parenthesizedNumber() {
      _ = eat("、")
      return (style, [value])
    }
    if let (style, value) = circledNumber() ?? articleNumber() { return (style, [value]) }
    if let value = wholeNumber() { return arabicMark(after: value) }
    if let scalar = peek(), (0x2488...0x249B).contains(scalar.value) {  // ⒈…⒛
      advance()
      return (.arabic, [Int(scalar.value - 0x2487)])
    }
    guard let value = chineseOrdinal(), eat("、") || eat(".") else { return nil }
    return (.chinese, [value])
  }

  private mutating func arabicMark(after value: Int) -> (NumberStyle, [Int])? {
    if let more = dottedRest() {
      _ = eat(".") || eat("、")
      return isQuantityWord || !(1...99).contains(value) ? nil : (.dotted, [value] + more)
    }
    guard eat("、") || eat(".") else { return nil }
    return (.arabic, [value])
  }

  /// A decimal before a measure word or 分 is a quantity (1.5分以上…), not a number of a heading.
  private var isQuantityWord: Bool {
    var copy = self
    return copy.eat("分") || copy.measureWord(extra: []) != nil || copy.peek() == "万" || copy.peek() == "亿"
  }

  /// .2.1 or -1 behind a first number.
  private mutating func dottedRest() -> [Int]? {
    var values: [Int] = []
    while values.count < 6 {
      var copy = self
      guard copy.eat(".") || copy.eat("-"), let value = copy.wholeNumber(endsAtBlank: true) else { break }
      values.append(value)
      self = copy
    }
    return values.isEmpty ? nil : values
  }

  private mutating func parenthesizedNumber() -> (NumberStyle, Int)? {
    var copy = self
    if let scalar = copy.peek(), (0x3220...0x3229).contains(scalar.value) {  // ㈠…㈩
      copy.advance()
      self = copy
      return (.parenthesizedChinese, Int(scalar.value - 0x321F))
    }
    if let scalar = copy.peek(), (0x2474...0x2487).contains(scalar.value) {  // ⑴…⒇
      copy.advance()
      self = copy
      return (.parenthesizedArabic, Int(scalar.value - 0x2473))
    }
    guard copy.eat("(") else { return nil }
    if let value = copy.wholeNumber(), copy.eat(")") {
      self = copy
      return (.parenthesizedArabic, value)
    }
    guard let value = copy.chineseOrdinal(), copy.eat(")") else { return nil }
    self = copy
    return (.parenthesizedChinese, value)
  }

  private mutating func circledNumber() -> (NumberStyle, Int)? {
    guard let scalar = peek(), (0x2460...0x2473).contains(scalar.value) else { return nil }
    advance()
    return (.circled, Int(scalar.value - 0x245F))
  }

  private mutating func articleNumber() -> (NumberStyle, Int)? {
    var copy = self
    guard copy.eat("第"), let value = copy.chineseOrdinal() ?? copy.wholeNumber(), copy.eat("条") else {
      return nil
    }
    self = copy
    return (.article, value)
  }

  /// 1…999 in digits; `endsAtBlank` where a title that begins with a number may stand behind it (3.212 35岁以下).
  package mutating func wholeNumber(endsAtBlank: Bool = false) -> Int? {
    var copy = self
    var value = 0
    var count = 0
    var isAtBlank: Bool { endsAtBlank && count > 0 && copy.start > copy.position }
    while let scalar = copy.peek(), scalar.isDigit, count < 4, !isAtBlank {
      value = value * 10 + Int(scalar.value - 0x30)
      copy.advance()
      count += 1
    }
    guard count > 0, copy.peek()?.isDigit != true || isAtBlank else { return nil }
    self = copy
    return value
  }

  /// 一…九十九, as ordinals are written; 两 and 半 are none.
  mutating func chineseOrdinal() -> Int? {
    var copy = self
    var value = 0
    var digit = 0
    var count = 0
    while let scalar = copy.peek(), count < 3 {
      if scalar == "十", value == 0 {
        value = max(digit, 1) * 10
        digit = 0
      } else if let read = scalar.chineseDigit, scalar != "两", read > 0, digit == 0 {
        digit = read
      } else {
        break
      }
      copy.advance()
      count += 1
    }
    guard count > 0 else { return nil }
    self = copy
    return value + digit
  }
}
