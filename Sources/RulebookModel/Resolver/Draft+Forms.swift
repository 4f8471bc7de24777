import ExactArithmetic
import RulebookSyntax
import RulebookText

extension Draft {
  /// The form of a clause, or why its phrases say nothing together.
  func form(of draft: ClauseDraft) -> Result<SentenceForm, SentenceForm.Obstacle> {
    var phrases = draft.phrases.map { phrase -> PhraseSyntax in
      var counted = phrase
      counted.per = phrase.per ?? draft.uses.compactMap(\.per).first
      return counted.sided(by: requirement(of: draft))
    }
    // 依次类推 in a sentence of its own still speaks of the figures before it.
    if let last = phrases.indices.last { phrases[last].limits += draft.limits.filter { $0.kind == .series } }
    if case .failure(let obstacle) = shareOut(&phrases, among: draft.uses) { return .failure(obstacle) }
    let read = phrases
    let hasRequirement = draft.requirement != nil || draft.uses.contains { $0.requirement != nil }
    let isRelative = draft.uses.contains { self.isRelative($0) }
    if read.contains(where: \.speaksOfLevels), draft.uses.count == 1,
      evidence[draft.uses[0].evidence].evidence.needsLevel
    {
      return Result { () throws(SentenceForm.Obstacle) in .byLevel(try LevelForm(reading: read)) }
    }
    return Result { () throws(SentenceForm.Obstacle) in
      if let formula = try FormulaForm(reading: read) { return .formula(formula) }
      if isRelative { return .curve(try CurveForm(comparing: read, hasRequirement: hasRequirement)) }
      return try SentenceForm(
        reading: read, hasRequirement: hasRequirement, isRequirementInText: draft.requirement != nil)
    }
  }

  /// Whether what is measured, or what is asked, is another figure for each unit or each year (增幅, 至少目标).
  private func isRelative(_ use: EvidenceUse) -> Bool {
    if use.relation != nil { return true }
    if case .reference? = requirement(of: use)?.bound { return true }
    return false
  }

  /// What is asked of the evidence of a clause.
  private func requirement(of draft: ClauseDraft) -> RequirementSyntax? {
    if let stated = draft.requirement { return stated }
    for use in draft.uses {
      if let stated = requirement(of: use) { return stated }
    }
    return nil
  }

  /// The requirement of a bracket, or the one first stated for its evidence.
  func requirement(of use: EvidenceUse) -> RequirementSyntax? {
    use.requirement ?? evidence[use.evidence].requirement
  }

  // MARK: Kinds

  /// Gives every evidence its kind: the stated one, else that of the first form that uses it.
  mutating func inferKinds() {
    for index in clauseDrafts.indices {
      for use in clauseDrafts[index].uses where !takeStated(use) { clauseDrafts[index].isMismatched = true }
    }
    inferFormulaKinds()
    for index in clauseDrafts.indices {
      let read = form(of: clauseDrafts[index])
      clauseDrafts[index].form = read
      let draft = clauseDrafts[index]
      guard case .success(let form) = read else { continue }
      for use in draft.uses where !draft.isMismatched && !inferKind(of: use, form, draft) {
        clauseDrafts[index].isMismatched = true
      }
    }
  }

  /// Takes over what a bracket states; `false` where it contradicts one before, which is reported.
  mutating func takeStated(_ use: EvidenceUse) -> Bool {
    let index = use.evidence
    if let kind = use.kind {
      if evidence[index].hasStatedKind, evidence[index].evidence.kind != kind {
        report(
          .contradictoryParts(evidence[index].evidence.kind.rawValue, kind.rawValue, at: label(use.place)))
        return false
      }
      evidence[index].evidence.kind = kind
      evidence[index].hasStatedKind = true
    }
    if evidence[index].requirement == nil { evidence[index].requirement = use.requirement }
    guard takeLevels(use) else { return false }
    if let word = use.measureWord { evidence[index].evidence.measureWord = word }
    guard takePeriod(of: use) else { return false }
    if let combination = use.combination { evidence[index].evidence.combination = combination }
    if let rows = use.trimsFrom { evidence[index].evidence.trimsFrom = rows }
    if use.lowestFirst { evidence[index].evidence.isLowestFirst = true }
    if let mark = use.fullMark ?? use.fullDeduction { evidence[index].evidence.fullMark = mark }
    return true
  }

  /// Infers the kind, or checks the known one; `false` where the form cannot read it.
  private mutating func inferKind(of use: EvidenceUse, _ form: SentenceForm, _ draft: ClauseDraft) -> Bool {
    let index = use.evidence
    let unit = unit(of: form, use, draft)
    let allowed = form.kinds(unit: unit, use: use)
    if !evidence[index].hasStatedKind {
      if let unit, MeasureWords.ambiguous.contains(unit), allowed.contains(.count) {
        report(.kindNotStated(evidence[index].evidence.name, unit: unit, at: label(use.place)))
      } else if unit == nil, use.comparesWithFigure {
        report(.kindNotStated(evidence[index].evidence.name, at: label(use.place)))
      }
      evidence[index].evidence.kind = allowed.first ?? .yesNo
      evidence[index].hasStatedKind = true
    } else if !allowed.contains(evidence[index].evidence.kind),
      use.kind == nil || use.kind == evidence[index].evidence.kind
    {
      report(
        .kindMismatch(
          evidence[index].evidence.name, kind: evidence[index].evidence.kind.rawValue, words: form.canonical,
          needs: allowed.map(\.rawValue).joined(separator: "或"), at: label(use.place)))
      return false
    }
    if evidence[index].evidence.measureWord == nil, let unit, unit != "分" {
      evidence[index].evidence.measureWord = unit
    }
    settle(index, form)
    return true
  }

  /// The measure word of the phrase, the bracket or the requirement.
  private func unit(of form: SentenceForm, _ use: EvidenceUse, _ draft: ClauseDraft) -> String? {
    switch form {
    case .byLevel(let form): form.per?.unit
    case .perStep(_, _, let per), .shortfall(_, _, let per), .excess(_, _, let per): per.unit
    case .threshold, .zeroUnlessReached: use.requirement?.quantity?.unit ?? draft.requirement?.quantity?.unit
    case .discretion: draft.phrases.first?.per?.unit
    case .curve(let curve) where use.comparesShares(curve): use.measureWord
    case .curve(let curve) where use.measureWord == nil && !curve.speaksOfPlaces && use.relation == nil:
      use.requirement?.unit ?? draft.requirement?.unit ?? curve.unit
    default: use.measureWord
    }
  }

  /// What the form says of the evidence besides its kind.
  private mutating func settle(_ index: Int, _ form: SentenceForm) {
    settleCombination(index)
    if form.isConversion, evidence[index].evidence.kind == .score, evidence[index].evidence.fullMark == nil {
      evidence[index].evidence.fullMark = head.fullMark
    }
    switch form {
    case .discretion(_, let least, let greatest):
      evidence[index].evidence.leastAmount = least
      evidence[index].evidence.greatestAmount = greatest
    case .awardLessDiscretion(let points): evidence[index].evidence.greatestAmount = points
    default: break
    }
    if form.needsReason { evidence[index].evidence.needsReason = true }
  }

  /// How rows of its kind come together where no bracket says so.
  mutating func settleCombination(_ index: Int) {
    guard evidence[index].evidence.combination == .single else { return }
    switch evidence[index].evidence.kind {
    case .count, .amount: evidence[index].evidence.combination = .sum
    case .yesNo: evidence[index].evidence.combination = .maximum
    case .measurement, .percentage, .completion, .score, .money, .place, .grade: break
    }
  }

  // MARK: Clauses

  /// Reads each clause: its form, its terms, the item it moves.
  mutating func readClauses() {
    clauses.reserveCapacity(clauseDrafts.count)
    loweredClauses.reserveCapacity(clauseDrafts.count)
    for draft in clauseDrafts {
      let first = clauses.count
      defer { loweredClauses.append(first..<clauses.count) }
      guard !draft.isMismatched else { continue }
      switch draft.form ?? form(of: draft) {
      case .success(let form): readClause(draft, form)
      case .failure(let obstacle):
        report(
          .unsupportedCombination(source.text(draft.place), why: obstacle.why, at: label(draft.place)))
      }
    }
  }

  /// Gives every evidence the units it is for and the offices that assess it.
  mutating func settleEvidence() {
    reportUnstatedLevels()
    let rulebook = rulebook
    var scopes = [[Applicability]](repeating: [], count: evidence.count)
    for clause in clauses {
      for index in rulebook.evidenceBehind(clause.terms.map(\.value)) + clause.terms.flatMap(\.waivers) {
        scopes[index].append(clause.applicability)
      }
    }
    for case .evidence(let index) in outcomes.ties.map(\.basis) { scopes[index].append(.everyone) }
    for rule in outcomes.rules {
      for index in rulebook.evidenceBehind(rule.values) { scopes[index].append(rule.applicability) }
    }
    for index in evidence.indices { settleEvidence(index, readFor: scopes[index]) }
    if !hasHeadingErrors { reportUnassessed() }
  }

  private mutating func readClause(_ draft: ClauseDraft, _ form: SentenceForm) {
    guard let item = draft.formula?.movesTotal == true ? 0 : items.scoringItem(of: draft.item) else {
      if !hasHeadingErrors, pointless.insert(draft.item).inserted {
        report(.clauseWithoutItem(at: label(draft.place)))
      }
      return
    }
    if let unused = draft.requirement ?? draft.uses.compactMap(\.requirement).first, !form.readsRequirement {
      let words = source.text(unused.range)
      return report(
        .unsupportedCombination(words, why: "“\(form.canonical)”用不上这个要求", at: label(unused.range)))
    }
    guard comparesAsSaid(draft), let lowered = clauses(of: form, draft, item: item) else { return }
    if draft.formula == nil { noteVerb(form, draft, item: item) }
    noteLevels(of: form, draft)
    checkGrouping(of: draft, lowered)
    reportSecondLimits(draft)
    let sentence = sentences[draft.firstSentence...draft.lastSentence].map { $0.text(in: source) }.joined()
    for part in lowered {
      var clause = Clause(
        home: draft.item, item: item, effect: part.effect, terms: part.terms, least: part.least,
        greatest: part.greatest,
        sentence: sentence, place: draft.place, canonical: form.canonical)
      clause.applicability = draft.uses.map(\.applicability).reduce(
        items[item == 0 ? 0 : draft.item].applicability
      ) {
        $0.and($1)
      }
      if form == .conversion, items[item].isDeductionOnly { clause.effect = .deducts }
      for limit in limits(of: draft, form) where lowered.count == 1 || limit.concerns(part.effect) {
        apply(limit, to: &clause)
      }
      if part.isUnlimited { dropBound(of: clause) }
      items[item].clauses.append(clauses.count)
      clauses.append(clause)
    }
  }

  /// 分组 and 不分组 stand where units are compared.
  private mutating func checkGrouping(of draft: ClauseDraft, _ lowered: [LoweredClause]) {
    guard lowered.flatMap(\.terms).allSatisfy({ $0.value.population == nil }) else { return }
    for use in draft.uses where use.grouping != nil {
      report(.groupingWithoutEffect(evidence[use.evidence].evidence.name, at: label(use.place)))
    }
  }

  /// 最多扣3分，最多扣2分: which of them holds is not known.
  private mutating func reportSecondLimits(_ draft: ClauseDraft) {
    for limits in draft.phrases.map(\.limits) + [draft.limits] {
      for (index, limit) in limits.enumerated() {
        guard let first = limits[..<index].first(where: limit.contradicts) else { continue }
        report(
          .secondLimit(
            source.text(limit.range), first: source.text(first.range), at: label(limit.range),
            other: label(first.range)))
      }
    }
  }

  /// The limits of a clause; a curve has taken up those that bound what it comes to.
  private func limits(of draft: ClauseDraft, _ form: SentenceForm) -> [LimitSyntax] {
    let limits = draft.phrases.flatMap(\.limits) + draft.limits
    if draft.formula != nil { return limits.map { $0.ofFormula(source) } }
    guard case .curve(let curve) = form else { return limits }
    return limits.filter { !curve.takesUp($0) }
  }

  /// One evidence cannot fill the points of an item in one clause and take from them in another; what does both is one
  /// clause, a curve. What is added goes on top.
  private mutating func noteVerb(_ form: SentenceForm, _ draft: ClauseDraft, item: Int) {
    for use in draft.uses {
      switch form.effect {
      case .earns: earningUses.insert(number(of: use, in: item))
      case .deducts where form.takesAway: takingUses.insert(number(of: use, in: item))
      // What is so cannot be rewarded and punished at once: the other bracket speaks of what is not so.
      case .adds where evidence[use.evidence].evidence.kind == .yesNo:
        earningUses.insert(number(of: use, in: item))
      case .adds, .deducts, .keeps, .zeroesItem: break
      }
      let isMixed =
        earningUses.contains(number(of: use, in: item)) && takingUses.contains(number(of: use, in: item))
      if isMixed { report(.mixedVerbs(evidence[use.evidence].evidence.name, at: label(draft.place))) }
    }
  }

  /// One number for evidence and the item it moves.
  private func number(of use: EvidenceUse, in item: Int) -> Int { use.evidence * items.count + item }

  private mutating func apply(_ limit: LimitSyntax, to clause: inout Clause) {
    switch limit.kind {
    case .atMost(let stated, let figure):
      let verb = stated ?? clause.effect.verb
      if limit.boundsItem {
        limitItem(clause.item, verb, figure, isFinal: false)
      } else if verb == .deduct {
        clause.least = -figure
      } else {
        clause.greatest = figure
      }
    case .atMostEither(let figure):
      if clause.effect == .adds {
        clause.greatest = figure
      } else if clause.effect == .deducts {
        clause.least = -figure
      }
    case .series: break
    case .untilExhausted: clause.isExhausting = true
    case .untilTaken(let figure): limitItem(clause.item, .deduct, figure, isFinal: true)
    case .unlimited(let stated): if stated == nil || stated == clause.effect.verb { dropBound(of: clause) }
    }
  }

  /// 不封顶: the item ends where what its clause adds or takes ends.
  private mutating func dropBound(of clause: Clause) {
    if clause.effect == .adds {
      items[clause.item].statedCeiling = .some(nil)
    } else {
      asides[clause.item].floorLimits.append(.none)
    }
  }

  private mutating func limitItem(_ item: Int, _ verb: ScoringVerb, _ figure: Rational, isFinal: Bool) {
    let points = items[item].worth.points ?? 0
    switch verb {
    case .deduct: asides[item].floorLimits.append(isFinal ? .taken(figure) : .atMost(figure))
    case .add: items[item].statedCeiling = .some(points + figure)
    case .earn: items[item].statedCeiling = .some(figure)
    }
  }

  /// `scopes`: the units that the clauses which read it are for.
  private mutating func settleEvidence(_ index: Int, readFor scopes: [Applicability]) {
    let used = evidence[index].items
    let scopes = scopes.isEmpty ? used.map { items[$0].applicability } : scopes
    evidence[index].evidence.applicability = scopes.reduce(.nobody) { $0.or($1) }
    evidence[index].evidence.assessors = used.flatMap { items[$0].assessors }.reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// Says once for each heading below which nobody assesses that its evidence has no assessor.
  private mutating func reportUnassessed() {
    var isAssessed = items.map { !$0.assessors.isEmpty }
    for index in items.indices.reversed() where isAssessed[index] {
      if let parent = items[index].parent { isAssessed[parent] = true }
    }
    var unassessed: [(heading: Int, evidence: [Int])] = []
    for index in evidence.indices
    where evidence[index].evidence.assessors.isEmpty && evidence[index].definition == nil {
      guard var heading = evidence[index].items.first else { continue }
      while let parent = items[heading].parent, parent != 0, !isAssessed[parent] { heading = parent }
      if unassessed.last?.heading != heading { unassessed.append((heading, [])) }
      unassessed[unassessed.count - 1].evidence.append(index)
    }
    for (heading, found) in unassessed {
      let first = evidence[found[0]].evidence
      report(
        .missingAssessor(
          first.name, others: found.count - 1, below: items[heading].path, at: label(first.place)))
    }
  }
}

extension PhraseSyntax {
  /// The same phrase with 每差 as 每少, or where what is asked is a bound from above, and something is taken, as 每超.
  fileprivate func sided(by requirement: RequirementSyntax?) -> PhraseSyntax {
    guard per?.direction == .away else { return self }
    var sided = self
    let isBeyond = effect.verb == .deduct && !(requirement?.wantsMore ?? true)
    sided.per?.direction = isBeyond ? .beyond : .short
    return sided
  }
}

extension LimitSyntax {
  /// 最高分7分 in a sentence of its own behind a formula bounds the formula; 本项最高 bounds the item.
  fileprivate func ofFormula(_ source: SourceText) -> LimitSyntax {
    var limit = self
    limit.boundsItem = boundsItem && source.text(range).hasPrefix("本项")
    return limit
  }
}

extension Rulebook {
  /// All evidence that values are read from, what is worked out and what it is made of.
  fileprivate func evidenceBehind(_ values: [Value]) -> [Int] {
    values.flatMap { value -> [Int] in
      let read = value.readEvidence
      // Nearly all is reported, and nothing stands behind it.
      if read.allSatisfy({ evidence[$0].definition == nil }) { return read }
      return read + reportedEvidence(of: value) + definedEvidence(of: value)
    }
  }
}
