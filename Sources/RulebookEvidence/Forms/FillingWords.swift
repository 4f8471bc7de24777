import ExactArithmetic
public import RulebookModel
import RulebookSyntax

/// Says how a row of evidence is to be filled in, and what it is.
public struct FillingWords {
  private let rulebook: Rulebook

  /// The words for what a rulebook asks for.
  public init(_ rulebook: Rulebook) { self.rulebook = rulebook }

  /// 次数，填几次（如 2起），空白算1；每月一行，日期必须填
  func words(for evidence: Evidence) -> String {
    ([quantity(of: evidence)] + circumstances(of: evidence)).joined(separator: "；")
  }

  /// 次数（起）；每月填，日期必须填: what it is, for those who do not fill it in.
  public func gist(of evidence: Evidence) -> String {
    let kind = evidence.kind.rawValue
    let unit = evidence.measureWord.map { "（\($0)）" } ?? ""
    let (words, addsUp) =
      switch evidence.kind {
      case .amount: (kind + (range(of: evidence).map { $0 + "分" } ?? ""), true)
      case .score: (kind + (range(of: evidence).map { $0 + "分" } ?? ""), false)
      case .grade: ("\(kind)（\(evidence.levels.joined(separator: "、"))）", false)
      case .yesNo, .count: (kind + unit, true)
      case .measurement, .percentage, .completion, .money, .place: (kind + unit, false)
      }
    let rows = addsUp || evidence.combination == .single ? [] : ["几个数\(evidence.combination.rawValue)"]
    return ([words] + rows + circumstances(of: evidence)).joined(separator: "；")
  }

  private func circumstances(of evidence: Evidence) -> [String] {
    var parts: [String] = []
    if evidence.needsLevel { parts.append("级别填\(evidence.levels.joined(separator: "、"))中的一个") }
    if evidence.needsMatter { parts.append("事项写明是哪件事，同一件事写得一样") }
    if let period = period(of: evidence) { parts.append("\(period.rawValue)填，日期必须填") }
    if evidence.needsReason { parts.append("说明里必须写理由") }
    if let units = units(evidence.applicability) { parts.append("只填\(units)的单位") }
    return parts
  }

  /// How a figure of 指标表 is to be filled in.
  func words(for figure: ReferenceFigure) -> String {
    let unit = figure.measureWord.map { "，单位是\($0)" } ?? ""
    let isNone = figure.kind == .shared ? "" : "；没有这项任务的单位填“/”"
    return "\(figure.kind.rawValue)：\(number(of: figure.measure))\(unit)\(isNone)"
  }

  private func quantity(of evidence: Evidence) -> String {
    let word = evidence.measureWord ?? ""
    switch evidence.kind {
    case .yesNo: return "是否，数量填“是”，空白也算是"
    case .count: return "次数，数量填 2\(word) 这样的数，空白算1；几行加起来"
    case .place: return "名次，数量填 \(evidence.countsFromBottom ? "倒数第3名" : "第3名") 这样的名次" + rows(of: evidence)
    case .grade: return "等次，数量填\(evidence.levels.joined(separator: "、"))中的一个"
    case .amount: return "扣分，数量填\(range(of: evidence) ?? "要扣的分")，不写负号"
    case .score: return "得分，数量填\(range(of: evidence) ?? "得到的分")" + rows(of: evidence)
    case .percentage, .completion, .measurement, .money:
      return "\(evidence.kind.rawValue)，数量填\(number(of: evidence.kind))"
        + (word.isEmpty ? "" : "，单位是\(word)") + rows(of: evidence)
    }
  }

  private func number(of kind: EvidenceKind) -> String {
    switch kind {
    case .percentage, .completion: " 95% 这样的百分数"
    default: "一个数"
    }
  }

  /// 0至100
  private func range(of evidence: Evidence) -> String? {
    guard let greatest = evidence.greatest else { return nil }
    return " \(shown(evidence.least ?? 0))至\(shown(greatest))"
  }

  private func rows(of evidence: Evidence) -> String {
    evidence.combination == .single
      ? "，一个单位只填一行" : "；可以填几行，\(evidence.combination.rawValue)"
  }

  private func period(of evidence: Evidence) -> Period? {
    if let item = evidence.periodicItem { return rulebook.axis(ofItem: item) }
    return evidence.period == .year ? nil : evidence.period
  }

  /// 参加工业竞赛、且市直; `nil` where it is for all.
  private func units(_ applicability: Applicability) -> String? {
    guard !isForAll(applicability) else { return nil }
    let alternatives = applicability.alternatives.map { tests in
      tests.map { test in
        let attribute = rulebook.attributes[test.attribute]
        let words = attribute.words(forAnswer: test.answer)
        guard test.isNegated else { return words }
        return attribute.isYesNo ? attribute.words(forAnswer: 1 - test.answer) : "非" + words
      }.joined(separator: "且")
    }
    return alternatives.joined(separator: "或")
  }

  /// Whether it holds whatever a unit answers: 参加工业竞赛或非参加工业竞赛.
  private func isForAll(_ applicability: Applicability) -> Bool {
    if applicability.isEveryone { return true }
    var answers = [Array(repeating: 0, count: rulebook.attributes.count)]
    for attribute in applicability.attributes {
      guard answers.count < 1000 else { return false }
      answers = answers.flatMap { row in
        (0..<rulebook.attributes[attribute].answerCount).map { answer in
          var row = row
          row[attribute] = answer
          return row
        }
      }
    }
    return answers.allSatisfy(applicability.holds)
  }

  private func shown(_ number: Rational) -> String { number.decimalText ?? number.description }
}
