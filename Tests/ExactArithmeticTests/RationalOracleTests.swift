@testable import ExactArithmetic
import Testing

/// One case of `fractionOracle`.
struct OracleCase: CustomTestStringConvertible {
  let fields: [Substring]

  /// All cases, each with its twelve fields.
  static let all: [OracleCase] = fractionOracle.split(separator: "\n\n").map {
    OracleCase(fields: $0.split { $0 == " " || $0 == "\n" })
  }

  var testDescription: String { fields.prefix(3).joined(separator: " ") }

  /// The number in field `index`; nil for `none`.
  func number(_ index: Int) -> Rational? { Rational(describedBy: fields[index]) }
}

@Suite struct RationalOracleTests {
  @Test func theTableIsWhole() {
    #expect(OracleCase.all.count >= 100)
    #expect(OracleCase.all.allSatisfy { $0.fields.count == 12 })
    #expect(OracleCase.all.contains { $0.fields[5].utf8.count > 150 })
  }

  @Test(arguments: OracleCase.all)
  func arithmeticAgreesWithPython(_ row: OracleCase) throws {
    let a = try #require(row.number(0))
    let b = try #require(row.number(2))
    #expect((a + b).description == row.fields[3])
    #expect((a - b).description == row.fields[4])
    #expect((a * b).description == row.fields[5])
    #expect((a.divided(by: b)?.description ?? "none") == row.fields[6])
    for result in [a, b, a + b, a - b, a * b] { #expect(result.isCanonical) }
  }

  @Test(arguments: OracleCase.all)
  func orderAgreesWithPython(_ row: OracleCase) throws {
    let a = try #require(row.number(0))
    let b = try #require(row.number(2))
    #expect((a < b ? "<" : a > b ? ">" : "=") == row.fields[1])
    #expect((a == b) == (row.fields[1] == "="))
  }

  @Test(arguments: OracleCase.all)
  func roundingAndTextAgreeWithPython(_ row: OracleCase) throws {
    let a = try #require(row.number(0))
    let places = try #require(Int(row.fields[9]))
    #expect(a.floor.description == row.fields[7])
    #expect(a.ceiling.description == row.fields[8])
    #expect(a.fixedText(places: places) == row.fields[10])
    #expect((a.decimalText ?? "none") == row.fields[11])
  }
}
