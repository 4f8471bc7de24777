public import ExactArithmetic
public import RulebookText

/// Arithmetic as a document writes it: 得分＝70×实际达标率【断面达标率】－63.
public struct FormulaSyntax: Sendable, Hashable {
  /// What comes out of it.
  public var target: Target
  /// The computation, each operation behind the two things it takes: 70 达标率 × 63 －.
  public var steps: [Step]
  /// Whether it stands behind 否则: it counts where nothing before it holds.
  public var isRest: Bool
  /// Where it stands.
  public var range: TextRange

  /// What a formula may say.
  public enum Target: Sendable, Hashable {
    /// 得分=, 扣分=, 加分=: points of the item it stands in.
    case points(ScoringVerb)
    /// X【X】=: the evidence in the bracket before it.
    case evidence
    /// 【X=…】: the evidence of that name.
    case named(NameSyntax)
    /// 【总得分】=, 【本项得分】=: a score as a whole.
    case score(ScoreWord)
  }

  /// Whether points come out of it rather than evidence.
  public var givesPoints: Bool {
    switch target {
    case .points, .score: true
    case .evidence, .named: false
    }
  }

  /// One step of the computation.
  public enum Step: Sendable, Hashable {
    /// 70, 80%; a percentage is its share of 1.
    case number(Rational, isPercent: Bool)
    /// The next bracket of the formula.
    case bracket(TextRange)
    /// A name, where the formula stands in a bracket itself.
    case name(NameSyntax)
    /// 分值: the points of the item.
    case itemPoints
    /// The two things before it, computed with.
    case operation(Operation)
  }

  /// The ways of computing with two things.
  public enum Operation: String, Sendable, Hashable, CaseIterable {
    /// ＋
    case sum = "+"
    /// －
    case difference = "-"
    /// ×
    case product = "×"
    /// ÷
    case quotient = "÷"

    /// Whether it is done before ＋ and －.
    public var bindsTightly: Bool { self == .product || self == .quotient }
  }
}

/// A stretch of official words that belong to a formula; brackets stand between them.
public struct FormulaWords: Sendable {
  /// Where they stand.
  public var range: TextRange
  /// The formula, where it begins with these words.
  public var formula: FormulaSyntax?
}
