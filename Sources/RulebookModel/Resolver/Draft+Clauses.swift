import RulebookSyntax
import RulebookText

extension Draft {
  /// Puts evidence and the consequences behind it together into clauses.
  ///
  /// Evidence without a consequence of its own waits for that of its group; a group ends with its item, a heading
  /// or an office line.
  mutating func collectClauses() {
    var waiting: [EvidenceUse] = []
    var item = 0
    for index in sentences.indices {
      if sentences[index].item != item || isOfficeLine(sentences[index]) {
        closeGroup(&waiting)
        item = sentences[index].item
      }
      collect(sentence: index, &waiting)
    }
    closeGroup(&waiting)
    reportUnexplainedVetoes()
    reportLoosePoints()
  }

  private mutating func closeGroup(_ waiting: inout [EvidenceUse]) {
    if let first = waiting.first {
      report(.groupNotClosed(evidence[first.evidence].evidence.name, at: label(first.place)))
    }
    waiting = []
  }

  private func isOfficeLine(_ sentence: Sentence) -> Bool {
    sentence.pieces.contains { piece in
      if case .annotation(let annotation) = piece, case .directive(.assessors(nil)) = annotation.content {
        true
      } else {
        false
      }
    }
  }

  private mutating func collect(sentence index: Int, _ waiting: inout [EvidenceUse]) {
    let sentence = sentences[index]
    openTotal = nil
    var formula: FormulaDraft?
    for piece in sentence.pieces where !takeUp(piece, &formula, &waiting, sentence: index) {
      switch piece {
      case .annotation(let annotation):
        if case .broken = annotation.content { waiting = [] }
        if let total = annotation.total { note(total, annotation.range, sentence: index) }
        guard case .evidence(let syntax) = annotation.content else { continue }
        let uses = uses(of: syntax, place: annotation.range, item: sentence.item, sentence: index)
        refuseStatistics(uses)
        addOutcomes(syntax.outcomes, .evidence(uses), sentence: index, place: annotation.range)
        if syntax.onlyChangesOther {
          changeOther(syntax, uses)
        } else if let use = uses.first, use.model != nil || use.isDoubled {
          repeatRule(uses, sentence: index)
        } else if syntax.holdsRule, let last = clauseGoneOn(with: uses, rule: uses.first?.rule ?? []) {
          join(uses[0], uses[0].rule, to: last, sentence: index)
        } else if syntax.holdsRule {
          addClause(
            uses, rule: uses.first?.rule ?? [], sentence: index, place: annotation.range, inBracket: true)
        } else if syntax.outcomes.isEmpty || sentence.scores(behind: piece) {
          waiting += uses
        }
      case .outcome(let outcome):
        decide(outcome, waiting, sentence: index)
        waiting = []
      case .consequence(let consequence):
        if consequence.isContinuation {
          continueClause(consequence, sentence: index)
        } else if let last = clauseGoneOn(with: waiting, rule: [consequence]) {
          join(waiting[0], [consequence], to: last, sentence: index)
          waiting = []
        } else if !waiting.isEmpty {
          addClause(waiting, rule: [consequence], sentence: index, place: consequence.range, inBracket: false)
          waiting = []
        }
      case .unreadable: (waiting, openTotal) = ([], nil)
      case .text, .formula: break
      }
    }
    dropReported(reportUnexplainedScoring(in: sentence, index), from: &waiting)
  }

  /// 最高 is a part that only formulas read.
  private mutating func refuseStatistics(_ uses: [EvidenceUse]) {
    for use in uses {
      guard let word = use.statistic else { continue }
      report(
        .formulaOperand(
          word.rawValue, why: "“\(word.rawValue)”只在式子里用；要比的写“至多\(word.rawValue)”", at: label(use.place)))
    }
  }

  /// Evidence whose bracket stands behind its figure has been reported and waits no longer.
  private func dropReported(_ places: [TextRange], from waiting: inout [EvidenceUse]) {
    // A group may wait over very many sentences; it is gone through only where there is something to drop.
    guard !places.isEmpty else { return }
    waiting.removeAll { use in places.contains(use.place) }
  }

  private mutating func addClause(
    _ uses: [EvidenceUse], rule: [ConsequenceSyntax], sentence: Int, place: TextRange, inBracket: Bool
  ) {
    guard let first = uses.first else { return }
    let stated = inBracket ? [] : uses.flatMap(\.rule).flatMap(\.limits)
    clauseDrafts.append(
      ClauseDraft(
        uses: uses, requirement: rule.compactMap(\.requirement).first, phrases: rule.flatMap(\.phrases),
        limits: rule.flatMap(\.limits) + stated, item: sentences[sentence].item,
        firstSentence: first.sentence,
        lastSentence: sentence, place: place))
  }

  // MARK: Clauses that go on behind 【同上】

  /// The clause before, where the same evidence goes on with it: what one awards and the other moves is one curve.
  private func clauseGoneOn(with uses: [EvidenceUse], rule: [ConsequenceSyntax]) -> Int? {
    guard uses.count == 1, let last = clauseDrafts.indices.last, clauseDrafts[last].uses.count == 1,
      clauseDrafts[last].item == uses[0].item, clauseDrafts[last].uses[0].evidence == uses[0].evidence
    else { return nil }
    let (before, now) = (clauseDrafts[last].phrases, rule.flatMap(\.phrases))
    guard before.contains(where: \.awards) != now.contains(where: \.awards) else { return nil }
    let form = Result { () throws(SentenceForm.Obstacle) in
      try CurveForm(reading: before + now, hasRequirement: false)
    }
    if case .success = form { return last }
    return nil
  }

  private mutating func join(
    _ use: EvidenceUse, _ rule: [ConsequenceSyntax], to last: Int, sentence: Int
  ) {
    let known = clauseDrafts[last].uses[0]
    clauseDrafts[last].uses[0].requirement = known.requirement ?? use.requirement
    clauseDrafts[last].uses[0].stepRule = known.stepRule ?? use.stepRule
    clauseDrafts[last].uses[0].kind = known.kind ?? use.kind
    clauseDrafts[last].phrases += rule.flatMap(\.phrases)
    clauseDrafts[last].limits += rule.flatMap(\.limits)
    clauseDrafts[last].lastSentence = sentence
  }

  private mutating func continueClause(_ consequence: ConsequenceSyntax, sentence: Int) {
    guard let last = clauseDrafts.indices.last, clauseDrafts[last].item == sentences[sentence].item else {
      return report(
        .scoringWithoutEvidence(source.text(consequence.range), at: label(consequence.range)))
    }
    clauseDrafts[last].phrases += consequence.phrases
    clauseDrafts[last].limits += consequence.limits
    clauseDrafts[last].lastSentence = sentence
  }

  // MARK: Evidence

  /// The evidence a bracket means, new names taken into the list.
  mutating func uses(
    of syntax: EvidenceSyntax, place: TextRange, item: Int, sentence: Int
  ) -> [EvidenceUse] {
    let found: [(index: Int, place: TextRange)]
    switch syntax.reference {
    case .named(let names): found = names.map { (named($0, item: item), $0.range) }
    case .previous:
      guard let last = lastEvidence(in: item) else {
        report(.nothingAbove(at: label(place)))
        return []
      }
      found = [(last, place)]
    case .again(let name):
      guard let index = evidenceByName[name.text] else {
        reportUnknownEvidence(name)
        return []
      }
      if !evidence[index].items.contains(item) { evidence[index].items.append(item) }
      found = [(index, name.range)]
    }
    return found.map { index, namePlace in
      var use = EvidenceUse(
        evidence: index, item: item, sentence: sentence, place: place, namePlace: namePlace)
      for part in syntax.parts {
        if case .appliesTo(let words) = part.content {
          use.applicability = use.applicability.and(applicability(words))
        }
        if let contradicted = use.add(part.content) {
          report(.contradictoryParts(contradicted, source.text(part.range), at: label(part.range)))
        }
      }
      return use
    }
  }

  mutating func named(_ name: NameSyntax, item: Int) -> Int {
    if let known = evidenceByName[name.text] {
      if let other = evidence[known].items.first(where: { !excludes(item, $0) }) {
        reportNamedTwice(name, item, first: label(evidence[known].evidence.place), other)
      }
      evidence[known].items.append(item)
      return known
    }
    evidence.append(
      EvidenceDraft(evidence: Evidence(name: name.text, kind: .yesNo, place: name.range), items: [item]))
    evidenceByName.insert(name.text, evidence.count - 1)
    return evidence.count - 1
  }

  /// One name at two places; where only one of the two items has 适用, that of the other is what is missing.
  private mutating func reportNamedTwice(_ name: NameSyntax, _ item: Int, first: Label, _ other: Int) {
    guard !hasUnreadApplicability else { return }
    let pair = [items[other], items[item]]
    guard item != other, pair.contains(where: { !$0.applicability.isEveryone }) else {
      return report(.evidenceNamedTwice(name.text, at: label(name.range), first: first))
    }
    guard overlapsTold.insert([other, item]).inserted else { return }
    let open = pair.filter(\.ownApplicability.isEveryone).map(\.path)
    report(
      .overlappingScopes(
        name.text, pair.map(\.path), without: open, at: label(name.range), first: first))
  }

  /// Whether two items can never both apply to one unit.
  private func excludes(_ one: Int, _ other: Int) -> Bool {
    items[one].applicability.and(items[other].applicability).isContradictory(attributes)
  }

  private func lastEvidence(in item: Int) -> Int? { evidence.lastIndex { $0.items.contains(item) } }

  mutating func reportUnknownEvidence(_ name: NameSyntax) {
    let near = suggestion(for: name.text) { $0.evidence.map(\.evidence.name) }
    report(.unknownEvidenceName(name.text, near: near, at: label(name.range)))
  }

  /// 视同X, 核减X, 免扣X: what the evidence does to other evidence.
  private mutating func changeOther(_ syntax: EvidenceSyntax, _ uses: [EvidenceUse]) {
    for part in syntax.parts {
      switch part.content {
      case .countsAs(let name):
        guard let target = other(named: name, uses) else { return }
        for use in uses { evidence[target].alsoCounted.append(use.evidence) }
      case .lowers(let name):
        guard let target = other(named: name, uses) else { return }
        for use in uses { evidence[target].loweredBy.append((use.evidence, use.place)) }
      case .waives(let name?):
        guard let target = other(named: name, uses) else { return }
        for use in uses {
          waivers.append(WaiverDraft(evidence: use.evidence, target: target, place: use.place))
        }
      case .waives(nil):
        guard let item = uses.first?.item, let last = clauseDrafts.indices.last,
          clauseDrafts[last].item == item
        else { return uses.forEach { report(.nothingAbove(at: label($0.place))) } }
        for use in uses {
          waivers.append(WaiverDraft(evidence: use.evidence, clause: last, place: use.place))
        }
      default: continue
      }
    }
    for use in uses {
      _ = takeStated(use)
      evidence[use.evidence].hasOwnKind = use.kind != nil
      if evidence[use.evidence].evidence.kind == .count, use.combination == nil {
        evidence[use.evidence].evidence.combination = .sum
      }
      evidence[use.evidence].hasStatedKind = true
    }
  }

  /// Evidence named before, other than what speaks of it.
  private mutating func other(named name: NameSyntax, _ uses: [EvidenceUse]) -> Int? {
    let known = evidenceByName[name.text]
    guard let known, !uses.contains(where: { $0.evidence == known }) else {
      reportUnknownEvidence(name)
      return nil
    }
    return known
  }
}

extension Applicability {
  /// Whether no unit can meet it, whatever the register says.
  func isContradictory(_ attributes: [UnitAttribute]) -> Bool {
    alternatives.allSatisfy { tests in
      tests.map(\.attribute).contains { attribute in
        let mine = tests.filter { $0.attribute == attribute }
        return !(0..<attributes[attribute].answerCount).contains { answer in
          mine.allSatisfy { ($0.answer == answer) != $0.isNegated }
        }
      }
    }
  }
}

extension PhraseSyntax {
  /// Whether it fills points rather than moving them.
  fileprivate var awards: Bool {
    effect == .fullMark || effect == .byCompletion || effect == .halfAward || effect.verb == .earn
  }
}
