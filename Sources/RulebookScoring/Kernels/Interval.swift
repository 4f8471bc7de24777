import ExactArithmetic
import RulebookModel

/// Arithmetic on scores that may not be known yet: every result holds all that the inputs allow.
extension Score {
  /// Zero.
  static let zero = Score(0)

  /// The smallest score that holds both.
  func joined(with other: Score) -> Score {
    Score(low: Score.least(low, other.low), high: Score.greatest(high, other.high))
  }

  /// The lesser of two lower ends; `nil` is unbounded.
  private static func least(_ left: Rational?, _ right: Rational?) -> Rational? {
    guard let left, let right else { return nil }
    return min(left, right)
  }

  private static func greatest(_ left: Rational?, _ right: Rational?) -> Rational? {
    guard let left, let right else { return nil }
    return max(left, right)
  }

  /// Both added.
  static func + (left: Score, right: Score) -> Score {
    Score(
      low: left.low.flatMap { low in right.low.map { low + $0 } },
      high: left.high.flatMap { high in right.high.map { high + $0 } })
  }

  /// Every value times `factor`.
  func scaled(by factor: Rational) -> Score {
    if factor.isZero { return .zero }
    let (first, second) = (low.map { $0 * factor }, high.map { $0 * factor })
    return factor.signum > 0 ? Score(low: first, high: second) : Score(low: second, high: first)
  }

  /// Every value brought into the bounds, as far as there are any.
  func clamped(low bottom: Rational?, high top: Rational?) -> Score {
    func clamp(_ value: Rational) -> Rational {
      var value = value
      if let top { value = min(value, top) }
      if let bottom { value = max(value, bottom) }
      return value
    }
    return Score(low: low.map(clamp) ?? bottom, high: high.map(clamp) ?? top)
  }

  /// Every value rounded half away from zero.
  func rounded(places: Int) -> Score {
    Score(low: low.map { $0.rounded(places: places) }, high: high.map { $0.rounded(places: places) })
  }
}

extension Curve {
  /// What the values of `score` are worth: by the ends, every break inside and the anchors.
  func worth(of score: Score) -> Score {
    if let exact = score.exact { return Score(worth(of: exact)) }
    var result: Score?
    for (index, piece) in pieces.enumerated() {
      let next = index + 1 < pieces.count ? pieces[index + 1] : nil
      guard let worth = piece.worth(of: score, upTo: next) else { continue }
      result = result.map { $0.joined(with: worth) } ?? worth
    }
    return result ?? .zero
  }
}

extension Curve.Piece {
  /// What those values of `score` are worth that lie in this piece; `nil` where none does.
  fileprivate func worth(of score: Score, upTo next: Curve.Piece?) -> Score? {
    if let start, let high = score.high, includesStart ? high < start : high <= start { return nil }
    if let end = next?.start, let low = score.low, next?.includesStart == true ? low >= end : low > end {
      return nil
    }
    if isConstant { return Score(base) }
    let from = [start, score.low].compactMap { $0 }.max()
    let to = [next?.start, score.high].compactMap { $0 }.min()
    var points = [from, to].compactMap { $0 }
    if from.map({ $0 < anchor }) ?? true, to.map({ $0 > anchor }) ?? true { points.append(anchor) }
    let worths = points.map { worth(of: $0) }
    let isOpen = from == nil || to == nil
    return Score(
      low: isOpen && perStep.signum < 0 ? nil : worths.min(),
      high: isOpen && perStep.signum > 0 ? nil : worths.max())
  }
}
