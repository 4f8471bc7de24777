import RulebookEvidence
import RulebookModel
import RulebookText
import Testing

/// Rows read the quick way and rows looked at one by one: the same rows, the same messages at the same places, whatever
/// is done to the ledger.
@Suite("平常的行") struct PlainRowsTests {
  /// Ledgers of offices, with rows of every sort that is read the quick way.
  static let ledgers: [(name: String, text: String)] = [
    (
      "台账-市纪委.csv",
      "单位,证据,数量,日期,说明,材料\r\n市发展局,投诉查实,2起,2013-05-01,查实,文1\r\n发改,投诉查实,3,2013/5/1,\"详见附件,第3页\",\"文\"\"2\"\"\"\r\n"
        + "市财政局,信息报送,12篇,2013年11月30日,,\r\n市信访局,未建立组织,是,,,\r\n市信访局,失泄密,,2013.2.28,见台账,文3\r\n"
        + "市财政局,月度达标,√,2013-01-31,,\r\n市发展局,月度达标,否,2013-12-31,,\r\n市财政局,投诉查实,1,,,\r\n"
    ),
    (
      "台账-市委办.csv",
      "日期;数量;证据;单位;备注\n2013-05-01;95.5%;年度要点完成率;市发展局;甲\n2013-06-01;100;年度要点完成率;市发展局;\n;82.25;工业竞赛得分;市发展局;乙\n"
        + "2013-6-1;1200.5万元;招商金额;市财政局;丙\n2013-6-1;0;招商金额;市发展局;丁\n;77;满意率;市信访局;“戊”\n"
    ),
    (
      "台账-人大办.csv",
      "单位\t证据\t数量\t说明\n市发展局\t议案办理扣分\t0.3\t未按时答复\n市财政局\t议案办理扣分\t0.5分\t代表不满意\n市财政局\t会议扣分\t2\t\n"
        + "市信访局\t会议扣分\t0.25\t缺席\n"
    ),
    (
      "台账-信访局.csv",
      "单位,证据,数量,日期\n市发展局,信访工作得分,95.5,2013-12-01\n市财政局,信访工作得分,100分,\n市财政局,季度测评,9.75,2013-03-31\n市财政局,季度测评,10,2013-06-30\n"
        + "市信访局,满意率,99%,\n"
    ),
    (
      "台账-环保局.csv",
      "单位,证据,数量,级别,填报单位,事项,日期\n市发展局,优良天数,300,,,,\n市财政局,优良天数,301天,,环保局,,2013-12-31\n"
        + "市信访局,优良天数,298,,,,\n"
    ),
  ]

  /// How many rows of a ledger are looked at one by one all the same: the one that names its office.
  static let slowRows = ["台账-环保局.csv": 1]

  /// Spellings that offices use, each of them read the quick way.
  static let spellings: [(evidence: String, quantity: String, date: String)] = [
    ("投诉查实", "", "2013-01-01"), ("投诉查实", "1", "2013-1-1"), ("投诉查实", "20起", "2013/12/31"),
    ("投诉查实", "3", "2013.6.30"), ("投诉查实", "999999", "2013年2月28日"), ("投诉查实", "2起", ""),
    ("未建立组织", "是", ""), ("未建立组织", "√", "2013-03-01"), ("未建立组织", "", ""),
    ("信息报送", "0", "2013-01-31"), ("信息报送", "12篇", "2013年11月30日"), ("月度达标", "否", "2013-04-30"),
  ]

  @Test("each spelling that offices use is read the quick way", arguments: spellings.indices)
  func readsQuickly(_ index: Int) {
    let (evidence, quantity, date) = Self.spellings[index]
    let row = "市财政局,\(evidence),\(quantity),\(date),情况属实,文9\n"
    let bytes = Array(("单位,证据,数量,日期,说明,材料\n" + row).utf8) + Self.tail
    let (quick, plain) = readBoth(bytes, name: "台账-市纪委.csv")
    #expect(quick.plainRowCount == 1)
    #expect(plain.plainRowCount == 0)
    compare(bytes, name: "台账-市纪委.csv")
  }

  /// What bytes are changed into: digits, signs of the structure, parts of 汉字, spaces, what nobody sees.
  static let others: [[UInt8]] = [
    [], [0x30], [0x39], [0x2C], [0x22], [0x0A], [0x0D], [0x0D, 0x0A], [0x20], [0x2E], [0x2D], [0x3B], [0x09],
    [0xE5], [0xEF, 0xBB, 0xBF], [0xE3, 0x80, 0x80], [0x22, 0x22], [0x2C, 0x2C], [0x25], [0x27],
  ]

  /// Rows are read the quick way up to a block before the end of a file; behind this tail all of a short one are.
  private static let tail = [UInt8](repeating: 0x0A, count: 128)

  private func readBoth(_ bytes: [UInt8], name: String) -> (quick: EvidenceReading, plain: EvidenceReading) {
    let files = [
      EvidenceFile(name: name, bytes: bytes),
      EvidenceFile(name: "单位名册.csv", bytes: Array(Sample.register.utf8)),
    ]
    var options = EvidenceOptions()
    let quick = EvidenceReader.read(files: files, for: Sample.rulebook(), options: options)
    options.readsPlainRows = false
    return (quick, EvidenceReader.read(files: files, for: Sample.rulebook(), options: options))
  }

  private func compare(_ bytes: [UInt8], name: String) {
    let (quick, plain) = readBoth(bytes, name: name)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(quick.diagnostics == plain.diagnostics, "\(text)")
    #expect(quick.files == plain.files, "\(text)")
    #expect(columns(quick.table) == columns(plain.table), "\(text)")
  }

  /// All that a table says of its rows.
  private func columns(_ table: EvidenceTable) -> [[Int]] {
    [
      table.units.map(Int.init), table.evidence.map(Int.init), table.mantissas.map(Int.init),
      table.scales.map(Int.init), table.months.map(Int.init), table.offsets.map(Int.init),
      table.hasReported.map { $0 ? 1 : 0 },
    ]
  }

  @Test("several ledgers read at once are read as one after the other")
  func readsAtOnce() {
    // Long enough for threads to be started, with a bad row here and there.
    let files = Self.ledgers.map { ledger in
      let rows = ledger.text.split(whereSeparator: \.isNewline)
      let many = (0..<240).flatMap { number in
        rows.dropFirst().map { $0 + (number % 90 == 7 ? ",,,,,,多" : "") }
      }
      return EvidenceFile(
        name: ledger.name, bytes: Array(([rows[0]] + many).joined(separator: "\n").utf8))
    }
    let all = files + [EvidenceFile(name: "单位名册.csv", bytes: Array(Sample.register.utf8))]
    let alone = EvidenceReader.read(
      files: all, for: Sample.rulebook(), options: EvidenceOptions(threads: 1))
    #expect(alone.table.rowCount > 1300)
    #expect(alone.diagnostics.count > 20)
    for threads in [2, 16] {
      let several = EvidenceReader.read(
        files: all, for: Sample.rulebook(), options: EvidenceOptions(threads: threads))
      #expect(several.diagnostics == alone.diagnostics)
      #expect(several.files == alone.files)
      #expect(columns(several.table) == columns(alone.table))
    }
  }

  @Test("every row of these ledgers is read", arguments: ledgers)
  func readsAll(_ ledger: (name: String, text: String)) {
    let bytes = Array(ledger.text.utf8) + Self.tail
    let (quick, _) = readBoth(bytes, name: ledger.name)
    #expect(quick.diagnostics.filter { $0.severity == .error }.isEmpty)
    let rowCount = ledger.text.split(whereSeparator: \.isNewline).count - 1
    #expect(quick.table.rowCount == rowCount)
    let slow = Self.slowRows[ledger.name] ?? 0
    #expect(quick.plainRowCount == rowCount - slow)
    compare(bytes, name: ledger.name)
    compare(Array(ledger.text.utf8), name: ledger.name)
  }

  @Test("a byte changed anywhere is read the same both ways", arguments: ledgers)
  func readsDamaged(_ ledger: (name: String, text: String)) {
    let bytes = Array(ledger.text.utf8) + Self.tail
    for (offset, other) in zip(bytes.indices, (0..<bytes.count).map { Self.others[$0 % Self.others.count] }) {
      compare(Array(bytes[..<offset]) + other + bytes[(offset + 1)...], name: ledger.name)
      if offset % 3 == 0 { compare(Array(bytes[..<offset]) + other + bytes[offset...], name: ledger.name) }
    }
    for offset in bytes.indices.filter({ $0 % 29 == 0 }) {
      compare(Array(bytes[..<offset]), name: ledger.name)
      compare(Array(bytes[..<offset]) + Self.tail, name: ledger.name)
    }
  }

  @Test("each sign in a row is read the same both ways", arguments: ledgers)
  func readsSigns(_ ledger: (name: String, text: String)) {
    let bytes = Array(ledger.text.utf8)
    let row = ledger.text.utf8.prefix { $0 != 0x0A }.count + 1
    let end = row + ledger.text.utf8.dropFirst(row).prefix { $0 != 0x0A }.count
    for offset in stride(from: row, to: end, by: 4) {
      for other in Self.others {
        compare(Array(bytes[..<offset]) + other + bytes[offset...], name: ledger.name)
      }
    }
  }

  static let quantities = [
    "", "0", "1", "2", "10", "007", "0.5", "0.1", "0.09", "0.51", "1.0", "1.00001", "0.12345", "99.99", "100",
    "100.01",
    "10.01", "100.0001", "95%", "0.5%", "1%", "0.3分", "100分", "101分", "2起", "2件", "3篇", "5万元", "-1", "+1",
    "1e3", ".5",
    "5.", "5..1", "1 2", " 3", "3 ", "２", "是", "√", "否", "×", "有", "无", "Y", "n", "?", "是的",
    "123456789012345",
    "1234567890123456", "99999999999999999999", "0.1234567890123456789",
  ]

  static let dates = [
    "", "2013-01-31", "2013-02-28", "2013-02-29", "2013-04-31", "2013-12-31", "2013-12-32", "2013-13-01",
    "2013-00-10",
    "2013-1-0", "2013-1-1", "2013/1/1", "2013.1.1", "2013-1/1", "2013/1-1", "2013年1月1日", "2013年2月29日",
    "2013年1月1号",
    "2013年1月1", "2013年1-1", "2013-1月1日", "2012-05-01", "2014-05-01", "13-05-01", "2013-005-01", "2013-05-001",
    "2013-05-01 08:00", "2013-05-01T08:00", "20130501", "41395", "5月1日", "2013-05", "2013-05-01日",
    "２０１３-05-01",
    "2013 05 01", " 2013-05-01",
  ]

  @Test("every quantity of every evidence on every date is read the same both ways")
  func readsCells() {
    for office in Sample.offices {
      var text = "单位,证据,数量,日期,说明,材料\n"
      for evidence in Sample.evidence {
        for quantity in Self.quantities { text += "市发展局,\(evidence.name),\(quantity),2013-05-01,查实,\n" }
        for date in Self.dates { text += "市财政局,\(evidence.name),2,\(date),查实,文1\n" }
        for reason in ["", " ", "　", "“甲”", "\" \"", "甲\r"] {
          text += "市信访局,\(evidence.name),0.2,2013-05-01,\(reason),\n"
        }
      }
      compare(Array(text.utf8), name: "台账-\(office).csv")
      compare(Array(text.replacing("\n", with: "\r\n").utf8), name: "台账-\(office).csv")
    }
  }
}
