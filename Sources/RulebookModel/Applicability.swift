public import RulebookText

/// A property of units that the register states: a column of 是/否, or of one of several values.
public struct UnitAttribute: Sendable, Hashable {
  /// The column's name.
  public var name: String
  /// The values it may take, in the order of the rulebook; empty for 是/否.
  public var values: [String]
  /// The figure of 指标表 that must be set for the unit, where that and not the register answers; an index into
  /// `Rulebook.references`.
  public var reference: Int?
  /// Where the rulebook declares it.
  public var place: TextRange

  /// An attribute declared by 【名册：…】.
  public init(
    name: String, values: [String] = [], reference: Int? = nil, place: TextRange = TextRange(0, 0)
  ) {
    self.name = name
    self.values = values
    self.reference = reference
    self.place = place
  }

  /// Whether the register answers it with 是 or 否.
  public var isYesNo: Bool { values.isEmpty }

  /// The units with one of its answers, as they are called: 县市区; 参加竞赛, 非参加竞赛.
  public func words(forAnswer answer: Int) -> String {
    isYesNo ? (answer == 1 ? "" : "非") + name : values[answer]
  }

  /// Its answers in the order in which they are shown: 是 before 否, values as the rulebook lists them.
  public var shownAnswers: [Int] { isYesNo ? [1, 0] : Array(values.indices) }

  /// How many answers there are: 2 for 是/否 (否 is 0, 是 is 1), else one for each value.
  public var answerCount: Int { isYesNo ? 2 : values.count }
}

/// One comparison of an attribute with an answer.
public struct AttributeTest: Sendable, Hashable {
  /// Index into `Rulebook.attributes`.
  public var attribute: Int
  /// The answer asked for: 1 for 是, or the index of a value.
  public var answer: Int
  /// 非: the answer must be another one.
  public var isNegated: Bool

  /// The test that `attribute` has (or, negated, has not) the `answer`.
  public init(attribute: Int, answer: Int, isNegated: Bool = false) {
    self.attribute = attribute
    self.answer = answer
    self.isNegated = isNegated
  }

  /// Whether a unit with these answers, one per attribute, passes.
  public func holds(for answers: [Int]) -> Bool { (answers[attribute] == answer) != isNegated }
}

/// 适用: which units something exists for; alternatives (或) of tests that must all hold (且).
public struct Applicability: Sendable, Hashable {
  /// One of these must hold; each is a list of tests that must all hold.
  public var alternatives: [[AttributeTest]]

  /// Exists for every unit.
  public static let everyone = Applicability(alternatives: [[]])
  /// Exists for no unit.
  public static let nobody = Applicability(alternatives: [])

  /// An applicability in disjunctive form.
  public init(alternatives: [[AttributeTest]]) { self.alternatives = alternatives }

  /// Whether it exists for every unit whatever the register says.
  public var isEveryone: Bool { alternatives.contains { $0.isEmpty } }

  /// Whether it exists for a unit with these answers, one per attribute.
  public func holds(for answers: [Int]) -> Bool {
    alternatives.contains { tests in tests.allSatisfy { $0.holds(for: answers) } }
  }

  /// Both must hold.
  public func and(_ other: Applicability) -> Applicability {
    if isEveryone { return other }
    if other.isEveryone { return self }
    return Applicability(
      alternatives: alternatives.flatMap { mine in
        other.alternatives.map { mine + $0.filter { !mine.contains($0) } }
      })
  }

  /// One of them must hold.
  public func or(_ other: Applicability) -> Applicability {
    if isEveryone || other.isEveryone { return .everyone }
    return Applicability(
      alternatives: alternatives + other.alternatives.filter { !alternatives.contains($0) })
  }

  /// The attributes it asks for, in ascending order, each once.
  public var attributes: [Int] { alternatives.flatMap { $0.map(\.attribute) }.sortedOnce() }
}

extension [Int] {
  /// The numbers in ascending order, each once.
  func sortedOnce() -> [Int] {
    sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
