import ExactArithmetic
import RulebookSyntax
import RulebookText

extension Checks {
  /// K0501: the points of an item's children add up to its own, for every kind of unit; the items where not. Where
  /// 【缺】 says that some of them were never issued, they may be less.
  ///
  /// Where a child's own sum is wrong, the item is right if the child's children would make it right.
  static func childrenSums(_ rulebook: Rulebook) -> [(item: Int, diagnostic: Diagnostic)] {
    var wrong = Chosen()
    var found: [(item: Int, diagnostic: Diagnostic)] = []
    for index in rulebook.items.indices.reversed() {
      guard !rulebook.items[index].isComputed, let declared = rulebook.items[index].worth.points,
        rulebook.hasPointedChildren(index),
        let deviation = rulebook.deviation(of: index, from: declared, trusting: Chosen()),
        rulebook.deviation(of: index, from: declared, trusting: wrong) != nil
      else { continue }
      wrong.insert(index)
      found.append(
        (
          index,
          .childrenSum(
            deviation.found.shown, declared: declared.shown, forUnits: deviation.units,
            at: rulebook.label(rulebook.items[index].worthPlace), children: rulebook.pointLabels(of: index))
        ))
    }
    return found
  }

  /// K0507: the points of the headings add up to 总分.
  static func totals(_ rulebook: Rulebook, _ tree: SyntaxTree, wrongSums: [Int]) -> [Diagnostic] {
    guard !rulebook.items[0].isComputed, let total = rulebook.total, let place = tree.totalPlace,
      let deviation = rulebook.deviation(of: 0, from: total, trusting: Chosen()),
      rulebook.deviation(of: 0, from: total, trusting: Chosen(wrongSums)) != nil
    else { return [] }
    return [
      .totalDiffers(
        deviation.found.shown, declared: total.shown, forUnits: deviation.units, at: rulebook.label(place),
        parts: rulebook.pointLabels(of: 0))
    ]
  }
}

extension Rulebook {
  func label(_ range: TextRange, _ text: String = "") -> Label {
    Label(file: source.name, range: range, text: text)
  }

  /// Whether some child, or something in a child that is only a group, has points.
  fileprivate func hasPointedChildren(_ item: Int) -> Bool {
    items[item].children.contains { items[$0].worth.points != nil || isGroup($0) && hasPointedChildren($0) }
  }

  private func isGroup(_ item: Int) -> Bool {
    items[item].worth.deduction == nil && items[item].worth.bonus == nil
  }

  /// The first kind of unit for which the children's points are not `declared`; `trusting` names the items whose
  /// children are believed rather than their own figure.
  fileprivate func deviation(
    of item: Int, from declared: Rational, trusting: Chosen
  ) -> (found: Rational, units: String)? {
    let sum = childrenPoints(of: item, trusting: trusting)
    let mayBeLess = items[item].lacksHeadings
    if sum.isUniform, sum.base == declared { return nil }
    return UnitKinds(of: [sum], where: items[item].applicability, in: self).first { kind in
      let points = sum.value(for: kind)
      return points == declared || mayBeLess && points < declared ? nil : points
    }
  }

  private func childrenPoints(of item: Int, trusting: Chosen) -> Amount {
    items[item].children.map { items[$0].points(points(of: $0, trusting: trusting)) }.reduce(.zero, +)
  }

  /// The points of an item without 倒扣 and 加分; those of its children where it is only a group.
  private func points(of item: Int, trusting: Chosen) -> Amount {
    guard let declared = items[item].worth.points, !trusting.contains(item) else {
      return isGroup(item) || trusting.contains(item) ? childrenPoints(of: item, trusting: trusting) : .zero
    }
    return hasPointedChildren(item) ? Amount(declared) : items[item].fullMark
  }

  /// The figures below an item that make up its points.
  fileprivate func pointLabels(of item: Int) -> [Label] {
    items[item].children.flatMap { child -> [Label] in
      guard let points = items[child].worth.points else {
        return isGroup(child) ? pointLabels(of: child) : []
      }
      return [label(items[child].worthPlace, "这里\(points.shown)分")]
    }
  }
}

extension Item {
  /// What its points bring to the item around it: a unit that gets N分 outright still has them.
  fileprivate func points(_ amount: Amount) -> Amount {
    if case .points = others { weighed(amount) } else { contribution(of: amount) }
  }
}

extension SyntaxTree {
  /// Where 总分 stands.
  fileprivate var totalPlace: TextRange? {
    for segment in lines.lazy.flatMap(\.segments) {
      if case .annotation(let annotation) = segment, case .directive(.total) = annotation.content {
        return annotation.range
      }
    }
    return nil
  }
}
