import RulebookText

/// Finds names as they stand in cells: as written first, then with width folded and spaces dropped.
struct NameBook: Sendable {
  private var index = NameIndex()

  /// A book of no names.
  init() {}

  /// A book of `names`, each with its place in the list.
  init(_ names: [String]) {
    for (value, name) in names.enumerated() { insert(name, value: Int32(clamping: value)) }
  }

  /// Enters `name`; where it is entered already, the earlier value stays and is returned.
  @discardableResult
  mutating func insert(_ name: String, value: Int32) -> Int32 {
    let folded = FoldedName(name).bytes
    let stored = index.insert(folded, value: value)
    if stored == value { index.insert(Array(name.utf8), value: value) }
    return stored
  }

  /// What is entered for `name`.
  func value(of name: String) -> Int32? { index.value(of: FoldedName(name).bytes) }

  /// What is entered for the name that stands in `cell`.
  func value(of cell: CSVCell, in bytes: [UInt8]) -> Int32? {
    let content = bytes.trimmingSpaces(cell.content)
    if let value = index.value(of: bytes, content) { return value }
    let words = bytes.words(of: cell)
    let start = words.formulaGuardWidth(0..<words.count)
    return index.value(of: FoldedName(words[start...]).bytes)
  }
}
