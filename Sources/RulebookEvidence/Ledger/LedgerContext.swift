import RulebookModel
import RulebookText

/// What all ledgers of a run are read against.
struct LedgerContext: Sendable {
  /// The rulebook.
  let rulebook: Rulebook
  /// The units, where there is a register.
  let register: RegisterReading?
  /// Names of evidence.
  let evidence: NameBook
  /// Names of offices.
  let offices: NameBook
  /// For each evidence what its quantities must be.
  let quantities: [QuantityRule]
  /// For each evidence the units it counts for.
  private let applicability: Applicabilities
  /// What plain rows are read with; nil where every row is to be looked at by itself.
  let plainRows: PlainRowRules?

  /// The context of `rulebook` and the register that belongs to it.
  init(_ rulebook: Rulebook, register: RegisterReading?, readsPlainRows: Bool = true) {
    self.rulebook = rulebook
    self.register = register
    evidence = NameBook(rulebook.evidence.map(\.name))
    offices = NameBook(rulebook.offices)
    quantities = rulebook.evidence.map { QuantityRule($0, furtherWords: rulebook.measureWords) }
    applicability = Applicabilities(rulebook, answers: register?.register.answers ?? [])
    plainRows =
      readsPlainRows
      ? PlainRowRules(rulebook, register: register, quantities: quantities, applicability: applicability)
      : nil
  }

  /// Whether the evidence counts for the unit.
  func applies(evidence: Int, toUnit unit: Int) -> Bool {
    applicability.holds(evidence: evidence, unit: unit)
  }

  /// The office a ledger is named for, where the rulebook knows it.
  func office(named name: String?) -> Int? { name.flatMap { offices.value(of: $0) }.map(Int.init) }
}

/// For which units which evidence counts.
struct Applicabilities: Sendable {
  /// One answer for each unit, those of evidence with the same applicability only once.
  private var answers: [Bool] = []
  /// Where the answers of each evidence begin.
  private var starts: [Int] = []

  /// Those of a rulebook, for units with these answers.
  init(_ rulebook: Rulebook, answers units: [[Int]]) {
    var distinct: [Applicability: Int] = [:]
    for evidence in rulebook.evidence {
      if let known = distinct[evidence.applicability] {
        starts.append(known)
        continue
      }
      distinct[evidence.applicability] = answers.count
      starts.append(answers.count)
      answers += units.map { evidence.applicability.holds(for: $0) }
    }
  }

  /// Whether the evidence counts for the unit.
  @inline(__always)
  func holds(evidence: Int, unit: Int) -> Bool { answers[starts[evidence] + unit] }
}
