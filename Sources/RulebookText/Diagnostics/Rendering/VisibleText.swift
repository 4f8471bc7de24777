extension Unicode.Scalar {
  /// Whether a reader would not see it, or a terminal would obey it instead of showing it.
  var isHidden: Bool {
    if isPlain { return false }
    return switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
    }
  }

  /// Whether it is one of the characters that nearly all text consists of: ASCII that prints, or an ideograph.
  fileprivate var isPlain: Bool {
    (0x20...0x7E).contains(value) || (0x4E00...0x9FFF).contains(value)
  }

  /// What is shown in place of a hidden scalar, such as `⟨U+202E⟩`.
  var standIn: String { "⟨\(codePoint)⟩" }

  /// Whether it only joins or colours the parts of an emoji.
  fileprivate var shapesEmoji: Bool {
    switch value {
    case 0x200D, 0xFE0E, 0xFE0F, 0xE0020...0xE007F: true
    default: false
    }
  }
}

extension Character {
  /// Whether it holds a hidden scalar that must be shown by its stand-in.
  var hidesScalars: Bool {
    unicodeScalars.contains { $0.isHidden && !(isEmoji && $0.shapesEmoji) }
  }

  /// Whether it is drawn as an emoji. A digit is one only with its key cap.
  private var isEmoji: Bool {
    guard let first = unicodeScalars.first, first.properties.isEmoji else { return false }
    return !first.isASCII || unicodeScalars.contains("\u{20E3}")
  }
}

extension String {
  /// The text with a stand-in for each hidden scalar, fit to be written to a terminal.
  package var madeVisible: String {
    guard unicodeScalars.contains(where: \.isHidden) else { return self }
    var result = ""
    for character in self {
      if character.hidesScalars {
        for scalar in character.unicodeScalars {
          result += scalar.isHidden ? scalar.standIn : String(scalar)
        }
      } else {
        result.append(character)
      }
    }
    return result
  }
}
