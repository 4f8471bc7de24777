/// How a folder of evidence is read.
public struct EvidenceOptions: Sendable, Hashable {
  /// The greatest number of bytes of a file.
  public var greatestFile: Int
  /// Whether plain rows may be read the quick way; the tests hold it against the other.
  package var readsPlainRows = true

  /// The usual options: files up to 1 GiB.
  public init(greatestFile: Int = 1 << 30) {
    self.greatestFile = greatestFile
  }
}
