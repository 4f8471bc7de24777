import FoundationEssentials
import Testing

@testable import RulecheckCommand

/// The pages built into the program are those of docs/diagnostics; RECORD=1 writes them anew.
@Suite struct DiagnosticPagesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  private static let generated = root + "/Sources/RulecheckCommand/DiagnosticPages+Generated.swift"

  @Test func `every page is built in`() throws {
    let folder = Self.root + "/docs/diagnostics"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasPrefix("K") && $0.hasSuffix(".md") }.sorted()
    #expect(!names.isEmpty)
    let pages = names.map { name in
      let text = FileManager.default.contents(atPath: folder + "/" + name).map {
        String(decoding: $0, as: UTF8.self)
      }
      return (code: String(name.dropLast(".md".count)), text: text ?? "")
    }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(Self.source(of: pages).utf8).write(to: URL(filePath: Self.generated))
      return
    }
    let isCurrent =
      DiagnosticPage.all.map(\.code) == pages.map(\.code)
      && zip(DiagnosticPage.all, pages).allSatisfy { $0.text == $1.text }
    #expect(isCurrent, "docs/diagnostics has changed; run: RECORD=1 swift test --filter DiagnosticPagesTests")
  }

  @Test func `explain prints the page`() throws {
    let page = try #require(DiagnosticPage.all.first)
    let run = try Workspace().run("explain", page.code)
    #expect(run.status == 0)
    #expect(run.text == page.text)
    #expect(try Workspace().run("explain", page.code.lowercased()).text == page.text)
  }

  private static func source(of pages: [(code: String, text: String)]) -> String {
    let entries = pages.map {
      "    DiagnosticPage(\n      code: \"\($0.code)\",\n      text: ##\"\"\"\n\($0.text)\n\"\"\"##),\n"
    }
    return """
      // swift-format-ignore-file
      // The pages of docs/diagnostics. Written by: RECORD=1 swift test --filter DiagnosticPagesTests

      extension DiagnosticPage {
        /// Every page, in the order of the codes.
        static let all: [DiagnosticPage] = [
      \(entries.joined())  ]
      }

      """
  }
}
