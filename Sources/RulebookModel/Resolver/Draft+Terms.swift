import ExactArithmetic
import RulebookSyntax
import RulebookText

extension Draft {
  /// The clauses of a form, most often one; `nil` where something is missing, which is reported.
  mutating func clauses(of form: SentenceForm, _ draft: ClauseDraft, item: Int) -> [LoweredClause]? {
    if case .curve(let curve) = form { return clauses(of: curve, draft) }
    if case .formula(let formula) = form { return clauses(of: formula, draft, item: item) }
    return terms(of: form, draft, item: item).map { [LoweredClause(effect: form.effect, terms: $0)] }
  }

  /// The terms of a form: its values and their curves; `nil` where something is missing, which is reported.
  private mutating func terms(of form: SentenceForm, _ draft: ClauseDraft, item: Int) -> [Term]? {
    switch form {
    case .amount(let verb, let distribution, let figures):
      return amountTerms(verb, distribution, figures, draft)
    case .fullMark: return join(draft, curve: .occurrence(1), scale: .fullMark)
    case .perStep(let verb, let points, let per):
      return each(draft) { draft, use in
        draft.stepRule(for: use, per: per).map { .slope(verb.sign * points, per: per.step, rule: $0) }
      }
    case .shortfall(let verb, let points, let per): return shortfallTerms(verb.sign * points, per, draft)
    case .excess(let verb, let points, let per): return excessTerms(verb.sign * points, per, draft)
    case .threshold(let met?, missed: nil, .earn) where draft.uses.count > 1:
      return allReached(met, draft)
    case .threshold(let met, let missed, _):
      return each(draft, perPeriod: true) { this, use in
        this.requirement(of: use, in: draft).map { .threshold($0, met: met ?? 0, missed: missed ?? 0) }
      }
    case .zeroUnlessReached:
      return each(draft, perPeriod: true) { this, use in
        this.requirement(of: use, in: draft).map { .threshold($0, met: 0, missed: 1) }
      }
    case .allReached(let verb, let points):
      let parts = draft.uses.map { use in
        Value.Reached(use.evidence, (use.requirement ?? draft.requirement).map(Requirement.init))
      }
      return [Term(.all(parts), curve: .occurrence(verb.sign * points))]
    case .asReported(let verb): return each(draft) { _, _ in .line(verb.sign) }
    case .discretion(let verb, _, _):
      return each(draft) { _, _ in .slope(verb.sign) }
    case .awardLessDiscretion(let points):
      return each(draft) { _, _ in Curve([.init(start: nil, base: points, perStep: -1)]) }?.map {
        $0.bounded(0, points)
      }
    case .conversion: return conversionTerms(draft, item: item)
    case .lossConversion: return lossTerms(draft, item: item)
    case .share(let share):
      return each(draft, scale: .fullMark) { draft, use in
        draft.fullMark(of: use).flatMap { share.divided(by: $0) }.map { .slope($0) }
      }
    case .completion:
      return each(draft, scale: .fullMark) { _, _ in
        Curve([.init(start: nil, base: 0, perStep: 1, step: 100), .init(start: 100, base: 1)])
      }?.map { term in
        var capped = term
        if case .reported(var reading) = term.value {
          reading.rowCeiling = 100
          capped.value = .reported(reading)
        }
        return capped
      }
    case .zero: return join(draft, curve: .occurrence(1), scale: .points)
    case .byLevel(let form): return levelTerms(form, draft)
    case .curve, .formula: return nil
    }
  }

  // MARK: Amounts

  private mutating func amountTerms(
    _ verb: ScoringVerb, _ distribution: Distribution, _ figures: [Rational], _ draft: ClauseDraft
  ) -> [Term]? {
    let signed = figures.map { verb.sign * $0 }
    switch distribution {
    case .any: return join(draft, curve: .occurrence(signed.first ?? 0), scale: .points)
    case .plain where draft.uses.count == 1 && figures.count == 1:
      let stands = draft.uses[0].standsUnlessRecorded
      return each(draft) { _, _ in stands ? .absence(signed[0]) : .occurrence(signed[0]) }
    case .plain where verb == .earn && figures.count == 1:
      return [Term(.all(draft.uses.map { Value.Reached($0.evidence) }), curve: .occurrence(signed[0]))]
    case .plain where figures.count == 1:
      _ = isShared(draft)
      return nil
    case .plain, .each:
      guard figures.count == 1 || figures.count == draft.uses.count else {
        report(.listLength(figures: figures.count, evidences: draft.uses.count, at: label(draft.place)))
        return nil
      }
      return draft.uses.enumerated().map { index, use in
        term(for: use, curve: .occurrence(signed[figures.count == 1 ? 0 : index]))
      }
    }
  }

  /// Whether a form that reads one evidence has one, or says 各; an error otherwise.
  private mutating func isShared(_ draft: ClauseDraft) -> Bool {
    guard draft.uses.count > 1 else { return true }
    if case .points(_, .each, _)? = draft.phrases.first?.effect { return true }
    let names = draft.uses.map { evidence[$0.evidence].evidence.name }
    report(
      .singleFormAfterGroup(names, at: label(draft.place), first: label(draft.uses[0].place, "这一个也在等计分的话")))
    return false
  }

  // MARK: Requirements

  /// 得N分 behind several requirements: for all of them, as 均达到的 says outright.
  private mutating func allReached(_ points: Rational, _ draft: ClauseDraft) -> [Term]? {
    guard draft.uses.allSatisfy({ ($0.period ?? .year) == .year }) else {
      _ = isShared(draft)
      return nil
    }
    var parts: [Value.Reached] = []
    for use in draft.uses {
      guard let required = requirement(of: use, in: draft) else { return nil }
      parts.append(Value.Reached(use.evidence, required))
    }
    return [Term(.all(parts), curve: .occurrence(points))]
  }

  private mutating func shortfallTerms(_ points: Rational, _ per: PerSyntax, _ draft: ClauseDraft) -> [Term]?
  {
    each(draft, perPeriod: true) { this, use in
      if use.countsMissing {
        return this.stepRule(for: use, per: per).map { .slope(points, per: per.step, rule: $0) }
      }
      guard let required = this.requirement(of: use, in: draft, words: "少" + per.shownStep),
        let rule = this.stepRule(for: use, per: per)
      else { return nil }
      return .shortfall(points, of: required.value, per: this.length(of: per, required), rule: rule)
    }
  }

  private mutating func excessTerms(_ points: Rational, _ per: PerSyntax, _ draft: ClauseDraft) -> [Term]? {
    each(draft, perPeriod: true) { this, use in
      guard let allowed = this.requirement(of: use, in: draft, words: "超" + per.shownStep),
        let rule = this.stepRule(for: use, per: per)
      else { return nil }
      return .excess(points, over: allowed.value, per: this.length(of: per, allowed), rule: rule)
    }
  }

  /// N % of something that is not a percentage is N % of the requirement.
  func length(of per: PerSyntax, _ requirement: Requirement) -> Rational {
    let isShare = per.unit == "%" && !(requirement.unit.map(MeasureWords.percentages.contains) ?? false)
    guard isShare, let share = per.step.divided(by: 100) else { return per.step }
    return share * requirement.value
  }

  private mutating func requirement(of use: EvidenceUse, in draft: ClauseDraft, words: String = "否则")
    -> Requirement?
  {
    guard requirementsAgree(use, draft) else { return nil }
    guard let found = use.requirement ?? draft.requirement ?? evidence[use.evidence].requirement else {
      // What is so or not is reached when it is so.
      if evidence[use.evidence].evidence.kind == .yesNo {
        return Requirement(direction: .above, value: 0, unit: nil)
      }
      reportMissingRequirement(of: use, words: words)
      return nil
    }
    return bounded(found)
  }

  /// Says that nothing is known to compare with, and what to write.
  mutating func reportMissingRequirement(of use: EvidenceUse, words: String) {
    let known = evidence[use.evidence].evidence
    let side = words.hasPrefix("超") && words != "超额完成" ? "至多" : "至少"
    let amount: String
    switch known.kind {
    case .percentage, .completion: amount = "95%"
    case .money: amount = "100万元"
    case .count, .measurement, .score, .amount, .yesNo, .place, .grade:
      amount = "2" + (known.measureWord ?? "次")
    }
    let other: RequirementSubstitute?
    switch words {
    case "否则", "达到", "未达到": other = known.kind.isInPercent ? nil : .yesNo
    case _ where words.hasPrefix("少"): other = use.countsMissing ? nil : .countsMissing
    default: other = nil
    }
    report(
      .missingRequirement(
        known.name, words: words, example: side + amount, other: other, at: label(use.place)))
  }

  /// Whether the bracket and the text ask for the same, where both ask; reported where they do not.
  mutating func requirementsAgree(_ use: EvidenceUse, _ draft: ClauseDraft) -> Bool {
    guard let mine = use.requirement, let other = draft.requirement,
      mine.quantity?.value != other.quantity?.value || mine.wantsMore != other.wantsMore
    else { return true }
    report(
      .requirementConflict(
        source.text(mine.range), source.text(other.range), at: label(mine.range), text: label(other.range)))
    return false
  }

  /// A requirement as 【界限】 reads it, which decides only where the words are 以上 or 以下.
  func bounded(_ syntax: RequirementSyntax) -> Requirement {
    var requirement = Requirement(syntax)
    if syntax.followsBoundaries {
      if requirement.direction == .atLeast, !head.aboveIncludes { requirement.direction = .above }
      if requirement.direction == .atMost, !head.belowIncludes { requirement.direction = .below }
    }
    return requirement
  }

  /// What a begun step is worth; must be stated wherever a value may not fill its steps.
  mutating func stepRule(for use: EvidenceUse, per: PerSyntax, isPercent: Bool = false) -> StepRule? {
    if let rule = use.stepRule ?? head.stepRule { return rule }
    let isWhole = evidence[use.evidence].evidence.kind == .count || per.direction == .place
    if isWhole, !isPercent, per.step == 1 { return .wholeSteps }
    report(.missingStepRule(evidence[use.evidence].evidence.name, at: label(use.place)))
    return nil
  }

  // MARK: Conversions

  private mutating func conversionTerms(_ draft: ClauseDraft, item: Int) -> [Term]? {
    let isLoss = items[item].isDeductionOnly
    return each(draft, scale: isLoss ? .cap : .fullMark) { this, use in
      guard let rate = this.fullMark(of: use)?.reciprocal else { return nil }
      return Curve([.init(start: nil, base: isLoss ? -1 : 0, perStep: rate)])
    }
  }

  private mutating func lossTerms(_ draft: ClauseDraft, item: Int) -> [Term]? {
    guard items[item].worth.points != nil || items[item].worth.deduction != nil else {
      report(
        .unsupportedCombination(
          source.text(draft.place), why: "本项没有可以扣的分值，不知道满扣时扣几分；另立一项写【分值：倒扣分…】", at: label(draft.place)))
      return nil
    }
    return each(draft, scale: .cap) { this, use in
      guard let rate = this.fullMark(of: use)?.reciprocal else { return nil }
      return use.fullDeduction == nil
        ? Curve([.init(start: nil, base: -1, perStep: rate)])
        : Curve([.init(start: nil, base: 0, perStep: -rate)])
    }
  }

  private mutating func fullMark(of use: EvidenceUse) -> Rational? {
    let mark = use.fullMark ?? use.fullDeduction ?? evidence[use.evidence].evidence.fullMark
    if mark == nil || mark?.signum != 1 {
      report(.missingFullMark(evidence[use.evidence].evidence.name, at: label(use.place)))
      return nil
    }
    return mark
  }

  // MARK: Terms

  /// One term for each evidence; `nil` where a curve cannot be made.
  private mutating func each(
    _ draft: ClauseDraft, perPeriod: Bool = false, scale: Term.Scale = .points,
    curve: (inout Draft, EvidenceUse) -> Curve?
  ) -> [Term]? {
    // Only forms with a requirement speak of several evidences without saying 各.
    guard perPeriod || isShared(draft) else { return nil }
    var terms: [Term] = []
    for use in draft.uses {
      guard let curve = curve(&self, use) else { return nil }
      var term = term(for: use, curve: curve)
      term.scale = scale
      if perPeriod { term.period = evidence[use.evidence].evidence.period }
      terms.append(term)
    }
    return terms
  }

  func term(for use: EvidenceUse, curve: Curve) -> Term {
    Term(.reported(reading(of: use)), curve: curve)
  }

  /// The rows of an evidence, with what counts as it and what is taken off.
  func reading(of use: EvidenceUse) -> Value.Reading {
    let known = evidence[use.evidence]
    var reading = Value.Reading(use.evidence, alsoCounted: known.alsoCounted)
    reading.loweredBy = known.loweredBy.map(\.evidence)
    if known.evidence.matterRule == .once { reading.rowCeiling = 1 }
    return reading
  }

  /// One term for all evidences together: whether any of them is so.
  private func join(_ draft: ClauseDraft, curve: Curve, scale: Term.Scale) -> [Term] {
    if draft.uses.count == 1 {
      var single = term(for: draft.uses[0], curve: curve)
      single.scale = scale
      return [single]
    }
    return [Term(.any(draft.uses.map(\.evidence)), curve: curve, scale: scale)]
  }
}

extension Term {
  fileprivate func bounded(_ least: Rational, _ greatest: Rational) -> Term {
    var bounded = self
    bounded.least = least
    bounded.greatest = greatest
    return bounded
  }
}

extension Requirement {
  init(_ syntax: RequirementSyntax) {
    // Against a figure of each unit what is asked is measured as the distance from it.
    self.init(direction: syntax.direction, value: syntax.quantity?.value ?? 0, unit: syntax.quantity?.unit)
  }
}

extension ScoringVerb {
  /// −1 for 扣, 1 for 得 and 加.
  var sign: Rational { self == .deduct ? -1 : 1 }
}
