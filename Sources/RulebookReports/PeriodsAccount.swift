import ExactArithmetic
import RulebookModel
import RulebookScoring
import RulebookSyntax

/// How the periods of an item of 按月考核 became its score of the year.
struct PeriodsAccount {
  private let periods: [PeriodScore]
  private let reason: ItemReason
  private let axis: Period
  private let fold: PeriodFold
  /// Whether the periods are those of the item around it.
  private let isPart: Bool

  /// The account of an item.
  init(_ periods: [PeriodScore], of reason: ItemReason, in rulebook: Rulebook) {
    self.periods = periods
    self.reason = reason
    axis = rulebook.axis(ofItem: reason.item)
    fold = rulebook.periodic(around: reason.item)?.fold ?? .sum
    isPart = rulebook.items[reason.item].periodic == nil
  }

  /// What each period gave, and what they make together; a line each.
  var lines: [String] { [listed] + (joined.map { [$0] } ?? []) }

  /// Periods of one score, in the order of the first of them.
  private var alike: [(score: Score, periods: [PeriodScore])] {
    var found: [(score: Score, periods: [PeriodScore])] = []
    for period in periods where period.counts {
      if let known = found.firstIndex(where: { $0.score == period.score }) {
        found[known].periods.append(period)
      } else {
        found.append((period.score, [period]))
      }
    }
    return found
  }

  /// 按月考核：1月、2月各100分，3月97分；4月不计
  private var listed: String {
    let scores = alike.map { entry in
      let names = entry.periods.map { axis.name(of: $0.index) }.joined(separator: "、")
      let each = entry.periods.count > 1 ? "各" : ""
      guard let exact = entry.score.exact else { return "\(names)缺数据（\(each)\(words(entry.score))）" }
      return "\(names)\(each)\(exact.forPeople)分"
    }
    let left = periods.filter { !$0.counts }.map { axis.name(of: $0.index) }
    let unassessed = left.isEmpty ? "" : "；\(left.joined(separator: "、"))不考核，不计"
    return "\(axis.assessment)：\(scores.joined(separator: "，"))\(unassessed)"
  }

  private func words(_ score: Score) -> String {
    "\(score.low?.forPeople ?? "…")至\(score.high?.forPeople ?? "…")分"
  }

  /// 取平均：（100 × 2 + 97）÷ 3 = 99分; nil while something is missing.
  private var joined: String? {
    let counted = periods.filter(\.counts)
    let exact = counted.compactMap(\.score.exact)
    guard exact.count == counted.count, let asked = reason.asked.exact else { return nil }
    let sum = alike.map { entry in
      let score = entry.score.exact ?? 0
      let figure = score.signum < 0 ? "（\(score.forPeople)）" : score.forPeople
      return entry.periods.count == 1 ? figure : "\(figure) × \(entry.periods.count)"
    }.joined(separator: " + ")
    switch fold {
    case .mean: return "取平均：（\(sum)） ÷ \(counted.count) = \(asked.forPeople)分"
    case .sum: return "取合计：\(sum) = \(asked.forPeople)分"
    case .greatest where isPart: return "取全项得分最高的一期：\(asked.forPeople)分"
    case .greatest: return "取最高：\(asked.forPeople)分"
    case .last: return counted.last.map { "末期是\(axis.name(of: $0.index))：\(asked.forPeople)分" }
    }
  }
}
