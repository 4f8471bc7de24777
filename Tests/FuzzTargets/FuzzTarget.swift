import ExactArithmetic
import RulebookEvidence
import RulebookModel
import RulebookRevision
import RulebookScoring
import RulebookText

/// What any bytes are fed to. A target says what is wrong with what came of them; nothing may trap, whatever they are.
///
/// `Tests/Scripts/fuzz.py` builds each with libFuzzer; `swift test` runs each over the files of `Tests/FuzzCorpus`.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// The bytes are a rulebook: read, checked, formatted.
  case rulebook
  /// The bytes are a ledger of a small rulebook.
  case ledger
  /// The bytes are a number.
  case number
  /// The bytes are a rulebook, a register and a ledger with a NUL between: read and scored.
  case year

  /// What is wrong with what came of `bytes`; nil where nothing is.
  public func failure(of bytes: [UInt8]) -> String? {
    switch self {
    case .rulebook: Self.readRulebook(bytes)
    case .ledger: Self.readLedger(bytes)
    case .number: Self.readNumber(bytes)
    case .year: Self.scoreYear(bytes)
    }
  }

  // MARK: Rulebooks

  private static func readRulebook(_ bytes: [UInt8]) -> String? {
    guard case .text(let source) = TextDecoder.decode(name: "试.rulebook", bytes: bytes) else { return nil }
    let outcome = Resolver.load(source)
    let hasErrors = outcome.diagnostics.contains { $0.severity == .error }
    if (outcome.rulebook == nil) != hasErrors { return "a rulebook with errors, or none without" }
    if let stray = strayPlace(outcome.diagnostics, in: source.bytes.count) { return stray }
    guard !hasErrors else { return nil }
    switch Formatter.format(source) {
    case .invalid: return "a rulebook without errors cannot be formatted"
    case .wouldChangeMeaning: return "formatting would change the meaning"
    case .formatted(let once):
      guard case .formatted(let twice) = Formatter.format(SourceText(name: "试.rulebook", bytes: once)) else {
        return "what has been formatted cannot be formatted"
      }
      return once == twice ? nil : "formatting twice is not formatting once"
    }
  }

  private static func strayPlace(_ diagnostics: [Diagnostic], in count: Int) -> String? {
    let stray = diagnostics.first { diagnostic in
      ([diagnostic.primary] + diagnostic.related).contains {
        $0.range.start < 0 || $0.range.end < $0.range.start || $0.range.end > count
      }
    }
    return stray.map { "\($0.code.rawValue) points beyond the text" }
  }

  // MARK: Evidence

  private static let smallRulebook = Resolver.load(SourceText(name: "试.rulebook", small)).rulebook
  private static let small = """
    【细则：试】【年度：2013】【考核单位：市纪委】【名册：窗口】
    一、作风（10分）【起评：满分】
    投诉【投诉】每起扣0.2分；完成任务【任务：完成率】得2分，80%以上的得一半分；督查发现问题【督查】酌情扣0.1—0.5分。
    二、信息（5分）【起评：满分】
    每月至少两篇【信息：按月，至少2篇】，少一篇扣0.2分；测评排名【测评：名次】第1名的得1分。
    """
  private static let register = "单位,简称,窗口\n市发展局,发改,是\n市财政局,,否\n"

  private static func readLedger(_ bytes: [UInt8]) -> String? {
    guard let smallRulebook else { return "the small rulebook is wrong" }
    return score(smallRulebook, Array(register.utf8), bytes)
  }

  private static func scoreYear(_ bytes: [UInt8]) -> String? {
    let parts = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false).map(Array.init)
    guard parts.count == 3,
      case .text(let source) = TextDecoder.decode(name: "试.rulebook", bytes: parts[0]),
      let rulebook = Resolver.load(source).rulebook
    else { return nil }
    return score(rulebook, parts[1], parts[2])
  }

  /// Scores one ledger; every row of it is used, refused or passed over, and every total is an interval.
  private static func score(_ rulebook: Rulebook, _ register: [UInt8], _ ledger: [UInt8]) -> String? {
    let files = [
      EvidenceFile(name: "单位名册.csv", bytes: register), EvidenceFile(name: "台账.csv", bytes: ledger),
    ]
    let reading = EvidenceReader.read(files: files, for: rulebook)
    let report = reading.files.first { $0.name == "台账.csv" }
    if let report, !report.isRefused, reading.table.rowCount > report.rowCount {
      return "more rows than there are"
    }
    let (scores, problems) = Scorer.score(rulebook, reading.table)
    guard let scores else { return problems.isEmpty ? "no scores and no reason" : nil }
    for unit in reading.table.register.units.indices {
      let total = scores.total(ofUnit: unit)
      if let low = total.low, let high = total.high, low > high {
        return "an interval that is the wrong way round"
      }
    }
    return nil
  }

  // MARK: Numbers

  private static func readNumber(_ bytes: [UInt8]) -> String? {
    guard case .value(let value) = DecimalText.parse(bytes) else { return nil }
    guard let text = value.decimalText, case .value(let again) = DecimalText.parse(text.utf8) else {
      return "what was read cannot be written and read again"
    }
    return again == value ? nil : "another number is read again"
  }
}
