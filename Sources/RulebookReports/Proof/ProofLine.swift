import RulebookSyntax
import RulebookText

/// A line of the document as it is printed: its official words with the numbers of the notes in them.
struct ProofLine {
  /// What kind of line it is.
  enum Style: Hashable {
    /// A heading, so many others around it.
    case heading(level: Int)
    /// The title of a row of a table.
    case row
    /// Text.
    case text
    /// 【说明】: text that does not score.
    case aside
    /// Brackets and no words.
    case setting
    /// Nothing at all.
    case blank
  }

  let style: Style
  /// The official words as HTML.
  let html: String
  /// The brackets to tell of, with their numbers.
  let brackets: [(number: Int, annotation: Annotation)]
  /// 例 and 注, without the brackets.
  let remarks: [String]

  /// Reads a line; `number` counts the notes of the whole document, and `skipped` says which brackets are told elsewhere.
  init(
    _ line: LineSyntax, of source: SourceText, number: inout Int, skipping skipped: (Annotation) -> Bool
  ) {
    var html = ""
    var brackets: [(number: Int, annotation: Annotation)] = []
    var remarks: [String] = []
    var hasWords = false
    var isAside = false
    for segment in line.segments {
      guard case .annotation(let annotation) = segment else {
        let words = source.text(segment.range)
        hasWords =
          hasWords || words.unicodeScalars.contains { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
        html += words.escapedOfficial
        continue
      }
      switch annotation.content {
      case .directive(.explanation): isAside = true
      case .directive(.row), .directive(.subrow): continue
      case .directive(.example), .directive(.comment): remarks.append(annotation.words(in: source))
      default:
        if skipped(annotation) { continue }
        number += 1
        brackets.append((number, annotation))
        html += "<sup>\(number)</sup>"
      }
    }
    self.html = html
    self.brackets = brackets
    self.remarks = remarks
    style = Self.style(line.placement, hasWords: hasWords, isAside: isAside, isEmpty: brackets.isEmpty)
  }

  private static func style(_ placement: Placement?, hasWords: Bool, isAside: Bool, isEmpty: Bool) -> Style {
    guard hasWords else { return isEmpty ? .blank : .setting }
    switch placement?.kind {
    case .numbered: return .heading(level: placement?.level ?? 0)
    case .row, .subrow: return .row
    case nil: return isAside ? .aside : .text
    }
  }
}

extension Annotation {
  /// Its words, without the brackets.
  func words(in source: SourceText) -> String {
    var words = source.text(range)[...]
    if words.hasPrefix("【") { words = words.dropFirst() }
    if words.hasSuffix("】") { words = words.dropLast() }
    return String(words)
  }
}

extension String {
  /// Official words: a doubled bracket stands for one, and a byte order mark is no word.
  fileprivate var escapedOfficial: String {
    let words = self == "【【" ? "【" : self == "】】" ? "】" : self
    return String(String.UnicodeScalarView(words.unicodeScalars.filter { $0 != "\u{FEFF}" })).escaped
  }
}
