import RulebookEvidence
import RulebookModel
import RulebookText

/// Two rulebooks made to read the same evidence: with the names, the year and the offices of one of them, the basis.
///
/// Evidence that only one of them asks for is known to the other one as well and moves nothing there, so that its rows
/// are no mistake. What both ask for under different names goes by the name in the basis.
struct SharedEvidence {
  /// The rulebooks as they read the evidence.
  private(set) var old: Rulebook
  private(set) var new: Rulebook

  /// Which of the two the evidence was reported for.
  enum Basis: CaseIterable {
    case old, new
  }

  init(_ revision: Revision, basis: Basis) {
    (old, new) = (revision.old, revision.new)
    let (evidence, offices) = (revision.pairing.evidence, revision.pairing.offices)
    switch basis {
    case .old:
      new.rename(evidence: evidence, offices: offices, as: old)
      new.year = old.year
    case .new:
      old.rename(
        evidence: Self.turned(evidence), offices: Self.turned(offices), as: new)
      old.year = new.year
    }
    let (mine, theirs) = (old, new)
    old.addEvidence(of: theirs)
    new.addEvidence(of: mine)
  }

  private static func turned(_ pairs: [Int: Int]) -> [Int: Int] {
    Dictionary(pairs.map { ($1, $0) }) { first, _ in first }
  }
}

extension Rulebook {
  /// Takes over the names of another rulebook; `evidence` and `offices` are pairs from its to this one's.
  fileprivate mutating func rename(evidence pairs: [Int: Int], offices: [Int: Int], as other: Rulebook) {
    for (theirs, mine) in pairs { evidence[mine].name = other.evidence[theirs].name }
    for (theirs, mine) in offices { self.offices[mine] = other.offices[theirs] }
  }

  /// Adds the evidence and figures that only the other one asks for; no clause reads them.
  fileprivate mutating func addEvidence(of other: Rulebook) {
    var places = Dictionary(
      zip(evidence.map { FoldedName($0.name) }, evidence.indices)
    ) { first, _ in first }
    for extra in other.evidence where places[FoldedName(extra.name)] == nil {
      var added = extra
      added.assessors = extra.assessors.map { office(named: other.offices[$0]) }
      added.applicability = .everyone
      added.periodicItem = nil
      added.definition = nil
      added.needsMatter = false
      added.matterRule = nil
      places[FoldedName(extra.name)] = evidence.count
      evidence.append(added)
    }
    for figure in other.references {
      guard !references.contains(where: { $0.kind == figure.kind && $0.name == figure.name }) else {
        continue
      }
      var added = figure
      added.evidence = figure.evidence.flatMap { places[FoldedName(other.evidence[$0].name)] }
      added.applicability = .nobody
      added.attribute = nil
      added.demand = .none
      references.append(added)
    }
  }

  private mutating func office(named name: String) -> Int {
    if let known = offices.firstIndex(of: name) { return known }
    offices.append(name)
    return offices.count - 1
  }
}
