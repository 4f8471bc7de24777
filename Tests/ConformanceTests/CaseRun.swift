import ExactArithmetic
import RulebookEvidence
import RulebookModel
import RulebookScoring
import RulebookText

/// What came of running a case: every diagnostic, and the scores where there are any.
struct CaseRun {
  /// What was said, one line each, as cases write it.
  private(set) var diagnostics: [String] = []
  /// The scores; nil where an error stands in the way.
  private(set) var scores: Scores?

  private var library = SourceLibrary()
  /// How many lines of the rulebook belong to its head.
  private let headLines: Int

  private static let rulebookName = "规则"
  private static let defaultHead = "【细则：例】【年度：2013】【考核单位：考核办】\n"
  private static let defaultRegister = EvidenceFile(
    name: "单位名册.csv", bytes: Array("单位\n甲局\n乙局\n丙局\n".utf8))

  /// Runs `file` through reading, evidence, scoring and its examples.
  init(_ file: CaseFile) {
    headLines = Self.head(of: file).utf8.count { $0 == 0x0A }
    let source = SourceText(name: Self.rulebookName, Self.rules(of: file))
    library.insert(source)
    let outcome = Resolver.load(source)
    report(outcome.diagnostics)
    guard let rulebook = outcome.rulebook else { return }
    report(Self.problems(ofExamplesIn: rulebook))
    let reading = EvidenceReader.read(files: Self.files(of: file, rulebook), for: rulebook)
    reading.sources.forEach { library.insert($0) }
    report(reading.diagnostics)
    guard !reading.hasErrors else { return }
    let scored = Scorer.score(rulebook, reading.table)
    report(scored.diagnostics)
    scores = scored.scores
  }

  // MARK: What is fed in

  /// The rulebook of a case, its head before it.
  static func rules(of file: CaseFile) -> String { head(of: file) + (file.section("规则")?.text ?? "") }

  private static func head(of file: CaseFile) -> String { file.section("文件头")?.text ?? defaultHead }

  /// The evidence the case states; for the rest three units, and offices to which nothing happened.
  private static func files(of file: CaseFile, _ rulebook: Rulebook) -> [EvidenceFile] {
    var files = file.sections.filter { $0.name.contains(".") }.map {
      EvidenceFile(name: $0.name, bytes: Array($0.text.utf8))
    }
    if !files.contains(where: { $0.role == .register }) { files.append(defaultRegister) }
    let silent = file.section("未报")?.lines ?? []
    for office in rulebook.offices where !silent.contains(office) {
      let name = "台账-\(office).csv"
      if files.contains(where: { $0.name == name }) { continue }
      files.append(EvidenceFile(name: name, bytes: Array("单位,证据\n".utf8)))
    }
    return files
  }

  private static func problems(ofExamplesIn rulebook: Rulebook) -> [Diagnostic] {
    ExampleRunner.run(rulebook).compactMap { result in
      let example = rulebook.examples[result.example]
      let isComplete = result.isComplete
      let place = Label(
        file: rulebook.source.name, range: isComplete ? example.scorePlace : example.place)
      if result.isMet(example) { return nil }
      if isComplete { return .exampleDiffers(expected: "", found: "", at: place, working: "") }
      return .exampleIncomplete(
        result.missing.map { rulebook.evidence[$0].name }, figures: result.missingFigures, at: place)
    }
  }

  // MARK: What came out

  private mutating func report(_ found: [Diagnostic]) { diagnostics += found.map { line(for: $0) } }

  /// `K0404 第5行第12字`, lines counted within the section of the case.
  private func line(for diagnostic: Diagnostic) -> String {
    let label = diagnostic.primary
    let place = library.lines(ofSourceNamed: label.file)?.position(at: label.range.start)
    var line = place?.line ?? 1
    var section = label.file == Self.rulebookName ? "" : label.file + " "
    if section.isEmpty, line > headLines { line -= headLines } else if section.isEmpty { section = "文件头 " }
    return "\(diagnostic.code.rawValue) \(section)第\(line)行第\(place?.character ?? 1)字"
  }

  /// The score that a line of 应得 asks for, written as the line writes it.
  func score(of unit: Substring, at path: Substring) -> String {
    guard let scores else { return "没有算出得分" }
    guard let row = scores.units.firstIndex(of: String(unit)) else { return "没有这个单位" }
    if ["等次", "名次", "不得评为", "末位"].contains(path) { return outcome(String(path), scores, row) }
    guard let item = path == "总分" ? 0 : scores.rulebook.item(atPath: String(path)) else { return "没有这一项" }
    let found = scores.score(ofItem: item, unit: row)
    if found.state == .notApplicable { return "不适用" }
    if let exact = found.score.exact { return exact.shown }
    return "\(found.score.low?.shown ?? "不限")—\(found.score.high?.shown ?? "不限")"
  }

  /// What the year of a unit comes to: 等次 合格, 优秀或合格 or 无; 名次 3, 1—3; 不得评为 优秀 or 无; 末位 是, 否 or 或许.
  private func outcome(_ name: String, _ scores: Scores, _ unit: Int) -> String {
    guard scores.outcomes.indices.contains(unit) else { return "没有等次" }
    let outcome = scores.outcomes[unit]
    let grades = scores.rulebook.outcomes.grades
    switch name {
    case "等次": return outcome.grades.map { $0.map { grades[$0] } ?? "无" }.joined(separator: "或")
    case "名次":
      let (first, last) = (outcome.places.lowerBound, outcome.places.upperBound)
      return first == last ? "\(first)" : "\(first)—\(last)"
    case "不得评为": return outcome.bar.map { grades[...$0].joined(separator: "、") } ?? "无"
    default:
      switch outcome.isLast {
      case .certain: return "是"
      case .no: return "否"
      case .possible: return "或许"
      }
    }
  }
}
