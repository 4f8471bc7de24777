import ExactArithmetic
import RulebookModel
import RulebookRevision

/// What a sentence does, told to somebody who holds the document: the rule, how far it goes, what changes it.
struct ClauseReading {
  private let rulebook: Rulebook
  private let clause: Clause

  init(_ clause: Clause, in rulebook: Rulebook) {
    self.rulebook = rulebook
    self.clause = clause
  }

  /// 每起扣0.2分，本项扣完为止
  var text: String {
    ([clause.canonical] + [conversion, ownLimit, itemLimit].compactMap { $0 } + changes).joined(
      separator: "，")
  }

  /// 报100分的得2分，报0分的得0分: what a score from elsewhere comes to at its ends.
  private var conversion: String? {
    guard clause.terms.count == 1, let term = clause.terms.first, let index = term.value.evidence.first,
      let mark = rulebook.evidence[index].fullMark, let whole = whole(of: term.scale)
    else { return nil }
    let ends = [mark, 0].map { value in
      let points = (term.curve.worth(of: value) * whole).magnitude
      let voice = PointsVoice(clause.effect)
      return "报\(value.forPeople)分的" + voice.words(voice == .deducted ? -points : points)
    }
    return ends.joined(separator: "，") + "，中间按比例"
  }

  /// What a share is of, where it is the same for every unit.
  private func whole(of scale: Term.Scale) -> Rational? {
    let item = rulebook.items[clause.item]
    let amount =
      switch scale {
      case .points: Amount?.none
      case .fullMark: item.scoredFullMark
      case .cap: item.scoredLow
      }
    return amount.flatMap { $0.isUniform ? $0.base : nil }
  }

  /// The bound that the sentence itself states.
  private var ownLimit: String? {
    if clause.isExhausting { return nil }
    switch clause.effect {
    case .deducts: return clause.least.map { "这一条最多扣\($0.magnitude.forPeople)分" }
    case .adds: return clause.greatest.map { "这一条最多加\($0.forPeople)分" }
    case .earns, .keeps, .zeroesItem: return nil
    }
  }

  /// The bound of the item whose score it moves.
  private var itemLimit: String? {
    let item = rulebook.items[clause.item]
    switch clause.effect {
    case .deducts where conversion != nil: return nil
    case .deducts:
      guard let low = item.scoredLow else { return nil }
      guard low.isUniform else { return "扣到本项的下限为止" }
      if low.base.isZero { return "本项扣完为止" }
      return low.base.signum < 0 ? "本项最多扣\(low.base.magnitude.forPeople)分" : "本项最少得\(low.base.forPeople)分"
    case .adds:
      guard let high = item.scoredHigh, high.isUniform else { return nil }
      return item.isBonusOnly ? "本项最多加\(high.base.forPeople)分" : "本项最多得\(high.base.forPeople)分"
    case .earns, .keeps, .zeroesItem: return nil
    }
  }

  /// What else moves what is counted.
  private var changes: [String] {
    var words: [String] = []
    for term in clause.terms {
      if case .reported(let reading) = term.value {
        if !reading.alsoCounted.isEmpty { words.append("有\(names(reading.alsoCounted))的也算") }
        if !reading.loweredBy.isEmpty { words.append("先减去\(names(reading.loweredBy))") }
        if reading.matterGroup != nil { words.append("同一事项只算最高的") }
      }
      if !term.waivers.isEmpty { words.append("有\(names(term.waivers))的不扣") }
      for multiplier in term.multipliers {
        words.append("\(rulebook.words(multiplier.applicability))的单位按\(multiplier.factor.forPeople)倍算")
      }
    }
    return words.enumerated().filter { !words[..<$0].contains($1) }.map(\.element)
  }

  private func names(_ evidence: [Int]) -> String {
    evidence.map { "“\(rulebook.evidence[$0].name)”" }.joined(separator: "、")
  }
}
