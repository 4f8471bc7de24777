/// Where a heading stands in the outline of the document.
public struct Placement: Sendable, Hashable {
  /// How many headings are open around it, rows of tables included; 0 for the outermost.
  public var level: Int
  /// What kind of heading it is.
  public var kind: Kind
  /// Parents that the document has but the text has not (【缺：一】), outermost first; the heading stands in the last.
  public var absentParents: [HeadingNumber]

  /// The kinds of heading.
  public enum Kind: Sendable, Hashable {
    /// A numbered heading.
    case numbered(HeadingNumber)
    /// A row of a table: 【项】.
    case row
    /// A row below a row: 【目】.
    case subrow
  }
}
