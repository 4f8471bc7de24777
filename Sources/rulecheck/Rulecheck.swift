import RulecheckCommand

/// The program: one call into the library.
@main
enum Rulecheck {
  static func main() {
    Command.main(Array(CommandLine.arguments.dropFirst()))
  }
}
