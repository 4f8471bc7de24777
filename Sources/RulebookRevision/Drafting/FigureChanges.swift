import ExactArithmetic
import RulebookSyntax
import RulebookText

/// The figures of a sentence that have become others, as its brackets follow them.
struct FigureChanges {
  /// The changes, those of the year and of the mark at the end of a sentence left out.
  let changes: [WordChange]
  private let values: [(old: Rational, new: Rational)]

  init(_ changes: [WordChange], oldYear: Int?, newYear: Int?) {
    let ofYear = WordChange(old: oldYear.map { "\($0)" } ?? "", new: newYear.map { "\($0)" } ?? "")
    self.changes = changes.filter { $0 != ofYear && !$0.isOfMarks }
    values = self.changes.compactMap { change in
      guard change.isOfFigures, let old = Self.value(change.old), let new = Self.value(change.new) else {
        return nil
      }
      return (old, new)
    }
  }

  /// Whether nothing but figures is another.
  var areFiguresAlone: Bool { changes.allSatisfy(\.isOfFigures) }

  /// The words of a bracket with its figures changed like those of the sentence; `nil` where none of them is.
  ///
  /// A figure that has become two different ones is left as it is: a person must say which one is meant.
  func applied(to bracket: String) -> String? {
    let bytes = Array(bracket.utf8)
    guard let colon = FoldedText.text(bracket).contains(":") ? Self.colon(bytes) : nil else { return nil }
    var words = Array(bytes[..<colon])
    var cursor = Cursor(bytes, TextRange(colon, bytes.count))
    var isChanged = false
    while cursor.peek() != nil {
      let start = cursor.position
      var copy = cursor
      if let numeral = copy.number(), let new = new(for: numeral.value) {
        words += bytes[start..<numeral.range.start]
        words += (new ?? numeral.value).shownFigure.utf8
        isChanged = true
        cursor = copy
      } else {
        cursor.advance()
        words += bytes[start..<cursor.position]
      }
    }
    words += bytes[cursor.position...]
    return isChanged ? String(decoding: words, as: UTF8.self) : nil
  }

  /// What a figure has become: `.some(nil)` where that is not sure, `nil` where it has stayed.
  private func new(for value: Rational) -> Rational?? {
    let found = Set(values.filter { $0.old == value }.map(\.new))
    if found.isEmpty { return nil }
    return .some(found.count == 1 ? found.first : nil)
  }

  private static func value(_ words: String) -> Rational? {
    let bytes = Array(words.utf8)
    var cursor = Cursor(bytes, TextRange(0, bytes.count))
    return cursor.number()?.value
  }

  private static func colon(_ bytes: [UInt8]) -> Int? {
    var cursor = Cursor(bytes, TextRange(0, bytes.count))
    while let scalar = cursor.peek() {
      cursor.advance()
      if scalar == ":" { return cursor.position }
    }
    return nil
  }
}

extension WordChange {
  /// Whether a sentence only ends in another mark: the last of a row has become one before it.
  fileprivate var isOfMarks: Bool { (old + new).allSatisfy { ";；。".contains($0) } }
}

extension Rational {
  fileprivate var shownFigure: String { decimalText ?? description }
}
