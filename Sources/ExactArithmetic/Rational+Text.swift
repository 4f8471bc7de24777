extension Rational: CustomStringConvertible {
  /// The reduced fraction, `657/10`, or the whole number, `-3`.
  public var description: String {
    switch storage {
    case .small(let numerator, 1): "\(numerator)"
    case .small(let numerator, let denominator): "\(numerator)/\(denominator)"
    case .big(let numerator, let denominator): isInteger ? "\(numerator)" : "\(numerator)/\(denominator)"
    }
  }
}

extension Rational {
  /// The number with exactly `places` digits behind the point, rounded with a half away from zero: `65.70`.
  ///
  /// What rounds to zero has no sign. `places` is 0…18; below or above that the nearer end counts.
  public func fixedText(places: Int) -> String {
    Rational.text(units: roundedUnits(places: places), places: Rational.placesWithin(places))
  }

  /// The number as a decimal without trailing zeros, `65.7`; nil when no finite decimal equals it (1/3).
  public var decimalText: String? {
    var units = self
    var places = 0
    while !units.isInteger {
      let tenfold = units * 10
      // Ten has no factor left to cancel: the digits never end.
      if tenfold.denominator == units.denominator { return nil }
      units = tenfold
      places += 1
    }
    return Rational.text(units: units, places: places)
  }

  /// The whole number `units` with a point before its last `places` digits.
  private static func text(units: Rational, places: Int) -> String {
    let written = units.magnitude.description
    let padding = String(repeating: "0", count: max(0, places + 1 - written.utf8.count))
    let digits = padding + written
    let sign = units.signum < 0 ? "-" : ""
    return places == 0 ? sign + digits : "\(sign)\(digits.dropLast(places)).\(digits.suffix(places))"
  }
}
