/// What it takes to turn a misspelt name into a right one: the cheapest substitutions, swaps, insertions
/// and deletions (Damerau's distance, each place touched once).
struct NameDistance: Equatable {
  /// One change, from the wrong name to the right one.
  enum Change: Equatable {
    case substitution(Unicode.Scalar, by: Unicode.Scalar, Kinship)
    case swap(Unicode.Scalar, Unicode.Scalar)
    case insertion(Unicode.Scalar)
    case deletion(Unicode.Scalar)

    /// In hundredths of a wrong character.
    var cost: Int {
      switch self {
      case .substitution(_, _, let kinship): kinship.cost
      case .swap: 50
      case .insertion, .deletion: 100
      }
    }

    /// The change in words.
    var reason: String {
      switch self {
      case .substitution(let wrong, let right, let kinship): kinship.reason(wrong, right)
      case .swap(let first, let second): "“\(first)\(second)”两字颠倒"
      case .insertion(let scalar): "缺少“\(scalar)”"
      case .deletion(let scalar): "多出“\(scalar)”"
      }
    }
  }

  /// The changes in the order of the name.
  let changes: [Change]

  /// Their cost, in hundredths of a wrong character.
  var cost: Int { changes.reduce(0) { $0 + $1.cost } }

  /// The changes in words, such as “察”与“查”同音.
  var reason: String { changes.map(\.reason).joined(separator: "，") }

  /// The cheapest way from `wrong` to `right`.
  ///
  /// What both begin and end with costs nothing in a cheapest way, so only what is between is compared.
  init(from wrong: [Unicode.Scalar], to right: [Unicode.Scalar]) {
    let head = zip(wrong, right).prefix { $0 == $1 }.count
    let shorter = min(wrong.count, right.count) - head
    let tail = zip(wrong.reversed(), right.reversed()).prefix(shorter).prefix { $0 == $1 }.count
    var table = Table(Array(wrong[head..<wrong.count - tail]), Array(right[head..<right.count - tail]))
    table.fill()
    changes = table.changes()
  }

  /// The costs of turning every head of the wrong name into every head of the right one.
  private struct Table {
    private let wrong: [Unicode.Scalar]
    private let right: [Unicode.Scalar]
    private var costs: [Int]

    init(_ wrong: [Unicode.Scalar], _ right: [Unicode.Scalar]) {
      self.wrong = wrong
      self.right = right
      costs = Array(repeating: 0, count: (wrong.count + 1) * (right.count + 1))
    }

    mutating func fill() {
      for row in 0...wrong.count {
        for column in 0...right.count where row + column > 0 {
          costs[index(row, column)] = lastSteps(row, column).map(\.cost).min() ?? 0
        }
      }
    }

    /// Walks back from the end along the cheapest steps.
    func changes() -> [Change] {
      var result: [Change] = []
      var (row, column) = (wrong.count, right.count)
      while row + column > 0 {
        guard let step = lastSteps(row, column).min(by: { $0.cost < $1.cost }) else { break }
        if let change = step.change { result.append(change) }
        (row, column) = (row - step.rows, column - step.columns)
      }
      return result.reversed()
    }

    /// A last step towards a cell: the change it makes, the rows and columns it goes, the cost up to the cell.
    private struct Step {
      let change: Change?
      let rows: Int
      let columns: Int
      let cost: Int
    }

    /// The steps that end at `row` and `column`, which are not both 0.
    private func lastSteps(_ row: Int, _ column: Int) -> [Step] {
      var steps: [Step] = []
      if row > 0, column > 0 {
        steps.append(step(row, column, 1, 1, substitution(wrong[row - 1], right[column - 1])))
      }
      if row > 1, column > 1, wrong[row - 2] != wrong[row - 1],
        wrong[row - 1] == right[column - 2], wrong[row - 2] == right[column - 1]
      {
        steps.append(step(row, column, 2, 2, .swap(wrong[row - 2], wrong[row - 1])))
      }
      if row > 0 { steps.append(step(row, column, 1, 0, .deletion(wrong[row - 1]))) }
      if column > 0 { steps.append(step(row, column, 0, 1, .insertion(right[column - 1]))) }
      return steps
    }

    private func step(_ row: Int, _ column: Int, _ rows: Int, _ columns: Int, _ change: Change?) -> Step {
      let before = costs[index(row - rows, column - columns)]
      return Step(change: change, rows: rows, columns: columns, cost: before + (change?.cost ?? 0))
    }

    private func substitution(_ wrong: Unicode.Scalar, _ right: Unicode.Scalar) -> Change? {
      wrong == right ? nil : .substitution(wrong, by: right, Kinship(of: wrong, with: right))
    }

    private func index(_ row: Int, _ column: Int) -> Int { row * (right.count + 1) + column }
  }
}
