/// How a folder of evidence is read.
public struct EvidenceOptions: Sendable, Hashable {
  /// Words beside the known measure words that may follow a number of events (`2摊`): the rulebook's 【量词】.
  public var furtherMeasureWords: [String]
  /// The greatest number of bytes of a file.
  public var greatestFile: Int

  /// The usual options: no further words, files up to 1 GiB.
  public init(furtherMeasureWords: [String] = [], greatestFile: Int = 1 << 30) {
    self.furtherMeasureWords = furtherMeasureWords
    self.greatestFile = greatestFile
  }
}
