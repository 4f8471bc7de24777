import RulebookModel
import RulebookRevision
import RulebookText

/// Any bytes as a rulebook.
enum RulebookBytes {
  /// A rulebook comes of a text without errors, every message points into the text, and formatting twice is
  /// formatting once.
  static func failure(of bytes: [UInt8]) -> String? {
    guard case .text(let source) = TextDecoder.decode(name: "试.rulebook", bytes: bytes) else { return nil }
    let outcome = Resolver.load(source)
    let hasErrors = outcome.diagnostics.contains { $0.severity == .error }
    if (outcome.rulebook == nil) != hasErrors { return "a rulebook with errors, or none without" }
    if let stray = strayPlace(outcome.diagnostics, in: source.bytes.count) { return stray }
    return hasErrors ? nil : formattingFailure(source)
  }

  private static func strayPlace(_ diagnostics: [Diagnostic], in count: Int) -> String? {
    let stray = diagnostics.first { diagnostic in
      ([diagnostic.primary] + diagnostic.related).contains {
        $0.range.start < 0 || $0.range.end < $0.range.start || $0.range.end > count
      }
    }
    return stray.map { "\($0.code.rawValue) points beyond the text" }
  }

  private static func formattingFailure(_ source: SourceText) -> String? {
    switch Formatter.format(source) {
    case .invalid: return "a rulebook without errors cannot be formatted"
    case .wouldChangeMeaning: return "formatting would change the meaning"
    case .formatted(let once):
      guard case .formatted(let twice) = Formatter.format(SourceText(name: source.name, bytes: once)) else {
        return "what has been formatted cannot be formatted"
      }
      return once == twice ? nil : "formatting twice is not formatting once"
    }
  }
}
