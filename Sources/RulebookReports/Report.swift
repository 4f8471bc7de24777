/// A text for readers or programs, handed over in pieces so that a large one never stands in memory as a whole.
public protocol Report: Sendable {
  /// Hands the pieces to `sink` in order. Throws only what `sink` throws.
  func write<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure)
}

extension Report {
  /// The whole text.
  public var text: String {
    var bytes: [UInt8] = []
    write { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Collects small pieces into larger ones.
struct Pieces {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ text: String) { bytes += text.utf8 }

  mutating func append(_ more: [UInt8]) { bytes += more }

  /// Hands over what has been collected where it is large enough, or where it is the last.
  mutating func flush<Failure: Error>(
    to sink: ([UInt8]) throws(Failure) -> Void, isLast: Bool = false
  ) throws(Failure) {
    guard bytes.count >= 1 << 16 || (isLast && !bytes.isEmpty) else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
