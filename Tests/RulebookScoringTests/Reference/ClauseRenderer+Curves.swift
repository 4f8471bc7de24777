import ExactArithmetic
import RulebookSyntax

/// Curves in the wordings of their phrases.
extension ClauseRenderer {
  /// The sentences of a curve.
  mutating func curve(_ curve: SpecCurve) -> String {
    var phrases: [String] = []
    for award in curve.awards { phrases.append(self.award(award, curve)) }
    if curve.goesOn, curve.hasAwards { phrases[phrases.count - 1] += "，" + pick(["依次类推", "以此类推"]) }
    phrases += share(curve)
    if let rest = curve.otherwise {
      phrases.append(pick(["否则", "其他的"]) + (rest.isZero ? "不得分" : "得\(rest.written)分"))
    }
    phrases += movements(curve)
    if let band = curve.zeroes { phrases.append(words(band) + "的，此项不得分") }
    let link = pick(["，", "；"])
    return single(stepPart(curve), phrases.joined(separator: link))
  }

  private mutating func award(_ award: SpecCurve.Award, _ curve: SpecCurve) -> String {
    let isHalf = award.band != nil && curve.awards.first { $0.band == nil }?.points.halved == award.points
    let written = pick(["得", "计"]) + "\(award.points.written)分"
    let points = award.points.isZero ? "不得分" : isHalf ? pick([written, "得一半分", "减半计分"]) : written
    guard let band = award.band else { return points }
    if curve.goesOn, let lower = band.lower { return "完成\(lower.written)\(unit)\(points)" }
    return words(band) + "的" + pick(["", "，"]) + points
  }

  private mutating func share(_ curve: SpecCurve) -> [String] {
    let words = pick(["按比例得分", "按完成比例得分", "按完成比例计分"])
    switch curve.share {
    case .short?: return [pick(["未达到的", "未完成的", "未达到的，"]) + words]
    case .band(let band)?: return [self.words(band) + "的" + words]
    case nil: return []
    }
  }

  private mutating func movements(_ curve: SpecCurve) -> [String] {
    var phrases: [String] = []
    for verb in [ScoringVerb.deduct, .add] {
      var own = curve.slopes.filter { $0.verb == verb }.map { slope($0) }
      for figure in curve.figures where figure.verb == verb {
        own.append(
          (curve.goesOn ? "达到\(figure.band.lower?.written ?? "")\(unit)" : words(figure.band))
            + "的\(verb.rawValue)\(figure.points.written)分")
      }
      if verb == .deduct { own += events(curve) }
      if curve.goesOn, !curve.hasAwards, !own.isEmpty { own[own.count - 1] += "，依次类推" }
      if let most = verb == .add ? curve.added : curve.taken, !own.isEmpty {
        own[own.count - 1] += "，" + pick(["最多", "最高"]) + "\(verb.rawValue)\(most.written)分"
      }
      phrases += own
    }
    return phrases
  }

  private mutating func slope(_ slope: SpecCurve.Slope) -> String {
    let step = slope.step == 1 && unit != "%" ? pick(["一", "1"]) : slope.step.written
    let measure = unit == "%" ? pick(["%", "个百分点"]) : unit
    let side = slope.isUpwards ? pick(["超", "超过", "多"]) : pick(["少", "低", "差"])
    return (slope.band.map { words($0) + "的，" } ?? "")
      + "每\(side)\(step)\(measure)\(slope.verb.rawValue)\(slope.points.written)分"
  }

  private func events(_ curve: SpecCurve) -> [String] {
    var phrases = curve.events.enumerated().map { "第\($0 + 1)次扣\($1.written)分" }
    if let further = curve.furtherEvents {
      phrases.append("第\(curve.events.count + 1)次及以后每次扣\(further.written)分")
    }
    return phrases
  }

  /// 60%以上, 低于60%, 40%（含）至60%（不含）
  private mutating func words(_ band: SpecBand) -> String {
    switch (band.lower, band.upper) {
    case (let lower?, let upper?) where band.includesUpper:
      return "\(lower.written)\(unit)\(pick(["至", "-"]))\(upper.written)\(unit)"
    case (let lower?, let upper?): return "\(lower.written)\(unit)（含）至\(upper.written)\(unit)（不含）"
    case (let lower?, nil): return "\(lower.written)\(unit)以上"
    case (nil, let upper?) where band.includesUpper: return "\(upper.written)\(unit)以下"
    case (nil, let upper?): return pick(["低于", "不足"]) + "\(upper.written)\(unit)"
    case (nil, nil): return ""
    }
  }

  private mutating func stepPart(_ curve: SpecCurve) -> [String] {
    guard let rule = curve.slopes.first?.rule, clause.facts[0].kind != .count else { return [] }
    return stepRule(rule, isNeeded: true)
  }
}
