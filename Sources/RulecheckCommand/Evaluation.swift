import Fingerprints
import RulebookEvidence
import RulebookModel
import RulebookReports
import RulebookScoring
import RulebookSyntax
import RulebookText

/// Which rulebook is to score which evidence.
struct EvaluationRequest {
  /// 年度.
  var year: Int
  /// The folder of evidence.
  var evidence: String
  /// The folder of rulebooks; nil for the usual one.
  var rulebooks: String?
}

/// What scores are made from, read and not looked at yet.
struct EvaluationInputs {
  fileprivate let request: EvaluationRequest
  fileprivate let file: RulebookFile
  fileprivate let folder: EvidenceFolder

  /// Reads the rulebook of the year and the files of evidence.
  init(_ request: EvaluationRequest) throws(Failure) {
    self.request = request
    file = try RulebookFolder(path: request.rulebooks).rulebook(of: request.year)
    folder = try EvidenceFolder(path: request.evidence)
  }

  /// The files that were read.
  fileprivate var identities: [System.FileIdentity] {
    [file.file.identity].compactMap { $0 } + folder.identities
  }

  /// What was read, with the fingerprint of each file.
  func manifest(limits: [String], keepsGoing: Bool = false) -> ResultsManifest {
    let entry = { (path: String, bytes: [UInt8]) in
      ResultsManifest.Entry(name: path.lastPathPart, fingerprint: SHA256.fingerprint(of: bytes))
    }
    return ResultsManifest(
      tool: Command.version, year: request.year, evidenceFolder: request.evidence,
      rulebookFolder: request.rulebooks, keepsGoing: keepsGoing, limits: limits,
      rulebook: entry(file.file.path, file.file.bytes),
      evidence: folder.files.map { entry($0.name, $0.bytes) })
  }
}

/// From the command line to scores: what evaluate, why and verify have in common.
struct Evaluation {
  /// The scores of all units.
  let scores: Scores
  /// What --keep-going left out.
  let omissions: [ScoreSheet.Omission]
  /// The files that were read, so that no result is written over them.
  let inputs: [System.FileIdentity]
  /// What they were made from.
  let manifest: ResultsManifest?

  /// Reads the rulebook of --year and the evidence, and scores; problems are shown as they are found.
  init(_ arguments: Arguments, _ console: Console) throws(Failure) {
    let request = EvaluationRequest(
      year: try YearsRulebook.year(arguments), evidence: try arguments.required(.evidence),
      rulebooks: arguments.value(.rulebooks))
    let inputs = try EvaluationInputs(request)
    try Self.checkOutput(arguments, sparing: inputs.folder)
    let list = try arguments.value(.problems).map { (path: String) throws(Failure) in
      try OutputFile(path: path, inputs: inputs.identities)
    }
    try self.init(
      inputs, keepsGoing: arguments.has(.keepGoing), recordsInputs: arguments.has(.results), list: list,
      console)
  }

  /// Scores what has been read; problems are shown as they are found.
  init(
    _ inputs: EvaluationInputs, keepsGoing: Bool, recordsInputs: Bool = false, list: OutputFile? = nil,
    _ console: Console
  ) throws(Failure) {
    let (file, folder) = (inputs.file, inputs.folder)
    let rulebook = try YearsRulebook(file, otherwise: "没有计分", console).rulebook
    for stranger in folder.strangers { try console.say("提示：没有读取\(stranger.words)\n") }
    console.progress.show("读台账（\(folder.files.count) 个文件）…")
    let reading = try Self.read(folder, for: rulebook, list: list)
    try Self.judge(reading, keepsGoing: keepsGoing, isListed: list != nil, console)
    console.progress.show("计分…")
    scores = try Self.score(rulebook, reading, keepsGoing: keepsGoing, console)
    omissions = reading.files.filter { $0.leftOutCount > 0 || $0.isRefused }.map {
      ScoreSheet.Omission(file: $0.name.lastPathPart, rows: $0.leftOutCount, total: $0.rowCount)
    }
    self.inputs = inputs.identities
    let limits = reading.diagnostics.filter { $0.code == .evidenceTooLarge }.map {
      "\($0.primary.file.lastPathPart)：\($0.title)"
    }
    manifest = recordsInputs ? inputs.manifest(limits: limits, keepsGoing: keepsGoing) : nil
  }

  /// Refuses a result that the next run would read as evidence.
  private static func checkOutput(_ arguments: Arguments, sparing folder: EvidenceFolder) throws(Failure) {
    if let path = arguments.value(.results), try folder.holds(ResultsFolder(path: path).path) {
      throw arguments.usage("“\(path)”在台账的文件夹里；结果写到别的文件夹")
    }
    let outputs = [Option.output, .problems].compactMap { arguments.value($0) }
    if outputs.count == 2, outputs[0] == outputs[1] {
      throw arguments.usage("得分和问题不能写进同一个文件“\(outputs[0])”")
    }
    for path in outputs where path != "-" { try check(path, arguments, sparing: folder) }
  }

  private static func check(
    _ path: String, _ arguments: Arguments, sparing folder: EvidenceFolder
  ) throws(Failure) {
    switch EvidenceFileRole(ofFileNamed: path) {
    case .other: return
    case .register, .ledger, .figures: break
    }
    guard try folder.holds(path) else { return }
    throw arguments.usage("“\(path)”在台账的文件夹里，又是台账、名册或指标表的文件名，下次会当作台账读取；结果换一个文件名，或者写到别的文件夹")
  }

  /// Reads the evidence; all that is wrong with it goes into `list`, where there is one.
  private static func read(
    _ folder: EvidenceFolder, for rulebook: Rulebook, list: OutputFile?
  ) throws(Failure) -> EvidenceReading {
    guard let list else { return EvidenceReader.read(files: folder.files, for: rulebook) }
    var reading: EvidenceReading?
    try list.write { (sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) in
      try sink(Array(ProblemCSV.head.utf8))
      var failure: Failure?
      reading = EvidenceReader.read(files: folder.files, for: rulebook) { found, sources in
        guard failure == nil else { return }
        do throws(Failure) { try sink(ProblemCSV(sources: sources).lines(found)) } catch { failure = error }
      }
      if let failure { throw failure }
    }
    return reading ?? EvidenceReader.read(files: folder.files, for: rulebook)
  }

  /// Shows what is wrong with the evidence, and ends the run where no score can be built on it.
  private static func judge(
    _ reading: EvidenceReading, keepsGoing: Bool, isListed: Bool, _ console: Console
  ) throws(Failure) {
    try console.say(reading.diagnostics, further: reading.further, sources: reading.sources)
    if !isListed, reading.diagnostics.count > RenderingOptions().sameCodeLimit {
      try console.say("加 --problems 问题.csv，全部问题写成一张表，每处一行\n")
    }
    guard reading.hasErrors else { return }
    if reading.table.register.units.isEmpty {
      try console.say("没有可用的单位名册，没有计分\n")
      throw .ended(.invalid)
    }
    guard keepsGoing else {
      try console.say("台账、名册或指标表有错误，没有计分；加 --keep-going 可以略过出错的行先算\n")
      throw .ended(.invalid)
    }
  }

  private static func score(
    _ rulebook: Rulebook, _ reading: EvidenceReading, keepsGoing: Bool, _ console: Console
  ) throws(Failure) -> Scores {
    let (scores, diagnostics) = Scorer.score(rulebook, reading.table)
    try console.say(diagnostics, sources: reading.sources)
    guard let scores, keepsGoing || !diagnostics.contains(where: { $0.severity == .error }) else {
      throw .ended(.invalid)
    }
    return scores
  }

  /// The unit with this full or short name.
  func unit(named name: String) throws(Failure) -> Int {
    let register = scores.evidence.register
    if let unit = register.unit(named: name) { return unit }
    let near = Suggestion.words(for: name, among: register.units + register.aliases.joined())
    throw .couldNotRun("单位名册里没有“\(name)”" + near)
  }
}

extension Arguments {
  /// Writes a report to the file of -o, or to standard output.
  func write(
    _ report: some Report, sparing inputs: [System.FileIdentity], _ console: Console
  ) throws(Failure) {
    guard let path = value(.output), path != "-" else {
      return try report.write { (piece: [UInt8]) throws(Failure) in try console.write(piece) }
    }
    try OutputFile(path: path, inputs: inputs).write {
      (sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) in
      try report.write(to: sink)
    }
  }
}
