import ExactArithmetic

/// Values by cell: those of one cell stand together, in the order in which they came.
struct CellValues {
  private var values: [Rational]
  /// Where the values of each cell begin; one more at the end.
  private let starts: [Int]

  /// The values of `count` cells; `cells` says of each value where it belongs, -1 for nowhere.
  init(_ cells: [Int], count: Int, _ values: [Rational]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for cell in cells where cell >= 0 { starts[cell + 1] += 1 }
    for cell in 0..<count { starts[cell + 1] += starts[cell] }
    var next = starts
    self.values = Array(repeating: 0, count: starts[count])
    for (cell, value) in zip(cells, values) where cell >= 0 {
      self.values[next[cell]] = value
      next[cell] += 1
    }
    self.starts = starts
  }

  /// How many cells there are.
  var count: Int { starts.count - 1 }

  /// The values of one cell.
  func values(at cell: Int) -> ArraySlice<Rational> { values[starts[cell]..<starts[cell + 1]] }
}
