/// A stretch of a source in every unit a reading program may want.
struct SourceSpan: Sendable {
  /// One end of the stretch; all numbers count from 1.
  struct Point: Sendable {
    let line: Int
    /// Characters as a reader counts them.
    let character: Int
    /// UTF-16 code units.
    let utf16Column: Int
  }

  /// Bytes of the text in UTF-8, counted from 0.
  let startByte: Int
  let endByte: Int
  /// Absent where the text is not at hand.
  let start: Point?
  let end: Point?

  /// The stretch `range` of the file `name`.
  init(_ range: TextRange, ofSourceNamed name: String, in sources: SourceLibrary) {
    guard let source = sources.source(named: name), let lines = sources.lines(ofSourceNamed: name) else {
      (startByte, endByte, start, end) = (range.start, range.end, nil, nil)
      return
    }
    let range = range.clamped(to: source.bytes.count)
    startByte = range.start
    endByte = range.end
    start = Point(lines.position(at: range.start))
    end = Point(lines.position(at: range.end))
  }
}

extension SourceSpan.Point {
  fileprivate init(_ position: TextPosition) {
    self.init(
      line: position.line, character: position.character, utf16Column: position.utf16Column)
  }
}

extension Severity {
  /// The word programs read: `error`, `warning` or `note`.
  var level: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }
}
