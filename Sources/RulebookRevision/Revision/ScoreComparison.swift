public import ExactArithmetic
public import RulebookEvidence
import RulebookModel
public import RulebookScoring
public import RulebookText

/// The rules of both years applied to the same evidence: for each unit both scores, and where the difference comes from.
public struct ScoreComparison: Sendable {
  /// The units, in the order in which the new rules place them.
  public private(set) var units: [Unit]
  /// The scores under the old rules.
  public let old: Scores
  /// The scores under the new rules.
  public let new: Scores

  /// One unit under both rules.
  public struct Unit: Sendable {
    /// Its index in the register.
    public var unit: Int
    /// Its total under the old rules.
    public var old: Score
    /// Its total under the new rules.
    public var new: Score
    /// Its place under the old rules; `nil` where that is not known.
    public var oldRank: Int?
    /// Its place under the new rules; `nil` where that is not known.
    public var newRank: Int?
    /// How much the published totals differ; `nil` where one of them is not known.
    public var difference: Rational?
    /// What adds up to the difference, in the order of the new document; nothing where that is not known.
    public var parts: [Part]
  }

  /// Something that brings another number of points under the new rules.
  public struct Part: Sendable, Hashable {
    /// What it is.
    public var kind: Kind
    /// The path of its item, in the new rulebook where it is in both.
    public var path: String
    /// Its official words or its title; empty for what is no piece of the document.
    public var words: String
    /// What it brought under the old rules.
    public var old: Rational
    /// What it brings under the new rules.
    public var new: Rational

    /// How much more it brings.
    public var difference: Rational { new - old }
  }

  /// The kinds of parts.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A sentence that scores.
    case sentence
    /// An item as a whole: new, gone, or one that applies under one year's rules alone.
    case item
    /// Where an item starts from.
    case start
    /// What the bounds of an item keep from counting.
    case bounds
    /// What publishing with so many decimals makes of the totals.
    case rounding
  }

  /// What came of applying both.
  public struct Outcome: Sendable {
    /// The scores; `nil` where the evidence or the rules do not allow any.
    public var comparison: ScoreComparison?
    /// What is wrong with the evidence under the rules for which there is least.
    public var diagnostics: [Diagnostic]
    /// The texts that diagnostics speak of.
    public var sources: [SourceText]
  }

  /// Applies both rulebooks of a revision to the same files. They are read as those of the old year, or of the new one
  /// where only that goes without errors.
  public static func compare(_ revision: Revision, _ files: [EvidenceFile], keepsGoing: Bool = false)
    -> Outcome
  {
    var first: Outcome?
    for basis in SharedEvidence.Basis.allCases {
      let outcome = compare(revision, files, basis, keepsGoing: keepsGoing && first != nil)
      if outcome.comparison != nil { return outcome }
      first = first ?? outcome
    }
    return keepsGoing
      ? compare(revision, files, .old, keepsGoing: true)
      : first ?? Outcome(comparison: nil, diagnostics: [], sources: [])
  }

  private static func compare(
    _ revision: Revision, _ files: [EvidenceFile], _ basis: SharedEvidence.Basis, keepsGoing: Bool
  ) -> Outcome {
    let shared = SharedEvidence(revision, basis: basis)
    let rulebooks = [shared.old, shared.new]
    let readings = rulebooks.map { EvidenceReader.read(files: files, for: $0) }
    var problems = readings.flatMap(\.diagnostics).filter { $0.severity == .error }.withoutDoubles
    let sources = readings.flatMap(\.sources)
    let hasUnits = readings.allSatisfy { !$0.table.register.units.isEmpty }
    guard hasUnits, keepsGoing || problems.isEmpty else {
      return Outcome(comparison: nil, diagnostics: problems, sources: sources)
    }
    let scored = zip(rulebooks, readings).map { Scorer.score($0, $1.table) }
    problems = (problems + scored.flatMap(\.diagnostics)).withoutDoubles
    guard let old = scored[0].scores, let new = scored[1].scores, old.units == new.units else {
      return Outcome(comparison: nil, diagnostics: problems, sources: sources)
    }
    return Outcome(
      comparison: ScoreComparison(old, new, revision.pairing), diagnostics: problems, sources: sources)
  }

  private init(_ old: Scores, _ new: Scores, _ pairing: Pairing) {
    (self.old, self.new) = (old, new)
    let ranks = Dictionary(old.ranking().map { ($0.unit, $0.rank) }) { first, _ in first }
    units = new.ranking().map { place in
      let (before, after) = (old.total(ofUnit: place.unit), new.total(ofUnit: place.unit))
      var unit = Unit(
        unit: place.unit, old: before, new: after, oldRank: ranks[place.unit] ?? nil, newRank: place.rank,
        difference: nil, parts: [])
      guard let oldTotal = before.exact, let newTotal = after.exact else { return unit }
      let published = Part(
        kind: .rounding, path: "", words: "", old: Publication(old.rulebook).value(oldTotal) - oldTotal,
        new: Publication(new.rulebook).value(newTotal) - newTotal)
      unit.difference = newTotal - oldTotal + published.difference
      unit.parts = Attribution(old, new, pairing, unit: place.unit).parts
      if !published.difference.isZero { unit.parts.append(published) }
      return unit
    }
  }
}

extension [Diagnostic] {
  /// Each problem once: both rulebooks find it in the same evidence.
  fileprivate var withoutDoubles: [Diagnostic] {
    var seen: Set<String> = []
    return filter { seen.insert("\($0.code.rawValue) \($0.primary.file) \($0.primary.range)").inserted }
  }
}
