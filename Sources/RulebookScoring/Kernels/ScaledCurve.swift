import ExactArithmetic
import RulebookModel
import RulebookSyntax

/// A curve prepared for whole numbers over one denominator: comparisons and one multiplication for each value.
struct ScaledCurve {
  /// The denominator of the worths.
  let denominator: Int128
  private let pieces: [Piece]

  private struct Piece {
    /// The least numerator that belongs to it.
    let start: Int128
    /// Worth = offset + factor × steps, all over the result's denominator.
    let offset: Int128
    let factor: Int128
    /// Where steps are counted from, times `spread`.
    let anchor: Int128
    /// Numerators are multiplied by this before they are compared with the anchor.
    let spread: Int128
    /// The length of a step in those numbers; 0 where steps are not counted but taken in proportion.
    let step: Int128
    let rule: StepRule
  }

  /// Prepares `curve` for values over `input`; `nil` where figures would be too large.
  init?(_ curve: Curve, denominator input: Int128) {
    var output: Int128 = 1
    for piece in curve.pieces {
      for figure in Self.figures(piece, input) {
        guard let own = figure.denominatorInt128, let common = ScaledColumn.commonDenominator(output, own)
        else {
          return nil
        }
        output = common
      }
    }
    var prepared: [Piece] = []
    for piece in curve.pieces {
      guard let next = Self.prepare(piece, input, output) else { return nil }
      prepared.append(next)
    }
    denominator = output
    pieces = prepared
  }

  /// The figures whose denominators decide the result's.
  private static func figures(_ piece: Curve.Piece, _ input: Int128) -> [Rational] {
    if piece.isConstant { return [piece.base] }
    guard piece.rule == .proportional else { return [piece.base, piece.perStep] }
    return [piece.base, unit(piece, input).divided(by: piece.anchor.denominator) ?? 0]
  }

  /// What 1/input of a proportional piece is worth.
  private static func unit(_ piece: Curve.Piece, _ input: Int128) -> Rational {
    piece.perStep.divided(by: piece.step * Rational(input)) ?? 0
  }

  private static func prepare(_ piece: Curve.Piece, _ input: Int128, _ output: Int128) -> Piece? {
    let start: Int128
    if let from = piece.start {
      let scaled = from * Rational(input)
      let least = piece.includesStart ? scaled.ceiling : scaled.floor + 1
      guard let value = least.numeratorInt128 else { return nil }
      start = value
    } else {
      start = .min
    }
    guard let offset = whole(piece.base, output), let spread = piece.anchor.denominatorInt128,
      let anchor = whole(piece.anchor * Rational(spread), input)
    else { return nil }
    if piece.isConstant {
      return Piece(
        start: start, offset: offset, factor: 0, anchor: 0, spread: 1, step: 0, rule: .proportional)
    }
    if piece.rule == .proportional {
      guard let factor = whole(unit(piece, input).divided(by: Rational(spread)) ?? 0, output) else {
        return nil
      }
      return Piece(
        start: start, offset: offset, factor: factor, anchor: anchor, spread: spread, step: 0,
        rule: .proportional)
    }
    guard let stepDenominator = piece.step.denominatorInt128, stepDenominator == 1 || spread == 1,
      let factor = whole(piece.perStep, output)
    else { return nil }
    let all = spread * stepDenominator
    guard let wideAnchor = whole(piece.anchor * Rational(all), input),
      let step = whole(piece.step * Rational(all), input)
    else { return nil }
    return Piece(
      start: start, offset: offset, factor: factor, anchor: wideAnchor, spread: all, step: step,
      rule: piece.rule)
  }

  /// `figure` times `scale`, if that is a whole number of moderate size.
  private static func whole(_ figure: Rational, _ scale: Int128) -> Int128? {
    let product = figure * Rational(scale)
    guard product.isInteger, let value = product.numeratorInt128,
      value.magnitude < UInt128(ScaledColumn.greatest)
    else { return nil }
    return value
  }

  /// The worths of `numerators`; `nil` where one would be too large.
  func worths(of numerators: [Int128]) -> [Int128]? {
    var result: [Int128] = []
    result.reserveCapacity(numerators.count)
    for numerator in numerators {
      guard let worth = worth(of: numerator) else { return nil }
      result.append(worth)
    }
    return result
  }

  private func worth(of numerator: Int128) -> Int128? {
    var chosen = pieces[0]
    for piece in pieces.dropFirst() where numerator >= piece.start { chosen = piece }
    if chosen.factor == 0 { return chosen.offset }
    let (wide, first) = numerator.multipliedReportingOverflow(by: chosen.spread)
    let (signed, second) = wide.subtractingReportingOverflow(chosen.anchor)
    if first || second || signed == .min { return nil }
    var steps = signed < 0 ? -signed : signed
    switch chosen.rule {
    case .proportional: break
    case .wholeSteps: steps /= chosen.step
    case .begunSteps: steps = steps == 0 ? 0 : (steps - 1) / chosen.step + 1
    }
    let (worth, third) = chosen.factor.multipliedReportingOverflow(by: steps)
    let (total, fourth) = chosen.offset.addingReportingOverflow(worth)
    return third || fourth ? nil : total
  }
}
