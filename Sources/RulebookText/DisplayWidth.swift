/// Measures text in the columns of a terminal or of a fixed-width font.
///
/// Wide and full-width characters take 2 columns, combining and format characters none, an emoji sequence 2
/// as a whole. Control characters take none: whoever prints them shows a stand-in and measures that.
public struct DisplayWidth: Sendable, Hashable {
  /// How many columns the characters of Unicode's class “ambiguous” take: “ ” … · × ≥ ① Ⅰ and lines of tables.
  public enum Ambiguous: Int, Sendable, Hashable {
    /// One, as in most terminals.
    case narrow = 1
    /// Two, as with Chinese fonts in older Windows consoles.
    case wide = 2
  }

  /// Columns from one tab stop to the next.
  public static let tabStop = 4

  /// How ambiguous characters are measured.
  public let ambiguous: Ambiguous

  /// A measure that counts ambiguous characters as said.
  public init(ambiguous: Ambiguous = .narrow) {
    self.ambiguous = ambiguous
  }

  /// Columns that `text` takes when its first character stands in `column`, counted from 0.
  ///
  /// The column matters only where the text holds tabs.
  public func columns(of text: some StringProtocol, from column: Int = 0) -> Int {
    var end = column
    for character in text {
      end += columns(of: character, from: end)
    }
    return end - column
  }

  /// Columns that one user-perceived character takes in `column`, counted from 0.
  public func columns(of character: Character, from column: Int = 0) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if first == "\t" { return Self.tabStop - column % Self.tabStop }
    if Self.isRegionalIndicator(first) { return min(2, scalars.count) }
    if first.properties.isEmoji, scalars.contains("\u{FE0F}") { return 2 }
    return scalars.reduce(0) { max($0, columns(of: $1)) }
  }

  /// Columns that a scalar takes on its own.
  private func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: return 1
    case 0x4E00...0x9FFF: return 2
    default: break
    }
    if Self.takesNoColumn(scalar) { return 0 }
    if Self.contains(Self.wideRuns, scalar) { return 2 }
    return Self.contains(Self.ambiguousRuns, scalar) ? ambiguous.rawValue : 1
  }

  /// Control, format and combining characters, and the later parts of a Hangul syllable.
  private static func takesNoColumn(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .nonspacingMark, .enclosingMark: true
    default: 0x1160...0x11FF ~= scalar.value || 0xD7B0...0xD7FF ~= scalar.value
    }
  }

  /// The letters 🇦 to 🇿, two of which make a flag.
  private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    0x1F1E6...0x1F1FF ~= scalar.value
  }

  /// Whether `scalar` lies in one of the runs, given as first and last scalar in order.
  private static func contains(_ runs: [UInt32], _ scalar: Unicode.Scalar) -> Bool {
    var low = 0
    var high = runs.count / 2
    while low < high {
      let middle = (low + high) / 2
      if runs[2 * middle + 1] < scalar.value { low = middle + 1 } else { high = middle }
    }
    return 2 * low < runs.count && runs[2 * low] <= scalar.value
  }
}
