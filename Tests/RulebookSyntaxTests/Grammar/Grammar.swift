import FoundationEssentials

/// The rules of `grammar/rulebook.ebnf`, read from the file as it is published.
struct Grammar: Sendable {
  /// What stands on the right of a `=`.
  indirect enum Expression: Sendable {
    case terminal([Unicode.Scalar])
    case rule(String)
    case inWords(String)
    case sequence([Expression])
    case choice([Expression])
    case optional(Expression)
    case repeated(Expression)
    case except(Expression, Expression)
  }

  /// The rules by name.
  private(set) var rules: [String: Expression] = [:]
  /// Names that stand on the left twice.
  private(set) var doubled: [String] = []
  /// What could not be read.
  private(set) var problem: String?

  /// The published grammar.
  static let published = Grammar(text(of: "rulebook.ebnf"))

  /// The grammar for editors, as text.
  static let editorText = text(of: "rulebook.tmLanguage.json")

  private static func text(of file: String) -> String {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let bytes = FileManager.default.contents(atPath: "/\(root)/grammar/\(file)")
    return String(decoding: bytes ?? .init(), as: UTF8.self)
  }

  /// The grammar in which 分 is a measure word too, as it is for totals.
  var measuringPoints: Grammar {
    var grammar = self
    grammar.rules["measure word"] = rules["measure word"].map { .choice([.terminal(["分"]), $0]) }
    return grammar
  }

  /// The words of a rule that is nothing but a choice of words; `nil` where it is something else.
  func words(of name: String) -> [String]? {
    let alternatives: [Expression]
    switch rules[name] {
    case .choice(let all)?: alternatives = all
    case let single?: alternatives = [single]
    case nil: return nil
    }
    let words = alternatives.compactMap { alternative -> String? in
      if case .terminal(let word) = alternative { String(String.UnicodeScalarView(word)) } else { nil }
    }
    return words.count == alternatives.count ? words : nil
  }

  /// The names of rules that are used and nowhere defined.
  var undefined: [String] {
    Set(rules.values.flatMap(\.names)).filter { rules[$0] == nil }.sorted()
  }

  /// Reads a grammar.
  init(_ text: String) {
    var reader = EBNFReader(text)
    while reader.problem == nil, let (name, expression) = reader.rule() {
      if rules.updateValue(expression, forKey: name) != nil { doubled.append(name) }
    }
    problem = reader.problem
  }
}

extension Grammar.Expression {
  /// The names of the rules it uses.
  var names: [String] {
    switch self {
    case .rule(let name): [name]
    case .terminal, .inWords: []
    case .sequence(let parts), .choice(let parts): parts.flatMap(\.names)
    case .optional(let inner), .repeated(let inner): inner.names
    case .except(let one, let other): one.names + other.names
    }
  }
}

/// Reads rules in the notation of ISO/IEC 14977, as far as the grammar uses it.
private struct EBNFReader {
  private var rest: Substring.UnicodeScalarView
  private(set) var problem: String?

  init(_ text: String) { rest = Substring(text).unicodeScalars }

  /// `name = expression ;`, or `nil` at the end.
  mutating func rule() -> (String, Grammar.Expression)? {
    skip()
    guard !rest.isEmpty else { return nil }
    let name = self.name()
    guard expect("=") else { return nil }
    let expression = choice()
    return expect(";") ? (name, expression) : nil
  }

  private mutating func choice() -> Grammar.Expression {
    var alternatives = [sequence()]
    while eat("|") { alternatives.append(sequence()) }
    return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
  }

  private mutating func sequence() -> Grammar.Expression {
    var parts = [term()]
    while eat(",") { parts.append(term()) }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func term() -> Grammar.Expression {
    let one = factor()
    return eat("-") ? .except(one, factor()) : one
  }

  private mutating func factor() -> Grammar.Expression {
    if eat("[") { return closed(by: "]") { .optional($0) } }
    if eat("{") { return closed(by: "}") { .repeated($0) } }
    if eat("(") { return closed(by: ")") { $0 } }
    if eat("\"") { return .terminal(Array(upTo("\"").unicodeScalars)) }
    if let count = count() {
      _ = expect("*")
      return .sequence(Array(repeating: factor(), count: count))
    }
    if eat("?") { return .inWords(upTo("?").split(separator: " ").joined(separator: " ")) }
    return .rule(name())
  }

  /// The number before a `*`.
  private mutating func count() -> Int? {
    skip()
    let digits = rest.prefix { $0.isASCII && $0.properties.numericType != nil }
    guard let count = Int(String(digits)) else { return nil }
    rest = rest.dropFirst(digits.count)
    return count
  }

  private mutating func closed(
    by mark: Unicode.Scalar, make: (Grammar.Expression) -> Grammar.Expression
  ) -> Grammar.Expression {
    let inner = choice()
    _ = expect(mark)
    return make(inner)
  }

  private mutating func name() -> String {
    skip()
    var name = String.UnicodeScalarView()
    while let scalar = rest.first, scalar == " " || scalar.properties.isAlphabetic {
      name.append(scalar)
      rest.removeFirst()
    }
    let words = String(name).split(separator: " ")
    if words.isEmpty, problem == nil { problem = "a name is missing before \(String(rest.prefix(20)))" }
    return words.joined(separator: " ")
  }

  private mutating func upTo(_ mark: Unicode.Scalar) -> String {
    let text = rest.prefix { $0 != mark }
    rest = rest.dropFirst(text.count + 1)
    return String(text)
  }

  private mutating func expect(_ mark: Unicode.Scalar) -> Bool {
    if eat(mark) { return true }
    if problem == nil { problem = "\(mark) is missing before \(String(rest.prefix(20)))" }
    return false
  }

  private mutating func eat(_ mark: Unicode.Scalar) -> Bool {
    skip()
    guard rest.first == mark else { return false }
    rest.removeFirst()
    return true
  }

  /// Moves over blanks, line breaks and comments.
  private mutating func skip() {
    while let scalar = rest.first {
      if scalar == " " || scalar == "\n" {
        rest.removeFirst()
      } else if rest.starts(with: "(*".unicodeScalars) {
        while !rest.isEmpty, !rest.starts(with: "*)".unicodeScalars) { rest.removeFirst() }
        rest = rest.dropFirst(2)
      } else {
        return
      }
    }
  }
}
