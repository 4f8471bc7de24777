package import ExactArithmetic

/// How small and how great something can be; `nil` where there is no bound.
package struct Span: Equatable {
  /// The least; `nil` where there is no bound.
  package var least: Rational?
  /// See `least`.
  package var greatest: Rational?

  /// Exactly 0.
  package static let zero = Span(least: 0, greatest: 0)

  /// Whether it can only be 0.
  var isNothing: Bool { least?.isZero ?? false && greatest?.isZero ?? false }

  /// Both ends so many times; `factor` is not below 0.
  package static func * (span: Span, factor: Rational) -> Span {
    Span(least: span.least.map { $0 * factor }, greatest: span.greatest.map { $0 * factor })
  }

  /// Two things together.
  package static func + (left: Span, right: Span) -> Span {
    Span(
      least: left.least.flatMap { mine in right.least.map { mine + $0 } },
      greatest: left.greatest.flatMap { mine in right.greatest.map { mine + $0 } })
  }

  /// Kept within bounds of its own.
  package func limited(_ lower: Rational?, _ upper: Rational?) -> Span {
    var limited = self
    if let lower { limited.least = max(least ?? lower, lower) }
    if let upper { limited.greatest = min(greatest ?? upper, upper) }
    return limited
  }
}

extension Curve {
  /// What values within `values` can be worth.
  func span(of values: Span) -> Span {
    var result: Span?
    for index in pieces.indices {
      let end = index + 1 < pieces.count ? pieces[index + 1].start : nil
      let low = Self.known(pieces[index].start, values.least, max)
      let high = Self.known(end, values.greatest, min)
      guard reaches(index, low, high, values) else { continue }
      let span = pieces[index].span(low, high)
      result = result?.joined(with: span) ?? span
    }
    return result ?? Span(least: 0, greatest: 0)
  }

  /// `choose` of two bounds; the other one where one is absent.
  private static func known(
    _ one: Rational?, _ other: Rational?, _ choose: (Rational, Rational) -> Rational
  ) -> Rational? {
    guard let one, let other else { return one ?? other }
    return choose(one, other)
  }

  /// Whether some value between `low` and `high` lies in the piece.
  private func reaches(_ index: Int, _ low: Rational?, _ high: Rational?, _ values: Span) -> Bool {
    guard let low, let high else { return true }
    if low < high { return true }
    let next = index + 1 < pieces.count ? pieces[index + 1] : nil
    let isOpenBelow = pieces[index].start == low && !pieces[index].includesStart
    let isOpenAbove = next?.start == high && next?.includesStart ?? false
    return low == high && !isOpenBelow && !isOpenAbove
  }
}

extension Curve.Piece {
  /// What values from `low` to `high` are worth in this piece.
  fileprivate func span(_ low: Rational?, _ high: Rational?) -> Span {
    if isConstant { return Span(least: base, greatest: base) }
    let holdsAnchor = low.map { $0 <= anchor } ?? true && high.map { anchor <= $0 } ?? true
    var span = Span(least: nil, greatest: nil)
    for worth in [low.map(worth), high.map(worth), holdsAnchor ? base : nil] {
      guard let worth else { continue }
      span.least = min(span.least ?? worth, worth)
      span.greatest = max(span.greatest ?? worth, worth)
    }
    if low == nil || high == nil {
      if perStep.signum < 0 { span.least = nil }
      if perStep.signum > 0 { span.greatest = nil }
    }
    return span
  }
}

extension Span {
  fileprivate func joined(with other: Span) -> Span {
    Span(
      least: least.flatMap { mine in other.least.map { min(mine, $0) } },
      greatest: greatest.flatMap { mine in other.greatest.map { max(mine, $0) } })
  }
}
