import ExactArithmetic

/// A stretch of values with or without its ends.
struct Region: Equatable {
  /// The lower end; `nil` where there is none.
  var lower: Rational?
  var includesLower = true
  /// The upper end; `nil` where there is none.
  var upper: Rational?
  var includesUpper = true

  /// Every value.
  static let everything = Region()

  /// Values from `bound` on.
  static func from(_ bound: Rational, included: Bool = true) -> Region {
    Region(lower: bound, includesLower: included)
  }

  /// Values up to `bound`.
  static func upTo(_ bound: Rational, included: Bool = true) -> Region {
    Region(upper: bound, includesUpper: included)
  }

  /// Whether every value of `other` lies in it.
  func contains(_ other: Region) -> Bool {
    let fromBelow = lower.map { mine in
      other.lower.map { $0 > mine || $0 == mine && (includesLower || !other.includesLower) } ?? false
    }
    let fromAbove = upper.map { mine in
      other.upper.map { $0 < mine || $0 == mine && (includesUpper || !other.includesUpper) } ?? false
    }
    return fromBelow ?? true && fromAbove ?? true
  }

  /// Whether some value lies in both.
  func meets(_ other: Region) -> Bool { !isBelow(other) && !other.isBelow(self) }

  /// Whether all of it lies below all of `other`.
  private func isBelow(_ other: Region) -> Bool {
    guard let end = upper, let start = other.lower else { return false }
    return end < start || end == start && !(includesUpper && other.includesLower)
  }

  /// `worth` inside, 0 outside.
  func curve(_ worth: Rational) -> Curve {
    var pieces = [Curve.Piece(start: nil, base: lower == nil ? worth : 0)]
    if let lower { pieces.append(.init(start: lower, includesStart: includesLower, base: worth)) }
    if let upper { pieces.append(.init(start: upper, includesStart: !includesUpper, base: 0)) }
    return Curve(pieces)
  }
}

extension Curve {
  /// Both curves added up; both are constant piece by piece.
  static func stacked(_ layers: [(region: Region, worth: Rational)], elsewhere: Rational) -> Curve {
    // Later layers lie on top of earlier ones.
    var starts: [(value: Rational, includes: Bool)] = []
    for layer in layers {
      if let lower = layer.region.lower { starts.append((lower, layer.region.includesLower)) }
      if let upper = layer.region.upper { starts.append((upper, !layer.region.includesUpper)) }
    }
    starts.sort { $0.value < $1.value || $0.value == $1.value && $0.includes && !$1.includes }
    var pieces = [Piece(start: nil, base: worth(layers, elsewhere, just: nil))]
    for start in starts {
      let base = worth(layers, elsewhere, just: start)
      if let last = pieces.last, last.start == start.value, last.includesStart == start.includes { continue }
      pieces.append(Piece(start: start.value, includesStart: start.includes, base: base))
    }
    return Curve(pieces)
  }

  /// What the topmost layer says right at a start, or below all of them.
  private static func worth(
    _ layers: [(region: Region, worth: Rational)], _ elsewhere: Rational,
    just start: (value: Rational, includes: Bool)?
  ) -> Rational {
    let point: Region =
      start.map { Region(lower: $0.value, includesLower: $0.includes, upper: $0.value, includesUpper: true) }
      ?? Region()
    let found = layers.last { layer in
      guard let start else { return layer.region.lower == nil }
      guard start.includes else {
        // Just above the value.
        let fromBelow = layer.region.lower.map { $0 <= start.value } ?? true
        return fromBelow && (layer.region.upper.map { $0 > start.value } ?? true)
      }
      return layer.region.contains(point)
    }
    return found?.worth ?? elsewhere
  }
}
