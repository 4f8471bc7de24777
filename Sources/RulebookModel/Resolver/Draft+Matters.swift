import ExactArithmetic
import RulebookSyntax
import RulebookText

/// 就高, 同一事项取最高, 同一事项计一次: of the rows of one matter only one counts.
extension Draft {
  /// Makes the groups of rows that compete, and lets the terms read what is left of them.
  mutating func readMatters() {
    let ruled = evidence.indices.filter { evidence[$0].evidence.matterRule != nil }
    let readers = ruled.isEmpty ? [] : readers
    for index in ruled {
      compete(in: terms(in: readers[index]) { _, term in term.competing == index })
    }
    let outer = items.indices.filter { items[$0].countsHighestPerMatter }
    let inside = clausesInside(outer)
    for item in outer { compete(within: item, clauses: inside[item]) }
  }

  /// The clauses that stand in each of these items, in order; none for others.
  private func clausesInside(_ chosen: [Int]) -> [[Int]] {
    guard !chosen.isEmpty else { return [] }
    let isChosen = Chosen(chosen)
    var inside = [[Int]](repeating: [], count: items.count)
    for clause in clauses.indices {
      var around: Int? = clauses[clause].home
      while let item = around {
        if isChosen.contains(item) { inside[item].append(clause) }
        around = items[item].parent
      }
    }
    return inside
  }

  private mutating func compete(within item: Int, clauses chosen: [Int]) {
    let place = items[item].place
    var around = items[item].parent
    while let outer = around {
      if items[outer].countsHighestPerMatter {
        return report(.changesNothing("就高", why: "“\(items[outer].path)”已经写了，这里不用再写", at: label(place)))
      }
      around = items[outer].parent
    }
    let inside = terms(in: chosen) { clause, _ in clause.effect != .zeroesItem }
    let competing = inside.filter { isCompeting(clauses[$0.clause].terms[$0.term]) }
    guard !competing.isEmpty else {
      if !hasErrors {
        report(.changesNothing("就高", why: "本项里没有按件计分的话", at: label(place)))
      }
      return
    }
    let known = evidence.map(\.evidence)
    for (clause, term) in inside where !isCompeting(clauses[clause].terms[term]) {
      let reads = clauses[clause].terms[term]
      guard reads.countsEvents(among: known) else { continue }
      return report(
        .unsupportedCombination(
          clauses[clause].sentence, why: "本项就高，这一句看不出每一件值几分", at: label(clauses[clause].place)))
    }
    compete(in: competing)
  }

  /// Whether each row of a term has a worth of its own: so much for each, or once for all.
  private func isCompeting(_ term: Term) -> Bool {
    guard let index = term.competing, term.scale == .points else { return false }
    let known = evidence[index].evidence
    guard known.kind.isZeroWhenAbsent, known.period == .year || term.period == .year else { return false }
    return term.curve.isPlainSlope || term.curve.isOccurrence
  }

  private mutating func compete(in terms: [(clause: Int, term: Int)]) {
    guard !terms.isEmpty else { return }
    var members: [MatterGroup.Member] = []
    for (clause, index) in terms {
      guard case .reported(var reading) = clauses[clause].terms[index].value else { continue }
      let term = clauses[clause].terms[index]
      members.append(
        MatterGroup.Member(
          evidence: reading.evidence, rowCeiling: reading.rowCeiling, weights: reading.weights,
          curve: term.curve, factor: term.factor,
          deducts: clauses[clause].effect == .deducts || term.curve.isDeduction))
      evidence[reading.evidence].evidence.needsMatter = true
      reading.matterGroup = matterGroups.count
      clauses[clause].terms[index].value = .reported(reading)
    }
    matterGroups.append(MatterGroup(members))
  }
}

extension Term {
  /// The evidence whose rows it reads one by one.
  fileprivate var competing: Int? {
    guard case .reported(let reading) = value, reading.alsoCounted.isEmpty, reading.loweredBy.isEmpty else {
      return nil
    }
    return reading.evidence
  }

  /// Whether it reads events and is worth nothing without them.
  fileprivate func countsEvents(among evidence: [Evidence]) -> Bool {
    curve.worth(of: 0).isZero && value.evidence.contains { evidence[$0].kind.isZeroWhenAbsent }
  }
}

extension Curve {
  /// So many points once there is anything.
  fileprivate var isOccurrence: Bool {
    pieces.count == 2 && pieces.allSatisfy(\.isConstant) && pieces[0].base.isZero
      && pieces[1].start?.isZero ?? false
  }
}
