import Fingerprints
import RulebookReports
import RulebookScoring
import RulebookText

/// `rulecheck verify`: whether a folder of results is what rulebook and evidence come to.
struct VerifyVerb {
  private let arguments: Arguments
  private let console: Console
  private let folder: ResultsFolder

  init(_ arguments: Arguments, _ console: Console) throws(Failure) {
    self.arguments = arguments
    self.console = console
    folder = ResultsFolder(path: try arguments.onlyOperand("结果文件夹"))
  }

  func run() throws(Failure) -> ExitStatus {
    let bytes = try InputFile(path: folder.path(of: ResultsFolder.manifest), limit: InputFile.evidenceLimit)
      .bytes
    guard let manifest = ResultsManifest(text: String(decoding: bytes, as: UTF8.self)) else {
      throw .couldNotRun("“\(folder.path(of: ResultsFolder.manifest))”不是 rulecheck 写的清单，或者改过")
    }
    var differences = try alteredResults(manifest)
    let inputs = try EvaluationInputs(request(manifest))
    let fresh = inputs.manifest(limits: manifest.limits)
    differences += ResultsComparison.differences(from: [manifest.rulebook], to: [fresh.rulebook])
    differences += ResultsComparison.differences(from: manifest.evidence, to: fresh.evidence)
    if manifest.tool != fresh.tool {
      try console.write("结果是 rulecheck \(manifest.tool) 算的，现在是 \(fresh.tool)\n")
    }
    try console.write(differences.map { "文件：\($0)\n" }.joined())
    let evaluation = try Evaluation(inputs, keepsGoing: manifest.keepsGoing, console)
    let sheet = ScoreSheet(evaluation.scores, omissions: evaluation.omissions)
    let units = try unitDifferences(of: sheet)
    try console.write(units.map { $0 + "\n" }.joined())
    let digest = SHA256.fingerprint(of: bytes)
    guard differences.isEmpty, units.isEmpty else {
      try console.write("不同：文件 \(differences.count) 处，得分 \(units.count) 处；清单的校验码 \(digest)\n")
      return .testFailed
    }
    try console.write(
      "相同：规则文件、\(manifest.evidence.count) 个台账文件、\(sheet.scores.units.count) 个单位的得分，重算的与写下的一字不差；"
        + "清单的校验码 \(digest)\n")
    return .success
  }

  /// The results whose bytes are no more those of the manifest.
  private func alteredResults(_ manifest: ResultsManifest) throws(Failure) -> [String] {
    var found: [ResultsManifest.Entry] = []
    for name in [ResultsFolder.json, ResultsFolder.csv] {
      guard let bytes = try saved(name) else { continue }
      found.append(.init(name: name, fingerprint: SHA256.fingerprint(of: bytes)))
    }
    return ResultsComparison.differences(from: manifest.results, to: found)
  }

  /// Where what is recomputed is not what was written.
  private func unitDifferences(of sheet: ScoreSheet) throws(Failure) -> [String] {
    let (json, csv) = (Array(ScoreJSON(sheet).text.utf8), Array(ScoreCSV(sheet).text.utf8))
    let oldJSON = try saved(ResultsFolder.json) ?? []
    var differences = oldJSON == json ? [] : ResultsComparison.differences(fromJSON: oldJSON, toJSON: json)
    if oldJSON != json, differences.isEmpty { differences = ["“\(ResultsFolder.json)”与重算的不同，各单位的得分相同"] }
    if try saved(ResultsFolder.csv) ?? [] != csv { differences.append("“\(ResultsFolder.csv)”与重算的不同") }
    return differences
  }

  /// A file of the folder; nil where it is not there.
  private func saved(_ name: String) throws(Failure) -> [UInt8]? {
    let path = folder.path(of: name)
    guard (try? System.status(ofPath: path)) != nil else { return nil }
    return try InputFile(path: path, limit: InputFile.evidenceLimit).bytes
  }

  private func request(_ manifest: ResultsManifest) -> EvaluationRequest {
    EvaluationRequest(
      year: manifest.year, evidence: arguments.value(.evidence) ?? manifest.evidenceFolder,
      rulebooks: arguments.value(.rulebooks) ?? manifest.rulebookFolder)
  }
}
