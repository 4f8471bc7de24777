import ExactArithmetic

/// One value for each unit (or each unit and period).
///
/// Where nothing is missing the values are whole numbers over one denominator; anything missing, and figures too
/// large for that, are kept cell by cell. Both say the same; every operation tries the first and falls back.
enum Column: Sendable {
  /// Known everywhere, and small.
  case known(ScaledColumn)
  /// Cell by cell.
  case cells([Score])

  /// How many values there are.
  var count: Int {
    switch self {
    case .known(let column): column.numerators.count
    case .cells(let cells): cells.count
    }
  }

  /// The value at `index`.
  func score(at index: Int) -> Score {
    switch self {
    case .known(let column): Score(column.value(at: index))
    case .cells(let cells): cells[index]
    }
  }

  /// All values.
  var scores: [Score] {
    switch self {
    case .known(let column): column.numerators.indices.map { Score(column.value(at: $0)) }
    case .cells(let cells): cells
    }
  }

  /// The same figure for everyone.
  static func constant(_ figure: Rational, count: Int) -> Column {
    guard let numerator = figure.numeratorInt128, let denominator = figure.denominatorInt128 else {
      return .cells(Array(repeating: Score(figure), count: count))
    }
    return .known(
      ScaledColumn(denominator: denominator, numerators: Array(repeating: numerator, count: count)))
  }

  /// A column of these values: whole numbers over one denominator where that is possible.
  static func packed(_ scores: [Score]) -> Column {
    var denominator: Int128 = 1
    for score in scores {
      guard let exact = score.exact, let own = exact.denominatorInt128,
        let common = ScaledColumn.commonDenominator(denominator, own)
      else { return .cells(scores) }
      denominator = common
    }
    var numerators: [Int128] = []
    numerators.reserveCapacity(scores.count)
    for score in scores {
      guard let exact = score.exact, let numerator = exact.numeratorInt128, let own = exact.denominatorInt128
      else {
        return .cells(scores)
      }
      let (product, overflow) = numerator.multipliedReportingOverflow(by: denominator / own)
      if overflow { return .cells(scores) }
      numerators.append(product)
    }
    return .known(ScaledColumn(denominator: denominator, numerators: numerators))
  }
}

/// Whole numbers over one denominator.
struct ScaledColumn: Sendable {
  /// Above 0.
  var denominator: Int128
  /// One for each unit.
  var numerators: [Int128]

  /// The value at `index`.
  func value(at index: Int) -> Rational {
    Rational(numerator: numerators[index], denominator: denominator) ?? 0
  }

  /// Numerators stay below this, so that a few sums of them cannot overflow unseen.
  static let greatest: Int128 = 1 << 120

  /// The least common denominator; `nil` where it would be too large.
  static func commonDenominator(_ left: Int128, _ right: Int128) -> Int128? {
    if left == right { return left }
    let (product, overflow) = left.multipliedReportingOverflow(by: right / greatestCommonDivisor(left, right))
    return overflow || product > greatest ? nil : product
  }

  private static func greatestCommonDivisor(_ left: Int128, _ right: Int128) -> Int128 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }

  /// The values rounded half away from zero; `nil` where a numerator would be too large.
  func rounded(places: Int) -> ScaledColumn? {
    guard (0...18).contains(places) else { return nil }
    let units = (0..<places).reduce(Int128(1)) { units, _ in units * 10 }
    let (divisor, isTooLarge) = denominator.multipliedReportingOverflow(by: 2)
    if isTooLarge { return nil }
    var result: [Int128] = []
    result.reserveCapacity(numerators.count)
    for numerator in numerators {
      let (doubled, overflow) = numerator.multipliedReportingOverflow(by: 2 * units)
      let (raised, overflows) = doubled.addingReportingOverflow(numerator < 0 ? -denominator : denominator)
      if overflow || overflows { return nil }
      result.append(raised / divisor)
    }
    return ScaledColumn(denominator: units, numerators: result)
  }

  /// The same values over `wanted`, a multiple of the denominator; `nil` where a numerator would be too large.
  func rescaled(to wanted: Int128) -> [Int128]? {
    if wanted == denominator { return numerators }
    let factor = wanted / denominator
    var result: [Int128] = []
    result.reserveCapacity(numerators.count)
    for numerator in numerators {
      let (product, overflow) = numerator.multipliedReportingOverflow(by: factor)
      if overflow { return nil }
      result.append(product)
    }
    return result
  }
}
