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
    return "“\(sentence)”：\(missing)\(voice.words(reason.counted))"
  }

  /// The terms that brought something, may still do so, or are all there is; with their arithmetic.
  var terms: [(reason: TermReason, text: String)] {
    let moved = reason.terms.filter { !$0.worth.isZero }
    return (moved.isEmpty ? reason.terms : moved).map { ($0, TermAccount($0, of: clause, in: rulebook).text) }
  }

  /// 应扣2.5分，扣到上限2分为止; nil where the clause's own limit did not bite.
  var limit: String? {
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
  fileprivate var withoutFinalMark: String {
    guard let last = unicodeScalars.last, ["；", "。", ";", "，", ","].contains(last) else { return self }
    return String(unicodeScalars.dropLast())
  }
}
