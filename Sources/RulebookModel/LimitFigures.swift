import ExactArithmetic
import RulebookSyntax

extension LimitSyntax {
  /// The points of a limit that has some.
  var figure: Rational? { bound?.figure }

  /// Whether it bounds the same thing as `other` with another figure.
  func contradicts(_ other: LimitSyntax) -> Bool {
    guard case .atMost(let verb, let figure) = kind, case .atMost(let otherVerb, let otherFigure) = other.kind
    else { return false }
    return boundsItem == other.boundsItem && verb == otherVerb && figure != otherFigure
  }

  /// The figure of a limit that has one, with the verb it states.
  var bound: (verb: ScoringVerb?, figure: Rational)? {
    switch kind {
    case .atMost(let verb, let figure): (verb, figure)
    case .atMostEither(let figure): (nil, figure)
    case .untilTaken(let figure): (.deduct, figure)
    case .untilExhausted, .unlimited, .series: nil
    }
  }
}
