public import ExactArithmetic

/// A figure of points that may differ with the attributes of a unit: 30, and 5 more where an item does not apply.
public struct Amount: Sendable, Hashable {
  /// What every unit has.
  public var base: Rational
  /// What is added for the units of each applicability.
  public var additions: [Addition]

  /// Points added for some units.
  public struct Addition: Sendable, Hashable {
    /// The units it is added for.
    public var applicability: Applicability
    /// How much.
    public var points: Rational
  }

  /// The same figure for every unit, with what is added for some.
  public init(_ base: Rational, additions: [Addition] = []) {
    self.base = base
    self.additions = additions
  }

  /// Nothing for anybody.
  public static let zero = Amount(0)

  /// Whether every unit has the same.
  public var isUniform: Bool { additions.isEmpty }

  /// The figure for a unit with these answers, one per attribute.
  public func value(for answers: [Int]) -> Rational {
    additions.reduce(base) { $1.applicability.holds(for: answers) ? $0 + $1.points : $0 }
  }

  /// Both together.
  public static func + (left: Amount, right: Amount) -> Amount {
    var sum = Amount(left.base + right.base, additions: left.additions)
    for addition in right.additions {
      let known = sum.additions.firstIndex { $0.applicability == addition.applicability }
      guard let known else {
        sum.additions.append(addition)
        continue
      }
      sum.additions[known].points = sum.additions[known].points + addition.points
      if sum.additions[known].points.isZero { sum.additions.remove(at: known) }
    }
    return sum
  }

  /// The opposite.
  public static prefix func - (amount: Amount) -> Amount {
    Amount(
      -amount.base,
      additions: amount.additions.map { Addition(applicability: $0.applicability, points: -$0.points) })
  }

  /// The figure so many times.
  public static func * (amount: Amount, factor: Rational) -> Amount {
    Amount(
      amount.base * factor,
      additions: amount.additions.map {
        Addition(applicability: $0.applicability, points: $0.points * factor)
      })
  }

  /// The figure where `applicability` holds, nothing elsewhere.
  public func only(where applicability: Applicability) -> Amount {
    if applicability.isEveryone { return self }
    let constant = base.isZero ? [] : [Addition(applicability: applicability, points: base)]
    return Amount(
      0,
      additions: constant
        + additions.map { Addition(applicability: $0.applicability.and(applicability), points: $0.points) })
  }

  /// The attributes it depends on.
  public var attributes: [Int] { additions.flatMap(\.applicability.attributes) }
}
