import RulebookSyntax
import RulebookText

/// The order in which items can be worked out, where formulas compute with the scores of others.
extension Draft {
  /// Puts every item behind those whose scores it is made of; circles are reported.
  mutating func orderItems() {
    let rulebook = rulebook
    let needs = items.indices.map { index in
      items[index].children
        + items[index].clauses.flatMap { clauses[$0].terms }.flatMap { rulebook.scoredItems(of: $0.value) }
    }
    var isDone = items.map { _ in false }
    var path: [Int] = []
    var open: [(item: Int, isLeft: Bool)] = [(0, false)]
    while let (item, isLeft) = open.popLast() {
      if isLeft {
        path.removeLast()
        isDone[item] = true
        order.append(item)
      } else if let first = path.firstIndex(of: item) {
        return reportItemCircle(path[first...].map { $0 })
      } else if !isDone[item] {
        path.append(item)
        open.append((item, true))
        open += needs[item].map { ($0, false) }
      }
    }
  }

  private mutating func reportItemCircle(_ circle: [Int]) {
    guard let item = circle.last else { return }
    let names = circle.map { items[$0].path.isEmpty ? "总得分" : items[$0].path }
    report(
      .formulaCircle(
        names, at: label(items[item].clauses.first.map { clauses[$0].place } ?? items[item].place)))
  }
}
