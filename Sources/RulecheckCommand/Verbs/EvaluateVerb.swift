import RulebookReports
import RulebookScoring

/// `rulecheck evaluate`: the scores of all units.
struct EvaluateVerb {
  /// The forms in which it shows what it has found.
  enum Format: String, CaseIterable {
    case table, csv, json, ndjson
  }

  private let arguments: Arguments
  private let console: Console
  private let format: Format

  init(_ arguments: Arguments, _ console: Console) throws(Failure) {
    self.arguments = arguments
    self.console = console
    try arguments.refuseOperands()
    format = try arguments.choice(.format, or: .table)
    guard arguments.has(.results) else { return }
    for option in [Option.output, .format, .unit] where arguments.has(option) {
      throw arguments.usage("--results 写全部单位的结果，不和 \(option.rawValue) 一起用")
    }
    try arguments.value(.results).map { ResultsFolder(path: $0) }?.checkFree()
  }

  func run() throws(Failure) -> ExitStatus {
    let evaluation = try Evaluation(arguments, console)
    let sheet = ScoreSheet(
      evaluation.scores, units: try chosenUnits(evaluation), omissions: evaluation.omissions)
    if let path = arguments.value(.results), let manifest = evaluation.manifest {
      let digest = try ResultsFolder(path: path).write(sheet, manifest)
      try console.write("结果写进了“\(path)”；清单的校验码 \(digest)\n")
      return status(of: sheet)
    }
    switch format {
    case .table: try write(ScoreTable(sheet, width: width), evaluation)
    case .csv: try write(ScoreCSV(sheet), evaluation)
    case .json: try write(ScoreJSON(sheet), evaluation)
    case .ndjson: try write(ScoreJSON(sheet, as: .lines), evaluation)
    }
    return status(of: sheet)
  }

  private func status(of sheet: ScoreSheet) -> ExitStatus {
    arguments.has(.failIncomplete) && !sheet.isComplete ? .incomplete : .success
  }

  private func write(_ report: some Report, _ evaluation: Evaluation) throws(Failure) {
    try arguments.write(report, sparing: evaluation.inputs, console)
  }

  private var width: Int { arguments.has(.output) ? 100 : console.width(of: .output) }

  /// The units of --unit; nil for all.
  private func chosenUnits(_ evaluation: Evaluation) throws(Failure) -> Set<Int>? {
    let names = arguments.values(.unit)
    guard !names.isEmpty else { return nil }
    var units: Set<Int> = []
    for name in names { units.insert(try evaluation.unit(named: name)) }
    return units
  }
}
