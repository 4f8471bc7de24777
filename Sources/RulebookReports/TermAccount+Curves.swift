import ExactArithmetic
import RulebookModel
import RulebookSyntax

/// Awards, slopes with an end, shares and series.
extension TermAccount {
  /// 20分 × 90% ÷ 100%: the award in proportion to what is asked; nil where the piece is no such share.
  func share(of value: Rational, in piece: Curve.Piece) -> String? {
    guard term.scale == .points, piece.anchor.isZero, piece.base.isZero, piece.rule == .proportional,
      let next = next(behind: value), next.start == piece.step, next.isConstant, next.base == piece.perStep
    else { return nil }
    return "\(piece.perStep.forPeople)分 × \(stated(value)) ÷ \(quantity(piece.step))"
  }

  /// 140%，算到130%为止，比100%多30% × 0.2分: the value lies beyond the end of a slope; nil where it does not.
  func ended(at value: Rational) -> String? {
    guard let index = index(of: value), !term.curve.pieces[index].base.isZero else { return nil }
    let pieces = term.curve.pieces
    let base = pieces[index].base
    func end(_ slope: Int, at bound: Rational?) -> String? {
      guard pieces.indices.contains(slope), let bound, !pieces[slope].isConstant,
        !pieces[slope].anchor.isZero, pieces[slope].base.isZero,
        pieces[slope].worth(of: bound) == base
      else { return nil }
      return (isCompared ? "" : stated(value) + "，") + "算到\(quantity(bound))为止，"
        + distance(bound, pieces[slope], isNamed: true)
    }
    return end(index - 1, at: pieces[index].start) ?? end(index + 1, at: next(behind: value)?.start)
  }

  /// 要求100%，只有71%，少29%，每10%一档，共3档，10分 - 3 × 1分: a series that goes on from a figure.
  func steps(_ value: Rational, _ piece: Curve.Piece) -> String {
    let isShort = value < piece.anchor
    let gap = (value - piece.anchor).magnitude
    let sign = piece.perStep.signum < 0 ? "-" : "+"
    let count = (piece.worth(of: value) - piece.base).divided(by: piece.perStep) ?? 0
    return (isCompared ? "" : stated(value) + "，")
      + "比\(quantity(piece.anchor))\(isShort ? "少" : "多")\(quantity(gap))，"
      + "每\(quantity(piece.step))一档，\(piece.rule.rawValue)，共\(count.forPeople)档，"
      + "\(piece.base.magnitude.forPeople)分 \(piece.base.signum < 0 ? opposite(sign) : sign) "
      + "\(count.forPeople) × \(piece.perStep.magnitude.forPeople)分"
  }

  private func opposite(_ sign: String) -> String { sign == "-" ? "+" : "-" }

  private func index(of value: Rational) -> Int? {
    let piece = term.curve.piece(of: value)
    return term.curve.pieces.firstIndex { $0 == piece }
  }

  /// The piece behind the one in which a value lies.
  private func next(behind value: Rational) -> Curve.Piece? {
    guard let index = index(of: value), index + 1 < term.curve.pieces.count else { return nil }
    return term.curve.pieces[index + 1]
  }
}
