import ExactArithmetic
import RulebookSyntax

/// Arithmetic on the facts of a clause, and below what it counts for nothing.
struct SpecFormula: Sendable {
  var expression: Expression
  /// 低于N为0分, of the only fact.
  var nothingBelow: Rational?

  indirect enum Expression: Sendable {
    case number(Rational)
    /// 80 for 80%.
    case percent(Rational)
    /// An index into the facts of the clause.
    case fact(Int)
    /// 分值
    case points
    case sum(Expression, Expression)
    case difference(Expression, Expression)
    case product(Expression, Expression)
    /// Of things that are not below 0, by something above 0.
    case quotient(Expression, Expression)
  }
}

extension SpecFormula.Expression {
  /// Whether a fact stands in it.
  fileprivate func uses(_ fact: Int) -> Bool {
    switch self {
    case .number, .percent, .points: false
    case .fact(let index): index == fact
    case .sum(let left, let right), .difference(let left, let right), .product(let left, let right),
      .quotient(let left, let right):
      left.uses(fact) || right.uses(fact)
    }
  }
}

extension SpecGenerator {
  /// A clause of an item's points that is a formula.
  mutating func formulaClause(of points: Rational) -> SpecClause {
    let kinds: [EvidenceKind] = [.count, .percentage, .score]
    var facts = (0..<random.int(1...3)).map { _ in
      SpecFact(name: name(), kind: random.pick(kinds), unit: "次")
    }
    for index in facts.indices {
      if facts[index].kind == .percentage { facts[index].unit = "%" }
      if facts[index].kind == .score { facts[index].fullMark = 50 }
    }
    var formula = SpecFormula(expression: part(facts.count))
    for _ in 0..<random.int(0...2) {
      let other = random.chance(70) ? part(facts.count) : .number(Rational(random.int(1...9)).halved)
      formula.expression =
        random.chance(60) ? .sum(formula.expression, other) : .difference(formula.expression, other)
    }
    for index in facts.indices where !formula.expression.uses(index) {
      formula.expression = .sum(formula.expression, .product(.number(2), .fact(index)))
    }
    if facts.count == 1, random.chance(40) { formula.nothingBelow = Rational(random.int(1...9)) }
    return SpecClause(facts: facts, rule: .formula(formula), look: random.look())
  }

  private mutating func part(_ count: Int) -> SpecFormula.Expression {
    let fact = SpecFormula.Expression.fact(random.int(0...count - 1))
    let other = SpecFormula.Expression.fact(random.int(0...count - 1))
    let factor = Rational(random.int(1...20)).halved
    switch random.int(0...5) {
    case 0: return .product(.number(factor), fact)
    case 1: return .product(fact, .percent(Rational(random.int(1...99))))
    case 2: return .product(.product(fact, other), .number(factor))
    case 3: return .product(.quotient(fact, .sum(other, .number(factor))), .points)
    case 4: return .quotient(.sum(fact, other), .number(factor))
    default: return .product(.sum(fact, .number(factor)), .percent(50))
    }
  }
}

extension ReferenceScorer {
  /// What a formula comes to, at least 0; every value by itself, as if it stood there alone.
  func computed(_ formula: SpecFormula, _ facts: [SpecFact], points: Rational, _ unit: Int) -> Extent {
    let result = extent(formula.expression, facts, points, unit)
    guard let bound = formula.nothingBelow else { return result.raised(to: 0) }
    let value = value(facts[0], unit)
    if let high = value.high, high < bound { return .zero }
    let isSurelyEnough = value.low.map { $0 >= bound } ?? false
    return (isSurelyEnough ? result : result.or(0)).raised(to: 0)
  }

  private func extent(
    _ expression: SpecFormula.Expression, _ facts: [SpecFact], _ points: Rational, _ unit: Int
  ) -> Extent {
    func value(_ inner: SpecFormula.Expression) -> Extent { extent(inner, facts, points, unit) }
    switch expression {
    case .number(let number): return Extent(number)
    case .percent(let number): return Extent(number * hundredth)
    case .points: return Extent(points)
    case .fact(let index):
      let value = self.value(facts[index], unit)
      return facts[index].kind == .percentage ? value.rising { $0 * hundredth } : value
    case .sum(let left, let right): return value(left) + value(right)
    case .difference(let left, let right): return value(left) + -value(right)
    // Nothing that is multiplied or divided here is ever below 0.
    case .product(let left, let right): return product(value(left), value(right))
    case .quotient(let left, let right): return quotient(value(left), value(right))
    }
  }

  private var hundredth: Rational { Rational(1).divided(by: 100) ?? 0 }

  private func product(_ left: Extent, _ right: Extent) -> Extent {
    let isNothing = left == .zero || right == .zero
    let high = left.high.flatMap { high in right.high.map { high * $0 } }
    return Extent((left.low ?? 0) * (right.low ?? 0), isNothing ? 0 : high)
  }

  private func quotient(_ left: Extent, _ right: Extent) -> Extent {
    let low = right.high.map { (left.low ?? 0).divided(by: $0) ?? 0 } ?? 0
    let high = left.high.flatMap { high in right.low.flatMap { high.divided(by: $0) } }
    return Extent(low, high)
  }
}

extension ClauseRenderer {
  /// 得分=…, a bracket behind each thing it computes with.
  mutating func formula(_ formula: SpecFormula) -> String {
    var named: Set<Int> = []
    let words = text(of: formula.expression, &named, isInner: false)
    let end = formula.nothingBelow.map { "，低于\($0.written)\(unit)为0分" } ?? ""
    return pick(["得分", "分值", "本项得分"]) + pick(["=", "＝"]) + words + end
  }

  private mutating func text(
    of expression: SpecFormula.Expression, _ named: inout Set<Int>, isInner: Bool
  ) -> String {
    switch expression {
    case .number(let number): return number.written
    case .percent(let number): return number.written + "%"
    case .points: return pick(["分值", "本项分值"])
    case .fact(let index):
      let fact = clause.facts[index]
      guard named.insert(index).inserted else { return fact.name + "【同：\(fact.name)】" }
      let mark = fact.fullMark.map { "满分\($0.written)分" }
      return fact.name + "【\(fact.name)：\(mark ?? fact.kind.rawValue)】"
    case .sum(let left, let right):
      return enclosed(
        text(of: left, &named, isInner: false) + pick(["+", "＋"]) + text(of: right, &named, isInner: true),
        isInner)
    case .difference(let left, let right):
      return enclosed(
        text(of: left, &named, isInner: false) + pick(["-", "－", "−"])
          + text(of: right, &named, isInner: true), isInner)
    case .product(let left, let right):
      return text(of: left, &named, isInner: true) + pick(["×", "*"]) + text(of: right, &named, isInner: true)
    case .quotient(let left, let right):
      return text(of: left, &named, isInner: true) + pick(["÷", "/"]) + text(of: right, &named, isInner: true)
    }
  }

  private func enclosed(_ words: String, _ isInner: Bool) -> String { isInner ? "（\(words)）" : words }
}
