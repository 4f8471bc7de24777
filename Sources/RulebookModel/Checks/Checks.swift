import RulebookSyntax
import RulebookText

/// What can be seen to be wrong with a rulebook before any evidence is there; one family of checks to a file.
///
/// Each check is a function of the rulebook or of its words, and reports a mistake only where it is one of its own:
/// a sum that is wrong because a figure below it is wrong is told once, where the figure stands.
enum Checks {
  /// Everything the checks find.
  static func run(
    on rulebook: Rulebook, tree: SyntaxTree, sentences: [Sentence], shared: [NameSyntax]
  ) -> [Diagnostic] {
    let words = OfficialWords(source: rulebook.source, measureWords: rulebook.measureWords)
    let brackets = EvidenceBracket.all(in: sentences, items: rulebook.items, words: words)
    let sums = childrenSums(rulebook)
    let idle = idleClauses(rulebook)
    let isIdle = Chosen(idle.map(\.clause))
    let caps = caps(rulebook, without: isIdle)
    let rules = rules(sentences, items: rulebook.items, words)
    let told = ChosenRanges(rules.flatMap(\.related).map(\.range))
    return requirementFigures(brackets, words) + rules
      + requirementSides(brackets.filter { !told.contains($0.place) }, words)
      + periods(brackets, words) + heads(brackets, words) + explanations(sentences, words)
      + sums.map(\.diagnostic)
      + totals(rulebook, tree, wrongSums: sums.map(\.item))
      + othersFigures(rulebook, sentences, words) + idle.map(\.diagnostic)
      + caps
      + awards(rulebook, wrongSums: sums.map(\.item), without: isIdle)
      + reach(rulebook, sentences, words, told: ChosenRanges(caps.map(\.primary.range)))
      + attributes(rulebook) + self.shared(rulebook, shared)
      + names(rulebook) + means(rulebook) + periodSums(rulebook) + starts(rulebook)
      + fullStarts(rulebook, without: isIdle) + formulaEnds(rulebook) + definitions(rulebook)
      + years(rulebook, tree)
      + gradeGaps(rulebook)
      + quotaTies(rulebook)
  }
}
