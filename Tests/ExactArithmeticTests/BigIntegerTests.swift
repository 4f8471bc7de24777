@testable import ExactArithmetic
import Testing

@Suite struct BigIntegerTests {
  private static let cases = 1_000

  private func number(_ text: String) throws -> BigInteger {
    try #require(BigInteger(describedBy: text))
  }

  @Test func quotientAndRemainderRebuildTheNumber() {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<Self.cases {
      let (number, divisor) = (generator.magnitude(), generator.magnitude())
      let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
      #expect(quotient * divisor + remainder == number)
      #expect(remainder < divisor || divisor.isZero)
    }
  }

  @Test func exactProductsDivideWithoutRemainder() {
    var generator = SeededGenerator(seed: 32)
    for _ in 0..<Self.cases {
      let (first, second) = (generator.magnitude(), generator.magnitude())
      guard !second.isZero else { continue }
      let (quotient, remainder) = (first * second).quotientAndRemainder(dividingBy: second)
      #expect(quotient == first)
      #expect(remainder.isZero)
    }
  }

  // Limbs for which the estimate of algorithm D is one too high and the divisor is added back
  // (Warren, Hacker's Delight, 9-2, widened to 64 bits), and others at its limits.
  @Test(
    arguments: [
      ([0, 0, 1 << 63, (1 << 63) - 1], [1, 0, 1 << 63]),
      ([3, 0, 1 << 63], [1, 0, 1 << 61]),
      ([0, .max - 1, 1 << 63], [.max, 1 << 63]),
      ([.max, .max, .max - 1, .max], [.max, .max]),
      ([0, 0, 1], [.max, 1]),
      ([.max, .max, .max, .max, .max], [0, 0, 1]),
    ] as [([UInt64], [UInt64])])
  func divisionCorrectsItsEstimate(_ limbs: [UInt64], _ divisorLimbs: [UInt64]) {
    let (number, divisor) = (Magnitude(limbs: limbs), Magnitude(limbs: divisorLimbs))
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    #expect(quotient * divisor + remainder == number)
    #expect(remainder < divisor)
  }

  @Test func subtractionUndoesAddition() {
    var generator = SeededGenerator(seed: 33)
    for _ in 0..<Self.cases {
      let first = BigInteger(generator.magnitude(), isNegative: Bool.random(using: &generator))
      let second = BigInteger(generator.magnitude(), isNegative: Bool.random(using: &generator))
      #expect(first + second - second == first)
      #expect((first < second) == ((first - second).signum < 0))
      #expect((first + second) * (first - second) == first * first - second * second)
      #expect(BigInteger(describedBy: first.description) == first)
    }
  }

  @Test func agreesWithInt128WhereThatReaches() {
    var generator = SeededGenerator(seed: 34)
    for _ in 0..<Self.cases {
      let (a, b) = (generator.wholeNumber(), generator.wholeNumber())
      #expect(BigInteger(a).int128 == a)
      #expect(BigInteger(a).description == a.description)
      #expect((BigInteger(a) < BigInteger(b)) == (a < b))
      let (sum, sumOverflow) = a.addingReportingOverflow(b)
      #expect((BigInteger(a) + BigInteger(b)).int128 == (sumOverflow ? nil : sum))
      let (product, productOverflow) = a.multipliedReportingOverflow(by: b)
      #expect((BigInteger(a) * BigInteger(b)).int128 == (productOverflow ? nil : product))
      guard b != 0, b != -1 else { continue }
      let result = BigInteger(a).quotientAndRemainder(dividingBy: BigInteger(b))
      #expect(result?.quotient.int128 == a / b)
      #expect(result?.remainder.int128 == a % b)
    }
  }

  @Test func theGreatestCommonDivisorIsTheGreatest() {
    var generator = SeededGenerator(seed: 35)
    for _ in 0..<250 {
      let shared = generator.magnitude()
      let first = BigInteger(generator.magnitude() * shared, isNegative: Bool.random(using: &generator))
      let second = BigInteger(generator.magnitude() * shared)
      let common = first.greatestCommonDivisor(with: second)
      #expect(common == second.greatestCommonDivisor(with: first))
      #expect(!common.isNegative)
      if common.isZero {
        #expect(first.isZero && second.isZero)
        continue
      }
      #expect(first.quotientAndRemainder(dividingBy: common)?.remainder.isZero == true)
      #expect(second.quotientAndRemainder(dividingBy: common)?.remainder.isZero == true)
      #expect(common.quotientAndRemainder(dividingBy: BigInteger(shared))?.remainder.isZero ?? shared.isZero)
      let rests = (first.quotient(by: common), second.quotient(by: common))
      #expect(rests.0.greatestCommonDivisor(with: rests.1) == BigInteger(1))
    }
  }

  @Test(arguments: [
    ("0", "0", "0"), ("0", "6", "6"), ("-4", "6", "2"), ("7", "13", "1"), ("-12", "-18", "6"),
    ("340282366920938463463374607431768211456", "36893488147419103232", "36893488147419103232"),
    (
      "2432902008176640000", "30414093201713378043612608166064768844377641568960512000000000000",
      "2432902008176640000"
    ),
  ])
  func greatestCommonDivisorsKnownBeforehand(_ first: String, _ second: String, _ common: String) throws {
    #expect(try number(first).greatestCommonDivisor(with: number(second)) == number(common))
  }

  @Test func divisionIsCutTowardsZeroAndRefusesZero() throws {
    let rows: [(Int128, Int128, Int128, Int128)] = [
      (7, 2, 3, 1), (-7, 2, -3, -1), (7, -2, -3, 1), (-7, -2, 3, -1), (0, 5, 0, 0), (1, 2, 0, 1),
    ]
    for (dividend, divisor, quotient, remainder) in rows {
      let result = try #require(BigInteger(dividend).quotientAndRemainder(dividingBy: BigInteger(divisor)))
      #expect(result == (BigInteger(quotient), BigInteger(remainder)))
    }
    #expect(BigInteger(7).quotientAndRemainder(dividingBy: BigInteger(0)) == nil)
    #expect(BigInteger(0).quotientAndRemainder(dividingBy: BigInteger(0)) == nil)
  }

  @Test func zeroHasNoSign() {
    #expect(-BigInteger(0) == BigInteger(0))
    #expect((-BigInteger(0)).hashValue == BigInteger(0).hashValue)
    #expect((BigInteger(-5) + BigInteger(5)).isNegative == false)
    #expect((BigInteger(-5) * BigInteger(0)).description == "0")
  }

  @Test func decimalDigitsAreReadAndWrittenAcrossLimbs() throws {
    for count in [1, 18, 19, 20, 37, 38, 39, 40, 57, 200] {
      for text in [
        "1" + String(repeating: "0", count: count - 1), String(repeating: "9", count: count),
      ] {
        #expect(try number(text).description == text)
        #expect(try number("000" + text).description == text)
        #expect(try number("-" + text).description == "-" + text)
      }
      let power = try number("1" + String(repeating: "0", count: count))
      #expect(BigInteger(.powerOfTen(count)) == power)
      #expect(try number(String(repeating: "9", count: count)) + BigInteger(1) == power)
    }
  }

  @Test(arguments: ["", "-", "1a", " 1", "1.0", "１", "+1", "--1"])
  func whatIsNotDigitsIsRefused(_ text: String) {
    #expect(BigInteger(decimalDigits: text.utf8) == nil)
  }

  @Test func theEndsOf128BitsAreConvertedBothWays() throws {
    let beyond = try number("170141183460469231731687303715884105728")
    #expect(beyond.int128 == nil)
    #expect((-beyond).int128 == Int128.min)
    #expect((beyond - BigInteger(1)).int128 == Int128.max)
    #expect((-beyond - BigInteger(1)).int128 == nil)
    #expect((beyond * beyond).int128 == nil)
    #expect(BigInteger(Int128.min).magnitude == beyond)
  }
}
