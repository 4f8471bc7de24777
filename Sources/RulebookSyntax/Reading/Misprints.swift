import RulebookText

/// Figures of points that are written in a way that is not read, with what to write instead.
extension Cursor {
  /// `0。2分`, `0·2分`, `O.2分`, `1O分`: a figure with a look-alike in it.
  mutating func misprintedPoint(after whole: [UInt8], from start: Int) -> NumeralReading? {
    var copy = self
    var corrected = whole
    guard let mark = copy.peek() else { return nil }
    switch mark {
    case "。", "·", "・", "点": corrected.append(UInt8(ascii: "."))
    case "," where whole == [UInt8(ascii: "0")]: corrected.append(UInt8(ascii: "."))
    case "O", "o": corrected.append(UInt8(ascii: "0"))
    case "l", "I": corrected.append(UInt8(ascii: "1"))
    default: return nil
    }
    copy.advance()
    let isPoint = corrected.last == UInt8(ascii: ".")
    if isPoint, copy.peek()?.isDigit != true { return nil }
    copy.digits(into: &corrected)
    guard copy.peek() == "分" || copy.peek() == "%" else { return nil }
    // 9点30分 is a time of the day.
    if mark == "点", corrected.count > whole.count + 2 { return nil }
    self = copy
    return .malformed(TextRange(start, position), suggestion: String(decoding: corrected, as: UTF8.self))
  }

  /// `O.2分`, `.2分`: a figure that begins with a look-alike, or with its point.
  mutating func misprintedStart() -> NumeralReading? {
    var copy = self
    let start = copy.start
    var digits: [UInt8] = []
    while let scalar = copy.peek(), scalar.isDigit || ["O", "o", "."].contains(scalar), digits.count < 8 {
      if scalar.isDigit { digits.append(UInt8(scalar.value)) }
      copy.advance()
    }
    guard !digits.isEmpty, copy.peek() == "分" else { return nil }
    self = copy
    return .malformed(TextRange(start, position), suggestion: "0." + String(decoding: digits, as: UTF8.self))
  }

  /// `1 2分`: a figure that a blank has parted, which may be 12 or 1.2.
  mutating func parted(_ text: [UInt8], from start: Int) -> NumeralReading? {
    var copy = self
    var joined = text
    while copy.peek()?.isDigit == true, copy.start > copy.position { copy.digits(into: &joined) }
    guard joined.count > text.count, copy.isAtPoints else { return nil }
    self = copy
    return .malformed(TextRange(start, position), suggestion: String(decoding: joined, as: UTF8.self))
  }

  /// `伍分`, `一点五分`, `⑤分`, `½分`: numerals that no figure of points is written in.
  mutating func otherNumeral() -> NumeralReading? {
    var copy = self
    let start = copy.start
    guard let suggestion = copy.signNumeral() ?? copy.spokenNumeral(), copy.isAtPoints else { return nil }
    self = copy
    return .malformed(TextRange(start, position), suggestion: suggestion)
  }

  /// ⑤, ⑸, ⒌, ㈤, Ⅴ, ½: a number that is one sign.
  private mutating func signNumeral() -> String? {
    guard let found = peek()?.signNumber else { return nil }
    advance()
    return found
  }

  /// 伍, 贰拾, 一点五, 零点二, 点五: formal numerals, and a decimal as it is said.
  private mutating func spokenNumeral() -> String? {
    var copy = self
    var isFormal = false
    let whole = copy.spelledInteger {
      $0.spokenDigit(&isFormal)
    } unit: {
      $0.spokenUnit(&isFormal)
    }
    var decimals = ""
    if copy.eat("点") {
      while let digit = copy.peek()?.spokenDigit(&isFormal) ?? copy.peek()?.plainDigit {
        decimals += "\(digit)"
        copy.advance()
      }
      guard !decimals.isEmpty else { return nil }
    }
    guard isFormal && whole != nil || !decimals.isEmpty else { return nil }
    self = copy
    return "\(whole ?? 0)" + (decimals.isEmpty ? "" : "." + decimals)
  }

  /// Whether 分 comes next, as points: not the 分 of 分钟, 分之, 分点.
  package var isAtPoints: Bool {
    guard let word = next(), word.scalar == "分" else { return false }
    let behind = next(from: word.end)?.scalar
    return behind != "之" && behind != "点" && behind != "钟"
  }

  /// Whether 十分 comes next and means 很 (取得十分显著的成效), not ten points.
  package var isAtVery: Bool {
    var copy = self
    guard copy.eat(word: "十分"), let next = copy.peek(), next.isIdeograph else { return false }
    return !"的者以为至到后起则并且或和及直计最每各扣加得减。".unicodeScalars.contains(next)
  }
}

extension Unicode.Scalar {
  /// A digit in 汉字, plain or formal (壹贰叁); `isFormal` is set by a formal one.
  fileprivate func spokenDigit(_ isFormal: inout Bool) -> Int? {
    if let digit = chineseDigit { return digit }
    let digit: Int? =
      switch self {
      case "壹": 1
      case "贰": 2
      case "叁": 3
      case "肆": 4
      case "伍": 5
      case "陆": 6
      case "柒": 7
      case "捌": 8
      case "玖": 9
      default: nil
      }
    isFormal = isFormal || digit != nil
    return digit
  }

  /// 十百千, plain or formal (拾佰仟).
  fileprivate func spokenUnit(_ isFormal: inout Bool) -> Int? {
    if let unit = chineseUnit { return unit }
    let unit: Int? =
      switch self {
      case "拾": 10
      case "佰": 100
      case "仟": 1000
      default: nil
      }
    isFormal = isFormal || unit != nil
    return unit
  }

  /// What a sign that is a number in itself says: ⑤, ⑸, ⒌, ㈤, Ⅴ, ½.
  fileprivate var signNumber: String? {
    // No ideograph and no ASCII is one.
    if isASCII || value >= 0x4E00 { return nil }
    switch self {
    case "½": return "0.5"
    case "¼": return "0.25"
    case "¾": return "0.75"
    default: break
    }
    let series: [ClosedRange<UInt32>] = [
      0x2460...0x2473, 0x2474...0x2487, 0x2488...0x249B, 0x3220...0x3229, 0x2160...0x216B, 0x2776...0x277F,
    ]
    return series.first { $0.contains(value) }.map { "\(value - $0.lowerBound + 1)" }
  }

  /// Whether a number may begin with it, be it one that is not read (伍, ⑤).
  package var mayBeginFigure: Bool {
    var isFormal = false
    return isNumeral || signNumber != nil || spokenDigit(&isFormal) != nil || spokenUnit(&isFormal) != nil
  }

  /// 0…9.
  fileprivate var plainDigit: Int? { isDigit ? Int(value - 0x30) : nil }
}
