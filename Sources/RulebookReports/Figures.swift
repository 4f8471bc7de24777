import ExactArithmetic
import RulebookModel
import RulebookScoring

/// How numbers are written for people.
extension Rational {
  /// The number as a decimal where it ends, else rounded, which is what people read, with the fraction that is exact
  /// behind it: 约0.6667（2/3）.
  ///
  /// Decimals of more than twelve characters count as not ending: nobody reads 0.005902777777777.
  var forPeople: String {
    if let decimal = decimalText, decimal.utf8.count <= 12 { return decimal }
    return "约\(fixedText(places: 4))（\(self)）"
  }
}

extension Publication {
  /// The figure as a table shows it: published, never a bare fraction, which tables take for a date.
  func cell(_ score: Score) -> String {
    if let exact = score.exact { return figure(exact) }
    return "\(score.low.map(figure) ?? "…")至\(score.high.map(figure) ?? "…")"
  }

  private func figure(_ number: Rational) -> String {
    places == nil ? number.forPeople : text(number)
  }
}
