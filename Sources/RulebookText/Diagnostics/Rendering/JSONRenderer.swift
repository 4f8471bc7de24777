/// Writes diagnostics as one JSON document for programs.
struct JSONRenderer: Sendable {
  let sources: SourceLibrary

  /// The document `{"diagnostics":[…],"schema":1}`, which always holds every diagnostic.
  func render(_ diagnostics: [Diagnostic]) -> String {
    let document: JSONText = [
      "schema": JSONText(1), "diagnostics": JSONText(Diagnostic.ordered(diagnostics).map(entry)),
    ]
    return document.text + "\n"
  }

  private func entry(_ diagnostic: Diagnostic) -> JSONText {
    let file = diagnostic.primary.file
    return [
      "code": JSONText(diagnostic.code.rawValue), "level": JSONText(diagnostic.severity.level),
      "title": JSONText(diagnostic.title), "path": JSONText(diagnostic.path), "file": JSONText(file),
      "label": JSONText(diagnostic.primary.text), "span": span(diagnostic.primary.range, file),
      "related": JSONText(diagnostic.related.map(place)), "basis": JSONText(diagnostic.basis),
      "remedy": JSONText(diagnostic.remedy), "fixes": JSONText(diagnostic.fixes.map { change($0, file) }),
    ]
  }

  private func place(_ label: Label) -> JSONText {
    [
      "file": JSONText(label.file), "label": JSONText(label.text), "span": span(label.range, label.file),
    ]
  }

  private func change(_ fix: Fix, _ file: String) -> JSONText {
    let edit: JSONText = [
      "file": JSONText(file), "span": span(fix.range, file), "replacement": JSONText(fix.replacement),
    ]
    return ["confidence": JSONText(fix.confidence.rawValue), "edits": JSONText([edit])]
  }

  private func span(_ range: TextRange, _ file: String) -> JSONText {
    let span = SourceSpan(range, ofSourceNamed: file, in: sources)
    return [
      "startByte": JSONText(span.startByte), "endByte": JSONText(span.endByte),
      "start": span.start.map(point), "end": span.end.map(point),
    ]
  }

  private func point(_ point: SourceSpan.Point) -> JSONText {
    [
      "line": JSONText(point.line), "character": JSONText(point.character),
      "utf16Column": JSONText(point.utf16Column),
    ]
  }
}
