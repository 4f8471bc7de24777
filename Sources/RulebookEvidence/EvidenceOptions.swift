/// How a folder of evidence is read.
public struct EvidenceOptions: Sendable, Hashable {
  /// The greatest number of bytes of a file.
  public var greatestFile: Int

  /// The usual options: files up to 1 GiB.
  public init(greatestFile: Int = 1 << 30) {
    self.greatestFile = greatestFile
  }
}
