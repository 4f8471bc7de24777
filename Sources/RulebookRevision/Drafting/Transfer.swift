import RulebookModel
import RulebookSyntax
import RulebookText

/// Takes the brackets of an old rulebook over into a new document.
struct Transfer {
  private let carried: CarriedBrackets
  private let document: SourceText
  private let oldYear: Int?
  private let newYear: Int?
  /// What has become of each passage; `nil` where it is gone.
  private var standings: [Coverage.Standing?]
  /// The names of all evidence, so that no new one is the same.
  private(set) var names: Set<String> = []
  /// The lines of brackets below each passage.
  private(set) var below: [Int: [String]] = [:]
  /// The names whose sentences have become others or are gone.
  private var touchedNames: Set<String> = []
  /// The items whose headings have become others.
  private var touchedItems: Set<Int> = []

  init(_ carried: CarriedBrackets, _ pieces: [DocumentPiece], document: SourceText) {
    self.carried = carried
    self.document = document
    oldYear = carried.year
    newYear = Proposals.year(in: document.text(TextRange(0, document.bytes.count))) ?? oldYear
    standings = Array(repeating: nil, count: carried.places.count)
    for piece in pieces {
      if case .carried(let place) = piece.kind { standings[place] = piece.standing }
    }
    for (index, place) in carried.places.enumerated() {
      let found = place.inline.flatMap { $0.annotation.names }
      names.formUnion(found)
      guard isTouched(index) else { continue }
      touchedNames.formUnion(found)
      if place.passage.role == .heading { touchedItems.insert(place.passage.item) }
    }
    for (index, place) in carried.places.enumerated() where !place.below.isEmpty {
      guard let host = host(of: index) else { continue }
      below[host, default: []] += place.below.map { line($0, item: place.passage.item) }
    }
  }

  /// The lines before the first heading, in the year of the document.
  var head: [String] {
    carried.head.map { range in
      let words = carried.source.text(range)
      guard let oldYear, let newYear, oldYear != newYear, words.contains("\(oldYear)") else { return words }
      return words.replacing("\(oldYear)", with: "\(newYear)").replacing("【", with: "【？")
    } + (carried.head.isEmpty ? [] : [""])
  }

  /// The brackets of a passage where they stand in the document, and what is to be said of it.
  func brackets(at index: Int, in piece: DocumentPiece) -> (
    insertions: [Insertion], entry: RulebookDraft.Entry
  ) {
    let place = carried.places[index]
    let figures = changes(of: piece.standing)
    var entry = RulebookDraft.Entry(
      kind: kind(of: piece.standing, figures), range: piece.range, text: document.text(piece.range),
      changes: figures.changes)
    let characters = characters(of: piece.range)
    let old = Array(ComparedText.words(place.passage.text).unicodeScalars)
    let same = Correspondence(old, characters.map(\.scalar))
    let insertions = place.inline.map { inline in
      let bracket = bracket(inline.annotation, figures)
      if bracket.isMarked { entry.brackets.append(bracket.words) }
      let offset = min(same.place(of: inline.offset), characters.count)
      let byte = offset == 0 ? piece.range.start : characters[offset - 1].end
      return Insertion(place: byte, bracket: bracket.words)
    }
    return (insertions, entry)
  }

  private func bracket(_ annotation: Annotation, _ figures: FigureChanges) -> (words: String, isMarked: Bool)
  {
    let words = carried.source.text(annotation.range)
    if annotation.isProposed { return (words, true) }
    if annotation.followsFigures, let changed = figures.applied(to: words) {
      return (changed.markedAsProposed, true)
    }
    return figures.areFiguresAlone ? (words, false) : (words.markedAsProposed, true)
  }

  /// What has become of the words, the year left out.
  private func changes(of standing: Coverage.Standing) -> FigureChanges {
    var changes: [WordChange] = []
    if case .changed(let found) = standing { changes = found.map { WordChange(old: $0.new, new: $0.old) } }
    return FigureChanges(changes, oldYear: oldYear, newYear: newYear)
  }

  private func kind(of standing: Coverage.Standing, _ figures: FigureChanges) -> RulebookDraft.Kind {
    switch standing {
    case .moved: .moved
    case .changed where !figures.changes.isEmpty: figures.areFiguresAlone ? .figures : .reworded
    case .same, .changed, .absent: .carried
    }
  }

  /// Whether a passage is gone or has become another.
  private func isTouched(_ index: Int) -> Bool {
    guard let standing = standings[index] else { return true }
    return !changes(of: standing).changes.isEmpty
  }

  /// Where the lines below a passage go: with it, or to the one before it in its item where it has left that.
  private func host(of index: Int) -> Int? {
    let item = carried.places[index].passage.item
    let heading = carried.places.firstIndex { $0.passage.item == item && $0.passage.role == .heading }
    let hasMoved = heading.map(isMoved) ?? false
    let candidates = carried.places[...index].indices.reversed()
    return candidates.first {
      carried.places[$0].passage.item == item && standings[$0] != nil && isMoved($0) == hasMoved
    }
  }

  private func isMoved(_ index: Int) -> Bool { if case .moved? = standings[index] { true } else { false } }

  /// A line of brackets; its examples are to be looked at where their evidence or item has become another.
  private func line(_ range: TextRange, item: Int) -> String {
    let words = carried.source.text(range)
    guard touchedItems.contains(item) || touchedNames.contains(where: words.contains) else { return words }
    return words.replacing("【例", with: "【？例")
  }

  /// The characters of a stretch of the document as texts are compared.
  private func characters(of range: TextRange) -> [(scalar: Unicode.Scalar, end: Int)] {
    var characters: [(scalar: Unicode.Scalar, end: Int)] = []
    var offset = range.start
    while offset < range.end {
      let (scalar, length) = FoldedScalar.read(document.bytes, at: offset, end: range.end)
      offset += length
      if !ComparedText.isLeftOut(scalar) { characters.append((scalar, offset)) }
    }
    return characters
  }
}

extension CarriedBrackets {
  /// The year that its head states.
  fileprivate var year: Int? {
    for range in head {
      let tree = Parser.parse(SourceText(name: "", source.text(range))).tree
      for case .annotation(let annotation) in tree.lines.flatMap(\.segments) {
        if case .directive(.year(let year)) = annotation.content { return year }
      }
    }
    return nil
  }
}

extension Annotation {
  /// The evidence that it names.
  fileprivate var names: [String] {
    guard case .evidence(let evidence) = content, case .named(let all) = evidence.reference else {
      return []
    }
    return all.map(\.text)
  }

  /// Whether its figures are those of the sentence.
  fileprivate var followsFigures: Bool {
    switch content {
    case .evidence, .formula, .total, .directive(.points), .directive(.start), .directive(.ceiling),
      .directive(.floor), .directive(.weight), .directive(.multiplier), .directive(.periodic):
      true
    case .directive, .score, .broken: false
    }
  }
}

extension String {
  /// A bracket with ？ before its words.
  fileprivate var markedAsProposed: String { hasPrefix("【？") ? self : "【？" + dropFirst() }
}
