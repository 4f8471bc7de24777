import ExactArithmetic
import RulebookSyntax
import RulebookText

/// The last four scalars gone past.
private struct LastScalars {
  private var scalars: (Unicode.Scalar, Unicode.Scalar, Unicode.Scalar, Unicode.Scalar) = (
    "\0", "\0", "\0", "\0"
  )
  private var count = 0

  mutating func append(_ scalar: Unicode.Scalar) {
    scalars = (scalars.1, scalars.2, scalars.3, scalar)
    count = min(count + 1, 4)
  }

  var all: [Unicode.Scalar] { [scalars.0, scalars.1, scalars.2, scalars.3].suffix(count) }
}

/// Reads official words for what brackets are compared with; titles in 《》 are left out.
struct OfficialWords {
  let source: SourceText
  /// Measure words that 【量词】 adds.
  let measureWords: [String]

  /// A number in the official words.
  struct Number {
    var value: Rational
    /// Its measure word; 分 for points.
    var unit: String?
    /// Where it stands, measure word included.
    var range: TextRange
    /// Whether it says how long a step is (每2次, 少一次) rather than how much is asked for.
    var isStep: Bool
    /// Whether it is a mark that is spoken of (满分100分, 60分以上) rather than a worth.
    var isMark: Bool
  }

  /// The numbers in `ranges`, in order; ordinals (第2季度) and years are none.
  func numbers(in ranges: [TextRange]) -> [Number] {
    all(in: ranges, beginning: \.mayBeginFigure) { cursor, before in
      guard cursor.peek()?.mayBeginFigure == true, before.last != "第" else { return nil }
      let isStep = Self.endsInStepWord(before)
      let start = cursor.start
      guard let (value, unit) = readNumber(&cursor) else { return nil }
      return Number(
        value: value, unit: unit, range: TextRange(start, cursor.position), isStep: isStep,
        isMark: Self.speaksOfMark(before, cursor))
    }.filter { !$0.isYear }
  }

  /// The figures of points (N分) in `ranges`.
  func points(in ranges: [TextRange]) -> [Number] { numbers(in: ranges).filter { $0.unit == "分" } }

  /// What `read` finds in `ranges`, at each place where it finds something; it is told the four scalars before.
  ///
  /// Only places are looked at where a scalar stands with which something may begin.
  func all<Found>(
    in ranges: [TextRange], beginning mayBegin: (Unicode.Scalar) -> Bool,
    read: (inout Cursor, _ before: [Unicode.Scalar]) -> Found?
  ) -> [Found] {
    var found: [Found] = []
    for range in ranges {
      var cursor = Cursor(source.bytes, range)
      var before = LastScalars()
      while let scalar = cursor.peek() {
        if scalar == "《" {
          while let inside = cursor.peek(), inside != "》" { cursor.advance() }
        }
        if mayBegin(scalar) {
          var copy = cursor
          if let next = read(&copy, before.all), copy.position > cursor.position {
            found.append(next)
            cursor = copy
            before = LastScalars()
            continue
          }
        }
        cursor.advance()
        before.append(scalar)
      }
    }
    return found
  }

  private func readNumber(_ cursor: inout Cursor) -> (Rational, String?)? {
    if cursor.isAtVery { return nil }
    var measured = cursor
    if let quantity = measured.quantity(extra: measureWords) {
      cursor = measured
      return (quantity.value, quantity.unit)
    }
    guard let numeral = number(&cursor) else { return nil }
    return (numeral, cursor.isAtPoints && cursor.eat("分") ? "分" : nil)
  }

  /// A number, or what a misprinted one (0。2) was meant to be.
  private func number(_ cursor: inout Cursor) -> Rational? {
    switch cursor.numeral() {
    case .number(let numeral)?: return numeral.value
    case .malformed(_, let suggestion)?:
      guard case .value(let value) = DecimalText.parse(suggestion.utf8) else { return nil }
      return value
    case .tooLong?, nil: return nil
    }
  }

  /// 满分 and comparing words before a figure, 以上 and 以下 behind it.
  private static func speaksOfMark(_ before: [Unicode.Scalar], _ cursor: Cursor) -> Bool {
    let word = String(String.UnicodeScalarView(before.suffix(2)))
    return ["满分", "总分", "总计", "低于", "高于", "达到", "不足", "少于"].contains(word)
      || ["以上", "以下", "及以", "(含"].contains { cursor.isAt(word: $0) }
  }

  /// What moves a value, behind 每 and before a step.
  private static let moves = ["下降", "降低", "减少", "低于", "提高", "上升", "增加", "增长", "超过", "超出", "高于", "相差"]

  /// 每, 少, 缺 and 超 before a number make it a step; 至少, 不少 and 不超 do not.
  private static func endsInStepWord(_ before: [Unicode.Scalar]) -> Bool {
    // 每下降1%
    if before.count > 2, before[before.count - 3] == "每",
      moves.contains(String(String.UnicodeScalarView(before.suffix(2))))
    {
      return true
    }
    switch before.last {
    case "每", "缺": return true
    case "少", "超": return before.dropLast().last != "至" && before.dropLast().last != "不"
    default: return false
    }
  }
}

extension OfficialWords.Number {
  /// 2013年
  fileprivate var isYear: Bool { unit == "年" && value >= 1900 && value <= 2999 }
}
