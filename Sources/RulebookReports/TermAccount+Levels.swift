import ExactArithmetic
import RulebookModel
import RulebookScoring
import RulebookSyntax

/// Rows by level, and what other evidence takes off or makes nothing of.
extension TermAccount {
  /// 省级3篇 × 2分 + 市级1篇 × 1分; 一般3篇 + 领导批示1篇 × 4，按7篇算 × 5分. nil where levels change nothing.
  func levels(_ value: Rational, _ piece: Curve.Piece) -> String? {
    guard case .reported(let reading) = term.value, !reading.weights.isEmpty else { return nil }
    let names = rulebook.evidence[reading.evidence].levels
    let parts = zip(names, reason.levels).enumerated().filter { !$1.1.isZero }
    guard !parts.isEmpty else { return "没有记录" }
    let isPoints = piece.step == 1 && piece.perStep.magnitude == 1
    let weigh = { (index: Int) -> String in
      let weight = reading.weights[index]
      if isPoints { return " × \(weight.forPeople)分" }
      return weight == 1 ? "" : " × \(weight.forPeople)"
    }
    let terms = parts.map { index, part in part.0 + quantity(part.1) + weigh(index) }
    if rulebook.evidence[reading.evidence].combination == .maximum {
      return "\(terms.joined(separator: "、"))，取最高的一件"
    }
    let sum = terms.joined(separator: " + ")
    return isPoints ? sum : "\(sum)，按\(quantity(value))算 × \(rate(piece, value))"
  }

  /// 核减5亩后, before what is left.
  var lowered: String {
    guard case .reported(let reading) = term.value, !reading.loweredBy.isEmpty, !reason.lowering.isZero else {
      return ""
    }
    return "核减\(quantity(reason.lowering))后"
  }

  /// What makes nothing of it.
  var waiverNames: String { term.waivers.map { rulebook.evidence[$0].name }.joined(separator: "”“") }
}
