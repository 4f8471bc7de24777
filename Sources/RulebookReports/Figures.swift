import ExactArithmetic
import RulebookModel
import RulebookScoring

/// How numbers are written for people.
extension Rational {
  /// The number as a decimal where it ends, else as a fraction with the rounded value behind it: 2/3（约0.6667）.
  ///
  /// Decimals longer than six places count as not ending: nobody reads 0.005902777777777.
  var forPeople: String {
    if let decimal = decimalText, decimal.utf8.count <= 12 { return decimal }
    return "\(self)（约\(fixedText(places: 4))）"
  }
}

extension Publication {
  /// The figure as a table shows it: published, never a bare fraction, which tables take for a date.
  func cell(_ score: Score) -> String {
    if let exact = score.exact { return figure(exact) }
    return "\(score.low.map(figure) ?? "…")—\(score.high.map(figure) ?? "…")"
  }

  private func figure(_ number: Rational) -> String {
    places == nil ? number.forPeople : text(number)
  }
}
