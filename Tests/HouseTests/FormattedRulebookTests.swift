import RulebookRevision
import RulebookText
import Testing

/// The rulebooks of the repository are written in the one spelling that `rulecheck format` writes.
@Suite struct FormattedRulebookTests {
  @Test(arguments: Repository.files(below: "rulebooks", endingWith: ".rulebook"))
  func `a rulebook needs no formatting`(path: String) {
    let source = SourceText(name: path, bytes: Repository.bytes(of: path))
    guard case .formatted(let bytes) = Formatter.format(source) else {
      Issue.record("\(path) cannot be formatted")
      return
    }
    #expect(bytes == source.bytes, "run rulecheck format \(path) --write")
  }
}
