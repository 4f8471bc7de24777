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

extension Region {
  /// Whether both have values in common but for an end of either, though neither lies in the other.
  func crosses(_ other: Region) -> Bool {
    meets(other) && !touches(other) && !contains(other) && !other.contains(self)
  }

  /// Whether they have one value in common, at which one ends and the other begins.
  func touches(_ other: Region) -> Bool {
    meets(other) && (upper.map { $0 == other.lower } ?? false || lower.map { $0 == other.upper } ?? false)
  }

  /// Whether it holds the values right at a place.
  func holds(_ place: Curve.Place) -> Bool {
    guard let value = place.value else { return lower == nil }
    if place.isAbove { return lower.map { $0 <= value } ?? true && upper.map { $0 > value } ?? true }
    return contains(Region(lower: value, upper: value))
  }

  /// The values that lie in both.
  func intersection(_ other: Region) -> Region {
    var both = self
    if let lower = other.lower, both.lower.map({ $0 <= lower }) ?? true {
      both.includesLower = other.includesLower && (both.lower != lower || includesLower)
      both.lower = lower
    }
    if let upper = other.upper, both.upper.map({ $0 >= upper }) ?? true {
      both.includesUpper = other.includesUpper && (both.upper != upper || includesUpper)
      both.upper = upper
    }
    return both
  }

  /// Where it begins and where the values behind it begin.
  var ends: [Rational] { [lower, upper].compactMap { $0 } }
}

extension Curve {
  /// A curve that holds within a region only.
  struct Layer {
    var region: Region
    var curve: Curve

    /// One worth within a region.
    init(_ region: Region, _ worth: Rational) {
      self.init(region, Curve([Piece(start: nil, base: worth)]))
    }

    init(_ region: Region, _ curve: Curve) {
      self.region = region
      self.curve = curve
    }

    /// Whether the other one is narrower.
    func isAround(_ other: Layer) -> Bool { region != other.region && region.contains(other.region) }
  }

  /// A value, the values right above it, or (without a value) those below all others.
  struct Place {
    var value: Rational?
    var isAbove = false
  }

  /// At each value the narrowest layer that holds, where none does `base`; a value at which two layers only touch
  /// belongs to the better one.
  static func stacked(_ layers: [Layer], over base: Curve) -> Curve {
    let curves = layers.map(\.curve) + [base]
    return composed(layers.flatMap(\.region.ends) + curves.flatMap(\.starts)) { place in
      let holding = layers.filter { $0.region.holds(place) }
      // Most of many layers hold one narrow layer: those are passed over without looking at all the others.
      let narrow = holding.dropFirst().reduce(holding.first) { $0?.isAround($1) ?? true ? $1 : $0 }
      let narrowest = holding.filter { layer in
        !(narrow.map(layer.isAround) ?? false) && !holding.contains(where: layer.isAround)
      }
      let best = narrowest.max { $0.curve.worth(of: place.value ?? 0) < $1.curve.worth(of: place.value ?? 0) }
      return (best?.curve ?? base).piece(at: place)
    }
  }

  /// For each region, better ones first, a curve that is 1 where it is the narrowest that holds; and one that is 1 where
  /// none holds. A value at which two regions only touch belongs to the better one.
  static func shares(of regions: [Region]) -> (ofEach: [Curve], rest: Curve) {
    let ends = regions.flatMap(\.ends)
    func curve(of winner: Int?) -> Curve {
      composed(ends) { place in
        let holding = regions.indices.filter { regions[$0].holds(place) }
        let narrowest = holding.first { index in
          !holding.contains { regions[$0] != regions[index] && regions[index].contains(regions[$0]) }
        }
        return Piece(start: nil, base: narrowest == winner ? 1 : 0)
      }
    }
    return (regions.indices.map { curve(of: $0) }, curve(of: nil))
  }

  /// All curves added up; `nil` where two of them slope at one value.
  static func sum(_ curves: [Curve]) -> Curve? {
    var isSimple = true
    let sum = composed(curves.flatMap(\.starts)) { place in
      let pieces = curves.map { $0.piece(at: place) }
      if pieces.count(where: { !$0.isConstant }) > 1 { isSimple = false }
      var sum = pieces.first { !$0.isConstant } ?? Piece(start: nil, base: 0)
      sum.base = pieces.map(\.base).reduce(0, +)
      return sum
    }
    return isSimple ? sum : nil
  }

  /// A curve of the pieces found at the starts and between them, those that go on with the one before left out.
  private static func composed(_ starts: [Rational], piece: (Place) -> Piece) -> Curve {
    var pieces = [piece(Place(value: nil)).moved(to: nil)]
    for start in Set(starts).sorted() {
      for isAbove in [false, true] {
        let next = piece(Place(value: start, isAbove: isAbove)).moved(to: start, includesStart: !isAbove)
        if let last = pieces.last, next.goesOn(with: last) { continue }
        pieces.append(next)
      }
    }
    return Curve(pieces)
  }

  /// The same for whole numbers, without the pieces in which none lies.
  var onWholeNumbers: Curve {
    var kept: [Piece] = []
    for (index, piece) in pieces.enumerated() {
      let least = piece.start.map { piece.includesStart ? $0.ceiling : $0.floor + 1 }
      let next = index + 1 < pieces.count ? pieces[index + 1] : nil
      let end = next.flatMap { next in next.start.map { next.includesStart ? $0.ceiling : $0.floor + 1 } }
      if let least, let end, least >= end { continue }
      if let last = kept.last, piece.goesOn(with: last) { continue }
      kept.append(piece)
    }
    return Curve(kept)
  }

  private var starts: [Rational] { pieces.compactMap(\.start) }

  private func piece(at place: Place) -> Piece {
    let found = pieces.last { piece in
      guard let start = piece.start else { return true }
      guard let value = place.value else { return false }
      return start < value || start == value && (piece.includesStart || place.isAbove)
    }
    return found ?? Piece(start: nil, base: 0)
  }
}

extension Curve.Piece {
  fileprivate func moved(to start: Rational?, includesStart: Bool = true) -> Self {
    var moved = self
    moved.start = start
    moved.includesStart = includesStart
    return moved
  }

  /// Whether it says the same as the piece before it.
  fileprivate func goesOn(with other: Self) -> Bool {
    if isConstant, other.isConstant { return base == other.base }
    return moved(to: other.start, includesStart: other.includesStart) == other
  }
}
