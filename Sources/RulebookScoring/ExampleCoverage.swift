public import ExactArithmetic
public import RulebookModel
public import RulebookSyntax

/// What the 【例】 of a rulebook leave untried: sentences of which no example speaks, and limits that none reaches.
///
/// Only examples that hold count, and of those only what they state themselves.
public struct ExampleCoverage: Sendable {
  /// The sentences that score.
  public private(set) var sentences = Tally()
  /// The sentences with evidence of which no example speaks.
  public private(set) var openClauses: [OpenClause] = []
  /// The rules on the year that no example comes to; indices into `OutcomeScheme.rules`.
  public private(set) var openRules: [Int] = []
  /// Caps, thresholds and periods.
  public private(set) var limits = Tally()
  /// Those that no example reaches, in the order of the document.
  public private(set) var openLimits: [Limit] = []

  /// How many of how many.
  public struct Tally: Sendable, Hashable {
    /// How many there are.
    public var total = 0
    /// How many of them an example tries.
    public var tried = 0

    /// So many of so many.
    public init(total: Int = 0, tried: Int = 0) {
      self.total = total
      self.tried = tried
    }

    /// The share in percent, rounded down: 100 means all of them.
    public var percent: Int { total == 0 ? 100 : tried * 100 / total }

    fileprivate mutating func count(_ isTried: Bool) {
      total += 1
      if isTried { tried += 1 }
    }
  }

  /// A sentence with what of it has no example.
  public struct OpenClause: Sendable, Hashable {
    /// Its index in `Rulebook.clauses`.
    public var clause: Int
    /// The evidence without an example, in order; indices into `Rulebook.evidence`.
    public var evidence: [Int]
  }

  /// A limit.
  public struct Limit: Sendable, Hashable {
    /// What it limits: a clause, or `nil` for the item as a whole.
    public var clause: Int?
    /// The item it belongs to.
    public var item: Int
    /// What it is.
    public var kind: Kind

    /// The kinds of limits.
    public enum Kind: Sendable, Hashable {
      /// The least it can be worth.
      case floor(Rational)
      /// The most it can be worth.
      case ceiling(Rational)
      /// A value of evidence at which something else begins to hold.
      case threshold(Rational, evidence: Int?)
      /// Periods, each with a requirement of its own.
      case periods(Period)
    }
  }

  /// What the examples of a rulebook leave untried; `results` are those of its examples.
  public init(_ rulebook: Rulebook, _ results: [ExampleResult]) {
    let trials = Trials(rulebook, results)
    for index in rulebook.clauses.indices { add(clause: index, rulebook, trials) }
    for index in rulebook.outcomes.rules.indices {
      sentences.count(trials.rules.contains(index))
      if !trials.rules.contains(index) { openRules.append(index) }
    }
    for index in rulebook.items.indices where rulebook.items[index].hasWorth {
      add(item: index, rulebook, trials)
    }
  }

  private mutating func add(clause index: Int, _ rulebook: Rulebook, _ trials: Trials) {
    let clause = rulebook.clauses[index]
    let open = clause.terms.enumerated().flatMap { number, term -> [Int] in
      let read = rulebook.reportedEvidence(of: term.value) + term.waivers
      let tried = trials.evidence[index] ?? []
      return trials.movedTerms.contains([index, number]) ? [] : read.filter { !tried.contains($0) }
    }
    sentences.count(open.isEmpty && trials.clauses.contains(index))
    if !open.isEmpty || !trials.clauses.contains(index) {
      openClauses.append(
        OpenClause(clause: index, evidence: open.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }))
    }
    for (kind, isReached) in rulebook.limits(of: index, trials) {
      count(Limit(clause: index, item: clause.home, kind: kind), isReached)
    }
  }

  private mutating func add(item index: Int, _ rulebook: Rulebook, _ trials: Trials) {
    for (kind, isReached) in rulebook.limits(ofItem: index, trials) {
      count(Limit(clause: nil, item: index, kind: kind), isReached)
    }
  }

  private mutating func count(_ limit: Limit, _ isReached: Bool) {
    limits.count(isReached)
    if !isReached { openLimits.append(limit) }
  }
}

/// What the examples that hold have tried.
struct Trials {
  /// The clauses that had a part in an expected score.
  private(set) var clauses: Set<Int> = []
  /// For each clause the evidence that examples state of it.
  private(set) var evidence: [Int: Set<Int>] = [:]
  /// The terms (clause and number) that were worth something, also where nothing was stated.
  private(set) var movedTerms: Set<[Int]> = []
  /// The rules that hold surely where an example expects an outcome.
  private(set) var rules: Set<Int> = []
  /// For each term (clause and number) the stated values.
  private(set) var values: [[Int]: [Rational]] = [:]
  /// The evidence of which an example states single periods.
  private(set) var partedEvidence: Set<Int> = []
  /// What clauses and items came to before and after their limits.
  private(set) var clauseWorths: [Int: [(asked: Score, counted: Score)]] = [:]
  private(set) var termWorths: [[Int]: [Score]] = [:]
  private(set) var itemScores: [Int: [Score]] = [:]

  init(_ rulebook: Rulebook, _ results: [ExampleResult]) {
    for result in results {
      let example = rulebook.examples[result.example]
      guard result.isMet(example) else { continue }
      if case .outcome = example.expected {
        rules.formUnion((result.outcome?.reasons ?? []).filter { $0.certainty == .certain }.map(\.rule))
      }
      let stated = Set(example.facts.map(\.evidence))
      for fact in example.facts {
        let count = rulebook.evidence[fact.evidence].period.count
        if let periods = fact.periods, periods.count < count { partedEvidence.insert(fact.evidence) }
      }
      for reason in result.reasons { note(reason, stated, rulebook) }
    }
  }

  private mutating func note(_ reason: ItemReason, _ stated: Set<Int>, _ rulebook: Rulebook) {
    itemScores[reason.item, default: []].append(reason.asked)
    for clause in reason.clauses {
      let read = Set(
        rulebook.clauses[clause.clause].terms.flatMap { term in
          rulebook.reportedEvidence(of: term.value) + term.waivers
        })
      let isMoved = clause.counted.exact.map { !$0.isZero } ?? false
      guard isMoved || !read.isDisjoint(with: stated) else { continue }
      clauses.insert(clause.clause)
      evidence[clause.clause, default: []].formUnion(read.intersection(stated))
      clauseWorths[clause.clause, default: []].append((clause.asked, clause.counted))
      for term in clause.terms { note(term, of: clause.clause, stated, rulebook) }
    }
  }

  private mutating func note(_ term: TermReason, of clause: Int, _ stated: Set<Int>, _ rulebook: Rulebook) {
    let key = [clause, term.term]
    if let worth = term.worth.exact, !worth.isZero { movedTerms.insert(key) }
    let value = rulebook.clauses[clause].terms[term.term].value
    guard !stated.isDisjoint(with: rulebook.reportedEvidence(of: value)) else { return }
    termWorths[key, default: []].append(term.worth)
    values[key, default: []] += term.periods.compactMap(\.value.exact)
  }
}

extension Rulebook {
  /// The limits of a clause that can come to bear, and whether an example reaches them.
  fileprivate func limits(of index: Int, _ trials: Trials) -> [(ExampleCoverage.Limit.Kind, Bool)] {
    let clause = clauses[index]
    var found: [(ExampleCoverage.Limit.Kind, Bool)] = []
    let span = clause.terms.map { self.span(of: $0) }.reduce(Span.zero, +)
    let worths = trials.clauseWorths[index] ?? []
    if let least = clause.least, span.reaches(below: least) {
      found.append((.floor(least), worths.contains { $0.counted.exact == least }))
    }
    if let greatest = clause.greatest, span.reaches(above: greatest) {
      found.append((.ceiling(greatest), worths.contains { $0.counted.exact == greatest }))
    }
    for (number, term) in clause.terms.enumerated() {
      found += limits(of: term, [index, number], trials)
    }
    return found
  }

  private func limits(of term: Term, _ key: [Int], _ trials: Trials) -> [(ExampleCoverage.Limit.Kind, Bool)] {
    var unlimited = term
    (unlimited.least, unlimited.greatest) = (nil, nil)
    let span = self.span(of: unlimited)
    let worths = (trials.termWorths[key] ?? []).compactMap(\.exact)
    var found: [(ExampleCoverage.Limit.Kind, Bool)] = []
    if let least = term.least, span.reaches(below: least) {
      found.append((.floor(least), worths.contains(least)))
    }
    if let greatest = term.greatest, span.reaches(above: greatest) {
      found.append((.ceiling(greatest), worths.contains(greatest)))
    }
    let values = trials.values[key] ?? []
    let evidence = term.value.evidence.first
    for start in term.curve.pieces.compactMap(\.start) where !start.isZero || term.value.isCompared {
      let tried = Set(values.compactMap { value in term.curve.pieces.lastIndex { $0.holds(value) } })
      let behind = term.curve.pieces.firstIndex { $0.start == start } ?? 0
      found.append(
        (.threshold(start, evidence: evidence), tried.contains(behind) && tried.contains(behind - 1)))
    }
    if term.repetitions > 1 {
      let isParted = reportedEvidence(of: term.value).contains { trials.partedEvidence.contains($0) }
      found.append((.periods(term.period), isParted))
    }
    return found
  }

  /// The bounds of an item that its clauses can run into, and whether an example does.
  fileprivate func limits(ofItem index: Int, _ trials: Trials) -> [(ExampleCoverage.Limit.Kind, Bool)] {
    let item = items[index]
    guard !item.clauses.isEmpty, !item.isComputed, !item.children.contains(where: { hasScore($0) }) else {
      return []
    }
    let moving = item.clauses.filter { clauses[$0].effect != .zeroesItem }
    let span = moving.map { self.span(of: clauses[$0], in: item) }.reduce(Span.zero, +)
    let asked = (trials.itemScores[index] ?? []).compactMap(\.exact)
    let start = item.scoredStart.base
    var found: [(ExampleCoverage.Limit.Kind, Bool)] = []
    if let low = item.scoredLow?.base, span.reaches(below: low - start) {
      found.append((.floor(low), asked.contains { $0 <= low }))
    }
    if let high = item.scoredHigh?.base, span.reaches(above: high - start) {
      found.append((.ceiling(high), asked.contains { $0 >= high }))
    }
    return found
  }

  /// What a clause can be worth, in points.
  private func span(of clause: Clause, in item: Item) -> Span {
    let sum = clause.terms.map { term -> Span in
      let span = self.span(of: term)
      return switch term.scale {
      case .points: span
      case .fullMark: span * item.scoredFullMark.base
      case .cap: span * (item.worth.deduction ?? 0)
      }
    }.reduce(Span.zero, +)
    return sum.limited(clause.least, clause.greatest)
  }
}

extension Span {
  /// Whether something below a bound is possible.
  fileprivate func reaches(below bound: Rational) -> Bool { least.map { $0 < bound } ?? true }

  /// Whether something above a bound is possible.
  fileprivate func reaches(above bound: Rational) -> Bool { greatest.map { $0 > bound } ?? true }
}

extension Curve.Piece {
  /// Whether a value is not before its beginning.
  fileprivate func holds(_ value: Rational) -> Bool {
    guard let start else { return true }
    return includesStart ? value >= start : value > start
  }
}

extension Value {
  /// Whether it is measured against something, so that 0 is where it reaches it.
  fileprivate var isCompared: Bool {
    switch self {
    case .arithmetic, .magnitude, .statistic: true
    case .reported, .any, .all, .constant, .reference, .formula, .score, .fullMark: false
    }
  }
}
