import Testing

@testable import RulebookSyntax

/// The closed lists of words in the published grammar are those of the parser.
struct GrammarWordsTests {
  @Test("each list of words is the one the parser reads by", arguments: Self.lists.keys.sorted())
  func wordsAreTheSame(_ rule: String) {
    let words = Grammar.published.words(of: rule)
    #expect(words?.sorted() == Self.lists[rule]?.sorted())
  }

  /// The vocabulary by the rule that lists it.
  private static let lists: [String: [String]] = [
    "list word": LevelWord.allCases.map(\.rawValue),
    "matter rule": MatterRule.allCases.map(\.rawValue),
    "level lead": Wordings.levelLeads.words,
    "level noun": Wordings.levelNouns.words,
    "kind": EvidenceKind.stated.map(\.rawValue),
    "period": Period.allCases.map(\.rawValue),
    "combination": Combination.stated.map(\.rawValue),
    "step rule": StepRule.allCases.map(\.rawValue),
    "measure word": MeasureWords.known,
    "directive word": DirectiveWord.allCases.map(\.rawValue),
    "mistaken directive": DirectiveWord.otherWords.words,
    "reserved directive": ReservedWords.directives.words,
    "reserved value": ReservedWords.values.words,
    "forbidden beginning": ReservedWords.nameBeginnings.words,
    "name mark": ReservedWords.nameMarks.unicodeScalars.map { String(Character($0)) },
    "at least": words(Wordings.requirements) { $0 == .atLeast },
    "at most": words(Wordings.requirements) { $0 == .atMost },
    "above": words(Wordings.requirements) { $0 == .above },
    "below": words(Wordings.requirements) { $0 == .below },
    "child deduction word": words(HeadingWordings.worths) { $0 == .deductionPerChild },
    "deduction word": words(HeadingWordings.worths) { $0 == .deduction },
    "bonus word": words(HeadingWordings.worths) { $0 == .bonus },
    "points word": words(HeadingWordings.worths) { $0 == .points },
    "or more": Wordings.orMore.words,
    "or less": Wordings.orLess.words,
    "inclusion word": words(Wordings.inclusions) { _ in true },
    "through": Wordings.through.words,
    "within": Wordings.within.words,
    "standing": Wordings.standing.words,
    "place word": Wordings.placeWords.words,
    "further": Wordings.further.words,
    "happening": Wordings.happening.words,
    "event": Wordings.events.words,
    "onwards": Wordings.onwards.words,
    "outside deduction": Wordings.outsideDeduction.words,
    "otherwise": Wordings.otherwise.words,
    "reached word": words(Wordings.comparisons) { $0 == .reached },
    "bound word": words(Wordings.comparisons) { $0 == .atLeast },
    "missed word": words(Wordings.comparisons) { $0 == .notReached },
    "below word": words(Wordings.comparisons) { $0 == .below },
    "beyond word": words(Wordings.comparisons) { $0 == .beyond || $0 == .farBeyond || $0 == .above },
    "requirement noun": Wordings.requirementNouns.words,
    "measure noun": Wordings.measures.map { String(Character($0)) },
    "reference": ReferenceWord.allCases.map(\.rawValue),
    "relation": RelationWord.allCases.map(\.rawValue),
    "award noun": Wordings.awardNouns.words,
    "either way": Wordings.eitherWay.words,
    "add or deduct": Wordings.addOrDeduct.words,
    "series": Wordings.series.words,
    "all reached": Wordings.allReached.words,
    "each with mei": Wordings.each.words.filter { $0.contains("每") },
    "each without mei": Wordings.each.words.filter { !$0.contains("每") },
    "away": Wordings.away.words,
    "short": Wordings.short.words,
    "compared figure": words(Wordings.comparedWith) { _ in true },
    "beyond": Wordings.beyond.words,
    "earning verb": words(Wordings.verbs) { $0 == .earn },
    "adding verb": words(Wordings.verbs) { $0 == .add },
    "deducting verb": words(Wordings.verbs) { $0 == .deduct },
    "each of them": Wordings.eachOfThem.words,
    "no loss": Wordings.noLoss.words, "from the end": Wordings.fromTheEnd.words,
    "filler": Wordings.fillers.words, "in order": Wordings.placeByPlace.words,
    "closed wording": words(Wordings.closed) { _ in true },
    "further each": Wordings.furtherEach.words,
    "this item": Wordings.thisItem.words,
    "nothing": Wordings.nothing.words,
    "at most word": Wordings.atMost.words,
    "up to word": words(Wordings.upTo) { _ in true },
    "until exhausted": Wordings.untilExhausted.words,
    "unlimited": Wordings.unlimited.words,
    "whole item": Wordings.wholeItem.words,
    "inert outcome word": OutcomeWordings.inert.words,
    "veto word": OutcomeWordings.veto.words,
    "both word": OutcomeWordings.both.words,
    "last place": OutcomeWordings.last.words,
    "move up": words(OutcomeWordings.moves) { $0 == .up },
    "move down": words(OutcomeWordings.moves) { $0 == .down },
    "total word": OutcomeWordings.total.words,
    "total verb": OutcomeWordings.totalBecomes.words,
    "reckoned": OutcomeWordings.reckoned.words,
    "barred word": OutcomeWordings.barred.words,
    "candidacy": OutcomeWordings.candidacy.words,
    "selection": OutcomeWordings.selection.words,
    "eligibility": OutcomeWordings.eligibility.words,
    "grade verb": OutcomeWordings.becomes.words,
    "grade noun": OutcomeWordings.gradeNouns.words,
    "share word": words(OutcomeWordings.shares) { _ in true },
    "last word": words(OutcomeWordings.shares) { $0 },
    "limit noun": OutcomeWordings.limitNouns.words,
    "limit word": OutcomeWordings.limits.words,
    "limit end": OutcomeWordings.limitEnds.words,
    "unit word": OutcomeWordings.unitWords.words,
    "candidate end": OutcomeWordings.candidates.words,
    "order": words(OutcomeWordings.orders) { _ in true },
    "quota rounding": QuotaRounding.allCases.map(\.rawValue),
    "score word": ScoreWord.allCases.map(\.rawValue),
    "points target": words(FormulaWordings.targets) { _ in true },
    "item points": FormulaWordings.itemPoints.words,
    "figure noun": FormulaWordings.figureNouns.map { String(Character($0)) },
    "plus": words(FormulaWordings.operations) { $0 == .sum },
    "minus": words(FormulaWordings.operations) { $0 == .difference },
    "times": words(FormulaWordings.operations) { $0 == .product },
    "divided by": words(FormulaWordings.operations) { $0 == .quotient },
  ]

  private static func words<Meaning>(
    _ table: WordTable<Meaning>, where isWanted: (Meaning) -> Bool
  ) -> [String] {
    table.entries.filter { isWanted($0.meaning) }.map(\.word)
  }

  @Test("the grammar for editors knows every directive", arguments: DirectiveWord.allCases)
  func editorsKnow(_ word: DirectiveWord) {
    let alternatives = Grammar.editorText.split { "|()：".contains($0) || $0 == "\\" }
    #expect(alternatives.contains { $0 == word.rawValue || $0.hasSuffix(":" + word.rawValue) })
  }

  @Test("the words for any of several evidences open their rule")
  func anyOfThem() {
    guard case .sequence(let parts)? = Grammar.published.rules["any of them"],
      case .choice(let alternatives)? = parts.first
    else {
      Issue.record("the rule “any of them” begins with a choice of words")
      return
    }
    let words = alternatives.compactMap { alternative -> String? in
      if case .terminal(let word) = alternative { String(String.UnicodeScalarView(word)) } else { nil }
    }
    #expect(words.sorted() == Wordings.anyOfThem.words.sorted())
  }
}
