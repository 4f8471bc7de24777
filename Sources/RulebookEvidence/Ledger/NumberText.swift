import ExactArithmetic
import RulebookSyntax
import RulebookText

/// A number with a word behind it, such as `2起` or `95%`, and how it should be written where it is neither.
struct NumberText: Sendable {
  /// The number in the grammar of `DecimalText`; empty where the text does not start with one.
  let digits: [UInt8]
  /// What stands behind the number.
  let word: [UInt8]
  /// Everything, spaces left out.
  private let text: [UInt8]
  /// Whether a space stands inside the number.
  private let isParted: Bool

  /// Reads the pieces of a cell between spaces, width folded.
  init(_ pieces: [[UInt8]]) {
    isParted = zip(pieces, pieces.dropFirst()).contains { left, right in
      Self.isNumeral(left.last) && Self.isNumeral(right.first)
    }
    let joined = Array(pieces.joined())
    // U+2212 is a minus sign too.
    text = joined.starts(with: [0xE2, 0x88, 0x92]) ? [UInt8(ascii: "-")] + joined.dropFirst(3) : joined
    let end = isParted ? 0 : Self.endOfNumber(in: text)
    digits = Array(text[..<end])
    word = Array(text[end...])
  }

  /// Whether what stands behind the number is a word rather than more of a number.
  var hasPlainWord: Bool {
    guard let first = word.first, first >= 0x80 || first == UInt8(ascii: "%") else { return false }
    return !word.contains { Self.isDigit($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isNumeral(_ byte: UInt8?) -> Bool {
    byte.map { isDigit($0) || $0 == UInt8(ascii: ".") } ?? false
  }

  /// The end of `-?[0-9]+(\.[0-9]+)?` at the start of `text`; 0 where there is none.
  private static func endOfNumber(in text: [UInt8]) -> Int {
    let start = text.first == UInt8(ascii: "-") ? 1 : 0
    let whole = endOfDigits(in: text, from: start)
    guard whole > start else { return 0 }
    guard whole < text.count, text[whole] == UInt8(ascii: ".") else { return whole }
    let fraction = endOfDigits(in: text, from: whole + 1)
    return fraction > whole + 1 ? fraction : whole
  }

  private static func endOfDigits(in text: [UInt8], from start: Int) -> Int {
    text[start...].firstIndex { !isDigit($0) } ?? text.count
  }
}

extension NumberText {
  /// What to write instead.
  var remedy: String {
    if let meant { return "写成“\(meant)”" }
    if let spelt { return "里面有字母，不是数字；应是“\(spelt)”的，改成“\(spelt)”" }
    let words = String(decoding: text, as: UTF8.self)
    if Self.nothing.contains(words) { return "没有发生就删去这一行，是零就写“0”" }
    return "写成数字，例如“2”或“0.5”"
  }

  static let nothing: Set<String> = ["-", "—", "——", "–", "无", "没有", "空", "未发生"]

  /// The number that was meant, where there can be no doubt.
  private var meant: String? {
    if isParted { return isAllNumeral(text) ? String(decoding: text, as: UTF8.self) : nil }
    if let first = text.first, first == UInt8(ascii: "."), isAllDigits(text.dropFirst()) {
      return "0" + String(decoding: text, as: UTF8.self)
    }
    if text.first == UInt8(ascii: "+"), isAllNumeral(text.dropFirst()) {
      return String(decoding: text.dropFirst(), as: UTF8.self)
    }
    if !digits.isEmpty, word == [UInt8(ascii: ".")] { return String(decoding: digits, as: UTF8.self) }
    return ungrouped ?? spoken
  }

  /// The number with digits for the letters that look like them (9O.5); nil where there are none, or more than these.
  private var spelt: String? {
    let digits = text.map { byte in
      switch byte {
      case UInt8(ascii: "O"), UInt8(ascii: "o"): UInt8(ascii: "0")
      case UInt8(ascii: "l"), UInt8(ascii: "I"): UInt8(ascii: "1")
      default: byte
      }
    }
    guard digits != text, text.contains(where: { Self.isDigit($0) }), isAllNumeral(digits) else { return nil }
    return String(decoding: digits, as: UTF8.self)
  }

  private func isAllDigits(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { Self.isDigit($0) }
  }

  private func isAllNumeral(_ bytes: some Collection<UInt8>) -> Bool {
    let number = Array(bytes)
    return !number.isEmpty && Self.endOfNumber(in: number) == number.count
  }

  /// `1,000` without its commas; nil where the commas do not part thousands.
  private var ungrouped: String? {
    let groups = text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard groups.count > 1, let first = groups.first, isAllDigits(first), first.count <= 3 else { return nil }
    guard let last = groups.last, last.count >= 3, isAllNumeral(last) else { return nil }
    guard last.prefix(3).allSatisfy({ Self.isDigit($0) }),
      last.count == 3 || last[last.startIndex + 3] == UInt8(ascii: "."),
      groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 && isAllDigits($0) })
    else { return nil }
    return String(decoding: groups.joined(), as: UTF8.self)
  }

  /// The value of a numeral in 汉字: 两, 二十一, 半.
  private var spoken: String? {
    guard !text.contains(where: { Self.isDigit($0) }) else { return nil }
    var cursor = Cursor(text, TextRange(0, text.count))
    guard let numeral = cursor.number(), !numeral.isPercent, cursor.isAtEnd else { return nil }
    return numeral.value.decimalText
  }
}
