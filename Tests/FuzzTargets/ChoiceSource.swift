/// Choices taken from bytes, one after the other; the first choice where none are left, so that every input ends.
struct ChoiceSource {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether all bytes have been used.
  var isEmpty: Bool { position >= bytes.count }

  /// A number below `count`, which is 1 to 256.
  mutating func below(_ count: Int) -> Int {
    guard !isEmpty else { return 0 }
    defer { position += 1 }
    return Int(bytes[position]) % count
  }

  /// One of `words`, which is not empty.
  mutating func word(_ words: [String]) -> String { words[below(words.count)] }

  /// Whether to do what is done once in `count` times.
  mutating func isOne(in count: Int) -> Bool { below(count) == 1 }

  /// `pattern` with a chosen number for each `#` and a chosen name for each `@`.
  mutating func filled(_ pattern: String) -> String {
    var text = ""
    for scalar in pattern.unicodeScalars {
      switch scalar {
      case "#": text += word(ComposedWords.numbers)
      case "@": text += word(ComposedWords.names)
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
