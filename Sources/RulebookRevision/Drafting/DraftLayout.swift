import RulebookText

/// Puts a draft together: the words of the document in one width, brackets among them, lines of brackets between.
struct DraftLayout {
  private let source: SourceText
  private var bytes: [UInt8] = []
  /// Where the last piece of the document ended.
  private var reached = 0
  private var endsLine = true

  init(_ source: SourceText) { self.source = source }

  /// The text, its last line ended.
  var finished: [UInt8] { endsLine ? bytes : bytes + "\n".utf8 }

  /// Adds lines that hold brackets alone.
  mutating func append(lines: [String]) {
    guard !lines.isEmpty else { return }
    if !endsLine { bytes += "\n".utf8 }
    for line in lines { bytes += (line + "\n").utf8 }
    endsLine = true
  }

  /// Adds a piece of the document as one line, or as a part of the line before where it stands on that.
  mutating func append(_ range: TextRange, _ insertions: [Insertion], blankBefore: Bool = false) {
    let gap = TextRange(min(reached, range.start), range.start)
    let breaks =
      source.bytes[gap.bytes].count { $0 == 0x0A }
      + (source.bytes[gap.bytes].contains(0x0A) ? 0 : source.bytes[gap.bytes].count { $0 == 0x0D })
    if breaks > 0, !endsLine {
      bytes += "\n".utf8
      endsLine = true
    }
    if endsLine, blankBefore || breaks > 1, !bytes.isEmpty, !bytes.hasEmptyLastLine { bytes += "\n".utf8 }
    var start = range.start
    for insertion in insertions.sorted(by: { $0.place < $1.place }) {
      appendWords(TextRange(start, max(start, insertion.place)))
      bytes += insertion.bracket.utf8
      start = max(start, insertion.place)
    }
    appendWords(TextRange(start, range.end))
    endsLine = false
    reached = range.end
  }

  /// Adds official words without the breaks of lines in them; their own brackets are doubled.
  private mutating func appendWords(_ range: TextRange) {
    var start = range.start
    var place = range.start
    while place < range.end {
      let isBreak = source.bytes[place] == 0x0A || source.bytes[place] == 0x0D
      if isBreak || source.bytes.isBracket(at: place) {
        OfficialSpelling.append(source.bytes, TextRange(start, place), to: &bytes)
        let length = isBreak ? 1 : 3
        if !isBreak { bytes += source.bytes[place..<place + 3] + source.bytes[place..<place + 3] }
        start = place + length
      }
      place = max(place + 1, start)
    }
    OfficialSpelling.append(source.bytes, TextRange(start, range.end), to: &bytes)
  }
}

extension [UInt8] {
  /// Whether the last line is an empty one.
  fileprivate var hasEmptyLastLine: Bool { suffix(2).elementsEqual("\n\n".utf8) }

  /// Whether 【 or 】 stands there.
  fileprivate func isBracket(at place: Int) -> Bool {
    place + 2 < count && self[place] == 0xE3 && self[place + 1] == 0x80
      && (self[place + 2] == 0x90 || self[place + 2] == 0x91)
  }
}
