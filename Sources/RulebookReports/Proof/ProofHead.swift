import RulebookModel
import RulebookRevision
import RulebookText

/// The top of a proof: what the rulebook says of itself, and what there is to look at.
struct ProofHead {
  private let title: String
  private let rulebook: Rulebook?
  private let diagnostics: [Diagnostic]
  private let source: SourceText

  init(title: String, rulebook: Rulebook?, _ diagnostics: [Diagnostic], _ source: SourceText) {
    self.title = title
    self.rulebook = rulebook
    self.diagnostics = diagnostics
    self.source = source
  }

  /// The top as HTML.
  var html: String {
    "<header>\n" + title.element("h1", "title") + "\n" + "校对稿".element("p", "subtitle") + "\n" + facts
      + findings + "<p class=\"legend\">左边是公布的原文，右边是计算机的读法；上标的数字是右边的号。</p>\n</header>\n"
  }

  private var facts: String {
    guard let rulebook else { return "" }
    let attributes = rulebook.registerAttributes.map(\.name).joined(separator: "、")
    var facts = Facts(headOf: rulebook).entries.filter { $0.kind != .document }.map {
      ($0.kind.rawValue, $0.words)
    }
    if !attributes.isEmpty { facts.append(("名册里要填", attributes)) }
    facts.append(("考核单位", rulebook.offices.joined(separator: "、")))
    facts.append(
      ("一共", "计分的规定\(rulebook.clauses.count)条，证据\(rulebook.evidence.count)种，例子\(rulebook.examples.count)个"))
    let rows = facts.map { $0.0.element("dt", "fact") + $0.1.element("dd", "fact") }
    return "<dl>\(rows.joined(separator: "\n"))</dl>\n"
  }

  private var findings: String {
    guard !diagnostics.isEmpty else { return "没有发现问题。".element("p", "clean") + "\n" }
    let lines = LineTable(source)
    let problems = diagnostics.enumerated().map { ProofProblem($1, number: $0 + 1, in: source).entry(lines) }
    let why = rulebook == nil ? "规则文件有错误，右边先照写的样子列出【】里的字，改好后才有读法。".element("p", "why") : ""
    return "<div class=\"findings\">\(why)<ol>\n\(problems.joined(separator: "\n"))\n</ol></div>\n"
  }
}

/// Something that is wrong, where it stands.
struct ProofProblem {
  private let diagnostic: Diagnostic
  private let number: Int
  private let source: SourceText

  init(_ diagnostic: Diagnostic, number: Int, in source: SourceText) {
    self.diagnostic = diagnostic
    self.number = number
    self.source = source
  }

  /// The entry in the list at the top.
  func entry(_ lines: LineTable) -> String {
    let line = lines.line(at: diagnostic.primary.range.start)
    return "<li><a href=\"#p\(number)\">第\(line)行 \(heading.escaped)</a></li>"
  }

  /// The problem as it stands below its line.
  var html: String {
    var html = "<div class=\"problem \(style)\" id=\"p\(number)\">" + heading.element("b", "heading")
    if !words.isEmpty { html += "“\(words)”".element("span", "quoted") }
    if !diagnostic.basis.isEmpty { html += "依据：\(diagnostic.basis)".element("div", "basis") }
    if !diagnostic.remedy.isEmpty { html += "改法：\(diagnostic.remedy)".element("div", "remedy") }
    return html + "</div>\n"
  }

  private var heading: String {
    "\(diagnostic.severity.word)[\(diagnostic.code.rawValue)] \(diagnostic.title)"
  }

  /// The words it is about, shortened.
  private var words: String {
    let scalars = source.text(diagnostic.primary.range).unicodeScalars
    return String(String.UnicodeScalarView(scalars.prefix(40))) + (scalars.count > 40 ? "…" : "")
  }

  private var style: String {
    switch diagnostic.severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "hint"
    }
  }
}
