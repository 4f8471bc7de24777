import ExactArithmetic
import RulebookModel
import RulebookScoring
import RulebookText

/// How one sentence came to its points.
struct ClauseAccount {
  private let rulebook: Rulebook
  private let reason: ClauseReason
  private let clause: Clause
  private let voice: PointsVoice

  /// The account of a clause.
  init(_ reason: ClauseReason, in rulebook: Rulebook) {
    self.rulebook = rulebook
    self.reason = reason
    clause = rulebook.clauses[reason.clause]
    voice = PointsVoice(clause.effect)
  }

  /// “投诉问题经查实的，每起扣0.2分”：扣0.4分
  var heading: String {
    let sentence = clause.sentence.madeVisible.withoutFinalMark
    if clause.effect == .zeroesItem { return "“\(sentence)”" }
    let missing = reason.counted.exact == nil ? "缺数据，" : ""
    let words = reason.counted.exact.map(spoken) ?? voice.words(reason.counted)
    return "“\(sentence)”：\(missing)\(words)"
  }

  /// The terms that brought something, may still do so, or are all there is; with their arithmetic.
  var terms: [(reason: TermReason, definitions: [String], text: String)] {
    let moved = reason.terms.filter { !$0.worth.isZero }
    var told: Set<String> = []
    return (moved.isEmpty ? reason.terms : moved).map { term in
      let account = TermAccount(term, of: clause, in: rulebook)
      return (term, account.definitions.filter { told.insert($0).inserted }, account.text)
    }
  }

  /// 合起来：1分 - 0.25分 = 得0.75分; nil where nothing is taken from an award.
  private var sum: String? {
    let worths = reason.terms.compactMap(\.worth.exact).filter { !$0.isZero }
    guard clause.effect == .earns, worths.count > 1, worths.contains(where: { $0.signum < 0 }),
      let asked = reason.asked.exact, let counted = reason.counted.exact
    else { return nil }
    let parts = worths.enumerated().map { index, worth in
      let sign = worth.signum < 0 ? (index == 0 ? "-" : " - ") : (index == 0 ? "" : " + ")
      return "\(sign)\(worth.magnitude.forPeople)分"
    }
    let end = asked < counted ? "，扣完为止" : "，本条到\(counted.forPeople)分为止"
    return "合起来：\(parts.joined()) = "
      + (asked == counted ? spoken(counted) : "\(asked.forPeople)分\(end)，\(spoken(counted))")
  }

  private func spoken(_ points: Rational) -> String { PointsVoice(clause.effect, for: points).words(points) }

  /// What the terms come to together, and 应扣2.5分，扣到上限2分为止; nil where neither says anything new.
  var limit: String? {
    if let sum { return sum }
    guard let asked = reason.asked.exact, let counted = reason.counted.exact, asked != counted else {
      return nil
    }
    guard clause.effect != .zeroesItem else { return nil }
    let should = voice == .deducted ? "应扣\((-asked).forPeople)分" : "应\(voice.words(asked))"
    return "\(should)，本条到\(counted.magnitude.forPeople)分为止，\(voice.words(counted))"
  }
}

extension String {
  /// A sentence without the mark that ends it.
  var withoutFinalMark: String {
    guard let last = unicodeScalars.last, ["；", "。", ";", "，", ","].contains(last) else { return self }
    return String(unicodeScalars.dropLast())
  }
}
