/// How the bytes of a file were read.
public enum TextEncoding: String, Sendable, Hashable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "UTF-8"
  /// GB18030, which contains GBK and GB2312.
  case gb18030 = "GB18030"
}

/// A file's text: the name it is shown under and its bytes in UTF-8.
///
/// The bytes are those of the file where it is UTF-8 (a byte order mark included),
/// and its conversion where it was GB18030.
public struct SourceText: Sendable, Hashable {
  /// Name of the file as the reader knows it.
  public let name: String
  /// The text in UTF-8. May hold damaged sequences where the file does.
  public let bytes: [UInt8]
  /// How the file was read.
  public let encoding: TextEncoding

  /// A text already in UTF-8.
  public init(name: String, bytes: [UInt8], encoding: TextEncoding = .utf8) {
    self.name = name
    self.bytes = bytes
    self.encoding = encoding
  }

  /// A text given as a string, for tests and for callers that hold one.
  public init(name: String, _ text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The words of `range`, damaged sequences shown as U+FFFD.
  public func text(_ range: TextRange) -> String {
    let clamped = max(0, min(range.start, bytes.count))..<max(0, min(range.end, bytes.count))
    return String(decoding: bytes[clamped], as: UTF8.self)
  }
}
