@testable import ExactArithmetic
import Testing

/// Laws that hold for all numbers, on generated ones around the border between the two forms.
@Suite struct RationalLawsTests {
  private static let cases = 600

  /// Runs `body` on generated triples.
  private func forAll(seed: UInt64, _ body: (Rational, Rational, Rational) -> Void) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<Self.cases {
      body(generator.rational(), generator.rational(), generator.rational())
    }
  }

  @Test func everyResultIsReducedAndInTheFormItFits() {
    forAll(seed: 1) { a, b, _ in
      for result in [a, b, a + b, a - b, a * b, -a, a.magnitude, a.floor, a.ceiling, a.rounded(places: 2)] {
        #expect(result.isCanonical, "\(result) from \(a) and \(b)")
      }
    }
  }

  @Test func generatedNumbersStandOnBothSidesOfTheBorder() {
    var bigCount = 0
    var smallCount = 0
    forAll(seed: 2) { a, b, _ in
      for number in [a, b, a + b] {
        if case .big = number.storage { bigCount += 1 } else { smallCount += 1 }
      }
    }
    #expect(bigCount > Self.cases / 2)
    #expect(smallCount > Self.cases / 2)
  }

  @Test func additionIsAGroup() {
    forAll(seed: 3) { a, b, c in
      #expect(a + b - b == a)
      #expect(a + b == b + a)
      #expect((a + b) + c == a + (b + c))
      #expect(a + 0 == a)
      #expect(a + -a == 0)
      #expect(-(-a) == a)
    }
  }

  @Test func multiplicationIsAGroupWithoutZero() {
    forAll(seed: 4) { a, b, c in
      #expect(a * b == b * a)
      #expect((a * b) * c == a * (b * c))
      #expect(a * 1 == a)
      #expect(a * 0 == 0)
      if b.isZero {
        #expect(b.reciprocal == nil)
        #expect(a.divided(by: b) == nil)
      } else {
        #expect((a * b).divided(by: b) == a)
        #expect(b.reciprocal.map { $0 * b } == 1)
      }
    }
  }

  @Test func multiplicationDistributesOverAddition() {
    forAll(seed: 5) { a, b, c in
      #expect(a * (b + c) == a * b + a * c)
      #expect((a - b) * c == a * c - b * c)
    }
  }

  @Test func orderIsTotalAndKeptByAddition() {
    forAll(seed: 6) { a, b, c in
      #expect([a < b, a == b, b < a].filter { $0 }.count == 1)
      #expect((a < b) == (a + c < b + c))
      #expect((a < b) == (-b < -a))
      #expect((a < b) == ((a - b).signum < 0))
      if a < b, b < c { #expect(a < c) }
      if c.signum > 0 { #expect((a < b) == (a * c < b * c)) }
      #expect(max(a, b) + min(a, b) == a + b)
    }
  }

  @Test func nextToEqualNumbersAreOrdered() {
    forAll(seed: 7) { a, _, c in
      guard let step = c.magnitude.reciprocal else { return }
      #expect(a < a + step)
      #expect(a - step < a)
      #expect(a != a + step)
    }
  }

  @Test func equalNumbersHashEqually() {
    forAll(seed: 8) { a, b, _ in
      let sameAsA = a + b - b
      #expect(sameAsA.hashValue == a.hashValue)
      #expect(Set([a, sameAsA, a + 1]).count == 2)
    }
  }

  @Test func floorAndCeilingEncloseTheNumber() {
    forAll(seed: 9) { a, _, _ in
      #expect(a.floor <= a && a < a.floor + 1)
      #expect(a.ceiling >= a && a > a.ceiling - 1)
      #expect(a.floor.isInteger && a.ceiling.isInteger)
      #expect((a.floor == a.ceiling) == a.isInteger)
    }
  }

  @Test func roundingMovesAtMostHalfAUnitAndIsOddAndIdempotent() {
    forAll(seed: 10) { a, _, _ in
      for (places, unit) in [(0, 1), (2, 100), (9, 1_000_000_000)] {
        let rounded = a.rounded(places: places)
        #expect((rounded - a).magnitude * Rational(2 * unit) <= 1)
        #expect((rounded * Rational(unit)).isInteger)
        #expect(rounded.rounded(places: places) == rounded)
        #expect((-a).rounded(places: places) == -rounded)
      }
    }
  }

  @Test func descriptionNamesTheNumber() {
    forAll(seed: 11) { a, _, _ in
      #expect(Rational(describedBy: a.description) == a)
      #expect(a.numerator.divided(by: a.denominator) == a)
    }
  }

  @Test func fixedTextIsTheRoundedNumber() {
    forAll(seed: 12) { a, _, _ in
      let parts = a.fixedText(places: 3).split(separator: ".")
      #expect(parts.map(\.utf8.count).last == 3)
      let thousandths = Rational(describedBy: parts.joined())
      #expect(thousandths == a.rounded(places: 3) * 1_000)
    }
  }
}
