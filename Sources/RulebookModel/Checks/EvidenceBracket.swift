import ExactArithmetic
import RulebookSyntax
import RulebookText

/// A bracket that names evidence, with the official words around it and the phrases that score by it.
struct EvidenceBracket {
  let syntax: EvidenceSyntax
  let place: TextRange
  /// The sentence it stands in, and its place among the pieces.
  fileprivate let sentence: Sentence
  fileprivate let index: Int
  /// The number of its sentence.
  let sentenceNumber: Int
  /// The numbers in its sentence, in the sentences before it that hold no bracket, and in the title above them.
  var known: [Rational] = []
  /// The phrases that say what it is worth.
  var phrases: [PhraseSyntax] = []
  /// A requirement that stands behind the bracket.
  var requirement: RequirementSyntax?

  /// The brackets of a rulebook, in order.
  static func all(in sentences: [Sentence], items: [Item], words: OfficialWords) -> [EvidenceBracket] {
    var reader = Reader(sentences: sentences, items: items, words: words)
    for index in sentences.indices { reader.read(index) }
    return reader.brackets
  }

  /// The official words since the bracket before it, or since its sentence began.
  var before: [TextRange] { sentence.texts(in: sentence.index(ofBracketBefore: index) + 1..<index) }

  /// The official words behind it up to the end of its sentence; empty where another bracket follows, whose they are.
  var after: [TextRange] {
    let behind = index + 1..<sentence.pieces.count
    return behind.contains(where: sentence.namesEvidence) ? [] : sentence.texts(in: behind)
  }

  /// What a part of the bracket says, for the first part of that sort.
  func part<Value>(_ read: (EvidencePart.Content) -> Value?) -> Value? {
    for part in syntax.parts {
      if let value = read(part.content) { return value }
    }
    return nil
  }

  /// The requirement in the bracket.
  var statedRequirement: RequirementSyntax? {
    part { if case .requirement(let requirement) = $0 { requirement } else { nil } }
  }

  /// 每发生一起 that stands before the bracket and counts what is behind it.
  var headBefore: PerSyntax? { phrases.first?.per.flatMap { $0.range.end <= place.start ? $0 : nil } }

  /// The official words that its rule is compared with: those before it, and behind a rule those that follow.
  var compared: [TextRange] { syntax.holdsRule ? before + after : before }

  /// Whether a phrase behind it speaks of this value: 90%至96%的每降低….
  func states(_ value: Rational) -> Bool {
    phrases.contains { phrase in
      guard case .within(let interval)? = phrase.condition else { return false }
      return [interval.lower, interval.upper].contains { $0?.quantity.value == value }
    }
  }

  /// Whether the bracket holds a number that has to stand in the sentence as well.
  fileprivate var statesNumber: Bool { statedRequirement != nil || statedStep != nil }

  /// 每U in the bracket.
  var statedStep: Quantity? { part { if case .per(let per) = $0 { per.quantity } else { nil } } }
}

/// Goes through the sentences and collects brackets.
private struct Reader {
  let sentences: [Sentence]
  let items: [Item]
  let words: OfficialWords
  var brackets: [EvidenceBracket] = []
  /// The brackets that still wait for the phrases of their group.
  private var waiting: [Int] = []
  /// The brackets of the last clause, for sentences that go on with it.
  private var last: [Int] = []
  private var item = -1
  /// The first sentence since the last bracket of the item, and whether no bracket stands between it and the title.
  private var start = 0
  private var isBelowTitle = false
  /// The requirements read behind brackets since then.
  private var required: [Rational] = []

  init(sentences: [Sentence], items: [Item], words: OfficialWords) {
    self.sentences = sentences
    self.items = items
    self.words = words
  }

  mutating func read(_ index: Int) {
    if sentences[index].item != item {
      item = sentences[index].item
      waiting.removeAll(keepingCapacity: true)
      last.removeAll(keepingCapacity: true)
      (start, isBelowTitle) = (index, true)
      required = []
    }
    let first = brackets.count
    for piece in sentences[index].pieces.indices { read(piece, of: index) }
    guard brackets.count > first else { return }
    // Numbers are looked for only where a bracket states one.
    for bracket in first..<brackets.count where brackets[bracket].statesNumber {
      brackets[bracket].known = values(upTo: index) + required
    }
    required = []
    (start, isBelowTitle) = (index + 1, false)
  }

  private mutating func read(_ piece: Int, of sentence: Int) {
    switch sentences[sentence].pieces[piece] {
    case .text, .formula: break
    case .unreadable: waiting.removeAll(keepingCapacity: true)
    case .annotation(let annotation):
      guard case .evidence(let syntax) = annotation.content else { return }
      open(
        EvidenceBracket(
          syntax: syntax, place: annotation.range, sentence: sentences[sentence], index: piece,
          sentenceNumber: sentence))
    case .consequence(let consequence): close(consequence)
    case .outcome: waiting = []
    }
  }

  private mutating func open(_ bracket: EvidenceBracket) {
    let index = brackets.count
    brackets.append(bracket)
    for part in bracket.syntax.parts {
      if case .phrase(let rule) = part.content { brackets[index].add(rule) }
    }
    if bracket.syntax.holdsRule {
      last.removeAll(keepingCapacity: true)
      last.append(index)
    } else if !bracket.syntax.onlyChangesOther {
      waiting.append(index)
    }
  }

  private mutating func close(_ consequence: ConsequenceSyntax) {
    if !consequence.isContinuation {
      swap(&last, &waiting)
      waiting.removeAll(keepingCapacity: true)
    }
    if let quantity = consequence.requirement?.quantity { required.append(quantity.value) }
    for index in last { brackets[index].add(consequence) }
  }

  /// The numbers in the title, if no bracket stands between, and in the sentences since the last bracket.
  private func values(upTo index: Int) -> [Rational] {
    let title = isBelowTitle ? [items[item].place] : []
    let ranges = title + sentences[start...index].flatMap(\.texts)
    return words.numbers(in: ranges).filter { !$0.isStep }.map(\.value)
  }
}

extension EvidenceBracket {
  fileprivate mutating func add(_ consequence: ConsequenceSyntax) {
    if phrases.isEmpty { phrases = consequence.phrases } else { phrases += consequence.phrases }
    requirement = requirement ?? consequence.requirement
  }
}

extension Sentence {
  /// Whether the piece is a bracket that names evidence.
  fileprivate func namesEvidence(_ index: Int) -> Bool {
    if case .annotation(let annotation) = pieces[index], case .evidence = annotation.content {
      true
    } else {
      false
    }
  }

  /// The last piece before `index` that names evidence; -1 where there is none.
  fileprivate func index(ofBracketBefore index: Int) -> Int {
    var before = index - 1
    while before >= 0, !namesEvidence(before) { before -= 1 }
    return before
  }

  /// The words among these pieces that no consequence reads.
  fileprivate func texts(in indices: Range<Int>) -> [TextRange] {
    indices.compactMap { if case .text(let range) = pieces[$0] { range } else { nil } }
  }
}
