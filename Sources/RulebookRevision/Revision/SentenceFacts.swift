import ExactArithmetic
import RulebookModel
import RulebookSyntax
import RulebookText

extension Facts {
  /// What a sentence says: its evidence, requirement, period, figures and limits.
  init(_ passage: Passage, _ source: SourceText) {
    for annotation in passage.annotations { note(annotation, source) }
    for consequence in passage.consequences { note(consequence, source) }
  }

  private mutating func note(_ annotation: Annotation, _ source: SourceText) {
    switch annotation.content {
    case .evidence(let evidence):
      if case .named(let names) = evidence.reference { names.forEach { note(.evidence, $0.text) } }
      for part in evidence.parts { note(part, source) }
    case .total(let total):
      for part in total.parts { note(part, source) }
    case .formula, .score: note(.annotation, Self.words(annotation.range, source))
    case .directive(let directive) where directive.changesPoints:
      note(.annotation, Self.words(annotation.range, source))
    // What is said of an item is compared with the item, and the rest scores nothing.
    case .directive, .broken: return
    }
  }

  private mutating func note(_ part: EvidencePart, _ source: SourceText) {
    let words = Self.words(part.range, source)
    switch part.content {
    case .kind(let kind): note(.kind, kind.rawValue)
    case .period(let period): note(.period, period.rawValue)
    case .requirement(let requirement): note(.requirement, requirement.words(source))
    case .fullMark(let mark): note(.fullMark, "满分\(mark.shown)分")
    case .fullDeduction(let mark): note(.fullMark, "满扣\(mark.shown)分")
    case .combination, .trimmedMean: note(.combination, words)
    case .stepRule(let rule): note(.stepRule, rule.rawValue)
    case .per(let per): note(.step, per.words)
    case .appliesTo(let range): note(.applicability, Self.words(range, source))
    case .phrase(let rule): note(rule, source)
    case .measureWord: return
    default: note(.annotation, words)
    }
  }

  private mutating func note(_ rule: ConsequenceSyntax, _ source: SourceText) {
    note(.requirement, rule.requirement?.words(source))
    for phrase in rule.phrases {
      note(.condition, phrase.condition.map { Self.words($0, of: phrase, source) })
      note(.step, phrase.per?.words)
      note(.amount, phrase.effect.words ?? Self.words(phrase.range, source))
      for limit in phrase.limits { note(.cap, limit.words) }
    }
    for limit in rule.limits { note(.cap, limit.words) }
  }

  /// What brackets that belong to no sentence say of how points are counted: 步长, 界限, 并列, and 倍数 behind a heading.
  mutating func noteLoose(_ tree: SyntaxTree, _ passages: [Passage]) {
    let sentences = passages.filter { $0.role != .heading }
    let inSentences = Set(sentences.flatMap(\.annotations).map(\.range.start))
    for case .annotation(let annotation) in tree.lines.flatMap(\.segments)
    where !inSentences.contains(annotation.range.start) {
      guard case .directive(let directive) = annotation.content, directive.changesPoints else { continue }
      note(.annotation, Self.words(annotation.range, tree.source))
    }
  }

  private static func words(_ range: TextRange, _ source: SourceText) -> String {
    ComparedText.shown(source.text(range))
  }

  /// The words of a condition: what stands before the step or the figure of its phrase.
  private static func words(
    _ condition: ConditionSyntax, of phrase: PhraseSyntax, _ source: SourceText
  ) -> String {
    switch condition {
    case .otherwise: return "否则"
    case .notReached: return "未达到的"
    case .reached: return "达到的"
    case .beyond: return "超过的"
    case .allReached: return "均达到的"
    case .levels(let words): return words.joined(separator: "、")
    case .within, .places, .occurrences:
      let end = phrase.per?.range.start ?? phrase.range.end
      return words(TextRange(phrase.range.start, end), source)
    }
  }
}

extension DirectiveSyntax {
  /// Whether it says how points are counted, and is said neither of the head nor of an item as a whole.
  fileprivate var changesPoints: Bool {
    switch self {
    case .fullMark, .measureWords, .stepRule, .boundaries, .shared, .ties, .multiplier, .scoreName: true
    case .title, .year, .total, .rounding, .itemRounding, .register, .grades, .grouping, .appliesTo, .others,
      .highestPerMatter, .row, .subrow, .assessors, .points, .periodic, .start, .ceiling, .floor, .weight,
      .absent, .explanation, .comment, .example:
      false
    }
  }
}

extension RequirementSyntax {
  /// 至少2篇
  fileprivate func words(_ source: SourceText) -> String {
    quantity.map { direction.rawValue + $0.words } ?? ComparedText.shown(source.text(range))
  }
}

extension Quantity {
  fileprivate var words: String { value.shown + (unit ?? "") }
}

extension PerSyntax {
  /// 每2起
  fileprivate var words: String {
    let word =
      switch direction {
      case .plain: "每"
      case .short: "每少"
      case .beyond: "每超"
      case .away: "每差"
      case .both: "每增减"
      case .place: "每进"
      }
    return word + step.shown + unit
  }
}

extension EffectSyntax {
  /// 扣0.2分; `nil` where only the sentence has words for it.
  fileprivate var words: String? {
    switch self {
    case .points(let verb, _, let figures):
      verb.rawValue + figures.map { $0.shown + "分" }.joined(separator: "、")
    case .range(let verb, let least, let greatest): "\(verb.rawValue)\(least.shown)—\(greatest.shown)分"
    case .discretion(let verb): "酌情\(verb.rawValue)分"
    case .fullMark: "得满分"
    case .zero(let wholeItem): wholeItem ? "此项不得分" : "不得分"
    case .byCompletion: "按完成情况得分"
    case .halfAward: "得一半分"
    case .asReported(let verb): "据实\(verb.rawValue)分"
    case .conversion: "折算"
    case .lossConversion: "折算扣分"
    case .share(let share): "占\(share)"
    case .formula: nil
    }
  }
}

extension LimitSyntax {
  /// 最多扣2分
  fileprivate var words: String {
    let item = boundsItem ? "本项" : ""
    return switch kind {
    case .atMost(let verb, let points): "\(item)最多\(verb?.rawValue ?? "")\(points.shown)分"
    case .atMostEither(let points): "\(item)最多加减\(points.shown)分"
    case .series: "依次类推"
    case .untilExhausted: "扣完为止"
    case .untilTaken(let points): "扣完\(points.shown)分为止"
    case .unlimited(let verb): (verb.map { $0.rawValue + "分" } ?? "") + "不封顶"
    }
  }
}
