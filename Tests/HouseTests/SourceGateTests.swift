import Testing

/// Constructs that must not be in the sources at all.
@Suite struct SourceGateTests {
  static let barred = [
    "try!", "as!", "fatalError(", "preconditionFailure(", "NSRegularExpression", "Regex<", "Regex(",
    ": Double",
    "Double(", ": Float", "Float(", " print(", "import Foundation\n", "nonisolated(unsafe)", "@unchecked",
  ]

  @Test(arguments: barred) func `the sources do without it`(construct: String) {
    for file in Repository.files(below: "Sources", endingWith: ".swift") {
      #expect(!Self.code(of: file).contains(construct), "\(file) has \(construct)")
    }
  }

  @Test func `nothing is unwrapped by force`() {
    for file in Repository.files(below: "Sources", endingWith: ".swift") {
      let lines = Self.code(of: file).split(separator: "\n").filter { Self.unwraps(String($0)) }
      #expect(lines == [], "\(file)")
    }
    #expect(Self.unwraps("let first = list.first!"))
    #expect(Self.unwraps("list[0]!.name"))
    #expect(!Self.unwraps("guard !list.isEmpty, one != other else { return \"a!\" }"))
  }

  /// What is written out never comes in the order of a hash table, which changes from run to run.
  @Test func `no report goes through a set or a dictionary in its own order`() {
    for module in ["RulebookReports", "RulecheckCommand", "RulebookRevision"] {
      for file in Repository.files(below: "Sources/\(module)", endingWith: ".swift") {
        #expect(Self.unordered(Self.code(of: file)) == [], "\(file)")
      }
    }
    #expect(Self.unordered("let names = Set(list)\nfor name in names { write(name) }") != [])
    #expect(Self.unordered("var found: [String: Int] = [:]\nreturn found.map(\\.key)") != [])
    #expect(Self.unordered("let names = Set(list)\nfor name in names.sorted() { write(name) }") == [])
  }

  // MARK: Reading

  /// The lines of a file that are not comments.
  private static func code(of file: String) -> String {
    Repository.text(of: file).split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.drop(while: { $0 == " " }).hasPrefix("//") }
      .joined(separator: "\n") + "\n"
  }

  /// Whether a ! that is no negation and no comparison stands behind a value; quoted words are left out.
  private static func unwraps(_ line: String) -> Bool {
    var before: Character = " "
    var isQuoted = false
    let characters = Array(line)
    for (index, character) in characters.enumerated() {
      if character == "\"", before != "\\" { isQuoted.toggle() }
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      if character == "!", !isQuoted, next != "=",
        before.isLetter || before.isNumber || ")]_".contains(before)
      {
        return true
      }
      before = character
    }
    return false
  }

  /// The lines that go through a set or dictionary, declared in the same function or as a member in the same file,
  /// without sorting it.
  private static func unordered(_ code: String) -> [String] {
    let lines = code.split(separator: "\n").map(String.init)
    let members = Set(lines.filter { !$0.hasPrefix("    ") }.compactMap(hashed))
    var names = members
    return lines.filter { line in
      if line == "  }" || line == "}" { names = members }
      if let name = hashed(line) { names.insert(name) }
      return names.contains { walks(line, through: $0) }
    }
  }

  private static func walks(_ line: String, through name: String) -> Bool {
    let orderless = ["sorted", "Set(", "Dictionary(", "contains"]
    guard !orderless.contains(where: line.contains) else { return false }
    let ways = ["map", "flatMap", "compactMap", "filter", "forEach", "joined", "values", "keys"]
    return line.contains("for ") && line.contains(" in \(name) ")
      || ways.contains { line.contains(" \(name).\($0)") || line.contains("(\(name).\($0)") }
  }

  /// The name that a line declares as a set or a dictionary.
  private static func hashed(_ line: String) -> String? {
    let words = line.split(separator: " ").map(String.init)
    guard let keyword = words.firstIndex(where: { $0 == "let" || $0 == "var" }), keyword + 2 < words.count
    else {
      return nil
    }
    let name = words[keyword + 1]
    let type = words[(keyword + 2)...].joined(separator: " ")
    guard !type.contains("sorted") else { return nil }
    if name.hasSuffix(":") { return isHashed(type) ? String(name.dropLast()) : nil }
    return type.hasPrefix("= Set(") || type.hasPrefix("= Dictionary(") ? name : nil
  }

  /// Set<…> or [Key: Value]; a list of pairs with names is neither.
  private static func isHashed(_ type: String) -> Bool {
    if type.hasPrefix("Set<") { return true }
    guard type.hasPrefix("[") else { return false }
    let key = type.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "." }
    return type.dropFirst(1 + key.count).hasPrefix(": ")
  }
}
