import RulebookText
import Testing

@testable import RulebookSyntax

/// The published grammar says what the parser reads.
struct GrammarTests {
  private let grammar = Grammar.published

  @Test("the grammar is well formed: every rule defined once and used")
  func isWellFormed() {
    #expect(grammar.problem == nil)
    #expect(grammar.doubled == [])
    #expect(grammar.undefined == [])
    let used = Set(grammar.rules.values.flatMap(\.names))
    #expect(grammar.rules.keys.filter { !used.contains($0) }.sorted() == ["line"])
  }

  // MARK: Outcomes

  @Test(
    "behind a bracket both read the same outcomes", arguments: GrammarTable.outcomes + OfficialLines.tails)
  func outcomes(_ tail: String) {
    var recogniser = Recogniser(grammar, tail)
    let bytes = Array(tail.utf8)
    var reader = Self.outcomeReader(bytes)
    let read = reader.outcome().map { FoldedText.text(bytes, TextRange(0, $0.range.end)) }
    #expect(recogniser.longest("outcome", before: Self.marks) == read)
  }

  @Test("both take the same sentences for the rest of an outcome", arguments: GrammarTable.outcomeSentences)
  func outcomeContinuations(_ sentence: String) {
    var recogniser = Recogniser(grammar, sentence)
    let bytes = Array(sentence.utf8)
    var reader = Self.outcomeReader(bytes)
    let read = reader.continuation().map { FoldedText.text(bytes, TextRange(0, $0.range.end)) }
    #expect(recogniser.longest("outcome continuation", before: [";", "。", ".", ")"]) == read)
  }

  private static func outcomeReader(_ bytes: [UInt8]) -> OutcomeReader {
    OutcomeReader(
      cursor: Cursor(bytes, TextRange(0, bytes.count)), extraWords: [], grades: .grades(GrammarTable.grades))
  }

  // MARK: Consequences

  @Test("behind a bracket both read the same words", arguments: GrammarTable.tails + OfficialLines.tails)
  func consequences(_ tail: String) {
    var recogniser = Recogniser(grammar, tail)
    #expect(recogniser.longest("consequence", before: Self.marks) == Self.consequence(tail))
  }

  @Test("the table of consequences holds what is read and what is not")
  func tableIsBalanced() {
    let read = GrammarTable.tails.filter { Self.consequence($0) != nil }
    #expect(read.count > 60)
    #expect(GrammarTable.tails.count - read.count > 40)
  }

  /// The words that the parser reads behind a bracket, folded.
  private static func consequence(_ tail: String) -> String? {
    let bytes = Array(tail.utf8)
    var reader = ConsequenceReader(cursor: Cursor(bytes, TextRange(0, bytes.count)), extraWords: [])
    return reader.consequence().map { FoldedText.text(bytes, TextRange(0, $0.range.end)) }
  }

  /// Before what a consequence may end.
  private static let marks: Set<Unicode.Scalar> = [",", ";", "。", "、", ".", ")", "(", "【", "】", "!"]

  // MARK: Sentences that go on

  @Test("both take the same sentences for the rest of a clause", arguments: GrammarTable.sentences)
  func continuations(_ sentence: String) {
    let bytes = Array(sentence.utf8)
    var reader = ConsequenceReader(cursor: Cursor(bytes, TextRange(0, bytes.count)), extraWords: [])
    var recogniser = Recogniser(grammar, sentence)
    let read = reader.continuation().map { FoldedText.text(bytes, TextRange(0, $0.range.end)) }
    #expect(recogniser.longest("continuation", before: [";", "。", ".", ")"]) == read)
  }

  // MARK: Brackets

  @Test("both accept the same brackets", arguments: GrammarTable.contents + OfficialLines.contents)
  func contents(_ content: String) {
    let bytes = Array(content.utf8)
    // Characters that look alike are refused in names; that is no matter of grammar.
    guard LookAlikes.first(in: bytes, TextRange(0, bytes.count)) == nil else { return }
    var recogniser = Recogniser(grammar, content)
    #expect(recogniser.accepts("content") == Self.isRead(content))
  }

  private static func isRead(_ content: String) -> Bool {
    let head = "【等次：\(GrammarTable.grades.joined(separator: "、"))】\n"
    let lines = Parser.parse(SourceText(name: "试.rulebook", head + "【\(content)】")).tree.lines
    return (lines.last?.segments ?? []).contains { segment in
      guard case .annotation(let annotation) = segment else { return false }
      if case .broken = annotation.content { return false }
      return true
    }
  }

  // MARK: Headings

  @Test("both find the same heading number", arguments: GrammarTable.headings + OfficialLines.headings)
  func headings(_ line: String) {
    let bytes = Array(line.utf8)
    var cursor = Cursor(bytes, TextRange(0, bytes.count))
    let read = cursor.headingNumber().map { FoldedText.text(bytes, TextRange(0, $0.range.end)) }
    var recogniser = Recogniser(grammar, line)
    #expect(recogniser.longest("heading number", before: nil) == read)
  }

  @Test(
    "both take the same parentheses for tails",
    arguments: GrammarTable.parentheses + OfficialLines.parentheses)
  func tails(_ parenthesis: String) {
    let tree = Parser.parse(SourceText(name: "试.rulebook", "一、甲" + parenthesis)).tree
    let hasTail = tree.lines.flatMap(\.segments).contains { if case .tail = $0 { true } else { false } }
    var recogniser = Recogniser(grammar, parenthesis)
    #expect(recogniser.accepts("tail") == hasTail)
  }
}
