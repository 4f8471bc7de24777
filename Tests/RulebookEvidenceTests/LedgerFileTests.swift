import RulebookEvidence
import RulebookText
import Testing

@Suite struct LedgerFileTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var text: String
    var findings: [String] = []
    var rows: [String] = ["市发展局 投诉查实 2"]
    var testDescription: String { text.debugDescription }
  }

  static let accepted: [Case] = [
    Case(text: "单位,证据,数量\n市发展局,投诉查实,2\n"),
    Case(text: "\u{FEFF}单位,证据,数量\r\n市发展局,投诉查实,2\r\n"),
    Case(text: "单位\t证据\t数量\n市发展局\t投诉查实\t2"),
    Case(text: "单位;证据;数量\n市发展局;投诉查实;2起\n"),
    Case(text: "数量,证据,单位\n2,投诉查实,市发展局\n"),
    Case(text: "\"单 位\",证据\u{3000},数量,\n\"市发展局\",投诉查实,2,\n"),
    Case(text: "\n,,\n单位,证据,数量\n\n,,\n市发展局,投诉查实,2\n,,,,\n\n"),
    Case(text: "单位,证据,数量\n市发展局,投诉查实,2,,\n"),
    Case(text: "单位,证据,数量,说明\n市发展局,投诉查实,2,\"两\n行\"\n"),
    Case(text: "单位,证据\n市发展局,投诉查实\n", rows: ["市发展局 投诉查实 1"]),
    Case(text: "单位,证据,数量\n发改,投诉查实,2\n 市发展 局,投诉查实,3\n", rows: ["市发展局 投诉查实 2", "市发展局 投诉查实 3"]),
    Case(text: "单位,证据,数量\n", rows: []),
    Case(text: "单位,证据,数量,备注,序号\n市发展局,投诉查实,2,x,1\n", findings: ["K0629 1"]),
    Case(text: "单位,证据,数量\n市发展局,投诉查实,2\r\n", findings: ["K0634 1"]),
  ]

  static let refused: [Case] = [
    Case(text: "", findings: ["K0636 1"]),
    Case(text: " \n\n", findings: ["K0636 1"]),
    Case(text: "单位，证据，数量\n市发展局，投诉查实，2\n", findings: ["K0604 1"]),
    Case(text: "单位|证据|数量\n", findings: ["K0604 1"]),
    Case(text: "甲,乙\n丙,丁\n", findings: ["K0606 1"]),
    Case(text: "单位,数量\n市发展局,2\n", findings: ["K0606 1"]),
    Case(text: "单位,证据,证据\n市发展局,投诉查实,\n", findings: ["K0606 1"]),
    Case(text: "单位,证据,数量（次）\n市发展局,投诉查实,2\n", findings: ["K0606 1"]),
    Case(text: "单位,证据,上年\n市发展局,投诉查实,\n", findings: ["K0628 1"]),
    Case(text: "2013年度台账,,\n单位,证据,数量\n市发展局,投诉查实,2\n", findings: ["K0626 1"]),
    Case(text: "单位,证据,数量\n市发展局,投诉查实,2,3\n", findings: ["K0602 2"]),
    Case(text: "单位,证据,数量\n市发展局,投诉查实\n", findings: ["K0602 2"]),
    Case(text: "单位,证据,数量\n市发展局,投诉查实,2\n单位,证据,数量\n", findings: ["K0627 3"]),
    Case(text: "单位,证据,数量\n市发展局,投诉\"查实,2\n", findings: ["K0619 2 证据", "K0601 2"]),
    Case(text: "单位,证据,数量\n市发展局,\"投诉查实\"x,2\n", findings: ["K0601 2"]),
    Case(text: "单位,证据,数量\n市发展局,投诉查实,2\n市发展局,\"投诉查实,2\n", findings: ["K0601 3"]),
    Case(text: "单位,证据,数量\r市发展局,投诉查实,2\r", findings: ["K0603 1"]),
    Case(text: "单位,证据,数量\n\u{FEFF}市发展局,投诉查实,2\n", findings: ["K0706 2 单位", "K0603 2"]),
    Case(text: "单位,证据,数量\n市发展局,投诉查实\n市发展局,投诉查实,x\n", findings: ["K0608 3 数量", "K0602 2"]),
  ]

  @Test(arguments: accepted) func `a sound file is read whatever its dress`(_ sample: Case) {
    let reading = readLedger(sample.text)
    #expect(reading.findings == sample.findings)
    #expect(reading.rows == sample.rows)
    #expect(!reading.hasErrors)
  }

  @Test(arguments: refused) func `a broken file is refused as a whole`(_ sample: Case) throws {
    let reading = readLedger(sample.text)
    #expect(reading.findings.sorted() == sample.findings.sorted())
    #expect(reading.rows == [])
    let report = try #require(reading.files.first { $0.name == "台账.csv" })
    #expect(report.isRefused)
    #expect(report.leftOutCount == report.rowCount)
    #expect(reading.table.hasReported.allSatisfy { !$0 })
  }

  @Test func `files are what their names say`() {
    let names: [(String, EvidenceFileRole)] = [
      ("单位名册.csv", .register), ("数据/单位名册.CSV", .register), ("台账.csv", .ledger(office: nil)),
      ("台账-信访局.csv", .ledger(office: "信访局")), ("a/b/台账－信访局.csv", .ledger(office: "信访局")),
      ("台账—信访局.csv", .ledger(office: "信访局")), ("台账2.csv", .ledger(office: nil)),
      ("台账-.csv", .ledger(office: nil)), ("指标表.csv", .figures), ("指标表-2013.csv", .figures),
      ("名册.csv", .other), ("台账.xlsx", .other), ("台账-信访局/说明.csv", .other),
    ]
    for (name, role) in names { #expect(EvidenceFileRole(ofFileNamed: name) == role, "\(name)") }
  }

  @Test func `files that nothing asks for are told`() {
    let reading = read([("指标表.csv", "x"), ("备份.csv", "x")])
    #expect(reading.diagnostics.map(\.code) == [.unreadFile, .unusedFigure])
    #expect(reading.diagnostics.map(\.severity) == [.note, .warning])
  }

  @Test func `the same ledger twice is refused`() {
    let text = "单位,证据\n市发展局,投诉查实\n"
    let reading = read([("台账1.csv", text), ("台账2.csv", text)])
    #expect(reading.findings == ["K0632 1"])
    #expect(reading.diagnostics.first?.related.map(\.file) == ["台账1.csv"])
    #expect(reading.rows == ["市发展局 投诉查实 1"])
    let empty = "单位,证据\n"
    #expect(read([("台账-人大办.csv", empty), ("台账-信访局.csv", empty)]).findings == [])
  }

  @Test func `files that are no text are refused`() {
    let utf16: [UInt8] = [0xFF, 0xFE, 0x55, 0x53]
    for (bytes, code) in [
      (utf16, DiagnosticCode.notDecodable), ([0x61, 0x00], .binaryFile),
      (Array("单位,".utf8) + [0xFF], .notDecodable),
    ] {
      let files = [
        EvidenceFile(name: "台账.csv", bytes: bytes),
        EvidenceFile(name: "单位名册.csv", bytes: Array(Sample.register.utf8)),
      ]
      let reading = EvidenceReader.read(files: files, for: Sample.rulebook())
      checkWording(of: reading.diagnostics)
      #expect(reading.diagnostics.map(\.code) == [code])
      #expect(reading.hasErrors)
    }
  }

  @Test func `a file above the limit is refused`() {
    let text = "单位,证据\n市发展局,投诉查实\n"
    let size = text.utf8.count
    let register = "单位\n甲局\n"
    let rulebook = Sample.rulebook(attributes: [], evidence: [])
    let within = read(
      [("台账.csv", text)], register: register, rulebook: rulebook, options: EvidenceOptions(greatestFile: size)
    )
    #expect(!within.diagnostics.contains { $0.code == .evidenceTooLarge })
    let above = read(
      [("台账.csv", text)], register: register, rulebook: rulebook,
      options: EvidenceOptions(greatestFile: size - 1))
    #expect(above.diagnostics.map(\.code) == [.evidenceTooLarge])
  }
}

@Suite struct SwallowedRowTests {
  private static let header = "单位,证据,数量,日期,说明,材料,填报单位\n"

  @Test(arguments: [
    // The quote finds its partner one row down, two rows down, and before a last cell.
    "市发展局,投诉查实,1,,\"窗口无人\n市财政局,投诉查实,2,,态度差\",,\n",
    "市发展局,投诉查实,1,,\"窗口无人\n市财政局,投诉查实,2,,,,\n市信访局,投诉查实,1,,又一起\",,\n",
    "市发展局,投诉查实,1,,,\"甲\n市财政局,投诉查实,2,,,乙\",市纪委\n",
    // The names in it may have slips of their own.
    "市发展局,投诉查实,1,,\"窗口无人\n市财正局,投诉查实,2,,态度差\",,\n",
    "市发展局,投诉查实,1,,\"窗口无人\n市财正局,投诉查买,2,,态度差\",,\n",
  ])
  func `a quote that swallows rows refuses the file`(rows: String) {
    let reading = read([("台账-市纪委.csv", Self.header + rows)])
    #expect(reading.diagnostics.map(\.code) == [.misplacedQuote])
    #expect(reading.words(.misplacedQuote) == "\"")
    #expect(reading.rows == [])
  }

  @Test(arguments: [
    "市发展局,投诉查实,1,,\"窗口无人\n已整改\",,\n",
    "市发展局,投诉查实,1,,\"一是窗口无人,二是态度差,三是超时\n市财政局,市信访局配合,已整改\",,\n",
    "市发展局,投诉查实,1,,\"见通报：\r\n市财政局\r\n市信访局\",\"甲\n乙\",\n",
    "市发展局,投诉查实,1,,\"\n\n\",,\n",
  ])
  func `an honest line break is part of its cell`(rows: String) {
    let reading = read([("台账-市纪委.csv", Self.header + rows)])
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.rows == ["市发展局 投诉查实 1"])
  }
}

@Suite struct HeaderLookTests {
  @Test(arguments: [
    ("单位,证据,数量\u{200B}\n", "数量"), ("单位,证据,材\u{AD}料\n", "材料"), ("单位\u{200E},证\u{2060}据\n", "单位"),
    ("\u{FEFF}单位,证据,日\u{FEFF}期\n", "日期"),
  ])
  func `a character nobody sees in a header is told as such`(header: String, column: String) {
    let reading = read([("台账-市纪委.csv", header)])
    #expect(reading.diagnostics.first { $0.code == .invisibleInName }?.title == "“\(column)”里有看不见的字符")
    #expect(!reading.diagnostics.contains { $0.code == .headerColumns || $0.code == .extraColumn })
    #expect(reading.files.contains { $0.isRefused })
  }

  @Test func `a column name that only looks like a known one is refused`() {
    let reading = read([("台账-市纪委.csv", "单位,证据,⽇期,说明\n市发展局,投诉查实,2013-05-01,\n")])
    #expect(reading.diagnostics.map(\.title) == ["“⽇期”像是“日期”一列"])
    #expect(read([("台账-市纪委.csv", "单位,证 据,　数量\n市发展局,投诉查实,1\n")]).rows == ["市发展局 投诉查实 1"])
  }
}
