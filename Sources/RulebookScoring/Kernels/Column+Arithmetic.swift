import ExactArithmetic
import RulebookModel

extension Column {
  /// Each value computed with that of another column, and the cells whose divisor is 0 (their result is 0).
  func computed(
    _ operation: Value.Arithmetic, with other: Column
  ) -> (column: Column, zeroDivisors: [Int]) {
    switch operation {
    case .sum: return (.sum([self, other], count: count), [])
    case .difference: return (.sum([self, other.times(.constant(-1, count: count))], count: count), [])
    case .product: return (.packed(zip(scores, other.scores).map { $0.times($1) }), [])
    case .quotient, .shareOfGreatest:
      let divisors = other.scores
      let zeros = divisors.indices.filter { divisors[$0].exact?.isZero ?? false }
      let quotients = zip(scores, divisors).map { part, whole in
        operation == .quotient ? part.divided(by: whole) : part.share(ofGreatest: whole)
      }
      return (.packed(quotients), zeros)
    }
  }
}

extension Score {
  /// Every value times every value of another.
  func times(_ other: Score) -> Score {
    if let factor = other.exact { return scaled(by: factor) }
    if let factor = exact { return other.scaled(by: factor) }
    guard let low, let high, let otherLow = other.low, let otherHigh = other.high else {
      return timesUnbounded(other)
    }
    let ends = [low * otherLow, low * otherHigh, high * otherLow, high * otherHigh]
    return Score(low: ends.min(), high: ends.max())
  }

  /// Where an end is open all that can be said is the sign.
  private func timesUnbounded(_ other: Score) -> Score {
    let isPositive = (low?.signum ?? -1) >= 0
    let otherIsPositive = (other.low?.signum ?? -1) >= 0
    guard isPositive, otherIsPositive, let low, let otherLow = other.low else {
      return Score(low: nil, high: nil)
    }
    return Score(low: low * otherLow, high: nil)
  }

  /// The share in the greatest of all, itself among them: while something is missing it is not known which is the
  /// greatest, but none is more than the whole of it.
  func share(ofGreatest greatest: Score) -> Score {
    let share = divided(by: greatest)
    guard share.exact == nil, let low = greatest.low, low.signum > 0 else { return share }
    return Score(low: share.low, high: share.high.map { min($0, 1) } ?? 1)
  }

  /// Every value divided by every value of another; anything where that may be 0, 0 where it is.
  func divided(by other: Score) -> Score {
    if let divisor = other.exact { return divisor.reciprocal.map { scaled(by: $0) } ?? .zero }
    guard let otherLow = other.low, otherLow.signum > 0 else {
      guard let otherHigh = other.high, otherHigh.signum < 0 else { return Score(low: nil, high: nil) }
      return scaled(by: -1).divided(by: other.scaled(by: -1))
    }
    // 1/x for x from otherLow upwards lies between 0 and 1/otherLow.
    return times(Score(low: other.high.flatMap(\.reciprocal) ?? 0, high: otherLow.reciprocal))
  }
}
