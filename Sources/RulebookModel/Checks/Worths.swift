import ExactArithmetic
import RulebookSyntax

extension Rulebook {
  /// What a term can be worth each time its item is scored, in its scale.
  package func span(of term: Term) -> Span {
    (term.curve.span(of: values(of: term)) * Rational(term.repetitions)).limited(term.least, term.greatest)
  }

  /// The values a term can have.
  private func values(of term: Term) -> Span {
    switch term.value {
    case .any, .all: Span(least: 0, greatest: 1)
    case .reported(let reading): values(of: reading)
    case .constant(let figure): Span(least: figure, greatest: figure)
    case .statistic(let statistic, _, _) where statistic.isPlace: Span(least: 1, greatest: nil)
    case .magnitude: Span(least: 0, greatest: nil)
    case .fullMark(let item):
      Span(least: 0, greatest: items[item].fullMark.isUniform ? items[item].fullMark.base : nil)
    case .reference, .statistic, .arithmetic, .formula, .score: Span(least: nil, greatest: nil)
    }
  }

  private func values(of reading: Value.Reading) -> Span {
    let evidence = evidence[reading.evidence]
    return switch evidence.kind {
    case .yesNo: Span(least: 0, greatest: 1)
    case .score, .amount: Span(least: 0, greatest: evidence.fullMark)
    case .completion, .percentage: Span(least: 0, greatest: reading.rowCeiling)
    case .count: Span(least: 0, greatest: greatest(of: reading))
    case .measurement, .money: Span(least: nil, greatest: nil)
    case .place: Span(least: 1, greatest: nil)
    case .grade: Span(least: 1, greatest: Rational(evidence.levels.count))
    }
  }

  /// The most that rows of which only one counts come to.
  private func greatest(of reading: Value.Reading) -> Rational? {
    guard evidence[reading.evidence].combination == .maximum, let ceiling = reading.rowCeiling else {
      return nil
    }
    return ceiling * (reading.weights.max() ?? 1)
  }

  /// A worth of a term, in points.
  func points(_ worth: Rational, of term: Term, in item: Item) -> Amount {
    switch term.scale {
    case .points: Amount(worth)
    case .fullMark: item.scoredFullMark * worth
    case .cap: Amount((item.worth.deduction ?? 0) * worth)
    }
  }

  /// The most that a clause can add, for the units it speaks of; `nil` where it has no bound.
  func greatestAward(of clause: Clause) -> Amount? {
    var sum = Amount.zero
    for term in clause.terms {
      guard let greatest = span(of: term).greatest else {
        return clause.greatest.map { Amount($0).only(where: clause.applicability) }
      }
      sum = sum + points(greatest, of: term, in: items[clause.item])
    }
    let limited = clause.greatest.map { limit in sum.isUniform ? Amount(min(limit, sum.base)) : sum } ?? sum
    return limited.only(where: clause.applicability)
  }

  /// What a clause takes away when everything in it happens once; what it counts by incident is left out, since
  /// incidents are meant to run into the cap.
  func singleLoss(of clause: Clause) -> Amount {
    var sum = Amount.zero
    for term in clause.terms where term.isSingle {
      guard let least = span(of: term).least, least.signum < 0 else { continue }
      sum = sum + -points(least, of: term, in: items[clause.item])
    }
    if let limit = clause.least {
      sum = sum.isUniform && !sum.base.isZero ? Amount(min(-limit, sum.base)) : Amount(-limit)
    }
    return sum.only(where: clause.applicability)
  }
}

extension Term {
  /// Whether it is worth the same however often it happens.
  fileprivate var isSingle: Bool { repetitions == 1 && curve.pieces.allSatisfy(\.isConstant) }
}
