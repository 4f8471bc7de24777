import RulebookModel
public import RulebookSyntax
public import RulebookText

/// A rulebook drafted from an issued document: the brackets of an old rulebook where its sentences stand in the document,
/// 【？…】 with a proposal where new words score.
public struct RulebookDraft: Sendable {
  /// The draft.
  public private(set) var bytes: [UInt8] = []
  /// What has become of the sentences, in the order of the document; then what is gone.
  public private(set) var entries: [Entry] = []

  /// What has become of a sentence, and where.
  public struct Entry: Sendable {
    /// What has become of it.
    public var kind: Kind
    /// Where it stands: in the document, or in the old rulebook where it is gone.
    public var range: TextRange
    /// Its words.
    public var text: String
    /// What is other than in the old rulebook.
    public var changes: [WordChange] = []
    /// The brackets that are proposed, or whose figures follow the sentence.
    public var brackets: [String] = []
  }

  /// What may become of a sentence.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// It stands as it did, and has kept its brackets.
    case carried
    /// It stands elsewhere, with its brackets.
    case moved
    /// Its figures are others, and those in its brackets with them.
    case figures
    /// Its words are others; its brackets are to be looked at.
    case reworded
    /// It is new, and brackets are proposed.
    case proposed
    /// It is a new heading, or the new title of a row.
    case heading
    /// It is new, and nothing in it scores.
    case silent
    /// It is new and scores in no known form.
    case unknown
    /// It stood in the old rulebook and is gone.
    case removed
  }

  /// Drafts a rulebook of `document`; from `old` it takes over what has stayed.
  public init(of document: SourceText, from old: SyntaxTree? = nil) {
    let empty = Parser.parse(SourceText(name: "", bytes: [])).tree
    let coverage = Coverage(of: document, in: old ?? empty)
    let carried = CarriedBrackets(old ?? empty)
    let pieces = DocumentPieces(document).pieces(of: coverage.sentences, carried.places)
    let transfer = Transfer(carried, pieces, document: document)
    var proposals = Proposals(document, names: transfer.names)
    let proposed = proposals.all(for: pieces)
    var layout = DraftLayout(document)
    layout.append(lines: old == nil ? proposals.head : transfer.head)
    for (piece, proposal) in zip(pieces, proposed) {
      if case .carried(let place) = piece.kind {
        let brackets = transfer.brackets(at: place, in: piece)
        layout.append(piece.range, brackets.insertions, blankBefore: carried.places[place].followsBlank)
        layout.append(lines: transfer.below[place] ?? [])
        entries.append(brackets.entry)
      } else {
        layout.append(piece.range, proposal.insertions)
        entries.append(Self.entry(piece, proposal, document))
      }
    }
    bytes = layout.finished
    for passage in coverage.additions {
      entries.append(Entry(kind: .removed, range: passage.range, text: passage.text))
    }
  }

  private static func entry(
    _ piece: DocumentPiece, _ proposal: Proposer.Finding, _ document: SourceText
  ) -> Entry {
    let kind: Kind =
      switch piece.kind {
      case _ where proposal.unknown != nil: .unknown
      case .heading: .heading
      case .cell: piece.mark == nil ? .silent : .heading
      case .sentence, .carried: proposal.insertions.isEmpty ? .silent : .proposed
      }
    return Entry(
      kind: kind, range: piece.range, text: document.text(piece.range),
      brackets: proposal.insertions.map(\.bracket))
  }
}
