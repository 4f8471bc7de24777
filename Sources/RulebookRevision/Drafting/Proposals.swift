import RulebookSyntax
import RulebookText

/// What is proposed for a whole document: for each of its pieces, and for the head of the rulebook.
struct Proposals {
  private let source: SourceText
  private var proposer: Proposer
  /// The number of the last heading.
  private var number: HeadingNumber?

  init(_ source: SourceText, names: Set<String>) {
    self.source = source
    proposer = Proposer(source, names: names)
  }

  /// What is proposed for each piece; nothing for what the old rulebook has.
  mutating func all(for pieces: [DocumentPiece]) -> [Proposer.Finding] {
    var findings = Array(repeating: Proposer.Finding(), count: pieces.count)
    for (index, piece) in pieces.enumerated() {
      let finding = finding(for: piece)
      findings[index].unknown = finding.unknown
      for insertion in finding.insertions {
        // What belongs to a sentence before it, as part of its group.
        let owner = pieces[...index].lastIndex { $0.range.start <= insertion.place } ?? index
        let isItsOwn = owner == index || insertion.place > pieces[owner].range.end
        findings[isItsOwn ? index : owner].insertions.append(insertion)
      }
    }
    proposeOutsideScores(pieces, &findings)
    return findings
  }

  private mutating func finding(for piece: DocumentPiece) -> Proposer.Finding {
    switch piece.kind {
    case .carried:
      if piece.title.isEmpty { proposer.pass() } else { proposer.open(title: piece.title) }
      return Proposer.Finding()
    case .heading(let number):
      self.number = number
      proposer.open(title: piece.title)
      return Proposer.Finding()
    case .cell:
      guard let mark = piece.mark else { return Proposer.Finding() }
      if mark == "项" || mark == "目" { proposer.open(title: piece.title) }
      return Proposer.Finding(insertions: [Insertion(place: piece.range.end, bracket: "【？\(mark)】")])
    case .sentence(let start):
      let sentence = TextRange(start, piece.range.end)
      if let others = others(sentence) { return Proposer.Finding(insertions: [others]) }
      return proposer.read(sentence)
    }
  }

  /// 不参加的部门单位得平均分: 其余, for the numbered siblings before it where there are several.
  private func others(_ sentence: TextRange) -> Insertion? {
    let words = FoldedText.text(source.bytes, sentence)
    guard words.contains("平均分"), DraftingWords.outsiders.contains(where: words.hasPrefix) else { return nil }
    let isLow = number.map { $0.style != .chinese && $0.style != .parenthesizedChinese } ?? false
    let last = number?.values.first ?? 1
    let scope = isLow && last > 1 ? "1至\(last)，" : ""
    return Insertion(place: sentence.end, bracket: "【？其余：\(scope)得平均分】")
  }

  /// An item with points below which nothing scores, but something is assessed.
  private mutating func proposeOutsideScores(
    _ pieces: [DocumentPiece], _ findings: inout [Proposer.Finding]
  ) {
    for index in pieces.indices where pieces[index].isNewHeading {
      guard FoldedText.text(source.bytes, pieces[index].range).contains("分)") else { continue }
      let below = pieces.indices[(index + 1)...].prefix { !pieces[$0].isHeading && pieces[$0].mark == nil }
      guard let first = below.first, below.allSatisfy({ findings[$0].isEmpty && pieces[$0].isNewSentence }),
        DraftingWords.assessments.contains(where: FoldedText.text(source.bytes, pieces[first].range).contains)
      else { continue }
      proposer.open(title: pieces[index].title)
      if let insertion = proposer.outsideScore(in: pieces[first].range) {
        findings[first].insertions.append(insertion)
      }
    }
  }

  /// The head of a rulebook that has none yet.
  var head: [String] {
    let words = source.text(TextRange(0, source.bytes.count))
    let year = Self.year(in: words)
    let title = source.name.split(separator: "/").last.map { $0.split(separator: ".").first ?? $0 } ?? "细则"
    return ["【？细则：\(title)】"] + (year.map { ["【？年度：\($0)】"] } ?? []) + [""]
  }

  /// The year that a text speaks of most.
  static func year(in words: String) -> Int? {
    let counts = WrittenYears.all(in: words).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}

extension Proposer.Finding {
  fileprivate var isEmpty: Bool { insertions.isEmpty && unknown == nil }
}

extension DocumentPiece {
  fileprivate var isNewHeading: Bool { if case .heading = kind { true } else { false } }
  fileprivate var isNewSentence: Bool { if case .sentence = kind { true } else { false } }
}
