/// Which characters of one sentence are those of another, to find the place of a bracket in changed words.
struct Correspondence {
  /// For each character of the old sentence its place in the new one.
  private var places: [Int?]
  private let count: Int

  /// Above so many cells of the table only what both begin with is found.
  private static let mostCells = 1 << 20

  init(_ old: [Unicode.Scalar], _ new: [Unicode.Scalar]) {
    places = Array(repeating: nil, count: old.count)
    count = new.count
    guard (old.count + 1) * (new.count + 1) <= Self.mostCells else {
      for place in zip(old, new).prefix(while: { $0 == $1 }).enumerated().map(\.offset) {
        places[place] = place
      }
      return
    }
    let width = new.count + 1
    var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
    for row in old.indices.reversed() {
      for column in new.indices.reversed() {
        lengths[row * width + column] =
          old[row] == new[column]
          ? lengths[(row + 1) * width + column + 1] + 1
          : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
      }
    }
    var (row, column) = (0, 0)
    while row < old.count, column < new.count {
      if old[row] == new[column] {
        places[row] = column
        (row, column) = (row + 1, column + 1)
      } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
  }

  /// The place in the new sentence of what stands before the character `offset` of the old one.
  ///
  /// A bracket stands right before the words that score, so the character behind it counts for more than the one before.
  func place(of offset: Int) -> Int {
    if offset >= places.count { return count }
    if offset > 0, let before = places[offset - 1] { return before + 1 }
    if let behind = places[offset] { return behind }
    let before = places[..<offset].last { $0 != nil } ?? nil
    return before.map { $0 + 1 } ?? 0
  }
}
