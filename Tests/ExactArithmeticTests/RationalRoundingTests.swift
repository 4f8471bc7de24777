import ExactArithmetic
import Testing

/// A fraction, the places it is rounded to, and the text wanted.
struct RoundingCase: CustomTestStringConvertible {
  let numerator: Int128
  let denominator: Int128
  let places: Int
  let text: String

  init(_ numerator: Int128, _ denominator: Int128, _ places: Int, _ text: String) {
    self.numerator = numerator
    self.denominator = denominator
    self.places = places
    self.text = text
  }

  var testDescription: String { "\(numerator)/\(denominator) to \(places)" }

  static let all: [RoundingCase] = [
    // A half goes away from zero, on both sides.
    RoundingCase(1, 2, 0, "1"),
    RoundingCase(-1, 2, 0, "-1"),
    RoundingCase(3, 2, 0, "2"),
    RoundingCase(5, 2, 0, "3"),
    RoundingCase(-5, 2, 0, "-3"),
    RoundingCase(5, 1_000, 2, "0.01"),
    RoundingCase(-5, 1_000, 2, "-0.01"),
    RoundingCase(2_345, 1_000, 2, "2.35"),
    RoundingCase(-2_345, 1_000, 2, "-2.35"),
    RoundingCase(2_355, 1_000, 2, "2.36"),
    RoundingCase(1_005, 1_000, 2, "1.01"),
    RoundingCase(99_995, 1_000, 2, "100.00"),
    // Just below and above the half.
    RoundingCase(4_999_999, 1_000_000_000, 2, "0.00"),
    RoundingCase(5_000_001, 1_000_000_000, 2, "0.01"),
    RoundingCase(1, 3, 2, "0.33"),
    RoundingCase(2, 3, 2, "0.67"),
    RoundingCase(-1, 3, 2, "-0.33"),
    RoundingCase(-2, 3, 2, "-0.67"),
    RoundingCase(1, 3, 0, "0"),
    RoundingCase(2, 3, 0, "1"),
    // Zero has no sign.
    RoundingCase(0, 1, 2, "0.00"),
    RoundingCase(-1, 1_000, 2, "0.00"),
    RoundingCase(-4, 10, 0, "0"),
    // Padding.
    RoundingCase(657, 10, 2, "65.70"),
    RoundingCase(-5, 100, 2, "-0.05"),
    RoundingCase(7, 1, 0, "7"),
    RoundingCase(7, 1, 3, "7.000"),
    RoundingCase(1, 1_000_000_000_000_000_000, 18, "0.000000000000000001"),
    RoundingCase(1, 3, 18, "0.333333333333333333"),
    RoundingCase(2, 3, 18, "0.666666666666666667"),
    // Around 64 bits and far behind.
    RoundingCase(Int128(Int64.max), 1, 2, "9223372036854775807.00"),
    RoundingCase(Int128(Int64.min), 1, 2, "-9223372036854775808.00"),
    RoundingCase(Int128(Int64.max), 2, 0, "4611686018427387904"),
    RoundingCase(Int128(Int64.min) - 1, 2, 0, "-4611686018427387905"),
    RoundingCase(1, Int128(Int64.max), 2, "0.00"),
    RoundingCase(Int128.max, 2, 0, "85070591730234615865843651857942052864"),
    RoundingCase(Int128.min, 3, 1, "-56713727820156410577229101238628035242.7"),
    // Places outside 0…18 count as the nearer end.
    RoundingCase(5, 2, -1, "3"),
    RoundingCase(5, 2, Int.min, "3"),
    RoundingCase(1, 3, 19, "0.333333333333333333"),
    RoundingCase(1, 3, Int.max, "0.333333333333333333"),
  ]
}

@Suite struct RationalRoundingTests {
  @Test(arguments: RoundingCase.all)
  func aHalfIsRoundedAwayFromZero(_ row: RoundingCase) throws {
    let number = try #require(Rational(numerator: row.numerator, denominator: row.denominator))
    #expect(number.fixedText(places: row.places) == row.text)
    #expect(DecimalText.parse(row.text.utf8) == .value(number.rounded(places: row.places)))
  }

  @Test(arguments: [
    (-3, 2, -2, -1), (-2, 2, -1, -1), (-1, 2, -1, 0), (0, 1, 0, 0), (1, 2, 0, 1), (2, 2, 1, 1), (3, 2, 1, 2),
    (7, 3, 2, 3), (-7, 3, -3, -2),
  ])
  func floorAndCeilingOfSmallFractions(
    _ numerator: Int, _ denominator: Int, _ floor: Int, _ ceiling: Int
  ) throws {
    let number = try #require(Rational(numerator: Int128(numerator), denominator: Int128(denominator)))
    #expect(number.floor == Rational(floor))
    #expect(number.ceiling == Rational(ceiling))
  }

  @Test(
    arguments: [
      (1, 1, "1"), (-3, 1, "-3"), (657, 10, "65.7"), (1, 4, "0.25"), (-1, 20, "-0.05"),
      (1, 1_024, "0.0009765625"),
      (7, 3_125, "0.00224"), (100, 1, "100"), (0, 5, "0"),
      (Int128.min, 5, "-34028236692093846346337460743176821145.6"),
    ] as [(Int128, Int128, String)])
  func finiteDecimalsAreWrittenWithoutTrailingZeros(
    _ numerator: Int128, _ denominator: Int128, _ text: String
  ) throws {
    let number = try #require(Rational(numerator: numerator, denominator: denominator))
    #expect(number.decimalText == text)
  }

  @Test(arguments: [3, 6, 7, 30, 999, 1 << 100 + 1] as [Int128])
  func endlessDecimalsHaveNoDecimalText(_ denominator: Int128) {
    #expect(Rational(numerator: 1, denominator: denominator)?.decimalText == nil)
    #expect(Rational(numerator: -11, denominator: denominator)?.decimalText == nil)
  }

  @Test func aFiniteDecimalFarBeyond128BitsIsWrittenInFull() throws {
    var number = Rational(1)
    let half = try #require(Rational(numerator: 1, denominator: 2))
    for _ in 0..<300 { number *= half }
    let text = try #require(number.decimalText)
    #expect(text.utf8.count == 302)
    #expect(text.hasPrefix("0.00000"))
    #expect(text.hasSuffix("5"))
    #expect(number.reciprocal?.isInteger == true)
  }
}
