import ExactArithmetic
import RulebookSyntax
import RulebookText

extension Checks {
  /// K0502: what can be taken off once each does not add up to more than may be taken off.
  static func caps(_ rulebook: Rulebook, without idle: Chosen) -> [Diagnostic] {
    rulebook.items.indices.compactMap { index in
      guard rulebook.items[index].hasWorth, let room = rulebook.room(of: index) else { return nil }
      let item = rulebook.items[index]
      let children = item.children.filter(rulebook.items.hasScore)
      var sum = Amount.zero
      for clause in item.clauses where !idle.contains(clause) && rulebook.clauses[clause].effect == .deducts {
        sum = sum + rulebook.singleLoss(of: rulebook.clauses[clause])
      }
      for child in children {
        sum = sum + rulebook.items[child].contribution(of: -(rulebook.items[child].low ?? .zero))
      }
      if sum.isUniform, room.isUniform, sum.base <= room.base { return nil }
      let excess = UnitKinds(of: [sum, room], where: item.applicability, in: rulebook).first { kind in
        let (taken, cap) = (sum.value(for: kind), room.value(for: kind))
        // Where nothing at all can be taken off, that is told of the first clause.
        return taken > cap && !cap.isZero ? [taken, cap] : nil
      }
      guard let excess, let taken = excess.found.first, let cap = excess.found.last else { return nil }
      return .capTooSmall(
        taken.shown, cap: cap.shown, of: children.isEmpty ? "逐条" : "下级", forUnits: excess.units,
        at: rulebook.label(item.place), source: rulebook.label(item.worthPlace, "上限\(cap.shown)分"))
    }
  }

  /// K0503: clauses that never move a score, with their indices.
  static func idleClauses(_ rulebook: Rulebook) -> [(clause: Int, diagnostic: Diagnostic)] {
    let single = rulebook.clauses.indices.compactMap { index -> (clause: Int, diagnostic: Diagnostic)? in
      let clause = rulebook.clauses[index]
      return rulebook.idleness(of: clause).map {
        (index, .deductionNeverBites($0, at: rulebook.label(clause.place)))
      }
    }
    return single
      + rulebook.items.indices.flatMap { rulebook.clausesWithoutRoom(in: $0, besides: single.map(\.clause)) }
  }
}

extension Rulebook {
  /// How far the score of an item can be taken down by what is compared with it; `nil` where there is no bound, or
  /// where an item with children has no cap of its own.
  fileprivate func room(of index: Int) -> Amount? {
    let item = items[index]
    if item.children.contains(where: items.hasScore) {
      guard item.statedFloor == nil else { return nil }
      return item.worth.deduction.map { Amount($0) }
    }
    guard let low = item.low else { return nil }
    var room = item.start + -low
    for clause in item.clauses
    where clauses[clause].effect != .deducts && clauses[clause].effect != .zeroesItem {
      guard let award = greatestAward(of: clauses[clause]) else { return nil }
      room = room + award
    }
    return room
  }

  /// Why a clause is worth nothing whatever happens; `nil` where it is worth something.
  fileprivate func idleness(of clause: Clause) -> String? {
    if clause.effect == .earns, items[clause.item].isDeductionOnly {
      return "“\(items[clause.item].path)”只倒扣，最高0分，得分加不上去"
    }
    if clause.effect == .deducts ? clause.least?.isZero ?? false : clause.greatest?.isZero ?? false {
      return "限度是0分，“\(clause.canonical)”不会改变得分"
    }
    guard clause.terms.allSatisfy({ span(of: $0).isNothing }) else { return nil }
    return "无论报送多少，“\(clause.canonical)”都是0分"
  }

  /// The deductions of an item that starts where it ends: told once, where the first one stands.
  fileprivate func clausesWithoutRoom(
    in index: Int, besides known: [Int]
  ) -> [(clause: Int, diagnostic: Diagnostic)] {
    guard let low = items[index].low, items[index].start == low,
      items[index].clauses.allSatisfy({ clauses[$0].effect == .deducts }),
      !items[index].children.contains(where: items.hasScore)
    else { return [] }
    let item = items[index]
    let silent = item.clauses.filter { !known.contains($0) }
    guard let first = silent.first else { return [] }
    let why = "“\(item.path)”从\(item.start.base.shown)分起，最低也是\(low.base.shown)分，没有可扣的分"
    let told = Diagnostic.deductionNeverBites(why, at: label(clauses[first].place))
    return [(first, told)]
  }
}
