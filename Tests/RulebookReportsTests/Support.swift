import RulebookEvidence
import RulebookModel
import RulebookReports
import RulebookScoring
import RulebookText
import Testing

/// A small year: two parts, deductions per incident and per month, a conversion, a mean, a 倒扣 item.
enum Sample {
  static let rulebook = """
    【细则：样例考核细则】
    【年度：2013】
    【保留：总分2位小数】
    【满分：100分】
    【名册：参加竞赛】
    一、日常工作（10分）（由办公室考核）
    （一）纪律（6分）
    投诉查实的【投诉】，每起扣0.2分；
    每月报送信息两篇【信息：按月，至少2篇】，少一篇扣0.1分。
    （二）竞赛（4分）【适用：参加竞赛】
    按竞赛得分【竞赛得分】折算。
    不参加的单位得平均分。【其余：得平均分】
    二、安全（倒扣分2分）（由安监局考核）
    发生事故的【事故】，每起扣1分。
    """

  static let register = "单位,简称,参加竞赛\n甲局,甲,是\n乙局,,是\n丙局,,否\n"

  /// Two reports of information in every month, for each of `units`.
  static func information(for units: String...) -> String {
    units.map { unit in (1...12).map { "\(unit),信息,2,2013-\($0)-05,\n" }.joined() }.joined()
  }

  static let header = "单位,证据,数量,日期,说明\n"

  /// Everything is reported.
  static let complete = [
    ("单位名册.csv", register),
    (
      "台账-办公室.csv",
      header + information(for: "乙局", "丙局") + "甲局,信息,1,2013-03-05,\n"
        + "甲局,投诉,2,2013-04-01,\"群众来信,两件\"\n甲局,竞赛得分,90,,\n乙局,竞赛得分,75.5,,\n"
    ),
    ("台账-安监局.csv", header + "乙局,事故,3,2013-06-01,\n"),
  ]

  /// 安监局 has not reported.
  static let partial = Array(complete.dropLast())

  static func sheet(
    _ files: [(String, String)] = complete, rulebook: String = rulebook, units: Set<Int>? = nil,
    omissions: [ScoreSheet.Omission] = []
  ) throws -> ScoreSheet {
    let outcome = Resolver.load(SourceText(name: "样例.rulebook", rulebook))
    let loaded = try #require(outcome.rulebook, "\(outcome.diagnostics)")
    let evidence = files.map { EvidenceFile(name: $0.0, bytes: Array($0.1.utf8)) }
    let reading = EvidenceReader.read(files: evidence, for: loaded)
    try #require(!reading.hasErrors, "\(reading.diagnostics)")
    let scored = Scorer.score(loaded, reading.table)
    return ScoreSheet(try #require(scored.scores), units: units, omissions: omissions)
  }
}
