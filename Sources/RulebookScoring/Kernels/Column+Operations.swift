import ExactArithmetic
import RulebookModel

extension Column {
  // MARK: Sum

  /// The columns added up.
  static func sum(_ columns: [Column], count: Int) -> Column {
    guard let first = columns.first else { return .constant(0, count: count) }
    return columns.dropFirst().reduce(first) { $0.adding($1) }
  }

  private func adding(_ other: Column) -> Column {
    if case .known(let left) = self, case .known(let right) = other,
      let denominator = ScaledColumn.commonDenominator(left.denominator, right.denominator),
      let mine = left.rescaled(to: denominator), let theirs = right.rescaled(to: denominator),
      let total = Column.added(mine, theirs)
    {
      return .known(ScaledColumn(denominator: denominator, numerators: total))
    }
    return .cells(zip(scores, other.scores).map { $0 + $1 })
  }

  private static func added(_ left: [Int128], _ right: [Int128]) -> [Int128]? {
    var result = left
    for index in result.indices {
      let (sum, overflow) = result[index].addingReportingOverflow(right[index])
      if overflow { return nil }
      result[index] = sum
    }
    return result
  }

  // MARK: Curve, product, bounds

  /// Each value through a curve.
  func through(_ curve: Curve) -> Column {
    if case .known(let column) = self, let scaled = ScaledCurve(curve, denominator: column.denominator),
      let result = scaled.worths(of: column.numerators)
    {
      return .known(ScaledColumn(denominator: scaled.denominator, numerators: result))
    }
    return .cells(scores.map { curve.worth(of: $0) })
  }

  /// Each value times a figure that is known.
  func times(_ factor: Column) -> Column {
    if case .known(let left) = self, case .known(let right) = factor {
      let (denominator, overflow) = left.denominator.multipliedReportingOverflow(by: right.denominator)
      if !overflow, denominator <= ScaledColumn.greatest,
        let numerators = Column.multiplied(left.numerators, right.numerators)
      {
        return .known(ScaledColumn(denominator: denominator, numerators: numerators))
      }
    }
    return .cells(zip(scores, factor.scores).map { $0.scaled(by: $1.exact ?? 0) })
  }

  private static func multiplied(_ left: [Int128], _ right: [Int128]) -> [Int128]? {
    var result = left
    for index in result.indices {
      let (product, overflow) = result[index].multipliedReportingOverflow(by: right[index])
      if overflow { return nil }
      result[index] = product
    }
    return result
  }

  /// Each value brought into its bounds.
  func clamped(low: Column?, high: Column?) -> Column {
    var result = self
    if let high { result = result.bounded(by: high, keeping: min) { $0.clamped(low: nil, high: $1) } }
    if let low { result = result.bounded(by: low, keeping: max) { $0.clamped(low: $1, high: nil) } }
    return result
  }

  private func bounded(
    by bound: Column, keeping: (Int128, Int128) -> Int128, cell: (Score, Rational?) -> Score
  ) -> Column {
    if case .known(let left) = self, case .known(let right) = bound,
      let denominator = ScaledColumn.commonDenominator(left.denominator, right.denominator),
      let mine = left.rescaled(to: denominator), let theirs = right.rescaled(to: denominator)
    {
      return .known(ScaledColumn(denominator: denominator, numerators: zip(mine, theirs).map(keeping)))
    }
    return .cells(zip(scores, bound.scores).map { cell($0, $1.exact) })
  }

  /// Each value rounded half away from zero.
  func rounded(places: Int) -> Column {
    if case .known(let column) = self, let rounded = column.rounded(places: places) { return .known(rounded) }
    return .packed(scores.map { $0.rounded(places: places) })
  }

  // MARK: Choice

  /// This column where `mask` holds, the other elsewhere.
  func chosen(_ mask: [Bool], otherwise other: Column) -> Column {
    if case .known(let left) = self, case .known(let right) = other,
      let denominator = ScaledColumn.commonDenominator(left.denominator, right.denominator),
      let mine = left.rescaled(to: denominator), let theirs = right.rescaled(to: denominator)
    {
      let numerators = mask.indices.map { mask[$0] ? mine[$0] : theirs[$0] }
      return .known(ScaledColumn(denominator: denominator, numerators: numerators))
    }
    return .packed(mask.indices.map { mask[$0] ? score(at: $0) : other.score(at: $0) })
  }

  /// 0, or what stands `instead`, where `zero` is above 0; this column elsewhere; both where it is not known.
  func unless(_ zero: Column, instead: Column? = nil) -> Column {
    .packed(
      (0..<count).map { index in
        let (switched, value) = (zero.score(at: index), score(at: index))
        let other = instead?.score(at: index) ?? .zero
        if let low = switched.low, low.signum > 0 { return other }
        if let high = switched.high, high.signum <= 0 { return value }
        return value.joined(with: other)
      })
  }

  // MARK: Periods

  /// The periods of each unit added up.
  func folded(periods: Int) -> Column {
    if case .known(let column) = self {
      var totals = [Int128](repeating: 0, count: column.numerators.count / periods)
      for index in column.numerators.indices {
        let (sum, overflow) = totals[index / periods].addingReportingOverflow(column.numerators[index])
        if overflow { return .cells(foldedCells(periods)) }
        totals[index / periods] = sum
      }
      return .known(ScaledColumn(denominator: column.denominator, numerators: totals))
    }
    return .packed(foldedCells(periods))
  }

  private func foldedCells(_ periods: Int) -> [Score] {
    let cells = scores
    return stride(from: 0, to: cells.count, by: periods).map { start in
      cells[start..<start + periods].reduce(.zero, +)
    }
  }
}
