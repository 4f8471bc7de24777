import RulebookText

/// Words that a bracket lists, best first, and that sentences then speak of.
extension Parser {
  /// 等次（优秀、良好、合格）, 分级（省级、市级）; `nil` where the list cannot be read, which has then been reported.
  mutating func levels(_ word: LevelWord, _ place: TextRange) -> EvidencePart.Content? {
    var cursor = Cursor(bytes, place)
    _ = cursor.eat(word: word.rawValue)
    guard cursor.eat("(") else { return badList(word, place) }
    let inside = cursor.start
    while let scalar = cursor.peek(), scalar != ")" { cursor.advance() }
    let list = TextRange(inside, cursor.start)
    guard cursor.eat(")"), cursor.isAtEnd else { return badList(word, place) }
    let pieces = split(list, at: "、")
    let names = pieces.compactMap { name($0) }
    guard names.count == pieces.count else { return nil }
    guard names.count >= 2, Set(names.map(\.text)).count == names.count else { return badList(word, place) }
    guard names.count <= Limits.levels else { return tooMany("一个证据的等次或级别", Limits.levels, place) }
    guard learn(names.map(\.text)) else { return tooMany("全文的等次和级别", Limits.levelWords, place) }
    return word == .grades ? .grades(names) : .levels(names)
  }

  /// Takes further words into the list; `false` where it gets too long.
  private mutating func learn(_ names: [String]) -> Bool {
    let known = Set(levelWords.words)
    guard !known.isSuperset(of: names) else { return true }
    let words = known.union(names)
    guard words.count <= Limits.levelWords else { return false }
    levelWords = WordList(words.sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) })
    return true
  }

  private mutating func tooMany(_ name: String, _ limit: Int, _ place: TextRange) -> EvidencePart.Content? {
    report(.overLimit(name, limit: "\(limit) 个", at: label(place)))
    return nil
  }

  private mutating func badList(_ word: LevelWord, _ place: TextRange) -> EvidencePart.Content? {
    report(.badLevelList(word.rawValue, example: word.example, at: label(place)))
    return nil
  }
}
