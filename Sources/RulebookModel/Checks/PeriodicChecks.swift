import ExactArithmetic
import RulebookSyntax
import RulebookText

extension Checks {
  /// K0520: under 取合计 the most that each period can give adds up to the points of the item.
  static func periodSums(_ rulebook: Rulebook) -> [Diagnostic] {
    rulebook.items.compactMap { item in
      guard let periodic = item.periodic, periodic.fold == .sum, let most = periodic.syntax.most,
        let points = item.worth.points
      else { return nil }
      let sum = most * Rational(periodic.period.count)
      guard sum != points else { return nil }
      return .periodsSum(
        sum.shown, each: most.shown, count: periodic.period.count, points: points.shown,
        at: rulebook.label(periodic.place))
    }
  }

  /// K0521: what an item starts from is not what its children start from as well.
  static func starts(_ rulebook: Rulebook) -> [Diagnostic] {
    rulebook.items.compactMap { item in
      guard case .points(let start)? = item.statedStart, start.signum > 0 else { return nil }
      let children = rulebook.fullStarts(of: item)
      guard children.signum > 0 else { return nil }
      return .startCountedTwice(start.shown, children: children.shown, at: rulebook.label(item.place))
    }
  }
}

extension Rulebook {
  /// What the items in an item start from because their clauses deduct.
  fileprivate func fullStarts(of item: Item) -> Rational {
    item.children.map { child in
      items[child].statedStart == nil ? items[child].scoredStart.base + fullStarts(of: items[child]) : 0
    }.reduce(0, +)
  }
}
