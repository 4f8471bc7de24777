package import ExactArithmetic
package import RulebookText

/// A number as it stands in a text.
package struct Numeral {
  /// Its exact value.
  package var value: Rational
  /// Where it stands.
  package var range: TextRange
  /// Whether it was written 百分之…, which needs no % behind it.
  package var isPercent = false
}

/// What reading a number came to.
package enum NumeralReading {
  /// A number.
  case number(Numeral)
  /// Something meant as a number but written in a way that cannot be trusted; what it should probably be.
  case malformed(TextRange, suggestion: String)
  /// More digits than any figure of a rulebook needs.
  case tooLong(TextRange)
}

extension Cursor {
  /// Reads a number in any of its official spellings, or nothing.
  ///
  /// 0.2, ０．２, 1/4, 一…十百千, 两, 半, 四分之一, 百分之二十五.
  package mutating func number() -> Numeral? {
    guard isAtNumeral else { return nil }
    var copy = self
    guard case .number(let numeral)? = copy.numeral() else { return nil }
    self = copy
    return numeral
  }

  /// Goes past a figure whole, also one that is too long; not past one that cannot be read (00), of which the last
  /// digit may be one that can.
  package mutating func passFigure() -> Bool {
    var copy = self
    switch copy.numeral() {
    case .number, .tooLong:
      self = copy
      return true
    case .malformed, nil: return false
    }
  }

  /// Reads a number, or what was meant as one, or nothing.
  package mutating func numeral() -> NumeralReading? {
    guard let first = peek(), first.mayBeginNumeral else { return nil }
    if first.isDigit { return plainDecimal().map { .number($0) } ?? decimal() }
    if ["O", "o", "."].contains(first), let misprint = misprintedStart() { return misprint }
    if let other = otherNumeral() { return other }
    if first == "百", isAt(word: "百分之") {
      let start = self.start
      var copy = self
      _ = copy.eat(word: "百分之")
      guard let percent = copy.number() else { return nil }
      self = copy
      return .number(Numeral(value: percent.value, range: TextRange(start, position), isPercent: true))
    }
    return chineseNumeral().map { .number($0) }
  }

  /// Reads digits with an optional fraction part or denominator.
  private mutating func decimal() -> NumeralReading? {
    let start = self.start
    var text: [UInt8] = []
    digits(into: &text)
    if let misprint = misprintedPoint(after: text, from: start) ?? parted(text, from: start) {
      return misprint
    }
    if text.count > 1, text[0] == UInt8(ascii: "0"), peek() != "." {
      let suggestion = "0." + String(decoding: text.dropFirst(), as: UTF8.self)
      return .malformed(TextRange(start, position), suggestion: suggestion)
    }
    var copy = self
    if copy.eat("."), copy.peek()?.isDigit == true {
      text.append(UInt8(ascii: "."))
      copy.digits(into: &text)
      self = copy
      if let misprint = parted(text, from: start) { return misprint }
    } else if isAtDenominator {
      return fraction(numerator: text, from: start)
    }
    let range = TextRange(start, position)
    guard case .value(let value) = DecimalText.parse(text) else { return .tooLong(range) }
    return .number(Numeral(value: value, range: range))
  }

  private var isAtDenominator: Bool {
    var copy = self
    return copy.eat("/") && copy.peek()?.isDigit == true
  }

  private mutating func fraction(numerator: [UInt8], from start: Int) -> NumeralReading? {
    _ = eat("/")
    var denominator: [UInt8] = []
    digits(into: &denominator)
    let range = TextRange(start, position)
    guard numerator.count <= Limits.digits, denominator.count <= Limits.digits,
      case .value(let above) = DecimalText.parse(numerator),
      case .value(let below) = DecimalText.parse(denominator)
    else { return .tooLong(range) }
    guard let value = above.divided(by: below) else { return .malformed(range, suggestion: "1/4") }
    return .number(Numeral(value: value, range: range))
  }

  /// Reads digits that stand together; a blank parts two figures.
  mutating func digits(into text: inout [UInt8]) {
    var isFirst = true
    while let scalar = peek(), scalar.isDigit, isFirst || start == position {
      text.append(UInt8(scalar.value))
      advance()
      isFirst = false
    }
  }

  /// Reads 一, 十二, 二十五, 一百零五, 两, 半, 四分之一.
  private mutating func chineseNumeral() -> Numeral? {
    let start = self.start
    var copy = self
    if copy.eat("半") {
      guard let half = Rational(1).divided(by: Rational(2)) else { return nil }
      self = copy
      return Numeral(value: half, range: TextRange(start, position))
    }
    guard let whole = copy.chineseInteger() else { return nil }
    var fraction = copy
    if fraction.eat(word: "分之"), let part = fraction.chineseInteger(),
      let value = Rational(part).divided(by: Rational(whole))
    {
      self = fraction
      return Numeral(value: value, range: TextRange(start, position))
    }
    self = copy
    return Numeral(value: Rational(whole), range: TextRange(start, position))
  }

  private mutating func chineseInteger() -> Int? {
    spelledInteger {
      $0.chineseDigit
    } unit: {
      $0.chineseUnit
    }
  }

  /// Reads digits and units by turns, 一百零五; `digit` and `unit` say what a scalar counts.
  mutating func spelledInteger(
    digit: (Unicode.Scalar) -> Int?, unit: (Unicode.Scalar) -> Int?
  ) -> Int? {
    var total = 0
    var pending: Int?
    var count = 0
    while let scalar = peek(), count < 8 {
      if let digit = digit(scalar) {
        if let before = pending, before != 0 { return nil }  // 三五次 is no number
        pending = digit
      } else if let unit = unit(scalar), !isAt(word: "百分之"), !isAt(word: "百分点") {
        total += (pending ?? 1) * unit
        pending = nil
      } else {
        break
      }
      advance()
      count += 1
    }
    return count == 0 ? nil : total + (pending ?? 0)
  }
}

extension Unicode.Scalar {
  /// An ASCII digit; full-width ones have been folded to it.
  package var isDigit: Bool { value >= 0x30 && value <= 0x39 }

  /// 0…9 for 零一二三四五六七八九 and 〇 两; `nil` for anything else.
  package var chineseDigit: Int? {
    switch self {
    case "零", "〇": 0
    case "一": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  /// 10, 100, 1000 for 十百千.
  package var chineseUnit: Int? {
    switch self {
    case "十": 10
    case "百": 100
    case "千": 1000
    default: nil
    }
  }
}
