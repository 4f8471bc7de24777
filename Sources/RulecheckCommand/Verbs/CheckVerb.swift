import RulebookText

/// `rulecheck check`: what is wrong with rulebooks.
struct CheckVerb {
  private let arguments: Arguments
  private let console: Console
  private let format: DiagnosticFormat

  init(_ arguments: Arguments, _ console: Console) throws(Failure) {
    self.arguments = arguments
    self.console = console
    format = try arguments.choice(.format, or: .text)
  }

  func run() throws(Failure) -> ExitStatus {
    let paths = arguments.operands.isEmpty ? try RulebookFolder.standardPaths() : arguments.operands
    var sources: [SourceText] = []
    var diagnostics: [Diagnostic] = []
    for path in paths {
      let file = try RulebookFile(path: path)
      if let source = file.source { sources.append(source) }
      let reading = file.load()
      console.kept.keep(reading.rulebook, reading.tree)
      diagnostics += reading.diagnostics
    }
    if arguments.has(.strict) { diagnostics = diagnostics.map(\.strict) }
    try show(diagnostics, sources, paths)
    return diagnostics.contains { $0.severity == .error } ? .invalid : .success
  }

  private func show(_ diagnostics: [Diagnostic], _ sources: [SourceText], _ paths: [String]) throws(Failure) {
    guard format == .text else {
      return try console.write(
        format.render(diagnostics, sources: SourceLibrary(sources), options: console.options(for: .output)))
    }
    try console.say(diagnostics, sources: sources)
    guard diagnostics.allSatisfy({ $0.severity == .note }) else { return }
    let what = paths.count == 1 ? (paths[0] == "-" ? "标准输入" : paths[0]) : "\(paths.count) 个规则文件"
    try console.write("\(what)：没有发现问题\n")
  }
}

extension Diagnostic {
  /// The diagnostic with a warning counted as an error.
  fileprivate var strict: Diagnostic {
    guard severity == .warning else { return self }
    var strict = self
    strict.severity = .error
    return strict
  }
}
