public import RulebookModel
public import RulebookSyntax
public import RulebookText

/// An issued document held against a rulebook: what became of each of its sentences, and what the rulebook has besides.
public struct Coverage: Sendable {
  /// The sentences of the document, in order.
  public var sentences: [Sentence]
  /// What stands in the rulebook and not in the document, in the order of the rulebook.
  public var additions: [Passage]

  /// A sentence, heading or line of the document.
  public struct Sentence: Sendable {
    /// Where it stands in the document.
    public var range: TextRange
    /// Its words.
    public var text: String
    /// What became of it.
    public var standing: Standing
    /// The passage of the rulebook it is, or has become; `nil` where it is absent.
    public var passage: Passage?
  }

  /// What may become of a sentence.
  public enum Standing: Sendable, Hashable {
    /// It stands in the rulebook, word for word and in its place, which makes this of it.
    case same(Passage.Role)
    /// It stands in the rulebook, word for word, but in another place.
    case moved(Passage.Role)
    /// It stands there in other words: from those of the document to those of the rulebook.
    case changed([WordChange])
    /// It does not.
    case absent
  }

  /// Whether the rulebook has the whole document and nothing else, and says of every sentence what it is.
  public var isComplete: Bool {
    additions.isEmpty && !sentences.contains { $0.isOpen }
  }

  /// A document held against a rulebook.
  public init(of document: SourceText, in tree: SyntaxTree) {
    let passages = Resolver.passages(of: tree)
    let words = passages.map { Array(ComparedText.words($0.text).unicodeScalars) }
    var matching = Matching(IssuedText(document), words)
    matching.match()
    let found = matching.matches.map { match in
      let range = matching.text.range(of: match.stretch)
      return Sentence(
        range: range, text: document.text(range),
        standing: Self.standing(match, passages, matching),
        passage: match.passage.map { passages[$0] })
    }
    sentences = found
    let used = Set(matching.matches.compactMap(\.passage))
    additions = passages.indices.filter { !used.contains($0) }.map { passages[$0] }
  }

  private static func standing(_ match: Match, _ passages: [Passage], _ matching: Matching) -> Standing {
    guard let passage = match.passage else { return .absent }
    switch match.kind {
    case .same: return .same(passages[passage].role)
    case .moved: return .moved(passages[passage].role)
    case .alike:
      var document = String.UnicodeScalarView()
      document.append(contentsOf: matching.text.scalars[match.stretch])
      return .changed(
        WordChange.changes(
          from: ComparedText.shown(String(document)), to: ComparedText.shown(passages[passage].text)))
    }
  }
}

extension Coverage.Sentence {
  /// Whether it keeps the rulebook from being complete.
  public var isOpen: Bool {
    switch standing {
    case .same(let role): role == .unmarked
    case .moved, .changed, .absent: true
    }
  }
}

/// A stretch of the document and the passage that it is.
struct Match {
  /// How they belong together.
  enum Kind {
    case same, moved, alike
  }

  var stretch: Range<Int>
  var passage: Int?
  var kind = Kind.same
}

/// Finds the passages of a rulebook in a document: equal and in order, equal elsewhere, then alike.
private struct Matching {
  let text: IssuedText
  private let passages: [[Unicode.Scalar]]
  private var covered: [Bool]
  private var isMatched: [Bool]
  private(set) var matches: [Match] = []

  /// Over how many pieces a changed sentence may be broken.
  private static let mostPieces = 8

  init(_ text: IssuedText, _ passages: [[Unicode.Scalar]]) {
    self.text = text
    self.passages = passages
    covered = Array(repeating: false, count: text.scalars.count)
    isMatched = Array(repeating: false, count: passages.count)
  }

  mutating func match() {
    let places = passages.map { text.places(of: $0) }
    for (passage, place) in Chain.heaviest(places, length: text.scalars.count).enumerated() {
      if let place { take(Match(stretch: place, passage: passage)) }
    }
    for passage in passages.indices.sorted(by: { passages[$0].count > passages[$1].count })
    where !isMatched[passage] {
      if let place = places[passage].first(where: { !covered[$0].contains(true) }) {
        take(Match(stretch: place, passage: passage, kind: .moved))
      }
    }
    matchAlike()
    for piece in text.pieces(without: covered) { matches.append(Match(stretch: piece)) }
    matches.sort { $0.stretch.lowerBound < $1.stretch.lowerBound }
  }

  private mutating func take(_ match: Match) {
    for place in match.stretch { covered[place] = true }
    if let passage = match.passage { isMatched[passage] = true }
    matches.append(match)
  }

  private mutating func matchAlike() {
    let open = passages.indices.filter { !isMatched[$0] && !passages[$0].isEmpty }
    let runs = runs()
    let likenesses = open.map { Likeness(passages[$0]) }
    let turns = open.map { turn(of: $0) }
    let pairs = Likeness.bestPairs(likenesses, runs.map { Likeness(text.scalars[$0]) }) { left, right in
      abs(runs[right].lowerBound - turns[left])
    } overlap: {
      runs[$0].overlaps(runs[$1])
    }
    for pair in pairs {
      take(Match(stretch: runs[pair.right], passage: open[pair.left], kind: .alike))
    }
  }

  /// Where in the document a passage would be looked for: behind the passage before it.
  private func turn(of passage: Int) -> Int {
    matches.filter { ($0.passage ?? passage) < passage && $0.kind == .same }.map(\.stretch.upperBound).max()
      ?? 0
  }

  /// The pieces that are left over, and those that may be one sentence broken over several lines.
  private func runs() -> [Range<Int>] {
    let pieces = text.pieces(without: covered)
    var runs: [Range<Int>] = []
    for first in pieces.indices {
      for last in first..<min(first + Self.mostPieces, pieces.count) {
        if last > first {
          let before = pieces[last - 1]
          guard before.upperBound == pieces[last].lowerBound, !text.endsSentence(before) else { break }
        }
        runs.append(pieces[first].lowerBound..<pieces[last].upperBound)
      }
    }
    return runs
  }
}
