/// How diagnostics are laid out for a reader. Only the text form heeds all of it.
public struct RenderingOptions: Sendable, Hashable {
  /// Columns of the terminal. Longer source lines are cut; fewer than 40 count as 40.
  public var width: Int
  /// Whether ANSI colours are written.
  public var colour: Bool
  /// Columns of a character whose width Unicode leaves to the context, such as “ or ①.
  public var ambiguousWidth: DisplayWidth.Ambiguous
  /// Most diagnostics of one code that are shown in full; the rest are counted.
  public var sameCodeLimit: Int
  /// Most diagnostics that are shown in full; the rest are counted, errors kept before others.
  public var totalLimit: Int

  /// Options for a plain terminal of 100 columns, each open to change.
  public init(
    width: Int = 100, colour: Bool = false, ambiguousWidth: DisplayWidth.Ambiguous = .narrow,
    sameCodeLimit: Int = 10, totalLimit: Int = 100
  ) {
    self.width = width
    self.colour = colour
    self.ambiguousWidth = ambiguousWidth
    self.sameCodeLimit = sameCodeLimit
    self.totalLimit = totalLimit
  }
}
