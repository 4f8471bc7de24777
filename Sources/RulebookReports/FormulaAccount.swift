import ExactArithmetic
import RulebookModel
import RulebookScoring
import RulebookSyntax

/// A formula with the figures of one unit in it: 70 × 断面达标率95% - 63 = 3.5.
struct FormulaAccount {
  private let rulebook: Rulebook
  private let formula: Formula
  private let reason: FormulaReason

  /// The account of a formula; that of the term where the reason names no evidence.
  init?(_ reason: FormulaReason, of term: Term, in rulebook: Rulebook) {
    self.rulebook = rulebook
    self.reason = reason
    if let evidence = reason.evidence {
      guard let definition = rulebook.evidence[evidence].definition else { return nil }
      formula = definition
    } else {
      guard case .formula(let own) = term.value else { return nil }
      formula = own
    }
  }

  /// 按期结案率 = 按期结案数80件 ÷（应结案数100件 - 缓办数0件）× 100% = 80%; what is missing is said to be.
  var definition: String {
    let evidence = reason.evidence.map { rulebook.evidence[$0] }
    let unit = evidence.map { $0.kind.isInPercent ? "%" : $0.measureWord ?? "" } ?? ""
    let result = reason.result.exact.map { $0.forPeople + unit } ?? "缺数据"
    return "\(evidence?.name ?? "")：\(arithmetic) = \(result)"
  }

  /// What is computed, and what it comes to: 70 × 断面达标率95% - 63 = 3.5分.
  var worked: String { "\(arithmetic) = \(reason.result.exact.map { $0.forPeople + "分" } ?? "缺数据")" }

  /// 断面达标率88%，不照式子算: what was reported falls under something else that is said of it.
  var excepted: String {
    guard let exception = formula.exception, let judged = reason.judged else { return "" }
    return stated(exception.value, judged) + "，不照式子算"
  }

  // MARK: Steps

  /// A piece of arithmetic, and whether it has to stand in parentheses beside something that binds more tightly.
  private struct Part {
    var text: String
    var operation: FormulaSyntax.Operation?
  }

  private var arithmetic: String {
    var operands = stated(formula.operands, reason.operands)[...]
    var pile: [Part] = []
    for step in formula.steps {
      switch step {
      case .number(let number, let isPercent):
        pile.append(Part(text: isPercent ? (number * 100).forPeople + "%" : number.forPeople))
      case .operand: pile.append(Part(text: operands.popFirst() ?? ""))
      case .operation(let operation):
        guard let right = pile.popLast(), let left = pile.popLast() else { continue }
        let (before, after) = (
          enclosed(left, in: operation, isRight: false), enclosed(right, in: operation, isRight: true)
        )
        pile.append(Part(text: "\(before) \(operation.rawValue) \(after)", operation: operation))
      }
    }
    return pile.last?.text ?? ""
  }

  private func enclosed(_ part: Part, in operation: FormulaSyntax.Operation, isRight: Bool) -> String {
    guard let inner = part.operation else { return part.text }
    let isLoose = operation.bindsTightly && !inner.bindsTightly
    let isTurned = isRight && (operation == .difference && !inner.bindsTightly || operation == .quotient)
    return isLoose || isTurned ? "（\(part.text)）" : part.text
  }

  private func stated(_ values: [Value], _ scores: [Score]) -> [String] {
    zip(values, scores).map { stated($0, $1) }
  }

  /// 断面达标率95%, 网上考核得分80分, 分值15分.
  private func stated(_ value: Value, _ score: Score) -> String {
    let figure = score.exact?.forPeople
    switch value {
    case .score(let item): return name(ofItem: item) + (figure.map { $0 + "分" } ?? "（缺数据）")
    case .fullMark: return "分值" + (figure ?? "") + "分"
    case .statistic(.rankFromTop, let inner, _): return "\(name(of: inner))第\(figure ?? "")名"
    case .statistic(.rankFromBottom, let inner, _): return "\(name(of: inner))倒数第\(figure ?? "")名"
    case .statistic(let statistic, let inner, _):
      return "\(name(of: inner))的\(statistic.rawValue)" + (figure.map { $0 + unit(of: inner) } ?? "（缺数据）")
    default: return name(of: value) + (figure.map { $0 + unit(of: value) } ?? "（缺数据）")
    }
  }

  private func name(ofItem item: Int) -> String {
    let title = rulebook.items[item].title
    return title.isEmpty ? rulebook.items[item].path : title
  }

  private func name(of value: Value) -> String {
    value.evidence.map { rulebook.evidence[$0].name }.joined(separator: "、")
  }

  private func unit(of value: Value) -> String {
    guard let evidence = value.evidence.first.map({ rulebook.evidence[$0] }) else { return "" }
    switch evidence.kind {
    case .percentage, .completion: return "%"
    case .score, .amount: return "分"
    case .yesNo, .grade: return ""
    case .place: return "名"
    case .count, .measurement, .money: return evidence.measureWord ?? ""
    }
  }
}
