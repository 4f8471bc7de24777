import ExactArithmetic
import RulebookSyntax
import RulebookText

/// 权重 and 得分名: how the score of one item counts in another.
extension Draft {
  /// 得分名: formulas may use the score of `item` by this name.
  mutating func nameScore(of item: Int, _ name: NameSyntax) {
    let key = FoldedName(name.text)
    if let known = scoreNames[key] {
      return report(.definedTwice(name.text, at: label(name.range), first: label(items[known].place)))
    }
    guard item != 0 else {
      return report(.misplacedDirective("得分名", rule: "“得分名”写在有分值的标题那一行", at: label(name.range)))
    }
    scoreNames[key] = item
  }

  /// Gives items their weights; those around one item are said of all of them and make a whole.
  mutating func readWeights() {
    guard !hasHeadingErrors, !weights.isEmpty else { return }
    var places: [Int: TextRange] = [:]
    for (item, target, share) in weights {
      guard let found = weighedItem(target, from: item) else {
        report(.unknownItem(target.text, known: siblingNames(from: item), at: label(target.range)))
        continue
      }
      if let first = places[found] {
        report(.repeatedDirective("权重", at: label(target.range), first: label(first)))
        continue
      }
      places[found] = target.range
      items[found].weight = share
    }
    let parents = Set(places.keys.compactMap { items[$0].parent })
    for parent in parents.sorted() { checkWeights(in: parent, places) }
  }

  private mutating func checkWeights(in parent: Int, _ places: [Int: TextRange]) {
    let siblings = items[parent].children.filter { items.hasScore($0) && items[$0].worth.points != nil }
    let open = siblings.filter { items[$0].weight == nil }
    let labels = siblings.compactMap { places[$0] }.sorted { $0.start < $1.start }.map { label($0) }
    guard let first = labels.first else { return }
    let sum = siblings.compactMap { items[$0].weight }.reduce(0, +)
    guard sum != 1 || !open.isEmpty else { return }
    report(
      .itemWeights(
        sum: sum.shown, without: open.map { items[$0].path }, at: first, others: Array(labels.dropFirst())))
  }

  /// The item that a weight is said of: by its number, its title or the name of its score, the nearest first.
  private func weighedItem(_ target: NameSyntax, from item: Int) -> Int? {
    if let named = scoreNames[FoldedName(target.text)] { return named }
    var cursor = Cursor(source.bytes, target.range)
    if let number = cursor.pathStep(), cursor.isAtEnd, let found = items.nearest([number], from: item).first {
      return found
    }
    let wanted = FoldedName(target.text)
    let titled = items.indices.dropFirst().filter {
      FoldedName(items[$0].title) == wanted || FoldedName(items[$0].path) == wanted
    }
    var current: Int? = item
    while let index = current {
      if let child = items[index].children.first(where: titled.contains) { return child }
      current = items[index].parent
    }
    return titled.count == 1 ? titled.first : nil
  }

  private func siblingNames(from item: Int) -> String {
    let children =
      items[item].children.isEmpty ? items[items[item].parent ?? 0].children : items[item].children
    return children.map { items[$0].title.isEmpty ? items[$0].path : items[$0].title }.joined(separator: "、")
  }

  // MARK: Formulas of scores

  /// A formula that says what becomes of the scores in an item stands for all of them.
  mutating func checkComputedItems() {
    let rulebook = rulebook
    for index in items.indices {
      let terms = items[index].clauses.flatMap { clauses[$0].terms }
      let used = Set(terms.flatMap { rulebook.scoredItems(of: $0.value) })
      if used.contains(where: { isWithin($0, index) }) { items[index].isComputed = true }
      guard items[index].isComputed, let clause = items[index].clauses.first else { continue }
      let left = items[index].children.filter { child in
        items.hasScore(child) && !used.contains { $0 == child || isWithin($0, child) }
      }
      guard !left.isEmpty else { continue }
      report(
        .scoresLeftOut(
          left.map { items[$0].path }, of: items[index].path, at: label(clauses[clause].place),
          items: left.prefix(3).map { label(items[$0].place) }))
    }
  }

  private func isWithin(_ inner: Int, _ outer: Int) -> Bool {
    var current = items[inner].parent
    while let index = current {
      if index == outer { return true }
      current = items[index].parent
    }
    return false
  }
}
