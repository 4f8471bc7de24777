/// A half-open stretch of a source file, in bytes of its UTF-8 text.
public struct TextRange: Sendable, Hashable {
  /// Offset of the first byte.
  public var start: Int
  /// Offset just behind the last byte; equal to `start` for an empty range.
  public var end: Int

  /// The bytes from `start` up to, not including, `end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// Number of bytes.
  public var count: Int { end - start }

  /// Whether the range holds no byte.
  public var isEmpty: Bool { start == end }

  /// The range as a Swift range, for slicing an array of bytes.
  public var bytes: Range<Int> { start..<end }

  /// The smallest range that holds this one and `other`.
  public func joined(with other: TextRange) -> TextRange {
    TextRange(min(start, other.start), max(end, other.end))
  }
}
