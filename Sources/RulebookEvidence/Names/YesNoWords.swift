/// The words that answer a question with yes or no, in ledgers and in the register.
enum YesNoWords {
  /// Every word with 1 for yes and 0 for no.
  static let all: [(word: String, value: Int64)] =
    ["是", "√", "有", "1", "✓", "✔", "Y", "y"].map { ($0, 1) }
    + ["否", "×", "无", "0", "✗", "✘", "N", "n"].map { ($0, 0) }

  private static let book: NameBook = {
    var book = NameBook()
    for (word, value) in all { book.insert(word, value: Int32(value)) }
    return book
  }()

  /// 1 for yes, 0 for no; nil for any other words.
  static func answer(_ cell: CSVCell, in bytes: [UInt8]) -> Int? {
    book.value(of: cell, in: bytes).map(Int.init)
  }

  /// Whether the cell holds the `?` that a check mark becomes when it is saved in GBK.
  static func isLostCheckMark(_ words: String) -> Bool { words == "?" || words == "？" }
}
