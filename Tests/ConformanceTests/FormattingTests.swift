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
