@testable import ExactArithmetic
import Testing

/// The forms of a number, and the limits where machine arithmetic would overflow.
@Suite struct RationalFormTests {
  private let least = Rational(Int.min)
  private let greatest = Rational(Int.max)

  @Test(
    arguments: [
      (4, 8, "1/2"), (-4, 8, "-1/2"), (4, -8, "-1/2"), (-4, -8, "1/2"), (0, -5, "0"), (6, 3, "2"),
      (-6, 3, "-2"),
      (657, 10, "657/10"), (Int128.min, Int128.min, "1"),
      (Int128.min, -1, "170141183460469231731687303715884105728"),
      (1, Int128.min, "-1/170141183460469231731687303715884105728"),
      (
        Int128.min, Int128.max,
        "-170141183460469231731687303715884105728/170141183460469231731687303715884105727"
      ),
      (Int128.min, 1 << 126, "-2"),
    ] as [(Int128, Int128, String)])
  func fractionsAreReducedWithThePositiveDenominator(
    _ numerator: Int128, _ denominator: Int128, _ text: String
  ) throws {
    let number = try #require(Rational(numerator: numerator, denominator: denominator))
    #expect(number.description == text)
    #expect(number.isCanonical)
  }

  @Test func aZeroDenominatorIsRefused() {
    #expect(Rational(numerator: 1, denominator: 0) == nil)
    #expect(Rational(numerator: 0, denominator: 0) == nil)
    #expect(Rational(numerator: BigInteger(1), denominator: BigInteger(0)) == nil)
    #expect(Rational.zero.reciprocal == nil)
    #expect(greatest.divided(by: 0) == nil)
  }

  @Test func nothingOverflowsAtTheEndsOf64Bits() {
    #expect((-least).description == "9223372036854775808")
    #expect(least.magnitude == -least)
    #expect((greatest + 1) == -least)
    #expect((least - 1).description == "-9223372036854775809")
    #expect((least + least).description == "-18446744073709551616")
    #expect((least * least).description == "85070591730234615865843651857942052864")
    #expect((least * -1) == -least)
    #expect((greatest - least).description == "18446744073709551615")
    #expect(least.reciprocal?.description == "-1/9223372036854775808")
    #expect(least.divided(by: least) == 1)
    #expect(least.divided(by: -1) == -least)
    #expect(least.floor == least)
    #expect((-least).ceiling == -least)
    #expect(least < greatest)
    #expect(least < -least)
    #expect(greatest < -least)
  }

  @Test func fractionsAtTheEndsOf64BitsAddAndMultiply() throws {
    let tiny = try #require(Rational(numerator: 1, denominator: Int128(Int64.max)))
    let wide = try #require(Rational(numerator: Int128(Int64.min), denominator: Int128(Int64.max)))
    #expect(wide + wide == wide * 2)
    #expect((wide + wide).description == "-18446744073709551616/9223372036854775807")
    #expect(wide * wide - wide * wide == 0)
    #expect(wide + tiny == -1)
    #expect(tiny * greatest == 1)
    #expect((tiny * tiny).reciprocal == greatest * greatest)
  }

  @Test func aNumberThatComesBackInto64BitsIsTheSameNumber() {
    let back = greatest + 1 - 1
    #expect(back == greatest)
    #expect(back.hashValue == greatest.hashValue)
    #expect(-(greatest + 1) == least)
    #expect((-(greatest + 1)).hashValue == least.hashValue)
    #expect(Set([back, greatest, -(-least), least]).count == 2)
    #expect(back.isCanonical && (-(-least)).isCanonical)
  }

  @Test func bigNumbersThatAreEqualHashEqually() {
    let first = greatest * greatest + 1
    let second = 1 + greatest * greatest
    #expect(first == second)
    #expect(first.hashValue == second.hashValue)
    #expect(first != first + 1)
    #expect(first != -first)
  }

  @Test func termsAreGivenWhereTheyFitIn128Bits() {
    let quarter = Rational(numerator: -3, denominator: 12)
    #expect(quarter?.numeratorInt128 == -1)
    #expect(quarter?.denominatorInt128 == 4)
    #expect(Rational(Int128.min).numeratorInt128 == Int128.min)
    #expect((-Rational(Int128.min)).numeratorInt128 == nil)
    #expect((-Rational(Int128.min)).denominatorInt128 == 1)
    #expect(Rational(Int128.min).reciprocal?.denominatorInt128 == nil)
    #expect(Rational(Int128.min).reciprocal?.numeratorInt128 == -1)
    #expect(Rational(Int128.max).reciprocal?.denominatorInt128 == Int128.max)
  }

  @Test func signsAndKinds() {
    let border = -least
    let numbers: [Rational] = [-border, -1, 0, 1, border]
    #expect(numbers.map(\.signum) == [-1, -1, 0, 1, 1])
    #expect(numbers.map(\.isZero) == [false, false, true, false, false])
    #expect(numbers.map(\.isInteger) == [true, true, true, true, true])
    #expect(numbers.compactMap { ($0 + 1).reciprocal }.map(\.isInteger) == [false, true, false, false])
    #expect(border.reciprocal?.isInteger == false)
    #expect((border * border).reciprocal?.signum == 1)
    #expect(Rational.zero == 0 && Rational.one == 1)
    #expect(Rational(7) == 7 && Rational(7 as Int128) == 7 && Rational(BigInteger(7)) == 7)
  }

  @Test func compoundAssignmentIsTheOperator() {
    var number: Rational = 5
    number += 3
    #expect(number == 8)
    number -= 10
    #expect(number == -2)
    number *= -4
    #expect(number == 8)
  }

  @Test func sumAndMean() {
    let numbers = (1...10).compactMap { Rational(numerator: 1, denominator: $0) }
    #expect(Rational.sum(numbers).description == "7381/2520")
    #expect(Rational.mean(numbers)?.description == "7381/25200")
    #expect(Rational.sum([]) == 0)
    #expect(Rational.mean([]) == nil)
    #expect(Rational.mean([greatest, greatest, greatest]) == greatest)
    #expect(Rational.mean([-1, 2]) == Rational(numerator: 1, denominator: 2))
  }

  @Test func aNumberStaysSmall() {
    #expect(MemoryLayout<Rational>.stride == 24)
  }
}
