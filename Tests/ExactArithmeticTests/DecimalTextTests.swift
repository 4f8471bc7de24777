@testable import ExactArithmetic
import Testing

/// The number grammar of data: what it takes, what it refuses, and that both readers agree.
@Suite struct DecimalTextTests {
  private func fraction(_ numerator: Int128, _ denominator: Int128) -> DecimalText.Reading? {
    Rational(numerator: numerator, denominator: denominator).map { .value($0) }
  }

  @Test(
    arguments: [
      ("0", 0, 1), ("-0", 0, 1), ("0.0", 0, 1), ("-0.00", 0, 1), ("7", 7, 1), ("007", 7, 1), ("-12", -12, 1),
      ("0.2", 1, 5), ("65.70", 657, 10), ("-0.05", -1, 20), ("1.50", 3, 2), ("00.50", 1, 2),
      ("10.01", 1_001, 100),
      ("0.000000000000000001", 1, 1_000_000_000_000_000_000),
      ("0.0000000000000000001", 1, 10_000_000_000_000_000_000),
      ("9223372036854775807", Int128(Int64.max), 1), ("9223372036854775808", 1 << 63, 1),
      ("-9223372036854775808", Int128(Int64.min), 1), ("-9223372036854775809", -(1 << 63) - 1, 1),
      ("18446744073709551615", 1 << 64 - 1, 1), ("18446744073709551616", 1 << 64, 1),
      ("18446744073709551617.5", 36_893_488_147_419_103_235, 2),
      ("-170141183460469231731687303715884105728", Int128.min, 1),
    ] as [(String, Int128, Int128)])
  func numbersAreKeptExactly(_ text: String, _ numerator: Int128, _ denominator: Int128) {
    #expect(DecimalText.parse(text.utf8) == fraction(numerator, denominator))
  }

  @Test(arguments: [
    "", "-", ".", "-.", ".5", "5.", "-.5", "-5.", "1e3", "1E3", "+5", "--5", "5-", "0x10", "1,000", "1.2.3",
    "1..2",
    "００", "０.５", "٣", "五", "½", "①", "1 000", " 5", "5 ", "5\n", "\t5", "NaN", "inf", "∞", "−5", "—", "5%",
    "0。5", "1/2", "1_000", "\u{FEFF}5", "5\u{0}", "5\u{0301}", "l0", "O",
  ])
  func everythingElseIsNotANumber(_ text: String) {
    #expect(DecimalText.parse(text.utf8) == .notANumber)
    #expect(ScaledDecimal(ascii: Array(text.utf8)[...]) == nil)
  }

  @Test func everyByteThatIsNotOfTheGrammarIsRefusedEverywhere() {
    let grammar = Set("0123456789-.".utf8)
    for byte in UInt8.min...UInt8.max where !grammar.contains(byte) {
      for text in [[byte], [byte, 0x35], [0x35, byte], [0x35, byte, 0x35], [0x35, 0x2E, byte]] {
        #expect(DecimalText.parse(text) == .notANumber, "\(text)")
        #expect(ScaledDecimal(ascii: text[...]) == nil, "\(text)")
      }
    }
  }

  @Test func fortyDigitsAreReadAndFortyOneAreNot() throws {
    let forty = String(repeating: "9", count: 40)
    let power = try #require(BigInteger(decimalDigits: Array(("1" + String(repeating: "0", count: 40)).utf8)))
    let value = Rational(power) - 1
    #expect(DecimalText.parse(forty.utf8) == .value(value))
    #expect(DecimalText.parse("-\(forty)".utf8) == .value(-value))
    #expect(DecimalText.parse("\(forty)1".utf8) == .tooLong)
    #expect(DecimalText.parse("-\(forty)1".utf8) == .tooLong)
  }

  @Test func digitsOnBothSidesOfThePointCountTogether() throws {
    let twenty = String(repeating: "3", count: 20)
    let text = "\(twenty).\(twenty)"
    guard case .value(let value) = DecimalText.parse(text.utf8) else {
      Issue.record("\(text) is a number")
      return
    }
    #expect(value.decimalText == text)
    #expect(DecimalText.parse("\(text)3".utf8) == .tooLong)
    #expect(DecimalText.parse("3\(text)".utf8) == .tooLong)
  }

  @Test func leadingZerosCountAsDigitsInBothReaders() {
    let five = String(repeating: "0", count: 39) + "5"
    #expect(DecimalText.parse(five.utf8) == .value(5))
    #expect(ScaledDecimal(ascii: Array(five.utf8)[...])?.mantissa == 5)
    #expect(DecimalText.parse("0\(five)".utf8) == .tooLong)
    #expect(ScaledDecimal(ascii: Array("0\(five)".utf8)[...]) == nil)
  }

  @Test func aTextThatIsNoNumberIsNotCalledTooLong() {
    let digits = String(repeating: "1", count: 100_000)
    #expect(DecimalText.parse(digits.utf8) == .tooLong)
    #expect(DecimalText.parse("\(digits)x".utf8) == .notANumber)
    #expect(DecimalText.parse("\(digits).".utf8) == .notANumber)
  }

  @Test(
    arguments: [
      ("0", 0, 0), ("-0", 0, 0), ("12", 12, 0), ("-12.50", -1250, 2), ("0.05", 5, 2), ("1.5", 15, 1),
      ("1.50", 150, 2),
      ("9223372036854775807", Int64.max, 0), ("-9223372036854775808", Int64.min, 0),
      ("-9.223372036854775808", Int64.min, 18), ("0.000000000000000001", 1, 18),
    ] as [(String, Int64, UInt8)])
  func compactNumbersKeepTheirDigits(_ text: String, _ mantissa: Int64, _ scale: UInt8) throws {
    let decimal = try #require(ScaledDecimal(ascii: Array(text.utf8)[...]))
    #expect(decimal.mantissa == mantissa)
    #expect(decimal.scale == scale)
    #expect(decimal == ScaledDecimal(mantissa: mantissa, scale: scale))
    #expect(decimal.rational.isCanonical)
    #expect(DecimalText.parse(text.utf8) == .value(decimal.rational))
  }

  @Test(arguments: [
    "9223372036854775808", "-9223372036854775809", "18446744073709551616", "99999999999999999999",
    "0.0000000000000000001", "0.0000000000000000000", "1.0000000000000000000",
  ])
  func numbersTooWideForTheCompactFormAreStillNumbers(_ text: String) {
    #expect(ScaledDecimal(ascii: Array(text.utf8)[...]) == nil)
    guard case .value = DecimalText.parse(text.utf8) else {
      Issue.record("\(text) is a number")
      return
    }
  }

  @Test func theCompactFormReadsPartOfALargerText() {
    let row = Array("甲,12.5,乙".utf8)
    #expect(ScaledDecimal(ascii: row[4..<8]) == ScaledDecimal(mantissa: 125, scale: 1))
    #expect(ScaledDecimal(ascii: row[4..<4]) == nil)
    #expect(DecimalText.parse(row[4..<8]) == fraction(25, 2))
  }

  @Test func aScaleAbove18IsRefused() {
    #expect(ScaledDecimal(mantissa: 1, scale: 18) != nil)
    #expect(ScaledDecimal(mantissa: 1, scale: 19) == nil)
    #expect(ScaledDecimal(mantissa: 1, scale: .max) == nil)
  }

  @Test func writtenDecimalsAreReadBackAsTheSameNumber() {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<600 {
      let power = (0..<Int.random(in: 0...20, using: &generator)).reduce(1 as Int128) { value, _ in value * 10
      }
      let numerator = generator.wholeNumber() >> 30
      guard let number = Rational(numerator: numerator, denominator: power), let text = number.decimalText
      else {
        Issue.record("\(numerator)/\(power) is a finite decimal")
        continue
      }
      #expect(DecimalText.parse(text.utf8) == .value(number), "\(text)")
      if let compact = ScaledDecimal(ascii: Array(text.utf8)[...]) { #expect(compact.rational == number) }
    }
  }
}
