package import RulebookText

/// Finds where sentences end in a stretch of official text: behind each 。 and each ； that stands in no bracket.
package struct SentenceEnds {
  private var cursor: Cursor
  private var depth = 0
  private var isBehindDigit = false

  /// Looks through `range`.
  package init(_ bytes: [UInt8], _ range: TextRange) { cursor = Cursor(bytes, range) }

  /// Where the next sentence ends; `nil` where none does any more.
  package mutating func next() -> Int? {
    while true {
      let isBehindIdeograph = cursor.skipIdeographs()
      guard let scalar = cursor.peek() else { return nil }
      if isBehindIdeograph { isBehindDigit = false }
      cursor.advance()
      // A 。 between two digits (0。2) is a misprinted point and ends nothing.
      let isMisprint = scalar == "。" && isBehindDigit && cursor.peek()?.isDigit == true
      isBehindDigit = scalar.isDigit
      if scalar == "(" || scalar == "《" || scalar == "“" { depth += 1 }
      if scalar == ")" || scalar == "》" || scalar == "”" { depth -= 1 }
      if scalar == "。" && !isMisprint || (scalar == ";" && depth <= 0) { return cursor.position }
    }
  }
}
