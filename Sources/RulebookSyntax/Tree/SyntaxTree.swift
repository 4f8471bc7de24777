public import RulebookText

/// A rulebook as it is written: lines of segments that, put together, are the source byte for byte.
///
/// Nothing here has been given a meaning yet; a damaged text has a tree as well.
public struct SyntaxTree: Sendable {
  /// The text it was read from.
  public var source: SourceText
  /// The lines, in order; their segments and breaks tile the source.
  public var lines: [LineSyntax]

  /// The text the tree stands for, put together from its leaves.
  public var text: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.bytes.count)
    for line in lines {
      for segment in line.segments { bytes += source.bytes[segment.range.bytes] }
      bytes += source.bytes[line.lineBreak.bytes]
    }
    return bytes
  }
}

/// One line of the source.
public struct LineSyntax: Sendable {
  /// What stands on it, from its first byte to its last.
  public var segments: [Segment]
  /// The break that ends it; empty at the end of the file.
  public var lineBreak: TextRange
  /// Its place in the outline, if it is a heading or a row of a table.
  public var placement: Placement?
}

/// A stretch of a line.
public enum Segment: Sendable {
  /// A byte order mark, or blanks before a heading number.
  case blank(TextRange)
  /// 一、 （一） 1. （1） ①
  case number(HeadingNumber)
  /// The words of a heading, up to its tails.
  case title(TextRange)
  /// （5分） （由农办考核）
  case tail(HeadingTail)
  /// Official text that the language does not read.
  case text(TextRange)
  /// 【【 or 】】: an official bracket.
  case officialBracket(TextRange)
  /// 【…】
  case annotation(Annotation)
  /// Words that say what the evidence before them is worth.
  case consequence(ConsequenceSyntax)
  /// Words that say what the year comes to where the evidence before them occurs.
  case outcome(OutcomeSyntax)
  /// Words of a formula.
  case formula(FormulaWords)
  /// Words that score in no known form, or an unmatched bracket with what it spoils; they have been reported.
  case unreadable(TextRange)

  /// Where it stands.
  public var range: TextRange {
    switch self {
    case .blank(let range), .title(let range), .text(let range), .officialBracket(let range),
      .unreadable(let range):
      range
    case .number(let number): number.range
    case .tail(let tail): tail.range
    case .annotation(let annotation): annotation.range
    case .consequence(let consequence): consequence.range
    case .outcome(let outcome): outcome.range
    case .formula(let words): words.range
    }
  }
}
