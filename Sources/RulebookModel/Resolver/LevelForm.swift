import ExactArithmetic
import RulebookSyntax

/// 省级每篇得2分，市级得1分: a figure for the rows of each level.
struct LevelForm: Equatable {
  /// What the rows do.
  var verb: ScoringVerb
  /// What a row of a level is worth.
  var figures: [Figure] = []
  /// What a row of any other level is worth.
  var others: Rational?
  /// What a row counts in; `nil` where nothing is said.
  var per: PerSyntax?

  /// The worth of one level.
  struct Figure: Equatable {
    var level: String
    var points: Rational
  }

  /// The form of a list of phrases, each for some levels.
  init(reading phrases: [PhraseSyntax]) throws(SentenceForm.Obstacle) {
    guard let verb = phrases.first?.effect.verb else { throw Self.unreadable }
    self.verb = verb
    per = phrases.first?.per
    for phrase in phrases {
      guard case .points(verb, .plain, let figures) = phrase.effect, figures.count == 1 else {
        throw Self.unreadable
      }
      // 每篇 of the first phrase speaks of the others too; none may have it alone.
      if let other = phrase.per,
        other.step != per?.step || other.unit != per?.unit || other.direction != .plain
      {
        throw SentenceForm.Obstacle("分级的几句话，“每…”要写在第一句，后面的相同")
      }
      switch phrase.condition {
      case .levels(let words)?: self.figures += words.map { Figure(level: $0, points: figures[0]) }
      case .otherwise? where others == nil: others = figures[0]
      default: throw Self.unreadable
      }
    }
    for (index, figure) in figures.enumerated()
    where figures[..<index].contains(where: { $0.level == figure.level }) {
      throw SentenceForm.Obstacle("“\(figure.level)”写了两次，不知道按哪一个")
    }
  }

  /// The words in which the manual writes it.
  var canonical: String {
    let each = per.map { "每" + $0.shownStep } ?? ""
    let known = figures.map { "\($0.level)\(each)\(verb.rawValue)\($0.points.shown)分" }
    return (known + (others.map { ["其他的\(each)\(verb.rawValue)\($0.shown)分"] } ?? [])).joined(separator: "，")
  }

  private static let unreadable = SentenceForm.Obstacle("分级的几句话，要都是得几分，或者都是加几分、扣几分")
}

extension PhraseSyntax {
  /// Whether its condition is a word of a list.
  var speaksOfLevels: Bool { if case .levels? = condition { true } else { false } }
}
