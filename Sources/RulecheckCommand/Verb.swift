/// What can be asked of rulecheck.
enum Verb: String, CaseIterable {
  case check, evaluate, why, test, text, format, coverage, diff, draft, forms, verify, explain, completions

  /// The options it takes.
  var options: [Option] {
    switch self {
    case .check: [.format, .strict, .watch, .output, .colour, .help]
    case .evaluate:
      [
        .year, .evidence, .rulebooks, .unit, .format, .output, .results, .problems, .keepGoing,
        .failIncomplete, .colour,
        .help,
      ]
    case .why: [.year, .evidence, .rulebooks, .unit, .item, .output, .problems, .keepGoing, .colour, .help]
    case .test: [.coverage, .colour, .help]
    case .format: [.check, .write, .colour, .help]
    case .diff: [.evidence, .format, .output, .keepGoing, .colour, .help]
    case .coverage: [.source, .format, .all, .output, .colour, .help]
    case .draft: [.from, .output, .colour, .help]
    case .forms: [.year, .from, .rulebooks, .output, .colour, .help]
    case .verify: [.evidence, .rulebooks, .colour, .help]
    case .text, .explain, .completions: [.colour, .help]
    }
  }

  /// Does it.
  func run(_ arguments: Arguments, _ console: Console) throws(Failure) -> ExitStatus {
    switch self {
    case .check: try CheckVerb(arguments, console).run()
    case .evaluate: try EvaluateVerb(arguments, console).run()
    case .why: try WhyVerb(arguments, console).run()
    case .test: try TestVerb(arguments, console).run()
    case .text: try TextVerb(arguments, console).run()
    case .format: try FormatVerb(arguments, console).run()
    case .diff: try DiffVerb(arguments, console).run()
    case .coverage: try CoverageVerb(arguments, console).run()
    case .draft: try DraftVerb(arguments, console).run()
    case .forms: try FormsVerb(arguments, console).run()
    case .verify: try VerifyVerb(arguments, console).run()
    case .explain: try ExplainVerb(arguments, console).run()
    case .completions: try CompletionsVerb(arguments, console).run()
    }
  }
}
