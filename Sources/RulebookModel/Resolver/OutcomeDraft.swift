import RulebookSyntax
import RulebookText

/// Words that say what a year comes to, which have been found but not yet read.
struct OutcomeDraft {
  /// Of what they speak.
  var basis: Basis
  var phrases: [OutcomePhraseSyntax]
  var item: Int
  var firstSentence: Int
  var lastSentence: Int
  var place: TextRange

  enum Basis {
    /// 【总得分】
    case total
    /// What one or several brackets name.
    case evidence([EvidenceUse])
  }

  /// The phrases with the conditions each has: its own, or those of the phrase before it.
  var conditioned: [OutcomePhraseSyntax] {
    var conditions: [ConditionSyntax] = []
    return phrases.map { phrase in
      if !phrase.conditions.isEmpty { conditions = phrase.conditions }
      var conditioned = phrase
      conditioned.conditions = conditions
      return conditioned
    }
  }
}

extension Draft {
  /// 【总得分：90分以上为优秀】, or 【总得分】 that waits for the words behind it.
  mutating func note(_ total: TotalSyntax, _ place: TextRange, sentence: Int) {
    openTotal = total.outcomes.isEmpty ? place : nil
    addOutcomes(total.outcomes, .total, sentence: sentence, place: place)
  }

  /// What a bracket itself makes of the year.
  mutating func addOutcomes(
    _ outcomes: [OutcomeSyntax], _ basis: OutcomeDraft.Basis, sentence: Int, place: TextRange
  ) {
    guard !outcomes.isEmpty else { return }
    let uses: [EvidenceUse] = if case .evidence(let uses) = basis { uses } else { [] }
    outcomeDrafts.append(
      OutcomeDraft(
        basis: basis, phrases: outcomes.flatMap(\.phrases), item: sentences[sentence].item,
        firstSentence: uses.first?.sentence ?? sentence, lastSentence: sentence, place: place))
  }

  /// What the words behind brackets make of the year: of 【总得分】, of evidence that waits, or of that of the clause
  /// before them (扣5分，并取消优秀资格).
  mutating func decide(_ outcome: OutcomeSyntax, _ waiting: [EvidenceUse], sentence: Int) {
    if outcome.isContinuation {
      guard let last = outcomeDrafts.indices.last, outcomeDrafts[last].item == sentences[sentence].item else {
        return
      }
      outcomeDrafts[last].phrases += outcome.phrases
      outcomeDrafts[last].lastSentence = sentence
    } else if openTotal != nil {
      openTotal = nil
      addOutcomes([outcome], .total, sentence: sentence, place: outcome.range)
    } else {
      let uses = waiting.isEmpty ? clauseDrafts.last?.uses ?? [] : waiting
      addOutcomes([outcome], .evidence(uses), sentence: sentence, place: outcome.range)
    }
  }
}
