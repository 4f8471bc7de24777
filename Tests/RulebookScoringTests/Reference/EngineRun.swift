import ExactArithmetic
import RulebookEvidence
import RulebookModel
import RulebookScoring
import RulebookSyntax
import RulebookText

/// A rulebook, a year, and how the evidence is handed over.
struct GeneratedCase {
  var rulebook: SpecRulebook
  var year: SpecYear
  /// Through files, or straight into a table.
  var usesFiles: Bool
  var look: UInt64

  /// The case of a seed: three seeds in a row have one rulebook, since reading it takes longest.
  init(seed: UInt64, isComplete: Bool? = nil) {
    rulebook = SpecGenerator.rulebook(seed: seed / 3)
    var random = SeededGenerator(seed: seed)
    let complete = random.chance(50)
    year = SpecYearGenerator.year(for: rulebook, seed: random.next(), isComplete: isComplete ?? complete)
    usesFiles = random.chance(50)
    look = random.next()
  }

  /// Whether reasons are recomputed too; they take as long as the scores of all units.
  var checksReasons: Bool { look % 3 == 0 }

  /// Without rows that nothing in the rulebook reads.
  var tidied: GeneratedCase {
    let uses = Dictionary(rulebook.factUses.map { ($0.fact.name, $0) }) { first, _ in first }
    var tidied = self
    tidied.year.rows.removeAll { row in
      guard let use = uses[row.fact] else { return true }
      return !use.applies(to: year.units[row.unit].answers) || !use.offices.contains(row.office)
        || use.periodic != nil && row.month == 0
    }
    tidied.year.exemptions.removeAll { row in
      guard let use = uses[row.fact], use.periodic != nil else { return true }
      return !use.applies(to: year.units[row.unit].answers) || !use.offices.contains(row.office)
    }
    return tidied
  }
}

/// What a comparison found wrong.
struct Finding: Error {
  enum Kind { case loading, outline, evidence, mean, scores, outcomes, reasons }

  var kind: Kind
  /// What is wrong; where something cannot be read its first line begins with a code.
  var text: String

  /// Whether it is the same kind of failure, though of other items and figures.
  func isLike(_ other: Finding) -> Bool {
    guard kind == other.kind else { return false }
    let code: (String) -> Substring? = { $0.split(separator: " ").first }
    return kind == .loading || kind == .evidence ? code(text) == code(other.text) : true
  }
}

/// What the engine makes of a case.
struct EngineRun {
  let rulebook: Rulebook
  let table: EvidenceTable
  /// `nil` where a mean runs over nobody.
  let scores: Scores?

  /// Runs a case, with its rulebook where that has been read already.
  init(_ generated: GeneratedCase, loaded: Rulebook? = nil) throws(Finding) {
    if let loaded { rulebook = loaded } else { rulebook = try Self.load(generated.rulebook) }
    table =
      try generated.usesFiles ? Self.read(generated, for: rulebook) : Self.table(generated, for: rulebook)
    let (scores, diagnostics) = Scorer.score(rulebook, table)
    guard scores != nil || diagnostics.contains(where: { $0.code == .meanOverNobody }) else {
      throw Finding(kind: .scores, text: "没有得分：\(diagnostics.map(\.title))")
    }
    self.scores = scores
  }

  static func load(_ spec: SpecRulebook) throws(Finding) -> Rulebook {
    let source = SourceText(name: "生成.rulebook", RulebookRenderer.text(of: spec))
    let outcome = Resolver.load(source)
    guard let rulebook = outcome.rulebook else {
      throw Finding(kind: .loading, text: Self.text(outcome.diagnostics, in: source))
    }
    return rulebook
  }

  private static func text(_ diagnostics: [Diagnostic], in source: SourceText) -> String {
    diagnostics.filter { $0.severity == .error }.map { diagnostic in
      "\(diagnostic.code) \(diagnostic.title)〔\(source.text(diagnostic.primary.range))〕\(diagnostic.basis)"
    }.joined(separator: "\n")
  }

  private static func read(_ generated: GeneratedCase, for rulebook: Rulebook) throws(Finding)
    -> EvidenceTable
  {
    let files = EvidenceRenderer.files(of: generated.year, for: generated.rulebook, look: generated.look)
    let reading = EvidenceReader.read(files: files, for: rulebook)
    let errors = reading.diagnostics.filter { $0.severity != .note && $0.code != .likelyRepeated }
    guard errors.isEmpty else {
      throw Finding(
        kind: .evidence, text: errors.map { "\($0.code) \($0.title) \($0.primary)" }.joined(separator: "\n"))
    }
    return reading.table
  }

  private static func table(_ generated: GeneratedCase, for rulebook: Rulebook) throws(Finding)
    -> EvidenceTable
  {
    let year = generated.year
    let register = Register(
      units: year.units.map(\.name), aliases: year.units.map { [$0.alias] },
      answers: year.units.map(\.answers))
    let names = Dictionary(rulebook.evidence.enumerated().map { ($1.name, $0) }) { first, _ in first }
    var rows: [EvidenceRow] = []
    for row in year.rows {
      guard let evidence = names[row.fact], let value = ScaledDecimal(exactly: row.value) else {
        throw Finding(kind: .evidence, text: "规则里没有证据“\(row.fact)”，或数值\(row.value)写不成小数")
      }
      rows.append(
        EvidenceRow(
          unit: row.unit, evidence: evidence, value: value, month: row.month, level: row.level,
          matter: row.matter))
    }
    let reported = rulebook.offices.map { office in
      year.reported.contains { generated.rulebook.offices[$0] == office }
    }
    let told =
      year.rows.map { (office: $0.office, fact: $0.fact, month: $0.month) }
      + year.exemptions.map { (office: $0.office, fact: $0.fact, month: $0.month) }
    let months = told.compactMap { row -> ReportedMonth? in
      guard let evidence = names[row.fact], let item = rulebook.evidence[evidence].periodicItem,
        let office = rulebook.offices.firstIndex(of: generated.rulebook.offices[row.office])
      else { return nil }
      return ReportedMonth(office: office, item: item, month: row.month)
    }
    let exemptions = year.exemptions.compactMap { exemption in
      names[exemption.fact].map { Exemption(unit: exemption.unit, evidence: $0, month: exemption.month) }
    }
    let references = rulebook.references.map { figure in
      year.units.map { ReferenceCell($0.figures[figure.name]?.state ?? .missing) }
    }
    return EvidenceTable(
      register: register, rows: rows, hasReported: reported, references: references,
      reportedMonths: Set(months), exemptions: exemptions)
  }
}

extension SpecFigure {
  /// The same as a table of evidence holds it.
  fileprivate var state: ReferenceCell.State {
    switch self {
    case .set(let value): .set(value)
    case .missing: .missing
    case .notApplicable: .notApplicable
    }
  }
}
