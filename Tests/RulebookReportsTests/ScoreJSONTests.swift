import FoundationEssentials
import RulebookText
import Testing

@testable import RulebookReports

@Suite struct ScoreJSONTests {
  @Test func `totals are exact and published`() throws {
    #expect(
      try ScoreJSON(Sample.sheet(units: [0])).text == """
        {"rulebook":{"title":"样例考核细则","year":2013},"units":[
        {"unit":"甲局","rank":3,"total":{"exact":"69/10","published":"6.90"},"items":[\
        {"path":"一","title":"日常工作","state":"scored","score":{"exact":"69/10","published":"6.90"}},\
        {"path":"一（一）","title":"纪律","state":"scored","score":{"exact":"33/10","published":"3.30"}},\
        {"path":"一（二）","title":"竞赛","state":"scored","score":{"exact":"18/5","published":"3.60"}},\
        {"path":"二","title":"安全","state":"scored","score":{"exact":"0","published":"0.00"}}]}],
        "missing":[]}

        """)
  }

  @Test func `missing evidence makes intervals, and no rank`() throws {
    let document = try decoded(ScoreJSON(Sample.sheet(Sample.partial)))
    let unit = try #require(document.units.first { $0.unit == "甲局" })
    #expect(unit.rank == nil)
    #expect(
      unit.total
        == Document.Score(
          low: .init(exact: "49/10", published: "4.90"), high: .init(exact: "69/10", published: "6.90")))
    #expect(unit.items.map(\.state) == ["scored", "scored", "scored", "missing"])
    #expect(document.missing == [.init(office: "安监局", evidence: "事故", units: ["甲局", "乙局", "丙局"])])
  }

  @Test func `any name is a JSON string`() throws {
    let names = (0...0x9F).compactMap { Unicode.Scalar(UInt32($0)) }.map { "甲\($0)\"\\/\u{2028}\u{202E}" }
    for name in names {
      let bytes = Data(("[" + name.inJSON + "]").utf8)
      #expect(
        try JSONDecoder().decode([String].self, from: bytes).map { Array($0.utf8) } == [Array(name.utf8)])
    }
  }

  @Test func `what was left out is said, and only then`() throws {
    let omission = ScoreSheet.Omission(file: "台账-a.csv", rows: 2, total: 5)
    #expect(try decoded(ScoreJSON(Sample.sheet())).leftOut == nil)
    #expect(
      try decoded(ScoreJSON(Sample.sheet(omissions: [omission]))).leftOut == [
        .init(file: "台账-a.csv", rows: 2)
      ])
  }

  private func decoded(_ report: ScoreJSON) throws -> Document {
    try JSONDecoder().decode(Document.self, from: Data(report.text.utf8))
  }
}

/// The document as a program sees it.
private struct Document: Decodable {
  struct Figure: Decodable, Equatable {
    var exact: String
    var published: String
  }
  struct Score: Decodable, Equatable {
    var exact: String?
    var low: Figure?
    var high: Figure?
  }
  struct Item: Decodable {
    var path: String
    var state: String
  }
  struct Unit: Decodable {
    var unit: String
    var rank: Int?
    var total: Score
    var items: [Item]
  }
  struct Missing: Decodable, Equatable {
    var office: String
    var evidence: String
    var units: [String]
  }
  struct LeftOut: Decodable, Equatable {
    var file: String
    var rows: Int
  }
  var units: [Unit]
  var missing: [Missing]
  var leftOut: [LeftOut]?
}
