import ExactArithmetic
import RulebookSyntax

/// What several phrases on one evidence say: awards, slopes, figures, and how far they go.
struct SpecCurve: Sendable {
  /// What is asked; a task is to be done in full.
  var required: SpecRequirement?
  var awards: [Award] = []
  /// 按比例得分: short of what is asked, or in the band.
  var share: Share?
  /// 否则得N分.
  var otherwise: Rational?
  var slopes: [Slope] = []
  /// 加N分 or 扣N分 in bands apart from each other.
  var figures: [Figure] = []
  /// 第1次扣…，第2次扣…, and 第N次及以后每次扣… behind them.
  var events: [Rational] = []
  var furtherEvents: Rational?
  /// 依次类推 behind the awards or the figures.
  var goesOn = false
  /// 最多加, 最多扣.
  var added: Rational?
  var taken: Rational?
  /// 此项不得分.
  var zeroes: SpecBand?

  struct Award: Sendable {
    /// `nil` for reaching what is asked.
    var band: SpecBand?
    var points: Rational
  }

  enum Share: Sendable {
    case short
    case band(SpecBand)
  }

  struct Slope: Sendable {
    var band: SpecBand?
    var isUpwards: Bool
    var verb: ScoringVerb
    var points: Rational
    var step: Rational
    var rule: StepRule
  }

  struct Figure: Sendable {
    var band: SpecBand
    var verb: ScoringVerb
    var points: Rational
  }

  var hasAwards: Bool { !awards.isEmpty || share != nil }

  /// Which way it moves the score.
  var verb: ScoringVerb {
    if hasAwards { return .earn }
    return figures.first?.verb ?? (events.isEmpty ? slopes.first?.verb ?? .deduct : .deduct)
  }
}

/// A stretch of values.
struct SpecBand: Sendable, Equatable {
  var lower: Rational?
  var upper: Rational?
  var includesLower = true
  var includesUpper = true

  func holds(_ value: Rational) -> Bool {
    let isAbove = lower.map { includesLower ? value >= $0 : value > $0 } ?? true
    let isBelow = upper.map { includesUpper ? value <= $0 : value < $0 } ?? true
    return isAbove && isBelow
  }

  /// Whether it lies within another, wherever that has ends.
  func isWithin(_ other: SpecBand) -> Bool {
    let above = other.lower.map { end in
      lower.map { $0 > end || $0 == end && (other.includesLower || !includesLower) } ?? false
    }
    let below = other.upper.map { end in
      upper.map { $0 < end || $0 == end && (other.includesUpper || !includesUpper) } ?? false
    }
    return (above ?? true) && (below ?? true)
  }
}

extension SpecRequirement {
  /// The values that meet it.
  var band: SpecBand {
    switch direction {
    case .atLeast: SpecBand(lower: value)
    case .above: SpecBand(lower: value, includesLower: false)
    case .atMost: SpecBand(upper: value)
    case .below: SpecBand(upper: value, includesUpper: false)
    }
  }
}
