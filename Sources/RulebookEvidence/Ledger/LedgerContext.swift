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
  private let applicability: [[Bool]]
  private let applicabilityOfEvidence: [Int]

  /// The context of `rulebook` and the register that belongs to it.
  init(_ rulebook: Rulebook, register: RegisterReading?) {
    self.rulebook = rulebook
    self.register = register
    evidence = NameBook(rulebook.evidence.map(\.name))
    offices = NameBook(rulebook.offices)
    quantities = rulebook.evidence.map { QuantityRule($0, furtherWords: rulebook.measureWords) }

    var distinct: [Applicability: Int] = [:]
    var tables: [[Bool]] = []
    let answers = register?.register.answers ?? []
    applicabilityOfEvidence = rulebook.evidence.map { evidence in
      if let known = distinct[evidence.applicability] { return known }
      distinct[evidence.applicability] = tables.count
      tables.append(answers.map { evidence.applicability.holds(for: $0) })
      return tables.count - 1
    }
    applicability = tables
  }

  /// Whether the evidence counts for the unit.
  func applies(evidence: Int, toUnit unit: Int) -> Bool {
    applicability[applicabilityOfEvidence[evidence]][unit]
  }

  /// The office a ledger is named for, where the rulebook knows it.
  func office(named name: String?) -> Int? { name.flatMap { offices.value(of: $0) }.map(Int.init) }
}
