import ExactArithmetic
import RulebookSyntax
import RulebookText

extension Checks {
  /// K0511 and K0512: neither a limit nor a single incident goes beyond what the item can lose; `told` are items of
  /// which it has been said that their clauses add up to too much.
  static func reach(
    _ rulebook: Rulebook, _ sentences: [Sentence], _ words: OfficialWords, told: ChosenRanges
  ) -> [Diagnostic] {
    sentences.flatMap { sentence -> [Diagnostic] in
      let (limits, steps) = sentence.losses
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
  /// What is said of how far something is taken away, with the place; `isFinal` for 扣完M分为止, which goes below 0.
  fileprivate typealias Limit = (figure: Rational, isFinal: Bool, range: TextRange)
  /// What one step takes away.
  fileprivate typealias Step = (figure: Rational, range: TextRange)

  /// The limits and steps that its brackets and its words state.
  fileprivate var losses: (limits: [Limit], steps: [Step]) {
    let counts = countsInBracket
    var (limits, steps): ([Limit], [Step]) = ([], [])
    for piece in pieces {
      switch piece {
      case .consequence(let consequence): consequence.addLosses(to: &limits, &steps, counts: counts)
      case .annotation(let annotation):
        guard case .evidence(let evidence) = annotation.content else { continue }
        for part in evidence.parts {
          if case .phrase(let rule) = part.content { rule.addLosses(to: &limits, &steps, counts: counts) }
        }
      case .text, .outcome, .formula, .unreadable: break
      }
    }
    return (limits, steps)
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
}

extension ConsequenceSyntax {
  fileprivate func addLosses(to limits: inout [Sentence.Limit], _ steps: inout [Sentence.Step], counts: Bool)
  {
    for phrase in phrases {
      let verb = phrase.effect.verb
      for limit in phrase.limits {
        if let loss = limit.loss(verb: verb) { limits.append(loss) }
      }
      if verb == .deduct, counts || phrase.per != nil, let figure = phrase.effect.figures.min() {
        steps.append((figure, phrase.range))
      }
    }
    for limit in self.limits {
      if let loss = limit.loss(verb: phrases.first?.effect.verb) { limits.append(loss) }
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
