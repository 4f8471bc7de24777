public import RulebookModel
public import RulebookSyntax
import RulebookText

/// What has become of a rulebook: each place at which the new one is not the old one, in the document's own terms.
public struct Revision: Sendable {
  /// The rulebook that was.
  public let old: Rulebook
  /// The rulebook that is.
  public let new: Rulebook
  /// What changed: the head, then in the order of the new document, what is gone where it stood.
  public private(set) var changes: [Change] = []
  /// How many sentences differ in nothing but the year they name.
  public private(set) var yearOnlyCount = 0

  let pairing: Pairing
  private let oldText: RulebookText
  private let newText: RulebookText

  /// One place that changed.
  public struct Change: Sendable {
    /// What it is.
    public var subject: Subject
    /// What became of it.
    public var fate: Fate
    /// The path of its item in the new rulebook; in the old one where it is gone.
    public var path: String
    /// Its title or its words; empty for the head.
    public var words: String
    /// What changed of it, where it is in both.
    public var aspects: [Aspect]
  }

  /// What may change.
  public enum Subject: String, Sendable, Hashable {
    case head, item, sentence, attribute
  }

  /// What may become of something.
  public enum Fate: String, Sendable, Hashable {
    case added, removed, changed
  }

  /// What has become of a rulebook; both with the trees they were read from.
  public init(
    from old: (rulebook: Rulebook, tree: SyntaxTree), to new: (rulebook: Rulebook, tree: SyntaxTree)
  ) {
    self.old = old.rulebook
    self.new = new.rulebook
    oldText = RulebookText(old.rulebook, old.tree)
    newText = RulebookText(new.rulebook, new.tree)
    pairing = Pairing(oldText, newText)
    compareHeads(old.tree, new.tree)
    compareBodies()
  }
}

extension Revision {
  private mutating func compareHeads(_ oldTree: SyntaxTree, _ newTree: SyntaxTree) {
    var (before, after) = (Facts(headOf: old), Facts(headOf: new))
    before.noteLoose(oldTree, oldText.passages)
    after.noteLoose(newTree, newText.passages)
    let aspects = before.changes(to: after)
    if !aspects.isEmpty {
      changes.append(Change(subject: .head, fate: .changed, path: "", words: "", aspects: aspects))
    }
    let names = [old, new].map { $0.registerAttributes.map(\.name) }
    for name in names[1] where !names[0].contains(name) { addAttribute(name, .added) }
    for name in names[0] where !names[1].contains(name) { addAttribute(name, .removed) }
  }

  private mutating func addAttribute(_ name: String, _ fate: Fate) {
    changes.append(Change(subject: .attribute, fate: fate, path: "", words: name, aspects: []))
  }

  /// Walks through the new document, and puts what is gone before what stood behind it.
  private mutating func compareBodies() {
    let oldPassages = Self.turned(pairing.passages)
    let oldItems = Self.turned(pairing.items)
    var gone = removals()[...]
    var told: Set<Int> = [0]
    for (index, passage) in newText.passages.enumerated() {
      let before =
        passage.isHeading
        ? oldItems[passage.item].map { old.items[$0].place.start }
        : oldPassages[index].map { oldText.passages[$0].range.start }
      while let before, let first = gone.first, first.offset < before {
        changes.append(first.change)
        gone.removeFirst()
      }
      if passage.isHeading {
        compareItem(passage, with: oldItems[passage.item])
      } else {
        // A number without a title is the beginning of its first sentence.
        if !told.contains(passage.item), let before = oldItems[passage.item] {
          compareItem(passage, with: before)
        }
        compareSentence(passage, with: oldPassages[index].map { oldText.passages[$0] })
      }
      told.insert(passage.item)
    }
    changes += gone.map(\.change)
  }

  private static func turned(_ pairs: [Int: Int]) -> [Int: Int] {
    Dictionary(pairs.map { ($1, $0) }) { first, _ in first }
  }

  /// What is in the old rulebook alone, in its order.
  private func removals() -> [(offset: Int, change: Change)] {
    oldText.passages.enumerated().compactMap { index, passage in
      let isKept =
        passage.isHeading ? pairing.items[passage.item] != nil : pairing.passages[index] != nil
      guard !isKept, !passage.namesOffice else { return nil }
      return (
        passage.range.start,
        Change(
          subject: passage.isHeading ? .item : .sentence, fate: .removed, path: old.items[passage.item].path,
          words: ComparedText.shown(passage.text), aspects: [])
      )
    }
  }

  private mutating func compareItem(_ heading: Passage, with before: Int?) {
    let path = new.items[heading.item].path
    guard !heading.namesOffice else { return }
    guard let before else {
      changes.append(
        Change(
          subject: .item, fate: .added, path: path, words: ComparedText.shown(heading.text), aspects: []))
      return
    }
    var aspects = Facts(before, in: old).changes(to: Facts(heading.item, in: new))
    if let parent = old.items[before].parent, pairing.items[parent] != new.items[heading.item].parent {
      aspects.removeAll { $0.kind == .number }
      aspects.insert(Aspect(.moved, old.items[before].path, path), at: 0)
    } else if pairing.reorderedItems.contains(heading.item) {
      aspects.insert(
        Aspect(.moved, old.place(amongSiblings: before), new.place(amongSiblings: heading.item)), at: 0)
    }
    guard !aspects.isEmpty else { return }
    changes.append(
      Change(
        subject: .item, fate: .changed, path: path, words: new.items[heading.item].title, aspects: aspects))
  }

  private mutating func compareSentence(_ passage: Passage, with before: Passage?) {
    let path = new.items[passage.item].path
    let words = ComparedText.shown(passage.text)
    guard let before else {
      changes.append(Change(subject: .sentence, fate: .added, path: path, words: words, aspects: []))
      return
    }
    var aspects = Facts(before, old.source).changes(to: Facts(passage, new.source))
    if pairing.items[before.item] != passage.item {
      aspects.insert(Aspect(.moved, old.items[before.item].path, path), at: 0)
    }
    let rewording = WordChange.changes(from: ComparedText.shown(before.text), to: words)
    let real = rewording.filter { $0 != WordChange(old: "\(old.year)", new: "\(new.year)") }
    // Figures that count have been told.
    aspects += real.filter { aspects.isEmpty || !$0.isOfFigures }.map { Aspect(.wording, $0.old, $0.new) }
    if aspects.isEmpty {
      if !rewording.isEmpty { yearOnlyCount += 1 }
      return
    }
    changes.append(Change(subject: .sentence, fate: .changed, path: path, words: words, aspects: aspects))
  }
}

extension Passage {
  /// Whether it is the heading of an item or names an office.
  fileprivate var isHeading: Bool { role == .heading }

  /// Whether it is a line that only names an office, of which the item tells.
  fileprivate var namesOffice: Bool {
    annotations.contains { if case .directive(.assessors(nil)) = $0.content { true } else { false } }
  }
}

extension Rulebook {
  /// Where an item stands among those of its parent: 在“信访工作”之后.
  fileprivate func place(amongSiblings item: Int) -> String {
    let siblings = items[item].parent.map { items[$0].children } ?? []
    guard let index = siblings.firstIndex(of: item), index > 0 else { return "最前面" }
    return "在“\(items[siblings[index - 1]].title)”之后"
  }
}
