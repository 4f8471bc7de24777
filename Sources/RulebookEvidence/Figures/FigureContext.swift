import RulebookModel
import RulebookText

/// What every 指标表 of a run is read against.
struct FigureContext: Sendable {
  /// The rulebook.
  let rulebook: Rulebook
  /// The units, where there is a register.
  let register: RegisterReading?
  /// Names of evidence, then those of figures that are one for all.
  let names: NameBook
  /// For each figure of the rulebook what its numbers must be.
  let rules: [QuantityRule]
  private let shared: [Int]

  /// The context of `rulebook` and the register that belongs to it.
  init(_ rulebook: Rulebook, register: RegisterReading?) {
    self.rulebook = rulebook
    self.register = register
    shared = rulebook.references.indices.filter { rulebook.references[$0].kind == .shared }
    names = NameBook(rulebook.evidence.map(\.name) + shared.map { rulebook.references[$0].name })
    rules = rulebook.references.map { QuantityRule($0) }
  }

  /// All names, to choose suggestions from.
  var allNames: [String] { rulebook.evidence.map(\.name) + shared.map { rulebook.references[$0].name } }

  /// The figure that is one for all with this place in `names`; nil where evidence has it.
  func sharedFigure(named name: Int) -> Int? {
    name < rulebook.evidence.count ? nil : shared[name - rulebook.evidence.count]
  }

  /// The figure of an evidence that is asked for; nil where none is.
  func figure(_ kind: ReferenceFigure.Kind, of evidence: Int) -> Int? {
    rulebook.references.firstIndex { $0.kind == kind && $0.evidence == evidence }
  }

  /// Whether a figure moves the score of a unit, as far as the register tells.
  func applies(_ reference: Int, toUnit unit: Int) -> Bool {
    guard let register = register?.register else { return true }
    let set = rulebook.attributes.dropFirst(register.answers[unit].count).map { _ in 1 }
    return rulebook.references[reference].applicability.holds(for: register.answers[unit] + set)
  }
}
