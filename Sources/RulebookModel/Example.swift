public import ExactArithmetic
public import RulebookText

/// 【例：…】: facts about a made-up unit, and the score its item must then have, or what its year must come to.
public struct Example: Sendable {
  /// The item meant by 本项.
  public var item: Int
  /// What is said to have happened.
  public var facts: [Fact]
  /// Figures of 指标表 that are stated.
  public var settings: [Setting] = []
  /// Attributes that are stated, with the answer.
  public var answers: [AttributeTest]
  /// The periods of 按月考核 in which the unit is not assessed, counted from 0.
  public var exempted: [Int] = []
  /// What is expected.
  public var expected: Expectation
  /// The total, where it is stated rather than worked out.
  public var total: Rational?
  /// 总得分第3名: the place by the total, stated.
  public var rank: Int?
  /// 共40个单位: how many units there are in the group, stated.
  public var unitCount: Int?
  /// Its words.
  public var text: String
  /// Where it stands.
  public var place: TextRange
  /// Where the score is stated: 本项得9.5分.
  public var scorePlace: TextRange

  /// A figure of 指标表.
  public struct Setting: Sendable, Hashable {
    /// Index into `Rulebook.references`.
    public var reference: Int
    /// The number; `nil` where it does not apply.
    public var figure: Rational?
  }

  /// What an example may expect.
  public enum Expectation: Sendable, Hashable {
    /// 本项得9.5分: the score of the item.
    case score(Rational)
    /// 等次为合格, 结果为列末位: what the year comes to.
    case outcome(OutcomeRule.Effect)
  }

  /// One thing that happened.
  public struct Fact: Sendable, Hashable {
    /// Index into `Rulebook.evidence`.
    public var evidence: Int
    /// What of it is stated: the quantity of the unit, or a figure of all units.
    public var figure: Figure
    /// The quantity; percentages in percent.
    public var value: Rational
    /// Which periods it is said of, counted from 0; `nil` for the whole year, 每月 is all twelve.
    public var periods: [Int]?
    /// The level of the rows; an index into `Evidence.levels`.
    public var level: Int?
    /// The 事项 of the rows; `nil` where they share theirs with no others.
    public var matter: String?

    /// What a fact can state of an evidence.
    public enum Figure: Sendable, Hashable {
      /// The quantity of the unit.
      case quantity
      /// Its place, or the mean, greatest or least of all units.
      case statistic(Value.Statistic)
    }
  }
}
