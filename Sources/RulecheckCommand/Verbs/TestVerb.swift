import ExactArithmetic
import RulebookModel
import RulebookReports
import RulebookScoring
import RulebookText

/// `rulecheck test`: whether the examples of rulebooks hold.
struct TestVerb {
  private let arguments: Arguments
  private let console: Console

  init(_ arguments: Arguments, _ console: Console) throws(Failure) {
    self.arguments = arguments
    self.console = console
  }

  func run() throws(Failure) -> ExitStatus {
    let paths = arguments.operands.isEmpty ? try RulebookFolder.standardPaths() : arguments.operands
    var statuses: [ExitStatus] = []
    for (index, path) in paths.enumerated() {
      if paths.count > 1 { console.progress.show("运行例子 \(index + 1)/\(paths.count) \(path)") }
      statuses.append(try test(path))
    }
    return statuses.contains(.invalid) ? .invalid : statuses.contains(.testFailed) ? .testFailed : .success
  }

  /// Runs the examples of one rulebook.
  private func test(_ path: String) throws(Failure) -> ExitStatus {
    let file = try RulebookFile(path: path)
    let (rulebook, _, diagnostics) = file.load()
    let sources = [file.source].compactMap { $0 }
    guard let rulebook, !diagnostics.contains(where: { $0.severity == .error }) else {
      try console.say(diagnostics, sources: sources)
      try console.write("\(file.file.path)：有错误，没有运行例子\n")
      return .invalid
    }
    let results = ExampleRunner.run(rulebook)
    let failures = results.compactMap { Self.failure(of: $0, in: rulebook) }
    try console.say(failures, sources: sources)
    try console.write("\(file.file.path)：\(Self.summary(rulebook.examples.count, failures.count))\n")
    if arguments.has(.coverage) {
      let width = console.width(of: .output)
      try console.write(
        ExampleCoverageText(ExampleCoverage(rulebook, results), in: rulebook, width: width).text)
    }
    return failures.isEmpty ? .success : .testFailed
  }

  private static func summary(_ count: Int, _ failed: Int) -> String {
    if count == 0 { return "没有例子" }
    return failed == 0 ? "\(count) 个例子都对" : "\(count) 个例子，\(failed) 个不对"
  }

  /// What is wrong with an example; nil where it holds.
  private static func failure(of result: ExampleResult, in rulebook: Rulebook) -> Diagnostic? {
    let example = rulebook.examples[result.example]
    guard !result.isMet(example) else { return nil }
    let isComplete = result.isComplete
    let place = Label(
      file: rulebook.source.name, range: isComplete ? example.scorePlace : example.place)
    var diagnostic: Diagnostic
    if isComplete {
      diagnostic = .exampleDiffers(
        expected: expected(example, in: rulebook), found: found(result, for: example, in: rulebook),
        at: place,
        working: Working.text(of: result.reasons, in: rulebook))
    } else {
      let names =
        result.missing.map { rulebook.evidence[$0].name }
        + result.missingReferences.map { rulebook.references[$0].title }
      diagnostic = .exampleIncomplete(names, figures: result.missingFigures, at: place)
    }
    diagnostic.path = rulebook.items[example.item].path
    return diagnostic
  }

  private static func expected(_ example: Example, in rulebook: Rulebook) -> String {
    switch example.expected {
    case .score(let score): shown(Score(score)) + "分"
    case .outcome(let effect): rulebook.outcomes.words(for: effect)
    }
  }

  private static func found(_ result: ExampleResult, for example: Example, in rulebook: Rulebook) -> String {
    switch example.expected {
    case .score: shown(result.found) + "分"
    case .outcome(let effect):
      result.outcome.map { OutcomeAccount($0, in: rulebook).found(insteadOf: effect) } ?? "没有结果"
    }
  }

  private static func shown(_ score: Score) -> String {
    if let exact = score.exact { return exact.signum < 0 ? "扣" + exact.magnitude.shown : exact.shown }
    return "\(score.low?.shown ?? "…")至\(score.high?.shown ?? "…")"
  }
}
