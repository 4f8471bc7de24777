import ExactArithmetic
import RulebookText

/// Reads what a year comes to: `( [when] what )+`.
///
/// Every function either reads a whole piece and moves on, or reads nothing and leaves the cursor alone.
struct OutcomeReader {
  /// Where reading stands.
  var cursor: Cursor
  /// Measure words that 【量词】 added.
  let extraWords: [String]
  /// The grades that 【等次】 declares, the longer of two with one beginning first; `nil` where any word will do, to find
  /// those that it does not declare.
  let grades: WordList?
  /// The words of 等次（…） and 分级（…）, where conditions may be made of them.
  var levelWords = WordList([])

  /// Reads an outcome that stands behind a bracket or a consequence, past an optional 的 and an optional ， or ：.
  mutating func outcome() -> OutcomeSyntax? {
    attempt { reader in
      _ = reader.cursor.eat("的")
      _ = reader.eatSeparator()
      return reader.phrases(isContinuation: false)
    }
  }

  /// Reads a sentence that goes on with the outcome before it: it says when, and consists wholly of phrases.
  mutating func continuation() -> OutcomeSyntax? {
    attempt { reader in
      guard let found = reader.phrases(isContinuation: true), found.phrases[0].conditions.isEmpty == false,
        reader.isAtSentenceEnd
      else { return nil }
      return found
    }
  }

  /// Reads what stands in one part of a bracket; it must fill the part.
  mutating func ruleInBracket() -> OutcomeSyntax? {
    attempt { reader in
      guard let found = reader.phrases(isContinuation: false), reader.cursor.isAtEnd else { return nil }
      return found
    }
  }

  /// Reads an effect alone, as examples state it: 等次为合格, 结果为列末位.
  mutating func stated() -> OutcomeEffectSyntax? {
    attempt { reader in
      if reader.cursor.eat(word: "结果为") { return reader.effect() ?? reader.gradeName().map { .grade($0) } }
      reader.skipInert()
      return reader.effect()
    }
  }

  /// Whether 一票否决 comes next, past words that say nothing.
  mutating func veto() -> TextRange? {
    attempt { reader in
      _ = reader.cursor.eat("的")
      _ = reader.eatSeparator()
      reader.skipInert()
      let start = reader.cursor.start
      guard reader.cursor.eat(anyOf: OutcomeWordings.veto) != nil else { return nil }
      return TextRange(start, reader.cursor.position)
    }
  }

  // MARK: Phrases

  private mutating func phrases(isContinuation: Bool) -> OutcomeSyntax? {
    let start = cursor.start
    var phrases: [OutcomePhraseSyntax] = []
    while true {
      let mark = cursor
      if !phrases.isEmpty { _ = eatSeparator() }
      guard let phrase = phrase() else {
        cursor = mark
        break
      }
      phrases.append(phrase)
    }
    guard !phrases.isEmpty, isAtBoundary else { return nil }
    return OutcomeSyntax(
      phrases: phrases, isContinuation: isContinuation, range: TextRange(start, cursor.position))
  }

  private mutating func phrase() -> OutcomePhraseSyntax? {
    attempt { reader in
      let start = reader.cursor.start
      reader.skipVeto()
      let conditions = reader.conditions()
      reader.skipVeto()
      reader.skipInert()
      guard let effect = reader.effect() else { return nil }
      return OutcomePhraseSyntax(
        conditions: conditions, effect: effect, range: TextRange(start, reader.cursor.position))
    }
  }

  /// 实行一票否决制， before the effect.
  private mutating func skipVeto() {
    guard veto() != nil else { return }
    _ = eatSeparator()
  }

  private mutating func skipInert() {
    while cursor.eat(anyOf: OutcomeWordings.inert) != nil {}
  }

  // MARK: When

  /// 90分以上, 低于70分, 60—89分, 其他, 未达到的; several joined by 且.
  private mutating func conditions() -> [ConditionSyntax] {
    var found: [ConditionSyntax] = []
    while let condition = condition() {
      found.append(condition)
      guard cursor.eat(anyOf: OutcomeWordings.both) != nil else { break }
    }
    return found
  }

  /// One condition, read as those of points are; 分 measures here.
  private mutating func condition() -> ConditionSyntax? {
    attempt { reader in
      var conditions = ConsequenceReader(
        cursor: reader.cursor, extraWords: reader.extraWords + ["分"], levelWords: reader.levelWords)
      let found = conditions.conditions()
      guard found.count == 1 else { return nil }
      reader.cursor = conditions.cursor
      return found[0]
    }
  }

  // MARK: What

  private mutating func effect() -> OutcomeEffectSyntax? {
    if cursor.eat(anyOf: OutcomeWordings.last) != nil { return .last }
    if let move = cursor.eat(OutcomeWordings.moves) { return .move(move) }
    return total() ?? bar() ?? grade().map { .grade($0) }
  }

  /// 总分得0分, 总分按零分计算.
  private mutating func total() -> OutcomeEffectSyntax? {
    attempt { reader in
      guard reader.cursor.eat(anyOf: OutcomeWordings.total) != nil else { return nil }
      _ = reader.cursor.eat(anyOf: OutcomeWordings.totalBecomes)
      guard
        let points = reader.cursor.eat(anyOf: OutcomeWordings.nothing) != nil
          ? 0 : reader.cursor.pointsFigure()
      else { return nil }
      _ = reader.cursor.eat(anyOf: OutcomeWordings.reckoned)
      return .total(points)
    }
  }

  /// 不得评为优秀、良好, 不得参加先进村评选, 取消先进等次的评选资格.
  private mutating func bar() -> OutcomeEffectSyntax? {
    attempt { reader in
      let isCancelled = reader.cursor.eat(anyOf: OutcomeWordings.cancelled) != nil
      guard isCancelled || reader.cursor.eat(anyOf: OutcomeWordings.barred) != nil else { return nil }
      while reader.cursor.eat(anyOf: isCancelled ? OutcomeWordings.candidacy : OutcomeWordings.inert) != nil {
      }
      var grades: [NameSyntax] = []
      repeat {
        guard let grade = reader.gradeName() else { return nil }
        grades.append(grade)
      } while reader.cursor.eat("、")
      _ = reader.cursor.eat(anyOf: OutcomeWordings.selection)
      guard reader.cursor.eat(anyOf: OutcomeWordings.eligibility) != nil || !isCancelled else { return nil }
      return .bar(grades)
    }
  }

  /// 定为优秀, 即为未完成等级, 考核结果为不达标.
  private mutating func grade() -> NameSyntax? {
    attempt { reader in
      guard reader.cursor.eat(anyOf: OutcomeWordings.becomes) != nil else { return nil }
      while reader.cursor.eat(anyOf: OutcomeWordings.inert) != nil {}
      return reader.gradeName()
    }
  }

  /// A grade of 【等次】 with the words around it: “红旗”窗口.
  private mutating func gradeName() -> NameSyntax? {
    attempt { reader in
      _ = reader.cursor.eat(anyOf: OutcomeWordings.quotes)
      let start = reader.cursor.start
      guard let grade = reader.gradeWord() else { return nil }
      let name = NameSyntax(text: grade, range: TextRange(start, reader.cursor.position))
      _ = reader.cursor.eat(anyOf: OutcomeWordings.quotes)
      while reader.cursor.eat(anyOf: OutcomeWordings.gradeNouns) != nil {}
      return name
    }
  }

  private mutating func gradeWord() -> String? {
    if let grades { return cursor.eat(anyOf: grades) }
    var word = String.UnicodeScalarView()
    while let scalar = cursor.peek(), scalar.isIdeograph, word.count < 8, !isAtGradeNoun {
      word.append(scalar)
      cursor.advance()
    }
    return word.isEmpty ? nil : String(word)
  }

  private var isAtGradeNoun: Bool {
    var copy = cursor
    return copy.eat(anyOf: OutcomeWordings.gradeNouns) != nil
      || copy.eat(anyOf: OutcomeWordings.selection) != nil
      || copy.eat(anyOf: OutcomeWordings.eligibility) != nil
  }

  // MARK: Between phrases

  private mutating func eatSeparator() -> Bool { cursor.eat(",") || cursor.eat(":") }

  /// Whether an outcome may end here; 的 behind it would make it a condition (为优秀的，得2分).
  private var isAtBoundary: Bool {
    switch cursor.peek() {
    case nil, ",", ";", "。", "、", ".", ")", "(", "【", "】", "!": true
    default: false
    }
  }

  private var isAtSentenceEnd: Bool {
    switch cursor.peek() {
    case nil, ";", "。", ".", ")": true
    default: false
    }
  }

  private mutating func attempt<Found>(_ read: (inout OutcomeReader) -> Found?) -> Found? {
    var copy = self
    guard let found = read(&copy) else { return nil }
    self = copy
    return found
  }
}
