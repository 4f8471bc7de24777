import RulebookText

/// The issued document: what is left of a rulebook without its brackets.
public enum OfficialText {
  /// The bytes of the official text, in UTF-8 without a byte order mark.
  ///
  /// Every 【…】 is gone, and so is a line that held nothing else, with its break, and what is blank before the first
  /// line that is left; 【【 and 】】 are the official brackets they stand for. Everything else is byte for byte what
  /// the rulebook has.
  public static func bytes(of tree: SyntaxTree) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(tree.source.bytes.count)
    for line in tree.lines {
      let text = text(of: line, in: tree.source.bytes)
      if line.holdsAnnotation || bytes.isEmpty, text.allSatisfy(isBlank) { continue }
      bytes += text
      bytes += tree.source.bytes[line.lineBreak.bytes]
    }
    return bytes
  }

  private static func text(of line: LineSyntax, in bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for segment in line.segments {
      switch segment {
      case .annotation: continue
      case .officialBracket(let range): text += bytes[range.start..<(range.start + range.count / 2)]
      case .blank(let range) where range.start == 0 && bytes.starts(with: byteOrderMark):
        text += bytes[min(3, range.end)..<range.end]
      default: text += bytes[segment.range.bytes]
      }
    }
    return text
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Whether a byte is a blank, or part of U+3000 or U+00A0; no visible text consists of these bytes alone.
  private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0xE3, 0x80, 0xC2, 0xA0].contains(byte) }
}

extension LineSyntax {
  /// Whether a bracket stands on it.
  fileprivate var holdsAnnotation: Bool {
    segments.contains { if case .annotation = $0 { true } else { false } }
  }
}
