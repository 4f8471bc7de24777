/// The words that answer a question with yes or no, in ledgers and in the register.
enum YesNoWords {
  private static let book: NameBook = {
    var book = NameBook()
    for word in ["是", "√", "有", "1", "✓", "✔", "Y", "y"] { book.insert(word, value: 1) }
    for word in ["否", "×", "无", "0", "✗", "✘", "N", "n"] { book.insert(word, value: 0) }
    return book
  }()

  /// 1 for yes, 0 for no; nil for any other words.
  static func answer(_ cell: CSVCell, in bytes: [UInt8]) -> Int? {
    book.value(of: cell, in: bytes).map(Int.init)
  }

  /// Whether the cell holds the `?` that a check mark becomes when it is saved in GBK.
  static func isLostCheckMark(_ words: String) -> Bool { words == "?" || words == "？" }
}
