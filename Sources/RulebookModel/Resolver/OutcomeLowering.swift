import ExactArithmetic
import RulebookSyntax
import RulebookText

/// Turns words about what a year comes to into rules.
struct OutcomeLowering {
  /// The grades, best first.
  let grades: [String]
  /// What has been read.
  private(set) var rules: [OutcomeRule] = []

  init(grades: [String]) { self.grades = grades }

  /// A phrase with the values for which it holds; `nil` where nothing before it does.
  private struct Band {
    let draft: OutcomeDraft
    let phrase: OutcomePhraseSyntax
    let region: Region?
    /// The grade, where it is one that it gives.
    let grade: Int?
  }

  // MARK: The total

  /// What totals come to; the grades of one total exclude each other, wherever they are written.
  mutating func readTotal(_ drafts: [OutcomeDraft], _ this: inout Draft) {
    var bands: [Band] = []
    for draft in drafts {
      for phrase in draft.conditioned {
        guard let region = totalRegion(of: phrase, &this) else { return }
        bands.append(Band(draft: draft, phrase: phrase, region: region, grade: grade(of: phrase.effect)))
      }
    }
    for (band, curve) in curves(of: bands, &this) { add(band, .total(curve), &this) }
  }

  /// The totals for which a phrase holds; an inner `nil` for 其他.
  private func totalRegion(of phrase: OutcomePhraseSyntax, _ this: inout Draft) -> Region?? {
    var region = Region.everything
    if case .total = phrase.effect { return refuse(phrase, "总分不能再按总分来改；按别的事情改的，写在那个证据后面", &this) }
    if phrase.conditions.isEmpty {
      return refuse(phrase, "总得分要写明到几分：90分以上为优秀，低于70分为不合格，其他为合格", &this)
    }
    for condition in phrase.conditions {
      switch condition {
      case .otherwise where phrase.conditions.count == 1: return .some(nil)
      case .within(let interval):
        guard interval.ends.allSatisfy({ $0.quantity.unit == "分" }) else {
          return refuse(phrase, "总得分是分数，只能和几分相比", &this)
        }
        region = region.intersection(interval.region(this.head))
      default: return refuse(phrase, "总得分只能和几分相比，或者写“其他”", &this)
      }
    }
    return .some(region)
  }

  private func refuse<Found>(_ phrase: OutcomePhraseSyntax, _ why: String, _ this: inout Draft) -> Found? {
    this.report(.outcomeCondition(this.source.text(phrase.range), why: why, at: this.label(phrase.range)))
    return nil
  }

  // MARK: Bands

  /// The curve of each band, 1 where it holds; bands that give grades exclude each other.
  private func curves(of bands: [Band], _ this: inout Draft) -> [(Band, Curve)] {
    let grading = bands.filter { $0.grade != nil && $0.region != nil }.sorted {
      ($0.grade ?? 0) < ($1.grade ?? 0)
    }
    guard !reportClashes(grading, &this) else { return [] }
    let shares = Curve.shares(of: grading.compactMap(\.region))
    let graded = zip(grading, shares.ofEach).map { ($0, $1) }
    let others = bands.filter { $0.grade == nil || $0.region == nil }.map { band in
      (band, band.region?.curve(1) ?? shares.rest)
    }
    return graded + others
  }

  /// Tells of totals with two grades, of the wrong order, and of ends that two bands share; whether any is an error.
  private func reportClashes(_ bands: [Band], _ this: inout Draft) -> Bool {
    for (index, band) in bands.enumerated() {
      for better in bands[..<index] {
        guard let diagnostic = clash(better, band, this) else { continue }
        this.report(diagnostic)
        if diagnostic.severity == .error { return true }
      }
    }
    return false
  }

  private func clash(_ better: Band, _ worse: Band, _ this: Draft) -> Diagnostic? {
    guard let high = better.region, let low = worse.region, let top = better.grade, let bottom = worse.grade
    else {
      return nil
    }
    let names = [grades[top], grades[bottom]]
    let (place, other) = (this.label(worse.phrase.range), this.label(better.phrase.range))
    if high.touches(low), let value = high.lower, value == low.upper {
      return .gradeEdge(value.shown, grades: names, at: place, other: other)
    }
    if high == low || high.crosses(low) {
      return .gradeOverlap(high.intersection(low).words, grades: names, at: place, other: other)
    }
    let isBelow = high.upper.map { upper in low.upper.map { upper < $0 } ?? true } ?? false
    let startsBelow = low.lower.map { lower in high.lower.map { $0 < lower } ?? true } ?? false
    guard top != bottom, isBelow || startsBelow else { return nil }
    return .gradeOrder(names[0], names[1], at: other, other: place)
  }

  // MARK: Evidence

  /// What evidence makes of the year.
  mutating func read(_ draft: OutcomeDraft, _ uses: [EvidenceUse], _ this: inout Draft) {
    guard saysWhich(draft, uses, &this) else { return }
    for (position, phrase) in draft.conditioned.enumerated() {
      var triggers: [OutcomeRule.Trigger] = []
      for use in uses {
        guard let curve = curve(of: position, phrase, draft, use, &this) else { return }
        triggers.append(this.trigger(use, curve))
      }
      let band = Band(draft: draft, phrase: phrase, region: nil, grade: grade(of: phrase.effect))
      add(band, .reported(triggers), &this)
    }
  }

  /// Several evidences: what is bad follows from each of them; for what is good the words must say which is meant.
  private func saysWhich(_ draft: OutcomeDraft, _ uses: [EvidenceUse], _ this: inout Draft) -> Bool {
    guard uses.count > 1, !this.saysOr(draft),
      let good = draft.phrases.first(where: { isGood($0.effect) })
    else { return true }
    let names = uses.map { this.evidence[$0.evidence].evidence.name }
    this.report(.anyOrAll(names, effect: good.effect.canonical, at: this.label(draft.place)))
    return false
  }

  private func isGood(_ effect: OutcomeEffectSyntax) -> Bool {
    switch effect {
    case .grade(let grade): grade.text != grades.last
    case .move(let move): move == .up
    case .bar, .last, .total: false
    }
  }

  /// 1 where a phrase holds of the evidence.
  private func curve(
    of position: Int, _ phrase: OutcomePhraseSyntax, _ draft: OutcomeDraft, _ use: EvidenceUse,
    _ this: inout Draft
  ) -> Curve? {
    if phrase.conditions == [.otherwise] {
      let before = draft.conditioned[..<position].filter { $0.conditions != [.otherwise] }
      let regions = before.compactMap { region(of: $0, use, &this) }
      if !regions.isEmpty { return Curve.shares(of: regions).rest }
    }
    guard let own = region(of: phrase, use, &this) else { return nil }
    guard let grade = grade(of: phrase.effect) else { return own.curve(1) }
    // Grades of one evidence exclude each other, as those of the total do.
    var rivals: [(grade: Int, region: Region)] = []
    for other in draft.conditioned where other.conditions != phrase.conditions {
      guard let rival = self.grade(of: other.effect), other.conditions != [.otherwise] else { continue }
      guard let region = region(of: other, use, &this) else { return nil }
      rivals.append((rival, region))
    }
    let better = rivals.filter { $0.grade < grade }.map(\.region)
    let worse = rivals.filter { $0.grade >= grade }.map(\.region)
    return Curve.shares(of: better + [own] + worse).ofEach[better.count]
  }

  private func region(of phrase: OutcomePhraseSyntax, _ use: EvidenceUse, _ this: inout Draft) -> Region? {
    let kind = this.evidence[use.evidence].evidence.kind
    var region: Region?
    for condition in phrase.conditions {
      guard let next = self.region(of: condition, phrase, use, &this) else { return nil }
      region = region.map { $0.intersection(next) } ?? next
    }
    if let region { return region }
    if let requirement = use.requirement { return self.region(of: requirement, phrase, &this) }
    guard kind == .yesNo || kind == .count else {
      return refuse(
        phrase, "“\(this.evidence[use.evidence].evidence.name)”是\(kind.rawValue)，要写明到多少，例如“低于60%的”", &this)
    }
    return .from(0, included: false)
  }

  private func region(
    of condition: ConditionSyntax, _ phrase: OutcomePhraseSyntax, _ use: EvidenceUse, _ this: inout Draft
  ) -> Region? {
    let stated = use.requirement ?? this.evidence[use.evidence].requirement
    switch condition {
    case .within(let interval):
      guard interval.ends.allSatisfy({ $0.reference == .none || $0.reference == .beyondWhereLess }) else {
        return refuse(phrase, "写成具体的数：要求的几成、超额多少，在这里算不出来", &this)
      }
      return interval.region(this.head)
    case .occurrences(let events): return .from(Rational(events.first))
    case .levels(let words): return level(words, phrase, this.evidence[use.evidence].evidence, &this)
    case .reached:
      guard let stated else { return .from(0, included: false) }
      return region(of: stated, phrase, &this)
    case .notReached, .otherwise:
      guard let stated else { return .upTo(0) }
      return region(of: stated, phrase, &this)?.complement
    case .beyond, .allReached, .places:
      return refuse(phrase, "证据后面只能写多少以上、多少以下、达到或未达到", &this)
    }
  }

  /// What the evidence is rated: the number of the word in its list, up to that of the next one.
  private func level(
    _ words: [String], _ phrase: OutcomePhraseSyntax, _ evidence: Evidence, _ this: inout Draft
  ) -> Region? {
    guard words.count == 1, let index = evidence.levels.firstIndex(of: words[0]) else {
      this.report(
        .unknownLevel(
          words.joined(separator: "、"), evidence: evidence.name, known: evidence.levels,
          at: this.label(phrase.range)))
      return nil
    }
    return Region(lower: Rational(index + 1), upper: Rational(index + 2), includesUpper: false)
  }

  private func region(
    of requirement: RequirementSyntax, _ phrase: OutcomePhraseSyntax, _ this: inout Draft
  ) -> Region? {
    guard requirement.quantity != nil else {
      return refuse(phrase, "这里的要求要写成具体的数", &this)
    }
    let bound = this.bounded(requirement)
    switch bound.direction {
    case .atLeast: return .from(bound.value)
    case .above: return .from(bound.value, included: false)
    case .atMost: return .upTo(bound.value)
    case .below: return .upTo(bound.value, included: false)
    }
  }

  // MARK: Rules

  private func grade(of effect: OutcomeEffectSyntax) -> Int? {
    if case .grade(let grade) = effect { grades.firstIndex(of: grade.text) } else { nil }
  }

  private mutating func add(_ band: Band, _ condition: OutcomeRule.Condition, _ this: inout Draft) {
    guard let effect = OutcomeRule.Effect(band.phrase.effect, grades: grades) else { return }
    if case .bar(let grade) = effect, grade + 1 == grades.count {
      return this.report(
        .nothingBelow(
          grades[grade], effect: band.phrase.effect.canonical, at: this.label(band.phrase.range)))
    }
    let draft = band.draft
    let uses: [EvidenceUse] = if case .evidence(let uses) = draft.basis { uses } else { [] }
    let sentence = this.sentences[draft.firstSentence...draft.lastSentence].map { $0.text(in: this.source) }
    rules.append(
      OutcomeRule(
        home: draft.item,
        applicability: uses.map(\.applicability).reduce(this.items[draft.item].applicability) { $0.and($1) },
        condition: condition, effect: effect, sentence: sentence.joined(), place: band.phrase.range,
        canonical: band.phrase.effect.canonical))
  }
}

extension Draft {
  fileprivate func trigger(_ use: EvidenceUse, _ curve: Curve) -> OutcomeRule.Trigger {
    let draft = evidence[use.evidence]
    return OutcomeRule.Trigger(
      .reported(Value.Reading(use.evidence, alsoCounted: draft.alsoCounted)), period: draft.evidence.period,
      curve: curve)
  }

  /// Whether 或 stands between the brackets.
  fileprivate func saysOr(_ draft: OutcomeDraft) -> Bool {
    sentences[draft.firstSentence...draft.lastSentence].flatMap(\.texts).contains { range in
      var cursor = Cursor(source.bytes, range)
      _ = cursor.eat(",") || cursor.eat("、") || cursor.eat(";")
      return cursor.eat("或")
    }
  }
}

extension OutcomeRule.Effect {
  /// What words make of a year; `nil` where they name a grade that is not among `grades`.
  init?(_ syntax: OutcomeEffectSyntax, grades: [String]) {
    switch syntax {
    case .grade(let name):
      guard let grade = grades.firstIndex(of: name.text) else { return nil }
      self = .grade(grade)
    case .bar(let names):
      guard let worst = names.compactMap({ grades.firstIndex(of: $0.text) }).max() else { return nil }
      self = .bar(worst)
    case .last: self = .last
    case .total(let points): self = .total(points)
    case .move(let move): self = .move(move)
    }
  }
}

extension IntervalSyntax {
  /// Its ends, as far as it has any.
  fileprivate var ends: [End] { [lower, upper].compactMap { $0 } }

  /// The values that lie within, 以上 and 以下 read as 【界限】 says.
  fileprivate func region(_ head: Head) -> Region {
    var region = Region.everything
    if let lower {
      region.lower = lower.quantity.value
      region.includesLower = lower.isIncluded && (!lower.followsBoundaries || head.aboveIncludes)
    }
    if let upper {
      region.upper = upper.quantity.value
      region.includesUpper = upper.isIncluded && (!upper.followsBoundaries || head.belowIncludes)
    }
    return region
  }
}

extension Region {
  /// The values beside it, where it has one end.
  fileprivate var complement: Region? {
    if let lower, upper == nil { return .upTo(lower, included: !includesLower) }
    if let upper, lower == nil { return .from(upper, included: !includesUpper) }
    return nil
  }

  /// 总分在60分到70分之间
  var words: String {
    switch (lower, upper) {
    case (nil, nil): "所有总分"
    case (let lower?, nil): "总分\(lower.shown)分\(includesLower ? "及以上" : "以上")"
    case (nil, let upper?): "总分\(upper.shown)分\(includesUpper ? "及以下" : "以下")"
    case (let lower?, let upper?): lower == upper ? "总分\(lower.shown)分" : "总分\(lower.shown)至\(upper.shown)分"
    }
  }
}
