import ExactArithmetic
import RulebookSyntax
import RulebookText

extension Checks {
  /// K0528: every number that is worked out is used.
  static func definitions(_ rulebook: Rulebook) -> [Diagnostic] {
    let defined = rulebook.evidence.indices.filter { rulebook.evidence[$0].definition != nil }
    guard !defined.isEmpty else { return [] }
    var used = Set(rulebook.clauses.flatMap(\.terms).flatMap(\.readEvidence))
    used.formUnion(rulebook.outcomes.rules.flatMap(\.values).flatMap(\.readEvidence))
    used.formUnion(rulebook.evidence.compactMap(\.definition).flatMap(\.operands).flatMap(\.readEvidence))
    for case .evidence(let index) in rulebook.outcomes.ties.map(\.basis) { used.insert(index) }
    return defined.filter { !used.contains($0) }.map {
      .unusedDefinition(rulebook.evidence[$0].name, at: rulebook.label(rulebook.evidence[$0].place))
    }
  }

  /// K0517: where the text gives a figure beside a formula (低于90%为0分), the formula comes to the same at that end.
  static func formulaEnds(_ rulebook: Rulebook) -> [Diagnostic] {
    rulebook.clauses.flatMap { clause in
      clause.terms.compactMap { term -> Diagnostic? in
        guard case .formula(let formula) = term.value else { return nil }
        return rulebook.gap(in: formula, of: clause)
      }
    }
  }
}

extension Rulebook {
  /// The first end at which a formula and what stands beside it differ.
  fileprivate func gap(in formula: Formula, of clause: Clause) -> Diagnostic? {
    guard let exception = formula.exception, case .reported(let reading) = exception.value,
      Set(formula.operands.flatMap(\.evidence)) == [reading.evidence]
    else { return nil }
    for bound in exception.holds.pieces.compactMap(\.start) {
      let (below, above) = (bound - Self.little, bound + Self.little)
      let side = exception.holds.worth(of: below).isZero ? above : below
      let stated = exception.worth.worth(of: side)
      guard !exception.holds.worth(of: side).isZero,
        let computed = result(of: formula, at: bound).map({ clause.limited($0) }), computed != stated
      else { continue }
      let unit =
        evidence[reading.evidence].kind.isInPercent ? "%" : evidence[reading.evidence].measureWord ?? ""
      return .formulaEnd(
        at: bound.shown + unit, computed: computed.shown, stated: stated.shown, place: label(clause.place))
    }
    return nil
  }

  private static let little = Rational(1).divided(by: 1_000_000) ?? 0

  /// What a formula of one evidence comes to; `nil` where it needs something that differs from unit to unit.
  private func result(of formula: Formula, at value: Rational) -> Rational? {
    var pile: [Rational] = []
    for step in formula.steps {
      switch step {
      case .number(let number, _): pile.append(number)
      case .operand(.reported, let isPercent): pile.append(isPercent ? value.divided(by: 100) ?? 0 : value)
      case .operand(.fullMark(let item), _) where items[item].fullMark.isUniform:
        pile.append(items[item].fullMark.base)
      case .operand: return nil
      case .operation(let operation):
        guard let right = pile.popLast(), let left = pile.popLast(),
          let result = operation.result(left, right)
        else { return nil }
        pile.append(result)
      }
    }
    return pile.last
  }
}

extension FormulaSyntax.Operation {
  /// Two numbers computed with; `nil` where the second is 0 and divides.
  fileprivate func result(_ left: Rational, _ right: Rational) -> Rational? {
    switch self {
    case .sum: left + right
    case .difference: left - right
    case .product: left * right
    case .quotient: left.divided(by: right)
    }
  }
}

extension Clause {
  /// A worth brought into its limits.
  fileprivate func limited(_ worth: Rational) -> Rational {
    min(max(worth, least ?? worth), greatest ?? max(worth, least ?? worth))
  }
}
