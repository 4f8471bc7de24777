import RulebookModel
import RulebookScoring
import Testing

@Suite("缺")
struct MissingTests {
  private static let text = """
    【细则：试用细则】
    【年度：2013】
    【名册：参加竞赛】
    一、联系工作（2分）（由农办、组织部考核）
    未走访的【未走访】，每次扣0.5分。
    二、竞赛工作（1分）（由竞赛办考核）【适用：参加竞赛】【其余：得平均分】
    按竞赛办法考核【竞赛得分：满分100分】折算。
    三、信访工作（2分）（由信访局考核）
    投诉查实的【投诉】，每起扣0.2分；信访材料迟报的【迟报】，扣0.5分。
    """

  /// What is missing as `office evidence units`, the units numbered from 1.
  private func missing(_ facts: [String], answers: [[Int]], reported: [String]) throws -> [String] {
    let bench = try Bench(text: Self.text)
    return try bench.scores(facts, answers: answers, reported: reported).missing.map { entry in
      let units = entry.units.map { "\($0 + 1)" }.joined(separator: "、")
      return
        "\(bench.rulebook.offices[entry.office]) \(bench.rulebook.evidence[entry.evidence].name) \(units)"
    }
  }

  @Test("Nothing is missing once everybody has reported and the marks are there")
  func nothing() throws {
    let reported = ["农办", "组织部", "竞赛办", "信访局"]
    #expect(try missing(["竞赛得分 90", ""], answers: [[1], [0]], reported: reported) == [])
  }

  @Test("Each office that has not reported is asked for what it assesses; a count waits for all of them")
  func silentOffices() throws {
    let found = try missing(["竞赛得分 90", "未走访 1"], answers: [[1], [0]], reported: ["农办", "竞赛办"])
    #expect(found == ["组织部 未走访 1、2", "信访局 投诉 1、2", "信访局 迟报 1、2"])
  }

  @Test("Marks are missing for the units that take part, whoever has reported")
  func absentMarks() throws {
    let reported = ["农办", "组织部", "竞赛办", "信访局"]
    #expect(
      try missing(["", "竞赛得分 90", ""], answers: [[1], [1], [0]], reported: reported) == ["竞赛办 竞赛得分 1"])
  }

  @Test("Items, the total and the receivers of a mean are intervals; the rest is exact")
  func intervals() throws {
    let bench = try Bench(text: Self.text)
    let scores = try bench.scores(
      ["未走访 1；投诉 2", "竞赛得分 50", ""], answers: [[1], [1], [0]], reported: ["农办", "组织部", "竞赛办"])
    let items = (1...3).map { item in (0..<3).map { scores.score(ofItem: item, unit: $0).score.written } }
    #expect(items[0] == ["1.5", "2", "2"])
    #expect(items[1] == ["[0, 1]", "0.5", "[0.25, 0.75]"])
    #expect(items[2] == ["[0, 1.6]", "[0, 2]", "[0, 2]"])
    #expect(scores.total(ofUnit: 0).written == "[1.5, 4.1]")
    #expect(scores.score(ofItem: 1, unit: 0).state == .scored)
    #expect(scores.score(ofItem: 2, unit: 2).state == .missing)
  }

  @Test("A mean over nobody is an error that names the item")
  func meanOverNobody() throws {
    let bench = try Bench(text: Self.text)
    #expect(throws: BenchError.self) { try bench.scores([""], answers: [[0]]) }
  }

  @Test("An office has reported by its file, its name in 填报单位, or a row of evidence that only it assesses")
  func waysOfReporting() throws {
    let header = "单位,证据,数量,填报单位\n"
    #expect(try open(["台账-信访局.csv": header]) == ["农办", "组织部", "竞赛办"])
    #expect(try open(["台账.csv": header + "甲局,投诉,1,信访局\n"]) == ["农办", "组织部", "竞赛办"])
    #expect(try open(["台账.csv": header + "甲局,投诉,1,\n"]) == ["农办", "组织部", "竞赛办"])
    #expect(try open(["台账.csv": header + "甲局,未走访,1,农办\n"]) == ["组织部", "竞赛办", "信访局"])
    #expect(try open(["台账-农办.csv": header + "甲局,未走访,1,\n"]) == ["组织部", "竞赛办", "信访局"])
    #expect(try open(["台账.csv": header + "甲局,未走访,1,\n"]) == ["农办", "组织部", "竞赛办", "信访局"])
    #expect(try open(["台账-农办.csv": header + "甲局,未走访,1,组织部\n"]) == ["组织部", "竞赛办", "信访局"])
    #expect(try open(["台账.csv": header]) == ["农办", "组织部", "竞赛办", "信访局"])
  }

  /// The offices that a unit still waits for, given these ledgers.
  private func open(_ ledgers: [String: String]) throws -> [String] {
    let bench = try Bench(text: Self.text)
    let scores = try bench.scores(files: ledgers, register: "单位,参加竞赛\n甲局,是\n")
    var offices: [String] = []
    for entry in scores.missing {
      let name = bench.rulebook.offices[entry.office]
      if !offices.contains(name) { offices.append(name) }
    }
    return offices
  }
}
