import ExactArithmetic
import RulebookSyntax
import RulebookText

/// A bracket that names evidence, with the official words around it and the phrases that score by it.
struct EvidenceBracket {
  let syntax: EvidenceSyntax
  let place: TextRange
  /// The official words since the bracket before it, or since its sentence began.
  let before: [TextRange]
  /// The official words behind it up to the end of its sentence; empty where another bracket follows, whose they are.
  var after: [TextRange] = []
  /// The numbers in its sentence, in the sentences before it that hold no bracket, and in the title above them.
  var known: Set<Rational> = []
  /// The phrases that say what it is worth.
  var phrases: [PhraseSyntax] = []
  /// A requirement that stands behind the bracket.
  var requirement: RequirementSyntax?

  /// The brackets of a rulebook, in order.
  static func all(in sentences: [Sentence], items: [Item], words: OfficialWords) -> [EvidenceBracket] {
    var reader = Reader(items: items, words: words)
    for sentence in sentences { reader.read(sentence) }
    return reader.brackets
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

  /// The official words that its rule is compared with: those before it, and behind a rule those that follow.
  var compared: [TextRange] { syntax.holdsRule ? before + after : before }

  /// Whether the bracket holds a number that has to stand in the sentence as well.
  fileprivate var statesNumber: Bool { statedRequirement != nil || statedStep != nil }

  /// 每U in the bracket.
  var statedStep: Quantity? { part { if case .per(let quantity) = $0 { quantity } else { nil } } }
}

/// Goes through the sentences and collects brackets.
private struct Reader {
  let items: [Item]
  let words: OfficialWords
  var brackets: [EvidenceBracket] = []
  /// The brackets that still wait for the phrases of their group.
  private var waiting: [Int] = []
  /// The brackets of the last clause, for sentences that go on with it.
  private var last: [Int] = []
  private var item = -1
  /// The words of the title and of the sentences since the last bracket.
  private var above: [TextRange] = []
  /// The requirements read behind brackets since then.
  private var required: Set<Rational> = []

  init(items: [Item], words: OfficialWords) {
    self.items = items
    self.words = words
  }

  mutating func read(_ sentence: Sentence) {
    if sentence.item != item {
      item = sentence.item
      waiting = []
      last = []
      above = [items[item].place]
      required = []
    }
    let first = brackets.count
    var current: [TextRange] = []
    for piece in sentence.pieces { read(piece, &current) }
    if let index = brackets.indices.last, index >= first { brackets[index].after = current }
    above += sentence.pieces.compactMap { if case .text(let range) = $0 { range } else { nil } }
    guard brackets.count > first else { return }
    // Numbers are looked for only where a bracket states one.
    for index in first..<brackets.count where brackets[index].statesNumber {
      brackets[index].known = values(in: above).union(required)
    }
    required = []
    above = []
  }

  private mutating func read(_ piece: Sentence.Piece, _ current: inout [TextRange]) {
    switch piece {
    case .text(let range): current.append(range)
    case .unreadable: waiting = []
    case .annotation(let annotation):
      guard case .evidence(let syntax) = annotation.content else { return }
      open(syntax, place: annotation.range, before: current)
      current = []
    case .consequence(let consequence): close(consequence)
    }
  }

  private mutating func open(_ syntax: EvidenceSyntax, place: TextRange, before: [TextRange]) {
    var bracket = EvidenceBracket(syntax: syntax, place: place, before: before)
    for part in syntax.parts {
      if case .phrase(let rule) = part.content { bracket.add(rule) }
    }
    brackets.append(bracket)
    let index = brackets.count - 1
    if syntax.holdsRule { last = [index] } else if !syntax.onlyChangesOther { waiting.append(index) }
  }

  private mutating func close(_ consequence: ConsequenceSyntax) {
    if !consequence.isContinuation { (last, waiting) = (waiting, []) }
    if let quantity = consequence.requirement?.quantity { required.insert(quantity.value) }
    for index in last { brackets[index].add(consequence) }
  }

  private func values(in ranges: [TextRange]) -> Set<Rational> {
    Set(words.numbers(in: ranges).filter { !$0.isStep }.map(\.value))
  }
}

extension EvidenceBracket {
  fileprivate mutating func add(_ consequence: ConsequenceSyntax) {
    phrases += consequence.phrases
    requirement = requirement ?? consequence.requirement
  }
}
