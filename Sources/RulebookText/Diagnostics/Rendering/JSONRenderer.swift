import FoundationEssentials

/// Writes diagnostics as one JSON document for programs.
struct JSONRenderer: Sendable {
  let sources: SourceLibrary

  /// The document `{"diagnostics":[…],"schema":1}`, which always holds every diagnostic.
  func render(_ diagnostics: [Diagnostic]) -> String {
    let entries = Diagnostic.ordered(diagnostics).map(entry)
    return JSONText.of(Document(schema: 1, diagnostics: entries))
  }

  private func entry(_ diagnostic: Diagnostic) -> Entry {
    let file = diagnostic.primary.file
    return Entry(
      code: diagnostic.code.rawValue, level: diagnostic.severity.level, title: diagnostic.title,
      path: diagnostic.path, file: file, label: diagnostic.primary.text,
      span: SourceSpan(diagnostic.primary.range, ofSourceNamed: file, in: sources),
      related: diagnostic.related.map(place), basis: diagnostic.basis, remedy: diagnostic.remedy,
      fixes: diagnostic.fixes.map { fix in
        let span = SourceSpan(fix.range, ofSourceNamed: file, in: sources)
        return Change(
          confidence: fix.confidence.rawValue,
          edits: [Edit(file: file, span: span, replacement: fix.replacement)])
      })
  }

  private func place(_ label: Label) -> Place {
    Place(
      file: label.file, label: label.text,
      span: SourceSpan(label.range, ofSourceNamed: label.file, in: sources))
  }
}

extension JSONRenderer {
  private struct Document: Encodable {
    let schema: Int
    let diagnostics: [Entry]
  }

  private struct Entry: Encodable {
    let code, level, title, path, file, label: String
    let span: SourceSpan
    let related: [Place]
    let basis, remedy: String
    let fixes: [Change]
  }

  private struct Place: Encodable {
    let file, label: String
    let span: SourceSpan
  }

  private struct Change: Encodable {
    let confidence: String
    let edits: [Edit]
  }

  private struct Edit: Encodable {
    let file: String
    let span: SourceSpan
    let replacement: String
  }
}

/// JSON as the renderers write it: keys sorted, so that equal runs give equal bytes.
enum JSONText {
  /// `value` on one line with a line break. `value` holds only strings, whole numbers and truth values, which
  /// can always be encoded.
  static func of(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) }
    return (data ?? "null") + "\n"
  }
}
