import ExactArithmetic
import RulebookModel
import RulebookScoring

/// Where the difference between two totals of one unit comes from.
///
/// The score of an item is its start, its clauses and its children, brought into its bounds. So the difference of two
/// scores is that of the starts, of each clause and of each child, and what the bounds take off on either side; for a
/// child the same is said of it again. By that the parts always add up: what a bound swallows is a part of its own.
struct Attribution {
  private let old: Scores
  private let new: Scores
  private let pairing: Pairing
  private let oldReasons: [Int: ItemReason]
  private let newReasons: [Int: ItemReason]

  /// What adds up to the difference of the totals, which must be known.
  private(set) var parts: [ScoreComparison.Part] = []

  init(_ old: Scores, _ new: Scores, _ pairing: Pairing, unit: Int) {
    (self.old, self.new, self.pairing) = (old, new, pairing)
    oldReasons = Self.reasons(old, unit)
    newReasons = Self.reasons(new, unit)
    parts = parts(of: Side(item: 0, weight: 1), Side(item: 0, weight: 1))
  }

  /// An item and the share of it that counts.
  private struct Side {
    var item: Int
    var weight: Rational
  }

  /// The reasons of the year.
  private static func reasons(_ scores: Scores, _ unit: Int) -> [Int: ItemReason] {
    Dictionary(scores.reasons(forUnit: unit).filter { $0.period == nil }.map { ($0.item, $0) }) { first, _ in
      first
    }
  }

  /// What adds up to the difference of two items of which at least one is there.
  private func parts(of before: Side?, _ after: Side?) -> [ScoreComparison.Part] {
    let whole = whole(before, after)
    if let before, let after, before.weight == after.weight, let inner = innerParts(before.item, after.item) {
      let scaled = inner.map { part in
        var part = part
        (part.old, part.new) = (part.old * before.weight, part.new * before.weight)
        return part
      }
      let rest = whole.difference - scaled.reduce(Rational.zero) { $0 + $1.difference }
      guard !rest.isZero else { return scaled }
      return scaled + [ScoreComparison.Part(kind: .bounds, path: whole.path, words: "", old: 0, new: rest)]
    }
    return whole.difference.isZero ? [] : [whole]
  }

  /// The item as one part.
  private func whole(_ before: Side?, _ after: Side?) -> ScoreComparison.Part {
    let oldScore = before.flatMap { side in oldReasons[side.item]?.score.score.exact.map { $0 * side.weight }
    }
    let newScore = after.flatMap { side in newReasons[side.item]?.score.score.exact.map { $0 * side.weight } }
    let item = after.map { new.rulebook.items[$0.item] } ?? before.map { old.rulebook.items[$0.item] }
    return ScoreComparison.Part(
      kind: .item, path: item?.path ?? "", words: item?.title ?? "", old: oldScore ?? 0, new: newScore ?? 0)
  }

  /// Start, clauses and children of two items; `nil` where one of them has its score otherwise, or is not known in all
  /// its parts.
  private func innerParts(_ before: Int, _ after: Int) -> [ScoreComparison.Part]? {
    guard let mine = oldReasons[before], let theirs = newReasons[after], mine.isSum, theirs.isSum,
      !old.rulebook.items[before].isComputed, !new.rulebook.items[after].isComputed
    else { return nil }
    let path = new.rulebook.items[after].path
    var parts: [ScoreComparison.Part] = []
    if mine.start != theirs.start {
      parts.append(
        ScoreComparison.Part(kind: .start, path: path, words: "", old: mine.start, new: theirs.start))
    }
    return parts + clauseParts(mine, theirs) + childParts(mine, theirs)
  }

  private func clauseParts(_ mine: ItemReason, _ theirs: ItemReason) -> [ScoreComparison.Part] {
    var rest = mine.worths
    var parts = theirs.worths.map { clause, worth in
      let before = rest.firstIndex { pairing.clauses[$0.clause] == clause }.map { rest.remove(at: $0).worth }
      return part(new.rulebook, clause, before ?? 0, worth)
    }
    parts += rest.map { part(old.rulebook, $0.clause, $0.worth, 0) }
    return parts.filter { !$0.difference.isZero }
  }

  private func part(_ rulebook: Rulebook, _ index: Int, _ before: Rational, _ after: Rational)
    -> ScoreComparison.Part
  {
    let clause = rulebook.clauses[index]
    return ScoreComparison.Part(
      kind: .sentence, path: rulebook.items[clause.home].path, words: ComparedText.shown(clause.sentence),
      old: before, new: after)
  }

  private func childParts(_ mine: ItemReason, _ theirs: ItemReason) -> [ScoreComparison.Part] {
    var rest = mine.children.map { Side(item: $0.item, weight: $0.weight) }
    var found = theirs.children.flatMap { child -> [ScoreComparison.Part] in
      let index = rest.firstIndex { pairing.items[$0.item] == child.item }
      return parts(of: index.map { rest.remove(at: $0) }, Side(item: child.item, weight: child.weight))
    }
    found += rest.flatMap { parts(of: $0, nil) }
    return found
  }
}

extension ItemReason {
  /// Whether its score is what it consists of, all of it known.
  fileprivate var isSum: Bool {
    source == .own && clauses.allSatisfy { $0.counted.exact != nil }
      && children.allSatisfy { $0.score.score.exact != nil }
  }

  /// What its clauses come to.
  fileprivate var worths: [(clause: Int, worth: Rational)] {
    clauses.map { ($0.clause, $0.counted.exact ?? 0) }
  }
}
