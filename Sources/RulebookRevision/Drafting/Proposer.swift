import ExactArithmetic
import RulebookSyntax
import RulebookText

/// A bracket that is put into a text.
struct Insertion {
  /// The byte of the document before which it stands.
  var place: Int
  /// The bracket.
  var bracket: String
}

/// Proposes brackets for sentences in which none stand yet, one sentence after the other.
struct Proposer {
  /// What a sentence has come to.
  struct Finding {
    /// The brackets, also those for sentences before it that belong to its group.
    var insertions: [Insertion] = []
    /// Words that score in no known form.
    var unknown: TextRange?
  }

  private let source: SourceText
  private let words: ScoringWords
  /// The names given so far.
  private var names: Set<String>
  /// The sentences before that wait for what they are worth.
  private var waiting: [TextRange] = []
  /// The title of what the sentences stand in.
  private var title = ""
  private var isClauseOpen = false

  init(_ source: SourceText, names: Set<String>) {
    self.source = source
    self.names = names
    words = ScoringWords(source.bytes)
  }

  /// Begins what stands below a heading.
  mutating func open(title: String) {
    self.title = title
    waiting = []
    isClauseOpen = false
  }

  /// Passes over a sentence that has its brackets.
  mutating func pass() {
    waiting = []
    isClauseOpen = true
  }

  /// Reads a sentence.
  mutating func read(_ sentence: TextRange) -> Finding {
    if isClauseOpen, words.goesOn(sentence) { return Finding() }
    var finding = Finding()
    var start = sentence.start
    var isScored = false
    while let next = words.first(in: TextRange(start, sentence.end)) {
      switch next {
      case .unknown(let range):
        finding.unknown = range
        start = sentence.end
      case .consequence(let consequence, let place):
        finding.insertions += brackets(for: consequence, TextRange(start, place))
        start = consequence.range.end
      }
      isScored = true
    }
    if !isScored { finding.unknown = words.modifier(in: sentence) }
    isClauseOpen = isScored
    let goesOn = lastScalar(before: sentence.end)?.scalar == ";"
    waiting = isScored || !goesOn ? [] : waiting + [sentence]
    return finding
  }

  /// The whole rule for an item that an outside body assesses, which the text does not say.
  mutating func outsideScore(in sentence: TextRange) -> Insertion? {
    guard let name = ProposedName.from(title) else { return nil }
    var place = sentence.end
    while place > sentence.start, let mark = lastScalar(before: place), [";", "。"].contains(mark.scalar) {
      place = mark.start
    }
    return insertion(place, name, ["满分100分", "取平均", "折算"])
  }

  // MARK: Brackets

  private mutating func brackets(for consequence: ConsequenceSyntax, _ clause: TextRange) -> [Insertion] {
    if let count = consequence.listLength, let list = list(consequence, clause, count) { return list }
    let parts = parts(of: consequence, clause)
    var group: [Insertion] = []
    if consequence.measuresShortfall { group = waitingRequirements() }
    return group + [insertion(clause.end, name(for: consequence, clause), parts)]
  }

  private mutating func insertion(_ place: Int, _ name: String, _ parts: [String]) -> Insertion {
    let name = ProposedName.distinct(name, &names)
    let tail = parts.isEmpty ? "" : "：" + parts.joined(separator: "，")
    return Insertion(place: place, bracket: "【？\(name)\(tail)】")
  }

  /// One bracket for each of those that 各扣 and 分别扣 speak of.
  private mutating func list(
    _ consequence: ConsequenceSyntax, _ clause: TextRange, _ count: Int
  ) -> [Insertion]? {
    var places = ends(in: clause, at: [","])
    if places.count < 2 { places = ends(in: clause, at: DraftingWords.joints) }
    if count > 1 { places = places.count < count ? [] : places.suffix(count) }
    guard places.count > 1 || !waiting.isEmpty else { return nil }
    if places.count <= 1 || !waiting.isEmpty, count == 1 { places = waiting.map(end(of:)) + [clause.end] }
    var insertions: [Insertion] = []
    for place in places {
      let start = (insertions.last?.place).map { max($0, clause.start) } ?? clause.start
      let sentence = waiting.first { $0.start < place && place <= $0.end }
      let range = sentence.map { TextRange($0.start, place) } ?? TextRange(start, place)
      insertions.append(insertion(place, ProposedName.from(source.text(range)) ?? fallback, []))
    }
    return insertions
  }

  /// Where the pieces of a clause end that are separated by these words; its own end is the last.
  private func ends(in clause: TextRange, at joints: [String]) -> [Int] {
    var places: [Int] = []
    var cursor = Cursor(source.bytes, clause)
    while cursor.peek() != nil {
      let here = cursor.start
      if here > clause.start, joints.contains(where: { cursor.eat(word: $0) }) {
        places.append(here)
      } else {
        cursor.advance()
      }
    }
    return places.filter { $0 < clause.end } + [clause.end]
  }

  /// Brackets for the requirements of sentences before that share what falling short costs.
  private mutating func waitingRequirements() -> [Insertion] {
    waiting.compactMap { sentence in
      guard let requirement = words.requirement(in: sentence) else { return nil }
      let clause = TextRange(sentence.start, requirement.range.end)
      let name = name(requirement, clause) ?? fallback
      return insertion(clause.end, name, asked(requirement, sentence))
    }
  }

  private func end(of sentence: TextRange) -> Int {
    guard let mark = lastScalar(before: sentence.end), [";", "。", ","].contains(mark.scalar) else {
      return sentence.end
    }
    return mark.start
  }

  private func lastScalar(before end: Int) -> (scalar: Unicode.Scalar, start: Int)? {
    var start = end - 1
    while start > 0, source.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start < 0 ? nil : (FoldedScalar.read(source.bytes, at: start, end: end).scalar, start)
  }

  // MARK: What brackets say

  private var fallback: String { ProposedName.from(title) ?? "证据" }

  private func name(for consequence: ConsequenceSyntax, _ clause: TextRange) -> String {
    let text = FoldedText.text(source.bytes, clause)
    let name =
      requirement(for: consequence, clause).flatMap { self.name($0, clause) } ?? ProposedName.from(text)
    guard consequence.isOutsideScore else { return name ?? fallback }
    var stem = text.contains("《") ? fallback : name ?? fallback
    for word in DraftingWords.sources where stem.hasPrefix(word) { stem.removeFirst(word.count) }
    return ["得分", "扣分", "分值"].contains { stem.hasSuffix($0) } ? stem : stem + "得分"
  }

  /// A name from the part of a clause that asks for something, without how much it asks for.
  private func name(_ requirement: RequirementSyntax, _ clause: TextRange) -> String? {
    guard let quantity = requirement.quantity else { return nil }
    let isPeriod = source.text(requirement.range).hasPrefix("每")
    let before = source.text(
      TextRange(clause.start, isPeriod ? requirement.range.start : quantity.range.start))
    let behind = source.text(TextRange(quantity.range.end, max(quantity.range.end, clause.end)))
    let part =
      (before.split { ",，;；".contains($0) }.last ?? "") + (behind.split { ",，;；".contains($0) }.first ?? "")
    return ProposedName.from(String(part))
  }

  /// What a clause asks for, where its consequence measures against that.
  private func requirement(
    for consequence: ConsequenceSyntax, _ clause: TextRange
  ) -> RequirementSyntax? {
    guard consequence.requirement == nil, consequence.needsRequirement,
      let requirement = words.requirement(in: clause),
      consequence.measuresOrElse || isAtEnd(requirement.range, of: clause)
    else { return nil }
    return requirement
  }

  private func parts(of consequence: ConsequenceSyntax, _ clause: TextRange) -> [String] {
    let text = FoldedText.text(source.bytes, clause)
    var parts: [String] = []
    switch consequence.phrases.first?.effect {
    case .conversion: parts = ["满分100分"]
    case .lossConversion: parts = [text.contains("扣") ? "满扣100分" : "满分100分"]
    case .share: parts = ["满分100分", "取平均"]
    case .points(.earn, _, _) where DraftingWords.absences.contains(where: text.contains):
      parts = ["无记录即得"]
    default: break
    }
    if consequence.phrases.contains(where: { $0.effect == .byCompletion }) { parts = ["完成率", "取平均"] }
    if consequence.phrases.contains(where: { $0.per?.unit == "分" }) { parts = ["按比例"] }
    guard consequence.requirement == nil else { return period(clause) + parts }
    if let requirement = requirement(for: consequence, clause) {
      return asked(requirement, clause) + parts
    }
    return consequence.measuresShortfall ? parts + ["缺数"] : parts
  }

  /// Whether nothing but 的 stands behind: …活动2次以上的.
  private func isAtEnd(_ range: TextRange, of clause: TextRange) -> Bool {
    let rest = TextRange(range.end, max(range.end, clause.end))
    return ["", "的"].contains(FoldedText.text(source.bytes, rest))
  }

  private func period(_ clause: TextRange) -> [String] {
    words.period(in: clause).flatMap { $0 == .year ? nil : [$0.rawValue] } ?? []
  }

  private func asked(_ requirement: RequirementSyntax, _ range: TextRange) -> [String] {
    guard let quantity = requirement.quantity else { return [] }
    return period(range)
      + [
        "\(requirement.direction.rawValue)\(quantity.value.decimalText ?? "\(quantity.value)")\(quantity.unit ?? "")"
      ]
  }
}

extension ConsequenceSyntax {
  /// How many figures 各扣 or 分别扣 has; `nil` where neither is said.
  fileprivate var listLength: Int? {
    guard case .points(_, .each, let figures)? = phrases.first?.effect, phrases.first?.condition == nil else {
      return nil
    }
    return figures.count
  }

  /// Whether it counts what is short of something asked for.
  fileprivate var measuresShortfall: Bool { phrases.contains { $0.per?.direction == .short } }

  /// Whether it compares with something asked for that it does not state itself.
  fileprivate var needsRequirement: Bool {
    phrases.contains { phrase in
      if phrase.per.map(\.direction.isOneSided) ?? false { return true }
      guard phrase.per == nil else { return false }
      switch phrase.condition {
      case .otherwise where phrases.count == 1: return true
      case nil: return phrase.effect.verb == .earn || phrase.effect == .fullMark
      default: return false
      }
    }
  }

  /// Whether what falls short costs something.
  fileprivate var measuresOrElse: Bool {
    phrases.contains {
      $0.per?.direction.isOneSided ?? false || phrases.count == 1 && $0.condition == .otherwise
    }
  }

  /// Whether another body's score is converted.
  fileprivate var isOutsideScore: Bool {
    switch phrases.first?.effect {
    case .conversion, .lossConversion, .share: true
    default: false
    }
  }
}
