import ExactArithmetic
import RulebookSyntax
import RulebookText

/// Formulas: what their brackets and names mean, and what comes out of them.
extension Draft {
  /// Takes up a piece that belongs to a formula; `false` where it belongs to none.
  mutating func takeUp(
    _ piece: Sentence.Piece, _ open: inout FormulaDraft?, _ waiting: inout [EvidenceUse], sentence index: Int
  ) -> Bool {
    switch piece {
    case .formula(let words):
      guard let syntax = words.formula else { break }
      var formula = FormulaDraft(syntax, item: sentences[index].item)
      if syntax.target == .evidence { formula.defined = waiting.popLast() }
      open = formula
    case .annotation(let annotation):
      if case .formula(let syntax, let limits) = annotation.content {
        bracketFormula(syntax, limits, &waiting, sentence: index)
        return true
      }
      guard let formula = open, formula.syntax.range.start < annotation.range.start,
        annotation.range.end <= formula.syntax.range.end
      else { return false }
      guard let operand = operand(annotation, sentence: index) else {
        open = nil
        return true
      }
      open?.operands.append(operand)
    case .text, .consequence, .outcome, .unreadable: return false
    }
    if let complete = open, complete.isComplete {
      open = nil
      finish(complete, phrases: [], limits: [], sentence: index)
    }
    return true
  }

  // MARK: Operands

  /// What a bracket of a formula means; `nil` where it cannot be computed with, which is reported.
  private mutating func operand(_ annotation: Annotation, sentence: Int) -> FormulaDraft.Operand? {
    guard case .evidence(let syntax) = annotation.content else {
      if case .score(let word) = annotation.content {
        report(.formulaOperand(word.rawValue, why: "总得分和本项得分写在等号前面", at: label(annotation.range)))
      }
      return nil
    }
    if case .again(let name) = syntax.reference, let item = scoreNames[FoldedName(name.text)] {
      return .score(item: item, place: name.range)
    }
    let uses = uses(of: syntax, place: annotation.range, item: sentences[sentence].item, sentence: sentence)
    guard var use = uses.first else { return nil }
    guard uses.count == 1, let rule = unusable(use, syntax) else {
      if !use.rule.isEmpty, use.kind == nil { use.kind = .score }
      guard uses.count == 1 else {
        report(
          .formulaOperand(
            source.text(annotation.range), why: "这里有\(uses.count)个证据，不知道用哪一个", at: label(annotation.range)))
        return nil
      }
      return .evidence(use)
    }
    report(.formulaOperand(source.text(rule), why: "式子只用证据的数，办法写在式子里", at: label(rule)))
    return nil
  }

  /// A part that says more of the evidence than what it is.
  private func unusable(_ use: EvidenceUse, _ syntax: EvidenceSyntax) -> TextRange? {
    syntax.parts.first { part in
      switch part.content {
      case .kind, .fullMark, .combination, .trimmedMean, .measureWord, .statistic, .appliesTo, .groupedBy,
        .ungrouped:
        false
      case .phrase(let rule): !rule.isAsReported
      case .period(let period): period != .year
      case .requirement, .fullDeduction, .stepRule, .per, .missingCount, .standsUnlessRecorded, .countsAs,
        .relation, .lowestFirst, .countsFromBottom, .grades, .levels, .matters, .lowers, .waives, .scoredAs,
        .doubled, .outcome, .candidates, .quotaRounding:
        true
      }
    }?.range
  }

  /// 【得分=…】: names are those of evidence, which then waits for nothing more.
  private mutating func bracketFormula(
    _ syntax: FormulaSyntax, _ limits: [ConsequenceSyntax], _ waiting: inout [EvidenceUse], sentence: Int
  ) {
    var formula = FormulaDraft(syntax, item: sentences[sentence].item)
    // The name is known from here on, whatever is wrong with its formula.
    if case .named(let name) = syntax.target {
      formula.defined = use(named: name, item: formula.item, sentence: sentence)
    }
    for case .name(let name) in syntax.steps {
      guard let operand = operand(named: name, among: waiting, sentence: sentence) else {
        waiting = []
        return
      }
      formula.operands.append(operand)
    }
    let used = Set(formula.uses.map(\.evidence) + (formula.defined.map { [$0.evidence] } ?? []))
    waiting.removeAll { used.contains($0.evidence) }
    finish(
      formula, phrases: limits.flatMap(\.phrases), limits: limits.flatMap(\.limits), sentence: sentence)
  }

  private mutating func operand(
    named name: NameSyntax, among waiting: [EvidenceUse], sentence: Int
  ) -> FormulaDraft.Operand? {
    if let item = scoreNames[FoldedName(name.text)] { return .score(item: item, place: name.range) }
    var (words, statistic) = (name, ReferenceWord?.none)
    if evidenceByName[name.text] == nil {
      for word in ReferenceWord.allCases where name.text.hasSuffix("的" + word.rawValue) {
        words.text = String(name.text.dropLast(word.rawValue.count + 1))
        statistic = word
      }
    }
    guard let index = evidenceByName[words.text] else {
      reportUnknownEvidence(words)
      return nil
    }
    var use =
      waiting.last { $0.evidence == index }
      ?? use(named: words, item: sentences[sentence].item, sentence: sentence)
    use.statistic = statistic
    return .evidence(use)
  }

  private mutating func use(named name: NameSyntax, item: Int, sentence: Int) -> EvidenceUse {
    let index: Int
    if let known = evidenceByName[name.text] {
      index = known
      if !evidence[index].items.contains(item) { evidence[index].items.append(item) }
    } else {
      index = self.named(name, item: item)
    }
    return EvidenceUse(
      evidence: index, item: item, sentence: sentence, place: name.range, namePlace: name.range)
  }

  // MARK: What comes out

  private mutating func finish(
    _ formula: FormulaDraft, phrases: [PhraseSyntax], limits: [LimitSyntax], sentence: Int
  ) {
    switch formula.syntax.target {
    case .evidence, .named: define(formula)
    case .points, .score:
      guard !formula.operands.isEmpty else {
        return report(.unreadableFormula("式子里没有一个注记过的量", at: label(formula.syntax.range)))
      }
      let phrase = PhraseSyntax(
        condition: formula.syntax.isRest ? .otherwise : nil, per: nil, effect: .formula(formula.syntax),
        limits: [],
        range: formula.syntax.range)
      if formula.syntax.isRest { return goOn(with: formula, phrase, sentence: sentence) }
      var clause = ClauseDraft(
        uses: formula.uses, phrases: [phrase] + phrases, limits: limits, item: formula.item,
        firstSentence: sentence,
        lastSentence: sentence, place: formula.syntax.range)
      clause.formula = formula
      clauseDrafts.append(clause)
    }
  }

  private mutating func define(_ formula: FormulaDraft) {
    guard let defined = formula.defined else { return }
    let index = defined.evidence
    if let known = evidence[index].definition {
      return report(
        .definedTwice(
          evidence[index].evidence.name, at: label(formula.syntax.range), first: label(known.syntax.range)))
    }
    evidence[index].definition = formula
  }

  /// 排名第一的得15分；否则，得分=…: the formula counts where the award before it does not.
  private mutating func goOn(with formula: FormulaDraft, _ phrase: PhraseSyntax, sentence: Int) {
    guard let last = clauseDrafts.indices.last, clauseDrafts[last].item == formula.item,
      clauseDrafts[last].uses.count == 1, clauseDrafts[last].formula == nil
    else {
      return report(
        .unsupportedCombination(
          source.text(formula.syntax.range), why: "“否则”前面没有一条只看一个证据的得分", at: label(formula.syntax.range)))
    }
    var rest = formula
    rest.subject = clauseDrafts[last].uses[0]
    clauseDrafts[last].formula = rest
    clauseDrafts[last].uses += formula.uses
    clauseDrafts[last].phrases.append(phrase)
    clauseDrafts[last].lastSentence = sentence
  }

  // MARK: Kinds

  /// What evidence that formulas compute with is: stated, since a formula does not tell 0.95 from 95%.
  mutating func inferFormulaKinds() {
    for index in evidence.indices {
      guard let formula = evidence[index].definition else { continue }
      for use in formula.uses + (formula.defined.map { [$0] } ?? []) { _ = takeStated(use) }
      if !evidence[index].hasStatedKind, formula.endsInPercent {
        evidence[index].evidence.kind = .percentage
        evidence[index].hasStatedKind = true
      }
    }
    let uses =
      evidence.compactMap(\.definition).flatMap(\.uses) + clauseDrafts.compactMap(\.formula).flatMap(\.uses)
    for use in uses { inferFormulaKind(of: use) }
  }

  private mutating func inferFormulaKind(of use: EvidenceUse) {
    let index = use.evidence
    guard !evidence[index].hasStatedKind, evidence[index].definition == nil else {
      return settleCombination(index)
    }
    evidence[index].hasStatedKind = true
    evidence[index].evidence.kind = evidence[index].evidence.fullMark == nil ? .measurement : .score
    if evidence[index].evidence.fullMark == nil {
      report(.formulaKindNotStated(evidence[index].evidence.name, at: label(use.place)))
    }
  }
}

extension ConsequenceSyntax {
  /// 据实得分 and nothing else.
  fileprivate var isAsReported: Bool {
    guard phrases.count == 1, limits.isEmpty, requirement == nil else { return false }
    return phrases[0].effect == .asReported(.earn)
  }
}
