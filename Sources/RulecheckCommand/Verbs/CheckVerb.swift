import RulebookReports
import RulebookText

/// `rulecheck check`: what is wrong with rulebooks.
struct CheckVerb {
  /// The forms in which it shows what it has found.
  enum Format: String, CaseIterable {
    case text, html, json, sarif, github
  }

  private let arguments: Arguments
  private let console: Console
  private let format: Format

  init(_ arguments: Arguments, _ console: Console) throws(Failure) {
    self.arguments = arguments
    self.console = console
    format = try arguments.choice(.format, or: .text)
    if arguments.has(.watch) { try Self.mayWatch(arguments, format) }
    if arguments.has(.output), format != .html { throw arguments.usage("-o 只和 --format html 一起用") }
  }

  func run() throws(Failure) -> ExitStatus {
    guard arguments.has(.watch) else { return try check() }
    return try Watch(console, paths: paths, check: check).run()
  }

  private func paths() throws(Failure) -> [String] {
    arguments.operands.isEmpty ? try RulebookFolder.standardPaths() : arguments.operands
  }

  private func check() throws(Failure) -> ExitStatus {
    if format == .html { return try proof() }
    let paths = try paths()
    var sources: [SourceText] = []
    var diagnostics: [Diagnostic] = []
    for (index, path) in paths.enumerated() {
      if paths.count > 1 { console.progress.show("检查 \(index + 1)/\(paths.count) \(path)") }
      let file = try RulebookFile(path: path)
      if let source = file.source { sources.append(source) }
      let reading = file.load()
      console.kept.keep(reading.rulebook, reading.tree)
      diagnostics += reading.diagnostics
    }
    diagnostics = judged(diagnostics)
    try show(diagnostics, sources, paths)
    return diagnostics.contains { $0.severity == .error } ? .invalid : .success
  }

  /// Refuses to watch where nobody could see what is found.
  private static func mayWatch(_ arguments: Arguments, _ format: Format) throws(Failure) {
    if arguments.operands.contains("-") { throw arguments.usage("--watch 看着文件，不能看标准输入") }
    switch format {
    case .text: return
    case .html where arguments.value(.output).map({ $0 != "-" }) ?? false: return
    case .html: throw arguments.usage("--watch 和 --format html 一起用时，用 -o 写明校对稿的文件名")
    case .json, .sarif, .github: throw arguments.usage("--watch 不和 --format \(format.rawValue) 一起用")
    }
  }

  /// 校对稿 of one rulebook, whatever is wrong with it.
  private func proof() throws(Failure) -> ExitStatus {
    let file = try RulebookFile(path: try arguments.onlyOperand("规则文件"))
    let reading = file.load()
    console.kept.keep(reading.rulebook, reading.tree)
    let diagnostics = judged(reading.diagnostics)
    let status: ExitStatus = diagnostics.contains { $0.severity == .error } ? .invalid : .success
    guard let source = file.source else {
      try console.say(diagnostics, sources: [])
      try console.say("“\(file.file.path)”读不出文字，没有写校对稿\n")
      return .invalid
    }
    let sheet = ProofSheet(
      of: reading.rulebook, tree: reading.tree, source: source, diagnostics: diagnostics)
    try arguments.write(sheet, sparing: [file.file.identity].compactMap { $0 }, console)
    return status
  }

  /// What is wrong, as --strict counts it.
  private func judged(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    arguments.has(.strict) ? diagnostics.map(\.strict) : diagnostics
  }

  private func show(_ diagnostics: [Diagnostic], _ sources: [SourceText], _ paths: [String]) throws(Failure) {
    if format != .text, let format = DiagnosticFormat(rawValue: format.rawValue) {
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
