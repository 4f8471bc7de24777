import ExactArithmetic
public import RulebookSyntax
import RulebookText

/// Formulas as values, and the clauses that give their results as points.
extension Draft {
  /// The clause of a formula with the awards that stand in its place; `nil` where something is missing, which is
  /// reported.
  mutating func clauses(of form: FormulaForm, _ draft: ClauseDraft, item: Int) -> [LoweredClause]? {
    guard let syntax = draft.formula, var formula = formula(syntax) else { return nil }
    if !form.exceptions.isEmpty {
      guard let found = exception(form.exceptions, draft, syntax) else { return nil }
      formula.exception = found
    }
    let term = Term(.formula(formula), curve: .line(form.verb.sign))
    var clause = LoweredClause(effect: Clause.Effect(form.verb), terms: [term])
    if case .points = syntax.syntax.target {
      if form.verb == .deduct { clause.greatest = 0 } else { clause.least = 0 }
    } else {
      items[item].isComputed = true
    }
    return [clause]
  }

  /// Where the formula does not count, and what is awarded there.
  private mutating func exception(
    _ awards: [CurveForm.Award], _ draft: ClauseDraft, _ formula: FormulaDraft
  ) -> Formula.Exception? {
    let single = Set(formula.uses.map(\.evidence)).count == 1 ? formula.uses.first : nil
    guard let use = formula.subject ?? single else {
      report(
        .unsupportedCombination(
          source.text(draft.place), why: "式子里有几个证据，不知道旁边的条件说的是哪一个", at: label(draft.place)))
      return nil
    }
    var alone = draft
    (alone.uses, alone.formula) = ([use], nil)
    var marks = CurveForm()
    marks.awards = awards.map { CurveForm.Award(condition: $0.condition, points: 1) }
    guard let holds = clauses(of: marks, alone)?.first?.terms.first else { return nil }
    marks.awards = awards
    guard let worth = clauses(of: marks, alone)?.first?.terms.first?.curve else { return nil }
    return Formula.Exception(value: holds.value, holds: holds.curve, worth: worth)
  }

  // MARK: Values

  /// A formula as a value; `nil` where something in it cannot be computed with, which is reported.
  mutating func formula(_ draft: FormulaDraft) -> Formula? {
    var operands = draft.operands[...]
    var steps: [Formula.Step] = []
    for step in draft.syntax.steps {
      switch step {
      case .number(let number, let isPercent): steps.append(.number(number, isPercent: isPercent))
      case .operation(let operation): steps.append(.operation(operation))
      case .itemPoints:
        guard let value = pointsValue(draft) else { return nil }
        steps.append(.operand(value, isPercent: false))
      case .bracket, .name:
        guard let operand = operands.popFirst(), let step = self.step(of: operand, in: draft) else {
          return nil
        }
        steps.append(step)
      }
    }
    return Formula(steps)
  }

  private mutating func pointsValue(_ draft: FormulaDraft) -> Value? {
    guard let item = items.scoringItem(of: draft.item), items[item].worth.points != nil else {
      report(.formulaOperand("分值", why: "这里没有带分值的标题", at: label(draft.syntax.range)))
      return nil
    }
    return .fullMark(item: item)
  }

  private mutating func step(of operand: FormulaDraft.Operand, in draft: FormulaDraft) -> Formula.Step? {
    switch operand {
    case .score(let item, _): return .operand(.score(item: item), isPercent: false)
    case .evidence(let use):
      guard canBeOneFigure(use) else { return nil }
      let reading = Value.Reading(use.evidence, alsoCounted: evidence[use.evidence].alsoCounted)
      var value = Value.reported(reading)
      if let word = use.statistic {
        value = figure(word, of: value, use, in: draft)
      }
      return .operand(value, isPercent: evidence[use.evidence].evidence.kind.isInPercent)
    }
  }

  /// 最高 among the units, or the unit's own 目标.
  private mutating func figure(
    _ word: ReferenceWord, of value: Value, _ use: EvidenceUse, in draft: FormulaDraft
  ) -> Value {
    guard let statistic = word.statistic else {
      return reference(word == .target ? .target : .lastYear, of: use)
    }
    let population = Value.Population(
      items[draft.item].applicability.and(use.applicability), group: group(of: use))
    return .statistic(statistic, of: value, among: population)
  }

  /// Whether the evidence has one figure for the year; what is measured in each period has several.
  private mutating func canBeOneFigure(_ use: EvidenceUse) -> Bool {
    let known = evidence[use.evidence].evidence
    guard known.period != .year, !known.kind.isZeroWhenAbsent else { return true }
    report(
      .formulaOperand(
        known.name, why: "“\(known.name)”\(known.period.rawValue)各有一个数，不知道式子用哪一个", at: label(use.place)))
    return false
  }

  // MARK: Definitions

  /// Gives evidence that is worked out its formula; circles are reported.
  mutating func readDefinitions() {
    for index in evidence.indices {
      guard let draft = evidence[index].definition else { continue }
      if !evidence[index].hasStatedKind { evidence[index].evidence.kind = .measurement }
      guard evidence[index].evidence.period == .year else {
        report(
          .formulaOperand(
            evidence[index].evidence.period.rawValue, why: "算出来的数还不能分期", at: label(draft.syntax.range)))
        continue
      }
      guard var formula = formula(draft) else { continue }
      if evidence[index].evidence.kind.isInPercent, draft.endsInPercent {
        // 现成数÷总数×100 says how many percent it is, as ×100% does.
        formula.steps[formula.steps.count - 2] = .number(1, isPercent: true)
      }
      evidence[index].evidence.definition = formula
    }
    refuseCircles()
  }

  /// Definitions that need themselves are reported once and taken back, as are chains too long to be meant.
  private mutating func refuseCircles() {
    var depths: [Int: Int] = [:]
    for start in evidence.indices where evidence[start].evidence.definition != nil {
      var path: [Int] = []
      var open: [(index: Int, isDone: Bool)] = [(start, false)]
      while let (index, isDone) = open.popLast() {
        let parts = definedParts(of: index)
        if isDone {
          path.removeLast()
          depths[index] = 1 + (parts.compactMap { depths[$0] }.max() ?? 0)
        } else if let first = path.firstIndex(of: index) {
          return reportCircle(path[first...].map { $0 })
        } else if depths[index] == nil {
          path.append(index)
          open.append((index, true))
          open += parts.map { ($0, false) }
        }
      }
    }
    if let deep = depths.filter({ $0.value > Limits.definitionDepth }).keys.min() {
      report(
        .overLimit("一层套一层的式子", limit: "\(Limits.definitionDepth)层", at: label(evidence[deep].evidence.place)))
      for index in evidence.indices { evidence[index].evidence.definition = nil }
    }
  }

  private func definedParts(of index: Int) -> [Int] {
    (evidence[index].evidence.definition?.operands ?? []).flatMap(\.readEvidence)
      .filter { evidence[$0].evidence.definition != nil }
  }

  private mutating func reportCircle(_ indices: [Int]) {
    guard let first = indices.first else { return }
    let place = evidence[first].definition?.syntax.range ?? evidence[first].evidence.place
    report(.formulaCircle(indices.map { evidence[$0].evidence.name }, at: label(place)))
    for index in evidence.indices { evidence[index].evidence.definition = nil }
  }
}

extension EvidenceKind {
  /// Whether its quantities are percentages.
  public var isInPercent: Bool { self == .percentage || self == .completion }
}
