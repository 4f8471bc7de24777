import ExactArithmetic
import RulebookModel
import RulebookSyntax
import RulebookText

/// The words of brackets: without blanks, marks in full width, figures in digits.
struct BracketSpelling {
  private let bytes: [UInt8]
  /// What is copied as it stands, although it may hold numerals: names, and the fixed words of the vocabulary.
  private let fixed: WordList

  init(_ bytes: [UInt8], names: [String]) {
    self.bytes = bytes
    fixed = WordList((names + NumeralWords.all).sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) })
  }

  /// How much of a stretch is spelt anew.
  fileprivate enum Extent {
    /// Its width alone: names, paths, formulas.
    case width
    /// Its digits as well: 0.20 is 0.2.
    case figures
    /// Its dashes as well: 0.1-0.5 is 0.1—0.5.
    case phrases
  }

  /// Appends a bracket.
  func append(_ annotation: Annotation, to words: inout [UInt8]) {
    words += "【".utf8
    let inside = TextRange(annotation.range.start + 3, annotation.range.end - 3)
    switch annotation.content {
    case .directive(.title), .directive(.comment): appendProse(inside, to: &words)
    case .evidence(let evidence): append(parts: evidence.parts, inside, to: &words)
    case .total(let total): append(parts: total.parts, inside, to: &words)
    case .directive(let directive): append(inside, directive.extent, to: &words)
    case .score, .formula, .broken: append(inside, .width, to: &words)
    }
    words += "】".utf8
  }

  /// Words for people: only their width changes, and blanks at the ends go.
  private func appendProse(_ inside: TextRange, to words: inout [UInt8]) {
    var cursor = Cursor(bytes, inside)
    while let scalar = cursor.peek(), scalar != ":" { cursor.advance() }
    append(TextRange(inside.start, cursor.start), .width, to: &words)
    guard cursor.eat(":") else { return }
    words += "：".utf8
    let text = TextRange(cursor.start, FoldedText.end(bytes, inside))
    OfficialSpelling.append(bytes, text, to: &words)
  }

  /// What names evidence as it is, and behind it the parts, each spelt by its kind.
  private func append(parts: [EvidencePart], _ inside: TextRange, to words: inout [UInt8]) {
    var reached = inside.start
    for part in parts {
      append(TextRange(reached, part.range.start), .width, to: &words)
      append(part.range, part.content.extent, to: &words)
      reached = part.range.end
    }
    append(TextRange(reached, inside.end), .width, to: &words)
  }

  private func append(_ range: TextRange, _ extent: Extent, to words: inout [UInt8]) {
    var cursor = Cursor(bytes, range)
    while let scalar = cursor.peek() {
      if extent != .width, let word = cursor.eat(anyOf: fixed) {
        append(folded: word.unicodeScalars, to: &words)
      } else if extent != .width, let figure = figure(&cursor) {
        words += figure.utf8
      } else {
        cursor.advance()
        if extent == .phrases, FoldedScalar.isDash(scalar) {
          words += "—".utf8
        } else {
          append(folded: CollectionOfOne(scalar), to: &words)
        }
      }
    }
  }

  private func append(folded scalars: some Sequence<Unicode.Scalar>, to words: inout [UInt8]) {
    for scalar in scalars { words += (Marks.wide(scalar) ?? String(scalar)).utf8 }
  }

  /// A number in digits; one in 汉字 only where a measure word or 分 shows that it is a figure.
  private func figure(_ cursor: inout Cursor) -> String? {
    var copy = cursor
    guard let first = copy.peek(), let numeral = copy.number() else { return nil }
    if first.isDigit {
      let written = FoldedText.text(bytes, numeral.range)
      cursor = copy
      return written.contains("/") ? written : numeral.value.shown
    }
    var behind = copy
    guard
      numeral.isPercent || !numeral.value.isInteger || behind.eat("分") || behind.measureWord(extra: []) != nil
    else { return nil }
    cursor = copy
    if numeral.isPercent { return numeral.value.shown + "%" }
    return FoldedText.text(bytes, numeral.range).contains("分之") ? "\(numeral.value)" : numeral.value.shown
  }
}

extension DirectiveSyntax {
  fileprivate var extent: BracketSpelling.Extent {
    switch self {
    case .total, .fullMark, .points, .periodic, .start, .ceiling, .floor, .rounding, .itemRounding,
      .multiplier,
      .example:
      .figures
    case .title, .year, .measureWords, .stepRule, .boundaries, .register, .shared, .grades, .grouping, .ties,
      .appliesTo, .others, .highestPerMatter, .row, .subrow, .assessors, .weight, .scoreName, .absent,
      .explanation, .comment:
      .width
    }
  }
}

extension EvidencePart.Content {
  fileprivate var extent: BracketSpelling.Extent {
    switch self {
    case .requirement, .fullMark, .fullDeduction, .per: .figures
    case .phrase(let rule): rule.isFormula ? .width : .phrases
    case .outcome: .phrases
    default: .width
    }
  }
}

extension ConsequenceSyntax {
  fileprivate var isFormula: Bool {
    phrases.contains { if case .formula = $0.effect { true } else { false } }
  }
}
