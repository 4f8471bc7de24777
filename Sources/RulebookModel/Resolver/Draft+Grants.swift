import ExactArithmetic
import RulebookSyntax
import RulebookText

extension Draft {
  /// Gives 其余 to the items it speaks of; which ones these are is not known where a heading is wrong.
  mutating func readGrants() {
    guard !hasHeadingErrors else { return }
    for (item, syntax, place) in grants {
      for target in targets(of: syntax.scope, from: item, place: place) {
        grant(syntax.grant, to: target, place: place)
      }
    }
  }

  private mutating func grant(_ grant: OthersSyntax.Grant, to item: Int, place: TextRange) {
    if items[item].ownApplicability.isEveryone {
      if hasUnreadApplicability { return }
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
        let known = items[item].parent.map { items.numbers(in: $0) } ?? ""
        return report(.unknownItem(number.text, known: known, at: label(place)))
      }
      items[item].others = .movedTo([target])
    case .spread:
      let siblings = items[item].parent.map { items[$0].children.filter { $0 != item } } ?? []
      let pointed = siblings.filter { items[$0].worth.points != nil }
      guard !pointed.isEmpty else {
        return report(.movedPoints("同级", why: "同级没有别的有分值的项", at: label(place)))
      }
      if let other = pointed.first(where: { !items[$0].ownApplicability.isEveryone }) {
        let why = "“\(items[other].path)”也有【适用：…】，两项都不适用的单位，分值计入哪一项说不清"
        return report(.movedPoints("同级", why: why, at: label(place)))
      }
      items[item].others = .movedTo(pointed)
    }
  }

  private mutating func targets(of scope: [HeadingNumber], from item: Int, place: TextRange) -> [Int] {
    guard !scope.isEmpty else { return [item] }
    let found = items.nearest(scope, from: item)
    for (number, target) in zip(scope, found) where target == nil {
      let siblings = found.compactMap { $0 }.first.flatMap { items[$0].parent }.map { items.numbers(in: $0) }
      report(.unknownItem(number.text, known: siblings ?? "", at: label(place)))
    }
    return found.compactMap { $0 }
  }

  private func sibling(_ number: HeadingNumber, of item: Int) -> Int? {
    items[item].parent.flatMap { items.child(number, of: $0) }.flatMap { $0 == item ? nil : $0 }
  }
}

extension [Item] {
  /// The items that a scope of 其余 means: children of `item`, or of the nearest item around it that has the first of
  /// them; `nil` for each that is not there.
  func nearest(_ numbers: [HeadingNumber], from item: Int) -> [Int?] {
    var current: Int? = item
    while let index = current {
      if let first = numbers.first, child(first, of: index) != nil {
        return numbers.map { child($0, of: index) }
      }
      current = self[index].parent
    }
    return numbers.map { _ in nil }
  }

  /// The numbers of the headings right below `item`: 1、2、3.
  func numbers(in item: Int) -> String {
    self[item].children.compactMap { index in
      if case .numbered(let number) = self[index].kind { number.text } else { nil }
    }.joined(separator: "、")
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
