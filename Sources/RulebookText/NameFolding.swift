/// A name as it is compared: of a unit, an evidence, an office or a column.
///
/// Two names are the same when their folded bytes are: full-width forms (，（）：％０Ａ) count as half-width ones
/// and spaces as nothing. Nothing else is merged: no case, no look-alikes, no Unicode normalisation.
public struct FoldedName: Sendable, Hashable {
  /// The folded name in UTF-8; damaged sequences are kept as they are.
  public let bytes: [UInt8]

  /// Folds a name given in UTF-8.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = Self.folded(bytes)
  }

  /// Folds a name given in UTF-8.
  public init(_ bytes: [UInt8]) {
    self.init(bytes[...])
  }

  /// Folds a name given as text.
  public init(_ text: String) {
    self.init(Array(text.utf8)[...])
  }

  /// Folds the words of `range` in `source`; what lies outside the text is left out.
  public init(_ source: SourceText, _ range: TextRange) {
    self.init(source.bytes[range.clamped(to: source.bytes.count).bytes])
  }

  /// The folded name as text, damaged sequences shown as U+FFFD.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether nothing is left of the name.
  public var isEmpty: Bool { bytes.isEmpty }

  private static func folded(_ name: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(name.count)
    var index = name.startIndex
    while index < name.endIndex {
      let (kept, length) = step(name, at: index)
      if let kept { result.append(kept) }
      index += length
    }
    return result
  }

  /// What the bytes at `index` are folded to, nil for a space, and how many of them are read.
  ///
  /// Spaces are the space, the tab, U+00A0, U+2002–U+200A and U+3000; full-width forms are U+FF01–U+FF5E.
  private static func step(_ name: ArraySlice<UInt8>, at index: Int) -> (kept: UInt8?, length: Int) {
    let first = name[index]
    switch first {
    case 0x09, 0x20: return (nil, 1)
    case 0xC2 where index + 1 < name.endIndex && name[index + 1] == 0xA0: return (nil, 2)
    case 0xE2, 0xE3, 0xEF: break
    default: return (first, 1)
    }
    guard index + 2 < name.endIndex else { return (first, 1) }
    switch (first, name[index + 1], name[index + 2]) {
    case (0xE2, 0x80, 0x82...0x8A), (0xE3, 0x80, 0x80): return (nil, 3)
    case (0xEF, 0xBC, let last) where 0x81...0xBF ~= last: return (last - 0x60, 3)
    case (0xEF, 0xBD, let last) where 0x80...0x9E ~= last: return (last - 0x20, 3)
    default: return (first, 1)
    }
  }
}

extension FoldedName: Comparable {
  /// The order of the bytes, which is that of the code points.
  public static func < (left: FoldedName, right: FoldedName) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
