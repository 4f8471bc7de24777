import ExactArithmetic
import RulebookModel
import RulebookScoring
import RulebookSyntax

/// Values measured against a figure that no text states.
extension TermAccount {
  /// 5个，比目标3个多2个，: what a value is compared with and how far it is from that; empty where it is compared with
  /// nothing.
  func opening(_ reason: ValueReason) -> String { comparison(reason).map { $0 + "，" } ?? "" }

  /// Whether the value is measured against a figure, or a place by such a measure.
  var isCompared: Bool { term.value.comparison != nil }

  /// 5个，比目标3个多2个; nil where the value is compared with nothing.
  private func comparison(_ reason: ValueReason) -> String? {
    if case .statistic = reason.value { return reason.parts.first.flatMap { comparison($0) } }
    guard let kind = reason.value.comparison, let result = reason.score.exact,
      let (own, figure) = operands(of: reason, kind)
    else { return nil }
    let unit = unit(of: own)
    let against = name(of: figure, unit: unit)
    let start = comparison(own) ?? (own.score.exact.map { $0.forPeople + unit } ?? "")
    switch kind {
    case .distance:
      if result.isZero { return "\(start)，与\(against)相同" }
      return "\(start)，比\(against)\(side(of: result, own))\(result.magnitude.forPeople)\(unit)"
    case .share: return "\(start)，是\(against)的\(result.forPeople)%"
    case .growth:
      if result.isZero { return "\(start)，与\(against)相同" }
      return "\(start)，\(against)，\(result.signum > 0 ? "增长" : "下降")\(result.magnitude.forPeople)%"
    }
  }

  private func operands(
    of reason: ValueReason, _ kind: Value.Comparison
  ) -> (own: ValueReason, figure: ValueReason)? {
    let pair: [ValueReason]? =
      switch kind {
      case .distance: reason.parts
      case .share: reason.parts.first?.parts
      case .growth: reason.parts.first?.parts.first?.parts
      }
    guard let pair, pair.count == 2 else { return nil }
    return (pair[0], pair[1])
  }

  /// 多, 少 of things; 高, 低 of measurements.
  private func side(of distance: Rational, _ own: ValueReason) -> String {
    let isCount = own.value.comparison == nil && evidence(of: own)?.kind == .count
    return distance.signum > 0 ? (isCount ? "多" : "高") : (isCount ? "少" : "低")
  }

  /// 目标3个, 目标的90%（2.7个）, 平均40岁.
  private func name(of figure: ValueReason, unit: String) -> String {
    let number = (figure.score.exact?.forPeople ?? "") + unit
    switch figure.value {
    case .arithmetic(.product, _, .constant(let share)):
      return "\(plainName(of: figure.parts.first))的\((share * 100).forPeople)%（\(number)）"
    case .arithmetic(.sum, _, .constant(let added)):
      return "\(plainName(of: figure.parts.first))加\(added.forPeople)\(unit)（\(number)）"
    default: return plainName(of: figure) + number
    }
  }

  private func plainName(of figure: ValueReason?) -> String {
    switch figure?.value {
    case .reference(let reference)?:
      let known = rulebook.references[reference]
      return known.kind == .shared ? known.name : known.kind.rawValue
    case .statistic(let statistic, _, _)?: return statistic.rawValue
    default: return ""
    }
  }

  private func evidence(of own: ValueReason) -> Evidence? {
    own.value.evidence.first.map { rulebook.evidence[$0] }
  }

  /// The measure word of a value before it is compared.
  private func unit(of own: ValueReason) -> String {
    switch own.value.comparison {
    case .share?, .growth?: "%"
    case .distance?, nil: evidence(of: own)?.unit ?? ""
    }
  }
}

extension Evidence {
  /// The word behind its quantities.
  var unit: String { kind.unit(measureWord) }
}

extension ReferenceFigure {
  /// The word behind its number.
  var unit: String { measure.unit(measureWord) }
}

extension EvidenceKind {
  fileprivate func unit(_ measureWord: String?) -> String {
    switch self {
    case .percentage, .completion: "%"
    case .score, .amount: "分"
    case .yesNo, .grade, .place: ""
    case .count, .measurement, .money: measureWord ?? ""
    }
  }
}
