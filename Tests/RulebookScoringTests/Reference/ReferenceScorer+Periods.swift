import ExactArithmetic
import RulebookSyntax

/// 按月考核: each period is a year of its own, in which only its rows happened.
extension ReferenceScorer {
  /// Whether an item around this one is scored by periods.
  func isInPeriodic(_ index: Int) -> Bool {
    guard let parent = placed[index].parent else { return false }
    return placed[parent].item.periodic != nil || isInPeriodic(parent)
  }

  /// Scores an item of 按月考核 and everything in it.
  func foldPeriods(_ index: Int, _ scores: inout Scores) {
    guard let periodic = placed[index].item.periodic else { return }
    let periods = (0..<periodic.period.count).map { period in
      ReferenceScorer(
        rulebook.only(placed[index].item.title), year(in: period, of: index, periodic)
      ).scores()
    }
    let inside = placed.indices.filter { $0 == index || isInside($0, of: index) }
    for item in inside {
      for unit in year.units.indices {
        let counted = periods.indices.filter { isCounted($0, unit, index, periodic) }
        let figures = counted.compactMap { periods[$0]?[item][unit] }
        guard !figures.isEmpty, figures.count == counted.count else { continue }
        scores[item][unit] = settled(fold(figures, periodic.fold), item: item, of: index)
      }
    }
  }

  private func settled(_ score: Extent, item: Int, of outer: Int) -> Extent {
    let spec = placed[outer].item
    guard item == outer else { return score }
    let bounded =
      spec.periodic?.fold == .sum
      ? score.clamped(to: Extent(0, spec.worth.points)) : score
    return rounded(bounded, spec)
  }

  private func fold(_ figures: [Extent], _ fold: PeriodFold) -> Extent {
    switch fold {
    case .sum: return .sum(figures)
    case .mean: return Extent.sum(figures).rising { $0.divided(by: Rational(figures.count)) ?? 0 }
    case .last: return figures[figures.count - 1]
    case .greatest:
      return figures.dropFirst().reduce(figures[0]) { best, next in
        Extent(
          [best.low, next.low].compactMap { $0 }.max(),
          best.high.flatMap { high in next.high.map { max(high, $0) } })
      }
    }
  }

  private func isInside(_ inner: Int, of outer: Int) -> Bool {
    placed[inner].parent.map { $0 == outer || isInside($0, of: outer) } ?? false
  }

  private func isCounted(_ period: Int, _ unit: Int, _ index: Int, _ periodic: SpecPeriodic) -> Bool {
    !year.exemptions.contains { exemption in
      exemption.unit == unit && title(ofFact: exemption.fact) == placed[index].item.title
        && (exemption.month - 1) * periodic.period.count / 12 == period
    }
  }

  private func title(ofFact name: String) -> String? { uses[name]?.periodic?.title }

  /// The year of which only one period is left; an office has reported what it said something of.
  private func year(in period: Int, of index: Int, _ periodic: SpecPeriodic) -> SpecYear {
    let title = placed[index].item.title
    func isIn(_ month: Int) -> Bool { (month - 1) * periodic.period.count / 12 == period }
    var part = year
    part.rows = year.rows.filter { self.title(ofFact: $0.fact) == title && isIn($0.month) }
    let exempting = year.exemptions.filter { self.title(ofFact: $0.fact) == title && isIn($0.month) }
    part.exemptions = []
    part.reported = year.reported.intersection(part.rows.map(\.office) + exempting.map(\.office))
    return part
  }
}

extension SpecRulebook {
  /// The same rulebook, of which only one item scores, read as if each of its periods were a year; nothing is rounded
  /// before the end of it.
  fileprivate func only(_ title: String) -> SpecRulebook {
    var plain = self
    plain.rounding = nil
    plain.items = items.map { item in
      guard item.title == title else { return item.emptied }
      var plain = item
      if let most = item.periodic?.most { (plain.worth.points, plain.ceiling) = (most, most) }
      plain.periodic = nil
      plain.others = .nothing
      return plain
    }
    return plain
  }
}

extension SpecItem {
  /// Without anything that scores.
  fileprivate var emptied: SpecItem {
    var item = self
    (item.clauses, item.scope, item.others) = ([], .everyone, .nothing)
    item.children = children.map(\.emptied)
    return item
  }
}
