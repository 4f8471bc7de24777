import ExactArithmetic
import RulebookSyntax
import RulebookText

extension Draft {
  /// Gives 其余 to the items it speaks of; which ones these are is not known where a heading is wrong.
  mutating func readGrants() {
    guard !hasHeadingErrors else { return }
    for (item, syntax, place) in grants {
      let targets =
        syntax.scope.isEmpty ? [item] : syntax.scope.compactMap { find($0, from: item, place: place) }
      for target in targets { grant(syntax.grant, to: target, place: place) }
    }
  }

  private mutating func grant(_ grant: OthersSyntax.Grant, to item: Int, place: TextRange) {
    if items[item].ownApplicability.isEveryone {
      return report(
        .misplacedDirective("其余", rule: "“\(items[item].path)”没有【适用：…】，适用于所有单位，没有其余的单位", at: label(place)))
    }
    switch grant {
    case .mean: items[item].others = .mean
    case .fullMark: items[item].others = .fullMark
    case .nothing: items[item].others = .nothing
    case .points(let points): items[item].others = .points(points)
    case .movedTo(let number):
      guard let target = sibling(number, of: item) else {
        return report(.unknownItem(number.text, at: label(place)))
      }
      items[item].others = .movedTo(target)
    }
  }

  private mutating func find(_ number: HeadingNumber, from item: Int, place: TextRange) -> Int? {
    if let found = items.nearest(number, from: item) { return found }
    report(.unknownItem(number.text, at: label(place)))
    return nil
  }

  private func sibling(_ number: HeadingNumber, of item: Int) -> Int? {
    items[item].parent.flatMap { items.child(number, of: $0) }.flatMap { $0 == item ? nil : $0 }
  }
}

extension [Item] {
  /// The item that a scope of 其余 means: a child of `item`, or of the nearest item around it that has such a child.
  func nearest(_ number: HeadingNumber, from item: Int) -> Int? {
    var current: Int? = item
    while let index = current {
      if let found = child(number, of: index) { return found }
      current = self[index].parent
    }
    return nil
  }

  /// The child with this number; a bare 2 also means 二、, （二） or （2）.
  func child(_ number: HeadingNumber, of item: Int) -> Int? {
    let numbered = self[item].children.filter { index in
      guard case .numbered(let mine) = self[index].kind else { return false }
      return mine.values == number.values
    }
    return numbered.first { index in
      if case .numbered(let mine) = self[index].kind { mine.style == number.style } else { false }
    } ?? (number.style == .arabic ? numbered.first : nil)
  }
}
