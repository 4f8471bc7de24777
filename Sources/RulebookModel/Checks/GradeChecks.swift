import ExactArithmetic
import RulebookSyntax
import RulebookText

extension Checks {
  /// K0525: every total that a unit can have has a grade, where totals have grades at all.
  static func gradeGaps(_ rulebook: Rulebook) -> [Diagnostic] {
    let grading = rulebook.outcomes.rules.filter { rule in
      guard case .grade = rule.effect else { return false }
      return rule.looksAtTotal
    }
    guard let last = grading.last, Set(grading.map(\.applicability)).count == 1,
      let gap = GradeGap(
        in: grading.compactMap(\.totalCurve), within: rulebook.totals, rulebook.rounding?.places)
    else { return [] }
    return [.gradeGap(gap.words, at: rulebook.label(last.place))]
  }
}

/// The first stretch of totals that has no grade.
private struct GradeGap {
  /// Its ends; where both are one, that value itself, else what lies between them.
  let lower: Rational?
  let upper: Rational?

  init?(in curves: [Curve], within totals: Span, _ places: Int?) {
    let starts = Set(
      curves.flatMap { $0.pieces.compactMap(\.start) } + [totals.least, totals.greatest].compactMap { $0 })
    let ends: [Rational?] = [nil] + starts.sorted() + [nil]
    for index in ends.indices.dropLast() {
      if let value = ends[index], totals.holds(value), curves.allSatisfy({ $0.worth(of: value).isZero }) {
        (lower, upper) = (value, value)
        return
      }
      let (low, high) = (ends[index], ends[index + 1])
      let inside = Self.value(between: low, high)
      guard totals.holds(inside), curves.allSatisfy({ $0.worth(of: inside).isZero }) else { continue }
      if let places, let low, let high, !Self.holdsRounded(low, high, places) { continue }
      (lower, upper) = (low, high)
      return
    }
    return nil
  }

  private static func value(between low: Rational?, _ high: Rational?) -> Rational {
    guard let low else { return (high ?? 0) - 1 }
    return high.flatMap { (low + $0).divided(by: 2) } ?? low + 1
  }

  /// Whether a figure of so many decimals lies between two values.
  private static func holdsRounded(_ low: Rational, _ high: Rational, _ places: Int) -> Bool {
    let scale = (0..<places).reduce(Rational(1)) { scale, _ in scale * 10 }
    return (low * scale).floor + 1 < high * scale
  }

  /// 低于70分, 89分到90分之间
  var words: String {
    switch (lower, upper) {
    case (nil, nil): "所有总分"
    case (nil, let upper?): "低于\(upper.shown)分"
    case (let lower?, nil): "高于\(lower.shown)分"
    case (let lower?, let upper?):
      lower == upper ? "\(lower.shown)分" : "\(lower.shown)分和\(upper.shown)分之间"
    }
  }
}

extension Span {
  fileprivate func holds(_ value: Rational) -> Bool {
    (least.map { $0 <= value } ?? true) && (greatest.map { value <= $0 } ?? true)
  }
}

extension OutcomeRule {
  fileprivate var totalCurve: Curve? { if case .total(let curve) = condition { curve } else { nil } }
}

extension Rulebook {
  /// What totals there can be at the most, whatever the unit.
  fileprivate var totals: Span {
    guard let whole = items.first else { return Span() }
    return Span(
      least: whole.low.map { low in low.additions.map { min($0.points, 0) }.reduce(low.base, +) },
      greatest: whole.high.map { high in high.additions.map { max($0.points, 0) }.reduce(high.base, +) })
  }
}
