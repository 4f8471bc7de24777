import RulebookModel
import RulebookReports
import RulebookScoring

/// `rulecheck why`: how the score of one unit came about.
struct WhyVerb {
  private let arguments: Arguments
  private let console: Console
  private let name: String

  init(_ arguments: Arguments, _ console: Console) throws(Failure) {
    self.arguments = arguments
    self.console = console
    try arguments.refuseOperands()
    let names = arguments.values(.unit)
    guard let name = names.first, names.count == 1 else {
      throw arguments.usage(names.isEmpty ? "缺少 --unit" : "why 一次只讲一个单位，--unit 只写一遍")
    }
    self.name = name
  }

  func run() throws(Failure) -> ExitStatus {
    let evaluation = try Evaluation(arguments, console)
    let unit = try evaluation.unit(named: name)
    let item = try chosenItem(in: evaluation.scores.rulebook)
    let sheet = ScoreSheet(evaluation.scores, omissions: evaluation.omissions)
    try arguments.write(DeductionLedger(sheet, unit: unit, item: item), sparing: evaluation.inputs, console)
    return .success
  }

  /// The item of --item; nil for the whole.
  private func chosenItem(in rulebook: Rulebook) throws(Failure) -> Int? {
    guard let path = arguments.value(.item) else { return nil }
    let scored = rulebook.items.indices.dropFirst().filter { rulebook.hasScore($0) }
    guard let item = rulebook.item(atPath: path), scored.contains(item) else {
      let known = scored.map { rulebook.items[$0].path }
      throw .couldNotRun("规则文件里没有计分的“\(path)”" + Suggestion.words(for: path, among: known))
    }
    return item
  }
}
