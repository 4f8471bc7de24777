import RulebookText

/// Parts of a bracket that are nearly right.
extension Parser {
  /// What was probably meant by a part that cannot be read: 至少2篇 by 最少2篇, 按月，至少2篇 by 按月、至少2篇.
  func meantParts(_ place: TextRange) -> String? {
    let whole = FoldedText.text(bytes, place)
    if let meant = meantPart(whole) { return meant }
    for mark: Unicode.Scalar in ["、", ";"] {
      let pieces = split(place, at: mark).map { FoldedText.text(bytes, $0) }
      if pieces.count > 1 { return joined(pieces) }
    }
    let scalars = Array(whole.unicodeScalars)
    guard scalars.count <= 24 else { return nil }
    for end in scalars.indices.dropFirst() {
      let (first, second) = (
        String.UnicodeScalarView(scalars[..<end]), String.UnicodeScalarView(scalars[end...])
      )
      if let meant = joined([String(first), String(second)]) { return meant }
    }
    return nil
  }

  /// Whether only the measure word is missing behind the figure: 至多107.
  func lacksUnit(_ place: TextRange) -> Bool {
    let words = FoldedText.text(bytes, place)
    return words.unicodeScalars.last?.isDigit == true && isPart(words + "次")
  }

  private func joined(_ pieces: [String]) -> String? {
    var meant: [String] = []
    for piece in pieces {
      guard let part = isPart(piece) ? piece : meantPart(piece) else { return nil }
      meant.append(part)
    }
    return meant.joined(separator: "，")
  }

  /// One part that has another word for one of the closed list.
  private func meantPart(_ part: String) -> String? {
    for (word, meant) in Self.otherWords where part.hasPrefix(word) {
      let corrected = meant + part.dropFirst(word.count)
      if isPart(corrected) { return corrected }
    }
    return nil
  }

  /// Whether the words are a part, measure words apart: 篇 alone is never what was meant.
  private func isPart(_ words: String) -> Bool {
    let parser = Parser.reading(words, with: extraMeasureWords)
    let place = TextRange(0, words.utf8.count)
    switch parser.wordPart(FoldedText.folded(parser.bytes, place)) ?? parser.figurePart(place) {
    case .measureWord?, nil: return false
    default: return true
    }
  }

  private static let otherWords: [(word: String, meant: String)] = [
    ("最少", "至少"), ("起码", "至少"), ("最多", "至多"), ("不多于", "至多"), ("不超过", "至多"), ("每季度", "按季"),
    ("每个月", "按月"), ("每月", "按月"), ("每季", "按季"), ("每半年", "按半年"), ("每年度", "按年"), ("每年", "按年"), ("月", "按月"),
    ("季", "按季"), ("逐月", "按月"), ("逐季", "按季"), ("按季度", "按季"), ("按年度", "按年"), ("取平均分", "取平均"), ("平均", "取平均"),
    ("求平均", "取平均"),
  ]
}
