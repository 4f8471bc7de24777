import ExactArithmetic
import RulebookModel
import RulebookSyntax

/// Formulas as nodes: the steps are gone through once, what is not yet used lies on a pile.
extension Planner {
  /// Something on the pile.
  private struct Part {
    var node: NodeID
    /// The value it is, where it has not been computed with.
    var value: Value?
    /// The evidence behind it.
    var evidence: [Int]
    /// Whether it is one figure for all units.
    var isShared = false
  }

  /// The nodes of a formula.
  mutating func formula(_ formula: Formula, _ site: Site) -> FormulaTrace {
    var operands: [NodeID] = []
    var pile: [Part] = []
    for step in formula.steps {
      switch step {
      case .number(let number, _): pile.append(Part(node: constant(number), evidence: [], isShared: true))
      case .operand(let value, let isPercent):
        let reported = node(value, .year, site)
        operands.append(reported)
        let node =
          isPercent ? plan.add(.product(reported, constant(Rational(1).divided(by: 100) ?? 1))) : reported
        pile.append(Part(node: node, value: value, evidence: value.evidence, isShared: value.isOfAllUnits))
      case .operation(let operation):
        guard let right = pile.popLast(), let left = pile.popLast() else { continue }
        pile.append(part(operation, left, right, site))
      }
    }
    let result = pile.last?.node ?? constant(0)
    guard let exception = formula.exception else {
      return FormulaTrace(operands: operands, result: result, value: result)
    }
    let judged = node(exception.value, .year, site)
    let (holds, worth) = (
      plan.add(.curve(judged, exception.holds)), plan.add(.curve(judged, exception.worth))
    )
    return FormulaTrace(
      operands: operands, result: result, value: plan.add(.unless(zero: holds, result, instead: worth)),
      exception: (judged, holds))
  }

  private mutating func part(
    _ operation: FormulaSyntax.Operation, _ left: Part, _ right: Part, _ site: Site
  ) -> Part {
    var site = site
    (site.divisors, site.isShared) = (right.evidence, right.isShared)
    let node: NodeID
    switch operation {
    case .sum: node = plan.add(.sum([left.node, right.node]))
    case .difference: node = plan.add(.arithmetic(.difference, left.node, right.node, at: site))
    case .product: node = plan.add(.arithmetic(.product, left.node, right.node, at: site))
    case .quotient:
      let isShare = left.value.map { right.value?.isGreatest(of: $0) ?? false } ?? false
      node = plan.add(.arithmetic(isShare ? .shareOfGreatest : .quotient, left.node, right.node, at: site))
    }
    return Part(
      node: node, evidence: left.evidence + right.evidence, isShared: left.isShared && right.isShared)
  }

  /// Evidence that is worked out, in percent where its kind is.
  mutating func definition(_ evidence: Int, _ site: Site) -> NodeID {
    if let known = plan.definitionTraces[evidence] { return known.value }
    let defined = rulebook.evidence[evidence]
    guard let definition = defined.definition else { return constant(0) }
    var trace = formula(definition, Site(item: site.item, applicability: defined.applicability))
    if defined.kind.isInPercent { trace.value = plan.add(.product(trace.result, constant(100))) }
    trace.result = trace.value
    plan.definitionTraces[evidence] = trace
    return trace.value
  }

  private mutating func constant(_ number: Rational) -> NodeID { plan.add(.amount(Amount(number))) }
}

extension Value {
  /// Whether it is the greatest of this value among all units.
  fileprivate func isGreatest(of value: Value) -> Bool {
    if case .statistic(.greatest, let own, _) = self { own == value } else { false }
  }

  /// Whether it is one figure for all units rather than one of each.
  var isOfAllUnits: Bool {
    switch self {
    case .statistic(.mean, _, _), .statistic(.greatest, _, _), .statistic(.least, _, _), .constant: true
    default: false
    }
  }
}
