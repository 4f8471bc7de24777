public import ExactArithmetic
public import RulebookSyntax

/// What a value is worth: pieces side by side, each constant or with a slope taken in steps.
///
/// Deductions per incident, shortfalls, thresholds, bands and conversions are all curves; there is no other way
/// in which a value becomes points.
public struct Curve: Sendable, Hashable {
  /// The pieces in ascending order. The first begins at minus infinity.
  public var pieces: [Piece]

  /// A stretch of values.
  public struct Piece: Sendable, Hashable {
    /// Where it begins; `nil` for the first.
    public var start: Rational?
    /// Whether `start` itself belongs to it rather than to the piece before.
    public var includesStart: Bool
    /// What it is worth at the anchor.
    public var base: Rational
    /// The value from which steps are counted.
    public var anchor: Rational
    /// What each step away from the anchor adds; negative where it takes away.
    public var perStep: Rational
    /// How long a step is; above 0.
    public var step: Rational
    /// What a begun step is worth.
    public var rule: StepRule

    /// A piece of a curve.
    public init(
      start: Rational?, includesStart: Bool = true, base: Rational, anchor: Rational = 0,
      perStep: Rational = 0,
      step: Rational = 1, rule: StepRule = .proportional
    ) {
      self.start = start
      self.includesStart = includesStart
      self.base = base
      self.anchor = anchor
      self.perStep = perStep
      self.step = step
      self.rule = rule
    }

    /// Whether it is worth the same throughout.
    public var isConstant: Bool { perStep.isZero }

    /// What `value` is worth in this piece.
    public func worth(of value: Rational) -> Rational {
      if isConstant { return base }
      let distance = (value - anchor).magnitude.divided(by: step) ?? 0
      switch rule {
      case .proportional: return base + perStep * distance
      case .wholeSteps: return base + perStep * distance.floor
      case .begunSteps: return base + perStep * distance.ceiling
      }
    }
  }

  /// A curve of these pieces.
  public init(_ pieces: [Piece]) { self.pieces = pieces }

  /// What `value` is worth.
  public func worth(of value: Rational) -> Rational {
    piece(of: value)?.worth(of: value) ?? 0
  }

  /// The piece in which `value` lies.
  public func piece(of value: Rational) -> Piece? {
    pieces.last { piece in
      guard let start = piece.start else { return true }
      return piece.includesStart ? value >= start : value > start
    }
  }
}

extension Curve {
  /// `points` for every step of the value from 0 up; a value below 0 is no step.
  public static func slope(_ points: Rational, per step: Rational = 1, rule: StepRule = .proportional)
    -> Curve
  {
    Curve([Piece(start: nil, base: 0), Piece(start: 0, base: 0, perStep: points, step: step, rule: rule)])
  }

  /// `factor` times the value, on both sides of 0.
  public static func line(_ factor: Rational) -> Curve {
    Curve([Piece(start: nil, base: 0, perStep: -factor), Piece(start: 0, base: 0, perStep: factor)])
  }

  /// How far the value is from 0.
  public static let magnitude = Curve([Piece(start: nil, base: 0, perStep: 1)])

  /// `points` once the value is above 0.
  public static func occurrence(_ points: Rational) -> Curve {
    Curve([Piece(start: nil, base: 0), Piece(start: 0, includesStart: false, base: points)])
  }

  /// `points` as long as the value is 0.
  public static func absence(_ points: Rational) -> Curve {
    Curve([Piece(start: nil, base: points), Piece(start: 0, includesStart: false, base: 0)])
  }

  /// `met` where the requirement is met, `missed` elsewhere.
  public static func threshold(_ requirement: Requirement, met: Rational, missed: Rational) -> Curve {
    let low = requirement.wantsMore ? missed : met
    let high = requirement.wantsMore ? met : missed
    // 至少R and 低于R put R itself with the values above it.
    let includesStart = requirement.direction == .atLeast || requirement.direction == .below
    return Curve([
      Piece(start: nil, base: low), Piece(start: requirement.value, includesStart: includesStart, base: high),
    ])
  }

  /// `points` for every step by which the value falls short of `required`.
  public static func shortfall(_ points: Rational, of required: Rational, per step: Rational, rule: StepRule)
    -> Curve
  {
    Curve([
      Piece(start: nil, base: 0, anchor: required, perStep: points, step: step, rule: rule),
      Piece(start: required, base: 0),
    ])
  }

  /// `points` for every step by which the value goes beyond `allowed`.
  public static func excess(_ points: Rational, over allowed: Rational, per step: Rational, rule: StepRule)
    -> Curve
  {
    Curve([
      Piece(start: nil, base: 0),
      Piece(
        start: allowed, includesStart: false, base: 0, anchor: allowed, perStep: points, step: step,
        rule: rule),
    ])
  }
}

/// A bound that a rulebook asks for.
public struct Requirement: Sendable, Hashable {
  /// Which side is good.
  public var direction: RequirementSyntax.Direction
  /// The value asked for.
  public var value: Rational
  /// Its measure word.
  public var unit: String?

  /// A requirement.
  public init(direction: RequirementSyntax.Direction, value: Rational, unit: String?) {
    self.direction = direction
    self.value = value
    self.unit = unit
  }

  /// Whether more is better.
  public var wantsMore: Bool { direction == .atLeast || direction == .above }

  /// 至少2次
  public var text: String { direction.rawValue + (value.decimalText ?? value.description) + (unit ?? "") }
}
