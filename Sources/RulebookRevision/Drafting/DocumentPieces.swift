import RulebookModel
import RulebookSyntax
import RulebookText

/// A piece of an issued document on its way into a draft.
struct DocumentPiece {
  /// What it is.
  enum Kind {
    /// It stood in the old rulebook: the index of the passage there.
    case carried(Int)
    /// A new heading, with its number where it has one.
    case heading(HeadingNumber)
    /// A new sentence; the number that it begins with stands before `start`.
    case sentence(start: Int)
    /// A cell of a table, or the title of one.
    case cell
  }

  /// Where it stands.
  var range: TextRange
  /// What it is.
  var kind: Kind
  /// What has become of it since the old rulebook.
  var standing: Coverage.Standing
  /// The title, where it is a heading or a cell.
  var title = ""
  /// The directive that a cell takes: 项, 目, 考核单位, 说明.
  var mark: String?
}

/// Cuts a document into the pieces of a draft.
struct DocumentPieces {
  private let source: SourceText
  /// The headings by the start of their lines.
  private var headings: [(line: TextRange, number: HeadingNumber, title: String, isSentence: Bool)] = []

  init(_ source: SourceText) {
    self.source = source
    for line in Parser.parse(source).tree.lines {
      guard let first = line.segments.first, let last = line.segments.last else { continue }
      var number: HeadingNumber?
      var title = ""
      var hasTail = false
      for segment in line.segments {
        switch segment {
        case .number(let found): number = found
        case .title(let range): title += source.text(range)
        case .tail: hasTail = true
        default: continue
        }
      }
      guard let number else { continue }
      headings.append(
        (first.range.joined(with: last.range), number, title, isSentence: title.isEmpty && !hasTail))
    }
  }

  /// The pieces of a document that has been held against the passages of an old rulebook.
  func pieces(of sentences: [Coverage.Sentence], _ places: [CarriedBrackets.Place]) -> [DocumentPiece] {
    var index: [Int: Int] = [:]
    for (place, entry) in places.enumerated() { index[entry.passage.range.start] = place }
    var pieces: [DocumentPiece] = []
    for sentence in sentences {
      if let passage = sentence.passage, let place = index[passage.range.start] {
        let title = passage.role == .heading ? heading(at: sentence.range)?.title ?? passage.text : ""
        pieces.append(
          DocumentPiece(
            range: sentence.range, kind: .carried(place), standing: sentence.standing, title: title))
      } else {
        append(new(sentence), to: &pieces)
      }
    }
    return TableCells(isOffice: isOffice).marked(pieces)
  }

  private func new(_ sentence: Coverage.Sentence) -> DocumentPiece {
    var piece = DocumentPiece(
      range: sentence.range, kind: .sentence(start: sentence.range.start), standing: sentence.standing)
    if let heading = heading(at: sentence.range) {
      if heading.isSentence {
        piece.kind = .sentence(start: min(heading.number.range.end, sentence.range.end))
      } else {
        piece.kind = .heading(heading.number)
        piece.title = heading.title
      }
    } else if isCell(sentence.range) {
      piece.kind = .cell
      piece.title = words(sentence.range)
    }
    return piece
  }

  /// The heading that a stretch begins with.
  private func heading(at range: TextRange)
    -> (line: TextRange, number: HeadingNumber, title: String, isSentence: Bool)?
  {
    headings.first { $0.line.start <= range.start && range.start < $0.number.range.end }
  }

  /// A sentence broken over two lines is one piece, and so is the title of a cell.
  private func append(_ piece: DocumentPiece, to pieces: inout [DocumentPiece]) {
    guard case .sentence(let start) = piece.kind, let last = pieces.last,
      case .sentence(let begun) = last.kind,
      start == piece.range.start, isBroken(last.range)
    else { return joinCell(piece, to: &pieces) }
    pieces[pieces.count - 1].range = last.range.joined(with: piece.range)
    pieces[pieces.count - 1].kind = .sentence(start: begun)
  }

  private func joinCell(_ piece: DocumentPiece, to pieces: inout [DocumentPiece]) {
    guard piece.kind.isCell, let last = pieces.last, last.kind.isCell else { return pieces.append(piece) }
    let areNarrow = last.title.count <= 3 && piece.title.count <= 3
    guard areNarrow || DraftingWords.openEndings.contains(where: last.title.hasSuffix) else {
      return pieces.append(piece)
    }
    guard !isOffice(piece.title), !isOffice(last.title) else { return pieces.append(piece) }
    pieces[pieces.count - 1].range = last.range.joined(with: piece.range)
    pieces[pieces.count - 1].title = last.title + piece.title
  }

  /// Whether a sentence goes on in the next line.
  private func isBroken(_ range: TextRange) -> Bool {
    let words = words(range)
    guard let last = words.unicodeScalars.last, last != ";", last != "。", last != ":" else { return false }
    return words.contains(",") || DraftingWords.openEndings.contains(where: words.hasSuffix)
  }

  /// Whether a line is too short for a sentence and has none of its marks.
  private func isCell(_ range: TextRange) -> Bool {
    let words = words(range)
    if DraftingWords.tailEndings.contains(where: words.hasSuffix) { return true }
    guard words.count <= 20, let last = words.unicodeScalars.last, ![";", "。", ":", ","].contains(last) else {
      return false
    }
    return !words.contains(",") && ScoringWords(source.bytes).first(in: range) == nil
  }

  /// Whether a cell is the name of an office.
  private func isOffice(_ title: String) -> Bool {
    (2...12).contains(title.count) && DraftingWords.officeEndings.contains(where: title.hasSuffix)
  }

  private func words(_ range: TextRange) -> String { FoldedText.text(source.bytes, range) }
}

extension DocumentPiece.Kind {
  /// Whether it is a cell.
  var isCell: Bool { if case .cell = self { true } else { false } }
}
