/// What came of reading the bytes of a file as text.
public enum DecodingOutcome: Sendable, Hashable {
  /// The file is text; its `encoding` says how it was read.
  case text(SourceText)
  /// The file looks like text, but some bytes belong to no character.
  case damaged(DamagedBytes)
  /// The file begins with the mark of UTF-16 (in Excel: “Unicode 文本”), which is not read.
  case utf16
  /// The file holds a NUL byte, as no text does; `offset` is that of the first.
  case binary(offset: Int)
}

/// The first bytes of a file that belong to no character.
public struct DamagedBytes: Sendable, Hashable {
  /// Offset of the first of them in the file.
  public let offset: Int
  /// Number of the line they stand in, from 1; LF, CRLF and CR end lines.
  public let line: Int
  /// The bytes themselves, 1 to 4.
  public let bytes: [UInt8]
  /// The encoding the rest of the file fits best.
  public let looksLike: TextEncoding
}
