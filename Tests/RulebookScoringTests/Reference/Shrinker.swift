/// Makes a failing case smaller while it keeps failing in the same way.
enum Shrinker {
  /// The smallest case found, and what is wrong with it.
  static func shrunk(_ generated: GeneratedCase, _ finding: Finding, tries: Int = 600) -> (
    GeneratedCase, Finding
  ) {
    var best = (generated, finding)
    var left = tries
    var isSmaller = true
    while isSmaller, left > 0 {
      isSmaller = false
      for candidate in candidates(for: best.0) where left > 0 {
        left -= 1
        guard let found = Comparison.finding(in: candidate), found.isLike(finding) else { continue }
        best = (candidate, found)
        isSmaller = true
        break
      }
    }
    return best
  }

  /// A report of a failing case: its seed, what is wrong, and the smallest text and evidence that show it.
  static func report(seed: UInt64, _ generated: GeneratedCase, _ finding: Finding) -> String {
    let (smallest, found) = shrunk(generated, finding)
    let rows = smallest.year.rows.map { row in
      "\(smallest.year.units[row.unit].name) \(row.fact) \(row.value) \(row.month)月 \(smallest.rulebook.offices[row.office])"
    }
    let units = smallest.year.units.map { "\($0.name)\($0.answers)" }
    let reported = smallest.year.reported.sorted().map { smallest.rulebook.offices[$0] }
    return """
      种子\(seed)，\(found.kind)
      \(found.text)
      \(RulebookRenderer.text(of: smallest.rulebook))单位：\(units.joined(separator: " "))
      已报：\(reported.joined(separator: " "))
      \(rows.joined(separator: "\n"))
      """
  }

  private static func candidates(for generated: GeneratedCase) -> [GeneratedCase] {
    var candidates: [GeneratedCase] = []
    for items in smallerLists(generated.rulebook.items) {
      var smaller = generated
      smaller.rulebook.items = items
      candidates.append(smaller.tidied)
    }
    for unit in generated.year.units.indices where generated.year.units.count > 1 {
      candidates.append(generated.without(unit: unit))
    }
    for row in generated.year.rows.indices {
      var smaller = generated
      smaller.year.rows.remove(at: row)
      candidates.append(smaller)
    }
    if generated.rulebook.look != 0 || generated.usesFiles {
      var plainer = generated
      plainer.rulebook.look = 0
      candidates.append(plainer)
      plainer.usesFiles = false
      candidates.append(plainer)
    }
    for office in generated.rulebook.offices.indices where !generated.year.reported.contains(office) {
      var fuller = generated
      fuller.year.reported.insert(office)
      candidates.append(fuller)
    }
    if generated.rulebook.rounding != nil {
      var plainer = generated
      plainer.rulebook.rounding = nil
      candidates.append(plainer)
    }
    return candidates
  }

  /// The list with one item gone, replaced by what is in it, or smaller.
  private static func smallerLists(_ items: [SpecItem]) -> [[SpecItem]] {
    var lists: [[SpecItem]] = []
    for index in items.indices {
      var without = items.map(\.withoutMoves)
      without.remove(at: index)
      if !without.isEmpty { lists.append(without) }
      for child in items[index].children {
        var lifted = child.withoutMoves
        lifted.heading = .numbered
        lifted.worth.isInherited = false
        if lifted.offices.isEmpty { lifted.offices = items[index].offices }
        var replaced = items.map(\.withoutMoves)
        replaced[index] = lifted
        lists.append(replaced)
      }
      for smaller in smallerItems(items[index]) {
        var replaced = items
        replaced[index] = smaller
        lists.append(replaced)
      }
    }
    return lists
  }

  private static func smallerItems(_ item: SpecItem) -> [SpecItem] {
    var smaller: [SpecItem] = []
    for index in item.clauses.indices {
      var without = item
      without.clauses.remove(at: index)
      smaller.append(without)
      var unlimited = item
      unlimited.clauses[index].limit = nil
      if item.clauses[index].limit != nil { smaller.append(unlimited) }
    }
    if item.places != nil {
      var exact = item
      exact.places = nil
      smaller.append(exact)
    }
    if !item.scope.isEveryone {
      var open = item
      open.scope = .everyone
      smaller.append(open)
    }
    if item.children.count == 1, item.clauses.isEmpty { smaller.append(item.flattened) }
    smaller += smallerLists(item.children).map { children in
      var changed = item
      changed.children = children
      return changed
    }
    if !item.children.isEmpty, item.children.allSatisfy({ !$0.hasScore }) {
      var without = item
      without.children = []
      without.clauses += item.children.flatMap(\.clauses)
      smaller.append(without)
    }
    return smaller
  }
}

extension SpecItem {
  fileprivate var withoutMoves: SpecItem {
    var item = self
    if case .movedTo = others { item.others = .nothing }
    return item
  }

  /// With its only child's clauses as its own.
  fileprivate var flattened: SpecItem {
    var item = self
    item.clauses = children.flatMap(\.clauses)
    item.children = children.flatMap(\.children)
    return item
  }
}

extension GeneratedCase {
  fileprivate func without(unit: Int) -> GeneratedCase {
    var smaller = self
    smaller.year.units.remove(at: unit)
    smaller.year.rows = year.rows.filter { $0.unit != unit }.map { row in
      var moved = row
      if row.unit > unit { moved.unit -= 1 }
      return moved
    }
    smaller.year.exemptions = year.exemptions.filter { $0.unit != unit }.map { exemption in
      var moved = exemption
      if exemption.unit > unit { moved.unit -= 1 }
      return moved
    }
    return smaller
  }
}
