import RulebookModel
import RulebookRevision
import RulebookText
import Testing

/// Formatting never changes what a rulebook means, and a formatted one stays as it is.
@Suite struct FormattingTests {
  @Test(arguments: CaseFile.all) func `a case is formatted once and for all`(file: CaseFile) {
    let source = SourceText(name: "规则", CaseRun.rules(of: file))
    switch Formatter.format(source) {
    case .invalid: return
    case .wouldChangeMeaning: Issue.record("\(file.path) would mean something else")
    case .formatted(let once):
      guard case .formatted(let twice) = Formatter.format(SourceText(name: "规则", bytes: once)) else {
        Issue.record("\(file.path) cannot be formatted again")
        return
      }
      #expect(once == twice)
    }
  }
}

/// A rulebook that is only written differently has not changed.
@Suite struct UnchangedTests {
  @Test(arguments: CaseFile.all) func `a formatted case is no revision`(file: CaseFile) {
    let source = SourceText(name: "规则", CaseRun.rules(of: file))
    guard case .formatted(let bytes) = Formatter.format(source) else { return }
    let (old, new) = (Resolver.load(source), Resolver.load(SourceText(name: "规则", bytes: bytes)))
    guard let before = old.rulebook, let after = new.rulebook else { return }
    let revision = Revision(from: (before, old.tree), to: (after, new.tree))
    #expect(revision.changes.isEmpty, "\(file.path): \(revision.changes)")
  }
}
