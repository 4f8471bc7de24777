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

  /// The lines of a file that are not comments.
  private static func code(of file: String) -> String {
    Repository.text(of: file).split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.drop(while: { $0 == " " }).hasPrefix("//") }
      .joined(separator: "\n") + "\n"
  }
}
