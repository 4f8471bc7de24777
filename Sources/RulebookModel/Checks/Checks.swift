import RulebookSyntax
import RulebookText

/// What can be seen to be wrong with a rulebook before any evidence is there; one family of checks to a file.
enum Checks {
  /// Everything the checks find.
  static func run(on rulebook: Rulebook, tree: SyntaxTree, sentences: [Sentence]) -> [Diagnostic] {
    []
  }
}
