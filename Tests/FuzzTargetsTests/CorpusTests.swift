import FoundationEssentials
import FuzzTargets
import Testing

/// What fuzzing has once found worth keeping goes through the same targets in every run.
@Suite struct CorpusTests {
  private static let folder =
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .path + "/FuzzCorpus/"

  @Test(arguments: FuzzTarget.allCases) func `the kept inputs are read or refused`(target: FuzzTarget) throws
  {
    let folder = Self.folder + target.rawValue
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names.count > 20)
    for name in names {
      let bytes = FileManager.default.contents(atPath: folder + "/" + name).map { [UInt8]($0) } ?? []
      #expect(target.failure(of: bytes) == nil, "\(target.rawValue)/\(name)")
    }
  }
}
