import RulebookEvidence
import RulebookModel
import RulebookScoring
import RulebookText
import Testing

/// Every message has a page whose wrong example gives exactly that message and whose right example gives none.
@Suite struct DiagnosticPageTests {
  static let folder = "docs/diagnostics"

  @Test func `every code has a page and every page a code`() {
    let pages = Repository.names(in: Self.folder).filter { $0.hasPrefix("K") }
    #expect(pages == DiagnosticCode.allCases.map { $0.rawValue + ".md" }.sorted())
  }

  @Test func `every code is emitted somewhere`() {
    let catalogue = Repository.files(
      below: "Sources/RulebookText/Diagnostics/Catalogue", endingWith: ".swift"
    )
    .map { Repository.text(of: $0) }.joined()
    for code in DiagnosticCode.allCases {
      #expect(catalogue.contains(".\(code),"), "\(code) (\(code.rawValue)) has no factory")
    }
  }

  @Test(arguments: DiagnosticCode.allCases) func `its page says what it does`(code: DiagnosticCode) throws {
    let page = try #require(DiagnosticPage(code), "no page for \(code.rawValue)")
    #expect(page.heading.hasPrefix("# \(code.rawValue) "))
    #expect(page.sections == ["错误的写法", "正确的写法", "为什么"])
    if !page.wrong.isEmpty { #expect(Self.codes(of: page.wrong) == [code.rawValue], "wrong example") }
    if !page.right.isEmpty { #expect(Self.codes(of: page.right) == [], "right example") }
  }

  /// The codes that the files of an example give, each once.
  private static func codes(of files: [DiagnosticPage.File]) -> [String] {
    let standard = DiagnosticPage.File(
      name: "样例.rulebook", text: Repository.text(of: folder + "/样例.rulebook"))
    let rules = files.first { $0.name.hasSuffix(".rulebook") } ?? standard
    let outcome = Resolver.load(SourceText(name: rules.name, rules.text))
    var codes = outcome.diagnostics.map(\.code.rawValue)
    if let rulebook = outcome.rulebook {
      codes += ExampleChecks.codes(of: rulebook)
      var evidence = files.filter { $0.name.hasSuffix(".csv") }
      if !evidence.isEmpty {
        if !evidence.contains(where: { $0.name == "单位名册.csv" }), !evidence.contains(where: { $0.isAbsence }) {
          evidence.append(.init(name: "单位名册.csv", text: Repository.text(of: folder + "/单位名册.csv")))
        }
        let read = evidence.filter { !$0.isAbsence }.map {
          EvidenceFile(name: $0.name, bytes: Array($0.text.utf8))
        }
        let reading = EvidenceReader.read(files: read, for: rulebook)
        codes += reading.diagnostics.map(\.code.rawValue)
        // Pages about evidence alone leave units out that the sample rulebook needs.
        if !reading.hasErrors, rules.name != standard.name {
          codes += Scorer.score(rulebook, reading.table).diagnostics.map(\.code.rawValue)
        }
      }
    }
    return Set(codes).sorted()
  }
}

/// A page of docs/diagnostics.
struct DiagnosticPage {
  /// A fenced block: a file with its name.
  struct File {
    var name: String
    var text: String
    /// A block that says a file is not there.
    var isAbsence: Bool { text.isEmpty }
  }

  var heading: String
  var sections: [String] = []
  var wrong: [File] = []
  var right: [File] = []

  init?(_ code: DiagnosticCode) {
    let text = Repository.text(of: "docs/diagnostics/\(code.rawValue).md")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.first, !first.isEmpty else { return nil }
    heading = first
    var open: File?
    for line in lines.dropFirst() {
      if line.hasPrefix("```") {
        if let file = open {
          add(file)
          open = nil
        } else {
          open = File(name: String(line.dropFirst(3)), text: "")
        }
      } else if open != nil {
        open?.text += line + "\n"
      } else if line.hasPrefix("## ") {
        sections.append(String(line.dropFirst(3)))
      }
    }
  }

  private mutating func add(_ file: File) {
    if sections.last == "错误的写法" { wrong.append(file) }
    if sections.last == "正确的写法" { right.append(file) }
  }
}
