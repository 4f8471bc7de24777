/// What any bytes are fed to. A target says what is wrong with what came of them; nothing may trap, whatever they are.
///
/// `Tests/Scripts/fuzz.py` builds each with libFuzzer; `swift test` runs each over the files of `Tests/FuzzCorpus`.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// The bytes are a rulebook: read, checked, formatted.
  case rulebook
  /// The bytes choose the words of a rulebook and the rows of its ledger: read, checked, formatted, scored.
  case composed
  /// The bytes are a ledger of a small rulebook.
  case ledger
  /// The bytes are the cells of one row, with a NUL between.
  case cells
  /// The bytes are a number.
  case number
  /// The bytes are a rulebook, a register and a ledger with a NUL between: read and scored.
  case year

  /// What is wrong with what came of `bytes`; nil where nothing is.
  public func failure(of bytes: [UInt8]) -> String? {
    switch self {
    case .rulebook: RulebookBytes.failure(of: bytes)
    case .composed: ComposedYear.failure(of: bytes)
    case .ledger: EvidenceBytes.failure(ofLedger: bytes)
    case .cells: EvidenceBytes.failure(ofCells: bytes)
    case .number: NumberBytes.failure(of: bytes)
    case .year: EvidenceBytes.failure(ofYear: bytes)
    }
  }
}
