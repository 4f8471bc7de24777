import RulebookText

/// What stands beside a line of the document.
struct ProofNote {
  /// The number that stands in the line too; `nil` where the note is for the whole line.
  var number: Int?
  /// The words of the bracket; empty where there is none.
  var bracket = ""
  /// What they come to, a line each.
  var readings: [String] = []
  /// Where it comes from: 市纪委报：次数（起）.
  var evidence: [String] = []

  /// The note as HTML: what it comes to first, then the words and where the facts come from.
  var html: String {
    let mark = number.map { "<b>\($0)</b> " } ?? ""
    let style = number == nil ? "item" : "reading"
    var lines = readings.map { $0.element("span", style) }
    if !bracket.isEmpty {
      lines.append("【\(bracket)】".element("span", "bracket"))
      if let first = evidence.first { lines[lines.count - 1] += " " + first.element("span", "evidence") }
    }
    lines += evidence.dropFirst().map { $0.element("span", "evidence") }
    return "<div class=\"note\">\(mark)\(lines.joined(separator: "<br>"))</div>\n"
  }
}
