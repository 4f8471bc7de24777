import ExactArithmetic
import RulebookSyntax
import RulebookText

extension OfficialWords {
  /// A bound in the official words: 不少于2次, 超过2次, 2次以上.
  struct Bound {
    /// The sides the words may mean; both of a pair for 以上, none where they are negated in an unread way.
    var sides: [RequirementSyntax.Direction]
    var quantity: Quantity
    var range: TextRange
  }

  /// Words right before a figure that say on which side of it; longer words before those they end in.
  private static let boundWords: WordTable<RequirementSyntax.Direction> = [
    "不得少于": .atLeast, "不得低于": .atLeast, "不能少于": .atLeast, "不能低于": .atLeast, "不应少于": .atLeast,
    "不应低于": .atLeast, "不少于": .atLeast, "不低于": .atLeast, "不小于": .atLeast, "至少": .atLeast,
    "最少": .atLeast,
    "不得超过": .atMost, "不得多于": .atMost, "不得高于": .atMost, "不能超过": .atMost, "不应超过": .atMost,
    "不超过": .atMost,
    "未超过": .atMost, "不多于": .atMost, "不高于": .atMost, "不大于": .atMost, "至多": .atMost, "最多": .atMost,
    "未达到": .below, "达不到": .below, "不达": .below, "未达": .below, "不足": .below, "不到": .below,
    "低于": .below,
    "少于": .below, "小于": .below, "达到": .atLeast, "超过": .above, "高于": .above, "多于": .above,
    "大于": .above,
  ]

  /// Behind a figure: that much or more.
  private static let orMore: WordList = ["以上", "及以上"]
  /// Behind a figure: that much or less.
  private static let orLess: WordList = ["以下", "及以下", "以内"]

  /// What they begin with.
  private static let boundBeginnings = boundWords.beginnings

  /// Words before a bound that turn it round.
  private static let negations = "不未没无非勿莫否".unicodeScalars

  /// The bounds in `ranges`, in order.
  func bounds(in ranges: [TextRange]) -> [Bound] {
    all(in: ranges, beginning: { Self.boundBeginnings.contains($0) || $0.mayBeginFigure }) { cursor, before in
      let start = cursor.start
      let stated = Self.direction(&cursor)
      guard stated != nil || cursor.peek()?.mayBeginFigure == true,
        let quantity = cursor.quantity(extra: measureWords)
      else { return nil }
      let clause = before.reversed().prefix { $0 != "," && $0 != "、" }
      let isNegated = clause.contains { Self.negations.contains($0) }
      guard let sides = Self.sides(&cursor, stated) else { return nil }
      return Bound(
        sides: isNegated ? [] : sides, quantity: quantity, range: TextRange(start, cursor.position))
    }
  }

  private static func direction(_ cursor: inout Cursor) -> RequirementSyntax.Direction? {
    cursor.eat(boundWords)
  }

  /// The sides when what stands behind the figure is read as well: 以上, （含）, （不含）; whether 以上 includes its
  /// figure is for 【界限】 to say.
  private static func sides(
    _ cursor: inout Cursor, _ stated: RequirementSyntax.Direction?
  ) -> [RequirementSyntax.Direction]? {
    let inclusion = cursor.inclusion()
    let isMore = cursor.eat(anyOf: orMore) != nil
    let isLess = !isMore && cursor.eat(anyOf: orLess) != nil
    guard let side = stated ?? (isMore ? .atLeast : isLess ? .atMost : nil) else { return nil }
    let sure = side.including(inclusion)
    return (isMore || isLess) && inclusion == nil ? [sure, sure.neighbour] : [sure]
  }
}

extension RequirementSyntax.Direction {
  /// The side that is left.
  var opposite: RequirementSyntax.Direction {
    switch self {
    case .atLeast: .below
    case .below: .atLeast
    case .atMost: .above
    case .above: .atMost
    }
  }
}

extension RequirementSyntax {
  /// The sides it may mean: both where it was written 以上 or 以下.
  var sides: [Direction] { followsBoundaries ? [direction, direction.neighbour] : [direction] }
}
