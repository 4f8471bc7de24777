import RulebookSyntax
import RulebookText

extension Draft {
  /// Reads 适用: attributes with 非, joined by 且 and 或; everyone where it cannot be read, which is reported.
  mutating func applicability(_ words: TextRange) -> Applicability {
    var cursor = Cursor(source.bytes, words)
    var alternatives: [[AttributeTest]] = [[]]
    while true {
      guard let test = attributeTest(&cursor) else { return .everyone }
      alternatives[alternatives.count - 1].append(test)
      if cursor.isAtEnd { return Applicability(alternatives: alternatives) }
      if cursor.eat("或") {
        alternatives.append([])
      } else if !cursor.eat("且") {
        reportUnknownAttribute(cursor)
        return .everyone
      }
    }
  }

  /// Reads [非]A or A为V, or reports what is unknown.
  private mutating func attributeTest(_ cursor: inout Cursor) -> AttributeTest? {
    let isNegated = cursor.eat("非")
    let start = cursor
    guard let attribute = longest(attributes.map(\.name), at: &cursor) else {
      reportUnknownAttribute(start)
      return nil
    }
    let known = attributes[attribute]
    if known.isYesNo { return AttributeTest(attribute: attribute, answer: 1, isNegated: isNegated) }
    guard cursor.eat("为"), let value = longest(known.values, at: &cursor) else {
      report(.attributeValue(known.name, values: known.values, at: label(start.rest)))
      return nil
    }
    return AttributeTest(attribute: attribute, answer: value, isNegated: isNegated)
  }

  /// The attribute that 分组 names; `nil` where there is none, which is reported.
  mutating func groupingAttribute(_ name: NameSyntax) -> Int? {
    if let found = attributes.firstIndex(where: { FoldedName($0.name) == FoldedName(name.text) }) {
      return found
    }
    let near = suggestion(for: name.text) { $0.attributes.map(\.name) }
    report(.unknownAttribute(name.text, near: near, at: label(name.range)))
    return nil
  }

  /// The attribute within whose answers the units of a clause are compared.
  mutating func group(of use: EvidenceUse) -> Int? {
    switch use.grouping {
    case .by(let name)?: groupingAttribute(name)
    case Grouping.none?: nil
    case nil: head.group
    }
  }

  /// The longest of `names` that comes next.
  func longest(_ names: [String], at cursor: inout Cursor) -> Int? {
    var best: (index: Int, cursor: Cursor)?
    for (index, name) in names.enumerated() {
      var copy = cursor
      if copy.eat(word: name), copy.position > best?.cursor.position ?? cursor.position {
        best = (index, copy)
      }
    }
    guard let best else { return nil }
    cursor = best.cursor
    return best.index
  }

  private mutating func reportUnknownAttribute(_ cursor: Cursor) {
    var end = cursor
    while let scalar = end.peek(), scalar != "且", scalar != "或" { end.advance() }
    let range = TextRange(cursor.start, max(end.position, cursor.start))
    let name = FoldedText.text(source.bytes, range)
    report(
      .unknownAttribute(
        name, near: suggestion(for: name) { $0.attributes.map(\.name) }, at: label(range)))
  }
}

extension Draft {
  /// `；疑为“…”` or `；相近的有…`, to go behind a rule; empty where nothing is near.
  ///
  /// Looking through all names takes a while, so only the first unknown names of a rulebook get suggestions: time stays
  /// in proportion to its length however many of its names are unknown.
  mutating func suggestion(for name: String, among names: (Draft) -> [String]) -> String {
    guard suggestionsLeft > 0 else { return "" }
    suggestionsLeft -= 1
    return switch NearName.nearest(to: name, among: names(self)) {
    case .sure(let found, let reason): "；疑为“\(found)”（\(reason)）"
    case .similar(let found): "；相近的有" + found.map { "“\($0)”" }.joined(separator: "、")
    case .none: ""
    }
  }
}
