/// Writes diagnostics as workflow commands that GitHub shows as annotations.
struct GitHubRenderer: Sendable {
  /// GitHub shows at most this many annotations of a level per step.
  private static let shownPerLevel = 10

  let sources: SourceLibrary

  /// A command a line; the last of a level that GitHub shows tells how many more there are.
  func render(_ diagnostics: [Diagnostic]) -> String {
    let ordered = Diagnostic.ordered(diagnostics)
    var left: [Severity: Int] = [:]
    for diagnostic in ordered { left[diagnostic.severity, default: -Self.shownPerLevel] += 1 }
    var written: [Severity: Int] = [:]
    return ordered.map { diagnostic in
      let severity = diagnostic.severity
      written[severity, default: 0] += 1
      let rest = written[severity] == Self.shownPerLevel ? left[severity, default: 0] : 0
      let more = rest > 0 ? "另有 \(rest) 处\(severity.word)，见运行记录" : ""
      return command(diagnostic, more: more) + "\n"
    }.joined()
  }

  private func command(_ diagnostic: Diagnostic, more: String) -> String {
    let heading = "\(diagnostic.severity.word)[\(diagnostic.code.rawValue)]：\(diagnostic.title)"
    let file = diagnostic.primary.file
    var properties: [(name: String, value: String)] = []
    if !file.isEmpty { properties.append(("file", file)) }
    let span = SourceSpan(diagnostic.primary.range, ofSourceNamed: file, in: sources)
    if let start = span.start {
      properties.append(("line", String(start.line)))
      properties.append(("col", String(start.utf16Column)))
    }
    properties.append(("title", heading))
    let list = properties.map { $0.name + "=" + escapedProperty($0.value) }.joined(separator: ",")
    let message = diagnostic.message + (more.isEmpty ? "" : "\n" + more)
    return "::\(command(for: diagnostic.severity)) \(list)::\(escaped(message))"
  }

  private func command(for severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  /// The text with `%` and line breaks escaped, other hidden characters as stand-ins.
  private func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      default: scalar.isHidden ? scalar.standIn : String(scalar)
      }
    }.joined()
  }

  /// As `escaped`, and with the signs that part properties escaped too.
  private func escapedProperty(_ text: String) -> String {
    escaped(text).unicodeScalars.map { scalar in
      switch scalar {
      case ":": "%3A"
      case ",": "%2C"
      default: String(scalar)
      }
    }.joined()
  }
}
