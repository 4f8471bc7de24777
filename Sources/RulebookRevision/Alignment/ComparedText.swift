import RulebookSyntax

/// Official words as two texts are compared: without blanks, official brackets and what nobody sees, marks of one width.
enum ComparedText {
  /// The words of a text.
  static func words(_ text: String) -> String {
    var words = String.UnicodeScalarView()
    for scalar in FoldedText.text(text).unicodeScalars where !isLeftOut(scalar) { words.append(scalar) }
    return String(words)
  }

  /// The words with their marks in full width, to be shown.
  static func shown(_ text: String) -> String {
    words(text).unicodeScalars.map { Marks.wide($0) ?? String($0) }.joined()
  }

  /// Whether a folded scalar says nothing of the document.
  static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "【", "】", "\u{FEFF}", "\u{200B}", "\u{000B}", "\u{000C}": true
    default: FoldedScalar.isBlank(scalar)
    }
  }
}
