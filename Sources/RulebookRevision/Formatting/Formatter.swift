import RulebookModel
import RulebookSyntax
public import RulebookText

/// Writes a rulebook in one spelling for each meaning.
///
/// Brackets lose their blanks, their marks become full-width ones and their numerals digits; of the official text
/// nothing changes but the width of marks, digits and letters. Lines, brackets and comments stay where they are.
public enum Formatter {
  /// What formatting a text came to.
  public enum Outcome: Sendable {
    /// The text in the one spelling; the same bytes where it was already written so.
    case formatted([UInt8])
    /// It has errors, so nobody knows what it means; everything there is to say about it.
    case invalid([Diagnostic])
    /// In the other spelling it would mean something else, which is a mistake of the formatter.
    case wouldChangeMeaning
  }

  /// The text in the one spelling.
  public static func format(_ source: SourceText) -> Outcome {
    let before = Resolver.load(source)
    guard let rulebook = before.rulebook else { return .invalid(before.diagnostics) }
    let bytes = TreeSpelling(before.tree, rulebook).bytes
    if bytes == source.bytes { return .formatted(bytes) }
    let after = Resolver.load(SourceText(name: source.name, bytes: bytes))
    guard let rewritten = after.rulebook, Meaning(rewritten) == Meaning(rulebook),
      after.diagnostics.map(\.code) == before.diagnostics.map(\.code),
      words(of: after.tree) == words(of: before.tree)
    else { return .wouldChangeMeaning }
    return .formatted(bytes)
  }

  /// The official words, whatever their width.
  private static func words(of tree: SyntaxTree) -> [UInt8] {
    let bytes = OfficialText.bytes(of: tree)
    return FoldedText.folded(bytes, TextRange(0, bytes.count))
  }
}
