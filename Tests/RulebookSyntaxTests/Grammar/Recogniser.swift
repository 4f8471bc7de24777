import RulebookText

@testable import RulebookSyntax

/// Finds every way in which words fit a rule of the grammar: by backtracking, each rule at each place once.
///
/// It shares nothing with the parser but the folding of scalars and the meaning of what the grammar says in words.
struct Recogniser {
  private let grammar: Grammar
  /// The words, folded, blanks dropped.
  let scalars: [Unicode.Scalar]
  private var known: [Place: [Int]] = [:]

  private struct Place: Hashable {
    var rule: String
    var start: Int
  }

  private init(_ grammar: Grammar, _ scalars: [Unicode.Scalar]) {
    self.grammar = grammar
    self.scalars = scalars
  }

  init(_ grammar: Grammar, _ words: String) {
    self.grammar = grammar
    scalars = Array(FoldedText.text(words).unicodeScalars)
  }

  /// Whether all of the words are a `rule`.
  mutating func accepts(_ rule: String) -> Bool { ends(of: .rule(rule), from: 0).contains(scalars.count) }

  /// The longest beginning of the words that is a `rule` and ends before one of `marks` or at the end.
  mutating func longest(_ rule: String, before marks: Set<Unicode.Scalar>?) -> String? {
    let ends = ends(of: .rule(rule), from: 0).filter { end in
      guard let marks, end < scalars.count else { return true }
      return marks.contains(scalars[end])
    }
    return ends.max().map { String(String.UnicodeScalarView(scalars[..<$0])) }
  }

  /// Where a stretch that begins at `start` and fits `expression` may end; ascending.
  private mutating func ends(of expression: Grammar.Expression, from start: Int) -> [Int] {
    switch expression {
    case .terminal(let word):
      return stands(word, at: start) ? [start + word.count] : []
    case .rule(let name): return ends(ofRule: name, from: start)
    case .inWords(let words): return ends(ofWords: words, from: start)
    case .sequence(let parts):
      return parts.reduce([start]) { starts, part in merged(starts.map { ends(of: part, from: $0) }) }
    case .choice(let alternatives): return merged(alternatives.map { ends(of: $0, from: start) })
    case .optional(let inner): return merged([[start], ends(of: inner, from: start)])
    case .repeated(let inner): return repetitions(of: inner, from: start)
    case .except(let one, let other):
      let excluded = ends(of: other, from: start)
      return ends(of: one, from: start).filter { !excluded.contains($0) }
    }
  }

  private func stands(_ word: [Unicode.Scalar], at start: Int) -> Bool {
    guard start + word.count <= scalars.count else { return false }
    for index in word.indices where scalars[start + index] != word[index] { return false }
    return true
  }

  private mutating func ends(ofRule name: String, from start: Int) -> [Int] {
    let place = Place(rule: name, start: start)
    if let found = known[place] { return found }
    guard let expression = grammar.rules[name] else { return [] }
    let found = ends(of: expression, from: start)
    known[place] = found
    return found
  }

  private mutating func repetitions(of inner: Grammar.Expression, from start: Int) -> [Int] {
    var reached: Set<Int> = [start]
    var open = [start]
    while let place = open.popLast() {
      for end in ends(of: inner, from: place) where reached.insert(end).inserted { open.append(end) }
    }
    return reached.sorted()
  }

  private func merged(_ lists: [[Int]]) -> [Int] {
    let found = lists.filter { !$0.isEmpty }
    return found.count > 1 ? Set(found.joined()).sorted() : found.first ?? []
  }

  /// The meaning of `? … ?`.
  private func ends(ofWords words: String, from start: Int) -> [Int] {
    let next = start < scalars.count ? scalars[start] : nil
    switch words {
    case "any scalar": return next == nil ? [] : [start + 1]
    case "any ideograph": return next?.isIdeograph == true ? [start + 1] : []
    case "a condition in which 分 measures, with its 的 and its mark": return conditionEnds(from: start)
    case "a grade that 【等次】 declares":
      return GrammarTable.grades.map { Array($0.unicodeScalars) }.filter { stands($0, at: start) }
        .map { start + $0.count }
    case "“ ” 「 」 or \"": return next.map { "“”「」\"".unicodeScalars.contains($0) } == true ? [start + 1] : []
    case "not before a digit": return next?.isDigit == true ? [] : [start]
    case "not before a measure": return isMeasure(from: start) ? [] : [start]
    case "before 的, a mark, a verb or what gives nothing":
      let verbs =
        Wordings.verbs.entries.map { Array($0.word.unicodeScalars) }
        + Wordings.nothing.words.map { Array($0.unicodeScalars) }
      let isMark = next == nil || ",;。、.)(【】!的".unicodeScalars.contains { $0 == next }
      return isMark || verbs.contains { stands($0, at: start) } ? [start] : []
    case "not before 以上, 以下 or 以内":
      let sides = (Wordings.orMore.words + Wordings.orLess.words).map { Array($0.unicodeScalars) }
      return sides.contains { stands($0, at: start) } ? [] : [start]
    case "not before what gives nothing":
      var inner = Recogniser(grammar, scalars)
      return inner.ends(of: .rule("zero"), from: start).isEmpty ? [start] : []
    case "before a mark and per what":
      guard next == "," || next == ":" else { return [] }
      var inner = Recogniser(grammar, scalars)
      return inner.ends(of: .rule("per"), from: start + 1).isEmpty ? [] : [start]
    case "1 to 4 ideographs that may be a verb, before a number":
      let verb = scalars[start...].prefix(5).prefix {
        $0.isIdeograph && !$0.isNumeral && !Wordings.otherThanVerbs.contains($0)
      }
      let isBeforeNumber = verb.endIndex < scalars.count && scalars[verb.endIndex].isNumeral
      return 1...4 ~= verb.count && isBeforeNumber ? [verb.endIndex] : []
    case "before a verb and its figure": return isFigure(from: start) ? [start] : []
    case "before points in parentheses":
      return next == "(" ? [start] : []
    case "up to 8 ideographs before a number":
      let count = scalars[start...].prefix(9).prefix { $0.isIdeograph && !$0.isNumeral }.count
      let isBeforeNumber = start + count < scalars.count && scalars[start + count].isNumeral
      return count <= 8 && isBeforeNumber ? [start + count] : []
    case "up to 6 ideographs that turn nothing, before a verb and its figure; not behind 人 or a period":
      if start > 0, ["人", "月", "季", "度", "年"].contains(scalars[start - 1]) { return [] }
      let nouns = scalars[start...].prefix(6).prefix { $0.isIdeograph && !Wordings.turnings.contains($0) }
      return (0..<nouns.count).map { start + $0 + 1 }.filter { isFigure(from: $0) }.prefix(1).map { $0 }
    case "before a number or a comparison":
      let comparisons = Wordings.comparisons.entries.map { Array($0.word.unicodeScalars) }
      return next?.isNumeral == true || comparisons.contains { stands($0, at: start) } ? [start] : []
    case "words that do not score":
      let end = scalars[start...].firstIndex { [")", "【", "。"].contains($0) } ?? scalars.count
      let bytes = Array(String(String.UnicodeScalarView(scalars[start..<end])).utf8)
      return ScoringPhrase.modifier(in: bytes, TextRange(0, bytes.count)) == nil ? [end] : []
    default: return []
    }
  }

  /// The ends of a single condition, with the 的 and the mark behind it, where 分 is a measure word too.
  private func conditionEnds(from start: Int) -> [Int] {
    var inner = Recogniser(grammar.measuringPoints, scalars)
    return inner.ends(
      of: .sequence([.rule("condition"), .optional(.terminal(["的"])), .optional(.rule("separator"))]),
      from: start)
  }

  /// 的，扣1: a verb with the beginning of its figure.
  private func isFigure(from start: Int) -> Bool {
    var place = start
    for mark in ["的", ","] where place < scalars.count && String(scalars[place]) == mark { place += 1 }
    return Wordings.verbs.entries.map { Array($0.word.unicodeScalars) }.contains { verb in
      stands(verb, at: place) && place + verb.count < scalars.count && scalars[place + verb.count].isNumeral
    }
  }

  private func isMeasure(from start: Int) -> Bool {
    let rest = String(String.UnicodeScalarView(scalars[start...]))
    return MeasureWords.known.contains { rest.hasPrefix($0) }
      || ["分", "万", "亿"].contains { rest.hasPrefix($0) }
  }
}
