import ExactArithmetic
import RulebookSyntax
import RulebookText

extension Checks {
  /// K0511 and K0512: neither a limit nor a single incident goes beyond what the item can lose; `told` are items of
  /// which it has been said that their clauses add up to too much.
  static func reach(
    _ rulebook: Rulebook, _ sentences: [Sentence], _ words: OfficialWords, told: Set<TextRange>
  ) -> [Diagnostic] {
    sentences.flatMap { sentence -> [Diagnostic] in
      let consequences = sentence.consequences
      guard !consequences.isEmpty else { return [] }
      let (limits, steps) = (sentence.limits(of: consequences), sentence.steps(of: consequences))
      guard !limits.isEmpty || !steps.isEmpty else { return [] }
      guard let item = rulebook.items.scoringItem(of: sentence.item),
        let room = rulebook.items[item].lossRoom,
        !room.isZero
      else { return [] }
      let isTold = told.contains(rulebook.items[item].place)
      let source = rulebook.label(rulebook.items[item].worthPlace, "本项\(room.shown)分")
      return limits.filter { $0.figure > room && ($0.isFinal || !isTold) }.map { limit in
        .limitAboveItem(
          words.source.text(limit.range), room: room.shown,
          below: limit.isFinal ? (room - limit.figure).shown : nil,
          at: words.label(limit.range), source: source)
      }
        + steps.filter { $0.figure > room }.map { step in
          .stepAboveItem(
            words.source.text(step.range), room: room.shown, at: words.label(step.range), source: source)
        }
    }
  }
}

extension Item {
  /// How much it can lose from its full mark down, where that is one figure for every unit.
  fileprivate var lossRoom: Rational? {
    guard fullMark.isUniform, worth.points != nil || worth.deduction != nil else { return nil }
    return (worth.points == nil ? 0 : fullMark.base) + (worth.deduction ?? 0)
  }
}

extension Sentence {
  /// What its brackets and its words say that scores.
  fileprivate var consequences: [ConsequenceSyntax] {
    pieces.flatMap { piece -> [ConsequenceSyntax] in
      switch piece {
      case .consequence(let consequence): return [consequence]
      case .annotation(let annotation):
        guard case .evidence(let evidence) = annotation.content else { return [] }
        return evidence.parts.compactMap { if case .phrase(let rule) = $0.content { rule } else { nil } }
      case .text, .unreadable: return []
      }
    }
  }

  /// Whether a bracket counts (每起), for phrases that do not say so themselves.
  private var countsInBracket: Bool {
    pieces.contains { piece in
      guard case .annotation(let annotation) = piece, case .evidence(let evidence) = annotation.content else {
        return false
      }
      return evidence.parts.contains { if case .per = $0.content { true } else { false } }
    }
  }

  /// The limits on what is taken away; `isFinal` for 扣完M分为止, which goes below 0.
  fileprivate func limits(
    of consequences: [ConsequenceSyntax]
  ) -> [(figure: Rational, isFinal: Bool, range: TextRange)] {
    consequences.flatMap { consequence in
      consequence.phrases.flatMap { phrase in
        phrase.limits.compactMap { $0.loss(verb: phrase.effect.verb) }
      } + consequence.limits.compactMap { $0.loss(verb: consequence.phrases.first?.effect.verb) }
    }
  }

  /// What one step takes away.
  fileprivate func steps(of consequences: [ConsequenceSyntax]) -> [(figure: Rational, range: TextRange)] {
    let counts = countsInBracket
    return consequences.flatMap(\.phrases).compactMap { phrase in
      guard phrase.per != nil || counts, phrase.effect.verb == .deduct,
        let figure = phrase.effect.figures.min()
      else { return nil }
      return (figure, phrase.range)
    }
  }
}

extension LimitSyntax {
  /// The limit on what is taken away, `verb` being that of its phrase.
  fileprivate func loss(verb: ScoringVerb?) -> (figure: Rational, isFinal: Bool, range: TextRange)? {
    switch kind {
    case .atMost(let stated, let figure): (stated ?? verb) == .deduct ? (figure, false, range) : nil
    case .atMostEither(let figure): (figure, false, range)
    case .untilTaken(let figure): (figure, true, range)
    case .untilExhausted, .unlimited, .series: nil
    }
  }
}
