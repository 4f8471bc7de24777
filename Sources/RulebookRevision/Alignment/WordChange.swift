import RulebookSyntax

/// Words of a sentence that have become others.
public struct WordChange: Sendable, Hashable {
  /// What stood there; empty where something has been put in.
  public var old: String
  /// What stands there; empty where something has been left out.
  public var new: String

  /// Words that have become others.
  public init(old: String, new: String) {
    self.old = old
    self.new = new
  }

  /// The words in which two sentences differ, in order: a longest common subsequence of characters and numbers is what
  /// they share, all the rest is what differs.
  public static func changes(from old: String, to new: String) -> [WordChange] {
    let (left, right) = (tokens(old), tokens(new))
    let start = zip(left, right).prefix { $0 == $1 }.count
    let end = zip(left.dropFirst(start).reversed(), right.dropFirst(start).reversed()).prefix { $0 == $1 }
      .count
    return merged(
      hunks(Array(left[start..<left.count - end]), Array(right[start..<right.count - end])))
  }

  /// Whether it is figures on both sides.
  var isOfFigures: Bool {
    [old, new].allSatisfy { words in
      !words.isEmpty
        && words.unicodeScalars.allSatisfy {
          $0.isDigit || $0.chineseDigit != nil || $0.chineseUnit != nil || $0 == "." || $0 == "/"
        }
    }
  }

  /// Above so many cells of the table the differing middle is told as a whole.
  private static let mostCells = 1 << 22

  /// Words both have, or a change.
  private enum Hunk {
    case same([String])
    case change(WordChange)
  }

  private static func hunks(_ left: [String], _ right: [String]) -> [Hunk] {
    guard !left.isEmpty, !right.isEmpty, (left.count + 1) * (right.count + 1) <= mostCells else {
      let change = WordChange(old: left.joined(), new: right.joined())
      return left.isEmpty && right.isEmpty ? [] : [.change(change)]
    }
    let width = right.count + 1
    // How long the longest common subsequence of what is left on both sides is.
    var lengths = [Int32](repeating: 0, count: (left.count + 1) * width)
    for row in left.indices.reversed() {
      for column in right.indices.reversed() {
        let below = lengths[(row + 1) * width + column]
        let behind = lengths[row * width + column + 1]
        lengths[row * width + column] =
          left[row] == right[column] ? lengths[(row + 1) * width + column + 1] + 1 : max(below, behind)
      }
    }
    var hunks: [Hunk] = []
    var (row, column) = (0, 0)
    while row < left.count || column < right.count {
      if row < left.count, column < right.count, left[row] == right[column] {
        hunks.append(.same([left[row]]))
        (row, column) = (row + 1, column + 1)
      } else if column == right.count
        || row < left.count && lengths[(row + 1) * width + column] >= lengths[row * width + column + 1]
      {
        hunks.append(.change(WordChange(old: left[row], new: "")))
        row += 1
      } else {
        hunks.append(.change(WordChange(old: "", new: right[column])))
        column += 1
      }
    }
    return hunks
  }

  /// Changes side by side are one; so are two, neither of figures, between which a single character is left by chance.
  private static func merged(_ hunks: [Hunk]) -> [WordChange] {
    var changes: [WordChange] = []
    // What both have since the last change.
    var shared: [String] = []
    for hunk in joined(hunks) {
      switch hunk {
      case .same(let words): shared += words
      case .change(let change):
        if let last = changes.last, shared.count <= 1, !isMark(shared), !last.isOfFigures, !change.isOfFigures
        {
          changes[changes.count - 1].old += shared.joined() + change.old
          changes[changes.count - 1].new += shared.joined() + change.new
        } else {
          changes.append(change)
        }
        shared = []
      }
    }
    return changes
  }

  /// Changes side by side as one.
  private static func joined(_ hunks: [Hunk]) -> [Hunk] {
    hunks.reduce(into: []) { joined, hunk in
      if case .change(let more) = hunk, case .change(var change)? = joined.last {
        change.old += more.old
        change.new += more.new
        joined[joined.count - 1] = .change(change)
      } else {
        joined.append(hunk)
      }
    }
  }

  private static func isMark(_ words: [String]) -> Bool {
    words.allSatisfy { ["，", "；", "。", "、", "：", ",", ";", ":", "分", "的"].contains($0) }
  }

  /// The characters of a text, figures as a whole.
  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var isInFigure = false
    for scalar in text.unicodeScalars {
      let continues = scalar.isDigit || (scalar == "." || scalar == "/") && isInFigure
      if continues, isInFigure {
        tokens[tokens.count - 1].unicodeScalars.append(scalar)
      } else {
        tokens.append(String(scalar))
      }
      isInFigure = continues
    }
    return tokens
  }
}
