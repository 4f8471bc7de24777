import ExactArithmetic
import RulebookSyntax

/// Comparisons with 目标 and 上年, by subtraction and division.
extension ReferenceScorer {
  /// What a comparison moves its item by.
  func compared(_ comparison: SpecComparison, _ fact: SpecFact, _ unit: Int) -> Extent {
    let own = value(in: nil, fact, unit)
    let figure = self.figure(fact, unit)
    switch comparison.shape {
    case .award: return (Extent(comparison.points) + -missed(comparison, own, figure)).raised(to: 0)
    case .loss: return -missed(comparison, own, figure)
    case .bonus(let most):
      return (own + -figure).raised(to: 0).rising { worth($0, comparison) }.lowered(to: most)
    case .share:
      guard let whole = figure.low, whole == figure.high else { return Extent(0, comparison.points) }
      let part = { (value: Rational) in comparison.points * max(0, min(1, value.divided(by: whole) ?? 0)) }
      return Extent(own.low.map(part) ?? 0, own.high.map(part) ?? comparison.points)
    case .growth(let asked):
      guard let before = figure.low, before == figure.high else { return Extent(0, comparison.points) }
      let grown = own.rising { (($0 - before) * 100).divided(by: before.magnitude) ?? 0 }
      let short = (Extent(asked) + -grown).raised(to: 0).rising { worth($0, comparison) }
      return (Extent(comparison.points) + -short).raised(to: 0)
    }
  }

  /// Whether a clause is for the unit: no figure it needs is `/`.
  func hasFigures(_ clause: SpecClause, _ unit: Int) -> Bool {
    !clause.facts.contains { fact in
      fact.compares != nil && (year.units[unit].figures[fact.name]?.isNotApplicable ?? false)
    }
  }

  private func missed(_ comparison: SpecComparison, _ own: Extent, _ figure: Extent) -> Extent {
    let distance = own + -figure
    return (comparison.wantsMore ? -distance : distance).raised(to: 0).rising { worth($0, comparison) }
  }

  private func worth(_ distance: Rational, _ comparison: SpecComparison) -> Rational {
    let steps = distance.divided(by: comparison.step) ?? 0
    switch comparison.rule {
    case .proportional: return comparison.perStep * steps
    case .wholeSteps: return comparison.perStep * steps.floor
    case .begunSteps: return comparison.perStep * steps.ceiling
    }
  }

  /// The figure of a unit; what is missing may be anything that is not below 0, unless it is a measurement.
  private func figure(_ fact: SpecFact, _ unit: Int) -> Extent {
    if let known = year.units[unit].figures[fact.name]?.value { return Extent(known) }
    return Extent(fact.kind == .measurement ? nil : 0, nil)
  }
}
