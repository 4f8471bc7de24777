import RulebookModel
import RulebookRevision
import RulebookSyntax
import RulebookText
import Testing

/// The promise of a rulebook: delete every 【…】 and the issued text is left, word for word.
@Suite struct IssuedTextTests {
  @Test func `2013 without its annotations is the issued text`() {
    let rulebook = SourceText(name: "2013.rulebook", bytes: Repository.bytes(of: "rulebooks/2013.rulebook"))
    let official = OfficialText.bytes(of: Parser.parse(rulebook).tree)
    let issued = Repository.bytes(of: "rulebooks/issued/2013.txt")
    #expect(!issued.isEmpty)
    #expect(Self.folded(official) == Self.folded(issued))
  }

  @Test func `2013 has every sentence of the issued text and says what it is`() {
    let rulebook = SourceText(name: "2013.rulebook", bytes: Repository.bytes(of: "rulebooks/2013.rulebook"))
    let issued = SourceText(name: "2013.txt", bytes: Repository.bytes(of: "rulebooks/issued/2013.txt"))
    let coverage = Coverage(of: issued, in: Parser.parse(rulebook).tree)
    #expect(coverage.sentences.count > 200)
    #expect(coverage.isComplete)
  }

  @Test func `2013 gives no message but its own four conflicts`() throws {
    let outcome = Resolver.load(
      SourceText(name: "2013.rulebook", bytes: Repository.bytes(of: "rulebooks/2013.rulebook")))
    let rulebook = try #require(outcome.rulebook)
    #expect(outcome.diagnostics.map(\.code) == Array(repeating: .capTooSmall, count: 4))
    #expect(
      outcome.diagnostics.map(\.path) == ["三（六）机构编制", "三（六）食品药品安全", "三（六）保密工作", "三（六）“卫生强市”创建"])
    #expect(Set(rulebook.examples.map(\.item)).count >= 25)
  }

  /// White space, line breaks and width make no difference.
  private static func folded(_ bytes: [UInt8]) -> String {
    FoldedName(bytes).text.filter { !$0.isWhitespace }
  }
}
