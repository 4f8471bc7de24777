import RulebookText
import Testing

/// Numbers that are the same in every run (xorshift).
private struct FixedNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

@Suite struct DiagnosticsTextPropertiesTests {
  private static let alphabet = ["甲", "“", "𠮷", "a", "【", "①", "e\u{301}", "👨‍👩‍👧", "　", "。", "0"]

  /// The characters of `line` that stand in `columns`.
  private func characters(of line: Substring, in columns: Range<Int>, widths: DisplayWidth) -> String {
    var column = 0
    var result = ""
    for character in line {
      let width = widths.columns(of: character)
      if columns.contains(column) { result.append(character) }
      column += width
    }
    return result
  }

  /// The columns of the signs `^` in `line`.
  private func carets(in line: Substring) -> Range<Int> {
    let start = line.prefix { $0 != "^" }.count
    return start..<(start + line.count { $0 == "^" })
  }

  @Test(arguments: [DisplayWidth.Ambiguous.narrow, .wide])
  func `the words above the carets are the words meant, and no line is too wide`(
    ambiguous: DisplayWidth.Ambiguous
  ) throws {
    var numbers = FixedNumbers(state: 20_130_101)
    let widths = DisplayWidth(ambiguous: ambiguous)
    for _ in 0..<500 {
      let length = Int.random(in: 1...60, using: &numbers)
      let parts = (0..<length).map { _ in Self.alphabet.randomElement(using: &numbers) ?? "甲" }
      let start = Int.random(in: 0..<length, using: &numbers)
      let words = parts[start...].prefix(Int.random(in: 1...4, using: &numbers)).joined()
      let offset = parts[..<start].joined().utf8.count
      let source = SourceText(name: "a", parts.joined() + "\n")
      let label = Label(file: "a", range: TextRange(offset, offset + words.utf8.count))
      let text = Sample.snippet(
        Diagnostic(.notDecodable, title: "题", at: label), [source],
        options: RenderingOptions(width: 50, ambiguousWidth: ambiguous))
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      try #require(lines.count == 4)
      #expect(lines.allSatisfy { widths.columns(of: $0) <= 50 })
      #expect(characters(of: lines[2], in: carets(in: lines[3]), widths: widths) == words)
    }
  }

  @Test func `any bytes, ranges and widths can be written in every form`() {
    var numbers = FixedNumbers(state: 7)
    let bytes: [UInt8] = [0x09, 0x0A, 0x0D, 0x1B, 0x41, 0x7F, 0x80, 0xBF, 0xC3, 0xE2, 0x80, 0xAE, 0xF0, 0xFF]
    for _ in 0..<300 {
      let length = Int.random(in: 0...40, using: &numbers)
      let content = (0..<length).map { _ in bytes.randomElement(using: &numbers) ?? 0 }
      let labels = (0..<4).map { _ in
        let start = Int.random(in: -3...45, using: &numbers)
        return Label(
          file: "a", range: TextRange(start, start + Int.random(in: 0...20, using: &numbers)), text: "说")
      }
      let diagnostic = Diagnostic(
        .notDecodable, title: "题", at: labels[0], related: labels,
        fixes: [Fix(range: labels[1].range, replacement: "", confidence: .certain)])
      let options = RenderingOptions(
        width: Int.random(in: -1...60, using: &numbers), sameCodeLimit: 0, totalLimit: 0)
      for format in DiagnosticFormat.allCases {
        let text = format.render(
          [diagnostic], sources: SourceLibrary([SourceText(name: "a", bytes: content)]), options: options)
        #expect(text.contains("题"))
        #expect(!text.utf8.contains(0x1B))
      }
    }
  }
}
