import ExactArithmetic
import RulebookSyntax
import RulebookText

extension Draft {
  /// Works out what each item is worth: its full mark, where it starts, and how far its score can go.
  ///
  /// A leaf is worth [0, P], [−C, 0] or [0, B]. An item with scoring children starts at 0 and has the sums of their
  /// bounds, unless it states its own. Bonuses with a limit raise the upper bound; 不封顶 drops the lower one.
  mutating func settleBounds() {
    movePoints()
    for index in items.indices.reversed() {
      settleClauses(of: index)
      let children = items[index].children.filter { items.hasScore($0) }
      if items[index].isComputed {
        settleComputed(index)
      } else if children.isEmpty {
        settleLeaf(index)
      } else {
        settleInner(index, children)
      }
      raiseForBonuses(index)
      if let stated = items[index].statedCeiling { items[index].high = stated.map { Amount($0) } }
      if let stated = items[index].statedFloor { items[index].low = stated.map { Amount($0) } }
      settleStart(index, isLeaf: children.isEmpty)
      settleFloor(index)
      settlePeriods(of: index, isLeaf: children.isEmpty)
      exhaust(index)
    }
  }

  /// 分值计入: the points of an item that does not apply go to siblings.
  private mutating func movePoints() {
    for index in items.indices {
      guard case .movedTo(let targets) = items[index].others, let points = items[index].worth.points,
        let share = points.divided(by: Rational(targets.count))
      else { continue }
      for target in targets { move(share, from: index, to: target) }
    }
  }

  private mutating func move(_ points: Rational, from index: Int, to target: Int) {
    guard items[target].worth.points != nil, !items[target].children.contains(where: { items.hasScore($0) })
    else { return report(.movedPoints(items[target].path, at: label(items[index].place))) }
    // For everyone, less where the item applies: cheaper than asking where it does not.
    let moved = Amount(points) + -Amount(points).only(where: items[index].ownApplicability)
    items[target].fullMark = items[target].fullMark + moved
  }

  private mutating func settleLeaf(_ index: Int) {
    let worth = items[index].worth
    let points = worth.points ?? worth.bonus ?? startAlone(of: index) ?? 0
    items[index].fullMark = Amount(points) + items[index].fullMark
    items[index].low = Amount(-(worth.deduction ?? 0))
    let bonus = worth.points == nil ? 0 : worth.bonus ?? 0
    items[index].high = items[index].fullMark + Amount(bonus)
  }

  /// 起评：100分 of an item that says nothing else of its worth, which it then is.
  private func startAlone(of index: Int) -> Rational? {
    let item = items[index]
    guard item.worth == WorthSyntax(), item.statedCeiling == nil, item.statedFloor == nil else { return nil }
    return item.statedStart?.points
  }

  /// What a formula makes of the items inside is bounded by the item's own points alone.
  private mutating func settleComputed(_ index: Int) {
    items[index].fullMark = Amount(items[index].worth.points ?? 0)
    items[index].low = items[index].worth.points.map { _ in .zero }
    items[index].high = items[index].worth.points.map { Amount($0 + (items[index].worth.bonus ?? 0)) }
  }

  private mutating func settleInner(_ index: Int, _ children: [Int]) {
    let worth = items[index].worth
    items[index].fullMark = children.filter { !items[$0].isBonusOnly }
      .map { share($0, of: items[$0].fullMark) }.reduce(.zero, +)
    items[index].low =
      worth.deduction.map { Amount(-$0) } ?? sum(children.map { floor(of: $0) })
    items[index].high = sum(children.map { share($0, of: items[$0].high) })
    if let bonus = worth.bonus { items[index].high = Amount(worth.points ?? 0) + Amount(bonus) }
    if items[index].isDeductionOnly { items[index].high = .zero }
  }

  /// 不封顶 and 本项最多扣 move the item's own floor; the items around it keep theirs.
  private mutating func settleFloor(_ index: Int) {
    asides[index].floor = items[index].low
    guard items[index].statedFloor == nil else { return }
    for limit in asides[index].floorLimits {
      switch limit {
      case .none: items[index].low = nil
      case .taken(let figure): items[index].low = items[index].start + Amount(-figure)
      case .atMost(let figure):
        let limited = items[index].start + Amount(-figure)
        if let low = items[index].low, low.isUniform, limited.isUniform, low.base >= limited.base { continue }
        items[index].low = limited
      }
    }
  }

  /// 扣完为止 keeps a clause from taking more than the points of its item; where they differ from unit to unit, the
  /// item's own bounds do.
  private mutating func exhaust(_ index: Int) {
    guard items[index].worth.points != nil, items[index].fullMark.isUniform else { return }
    let points =
      items[index].periodic.flatMap { $0.fold == .sum ? $0.syntax.most : nil } ?? items[index].fullMark.base
    for clause in items[index].clauses where clauses[clause].isExhausting {
      clauses[clause].least = max(clauses[clause].least ?? -points, -points)
    }
  }

  private func share(_ child: Int, of amount: Amount) -> Amount { items[child].contribution(of: amount) }

  private func share(_ child: Int, of amount: Amount?) -> Amount? { amount.map { share(child, of: $0) } }

  /// How far a child can go down for the item around it; what 其余 grants is no floor for others to stand on.
  private func floor(of child: Int) -> Amount? {
    asides[child].floor.map { floor in
      if case .points = items[child].others {
        return items[child].weighed(floor).only(where: items[child].ownApplicability)
      }
      return share(child, of: floor)
    }
  }

  private func sum(_ amounts: [Amount?]) -> Amount? {
    amounts.reduce(Amount.zero) { total, next in
      guard let total, let next else { return nil }
      return total + next
    }
  }

  private mutating func raiseForBonuses(_ index: Int) {
    var isTold = false
    for clause in items[index].clauses.map({ clauses[$0] }) where clause.effect == .adds {
      if items[index].worth.bonus != nil || items[index].statedCeiling != nil { continue }
      guard let limit = clause.greatest else {
        if !isTold { report(.unboundedBonus(at: label(clause.place))) }
        isTold = true
        continue
      }
      items[index].high = items[index].high.map { $0 + Amount(limit) }
    }
  }

  // MARK: Start

  /// 得N分，否则酌情扣分 awards where other clauses award, and deducts from the full mark elsewhere.
  private mutating func settleClauses(of index: Int) {
    let mine = items[index].clauses
    let awards = mine.contains { clauses[$0].effect == .earns }
    for clause in mine where clauses[clause].effect == .keeps {
      clauses[clause].effect = awards ? .earns : .deducts
      guard !awards else { continue }
      clauses[clause].terms = clauses[clause].terms.map { $0.lowered() }
    }
  }

  private mutating func settleStart(_ index: Int, isLeaf: Bool) {
    let effects = items[index].clauses.map { clauses[$0].effect }
    let awards = effects.contains(.earns)
    let deducts = effects.contains(.deducts) || effects.contains(.zeroesItem)
    if let stated = items[index].statedStart {
      switch stated {
      case .fullMark: items[index].start = items[index].fullMark
      case .points(let points): items[index].start = Amount(points)
      }
      return
    }
    guard isLeaf, items[index].worth.points != nil else { return }
    if awards, effects.contains(.deducts) {
      if !hasMixedVerbs(index) { report(.missingStart(at: label(items[index].place))) }
    } else if deducts, !awards {
      items[index].start = items[index].fullMark
    }
  }
}

extension Draft {
  /// Whether a clause of the item has been told to mix 得 with 扣 on one evidence.
  private func hasMixedVerbs(_ item: Int) -> Bool {
    let places = items[item].clauses.map { clauses[$0].place }
    return diagnostics.contains { $0.code == .mixedVerbs && places.contains($0.primary.range) }
  }
}

extension [Item] {
  /// Whether an item or anything in it has a worth.
  public func hasScore(_ item: Int) -> Bool {
    self[item].hasWorth || self[item].isComputed || self[item].children.contains { hasScore($0) }
  }

  /// The item whose score the sentences of `home` move: itself, or the nearest around it that has a worth.
  func scoringItem(of home: Int) -> Int? {
    var current: Int? = home
    while let index = current {
      if self[index].hasWorth { return index }
      current = self[index].parent
    }
    return nil
  }
}

extension Item {
  /// What it brings to the item around it of an amount of its own: for every unit where those outside 适用 get
  /// something too, else for the units it applies to.
  func contribution(of amount: Amount) -> Amount {
    let share = weighed(amount)
    switch others {
    case .mean, .fullMark: return share
    case .points(let points):
      let granted = weighed(Amount(points))
      return granted + (share + -granted).only(where: ownApplicability)
    case .nothing, .movedTo: return share.only(where: ownApplicability)
    }
  }

  /// The share of an amount that counts in the item around it.
  func weighed(_ amount: Amount) -> Amount { weight.map { amount * $0 } ?? amount }
}

extension Term {
  /// The same term counted from above: N − v becomes −v.
  fileprivate func lowered() -> Term {
    var lowered = self
    guard let top = greatest else { return self }
    lowered.curve.pieces = curve.pieces.map { piece in
      var piece = piece
      piece.base -= top
      return piece
    }
    lowered.least = least.map { $0 - top }
    lowered.greatest = 0
    return lowered
  }
}
