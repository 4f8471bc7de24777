import RulebookEvidence
import RulebookModel
import RulebookText
import Testing

@Suite struct EvidenceReaderTests {
  private static let ledger = """
    单位,证据,数量,日期,材料
    市发展局,投诉查实,2起,2013-05-01,"甲,""乙"",丙"
    发改,信息报送,,2013年6月1日,
    市财政局,未建立组织,否,,
    市信访局,年度要点完成率,95%,,

    """

  private func reading(of ledger: [UInt8]) -> EvidenceReading {
    EvidenceReader.read(
      files: [
        EvidenceFile(name: "台账.csv", bytes: ledger),
        EvidenceFile(name: "单位名册.csv", bytes: Array(Sample.register.utf8)),
      ], for: Sample.rulebook())
  }

  @Test func `the order in which files are handed over shows nowhere`() {
    let files = [
      EvidenceFile(name: "台账-市纪委.csv", bytes: Array("单位,证据,数量\n市发展局,投诉查实,1\n某局,投诉查实,1\n".utf8)),
      EvidenceFile(name: "台账-信访局.csv", bytes: Array("单位,证据,数量\n市发展局,信访工作得分,90\n".utf8)),
      EvidenceFile(name: "台账.csv", bytes: Array("单位,证据,数量\n市发展局,信访工作得分,80\n市财政局,投诉查实,x\n".utf8)),
      EvidenceFile(name: "单位名册.csv", bytes: Array(Sample.register.utf8)),
      EvidenceFile(name: "指标表.csv", bytes: []),
    ]
    let first = EvidenceReader.read(files: files, for: Sample.rulebook())
    #expect(first.rows == ["市发展局 投诉查实 1"])
    for shift in 1..<files.count {
      let rotated = Array(files[shift...] + files[..<shift])
      for order in [rotated, rotated.reversed()] {
        let reading = EvidenceReader.read(files: order, for: Sample.rulebook())
        #expect(reading.diagnostics == first.diagnostics)
        #expect(reading.files == first.files)
        #expect(reading.rows == first.rows)
        #expect(reading.table.files == first.table.files)
        #expect(reading.table.offsets == first.table.offsets)
      }
    }
  }

  @Test func `a sound folder reads without a word`() {
    let reading = reading(of: Array(Self.ledger.utf8))
    #expect(reading.findings == [])
    #expect(
      reading.rows == [
        "市发展局 投诉查实 2 5月", "市发展局 信息报送 1 6月", "市财政局 未建立组织 0", "市信访局 年度要点完成率 95",
      ])
    #expect(reading.files.map(\.encoding) == [.utf8, .utf8])
    #expect(reading.files.map(\.rowCount) == [3, 4])
    #expect(reading.table.files == [0, 0, 0, 0])
    #expect(reading.sources.map(\.name) == ["2013.rulebook", "单位名册.csv", "台账.csv"])
  }

  @Test func `GB18030 reads as UTF-8 does`() {
    // 单位,证据,数量 / 市发展局,投诉查实,2起 / 市财政局,投诉查实,x
    let bytes: [UInt8] = [
      0xB5, 0xA5, 0xCE, 0xBB, 0x2C, 0xD6, 0xA4, 0xBE, 0xDD, 0x2C, 0xCA, 0xFD, 0xC1, 0xBF, 0x0D, 0x0A,  //
      0xCA, 0xD0, 0xB7, 0xA2, 0xD5, 0xB9, 0xBE, 0xD6, 0x2C, 0xCD, 0xB6, 0xCB, 0xDF, 0xB2, 0xE9, 0xCA, 0xB5,
      0x2C,
      0x32, 0xC6, 0xF0, 0x0D, 0x0A,  //
      0xCA, 0xD0, 0xB2, 0xC6, 0xD5, 0xFE, 0xBE, 0xD6, 0x2C, 0xCD, 0xB6, 0xCB, 0xDF, 0xB2, 0xE9, 0xCA, 0xB5,
      0x2C,
      0x78, 0x0D, 0x0A,
    ]
    let reading = reading(of: bytes)
    #expect(reading.rows == ["市发展局 投诉查实 2"])
    #expect(reading.findings == ["K0608 3 数量"])
    #expect(reading.words(.numberText) == "x")
    #expect(reading.files.last?.encoding == .gb18030)
    #expect(reading.table.details(ofRow: 0).quantity == "2起")
  }

  /// Whether `changed` is told, or has the rows of `original` for the same units and evidence.
  ///
  /// A changed digit or free word is another good statement, so these may differ.
  private func isExplained(_ changed: EvidenceReading, _ original: EvidenceReading) -> Bool {
    !changed.diagnostics.isEmpty
      || (changed.table.units == original.table.units && changed.table.evidence == original.table.evidence)
  }

  @Test(arguments: [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D, 0x00, 0xFF, UInt8(ascii: "9"), 0x20])
  func `a replaced byte never loses a row silently`(_ byte: UInt8) {
    let original = Array(Self.ledger.utf8)
    let expected = reading(of: original)
    for offset in original.indices {
      var changed = original
      changed[offset] = byte
      #expect(isExplained(reading(of: changed), expected), "\(byte) at \(offset)")
    }
  }

  @Test func `a deleted or doubled byte never loses a row silently`() {
    let original = Array(Self.ledger.utf8)
    let expected = reading(of: original)
    for offset in original.indices {
      var deleted = original
      deleted.remove(at: offset)
      #expect(isExplained(reading(of: deleted), expected), "without \(offset)")
      var doubled = original
      doubled.insert(original[offset], at: offset)
      #expect(isExplained(reading(of: doubled), expected), "doubled \(offset)")
    }
  }

  @Test func `a file cut short anywhere is read or refused, never more`() {
    let original = Array(Self.ledger.utf8)
    let expected = reading(of: original)
    for end in original.indices {
      let reading = reading(of: Array(original[..<end]))
      #expect(expected.table.units.starts(with: reading.table.units))
      #expect(expected.table.evidence.starts(with: reading.table.evidence))
    }
  }

  @Test func `a damaged register never traps`() {
    let original = Array(Sample.register.utf8)
    for offset in original.indices {
      for byte in [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0xE4, 0x00] {
        var changed = original
        changed[offset] = byte
        let reading = EvidenceReader.read(
          files: [
            EvidenceFile(name: "单位名册.csv", bytes: changed),
            EvidenceFile(name: "台账.csv", bytes: Array(Self.ledger.utf8)),
          ], for: Sample.rulebook())
        let isUnchanged = reading.table.register.units == ["市发展局", "市财政局", "市信访局"]
        #expect(isUnchanged || !reading.diagnostics.isEmpty, "\(byte) at \(offset)")
      }
    }
  }
}
