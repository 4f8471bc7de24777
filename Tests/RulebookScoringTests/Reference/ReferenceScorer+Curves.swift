import ExactArithmetic
import RulebookSyntax

/// Awards, slopes and figures on one evidence, by substitution of values.
extension ReferenceScorer {
  /// What a curve moves its item by.
  func curved(_ curve: SpecCurve, _ fact: SpecFact, _ unit: Int) -> Extent {
    var won = Extent.zero
    if curve.hasAwards {
      won = .sum(
        periods(of: fact, isOnce: curve.isAnchored).map { period in
          value(in: period, fact, unit).hull(curve.breaks, isWhole: fact.kind == .count) {
            curve.award(for: $0)
          }
        })
    }
    let taken = -moved(curve, .deduct, fact, unit).lowered(to: curve.taken)
    let earned = curve.isAnchored ? (won + taken).raised(to: 0) : won + taken
    return earned + moved(curve, .add, fact, unit).lowered(to: curve.added)
  }

  /// Whether the condition of 此项不得分 holds: 1, 0 or not known.
  func zeroed(by curve: SpecCurve, _ fact: SpecFact, _ unit: Int) -> Extent {
    guard let band = curve.zeroes else { return .zero }
    return value(in: nil, fact, unit).hull(
      [band.lower, band.upper].compactMap { $0 }, isWhole: fact.kind == .count
    ) { band.holds($0) ? 1 : 0 }
  }

  /// What is added or taken, as a number not below 0.
  private func moved(_ curve: SpecCurve, _ verb: ScoringVerb, _ fact: SpecFact, _ unit: Int) -> Extent {
    let slopes = curve.slopes.filter { $0.verb == verb }.map { slope in
      Extent.sum(
        periods(of: fact, isOnce: false).map { period in
          let value = value(in: period, fact, unit)
          let function = { (value: Rational) in curve.worth(of: slope, at: value) }
          return slope.isUpwards
            ? value.endless(curve.most(of: slope)).through(function)
            : value.reversed(curve.most(of: slope)).through(function)
        })
    }
    let figures = curve.figures.filter { $0.verb == verb }
    let flat =
      figures.isEmpty
      ? Extent.zero
      : value(in: nil, fact, unit).hull(curve.breaks, isWhole: fact.kind == .count) {
        curve.figure(for: $0, verb)
      }
    return .sum(slopes + [flat, verb == .deduct ? events(curve, fact, unit) : .zero])
  }

  /// The k-th event costs the k-th figure.
  private func events(_ curve: SpecCurve, _ fact: SpecFact, _ unit: Int) -> Extent {
    guard !curve.events.isEmpty else { return .zero }
    let count = value(in: nil, fact, unit)
    let worth = { (count: Rational) -> Rational in
      let listed = curve.events.enumerated().filter { Rational($0.offset + 1) <= count }.map(\.element)
      let further = max(0, count - Rational(curve.events.count))
      return Rational.sum(listed) + (curve.furtherEvents ?? 0) * further
    }
    let most = curve.furtherEvents == nil ? Rational.sum(curve.events) : nil
    return Extent(count.low.map(worth), count.high.map(worth) ?? most)
  }

  private func periods(of fact: SpecFact, isOnce: Bool) -> [Int?] {
    fact.period == .year || isOnce ? [nil] : (0..<fact.period.count).map { $0 }
  }

  /// The value, in a period or the whole year; percentages are not cut off at 100.
  func value(in period: Int?, _ fact: SpecFact, _ unit: Int) -> Extent {
    var fact = fact
    if period == nil { fact.period = .year }
    let values = rows(fact, unit, period ?? 0).map(\.value)
    if fact.kind.isZeroWhenAbsent {
      return isSettled(fact) ? Extent(.sum(values)) : Extent(.sum(values), nil)
    }
    if let value = values.first { return Extent(value) }
    return fact.kind == .measurement ? Extent(nil, nil) : Extent(0, nil)
  }
}

extension SpecCurve {
  /// Whether a deduction leads away from what is asked, so that the award is the base there too.
  var isAnchored: Bool {
    guard let required, awards.contains(where: { $0.band == nil }) else { return false }
    return slopes.contains { slope in
      slope.verb == .deduct && slope.isUpwards != required.wantsMore && origin(of: slope) == required.value
    }
  }

  /// 得: the narrowest condition that holds; where two only touch, the better one.
  func award(for value: Rational) -> Rational {
    if goesOn, hasAwards {
      return series(awards.map { ($0.band?.lower ?? required?.value ?? 0, $0.points) }, value)
    }
    var candidates = awards.map { award in
      (band: award.band ?? (isAnchored ? SpecBand() : required?.band ?? SpecBand()), worth: award.points)
    }
    if case .band(let band)? = share { candidates.append((band, part(value))) }
    let holding = candidates.filter { $0.band.holds(value) }
    let narrowest = holding.filter { one in
      !holding.contains { $0.band != one.band && $0.band.isWithin(one.band) }
    }
    if let best = narrowest.map(\.worth).max() { return best }
    if case .short? = share { return part(value) }
    return otherwise ?? 0
  }

  /// N·v/R up to N.
  private func part(_ value: Rational) -> Rational {
    guard let required, let part = value.divided(by: required.value) else { return 0 }
    let full = awards.first { $0.band == nil }?.points ?? 0
    return full * max(0, min(1, part))
  }

  /// 加 or 扣 without 每, as a number not below 0: of two bands that touch the better one for the unit.
  func figure(for value: Rational, _ verb: ScoringVerb) -> Rational {
    let figures = figures.filter { $0.verb == verb }
    if goesOn { return series(figures.map { ($0.band.lower ?? 0, $0.points) }, value) }
    let holding = figures.filter { $0.band.holds(value) }.map(\.points)
    return (verb == .add ? holding.max() : holding.min()) ?? 0
  }

  /// 依次类推, by counting on figure by figure.
  private func series(_ steps: [(start: Rational, worth: Rational)], _ value: Rational) -> Rational {
    let stride = steps[1].start - steps[0].start
    let rise = steps[1].worth - steps[0].worth
    var (start, worth) = steps[0]
    guard stride.signum < 0 else {
      guard value >= start else { return 0 }
      while start + stride <= value { (start, worth) = (start + stride, worth + rise) }
      return worth
    }
    while value < start, worth > 0 { (start, worth) = (start + stride, worth + rise) }
    return max(0, worth)
  }

  /// Where a slope begins: the near end of its own condition, else what is asked.
  private func origin(of slope: Slope) -> Rational {
    (slope.isUpwards ? slope.band?.lower : slope.band?.upper) ?? required?.value ?? 0
  }

  func worth(of slope: Slope, at value: Rational) -> Rational {
    let near = origin(of: slope)
    var distance = slope.isUpwards ? value - near : near - value
    if let far = slope.isUpwards ? slope.band?.upper : slope.band?.lower {
      distance = min(distance, slope.isUpwards ? far - near : near - far)
    }
    guard distance > 0, let steps = distance.divided(by: slope.step) else { return 0 }
    switch slope.rule {
    case .proportional: return slope.points * steps
    case .wholeSteps: return slope.points * steps.floor
    case .begunSteps: return slope.points * steps.ceiling
    }
  }

  /// What a slope comes to at its far end; `nil` where it has none.
  func most(of slope: Slope) -> Rational? {
    (slope.isUpwards ? slope.band?.upper : slope.band?.lower).map { worth(of: slope, at: $0) }
  }

  /// The values at which something changes.
  var breaks: [Rational] {
    let bands = awards.compactMap(\.band) + figures.map(\.band)
    var breaks =
      bands.flatMap { [$0.lower, $0.upper].compactMap { $0 } } + [required?.value].compactMap { $0 }
    if case .band(let band)? = share { breaks += [band.lower, band.upper].compactMap { $0 } }
    guard goesOn, breaks.count > 1, let first = breaks.min(), let last = breaks.max() else { return breaks }
    // A series goes on far enough to reach 0 or its limit.
    let stride = (last - first).divided(by: Rational(max(1, Set(breaks).count - 1))) ?? 1
    for step in 1...60 { breaks += [first - stride * Rational(step), last + stride * Rational(step)] }
    return breaks
  }
}

extension Extent {
  /// The least and the greatest of a function over the stretch: at its ends, at the breaks, and between them.
  fileprivate func hull(_ breaks: [Rational], isWhole: Bool, _ function: (Rational) -> Rational) -> Extent {
    if let low, low == high { return Extent(function(low)) }
    let inside = Set(breaks).filter { value in
      low.map { $0 <= value } ?? true && high.map { value <= $0 } ?? true
    }
    var points = [low, high].compactMap { $0 } + inside
    let sorted = points.sorted()
    if isWhole {
      points += sorted.flatMap { [$0 - 1, $0 + 1] }
    } else {
      points += zip(sorted, sorted.dropFirst()).map { ($0 + $1).halved }
      if let first = sorted.first, low == nil { points.append(first - 1) }
    }
    if let last = sorted.last, high == nil { points.append(last + 1) }
    let reached = points.filter { value in low.map { $0 <= value } ?? true && high.map { value <= $0 } ?? true
    }
    let worths = reached.map(function)
    return Extent(worths.min(), worths.max())
  }

  /// Itself, for a function that never falls and may have a greatest value.
  fileprivate func endless(_ most: Rational?) -> Rising { Rising(low: low, high: high, most: most) }

  /// Turned round, for a function that never rises.
  fileprivate func reversed(_ most: Rational?) -> Rising { Rising(low: high, high: low, most: most) }
}

/// A stretch given to a function that grows from `low` to `high`.
private struct Rising {
  var low: Rational?
  var high: Rational?
  var most: Rational?

  func through(_ function: (Rational) -> Rational) -> Extent {
    Extent(low.map(function) ?? 0, high.map(function) ?? most)
  }
}
