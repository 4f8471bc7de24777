public import ExactArithmetic
public import RulebookSyntax

/// Arithmetic on values, as steps in which each operation stands behind the two things it takes.
///
/// Steps lie side by side in a list, so a formula of any depth is read, evaluated and let go without recursion.
public struct Formula: Sendable, Hashable {
  /// The steps, in the order in which they are computed.
  public var steps: [Step]
  /// Where it counts for nothing, because something else is said of that.
  public var exception: Exception?

  /// One step.
  public enum Step: Sendable, Hashable {
    /// A number of the rulebook; a percentage is its share of 1.
    case number(Rational, isPercent: Bool)
    /// A value; one in percent counts as its share of 1.
    case operand(Value, isPercent: Bool)
    /// The two things before it, computed with.
    case operation(FormulaSyntax.Operation)
  }

  /// Values for which something else is said (低于90%为0分).
  public struct Exception: Sendable, Hashable {
    /// What it is judged by.
    public var value: Value
    /// Above 0 where it holds.
    public var holds: Curve
    /// The points given there.
    public var worth: Curve
  }

  /// A formula of these steps.
  public init(_ steps: [Step], exception: Exception? = nil) {
    self.steps = steps
    self.exception = exception
  }

  /// What it computes with, in the order in which it stands.
  public var operands: [Value] {
    steps.compactMap { if case .operand(let value, _) = $0 { value } else { nil } }
  }

  /// The values it reads, those included that decide whether it counts.
  public var values: [Value] { operands + (exception.map { [$0.value] } ?? []) }
}

extension Rulebook {
  /// The evidence whose rows a value is worked out from: where evidence is worked out itself, what it is made of.
  public func reportedEvidence(of value: Value) -> [Int] {
    var found: [Int] = []
    var seen: Set<Int> = []
    var open = Array(value.readEvidence.reversed())
    while let index = open.popLast() {
      guard seen.insert(index).inserted else { continue }
      if let definition = evidence[index].definition {
        open += definition.values.flatMap(\.readEvidence).reversed()
      } else {
        found.append(index)
      }
    }
    return found
  }

  /// The evidence that a value is worked out from and that is worked out itself, each behind what it is made of.
  public func definedEvidence(of value: Value) -> [Int] {
    let read = value.readEvidence
    guard read.contains(where: { evidence[$0].definition != nil }) else { return [] }
    var order: [Int] = []
    var open: [(index: Int, isDone: Bool)] = read.reversed().map { ($0, false) }
    var seen: Set<Int> = []
    while let (index, isDone) = open.popLast() {
      if isDone {
        order.append(index)
      } else if let definition = evidence[index].definition, seen.insert(index).inserted {
        open.append((index, true))
        open += definition.values.flatMap(\.readEvidence).reversed().map { ($0, false) }
      }
    }
    return order
  }

  /// The figures of 指标表 that a value is worked out from, each once; indices into `references`.
  public func figures(of value: Value) -> [Int] {
    let definitions = definedEvidence(of: value).compactMap { evidence[$0].definition }
    return (value.references + definitions.flatMap(\.values).flatMap(\.references)).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// The items whose scores a value is worked out from.
  public func scoredItems(of value: Value) -> [Int] {
    let definitions = definedEvidence(of: value).compactMap { evidence[$0].definition }
    return (value.items + definitions.flatMap(\.values).flatMap(\.items)).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }
}

extension Value {
  /// The items whose scores it reads.
  var items: [Int] {
    switch self {
    case .score(let item): [item]
    case .formula(let formula): formula.values.flatMap(\.items)
    case .statistic(_, let value, _), .magnitude(let value): value.items
    case .arithmetic(_, let left, let right): left.items + right.items
    case .reported, .any, .all, .constant, .reference, .fullMark: []
    }
  }
}
