/// A value in the words of JSON, on one line. Keys are sorted and escapes fixed, so that equal runs give equal bytes.
///
/// Written by hand: the encoder of Foundation is all that would be used of a library twice as large as this program,
/// and every start of the program would pay for linking it.
struct JSONText: Sendable, ExpressibleByDictionaryLiteral {
  /// The value as it is written.
  let text: String

  /// A string.
  init(_ words: String) { text = words.inJSON }

  /// A whole number.
  init(_ number: Int) { text = String(number) }

  /// A list.
  init(_ values: [JSONText]) { text = "[" + values.map(\.text).joined(separator: ",") + "]" }

  /// An object; keys without a value are left out.
  init(dictionaryLiteral elements: (String, JSONText?)...) {
    let written = elements.compactMap { key, value in value.map { (key: key, text: $0.text) } }
    let fields = written.sorted { $0.key < $1.key }.map { $0.key.inJSON + ":" + $0.text }
    text = "{" + fields.joined(separator: ",") + "}"
  }
}

extension String {
  /// The words as a JSON string; what a terminal would act on, or show in another order, is escaped.
  package var inJSON: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
