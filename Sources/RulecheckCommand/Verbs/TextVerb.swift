import RulebookSyntax
import RulebookText

/// `rulecheck text`: the official text of a rulebook, without its brackets.
struct TextVerb {
  private let console: Console
  private let path: String

  init(_ arguments: Arguments, _ console: Console) throws(Failure) {
    self.console = console
    path = try arguments.onlyOperand("规则文件")
  }

  func run() throws(Failure) -> ExitStatus {
    let file = try RulebookFile(path: path)
    let parsed = file.source.map { Parser.parse($0) }
    let diagnostics = file.diagnostics + (parsed?.diagnostics ?? [])
    try console.say(
      diagnostics.filter { $0.severity == .error }, sources: [file.source].compactMap { $0 })
    // With brackets that do not pair, what is official and what is not cannot be told.
    guard let parsed, !diagnostics.contains(where: { $0.severity == .error }) else { return .invalid }
    try console.write(OfficialText.bytes(of: parsed.tree))
    return .success
  }
}
