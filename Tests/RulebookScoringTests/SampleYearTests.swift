import ExactArithmetic
import FoundationEssentials
import RulebookEvidence
import RulebookModel
import RulebookScoring
import RulebookText
import Testing

/// Files of the repository.
enum Repository {
  /// The bytes of a file; none where it is not there.
  static func bytes(_ path: String) -> [UInt8] {
    FileManager.default.contents(atPath: root + "/" + path).map { [UInt8]($0) } ?? []
  }

  /// The names of the files in a folder.
  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)) ?? []).sorted()
  }

  /// The rulebook of 2013.
  static func rulebook2013() throws -> Bench {
    try Bench(text: String(decoding: bytes("rulebooks/2013.rulebook"), as: UTF8.self))
  }

  private static let root: String = {
    var folders = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    folders.removeLast(3)
    return folders.joined(separator: "/")
  }()
}

@Suite("2013年度")
struct SampleYearTests {
  @Test("All examples of the 2013 rulebook hold")
  func examples() throws {
    let rulebook = try Repository.rulebook2013().rulebook
    let results = ExampleRunner.run(rulebook)
    #expect(results.count == rulebook.examples.count)
    #expect(results.count > 70)
    for result in results {
      let example = rulebook.examples[result.example]
      #expect(result.isMet(example), "\(example.text)：\(result.found.written)")
    }
  }

  @Test("The sample year gives every unit the total that was worked out for it")
  func sampleTotalsAreExact() throws {
    let scores = try sampleScores()
    #expect(scores.missing.isEmpty)
    #expect(scores.units.sorted() == sampleTotals.map(\.unit).sorted())
    let publication = Publication(scores.rulebook)
    for (unit, exact, published) in sampleTotals {
      let index = try #require(scores.units.firstIndex(of: unit))
      let total = try #require(scores.total(ofUnit: index).exact)
      #expect(total.description == exact, "\(unit)")
      #expect(publication.text(total) == published, "\(unit)")
    }
  }

  @Test("In the sample year every reason adds up to its score")
  func reasonsAddUp() throws {
    let scores = try sampleScores()
    for unit in scores.units.indices {
      #expect(ReasonCheck.problem(with: scores, unit: unit) == nil, "\(scores.units[unit])")
    }
  }

  @Test("Without one office's ledger its items are open, and the totals lie in their intervals")
  func silentOffice() throws {
    let full = try sampleScores()
    for office in ["信访局", "市考核工作领导小组"] {
      let partial = try sampleScores(without: "台账-\(office).csv")
      #expect(partial.missing.map { partial.rulebook.offices[$0.office] }.contains(office))
      for unit in full.units.indices {
        let (open, total) = (partial.total(ofUnit: unit), full.total(ofUnit: unit))
        let low = try #require(open.low)
        let high = try #require(open.high)
        let exact = try #require(total.exact)
        #expect(low <= exact && exact <= high, "\(office)：\(full.units[unit])")
      }
    }
  }

  private func sampleScores(without left: String = "") throws -> Scores {
    let rulebook = try Repository.rulebook2013().rulebook
    let folder = "rulebooks/sample-evidence/2013"
    let files = Repository.names(in: folder).filter { $0.hasSuffix(".csv") && $0 != left }.map {
      EvidenceFile(name: $0, bytes: Repository.bytes("\(folder)/\($0)"))
    }
    let reading = EvidenceReader.read(files: files, for: rulebook)
    #expect(!reading.hasErrors)
    return try #require(Scorer.score(rulebook, reading.table).scores)
  }
}

@Suite("2013年度的读法")
struct DetailTests {
  /// A unit's score of the item at a path, in the 2013 rulebook with everybody having reported.
  private func score(_ path: String, _ facts: [String], attributes: [[String]], unit: Int = 0) throws
    -> String
  {
    let bench = try Repository.rulebook2013()
    let names = bench.rulebook.attributes.map(\.name)
    // One more unit takes part wherever nobody else does, so that every mean has somebody to run over.
    let further = names.filter { name in !attributes.contains { $0.contains(name) } }
    let answers = (attributes + [further]).map { own in names.map { own.contains($0) ? 1 : 0 } }
    let item = try #require(bench.rulebook.item(atPath: path))
    return try bench.scores(facts + [""], answers: answers).score(ofItem: item, unit: unit).score.written
  }

  @Test("Units that do not take part get the mean of those that do")
  func meanOfParticipants() throws {
    let facts = ["工业竞赛得分 80", "工业竞赛得分 91", "", ""]
    let attributes = [["参加工业竞赛"], ["参加工业竞赛"], [], ["参加农业竞赛"]]
    #expect(try score("一（三）1", facts, attributes: attributes) == "1.6")
    #expect(try score("一（三）1", facts, attributes: attributes, unit: 2) == "1.71")
    #expect(try score("一（三）1", facts, attributes: attributes, unit: 3) == "1.71")
  }

  @Test("A mean that is not settled is an interval for those that receive it")
  func openMean() throws {
    let attributes = [["参加工业竞赛"], ["参加工业竞赛"], []]
    #expect(try score("一（三）1", ["工业竞赛得分 80", "", ""], attributes: attributes, unit: 2) == "[0.8, 1.8]")
  }

  @Test("The points of an item that does not apply move: 30 become 35")
  func movedPoints() throws {
    #expect(try score("二2", ["年度要点完成率 96"], attributes: [["有金华市考核任务"]]) == "28.8")
    #expect(try score("二2", ["年度要点完成率 96"], attributes: [[]]) == "33.6")
    #expect(try score("二1", ["年度要点完成率 96"], attributes: [[]]) == "0")
    #expect(try score("二", ["年度要点完成率 100"], attributes: [[]]) == "35")
  }

  @Test("Each percentage is at most 100 before the mean is taken")
  func cappedPercentages() throws {
    let facts = "年度要点完成率 130；年度要点完成率 100；年度要点完成率 70"
    #expect(try score("二2", [facts], attributes: [["有金华市考核任务"]]) == "27")
  }

  @Test("The point of 信息 is lost once")
  func lostOnce() throws {
    let path = "三（六）信息调研工作"
    #expect(try score(path, ["信息任务未完成；重大信息迟报；重大信息迟报"], attributes: [[]]) == "-1")
    #expect(try score(path, ["重大信息迟报；调研任务未完成"], attributes: [[]]) == "-2")
  }

  @Test("A good month does not cover a bad one")
  func monthsApart() throws {
    let met = "班子专题研究 2；作风教育活动 2；效能作风检查 1@1；效能作风检查 1@4；效能作风检查 1@7；效能作风检查 1@10"
    let year = (1...12).map { "信息报送 \($0 == 5 ? 9 : $0 == 6 ? 1 : 2)@\($0)" }.joined(separator: "；")
    #expect(try score("三（一）", ["\(met)；\(year)"], attributes: [[]]) == "9.8")
  }

  @Test("Half-year and year-end marks count 1/4 and 3/4")
  func shares() throws {
    #expect(try score("三（七）2", ["镇街半年初评 80；镇街年终评议 88"], attributes: [[]]) == "4.3")
    #expect(try score("三（七）2", ["镇街年终评议 88"], attributes: [[]]) == "[3.3, 4.55]")
  }

  @Test("Every row of 自身建设 is capped at 2, also where its own clauses add up to more")
  func cappedRows() throws {
    let facts = "编制规定未落实；擅自进人；超职数配备干部；擅自招录编外；登记年检未落实"
    #expect(try score("三（六）机构编制", [facts], attributes: [[]]) == "-2")
    #expect(
      try score("三（六）食品药品安全", ["示范市被扣分 30；食品信息少报 20；重大食品药品事故；重大制售假案件 9；综合评价被扣分 100"], attributes: [[]])
        == "-2")
  }
}
