/// A form in which diagnostics are handed over.
public enum DiagnosticFormat: String, Sendable, Hashable, CaseIterable {
  /// For people at a terminal.
  case text
  /// One JSON document, all diagnostics in it.
  case json
  /// SARIF 2.1.0, for code-scanning services.
  case sarif
  /// Workflow commands that GitHub turns into annotations.
  case github

  /// Writes `diagnostics` in this form, in the order of `Diagnostic.precedes`, each once.
  ///
  /// The result ends with a line break, or is empty where the form has nothing to say.
  /// A diagnostic whose file `sources` lacks is written without lines and columns. Those of which only the number is
  /// known are counted in the text for people.
  public func render(
    _ diagnostics: [Diagnostic], further: [FurtherDiagnostics] = [], sources: SourceLibrary,
    options: RenderingOptions = RenderingOptions()
  ) -> String {
    switch self {
    case .text: TextRenderer(sources: sources, options: options).render(diagnostics, further: further)
    case .json: JSONRenderer(sources: sources).render(diagnostics)
    case .sarif: SARIFRenderer(sources: sources).render(diagnostics)
    case .github: GitHubRenderer(sources: sources).render(diagnostics)
    }
  }
}
