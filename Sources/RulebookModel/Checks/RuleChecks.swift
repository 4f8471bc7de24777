import ExactArithmetic
import RulebookSyntax
import RulebookText

extension Checks {
  /// K0422: where the rule stands in a bracket, the official words of its sentence do not say another one.
  ///
  /// Words that 【说明】 takes out are not compared: that is how a misprint of the issued text is kept.
  static func rules(_ sentences: [Sentence], items: [Item], _ words: OfficialWords) -> [Diagnostic] {
    sentences.indices.compactMap { index in
      guard sentences[index].holdsRule else { return nil }
      let item = sentences.ofItem(around: index).flatMap { $0.pieces.compactMap(\.officialRange) }
      let fullMark = items[sentences[index].item].worth.points
      return RuleComparison(sentences[index], words, item: item, fullMark: fullMark).difference
    }
  }
}

extension [Sentence] {
  /// The sentences of the item in which the one at `index` stands; they follow each other.
  fileprivate func ofItem(around index: Int) -> ArraySlice<Sentence> {
    var (start, end) = (index, index + 1)
    while start > 0, self[start - 1].item == self[index].item { start -= 1 }
    while end < count, self[end].item == self[index].item { end += 1 }
    return self[start..<end]
  }
}

/// The rules in the brackets of a sentence, and what its official words say.
private struct RuleComparison {
  let words: OfficialWords
  let texts: [TextRange]
  /// All the official words of the item.
  let item: [TextRange]
  /// The points of the item, where it has some.
  let fullMark: Rational?
  /// What the official words say, as far as it can be read.
  let said: OfficialPhrases
  /// The phrases and limits in the brackets.
  let phrases: [PhraseSyntax]
  let limits: [LimitSyntax]
  /// 每Q that stands as a part of its own.
  let parts: [PerSyntax]
  /// The brackets.
  let places: [TextRange]

  init(_ sentence: Sentence, _ words: OfficialWords, item: [TextRange], fullMark: Rational?) {
    self.words = words
    self.fullMark = fullMark
    self.item = item
    texts = sentence.unexplainedTexts
    said = OfficialPhrases(in: words.source.bytes, texts, measureWords: words.measureWords)
    let contents = sentence.rules.flatMap { $0.evidence.parts.map(\.content) }
    let rules = contents.compactMap { if case .phrase(let rule) = $0 { rule } else { nil } }
    phrases = rules.flatMap(\.phrases)
    limits = rules.flatMap(\.limits) + phrases.flatMap(\.limits)
    parts = contents.compactMap { if case .per(let per) = $0 { per } else { nil } }
    places = sentence.rules.map(\.place)
  }

  /// The first thing in which the two differ, the gravest first.
  var difference: Diagnostic? {
    otherVerb ?? otherLimit ?? otherDirection ?? otherStep ?? swappedFigures ?? unstatedFigure
      ?? unstatedShare
      ?? addedFigure
  }

  private func told(_ place: TextRange, why: String, _ severity: Severity = .error) -> Diagnostic {
    .ruleDiffersFromText(
      words.source.text(place), why: why, severity, at: words.label(place),
      text: words.label(places.first ?? place, "办法写在这里"))
  }

  // MARK: Verbs

  /// The words only take away and the rule only gives, or the other way round.
  private var otherVerb: Diagnostic? {
    let mine = phrases.compactMap(\.effect.verb)
    let theirs = said.phrases.compactMap(\.effect.verb)
    guard !mine.isEmpty, !theirs.isEmpty, !mine.contains(where: theirs.contains),
      phrases.allSatisfy({ $0.effect.verb != nil }),
      let verb = mine.first, let phrase = said.phrases.first(where: { $0.effect.verb != nil })
    else { return nil }
    let isOpposite = mine.contains(.deduct) || theirs.contains(.deduct)
    return told(phrase.range, why: "注记里的办法是“\(verb.rawValue)”", isOpposite ? .error : .warning)
  }

  /// 最多扣1分 in the words, 最多加1分 in the rule.
  private var otherLimit: Diagnostic? {
    let mine = limits.compactMap(\.bound)
    for limit in said.limits {
      guard let bound = limit.bound, let verb = bound.verb else { continue }
      let alike = mine.filter { $0.figure == bound.figure }
      guard let other = alike.compactMap(\.verb).first, !alike.contains(where: { $0.verb == nil }),
        !alike.contains(where: { $0.verb == verb })
      else { continue }
      return told(limit.range, why: "注记里的限度是“最多\(other.rawValue)”")
    }
    return nil
  }

  // MARK: Steps

  /// 每少 in the words, 每超 in the rule.
  private var otherDirection: Diagnostic? {
    let mine = phrases.compactMap(\.per?.direction).filter { $0 != .plain }
    let theirs = said.phrases.compactMap(\.per).filter { $0.direction != .plain && $0.direction != .away }
    guard !mine.contains(.away), let direction = mine.first, let per = theirs.first,
      !theirs.contains(where: { mine.contains($0.direction) })
    else { return nil }
    return told(per.range, why: "注记里的办法是“每\(direction == .short ? "少" : "超")”")
  }

  /// 每2起 in the words, 每起 in the rule.
  private var otherStep: Diagnostic? {
    let mine =
      phrases.compactMap(\.per).map { (step: $0.step, unit: $0.unit) }
      + parts.map { (step: $0.step, unit: $0.unit) }
    guard let rule = mine.first else { return nil }
    let why = "注记里的办法是“每\(rule.step == 1 ? "" : rule.step.shown)\(rule.unit)”"
    let read = said.phrases.compactMap(\.per)
    if let per = read.first, !read.contains(where: { per in mine.contains { $0.step == per.step } }) {
      return told(per.range, why: why)
    }
    let heads = words.heads(in: texts).filter { head in mine.contains { $0.unit == head.unit } }
    guard let head = heads.first,
      !heads.contains(where: { head in mine.contains { $0.unit == head.unit && $0.step == head.step } })
    else { return nil }
    return told(head.range, why: why)
  }

  // MARK: Figures

  private var ruleFigures: [Rational] { phrases.flatMap(\.effect.figures) }
  private var ruleLimits: [Rational] { limits.compactMap(\.bound?.figure) }

  /// 每起扣1分，最多扣2分 in the words, 每起扣2分，最多扣1分 in the rule.
  private var swappedFigures: Diagnostic? {
    let effects = said.phrases.flatMap(\.effect.figures)
    let bounds = said.limits.compactMap(\.bound?.figure)
    let isSwapped =
      effects.contains { ruleLimits.contains($0) && !ruleFigures.contains($0) }
      && bounds.contains { ruleFigures.contains($0) && !ruleLimits.contains($0) }
    guard isSwapped, let phrase = said.phrases.first else { return nil }
    return told(phrase.range, why: "注记里每次的分值和限度正好对调")
  }

  /// An N分 of the words that the rule has not.
  private var unstatedFigure: Diagnostic? {
    var stated = words.numbers(in: places).filter { $0.unit == nil || $0.unit == "分" }.map(\.value)
    if phrases.contains(where: { $0.effect == .fullMark }), let fullMark { stated.append(fullMark) }
    let unstated = words.points(in: texts).filter { !stated.contains($0.value) }
    let scores = { (figure: OfficialWords.Number) in said.ranges.contains { $0.contains(figure.range) } }
    guard
      let figure = unstated.first(where: scores) ?? unstated.first(where: { !$0.isMark }) ?? unstated.first
    else { return nil }
    let isSure = scores(figure) || !figure.isMark
    return told(figure.range, why: "注记里没有这个分值", isSure ? .error : .warning)
  }

  /// 每起扣本项分值的5% in the words, which no rule can say.
  private var unstatedShare: Diagnostic? {
    let shares = words.all(in: texts, beginning: { $0 == "分" }) { cursor, _ -> TextRange? in
      let start = cursor.start
      guard cursor.eat(word: "分值的"), let share = cursor.quantity(extra: []), share.isPercentage else {
        return nil
      }
      return TextRange(start, cursor.position)
    }
    return shares.first.map { told($0, why: "注记里是固定的分值") }
  }

  /// A figure of the rule that the words, which do state a worth, have not.
  private var addedFigure: Diagnostic? {
    guard !said.phrases.isEmpty else { return nil }
    let known = words.numbers(in: item).map(\.value)
    let added = (ruleFigures + ruleLimits).first { !known.contains($0) && !$0.isZero }
    guard let added, let phrase = said.phrases.first else { return nil }
    return told(phrase.range, why: "注记里另有“\(added.shown)分”", .warning)
  }
}

extension EffectSyntax {
  /// The points it states.
  var figures: [Rational] {
    switch self {
    case .points(_, _, let figures): figures
    case .range(_, let least, let greatest): [least, greatest]
    case .discretion, .asReported, .fullMark, .zero, .byCompletion, .halfAward, .conversion, .lossConversion,
      .share,
      .formula:
      []
    }
  }
}

extension TextRange {
  fileprivate func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }
}
