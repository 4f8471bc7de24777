import RulebookModel
import RulebookSyntax
import RulebookText

/// What of an old rulebook is what of a new one: sentences by their words, items by their titles and what stands in
/// them, clauses by their sentences, evidence and offices by their names.
struct Pairing: Sendable {
  /// New items by old ones.
  private(set) var items: [Int: Int] = [0: 0]
  /// New passages by old ones; headings are left out, they are items.
  private(set) var passages: [Int: Int] = [:]
  /// New clauses by old ones.
  private(set) var clauses: [Int: Int] = [:]
  /// New evidence by old evidence.
  private(set) var evidence: [Int: Int] = [:]
  /// New offices by old ones.
  private(set) var offices: [Int: Int] = [:]
  /// New items without a number that stand in another place among those they stood with before.
  private(set) var reorderedItems: Set<Int> = []

  /// Pairs two rulebooks.
  init(_ old: RulebookText, _ new: RulebookText) {
    pairPassages(old.passages, new.passages)
    pairItems(old, new)
    findReorderedItems(old.rulebook.items, new.rulebook.items)
    pairClauses(old, new)
    pairNames(old, new)
  }
}

/// A rulebook with its official text.
struct RulebookText: Sendable {
  let rulebook: Rulebook
  let passages: [Passage]

  init(_ rulebook: Rulebook, _ tree: SyntaxTree) {
    self.rulebook = rulebook
    passages = Resolver.passages(of: tree)
  }

  /// The passage in which something that begins at `offset` stands, or behind which it stands.
  func passage(at offset: Int) -> Int? { passages.lastIndex { $0.range.start <= offset } }

  /// The names of the evidence in a passage, in order.
  func names(in passage: Passage) -> [String] {
    passage.annotations.flatMap { annotation -> [String] in
      guard case .evidence(let evidence) = annotation.content, case .named(let names) = evidence.reference
      else { return [] }
      return names.map(\.text)
    }
  }
}

extension Pairing {
  private mutating func pairPassages(_ old: [Passage], _ new: [Passage]) {
    let (left, right) = (
      old.indices.filter { old[$0].role != .heading }, new.indices.filter { new[$0].role != .heading }
    )
    let pairs = Self.pairs(
      left.map { ComparedText.words(old[$0].text) }, right.map { ComparedText.words(new[$0].text) })
    for pair in pairs { passages[left[pair.left]] = right[pair.right] }
  }

  /// Which of two lists of texts are the same or alike: equal in order, equal elsewhere, then alike.
  private static func pairs(_ left: [String], _ right: [String]) -> [(left: Int, right: Int)] {
    var places: [String: [Range<Int>]] = [:]
    for (index, words) in right.enumerated() { places[words, default: []].append(index..<index + 1) }
    let chain = Chain.heaviest(left.map { places[$0] ?? [] }, length: right.count)
    var pairs = chain.enumerated().compactMap { index, place in
      place.map { (left: index, right: $0.lowerBound) }
    }
    var taken = Set(pairs.map(\.right))
    for (index, place) in chain.enumerated() where place == nil {
      guard let free = places[left[index]]?.first(where: { !taken.contains($0.lowerBound) }) else { continue }
      taken.insert(free.lowerBound)
      pairs.append((index, free.lowerBound))
    }
    let paired = Set(pairs.map(\.left))
    let open = (left.indices.filter { !paired.contains($0) }, right.indices.filter { !taken.contains($0) })
    let alike = Likeness.bestPairs(
      open.0.map { Likeness(left[$0].unicodeScalars) }, open.1.map { Likeness(right[$0].unicodeScalars) }
    ) { abs(open.0[$0] * right.count - open.1[$1] * left.count) }
    return pairs + alike.map { (open.0[$0.left], open.1[$0.right]) }
  }

  // MARK: Items

  private mutating func pairItems(_ old: RulebookText, _ new: RulebookText) {
    let (mine, theirs) = (old.rulebook.items, new.rulebook.items)
    let titles = { (item: Item) in ComparedText.words(item.title) }
    var places: [String: [Range<Int>]] = [:]
    for index in theirs.indices.dropFirst() where !theirs[index].title.isEmpty {
      places[titles(theirs[index]), default: []].append(index..<index + 1)
    }
    let chain = Chain.heaviest(mine.map { places[titles($0)] ?? [] }, length: theirs.count)
    for (index, place) in chain.enumerated() where index > 0 {
      if let place { items[index] = place.lowerBound }
    }
    for index in mine.indices where items[index] == nil {
      let candidates = places[titles(mine[index])] ?? []
      pairItem(index, with: candidates.map(\.lowerBound).first { !isTaken(item: $0) })
    }
    pairByContents(old, new)
    pairByParents(mine, theirs)
  }

  private func isTaken(item: Int) -> Bool { items.values.contains(item) }

  private mutating func pairItem(_ old: Int, with new: Int?) {
    if let new, items[old] == nil, !isTaken(item: new) { items[old] = new }
  }

  /// Items with other titles, in which mostly the same sentences stand.
  private mutating func pairByContents(_ old: RulebookText, _ new: RulebookText) {
    var votes: [Int: [Int: Int]] = [:]
    for left in old.passages.indices {
      guard let right = passages[left] else { continue }
      votes[old.passages[left].item, default: [:]][new.passages[right].item, default: 0] += 1
    }
    for index in old.rulebook.items.indices where items[index] == nil {
      let best = votes[index]?.filter { !isTaken(item: $0.key) }.max {
        ($0.value, $1.key) < ($1.value, $0.key)
      }
      let count = old.passages.count { $0.item == index && $0.role != .heading }
      if let best, best.value * 2 >= count { pairItem(index, with: best.key) }
    }
  }

  /// Items below the same item, with titles that are alike or none at all.
  private mutating func pairByParents(_ old: [Item], _ new: [Item]) {
    for index in old.indices where items[index] == nil {
      guard let parent = old[index].parent.flatMap({ items[$0] }) else { continue }
      let likeness = Likeness(ComparedText.words(old[index].title).unicodeScalars)
      let free = new[parent].children.filter { !isTaken(item: $0) }
      let best = free.first { candidate in
        let words = ComparedText.words(new[candidate].title)
        if old[index].title.isEmpty {
          return words.isEmpty && new[candidate].kind.number == old[index].kind.number
        }
        return likeness.percent(sharedWith: Likeness(words.unicodeScalars)) >= Likeness.least
      }
      pairItem(index, with: best)
    }
  }

  /// What does not keep the order of most of its siblings.
  private mutating func findReorderedItems(_ old: [Item], _ new: [Item]) {
    for (index, parent) in items.sorted(by: { $0.key < $1.key }) {
      let places = Dictionary(zip(new[parent].children, new[parent].children.indices)) { first, _ in first }
      let kept = old[index].children.compactMap { child in items[child].flatMap { item in places[item] } }
      let chain = Chain.heaviest(kept.map { [$0..<$0 + 1] }, length: new[parent].children.count)
      for (place, found) in zip(kept, chain) where found == nil {
        let item = new[parent].children[place]
        if new[item].kind.number == nil { reorderedItems.insert(item) }
      }
    }
  }

  // MARK: Clauses and names

  private mutating func pairClauses(_ old: RulebookText, _ new: RulebookText) {
    let (left, right) = (old.clausesByPassage, new.clausesByPassage)
    for (passage, mine) in left {
      guard var theirs = passages[passage].flatMap({ right[$0] }) else { continue }
      for clause in mine {
        let names = Set(old.names(of: clause))
        let index = theirs.firstIndex { !names.isDisjoint(with: new.names(of: $0)) } ?? theirs.indices.first
        guard let index else { break }
        clauses[clause] = theirs.remove(at: index)
      }
    }
  }

  private mutating func pairNames(_ old: RulebookText, _ new: RulebookText) {
    pairEqual(old.rulebook.evidence.map(\.name), new.rulebook.evidence.map(\.name), into: \.evidence)
    pairEqual(old.rulebook.offices, new.rulebook.offices, into: \.offices)
    let mine = Self.indices(old.rulebook.evidence.map(\.name))
    let theirs = Self.indices(new.rulebook.evidence.map(\.name))
    for (left, right) in passages.sorted(by: { $0.key < $1.key }) {
      let names = (old.names(in: old.passages[left]), new.names(in: new.passages[right]))
      pairRest(names.0.compactMap { mine[$0] }, names.1.compactMap { theirs[$0] }, into: \.evidence)
    }
    for (left, right) in items.sorted(by: { $0.key < $1.key }) {
      pairRest(old.rulebook.items[left].assessors, new.rulebook.items[right].assessors, into: \.offices)
    }
  }

  private static func indices(_ names: [String]) -> [String: Int] {
    Dictionary(zip(names, names.indices)) { first, _ in first }
  }

  private mutating func pairEqual(
    _ old: [String], _ new: [String], into list: WritableKeyPath<Pairing, [Int: Int]>
  ) {
    let places = Self.indices(new)
    for (index, name) in old.enumerated() { self[keyPath: list][index] = places[name] }
  }

  /// What is left over on both sides at one place has another name now, where there is as much of it.
  private mutating func pairRest(
    _ old: [Int], _ new: [Int], into list: WritableKeyPath<Pairing, [Int: Int]>
  ) {
    let taken = Set(self[keyPath: list].values)
    let (left, right) = (old.filter { self[keyPath: list][$0] == nil }, new.filter { !taken.contains($0) })
    guard left.count == right.count else { return }
    for (mine, theirs) in zip(left, right) { self[keyPath: list][mine] = theirs }
  }
}

extension RulebookText {
  /// The clauses of each passage that has any.
  fileprivate var clausesByPassage: [Int: [Int]] {
    var found: [Int: [Int]] = [:]
    for (index, clause) in rulebook.clauses.enumerated() {
      if let passage = passage(at: clause.place.start) { found[passage, default: []].append(index) }
    }
    return found
  }

  /// The names of the evidence of a clause.
  fileprivate func names(of clause: Int) -> [String] {
    rulebook.clauses[clause].terms.flatMap(\.value.readEvidence).map { rulebook.evidence[$0].name }
  }
}

extension Item.Kind {
  /// The number as paths show it; `nil` for rows and the document.
  var number: String? { if case .numbered(let number) = self { number.text } else { nil } }
}
