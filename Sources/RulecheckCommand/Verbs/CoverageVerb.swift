import RulebookReports
import RulebookRevision
import RulebookSyntax
import RulebookText

/// `rulecheck coverage`: whether a rulebook has every sentence of the issued document.
struct CoverageVerb {
  /// The forms in which it shows what it has found.
  enum Format: String, CaseIterable {
    case text, json
  }

  private let arguments: Arguments
  private let console: Console
  private let format: Format
  private let path: String

  init(_ arguments: Arguments, _ console: Console) throws(Failure) {
    self.arguments = arguments
    self.console = console
    path = try arguments.onlyOperand("规则文件")
    format = try arguments.choice(.format, or: .text)
  }

  func run() throws(Failure) -> ExitStatus {
    let issued = try RulebookFile(path: try arguments.required(.source))
    let file = try RulebookFile(path: path)
    guard let document = issued.source, let source = file.source else {
      try console.say(issued.diagnostics + file.diagnostics, sources: [])
      return .invalid
    }
    try console.say(issued.diagnostics + file.diagnostics, sources: [])
    let parsed = Parser.parse(source)
    let coverage = Coverage(of: document, in: parsed.tree)
    guard !coverage.sentences.isEmpty else { throw .couldNotRun("“\(document.name)”里没有文字") }
    let inputs = [issued.file.identity, file.file.identity].compactMap { $0 }
    let sheet = CoverageSheet(coverage, document: document, rulebook: source, listsAll: arguments.has(.all))
    switch format {
    case .text: try arguments.write(CoverageText(sheet, width: width), sparing: inputs, console)
    case .json: try arguments.write(CoverageJSON(sheet), sparing: inputs, console)
    }
    let errors = parsed.diagnostics.count { $0.severity == .error }
    if errors > 0 {
      try console.say("\(source.name)：注记有 \(errors) 处错误，对照的结果可能不准；先运行 rulecheck check\n")
      return .invalid
    }
    return coverage.isComplete ? .success : .testFailed
  }

  private var width: Int { arguments.has(.output) ? 100 : console.width(of: .output) }
}
