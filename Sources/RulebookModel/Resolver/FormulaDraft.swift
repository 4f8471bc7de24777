import ExactArithmetic
import RulebookSyntax
import RulebookText

/// A formula while what it computes with is being found.
struct FormulaDraft {
  let syntax: FormulaSyntax
  /// The item in whose text it stands.
  let item: Int
  /// What the brackets and names of the formula mean, in order.
  var operands: [Operand] = []
  /// The bracket that it defines (X【X】=…).
  var defined: EvidenceUse?
  /// The evidence of which conditions beside it speak; `nil` where it computes with one only.
  var subject: EvidenceUse?

  /// Something it computes with.
  enum Operand {
    case evidence(EvidenceUse)
    case score(item: Int, place: TextRange)
  }

  init(_ syntax: FormulaSyntax, item: Int) {
    self.syntax = syntax
    self.item = item
  }

  /// Whether every bracket has been found.
  var isComplete: Bool {
    operands.count == syntax.steps.count { if case .bracket = $0 { true } else { false } }
  }

  /// The evidence it computes with, as its brackets write it.
  var uses: [EvidenceUse] { operands.compactMap { if case .evidence(let use) = $0 { use } else { nil } } }

  /// Whether it says what the whole document comes to.
  var movesTotal: Bool { syntax.target == .score(.total) }

  /// Whether it says ×100% at its end, or ×100.
  var endsInPercent: Bool {
    guard case .operation(.product)? = syntax.steps.last,
      case .number(let factor, let isPercent)? = syntax.steps.dropLast().last
    else { return false }
    return isPercent ? factor == 1 : factor == 100
  }
}

/// What a formula and the phrases beside it say together.
struct FormulaForm: Equatable {
  /// What its result is: points got, added or taken away.
  var verb: ScoringVerb
  /// What is awarded instead where a condition holds.
  var exceptions: [CurveForm.Award] = []

  /// The form of phrases among which there is a formula; `nil` where there is none.
  init?(reading phrases: [PhraseSyntax]) throws(SentenceForm.Obstacle) {
    let formulas = phrases.compactMap { if case .formula(let formula) = $0.effect { formula } else { nil } }
    guard let formula = formulas.first else { return nil }
    guard formulas.count == 1 else { throw SentenceForm.Obstacle("一条里只能有一个式子") }
    if case .points(let verb) = formula.target { self.verb = verb } else { verb = .earn }
    for phrase in phrases {
      if case .formula = phrase.effect { continue }
      guard let condition = phrase.condition, phrase.per == nil, !condition.isRest, verb == .earn else {
        throw SentenceForm.Obstacle("式子旁边的分值要写明什么情况下得，例如“低于90%为0分”")
      }
      switch phrase.effect {
      case .points(.earn, .plain, let figures) where figures.count == 1:
        exceptions.append(CurveForm.Award(condition: condition, points: figures[0]))
      case .zero(wholeItem: false): exceptions.append(CurveForm.Award(condition: condition, points: 0))
      default: throw SentenceForm.Obstacle("式子旁边只能写“…得N分”“…为0分”和最多得几分")
      }
    }
  }
}
