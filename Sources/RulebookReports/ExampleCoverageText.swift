import ExactArithmetic
public import RulebookModel
public import RulebookScoring
import RulebookSyntax
import RulebookText

/// What the examples of a rulebook leave untried, as a text.
public struct ExampleCoverageText: Report {
  private let coverage: ExampleCoverage
  private let rulebook: Rulebook
  private let lines: LineTable
  private let width: Int
  private let columns = TextColumns()

  /// What is untried in a rulebook, for so many columns.
  public init(_ coverage: ExampleCoverage, in rulebook: Rulebook, width: Int) {
    self.coverage = coverage
    self.rulebook = rulebook
    self.width = width
    lines = LineTable(rulebook.source)
  }

  /// Hands over the text.
  public func write<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var pieces = Pieces()
    pieces.append(head("计分的句子", coverage.sentences, open: "没有例子的"))
    for open in coverage.openClauses { pieces.append(line(open)) }
    for rule in coverage.openRules { pieces.append(line(rule)) }
    pieces.append(head("封顶、要求的数和分期", coverage.limits, open: "没有例子到过的"))
    for limit in coverage.openLimits { pieces.append(line(limit)) }
    try pieces.flush(to: sink, isLast: true)
  }
}

extension ExampleCoverageText {
  private func head(_ what: String, _ tally: ExampleCoverage.Tally, open: String) -> String {
    let rest = tally.total == tally.tried ? "" : "；\(open)："
    return columns.paragraph("\(what) \(tally.total)，例子用到 \(tally.tried)（\(tally.percent)%）\(rest)", width)
  }

  private func line(_ open: ExampleCoverage.OpenClause) -> String {
    let clause = rulebook.clauses[open.clause]
    let names = open.evidence.map { rulebook.evidence[$0].name }.joined(separator: "、")
    let isWhole = open.evidence.isEmpty || clause.terms.count == 1
    return entry(
      clause.place.start, clause.home, "“\(clause.sentence.trimmingMark)”" + (isWhole ? "" : "：\(names)"))
  }

  private func line(_ index: Int) -> String {
    let rule = rulebook.outcomes.rules[index]
    return entry(
      rule.place.start, rule.home,
      "“\(rule.sentence.trimmingMark)”：没有例子结果是“\(rulebook.outcomes.words(for: rule.effect))”")
  }

  private func line(_ limit: ExampleCoverage.Limit) -> String {
    guard let index = limit.clause else {
      return entry(rulebook.items[limit.item].place.start, limit.item, words(limit.kind, nil))
    }
    let clause = rulebook.clauses[index]
    return entry(clause.place.start, limit.item, "“\(clause.canonical)”\(words(limit.kind, clause))")
  }

  private func entry(_ offset: Int, _ item: Int, _ text: String) -> String {
    let path = rulebook.items[item].path
    return columns.paragraph("第\(lines.line(at: offset))行 \(path)：\(text)".madeVisible, width, indent: 2)
  }

  private func words(_ kind: ExampleCoverage.Limit.Kind, _ clause: Clause?) -> String {
    switch kind {
    case .floor(let points): points.signum < 0 ? "最多扣\((-points).forPeople)分" : "扣完为止，最低\(points.forPeople)分"
    case .ceiling(let points): "最高\(points.forPeople)分"
    case .threshold(let value, let evidence): threshold(value, evidence)
    case .periods(let period): "\(period.rawValue)，没有例子分开写各期"
    }
  }

  private func threshold(_ value: Rational, _ evidence: Int?) -> String {
    guard let evidence else { return "在\(value.forPeople)两边，没有都写到" }
    let known = rulebook.evidence[evidence]
    let unit = known.kind == .percentage || known.kind == .completion ? "%" : known.measureWord ?? ""
    return "：“\(known.name)”在\(value.forPeople)\(unit)两边，没有都写到"
  }
}
