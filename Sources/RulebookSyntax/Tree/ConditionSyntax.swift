/// When a phrase holds.
public enum ConditionSyntax: Sendable, Hashable {
  /// 否则, 其余: nothing before it holds.
  case otherwise
  /// 未完成的, 未达到的: the requirement is not met, or the thing asked for is not done.
  case notReached
  /// 达到的, 完成目标: the requirement is met.
  case reached
  /// 超额完成的: more than the requirement.
  case beyond
  /// 均达到的: everything named is met.
  case allReached
  /// 50至99件, 90%以上, 低于70%: the value lies within.
  case within(IntervalSyntax)
  /// 第1名, 1-3名, 前5名, 倒数第4名及以上: the place lies within.
  case places(PlacesSyntax)
  /// 优秀的, 省级: the word of a list is one of these.
  case levels([String])
  /// 第2次, 2次及以上的: which of the events it is.
  case occurrences(OccurrencesSyntax)
}

/// A stretch of values.
public struct IntervalSyntax: Sendable, Hashable {
  /// The least value; `nil` where there is none.
  public var lower: End?
  /// The greatest value; `nil` where there is none.
  public var upper: End?

  /// One end of it.
  public struct End: Sendable, Hashable {
    /// The value.
    public var quantity: Quantity
    /// Whether the value itself lies within.
    public var isIncluded: Bool
    /// Whether 【界限】 may decide that, because the words were 以上 or 以下.
    public var followsBoundaries: Bool
    /// What it is measured against.
    public var reference: Reference

    /// An end.
    public init(
      _ quantity: Quantity, isIncluded: Bool, followsBoundaries: Bool = false, reference: Reference = .none
    ) {
      self.quantity = quantity
      self.isIncluded = isIncluded
      self.followsBoundaries = followsBoundaries
      self.reference = reference
    }
  }

  /// What a percentage is measured against.
  public enum Reference: Sendable, Hashable {
    /// 90%以上: nothing, it is the value itself.
    case none
    /// 目标的90%: the requirement, of which it is a share.
    case requirement
    /// 超额完成10%: the requirement, beyond which it lies.
    case beyondRequirement
    /// 超过10%, 超过130%: a number smaller than the requirement lies beyond it, another is the value itself.
    case beyondWhereLess
  }

  /// The stretch between two ends.
  public init(from lower: End? = nil, to upper: End? = nil) {
    self.lower = lower
    self.upper = upper
  }
}

/// Places in an order of units.
public struct PlacesSyntax: Sendable, Hashable {
  /// The best of the places, counted from 1.
  public var first: Int
  /// The last of them; `nil` where all further ones are meant.
  public var last: Int?
  /// Whether they are counted from the end (倒数).
  public var fromBottom: Bool

  /// Places from one to another.
  public init(_ first: Int, _ last: Int?, fromBottom: Bool = false) {
    self.first = first
    self.last = last
    self.fromBottom = fromBottom
  }
}

/// Which of several events is meant, or how many there must have been.
public struct OccurrencesSyntax: Sendable, Hashable {
  /// The first of them, counted from 1.
  public var first: Int
  /// The last of them; `nil` where all further ones are meant.
  public var last: Int?
  /// Whether it speaks of the k-th event alone (第2次) rather than of how many there were (2次以上).
  public var isOrdinal: Bool

  /// Events from one to another.
  public init(_ first: Int, _ last: Int?, isOrdinal: Bool) {
    self.first = first
    self.last = last
    self.isOrdinal = isOrdinal
  }
}
