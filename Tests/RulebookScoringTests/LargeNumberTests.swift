import ExactArithmetic
import RulebookScoring
import RulebookSyntax
import Testing

@Suite("超出机器数的分数")
struct LargeNumberTests {
  private static let primes = [97, 101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173]

  @Test("Means of means over prime numbers of rows are exact, however large their denominators")
  func primeCounts() throws {
    var generated = GeneratedCase(seed: 1)
    generated.rulebook = SpecRulebook(
      attributes: [SpecAttribute(name: "参加竞赛")], offices: ["竞赛办"], items: [Self.item])
    generated.usesFiles = false
    generated.year = Self.year { index, row in Rational((row * row + index) % 89) }
    #expect(Comparison.finding(in: generated)?.text == nil)
    let run = try EngineRun(generated)
    let scores = try #require(run.scores)
    let mean = try #require(scores.total(ofUnit: Self.primes.count).exact)
    #expect(mean.denominator > Rational(Int128(Int64.max)))
  }

  @Test("Values of 18 digits are exact")
  func longDecimals() throws {
    var generated = GeneratedCase(seed: 1)
    generated.rulebook = SpecRulebook(
      attributes: [SpecAttribute(name: "参加竞赛")], offices: ["竞赛办"], items: [Self.item])
    generated.usesFiles = false
    let tiny = try #require(ScaledDecimal(ascii: Array("0.123456789012345678".utf8)[...])).rational
    generated.year = Self.year { index, row in tiny * Rational(row % 7 + 1) + Rational(index % 8) }
    #expect(Comparison.finding(in: generated)?.text == nil)
  }

  private static let item: SpecItem = {
    var item = SpecItem(title: "竞赛工作")
    item.worth.points = 7
    item.offices = [0]
    item.scope = SpecScope(alternatives: [[SpecScope.Test(attribute: 0, answer: 1)]])
    item.others = .mean
    let fact = SpecFact(name: "竞赛得分", kind: .score, combination: .mean, fullMark: 113)
    item.clauses = [SpecClause(facts: [fact], rule: .conversion)]
    return item
  }()

  /// A unit for each prime with so many rows, and one that receives their mean.
  private static func year(_ value: (_ unit: Int, _ row: Int) -> Rational) -> SpecYear {
    var year = SpecYear(units: [], rows: [], reported: [0])
    for (index, prime) in primes.enumerated() {
      year.units.append(SpecUnit(name: "单位\(index + 1)", alias: "", answers: [1]))
      for row in 0..<prime {
        year.rows.append(SpecRow(unit: index, fact: "竞赛得分", value: value(index, row), month: 0, office: 0))
      }
    }
    year.units.append(SpecUnit(name: "其他单位", alias: "", answers: [0]))
    return year
  }
}
