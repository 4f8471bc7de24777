/// The command line tool as a function: words in, exit status out.
public enum Command {
  /// Runs the program with these arguments, its own name left out, and ends the process.
  public static func main(_ arguments: [String]) -> Never {
    let console = Console()
    let status = run(arguments, console)
    withExtendedLifetime(console.kept) { System.exit(status) }
  }

  /// The version of the tool.
  public static let version = "0.1.0"

  /// Runs `rulecheck` with these arguments, the program's own name left out, and returns the exit status.
  ///
  /// Reads and writes files, standard input and output as asked. 0 all well, 1 could not run, 2 an example does
  /// not hold, 3 rulebook or evidence invalid, 4 incomplete where --fail-incomplete is given, 64 wrong usage.
  public static func run(_ arguments: [String]) -> Int32 { run(arguments, Console()) }

  private static func run(_ arguments: [String], _ console: Console) -> Int32 {
    System.ignoreWriteSignals()
    var console = console
    defer { console.progress.clear() }
    do throws(Failure) {
      return try run(arguments, &console).rawValue
    } catch {
      if !error.message.isEmpty, (try? console.say(error.message)) == nil {
        return ExitStatus.couldNotRun.rawValue
      }
      return error.status.rawValue
    }
  }

  private static func run(_ words: [String], _ console: inout Console) throws(Failure) -> ExitStatus {
    guard let first = words.first else {
      try console.say(HelpText.overview)
      return .usage
    }
    switch first {
    case "--help", "-h", "help": return try help(about: words.dropFirst().first, console)
    case "--version":
      try console.write("rulecheck \(version)\n")
      return .success
    default: break
    }
    let (verb, rest) = try verb(of: words)
    let arguments = try Arguments(rest, of: verb)
    if arguments.has(.help) {
      try console.write(HelpText.of(verb))
      return .success
    }
    console.colour = try arguments.choice(.colour, or: .auto)
    return try verb.run(arguments, console)
  }

  /// The verb, and the words behind it. Files without a verb before them are checked.
  private static func verb(of words: [String]) throws(Failure) -> (Verb, [String]) {
    let first = words[0]
    if let verb = Verb(rawValue: first) { return (verb, Array(words.dropFirst())) }
    if first.utf8.contains(UInt8(ascii: ".")) || first.utf8.contains(UInt8(ascii: "/"))
      || first.hasPrefix("-")
    {
      return (.check, words)
    }
    let near = Suggestion.words(for: first, among: Verb.allCases.map(\.rawValue))
    throw .usage("没有“\(first)”这个命令" + near)
  }

  private static func help(about word: String?, _ console: Console) throws(Failure) -> ExitStatus {
    try console.write(word.flatMap { Verb(rawValue: $0) }.map { HelpText.of($0) } ?? HelpText.overview)
    return .success
  }
}
