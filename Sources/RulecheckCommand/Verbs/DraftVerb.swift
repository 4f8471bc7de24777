import RulebookReports
import RulebookRevision
import RulebookSyntax
import RulebookText

/// `rulecheck draft`: a rulebook for the new year, as far as a program can write it.
struct DraftVerb {
  private let arguments: Arguments
  private let console: Console
  private let path: String

  init(_ arguments: Arguments, _ console: Console) throws(Failure) {
    self.arguments = arguments
    self.console = console
    path = try arguments.onlyOperand("公布的文件")
  }

  func run() throws(Failure) -> ExitStatus {
    var inputs: [System.FileIdentity] = []
    let document = try read(path, &inputs)
    let old = try arguments.value(.from).map { path throws(Failure) in try tree(path, &inputs) }
    console.progress.show("对照原文起草…")
    let draft = RulebookDraft(of: document, from: old)
    guard !draft.entries.isEmpty else { throw .couldNotRun("“\(document.name)”里没有文字") }
    try write(draft, sparing: inputs)
    let report = DraftText(
      draft, of: document, from: old?.source, width: console.width(of: .problems))
    try console.say(report.text)
    return .success
  }

  private func write(
    _ draft: RulebookDraft, sparing inputs: [System.FileIdentity]
  ) throws(Failure) {
    guard let path = arguments.value(.output), path != "-" else { return try console.write(draft.bytes) }
    try OutputFile(path: path, inputs: inputs).write {
      (sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) in
      try sink(draft.bytes)
    }
  }

  /// A file as text, without a byte order mark.
  private func read(
    _ path: String, _ inputs: inout [System.FileIdentity]
  ) throws(Failure) -> SourceText {
    let file = try RulebookFile(path: path)
    if let identity = file.file.identity { inputs.append(identity) }
    try console.say(file.diagnostics, sources: [])
    guard let source = file.source else { throw .ended(.invalid) }
    return source
  }

  /// The old rulebook, which must be readable: its brackets are taken over as they are.
  private func tree(_ path: String, _ inputs: inout [System.FileIdentity]) throws(Failure) -> SyntaxTree {
    let source = try read(path, &inputs)
    let (tree, diagnostics) = Parser.parse(source)
    let errors = diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else {
      try console.say(errors, sources: [source])
      try console.say("规则文件“\(path)”有错误，没有起草；先运行 rulecheck check 改好\n")
      throw .ended(.invalid)
    }
    return tree
  }
}
