import RulebookModel
import RulebookReports
import RulebookRevision
import RulebookSyntax
import RulebookText

/// `rulecheck diff`: what has become of last year's rulebook, and what that does to the scores.
struct DiffVerb {
  /// The forms in which it shows what it has found.
  enum Format: String, CaseIterable {
    case text, json
  }

  private let arguments: Arguments
  private let console: Console
  private let format: Format

  init(_ arguments: Arguments, _ console: Console) throws(Failure) {
    self.arguments = arguments
    self.console = console
    format = try arguments.choice(.format, or: .text)
    guard arguments.operands.count == 2 else {
      throw arguments.usage("写两个规则文件，先写旧的，再写新的")
    }
    if arguments.has(.keepGoing), !arguments.has(.evidence) {
      throw arguments.usage("--keep-going 和 --evidence 一起用")
    }
  }

  func run() throws(Failure) -> ExitStatus {
    var inputs: [System.FileIdentity] = []
    let old = try read(arguments.operands[0], &inputs)
    let new = try read(arguments.operands[1], &inputs)
    let revision = Revision(from: old, to: new)
    let comparison = try compare(revision, &inputs)
    let sheet = RevisionSheet(revision, comparison)
    switch format {
    case .text: try arguments.write(RevisionText(sheet, width: width), sparing: inputs, console)
    case .json: try arguments.write(RevisionJSON(sheet), sparing: inputs, console)
    }
    return .success
  }

  private var width: Int { arguments.has(.output) ? 100 : console.width(of: .output) }

  /// A rulebook without errors, and the tree it was read from.
  private func read(
    _ path: String, _ inputs: inout [System.FileIdentity]
  ) throws(Failure) -> (rulebook: Rulebook, tree: SyntaxTree) {
    let file = try RulebookFile(path: path)
    if let identity = file.file.identity { inputs.append(identity) }
    let (rulebook, tree, diagnostics) = file.load()
    guard let rulebook, let tree else {
      try console.say(diagnostics, sources: [file.source].compactMap { $0 })
      try console.say("规则文件“\(file.file.path)”有错误，没有比较\n")
      throw .ended(.invalid)
    }
    return (rulebook, tree)
  }

  /// The scores under both rules where there is evidence to apply them to.
  private func compare(
    _ revision: Revision, _ inputs: inout [System.FileIdentity]
  ) throws(Failure) -> ScoreComparison? {
    guard let path = arguments.value(.evidence) else { return nil }
    let folder = try EvidenceFolder(path: path)
    inputs += folder.identities
    console.progress.show("按两年的规则各算一遍…")
    let outcome = ScoreComparison.compare(
      revision, folder.files, keepsGoing: arguments.has(.keepGoing))
    try console.say(outcome.diagnostics, sources: outcome.sources)
    guard let comparison = outcome.comparison else {
      try console.say("台账、名册或指标表不能同时按两年的规则读取，没有计分\n")
      throw .ended(.invalid)
    }
    return comparison
  }
}
