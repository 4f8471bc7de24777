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

  @Test func `2014 is what its document says and changes nothing unsaid`() throws {
    let rulebook = SourceText(name: "2014.rulebook", bytes: Repository.bytes(of: "rulebooks/2014.rulebook"))
    let issued = SourceText(name: "2014.txt", bytes: Repository.bytes(of: "rulebooks/issued/2014示例.txt"))
    let outcome = Resolver.load(rulebook)
    #expect(try #require(outcome.rulebook).title.hasSuffix("（示例）"))
    #expect(outcome.diagnostics.map(\.code) == Array(repeating: .capTooSmall, count: 4))
    #expect(Coverage(of: issued, in: outcome.tree).isComplete)
  }

  @Test func `2014 is the draft from 2013 with its proposals looked at`() {
    let old = Parser.parse(
      SourceText(name: "2013.rulebook", bytes: Repository.bytes(of: "rulebooks/2013.rulebook"))
    ).tree
    let issued = SourceText(name: "2014.txt", bytes: Repository.bytes(of: "rulebooks/issued/2014示例.txt"))
    let draft = String(decoding: RulebookDraft(of: issued, from: old).bytes, as: UTF8.self)
    let rulebook = String(decoding: Repository.bytes(of: "rulebooks/2014.rulebook"), as: UTF8.self)
    let accepted = Set(rulebook.split(separator: "\n"))
    let left = draft.split(separator: "\n").filter { !$0.contains("【？") && !accepted.contains($0) }
    // Blanks between the titles of columns, which the document has on lines of their own.
    #expect(left == ["考核项目考核内容考核标准【说明】", "考核内容考核细则单位【说明】"])
  }

  /// White space, line breaks and width make no difference.
  private static func folded(_ bytes: [UInt8]) -> String {
    FoldedName(bytes).text.filter { !$0.isWhitespace }
  }
}
