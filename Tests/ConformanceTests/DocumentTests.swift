import FoundationEssentials
import RulebookModel
import RulebookScoring
import RulebookText
import Testing

/// The annotated extracts of `Tests/Documents`: each is read without an error, says what it is recorded to say, and meets
/// its own examples.
@Suite struct DocumentTests {
  /// A rulebook of the folder.
  struct Document: Sendable, CustomTestStringConvertible {
    var name: String
    var text: SourceText
    var testDescription: String { name }
  }

  private static let folder: String = {
    let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    return "/\(tests)/Documents"
  }()

  static let all: [Document] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".rulebook") }.sorted().map { name in
      let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? .init()
      return Document(name: name, text: SourceText(name: name, bytes: Array(bytes)))
    }
  }()

  @Test(arguments: all) func `a document is read and its examples hold`(document: Document) throws {
    let outcome = Resolver.load(document.text)
    #expect(!outcome.diagnostics.contains { $0.severity == .error })
    let rulebook = try #require(outcome.rulebook)
    #expect(!rulebook.examples.isEmpty)
    for result in ExampleRunner.run(rulebook) {
      #expect(result.isComplete && result.isMet(rulebook.examples[result.example]))
    }
  }

  @Test func `what the documents are told besides is what is recorded`() {
    let found = Self.all.flatMap { document in
      Resolver.load(document.text).diagnostics.map { "\(document.name) \($0.code.rawValue) \($0.title)" }
    }
    let bytes = FileManager.default.contents(atPath: "\(Self.folder)/messages.txt") ?? .init()
    let recorded = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(found == recorded)
    #expect(Self.all.count == 33)
  }
}
