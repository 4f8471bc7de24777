import RulebookEvidence
import RulebookModel
import RulebookText
import Testing

/// Empty ledgers as they are written, and as they are read back.
@Suite struct EvidenceFormsTests {
  private static let rulebook = """
    【细则：2013年度考核细则】
    【年度：2013】
    【名册：参加竞赛】
    一、投诉（10分）（由市纪委、“五创”办考核）
    投诉问题经查实的【投诉查实】，每起扣0.2分；
    每月至少报送信息两篇【信息报送：按月，至少2篇】，少一篇扣0.2分；
    办理不认真的【-办理不认真】，每件扣0.1分—0.5分；
    热线不通的【1-2】，扣0.1分。
    二、竞赛（5分）（由工信局考核）【适用：参加竞赛】
    按竞赛得分【竞赛得分：满分100分】折算。
    三、税收（5分）（由税务局考核）
    税收【税收：数值，至少目标】达到目标的得5分。

    """

  private static func load() throws -> Rulebook {
    let outcome = Resolver.load(SourceText(name: "2013.rulebook", rulebook))
    #expect(!outcome.diagnostics.contains { $0.severity == .error }, "\(outcome.diagnostics.map(\.title))")
    return try #require(outcome.rulebook)
  }

  private static func file(_ name: String, of rulebook: Rulebook) throws -> String {
    let file = try #require(EvidenceForms(for: rulebook).files.first { $0.name == name })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test func `each office has a ledger and a page`() throws {
    let forms = EvidenceForms(for: try Self.load())
    #expect(
      forms.files.map(\.name) == [
        "单位名册.csv", "指标表.csv", "台账-市纪委.csv", "说明-市纪委.txt", "台账-五创办.csv", "说明-五创办.txt",
        "台账-工信局.csv", "说明-工信局.txt", "台账-税务局.csv", "说明-税务局.txt",
      ])
    #expect(forms.officeCount == 4)
    #expect(forms.files.allSatisfy { $0.bytes.starts(with: [0xEF, 0xBB, 0xBF]) })
  }

  @Test func `a row says how it is filled in`() throws {
    let rulebook = try Self.load()
    #expect(
      try Self.file("台账-市纪委.csv", of: rulebook) == """
        \u{FEFF}单位,证据,数量,日期,说明,材料,条款,填法,原文\r
        （填单位）,投诉查实,,,,,一 投诉,次数，数量填 2起 这样的数，空白算1；几行加起来,投诉问题经查实的，每起扣0.2分；\r
        （填单位）,信息报送,,,,,一 投诉,次数，数量填 2篇 这样的数，空白算1；几行加起来；按月填，日期必须填,每月至少报送信息两篇，少一篇扣0.2分；\r
        （填单位）,'-办理不认真,,,,,一 投诉,扣分，数量填 0.1至0.5，不写负号；说明里必须写理由,办理不认真的，每件扣0.1分—0.5分；\r
        （填单位）,'1-2,,,,,一 投诉,是否，数量填“是”，空白也算是,热线不通的，扣0.1分。\r

        """)
    #expect(try Self.file("台账-工信局.csv", of: rulebook).contains("得分，数量填 0至100，一个单位只填一行；只填参加竞赛的单位"))
    #expect(
      try Self.file("指标表.csv", of: rulebook)
        == "\u{FEFF}单位,证据,目标,上年,条款,填法,原文\r\n（填单位）,税收,,,三 税收,目标：一个数；没有这项任务的单位填“/”,税收达到目标的得5分。\r\n")
    #expect(try Self.file("单位名册.csv", of: rulebook) == "\u{FEFF}单位,简称,参加竞赛\r\n")
  }

  @Test func `an empty form is no report, and says so`() throws {
    let rulebook = try Self.load()
    var files = EvidenceForms(for: rulebook).files.filter { $0.role != .register }
    files.append(EvidenceFile(name: "单位名册.csv", bytes: Array("单位,参加竞赛\n财政局,是\n".utf8)))
    let reading = EvidenceReader.read(files: files, for: rulebook)
    #expect(!reading.hasErrors)
    #expect(reading.table.rowCount == 0)
    #expect(reading.table.hasReported.allSatisfy { !$0 })
    let told = reading.diagnostics.filter { $0.code == .unfilledRows }
    #expect(told.map(\.title) == Array(repeating: "这份台账还没有填", count: 4))
    #expect(reading.files.allSatisfy { $0.leftOutCount == 0 && !$0.isRefused })
  }

  @Test func `what is filled in is read, the rest has not happened`() throws {
    let rulebook = try Self.load()
    let ledger = try Self.file("台账-市纪委.csv", of: rulebook)
      .replacing("（填单位）,投诉查实,,", with: "财政局,投诉查实,2起,")
      .replacing("（填单位）,'-办理不认真,,,,", with: "财政局,'-办理不认真,0.3,,迟交,")
      .replacing("（填单位）,'1-2,", with: "财政局,'1-2,")
    let figures = try Self.file("指标表.csv", of: rulebook).replacing("（填单位）,税收,,", with: "财政局,税收,9,")
    let reading = EvidenceReader.read(
      files: [
        EvidenceFile(name: "台账-市纪委.csv", bytes: Array(ledger.utf8)),
        EvidenceFile(name: "指标表.csv", bytes: Array(figures.utf8)),
        EvidenceFile(name: "单位名册.csv", bytes: Array("单位,参加竞赛\n财政局,是\n".utf8)),
      ], for: rulebook)
    #expect(reading.diagnostics.map(\.title) == ["有 1 行没有填"])
    #expect(reading.table.rowCount == 3)
    #expect(reading.table.hasReported == [true, false, false, false])
  }

  @Test func `a row with a quantity and no unit is an error`() throws {
    let rulebook = try Self.load()
    let ledger = try Self.file("台账-市纪委.csv", of: rulebook).replacing(",投诉查实,,", with: ",投诉查实,2,")
    let reading = EvidenceReader.read(
      files: [
        EvidenceFile(name: "台账-市纪委.csv", bytes: Array(ledger.utf8)),
        EvidenceFile(name: "单位名册.csv", bytes: Array("单位,参加竞赛\n财政局,是\n".utf8)),
      ], for: rulebook)
    #expect(reading.diagnostics.filter { $0.severity == .error }.map(\.code) == [.blankCell])
    #expect(reading.table.hasReported.allSatisfy { !$0 })
  }

  // MARK: The register of the year before

  private static func carried(_ text: String, for rulebook: Rulebook) throws -> CarriedRegister {
    let file = EvidenceFile(name: "单位名册.csv", bytes: Array(text.utf8))
    let outcome = CarriedRegister.read(file, for: rulebook)
    return try #require(outcome.register, "\(outcome.diagnostics.map(\.title))")
  }

  @Test func `units and answers are carried, each unit with a row for its figures`() throws {
    let rulebook = try Self.load()
    let carried = try Self.carried(
      "单位,旧的一列,参加竞赛,简称\n市财政局,x,是,财政局\n=市教育局,x,否,\n市卫生局,x,,\n", for: rulebook)
    let files = EvidenceForms(for: rulebook, carrying: carried).files
    let text = { (name: String) in
      files.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }
    #expect(
      text("单位名册.csv")
        == "\u{FEFF}单位,简称,参加竞赛\r\n市财政局,财政局,是\r\n'=市教育局,,否\r\n市卫生局,,\r\n")
    let ledger = text("台账-工信局.csv").split(separator: "\r\n").map(String.init)
    // 市教育局 takes no part; of 市卫生局 nobody has said.
    #expect(ledger.count == 3)
    #expect(ledger[1].hasPrefix("市财政局,竞赛得分,（填数量）,") && ledger[1].contains("按竞赛得分折算"))
    #expect(ledger[2].hasPrefix("市卫生局,竞赛得分,（填数量）,"))
    // What has not happened has no row, so none is made.
    #expect(!text("台账-市纪委.csv").contains("（填数量）"))
    #expect(text("说明-工信局.txt").contains("没有改的算没有报，不算0"))
    #expect(!text("说明-市纪委.txt").contains("（填数量）"))
  }

  @Test func `what the earlier year did not ask is empty and named`() throws {
    let rulebook = try Self.load()
    let carried = try Self.carried("单位\n市财政局\n", for: rulebook)
    #expect(carried.newAttributes == ["参加竞赛"])
    #expect(carried.units.map(\.name) == ["市财政局"] && carried.units.map(\.answers) == [[""]])
  }

  @Test(arguments: ["", "名称,简称\n甲,乙\n", "单位,参加竞赛\n"])
  func `what is no register is said`(text: String) throws {
    let file = EvidenceFile(name: "单位名册.csv", bytes: Array(text.utf8))
    let outcome = CarriedRegister.read(file, for: try Self.load())
    #expect(outcome.register == nil && !outcome.diagnostics.isEmpty)
  }

  @Test func `a number that is not filled in is missing, not 0`() throws {
    let rulebook = try Self.load()
    let register = "单位,参加竞赛\n市财政局,是\n市教育局,是\n"
    let ledger = "单位,证据,数量\n市财政局,竞赛得分,80\n市教育局,竞赛得分,（填数量）\n"
    let reading = EvidenceReader.read(
      files: [
        EvidenceFile(name: "单位名册.csv", bytes: Array(register.utf8)),
        EvidenceFile(name: "台账-工信局.csv", bytes: Array(ledger.utf8)),
      ], for: rulebook)
    #expect(!reading.hasErrors, "\(reading.diagnostics.map(\.title))")
    #expect(reading.diagnostics.contains { $0.code == .unfilledRows })
    #expect(reading.table.rowCount == 1)
  }
}
