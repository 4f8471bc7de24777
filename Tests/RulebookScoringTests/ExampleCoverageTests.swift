import ExactArithmetic
import RulebookModel
import RulebookScoring
import RulebookText
import Testing

@Suite struct ExampleCoverageTests {
  private static func coverage(_ text: String) throws -> (Rulebook, ExampleCoverage) {
    let head = "【细则：例】【年度：2013】【考核单位：考核办】\n"
    let rulebook = try #require(Resolver.load(SourceText(name: "规则", head + text)).rulebook)
    return (rulebook, ExampleCoverage(rulebook, ExampleRunner.run(rulebook)))
  }

  private static func openEvidence(_ text: String) throws -> [[String]] {
    let (rulebook, coverage) = try coverage(text)
    return coverage.openClauses.map { $0.evidence.map { rulebook.evidence[$0].name } }
  }

  private static func openLimits(_ text: String) throws -> [ExampleCoverage.Limit.Kind] {
    try coverage(text).1.openLimits.map(\.kind)
  }

  private static let group = "一、工作（10分）\n未建组织【未建组织】、未定人员【未定人员】的，各扣0.2分；\n投诉【投诉】，每起扣1分，最多扣3分。\n"

  @Test func `a sentence is tried where an example states all its evidence`() throws {
    #expect(try Self.openEvidence(Self.group) == [["未建组织", "未定人员"], ["投诉"]])
    #expect(try Self.openEvidence(Self.group + "【例：未建组织，本项得9.8分】\n") == [["未定人员"], ["投诉"]])
    let (_, whole) = try Self.coverage(Self.group + "【例：未建组织、未定人员、投诉1起，本项得8.6分】\n")
    #expect(whole.openClauses.isEmpty)
    #expect(whole.sentences == ExampleCoverage.Tally(total: 2, tried: 2))
  }

  @Test func `an example that does not hold tries nothing`() throws {
    #expect(try Self.openEvidence(Self.group + "【例：未建组织、未定人员、投诉1起，本项得9分】\n").count == 2)
  }

  @Test func `a cap is reached where it is what counts`() throws {
    #expect(try Self.openLimits(Self.group + "【例：投诉2起，本项得8分】\n") == [.floor(-3)])
    #expect(try Self.openLimits(Self.group + "【例：投诉5起，本项得7分】\n").isEmpty)
    let item = "一、工作（倒扣分2分）\n投诉【投诉】，每起扣1分。\n"
    #expect(try Self.openLimits(item + "【例：投诉1起，本项扣1分】\n") == [.floor(-2)])
    #expect(try Self.openLimits(item + "【例：投诉2起，本项扣2分】\n").isEmpty)
    // What cannot run into its bounds has no limit to be tried.
    #expect(try Self.openLimits("一、工作（倒扣分2分）\n未建组织的【未建组织】，扣1分。\n").isEmpty)
  }

  @Test func `a requirement is tried on both sides, and in single periods`() throws {
    let text = "一、工作（10分）\n每月报送信息两篇【信息：按月，至少2篇】，少一篇扣0.1分。\n"
    #expect(try Self.openLimits(text + "【例：信息每月2篇，本项得10分】\n").count == 2)
    #expect(try Self.openLimits(text + "【例：信息每月2篇、信息3月1篇，本项得9.9分】\n").isEmpty)
    #expect(try Self.openLimits(text + "【例：信息每月1篇，本项得8.8分】\n").count == 2)
  }

  @Test func `nearly all is not all`() {
    #expect(ExampleCoverage.Tally(total: 1000, tried: 999).percent == 99)
    #expect(ExampleCoverage.Tally(total: 3, tried: 3).percent == 100)
    #expect(ExampleCoverage.Tally().percent == 100)
  }
}
