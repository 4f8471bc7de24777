import FoundationEssentials
import RulebookModel
import Testing

/// The seed and number of generated cases; the environment's `SEED` and `CASES` change them for campaigns.
enum Campaign {
  static let seed = number("SEED") ?? 20_130_102
  static let cases = number("CASES") ?? 3000

  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }

  /// The seeds of one of so many shares of a campaign, side by side.
  static func seeds(share: UInt64, of shares: UInt64, cases: UInt64 = cases) -> Range<UInt64> {
    let start = seed &+ cases / shares * share
    return start..<start &+ cases / shares
  }
}

@Suite("引擎与参照")
struct AgreementTests {
  @Test("Engine and reference give the same scores for every generated rulebook", arguments: 0..<UInt64(4))
  func agreement(share: UInt64) {
    var failures = 0
    var loaded: (seed: UInt64, rulebook: Rulebook?) = (0, nil)
    for seed in Campaign.seeds(share: share, of: 4) where failures < 3 {
      let generated = GeneratedCase(seed: seed)
      if loaded.seed != seed / 3 { loaded = (seed / 3, try? EngineRun.load(generated.rulebook)) }
      guard let finding = Comparison.finding(in: generated, loaded: loaded.rulebook) else { continue }
      failures += 1
      Issue.record("\(Shrinker.report(seed: seed, generated, finding))")
    }
    #expect(failures == 0)
  }
}
