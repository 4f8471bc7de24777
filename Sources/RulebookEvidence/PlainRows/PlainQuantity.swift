import ExactArithmetic
import RulebookModel
import RulebookSyntax
import RulebookText

/// What a quantity of one evidence looks like where nothing is to be said of it: digits, at most a point among them, at
/// most the evidence's own word behind them, within its bounds; or one of the words for yes and no; or nothing, where
/// that is once.
struct PlainQuantity: Sendable {
  /// A word of at most eight bytes.
  fileprivate struct Word: Sendable {
    let bytes: UInt64
    let length: Int

    init?(_ word: [UInt8]) {
      guard word.count <= 8 else { return nil }
      bytes = word.reversed().reduce(0) { $0 << 8 | UInt64($1) }
      length = word.count
    }
  }

  /// What numbers are allowed.
  fileprivate enum Numbers: Sendable {
    case none, whole, any
    /// At least and at most so many ten-thousandths.
    case between(Int64, Int64)
  }

  private let numbers: Numbers
  /// The words that may stand behind a number.
  private let units: [Word]
  /// The words for yes and for no.
  private let answers: [(word: Word, value: Int64)]
  /// Whether a number up to 1 without a word may have been meant as a percentage.
  private let mayBeShare: Bool
  /// Whether a blank cell means once.
  private let allowsBlank: Bool

  /// Digits of a number that is read here.
  private static let mostDigits = 15
  /// Digits behind the point, where bounds are compared.
  private static let mostPlaces: UInt8 = 4

  /// What is plain under a rule.
  init(_ rule: QuantityRule) {
    units = rule.ownWords.compactMap { Word($0) }
    allowsBlank = rule.kind == .yesNo || rule.kind == .count
    mayBeShare =
      rule.kind == .percentage || rule.kind == .completion || rule.kind == .score && rule.greatest == 100
    answers =
      rule.kind == .yesNo
      ? YesNoWords.all.compactMap { entry in Word(Array(entry.word.utf8)).map { ($0, entry.value) } } : []
    switch rule.kind {
    case .yesNo, .grade, .place: numbers = .none
    case .count: numbers = .whole
    case .money, .measurement, .percentage, .completion: numbers = .any
    case .score, .amount:
      let (low, high) = (Self.tenThousandths(rule.least ?? 0), Self.tenThousandths(rule.greatest))
      if let low, let high { numbers = .between(low, high) } else { numbers = .none }
    }
  }

  private static func tenThousandths(_ bound: Rational?) -> Int64? {
    guard let scaled = bound.map({ $0 * 10_000 }), scaled.isInteger, let whole = scaled.numeratorInt128
    else { return nil }
    return Int64(exactly: whole)
  }

  /// The number in the cell `start..<end`; nil where that is left to `QuantityRule`.
  @inline(__always)
  func read(_ bytes: Swift.Span<UInt8>, _ start: Int, _ end: Int) -> (mantissa: Int64, scale: UInt8)? {
    if start == end { return allowsBlank ? (1, 0) : nil }
    if case .none = numbers { return answer(bytes, start, end) }
    var position = start
    var mantissa: Int64 = 0
    while position < end, case let digit = bytes[position] &- 0x30, digit < 10 {
      mantissa = mantissa &* 10 &+ Int64(digit)
      position += 1
    }
    let whole = position - start
    guard whole > 0, whole == 1 || bytes[start] != 0x30 else { return nil }
    var scale: UInt8 = 0
    if position < end, bytes[position] == UInt8(ascii: ".") {
      position += 1
      let point = position
      while position < end, case let digit = bytes[position] &- 0x30, digit < 10 {
        mantissa = mantissa &* 10 &+ Int64(digit)
        position += 1
      }
      guard position > point, position - point <= Int(Self.mostPlaces) else { return nil }
      scale = UInt8(position - point)
    }
    guard position - start <= Self.mostDigits else { return nil }
    let hasWord = position < end
    if hasWord, !isUnit(bytes, position, end) { return nil }
    return isPlain(mantissa, scale, hasWord: hasWord) ? (mantissa, scale) : nil
  }

  private func answer(_ bytes: Swift.Span<UInt8>, _ start: Int, _ end: Int) -> (
    mantissa: Int64, scale: UInt8
  )? {
    for (word, value) in answers where word.stands(in: bytes, start, end) { return (value, 0) }
    return nil
  }

  private func isUnit(_ bytes: Swift.Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    units.contains { $0.stands(in: bytes, start, end) }
  }

  /// Whether nothing is to be said of a number.
  @inline(__always)
  private func isPlain(_ mantissa: Int64, _ scale: UInt8, hasWord: Bool) -> Bool {
    if case .whole = numbers { return scale == 0 }
    let value = mantissa &* Self.toTenThousandths(scale)
    if mayBeShare, !hasWord, value > 0, value <= 10_000 { return false }
    if case .between(let low, let high) = numbers {
      return mantissa < 1_000_000_000_000 && value >= low && value <= high
    }
    return true
  }

  @inline(__always)
  private static func toTenThousandths(_ scale: UInt8) -> Int64 {
    switch scale {
    case 0: 10_000
    case 1: 1_000
    case 2: 100
    case 3: 10
    default: 1
    }
  }
}

extension PlainQuantity.Word {
  /// Whether the cell `start..<end` is the word and nothing else.
  @inline(__always)
  fileprivate func stands(in bytes: Swift.Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start == length else { return false }
    var word: UInt64 = 0
    for offset in (0..<length).reversed() { word = word << 8 | UInt64(bytes[start + offset]) }
    return word == self.bytes
  }
}
