import RulebookText

/// Cuts, wraps and fills text to columns of a terminal.
struct TextColumns {
  private let widths = DisplayWidth()

  /// Columns that `text` takes.
  func width(_ text: String) -> Int { widths.columns(of: text) }

  /// `text` with blanks behind it up to `width` columns.
  func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - self.width(text)))
  }

  /// `text` with blanks before it up to `width` columns.
  func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - self.width(text))) + text
  }

  /// `text` cut to `width` columns, with … where something is missing.
  func shortened(_ text: String, _ width: Int) -> String {
    guard self.width(text) > width else { return text }
    return start(of: text, width - 1).text + "…"
  }

  /// `text` on at most `most` lines of `width` columns, the last one cut.
  func wrapped(_ text: String, _ width: Int, most: Int) -> [String] {
    var lines: [String] = []
    var rest = text[...]
    while lines.count + 1 < most, self.width(String(rest)) > width {
      let (line, end) = start(of: rest, width)
      // A character wider than the column still takes its place.
      let next = end == rest.startIndex ? rest.index(after: end) : end
      lines.append(line.isEmpty ? String(rest[..<next]) : line)
      rest = rest[next...]
    }
    return rest.isEmpty && !lines.isEmpty ? lines : lines + [shortened(String(rest), width)]
  }

  /// `text` on as many lines of `width` columns as it needs, each ended; blanks before them.
  func paragraph(_ text: String, _ width: Int, indent: Int = 0) -> String {
    let blanks = String(repeating: " ", count: indent)
    return wrapped(text, max(20, width - indent), most: .max).map { blanks + $0 + "\n" }.joined()
  }

  /// As much of the start of `text` as fits into `width` columns, and where it ends.
  private func start(of text: some StringProtocol, _ width: Int) -> (text: String, end: String.Index) {
    var taken = ""
    var columns = 0
    var end = text.startIndex
    for character in text {
      columns += widths.columns(of: character, from: columns)
      if columns > width { break }
      taken.append(character)
      end = text.index(after: end)
    }
    return (taken, end)
  }
}
