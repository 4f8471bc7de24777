import ParallelWork

/// How a folder of evidence is read.
public struct EvidenceOptions: Sendable, Hashable {
  /// The greatest number of bytes of a file.
  public var greatestFile: Int
  /// How many threads read at most; what comes of it is the same for any number.
  public var threads: Int
  /// How many diagnostics of each kind are kept of a ledger; the others are counted.
  public var diagnosticsOfAKind: Int
  /// Whether plain rows may be read the quick way; the tests hold it against the other.
  package var readsPlainRows = true

  /// The usual options: files up to 1 GiB, as many threads as there are processors, a hundred diagnostics of a kind.
  public init(greatestFile: Int = 1 << 30, threads: Int? = nil, diagnosticsOfAKind: Int = 100) {
    self.greatestFile = greatestFile
    self.diagnosticsOfAKind = diagnosticsOfAKind
    self.threads = threads ?? ParallelWork.processors
  }
}
