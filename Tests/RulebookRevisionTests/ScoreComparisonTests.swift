import ExactArithmetic
import RulebookEvidence
import RulebookModel
import RulebookRevision
import RulebookScoring
import RulebookText
import Testing

@Suite struct ScoreComparisonTests {
  private static let register = "单位,参加竞赛\n甲局,是\n乙局,否\n丙局,是\n"
  private static let discipline = """
    单位,证据,数量,日期
    甲局,投诉查实,3,2013-03-01
    乙局,投诉查实,1,2013-03-01
    乙局,越级上访,12,2013-05-01

    """
  private static let economy = "单位,证据,数量\n甲局,竞赛得分,80\n丙局,竞赛得分,90\n"

  private static func files(_ register: String = register, _ discipline: String = discipline)
    -> [EvidenceFile]
  {
    [("单位名册", register), ("台账-市纪委", discipline), ("台账-经信局", economy)].map {
      EvidenceFile(name: $0.0 + ".csv", bytes: Array($0.1.utf8))
    }
  }

  private static func comparison(_ revision: Revision, _ files: [EvidenceFile] = files()) throws
    -> ScoreComparison
  {
    let outcome = ScoreComparison.compare(revision, files)
    return try #require(outcome.comparison, "\(outcome.diagnostics.map(\.title))")
  }

  /// `甲局 15.4→14.9 投诉…-0.3`, one line a part.
  private static func lines(_ comparison: ScoreComparison) -> [String] {
    comparison.units.flatMap { unit in
      unit.parts.map { "\(comparison.new.units[unit.unit]) \($0.kind.rawValue) \($0.path) \($0.difference)" }
    }
  }

  private static func expectSums(_ comparison: ScoreComparison) {
    for unit in comparison.units {
      guard let difference = unit.difference else { continue }
      #expect(unit.parts.reduce(Rational.zero) { $0 + $1.difference } == difference)
    }
  }

  @Test func `the parts add up to the difference, what a bound swallows included`() throws {
    // 甲局 3 complaints: 0.6 → 0.9; 24 news missing: 4.8 each year, start 10: 4.6 → 4.3.
    // 乙局 1 complaint, 24 news, 12 petitions: 10 − 0.2 − 4.8 − 12 < 0 both years, so the bound takes it all.
    let revision = try Year.revision(("每起扣0.2分", "每起扣0.3分"))
    let comparison = try Self.comparison(revision)
    #expect(
      Self.lines(comparison) == [
        "甲局 sentence 一 -3/10", "乙局 sentence 一 -1/10", "乙局 bounds 一 1/10",
      ])
    Self.expectSums(comparison)
    #expect(comparison.units.map(\.oldRank) == [1, 2, 3])
  }

  @Test func `evidence of one year alone is no mistake in the other`() throws {
    let gone = try Year.revision(
      ("投诉问题经查实的【投诉查实】，每起扣0.2分，最多扣2分；\n", "媒体曝光的【媒体曝光】，每起扣1分；\n"))
    let comparison = try Self.comparison(gone)
    Self.expectSums(comparison)
    #expect(Self.lines(comparison).contains("甲局 sentence 一 3/5"))
    // The same rows with the new evidence among them.
    let both = Self.discipline + "丙局,媒体曝光,2,2013-06-01\n"
    #expect(
      Self.lines(try Self.comparison(gone, Self.files(Self.register, both))).contains("丙局 sentence 一 -2"))
  }

  @Test func `the ledgers of either year are read, whatever their names and dates`() throws {
    let revision = try Year.revision(
      ("2013", "2014"), ("【投诉查实】", "【投诉属实】"), ("由市纪委考核", "由监委考核"), ("每起扣0.2分", "每起扣0.5分"))
    let old = try Self.comparison(revision)
    let renamed = Self.files().map { file in
      let text = String(decoding: file.bytes, as: UTF8.self).replacing("投诉查实", with: "投诉属实")
        .replacing("2013-", with: "2014-")
      return EvidenceFile(
        name: file.name.replacing("市纪委", with: "监委"), bytes: Array(text.utf8))
    }
    let new = try Self.comparison(revision, renamed)
    #expect(Self.lines(old) == Self.lines(new))
    #expect(Self.lines(old).contains("甲局 sentence 一 -9/10"))
  }

  @Test func `what others get is one part, and what is missing has no difference`() throws {
    // 乙局 has the mean of 8 and 9, then the full mark of 10.
    let granted = try Self.comparison(try Year.revision(("得平均分", "得满分")))
    #expect(Self.lines(granted) == ["乙局 item 二 3/2"])
    Self.expectSums(granted)
    // 乙局 is assessed now and has no mark yet, and the others wait for its mean.
    let comparison = try Self.comparison(try Year.revision(("【适用：参加竞赛】", "【适用：非参加竞赛】")))
    #expect(comparison.units.allSatisfy { $0.difference == nil && $0.parts.isEmpty && $0.old.exact != nil })
  }

  @Test func `evidence that cannot be read gives no comparison`() throws {
    let revision = try Year.revision(("每起扣0.2分", "每起扣0.3分"))
    let wrong = Self.files(Self.register, Self.discipline.replacing(",3,", with: ",三起半,"))
    let outcome = ScoreComparison.compare(revision, wrong)
    #expect(outcome.comparison == nil)
    #expect(outcome.diagnostics.count == 1)
    #expect(ScoreComparison.compare(revision, wrong, keepsGoing: true).comparison != nil)
    let attribute = try Year.revision(("【名册：参加竞赛】", "【名册：参加竞赛、直属】"), ("每批扣1分", "每批扣1分"))
    #expect(ScoreComparison.compare(attribute, Self.files()).comparison == nil)
  }
}
