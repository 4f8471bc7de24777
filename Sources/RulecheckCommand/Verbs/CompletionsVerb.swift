/// `rulecheck completions`: what a shell needs to complete verbs, options and values.
struct CompletionsVerb {
  private let console: Console
  private let shell: CompletionScript.Shell

  init(_ arguments: Arguments, _ console: Console) throws(Failure) {
    self.console = console
    let word = try arguments.onlyOperand("终端的名称")
    guard let shell = CompletionScript.Shell(rawValue: word) else {
      let known = CompletionScript.Shell.allCases.map(\.rawValue).joined(separator: "、")
      throw arguments.usage("没有“\(word)”的补全，有的是 \(known)")
    }
    self.shell = shell
  }

  func run() throws(Failure) -> ExitStatus {
    try console.write(CompletionScript(shell).text)
    return .success
  }
}
