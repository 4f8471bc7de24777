/// What may stand behind an option, or behind a verb.
enum CompletionValues {
  /// One of these words.
  case words([String])
  /// A file or folder.
  case paths
  /// Something that only a person knows.
  case anything

  /// What may stand behind `option` of `verb`; nil where nothing does.
  init?(_ option: Option, of verb: Verb) {
    guard option.takesValue else { return nil }
    switch option {
    case .format: self = .words(verb.formats)
    case .colour: self = .words(Console.Colour.allCases.map(\.rawValue))
    case .year, .unit, .item: self = .anything
    default: self = .paths
    }
  }

  /// What may stand behind `verb`.
  init(_ verb: Verb) {
    switch verb {
    case .completions: self = .words(CompletionScript.Shell.allCases.map(\.rawValue))
    case .explain: self = .words(DiagnosticPage.all.map(\.code))
    case .evaluate, .why, .forms: self = .anything
    case .check, .test, .text, .format, .coverage, .diff, .draft, .verify: self = .paths
    }
  }
}

extension Verb {
  /// What --format may say.
  fileprivate var formats: [String] {
    switch self {
    case .check: CheckVerb.Format.allCases.map(\.rawValue)
    case .evaluate: EvaluateVerb.Format.allCases.map(\.rawValue)
    case .diff: DiffVerb.Format.allCases.map(\.rawValue)
    case .coverage: CoverageVerb.Format.allCases.map(\.rawValue)
    case .why, .test, .text, .format, .draft, .forms, .verify, .explain, .completions: []
    }
  }
}
