public import RulebookText

/// What came of reading a folder of evidence.
public struct EvidenceReading: Sendable {
  /// The register and every row that can be used.
  ///
  /// Where `diagnostics` hold an error, something was left out: whether to go on is for the caller to say.
  public var table: EvidenceTable
  /// What is wrong or worth saying, in the order of the files and their lines; then what concerns several. Of each
  /// ledger and kind only the first, as many as `EvidenceOptions` says.
  public var diagnostics: [Diagnostic]
  /// How many more there are of each kind.
  public var further: [FurtherDiagnostics]
  /// The files, in the order of their names.
  public var files: [EvidenceFileReport]
  /// The texts that diagnostics speak of, the rulebook's included.
  public var sources: [SourceText]
  /// How many rows were read the quick way: nothing but the time depends on it.
  public var plainRowCount: Int

  /// Whether something is wrong that no score should be built on.
  public var hasErrors: Bool {
    diagnostics.contains { $0.severity == .error } || further.contains { $0.severity == .error }
  }
}

/// What became of one file.
public struct EvidenceFileReport: Sendable, Hashable {
  /// Name of the file, as shown.
  public var name: String
  /// What the file is.
  public var role: EvidenceFileRole
  /// How its bytes were read; nil where they could not be.
  public var encoding: TextEncoding?
  /// How many rows it holds, header and blank rows not counted.
  public var rowCount = 0
  /// How many of them were left out because of an error in them or in the file.
  public var leftOutCount = 0
  /// How many of them were left out because the evidence does not apply to the unit.
  public var notApplicableCount = 0
  /// Whether the file as a whole was left out.
  public var isRefused = false
}
