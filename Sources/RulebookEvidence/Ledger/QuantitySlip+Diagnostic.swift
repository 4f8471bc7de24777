import ExactArithmetic
import RulebookModel
import RulebookSyntax
import RulebookText

extension QuantitySlip {
  /// The slip as it is told to staff; `words` is what the cell holds.
  func diagnostic(words: String, evidence: Evidence, rule: Label, at place: Label) -> Diagnostic {
    switch self {
    case .missing:
      .missingQuantity(evidence: evidence.name, example: evidence.exampleQuantity, at: place)
    case .lostCheckMark:
      .lostCheckMark(at: place)
    case .notYesNo:
      .yesNoAnswer(words, column: evidence.name, at: place)
    case .notANumber(let remedy):
      .numberText(words, remedy: remedy, at: place)
    case .tooLong:
      .longNumber(at: place)
    case .notAGrade:
      .unknownGrade(words, known: evidence.levels, at: place)
    case .notAPlace:
      .placeText(words, fromBottom: evidence.countsFromBottom, at: place)
    case .negative:
      .negativeQuantity(words, at: place)
    case .fraction:
      .fractionOfEvent(words, at: place)
    case .outOfBounds:
      outOfBounds(words: words, evidence: evidence, rule: rule, at: place)
    case .measureWord(let word):
      .quantityMeasureWord(
        word, expected: evidence.measureWord ?? evidence.kind.usualWord, evidence: evidence.name, at: place)
    }
  }

  /// The slip in a figure of 指标表.
  func diagnostic(
    words: String, of figure: ReferenceFigure, column: String, rule: Label, at place: Label
  ) -> Diagnostic {
    switch self {
    case .notANumber(let remedy):
      let isNothing = NumberText.nothing.contains(words)
      return .numberText(
        words, column: column, remedy: isNothing ? "还没有定就空着，不适用写“/”，是零写“0”" : remedy, at: place)
    default:
      let evidence = Evidence(name: figure.title, kind: figure.measure, measureWord: figure.measureWord)
      return diagnostic(words: words, evidence: evidence, rule: rule, at: place)
    }
  }

  private func outOfBounds(words: String, evidence: Evidence, rule: Label, at place: Label) -> Diagnostic {
    let bounds = QuantityRule(evidence)
    let text: (Rational) -> String = { $0.decimalText ?? $0.description }
    return .quantityOutOfBounds(
      words, least: bounds.least.map(text) ?? "0", greatest: bounds.greatest.map(text), unit: "分", at: place,
      rule: rule)
  }
}

extension Evidence {
  /// A quantity as it may be written.
  fileprivate var exampleQuantity: String {
    switch kind {
    case .yesNo: "是"
    case .count: "1"
    case .percentage, .completion: "95%"
    case .score: "95.5"
    case .amount: "0.3"
    case .measurement, .money: "12.5"
    case .place: "3"
    case .grade: levels.first ?? ""
    }
  }
}

extension EvidenceKind {
  /// The word that may always follow a quantity of this kind.
  var usualWord: String? {
    switch self {
    case .percentage, .completion: "%"
    case .score, .amount: "分"
    case .place: "名"
    case .yesNo, .count, .measurement, .money, .grade: nil
    }
  }
}
