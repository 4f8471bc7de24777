public import ExactArithmetic
public import RulebookText

/// A number with its measure word: 两篇, 25%, 1个百分点.
public struct Quantity: Sendable, Hashable {
  /// How many.
  public var value: Rational
  /// The measure word as the closed list writes it; `nil` where there is none.
  public var unit: String?
  /// Where it stands.
  public var range: TextRange

  /// A quantity at a place.
  public init(value: Rational, unit: String?, range: TextRange) {
    self.value = value
    self.unit = unit
    self.range = range
  }

  /// Whether it is a share in percent.
  public var isPercentage: Bool { unit.map(MeasureWords.percentages.contains) ?? false }

  /// Whether it says how far two shares are apart: 0.1个百分点.
  var isDifference: Bool { isPercentage && unit != "%" }
}

extension Cursor {
  /// Reads a measure word of the closed list or of `extra`, the longest that fits.
  package mutating func measureWord(extra: [String]) -> String? {
    for word in extra where eat(word: word) { return word }
    return eat(anyOf: MeasureWords.list)
  }

  /// Reads a number and its measure word; nothing where either is absent.
  package mutating func quantity(extra: [String]) -> Quantity? {
    guard isAtNumeral else { return nil }
    var copy = self
    let start = copy.start
    guard let numeral = copy.number() else { return nil }
    if numeral.isPercent {
      self = copy
      return Quantity(value: numeral.value, unit: "%", range: TextRange(start, position))
    }
    guard let unit = copy.measureWord(extra: extra) else { return nil }
    self = copy
    return Quantity(value: numeral.value, unit: unit, range: TextRange(start, position))
  }
}

extension MeasureWords {
  /// The closed list as it is read.
  fileprivate static let list = WordList(known)
}
