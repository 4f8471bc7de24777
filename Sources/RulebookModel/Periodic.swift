public import RulebookSyntax
public import RulebookText

/// 按月考核: an item that is scored, with everything in it, in each period, and then for the year.
public struct Periodic: Sendable, Hashable {
  /// What is said of it.
  public var syntax: PeriodicSyntax
  /// Where.
  public var place: TextRange
  /// Where the score of a period starts from.
  public var start = Amount.zero
  /// The least that a period can be worth; `nil` where there is no bound.
  public var low: Amount?
  /// The most that a period can be worth; `nil` where there is no bound.
  public var high: Amount?

  /// The periods.
  public var period: Period { syntax.period }
  /// How their scores become that of the year.
  public var fold: PeriodFold { syntax.fold }

  /// An item scored in periods whose bounds are not known yet.
  init(_ syntax: PeriodicSyntax, place: TextRange) {
    self.syntax = syntax
    self.place = place
  }
}

extension Item {
  /// Where its own clauses start from each time it is scored: once a year, or in each period.
  public var scoredStart: Amount { periodic?.start ?? start }

  /// The least it can be worth each time it is scored; the document is bounded only where it says so.
  public var scoredLow: Amount? {
    if let periodic { return periodic.low }
    return parent != nil || statedFloor != nil ? low : nil
  }

  /// See `scoredLow`.
  public var scoredHigh: Amount? {
    if let periodic { return periodic.high }
    return parent != nil || statedCeiling != nil ? high : nil
  }

  /// What can be won each time it is scored.
  public var scoredFullMark: Amount {
    guard let periodic, periodic.fold == .sum, let most = periodic.syntax.most else { return fullMark }
    return Amount(most)
  }

  /// The bounds of the year that the periods do not keep by themselves: those of a sum.
  public var yearlyBounds: (low: Amount?, high: Amount?) {
    periodic?.fold == .sum ? (low, high) : (nil, nil)
  }
}

extension Rulebook {
  /// The periods in which an item is scored; the year for most.
  public func axis(ofItem item: Int) -> Period { periodic(around: item)?.period ?? .year }

  /// 按月考核 of an item or of one around it.
  public func periodic(around item: Int) -> Periodic? {
    items[item].periodicItem.flatMap { items[$0].periodic }
  }
}
