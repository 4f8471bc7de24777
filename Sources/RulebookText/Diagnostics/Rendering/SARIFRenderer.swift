/// Writes diagnostics as a SARIF 2.1.0 log.
struct SARIFRenderer: Sendable {
  let sources: SourceLibrary

  /// A log of one run, which always holds every diagnostic.
  func render(_ diagnostics: [Diagnostic]) -> String {
    let ordered = Diagnostic.ordered(diagnostics)
    var indices: [DiagnosticCode: Int] = [:]
    var rules: [SARIFLog.Rule] = []
    for diagnostic in ordered where indices[diagnostic.code] == nil {
      indices[diagnostic.code] = rules.count
      rules.append(rule(of: diagnostic))
    }
    let results = ordered.map { result(of: $0, ruleIndex: indices[$0.code, default: 0]) }
    let run = SARIFLog.Run(tool: .init(driver: .init(rules: rules)), results: results)
    return SARIFLog(runs: [run]).json.text + "\n"
  }

  /// The kind of mistake, described by its first title.
  private func rule(of diagnostic: Diagnostic) -> SARIFLog.Rule {
    let code = diagnostic.code.rawValue
    return SARIFLog.Rule(
      id: code, shortDescription: .init(diagnostic.title),
      help: .init("rulecheck explain \(code)"))
  }

  private func result(of diagnostic: Diagnostic, ruleIndex: Int) -> SARIFLog.Result {
    var location = SARIFLog.Location(physicalLocation: physicalLocation(of: diagnostic.primary))
    if !diagnostic.path.isEmpty {
      location.logicalLocations = [.init(fullyQualifiedName: diagnostic.path)]
    }
    let related = diagnostic.related.enumerated().map { index, label in
      SARIFLog.Location(
        id: index + 1, physicalLocation: physicalLocation(of: label),
        message: label.text.isEmpty ? nil : .init(label.text))
    }
    let fixes = diagnostic.fixes.compactMap { change($0, of: diagnostic) }
    return SARIFLog.Result(
      ruleId: diagnostic.code.rawValue, ruleIndex: ruleIndex, level: diagnostic.severity.level,
      message: .init(diagnostic.message), locations: [location],
      relatedLocations: related.isEmpty ? nil : related, fixes: fixes.isEmpty ? nil : fixes)
  }

  /// A change as SARIF wants it; nil where the text is not at hand, for then its place is unknown.
  private func change(_ fix: Fix, of diagnostic: Diagnostic) -> SARIFLog.Change? {
    let file = diagnostic.primary.file
    guard let region = region(of: fix.range, inSourceNamed: file) else { return nil }
    let replacement = SARIFLog.Replacement(
      deletedRegion: region, insertedContent: .init(text: fix.replacement))
    let what = diagnostic.remedy.isEmpty ? diagnostic.title : diagnostic.remedy
    return SARIFLog.Change(
      description: .init(what + "（\(fix.confidence.word)）"),
      artifactChanges: [.init(artifactLocation: .init(name: file), replacements: [replacement])])
  }

  private func physicalLocation(of label: Label) -> SARIFLog.PhysicalLocation {
    SARIFLog.PhysicalLocation(
      artifactLocation: .init(name: label.file),
      region: region(of: label.range, inSourceNamed: label.file))
  }

  private func region(of range: TextRange, inSourceNamed name: String) -> SARIFLog.Region? {
    let span = SourceSpan(range, ofSourceNamed: name, in: sources)
    guard let start = span.start, let end = span.end else { return nil }
    return SARIFLog.Region(
      startLine: start.line, startColumn: start.utf16Column, endLine: end.line,
      endColumn: end.utf16Column)
  }
}

extension Diagnostic {
  /// Everything said at the primary place, a line each: title, path, label, 依据 and 改法.
  var message: String {
    let lines = [
      title, path.isEmpty ? "" : "条款：" + path, primary.text.isEmpty ? "" : "说明：" + primary.text,
      basis.isEmpty ? "" : "依据：" + basis,
      remedy.isEmpty ? "" : "改法：" + remedyWithConfidence,
    ]
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
