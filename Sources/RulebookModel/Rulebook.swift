public import ExactArithmetic
public import RulebookSyntax
public import RulebookText

/// A rulebook that has been read and understood: what the official text says, ready to be planned and scored.
public struct Rulebook: Sendable {
  /// The text it was read from.
  public var source: SourceText
  /// 细则: its title.
  public var title: String
  /// 年度: the year it scores; dates of evidence must lie in it.
  public var year: Int
  /// Where the text states it.
  public var yearPlace = TextRange(0, 0)
  /// 总分: the full mark of the whole, where stated.
  public var total: Rational?
  /// 保留: where scores are rounded; `nil` where nothing is.
  public var rounding: RoundingSyntax?
  /// 量词: measure words that this rulebook knows besides the usual ones.
  public var measureWords: [String]
  /// The properties of units: those that the register must state, then those that 指标表 decides.
  public var attributes: [UnitAttribute]
  /// 分组: the attribute within whose answers units are ranked and compared; `nil` where all are one group.
  public var group: Int?
  /// The assessing offices, in order of first mention, without doubles.
  public var offices: [String]
  /// Every kind of evidence, in order of first mention.
  public var evidence: [Evidence]
  /// The figures set beforehand that rules compare with, in order of first mention.
  public var references: [ReferenceFigure]
  /// The headings and rows, parents before children; the first is the document itself.
  public var items: [Item]
  /// The items in an order in which each stands behind those whose scores it is made of.
  public var order: [Int] = []
  /// The sentences that score, in order.
  public var clauses: [Clause]
  /// What a year comes to besides points.
  public var outcomes: OutcomeScheme
  /// The executable examples, in order.
  public var examples: [Example]
  /// The rows that compete for one 事项.
  public var matterGroups: [MatterGroup]

  /// A rulebook of these parts.
  public init(
    source: SourceText, title: String, year: Int, total: Rational? = nil, rounding: RoundingSyntax? = nil,
    measureWords: [String] = [], attributes: [UnitAttribute], group: Int? = nil, offices: [String],
    evidence: [Evidence], references: [ReferenceFigure] = [], items: [Item] = [], clauses: [Clause] = [],
    outcomes: OutcomeScheme = OutcomeScheme(), examples: [Example] = [], matterGroups: [MatterGroup] = []
  ) {
    self.source = source
    self.title = title
    self.year = year
    self.total = total
    self.rounding = rounding
    self.measureWords = measureWords
    self.attributes = attributes
    self.group = group
    self.offices = offices
    self.evidence = evidence
    self.references = references
    self.items = items
    order = Array(items.indices.reversed())
    self.clauses = clauses
    self.outcomes = outcomes
    self.examples = examples
    self.matterGroups = matterGroups
  }

  /// The properties of units that the register must state, which come first.
  public var registerAttributes: [UnitAttribute] { attributes.filter { $0.reference == nil } }

  /// The group of a unit with these answers, as it is called; `nil` where there are no groups.
  public func groupWords(forAnswers answers: [Int]) -> String? {
    group.map { attributes[$0].words(forAnswer: answers[$0]) }
  }

  /// The decimals that are kept of an item's score before anything is made of it; `nil` where all are.
  public func places(of item: Item) -> Int? {
    guard item.hasWorth else { return nil }
    return item.places ?? rounding.flatMap { $0.everyItem ? $0.places : nil }
  }

  /// The item with this path, such as 三（一）, brackets of either width.
  public func item(atPath path: String) -> Int? {
    let wanted = FoldedText.text(path)
    return items.firstIndex { FoldedText.text($0.path) == wanted && $0.parent != nil }
  }
}
