import Glibc
import RulebookEvidence
import RulebookModel
import RulebookReports
import RulebookScoring
import RulebookText

/// Reads, scores and reports a generated year several times, and says how long each stage takes.
struct Benchmark {
  private static let usage = """
    rulebench [units] [rulebook] [turns]

    Generates a year of evidence for a rulebook (rulebooks/2013.rulebook) and so many units (2000), and measures each
    stage of scoring it: the median of so many turns (5), its rate, and how often the same bytes could be looked
    through in that time. Build it with -c release.

    """

  private let units: Int
  private let turns: Int
  private let source: SourceText

  /// Does what the arguments ask for, and ends the process where it cannot.
  static func main(_ arguments: [String]) {
    if arguments == ["--help"] { return end(usage, status: 0) }
    let numbers = arguments.compactMap { Int($0) }
    let paths = arguments.filter { Int($0) == nil }
    guard paths.count <= 1, numbers.count <= 2, numbers.allSatisfy({ $0 > 0 }),
      paths.allSatisfy({ !$0.hasPrefix("-") })
    else { return end(usage, status: 64) }
    let path = paths.first ?? "rulebooks/2013.rulebook"
    guard let bytes = InputBytes.read(path) else { return end("rulebench: cannot read \(path)\n", status: 1) }
    let benchmark = Benchmark(
      units: numbers.first ?? 2_000, turns: numbers.dropFirst().first ?? 5,
      source: SourceText(name: path, bytes: bytes))
    switch benchmark.run() {
    case .success(let lines): end(lines, status: 0)
    case .failure(let problem): end("rulebench: \(path): \(problem.words)\n", status: 3)
    }
  }

  /// What keeps the rulebook, or its generated evidence, from being scored.
  private struct Problem: Error {
    let words: String

    init(_ diagnostics: [Diagnostic]) {
      let first = diagnostics.first { $0.severity == .error }
      words = first.map { "\($0.code.rawValue) \($0.title)" } ?? "cannot be scored"
    }
  }

  private static func end(_ text: String, status: Int32) {
    let isWritten = InputBytes.write(text, to: status == 0 ? STDOUT_FILENO : STDERR_FILENO)
    exit(isWritten ? status : 1)
  }

  /// The table of all stages.
  private func run() -> Result<String, Problem> {
    let loaded = Resolver.load(source)
    guard let rulebook = loaded.rulebook else { return .failure(Problem(loaded.diagnostics)) }
    let files = GeneratedYear(rulebook, units: units).files
    let bytes = files.reduce(0) { $0 + $1.bytes.count }
    let reading = EvidenceReader.read(files: files, for: rulebook)
    guard !reading.hasErrors else { return .failure(Problem(reading.diagnostics)) }
    let scored = Scorer.score(rulebook, reading.table)
    guard let scores = scored.scores else { return .failure(Problem(scored.diagnostics)) }
    let sheet = ScoreSheet(scores)
    let clauses = rulebook.items.reduce(0) { $0 + $1.clauses.count } * units
    let scan = measure { files.reduce(0) { $0 + InputBytes.lineEnds(in: $1.bytes) } }
    let stages = [
      Stage(
        "load the rulebook", measure { Resolver.load(source).diagnostics.count }, source.bytes.count, "B"),
      Stage("look through the evidence", scan, bytes, "B"),
      Stage(
        "read the evidence", measure { EvidenceReader.read(files: files, for: rulebook).table.rowCount },
        bytes, "B"),
      Stage("score", measure { Scorer.score(rulebook, reading.table).diagnostics.count }, clauses, "clauses"),
      Stage("report as CSV", measure { Self.length(of: ScoreCSV(sheet)) }, units, "units"),
      Stage("report as JSON", measure { Self.length(of: ScoreJSON(sheet)) }, units, "units"),
    ]
    let head =
      "\(units) units, \(reading.table.rowCount) rows (\(reading.plainRowCount) of them read the quick way), "
      + "\(bytes) bytes in \(files.count) files\n"
    return .success(head + stages.map { $0.line(beside: scan) }.joined())
  }

  private static func length(of report: some Report) -> Int {
    var length = 0
    report.write { length += $0.count }
    return length
  }

  /// The median time of `work`, which says what it found, so that none of it is left undone.
  private func measure(_ work: () -> Int) -> Duration {
    let clock = ContinuousClock()
    var found: Set<Int> = []
    let times = (0..<turns).map { _ in clock.measure { found.insert(work()) } }.sorted()
    precondition(found.count == 1, "the same work gave something else")
    return times[times.count / 2]
  }
}
