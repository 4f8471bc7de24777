import RulebookEvidence
public import RulebookText

/// All that is wrong with a year's evidence as a CSV table, a line for each: to be sorted by file and handed to the offices.
///
/// Comes in pieces, so that a ledger that is wrong in a million rows never stands in memory as a million messages.
public struct ProblemCSV {
  private let sources: SourceLibrary

  /// A table of what concerns `sources`.
  public init(sources: SourceLibrary) { self.sources = sources }

  /// The mark of UTF-8 that spreadsheets ask for, and the header.
  public static let head = "\u{FEFF}程度,编号,文件,行,字,原文,问题,依据,改法,另一处\r\n"

  /// A line for each of `diagnostics`, in their order.
  public func lines(_ diagnostics: [Diagnostic]) -> [UInt8] {
    var bytes: [UInt8] = []
    for diagnostic in diagnostics { bytes += line(diagnostic).utf8 }
    return bytes
  }

  private func line(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.primary
    let start = sources.lines(ofSourceNamed: place.file)?.position(at: place.range.start)
    let other = diagnostic.related.first.map(words) ?? ""
    let cells = [
      diagnostic.severity.word, diagnostic.code.rawValue, place.file.lastPathPart,
      start.map { "\($0.line)" } ?? "", start.map { "\($0.character)" } ?? "", excerpt(of: place),
      diagnostic.title, diagnostic.basis, diagnostic.remedy, other,
    ]
    return cells.map(CSVText.guarded).joined(separator: ",") + "\r\n"
  }

  /// What stands at the place, as much of it as is worth showing.
  private func excerpt(of place: Label) -> String {
    guard let source = sources.source(named: place.file) else { return "" }
    return String(source.text(place.range.clamped(to: source.bytes.count)).prefix(60))
  }

  /// Where the other place is that matters.
  private func words(_ other: Label) -> String {
    guard let start = sources.lines(ofSourceNamed: other.file)?.position(at: other.range.start) else {
      return other.file.lastPathPart
    }
    return "\(other.file.lastPathPart) 第\(start.line)行"
  }
}
