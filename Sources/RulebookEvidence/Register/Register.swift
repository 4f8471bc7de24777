public import RulebookText

/// 单位名册: the units that are assessed, and what is known of each.
public struct Register: Sendable, Hashable {
  /// Full names, in the order of the file.
  public var units: [String]
  /// The short names of each unit; may be empty.
  public var aliases: [[String]]
  /// For each unit one answer per attribute of the rulebook: 1 for 是, 0 for 否, or the index of a value.
  public var answers: [[Int]]
  /// Name of the file, as shown.
  public var file: String
  /// Where each unit's name stands in the file.
  public var places: [TextRange]

  /// A register of these units.
  public init(
    units: [String] = [], aliases: [[String]] = [], answers: [[Int]] = [], file: String = "",
    places: [TextRange] = []
  ) {
    self.units = units
    self.aliases = aliases
    self.answers = answers
    self.file = file
    self.places = places
  }

  /// The unit with this full or short name, compared as `FoldedName`; nil where there is none.
  ///
  /// - Complexity: in proportion to the number of units.
  public func unit(named name: String) -> Int? {
    let folded = FoldedName(name)
    return units.firstIndex { FoldedName($0) == folded }
      ?? aliases.firstIndex { $0.contains { FoldedName($0) == folded } }
  }
}
