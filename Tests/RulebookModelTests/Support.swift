import ExactArithmetic
import RulebookModel
import RulebookText
import Testing

/// Builds small rulebooks around a snippet.
enum Small {
  /// A rulebook of these headings, with the head every file has.
  static func book(_ body: String, head: String = "") -> String {
    "【细则：甲市细则】\n【年度：2013】\n" + head + body
  }

  /// A rulebook with one item around these sentences.
  static func item(_ text: String, _ worth: String = "10分", head: String = "") -> String {
    book("一、作风（\(worth)）（由市纪委考核）\n" + text, head: head)
  }

  static func load(_ text: String) -> Resolver.Outcome {
    Resolver.load(SourceText(name: "试.rulebook", text))
  }

  static func codes(_ text: String) -> [DiagnosticCode] { load(text).diagnostics.map(\.code) }

  /// The rulebook of `text`; a failed test where it has errors.
  static func rulebook(_ text: String) throws -> Rulebook {
    let outcome = load(text)
    return try #require(
      outcome.rulebook, "\(outcome.diagnostics.map { "\($0.code.rawValue) \($0.title)" })\n\(text)")
  }

  /// `0.2`, `1/4` or `-3` as a number.
  static func number(_ text: String) -> Rational {
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: "/").map { DecimalText.parse($0.utf8) }
    guard case .value(let above)? = parts.first else { return 0 }
    var value = above
    if parts.count == 2, case .value(let below) = parts[1] { value = above.divided(by: below) ?? 0 }
    return isNegative ? -value : value
  }
}

extension Diagnostic {
  /// The words it points at.
  func words(in text: String) -> String { SourceText(name: "", text).text(primary.range) }
}
