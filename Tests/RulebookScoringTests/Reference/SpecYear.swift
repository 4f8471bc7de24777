import ExactArithmetic
import RulebookSyntax

/// What happened in a year: the units, the rows of evidence and the offices that have reported.
struct SpecYear: Sendable {
  var units: [SpecUnit]
  var rows: [SpecRow]
  /// Units that an item of 按月考核 leaves out in a month.
  var exemptions: [SpecExemption] = []
  /// Offices that have reported, if only that nothing happened.
  var reported: Set<Int>
}

/// A `/` in a ledger.
struct SpecExemption: Sendable {
  var unit: Int
  var fact: String
  var month: Int
  var office: Int
}

struct SpecUnit: Sendable {
  var name: String
  var alias: String
  /// One per attribute: 1 for 是, or the index of a value.
  var answers: [Int]
  /// What 指标表 says for each fact that is compared.
  var figures: [String: SpecFigure] = [:]
}

struct SpecRow: Sendable {
  var unit: Int
  var fact: String
  var value: Rational
  /// 1…12, 0 for no date.
  var month: Int
  /// Who reported it.
  var office: Int
  /// Its level, counted from 0.
  var level: Int?
  /// What it is about.
  var matter: String?
}

/// A fact with everything that says which rows it may have.
struct SpecFactUse {
  var fact: SpecFact
  /// Who assesses it.
  var offices: [Int]
  /// Where it counts; one of these must hold as a whole.
  var scopes: [[SpecScope]]
  /// The amounts a row may state.
  var amounts: ClosedRange<Rational>?
  /// The title of the item of 按月考核 it is reported for, and its periods.
  var periodic: (title: String, period: Period)?
  /// Whether each row needs a 说明.
  var needsReason: Bool

  func applies(to answers: [Int]) -> Bool {
    scopes.contains { $0.allSatisfy { $0.holds(for: answers) } }
  }
}

extension SpecRulebook {
  /// Every fact once, in order of first mention.
  var factUses: [SpecFactUse] {
    var uses: [SpecFactUse] = []
    for item in items { item.collectFacts(offices: [], scopes: [], worth: 0, in: nil, into: &uses) }
    return uses
  }
}

extension SpecItem {
  fileprivate func collectFacts(
    offices outer: [Int], scopes: [SpecScope], worth outerWorth: Rational,
    in outerPeriods: (title: String, period: Period)?, into uses: inout [SpecFactUse]
  ) {
    let periods = periodic.map { (title, $0.period) } ?? outerPeriods
    let offices = self.offices.isEmpty ? outer : self.offices
    let scopes = scopes + [scope]
    let figure = periodic?.most ?? worth.points ?? worth.deduction ?? worth.bonus ?? outerWorth
    for clause in clauses {
      for fact in clause.facts {
        if let known = uses.firstIndex(where: { $0.fact.name == fact.name }) {
          uses[known].scopes.append(scopes)
        } else {
          let (amounts, needsReason) = clause.rule.amounts(of: fact, worth: figure)
          uses.append(
            SpecFactUse(
              fact: fact, offices: offices, scopes: [scopes], amounts: amounts,
              periodic: periods, needsReason: needsReason))
        }
      }
    }
    for fact in outcomes?.vetoes.map(\.fact) ?? [] {
      uses.append(
        SpecFactUse(fact: fact, offices: offices, scopes: [scopes], amounts: nil, needsReason: false))
    }
    for child in children {
      child.collectFacts(offices: offices, scopes: scopes, worth: figure, in: periods, into: &uses)
    }
  }
}

extension SpecRule {
  /// The amounts that a row of the fact may state in an item of this worth, and whether it must give a reason.
  fileprivate func amounts(of fact: SpecFact, worth: Rational) -> (ClosedRange<Rational>?, needsReason: Bool)
  {
    switch self {
    case .discretion(_, let least, let greatest): ((least ?? 0)...(greatest ?? worth), true)
    case .keeps(let points): (0...points, true)
    case .asReported: (0...worth, false)
    case .outside: (0...20, false)
    case .lossConversion: fact.kind == .amount ? (0...(fact.fullMark ?? 100), false) : (nil, false)
    default: (nil, false)
    }
  }
}
