/// What a name that nobody knows may have been meant to be.
///
/// Chinese names are short, so counting wrong characters alone would take 妇联 for 残联. A wrong character that
/// sounds or looks like the right one is cheap, since that is how typing goes wrong; any other one is dear.
public enum NearName: Sendable, Hashable {
  /// 疑为: the only name that a slip of sound, shape or order leads to, and in words which slip it is.
  case sure(String, reason: String)
  /// 相近的有: up to three names, the nearest first, that may be what was meant or may be others.
  case similar([String])
  /// No known name is near.
  case none

  /// The nearest of `names` to `name`, which is not one of them.
  ///
  /// Names equal to `name` after folding are left out, and repeated names count once. Order of `names` decides
  /// between equally near ones.
  public static func nearest(to name: String, among names: [String]) -> NearName {
    let wrong = Array(FoldedName(name).text.unicodeScalars)
    guard !wrong.isEmpty, wrong.count <= longestName else { return .none }
    let candidates = candidates(for: wrong, among: names)

    let slips = candidates.filter { $0.distance.cost <= surestCost }
    if slips.count == 1, let slip = slips.first {
      return .sure(slip.name, reason: slip.distance.reason)
    }
    let nearest = candidates.sorted { ($0.distance.cost, $0.order) < ($1.distance.cost, $1.order) }
    return nearest.isEmpty ? .none : .similar(nearest.prefix(3).map(\.name))
  }

  /// The highest cost of a slip of sound, shape or order.
  private static let surestCost = 50

  /// Longer names are not compared; no real one is.
  private static let longestName = 100

  private struct Candidate {
    let name: String
    let folded: FoldedName
    let order: Int
    let distance: NameDistance
  }

  /// The names near enough to be named at all.
  private static func candidates(for wrong: [Unicode.Scalar], among names: [String]) -> [Candidate] {
    var result: [Candidate] = []
    for (order, name) in names.enumerated() {
      let folded = FoldedName(name)
      let right = Array(folded.text.unicodeScalars)
      guard !right.isEmpty, right.count <= longestName, right != wrong,
        !result.contains(where: { $0.folded == folded })
      else { continue }
      let contained = oneContainsTheOther(wrong, right) || shareMost(wrong, right)
      guard contained || mayBeNear(wrong, right) else { continue }
      let distance = NameDistance(from: wrong, to: right)
      let isNear = distance.cost <= limit(for: wrong) && distance.cost < 100 * max(wrong.count, right.count)
      if contained || isNear {
        result.append(Candidate(name: name, folded: folded, order: order, distance: distance))
      }
    }
    return result
  }

  /// Whether the distance may be within the limit, told without working it out: a character to which none in the right
  /// name is akin costs a whole one.
  private static func mayBeNear(_ wrong: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
    let most = limit(for: wrong) / 100
    guard abs(wrong.count - right.count) <= most else { return false }
    var strange = 0
    for scalar in wrong
    where !right.contains(where: { $0 == scalar || Kinship(of: scalar, with: $0) != .unrelated }) {
      strange += 1
      if strange > most { return false }
    }
    return true
  }

  /// The highest cost, in hundredths of a wrong character, at which a name is still called near.
  private static func limit(for name: [Unicode.Scalar]) -> Int {
    switch name.count {
    case ...5: 100
    case 6...7: 150
    default: 200
    }
  }

  /// Whether the shorter name, of two characters at least, is part of the longer one.
  private static func oneContainsTheOther(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    guard short.count >= 2 else { return false }
    return (0...long.count - short.count).contains { long[$0...].starts(with: short) }
  }

  /// Whether the names have so much in common, in the same order, that one may be meant by the other: all of the
  /// shorter (信访得分 for 信访考核得分), or more than three quarters of the longer.
  private static func shareMost(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
    let (short, long) = (min(left.count, right.count), max(left.count, right.count))
    guard short >= 3, short * 2 >= long else { return false }
    let shared = sharedCount(left, right)
    return shared == short || shared * 4 > long * 3
  }

  /// Length of the longest row of characters that stands in both names, with gaps or without.
  private static func sharedCount(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var above = [Int](repeating: 0, count: right.count + 1)
    for scalar in left {
      var row = [0]
      for (column, other) in right.enumerated() {
        row.append(scalar == other ? above[column] + 1 : max(above[column + 1], row[column]))
      }
      above = row
    }
    return above[right.count]
  }
}
