import ExactArithmetic
import RulebookModel
import RulebookSyntax

/// Periods made into one figure for each unit.
extension Column {
  /// The periods of each unit that count (all of them where `counted` is nil) made into one figure; 0 where none does.
  func folded(by fold: PeriodFold, periods: Int, counted: [Bool]?) -> Column {
    if counted == nil, fold == .sum { return folded(periods: periods) }
    if counted == nil, fold == .mean {
      let total = folded(periods: periods)
      return total.times(.constant(Rational(periods).reciprocal ?? 0, count: total.count))
    }
    let cells = scores
    return .packed(
      counting(periods, counted).map { members in
        let figures = members.map { cells[$0] }
        switch fold {
        case .sum: return figures.reduce(.zero, +)
        case .mean:
          return figures.reduce(.zero, +).scaled(by: Rational(figures.count).reciprocal ?? 0)
        case .greatest:
          return figures.dropFirst().reduce(figures.first ?? .zero) { $0.greater($1) }
        case .last: return figures.last ?? .zero
        }
      })
  }

  /// For each unit the figure of the first period in which `score` is greatest; all it may be where that is not known.
  func ofBestPeriod(by score: Column, periods: Int, counted: [Bool]?) -> Column {
    let (cells, judged) = (scores, score.scores)
    return .packed(
      counting(periods, counted).map { members in
        guard let first = members.first else { return .zero }
        let exact = members.compactMap { judged[$0].exact }
        guard exact.count == members.count, let best = exact.max() else {
          return members.dropFirst().reduce(cells[first]) { $0.joined(with: cells[$1]) }
        }
        return cells[members.first { judged[$0].exact == best } ?? first]
      })
  }

  /// The cells of each unit that count.
  private func counting(_ periods: Int, _ counted: [Bool]?) -> [[Int]] {
    stride(from: 0, to: count, by: periods).map { start in
      (start..<start + periods).filter { counted?[$0] ?? true }
    }
  }
}
