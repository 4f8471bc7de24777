import RulebookEvidence
import RulebookModel
import RulebookScoring
import RulebookText

/// Any bytes as evidence.
enum EvidenceBytes {
  private static let rulebook = Resolver.load(SourceText(name: "试.rulebook", small)).rulebook
  private static let small = """
    【细则：试】【年度：2013】【考核单位：市纪委】【名册：窗口】
    一、作风（10分）【起评：满分】
    投诉【投诉】每起扣0.2分；完成任务【任务：完成率】得2分，80%以上的得一半分；督查发现问题【督查】酌情扣0.1—0.5分。
    二、信息（5分）【起评：满分】
    每月至少两篇【信息：按月，至少2篇】，少一篇扣0.2分；测评排名【测评：名次】第1名的得1分。
    """
  private static let register = Array("单位,简称,窗口\n市发展局,发改,是\n市财政局,,否\n".utf8)
  private static let header = Array("单位,证据,数量,日期,材料\n".utf8)

  /// The bytes are a ledger of a small rulebook.
  static func failure(ofLedger bytes: [UInt8]) -> String? {
    guard let rulebook else { return "the small rulebook is wrong" }
    return failure(rulebook, ledger: bytes)
  }

  /// The bytes are the cells of one row: quoted or not, the same comes of them.
  static func failure(ofCells bytes: [UInt8]) -> String? {
    guard let rulebook else { return "the small rulebook is wrong" }
    let cells = bytes.split(separator: 0, maxSplits: 4, omittingEmptySubsequences: false).map(Array.init)
    guard cells.count == 5,
      cells.allSatisfy({ !$0.contains { [0x22, 0x2C, 0x0A, 0x0D, 0x00].contains($0) } })
    else { return nil }
    let bare = Array(cells.joined(separator: [0x2C])) + [0x0A]
    let quoted = Array(cells.map { [0x22] + $0 + [0x22] }.joined(separator: [0x2C])) + [0x0A]
    let first = read(rulebook, register, header + bare)
    let second = read(rulebook, register, header + quoted)
    if first.diagnostics.map(\.code) != second.diagnostics.map(\.code) { return "quotes change what is told" }
    if Scorer.score(rulebook, first.table).0?.total(ofUnit: 0)
      != Scorer.score(rulebook, second.table).0?.total(ofUnit: 0)
    {
      return "quotes change the score"
    }
    return failure(rulebook, first)
  }

  /// The bytes are a rulebook, a register and a ledger.
  static func failure(ofYear bytes: [UInt8]) -> String? {
    let parts = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false).map(Array.init)
    guard parts.count == 3,
      case .text(let source) = TextDecoder.decode(name: "试.rulebook", bytes: parts[0]),
      let rulebook = Resolver.load(source).rulebook
    else { return nil }
    return failure(rulebook, read(rulebook, parts[1], parts[2]))
  }

  /// Scores one ledger of two units; there are no more rows than were read, and every total is an interval.
  static func failure(_ rulebook: Rulebook, ledger: [UInt8]) -> String? {
    failure(rulebook, read(rulebook, register, ledger))
  }

  private static func read(_ rulebook: Rulebook, _ register: [UInt8], _ ledger: [UInt8]) -> EvidenceReading {
    EvidenceReader.read(
      files: [
        EvidenceFile(name: "单位名册.csv", bytes: register), EvidenceFile(name: "台账.csv", bytes: ledger),
      ],
      for: rulebook)
  }

  private static func failure(_ rulebook: Rulebook, _ reading: EvidenceReading) -> String? {
    let report = reading.files.first { $0.name == "台账.csv" }
    if let report, !report.isRefused, reading.table.rowCount > report.rowCount {
      return "more rows than there are"
    }
    let (scores, problems) = Scorer.score(rulebook, reading.table)
    guard let scores else { return problems.isEmpty ? "no scores and no reason" : nil }
    let isTurned = reading.table.register.units.indices.contains { unit in
      let total = scores.total(ofUnit: unit)
      guard let low = total.low, let high = total.high else { return false }
      return low > high
    }
    return isTurned ? "an interval that is the wrong way round" : nil
  }
}
