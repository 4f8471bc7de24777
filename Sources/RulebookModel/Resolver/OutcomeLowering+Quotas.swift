import ExactArithmetic
import RulebookSyntax
import RulebookText

/// How many units may have a grade.
extension OutcomeLowering {
  /// 前6名为先进, 前20%为优秀, 优秀不超过20%; `false` where something is wrong with it, which is reported.
  mutating func addQuota(_ phrase: OutcomePhraseSyntax, _ draft: OutcomeDraft, _ this: inout Draft) -> Bool {
    guard case .total(let terms) = draft.basis, let syntax = phrase.quota else { return false }
    switch phrase.effect {
    case .grade, .limit: break
    case .bar, .last, .total, .move:
      let none: Bool? = refuse(phrase, "名额后面只能写定为哪一等，例如“前3名为先进”", &this)
      return none ?? false
    }
    guard let extent = extent(of: syntax, terms, &this), let units = units(of: syntax, terms, draft, &this)
    else {
      return false
    }
    var quota = OutcomeRule.Quota(
      extent: extent, fromBottom: syntax.isFromBottom, applicability: units.applicability, group: units.group)
    if !phrase.conditions.isEmpty {
      guard let region = totalRegion(of: phrase, &this) else { return false }
      quota.total = region?.curve(1)
    }
    quota.candidates = terms.candidates.flatMap { grades.firstIndex(of: $0.text) }
    add(
      Band(draft: draft, phrase: phrase, region: nil, grade: grade(of: phrase.effect)), .quota(quota), &this)
    return true
  }

  private func extent(
    of syntax: QuotaSyntax, _ terms: QuotaTerms, _ this: inout Draft
  ) -> OutcomeRule.Quota.Extent? {
    switch syntax.extent {
    case .places(let places): return .places(places.first, places.last)
    case .share(let share, _):
      guard let rounding = terms.rounding else {
        this.report(.quotaRounding(this.source.text(syntax.range), at: this.label(syntax.range)))
        return nil
      }
      return .share(share, rounding)
    }
  }

  /// The units that are counted, and the attribute whose answers make the groups.
  private func units(
    of syntax: QuotaSyntax, _ terms: QuotaTerms, _ draft: OutcomeDraft, _ this: inout Draft
  ) -> (applicability: Applicability, group: Int?)? {
    var group = this.head.group
    switch terms.grouping {
    case .by(let name)?:
      guard let attribute = this.groupingAttribute(name) else { return nil }
      group = attribute
    case Grouping.none?: group = nil
    case nil: break
    }
    let applicability = this.items[draft.item].applicability
    guard let name = syntax.group else { return (applicability, group) }
    guard let group,
      let answer = this.attributes[group].shownAnswers.first(where: { answer in
        this.attributes[group].words(forAnswer: answer) == name.text
      })
    else {
      let known = group.map { group in
        this.attributes[group].shownAnswers.map { this.attributes[group].words(forAnswer: $0) }
      }
      this.report(.quotaGroup(name.text, known: known ?? [], at: this.label(name.range)))
      return nil
    }
    let own = Applicability(alternatives: [[AttributeTest(attribute: group, answer: answer)]])
    return (applicability.and(own), group)
  }

  /// Tells of a grade that totals of so many points have and so many places as well: it may be either or both.
  func reportDoubleWays(_ this: inout Draft) {
    for rule in rules {
      guard rule.quota != nil, case .grade(let grade) = rule.effect,
        let other = rules.first(where: { other in
          if case .total = other.condition { other.effect == .grade(grade) } else { false }
        }), grade + 1 < grades.count
      else { continue }
      return this.report(
        .thresholdAndQuota(grades[grade], at: this.label(rule.place), other: this.label(other.place)))
    }
  }
}

extension QuotaSyntax {
  fileprivate var isFromBottom: Bool {
    switch extent {
    case .places(let places): places.fromBottom
    case .share(_, let fromBottom): fromBottom
    }
  }
}
