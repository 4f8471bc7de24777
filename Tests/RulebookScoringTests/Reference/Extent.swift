import ExactArithmetic

/// The stretch in which a value lies; `nil` where nothing bounds it.
struct Extent: Hashable {
  var low: Rational?
  var high: Rational?

  init(_ low: Rational?, _ high: Rational?) {
    self.low = low
    self.high = high
  }

  init(_ exact: Rational) { self.init(exact, exact) }

  static let zero = Extent(0)

  static func + (left: Extent, right: Extent) -> Extent {
    Extent(both(left.low, right.low) { $0 + $1 }, both(left.high, right.high) { $0 + $1 })
  }

  static prefix func - (extent: Extent) -> Extent {
    Extent(extent.high.map { -$0 }, extent.low.map { -$0 })
  }

  static func sum(_ extents: [Extent]) -> Extent { extents.reduce(.zero, +) }

  /// What a function that never falls makes of it; without bound stays without bound.
  func rising(_ function: (Rational) -> Rational) -> Extent { Extent(low.map(function), high.map(function)) }

  /// What a function that never rises makes of it.
  func falling(_ function: (Rational) -> Rational) -> Extent { Extent(high.map(function), low.map(function)) }

  /// At least this.
  func raised(to least: Rational?) -> Extent {
    guard let least else { return self }
    return Extent(max(low ?? least, least), high.map { max($0, least) })
  }

  /// At most this.
  func lowered(to greatest: Rational?) -> Extent {
    guard let greatest else { return self }
    return Extent(low.map { min($0, greatest) }, min(high ?? greatest, greatest))
  }

  func clamped(to bounds: Extent) -> Extent { raised(to: bounds.low).lowered(to: bounds.high) }

  /// Also possibly this.
  func or(_ value: Rational) -> Extent { Extent(low.map { min($0, value) }, high.map { max($0, value) }) }

  private static func both(
    _ left: Rational?, _ right: Rational?, _ combine: (Rational, Rational) -> Rational
  ) -> Rational? {
    guard let left, let right else { return nil }
    return combine(left, right)
  }
}

extension Extent: CustomStringConvertible {
  var description: String {
    let ends = [low, high].map { $0?.description ?? "∞" }
    return ends[0] == ends[1] ? ends[0] : "[\(ends[0]), \(ends[1])]"
  }
}
