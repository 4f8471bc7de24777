import RulebookText

/// `rulecheck explain`: what a message means, with a wrong and a right example.
struct ExplainVerb {
  private let console: Console
  private let word: String

  init(_ arguments: Arguments, _ console: Console) throws(Failure) {
    self.console = console
    word = try arguments.onlyOperand("消息的代码")
  }

  func run() throws(Failure) -> ExitStatus {
    let code = Self.code(FoldedName(word).text.uppercased())
    guard let page = DiagnosticPage.all.first(where: { $0.code == code }) else {
      let codes = DiagnosticPage.all.map(\.code)
      let range = codes.first.map { "，代码从 \($0) 到 \(codes.last ?? $0)" } ?? ""
      throw .couldNotRun("没有代码为“\(word)”的消息\(range)" + Suggestion.words(for: code, among: codes))
    }
    try console.write(page.text)
    return .success
  }

  /// The code meant by its number alone: K0404 by 404, 0404 or K404.
  private static func code(_ word: String) -> String {
    let digits = word.hasPrefix("K") ? word.dropFirst() : word[...]
    guard (3...4).contains(digits.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return word
    }
    return "K" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

/// A page of docs/diagnostics, built into the program.
struct DiagnosticPage {
  /// The code of the message.
  let code: String
  /// The page, in Markdown.
  let text: String
}
