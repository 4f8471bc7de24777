import Testing

/// Who may import whom; docs/architecture.md draws it.
@Suite struct ModuleArrowsTests {
  static let pipeline = [
    "ExactArithmetic", "Fingerprints", "ParallelWork", "RulebookText", "RulebookSyntax", "RulebookModel",
    "RulebookEvidence",
    "RulebookScoring", "RulebookRevision",
    "RulebookReports", "RulecheckCommand",
  ]

  /// What a module must not import although it stands earlier in the pipeline.
  static let barred: [String: Set<String>] = ["RulebookText": ["ExactArithmetic"]]

  @Test(arguments: pipeline) func `a module imports only earlier ones`(module: String) throws {
    let place = try #require(Self.pipeline.firstIndex(of: module))
    let allowed = Set(Self.pipeline[..<place]).subtracting(Self.barred[module] ?? [])
    let files = Repository.files(below: "Sources/" + module, endingWith: ".swift")
    #expect(!files.isEmpty)
    for file in files {
      for imported in Self.imports(of: file) where Self.pipeline.contains(imported) {
        #expect(allowed.contains(imported), "\(file) imports \(imported)")
      }
    }
  }

  @Test func `nothing imports more than the platform's small libraries`() {
    let platform: Set = ["FoundationEssentials", "Glibc", "Musl", "Darwin", "Synchronization"]
    for file in Repository.files(below: "Sources", endingWith: ".swift") {
      for imported in Self.imports(of: file) where !Self.pipeline.contains(imported) {
        #expect(platform.contains(imported), "\(file) imports \(imported)")
      }
    }
  }

  @Test func `only the programs and their threads touch the system`() {
    for file in Repository.files(below: "Sources", endingWith: ".swift") {
      let touches = Self.imports(of: file).contains { ["Glibc", "Musl", "Darwin"].contains($0) }
      let mayTouch = ["Sources/RulecheckCommand/", "Sources/ParallelWork/", "Sources/rulebench/"].contains {
        file.hasPrefix($0)
      }
      #expect(!touches || mayTouch, "\(file) imports the C library")
    }
  }

  private static func imports(of file: String) -> [String] {
    Repository.text(of: file).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let keyword = words.firstIndex(of: "import"), keyword <= 1, keyword + 1 < words.count else {
        return nil
      }
      return String(words[keyword + 1])
    }
  }
}
