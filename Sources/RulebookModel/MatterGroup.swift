public import ExactArithmetic

/// Rows of which, where several speak of one 事项, only the one worth most counts: those of one evidence
/// (同一事项取最高) or of all clauses of an item (就高).
public struct MatterGroup: Sendable {
  /// What makes a row worth something, in the order of the document.
  public var members: [Member]

  /// The rows of one evidence, and what each of them would be worth alone.
  public struct Member: Sendable {
    /// Index into `Rulebook.evidence`.
    public var evidence: Int
    /// The most of its quantity that counts.
    public var rowCeiling: Rational?
    /// How often a row of each level counts; empty where levels change nothing.
    public var weights: [Rational]
    /// What the quantity is worth.
    public var curve: Curve
    /// How many times that counts, for each unit.
    public var factor: Amount
    /// Whether it takes points away; what adds and what takes away do not compete.
    public var deducts: Bool
  }

  /// A group of these members.
  public init(_ members: [Member]) { self.members = members }
}

extension MatterGroup.Member {
  /// What one row is worth alone for a unit with these answers, whichever way it moves the score.
  public func worth(of quantity: Rational, level: Int?, answers: [Int]) -> Rational {
    let counted = rowCeiling.map { min($0, quantity) } ?? quantity
    let weight = weights.isEmpty ? 1 : level.flatMap { weights.indices.contains($0) ? weights[$0] : nil } ?? 0
    return curve.worth(of: counted * weight).magnitude * factor.value(for: answers)
  }
}
