/// The options of all verbs.
enum Option: String, CaseIterable {
  case format = "--format"
  case strict = "--strict"
  case watch = "--watch"
  case year = "--year"
  case evidence = "--evidence"
  case rulebooks = "--rulebooks"
  case unit = "--unit"
  case item = "--item"
  case output = "-o"
  case results = "--results"
  case problems = "--problems"
  case keepGoing = "--keep-going"
  case failIncomplete = "--fail-incomplete"
  case check = "--check"
  case write = "--write"
  case source = "--source"
  case from = "--from"
  case all = "--all"
  case coverage = "--coverage"
  case colour = "--color"
  case help = "--help"

  /// The option written as `word`, in any of its spellings.
  init?(word: String) {
    guard let option = Option.allCases.first(where: { $0.spellings.contains(word) }) else { return nil }
    self = option
  }

  /// All its spellings, the first as it is shown.
  var spellings: [String] {
    switch self {
    case .output: ["-o", "--output"]
    case .help: ["--help", "-h"]
    default: [rawValue]
    }
  }

  /// Whether a value follows it.
  var takesValue: Bool {
    switch self {
    case .format, .year, .evidence, .rulebooks, .unit, .item, .output, .results, .problems, .source, .from,
      .colour:
      true
    case .strict, .watch, .keepGoing, .failIncomplete, .check, .write, .all, .coverage, .help: false
    }
  }

  /// Whether it may be given more than once.
  var isRepeatable: Bool { self == .unit }
}
