import ExactArithmetic
import RulebookSyntax
import RulebookText

/// What a year comes to besides points.
extension Draft {
  /// Gives evidence that only decides an outcome its kind.
  mutating func inferOutcomeKinds() {
    for draft in outcomeDrafts {
      guard case .evidence(let uses) = draft.basis else { continue }
      for use in uses {
        // A requirement says here when the outcome follows, not what the evidence is asked for elsewhere.
        var stated = use
        stated.requirement = nil
        if takeStated(stated) { inferOutcomeKind(of: use, draft) }
      }
    }
  }

  private mutating func inferOutcomeKind(of use: EvidenceUse, _ draft: OutcomeDraft) {
    let index = use.evidence
    if !evidence[index].hasStatedKind {
      let unit =
        use.requirement?.quantity?.unit ?? draft.phrases.flatMap(\.conditions).compactMap(\.unit).first
      if let unit, MeasureWords.ambiguous.contains(unit) {
        report(.kindNotStated(evidence[index].evidence.name, unit: unit, at: label(use.place)))
      }
      evidence[index].evidence.kind = EvidenceKind(ofOutcomeMeasuredIn: unit)
      evidence[index].evidence.measureWord = unit == "分" ? nil : unit ?? use.measureWord
      evidence[index].hasStatedKind = true
    }
    guard evidence[index].evidence.combination == .single else { return }
    switch evidence[index].evidence.kind {
    case .count, .amount: evidence[index].evidence.combination = .sum
    case .yesNo: evidence[index].evidence.combination = .maximum
    case .measurement, .percentage, .completion, .score, .money, .place, .grade: break
    }
  }

  /// Reads the rules: those on the total together, those on evidence one by one.
  mutating func readOutcomes() {
    outcomes.grades = head.grades.map(\.text)
    var stages = OutcomeLowering(grades: outcomes.grades)
    let onTotal = outcomeDrafts.filter { if case .total = $0.basis { true } else { false } }
    stages.readTotal(onTotal, &self)
    for draft in outcomeDrafts {
      if case .evidence(let uses) = draft.basis { stages.read(draft, uses, &self) }
    }
    outcomes.rules = stages.rules.sorted { $0.place.start < $1.place.start }
  }
}

extension ConditionSyntax {
  /// The measure word of its ends.
  fileprivate var unit: String? {
    if case .within(let interval) = self { (interval.lower ?? interval.upper)?.quantity.unit } else { nil }
  }
}

extension EvidenceKind {
  /// The kind of evidence that is compared with a number of this measure word, or with none.
  fileprivate init(ofOutcomeMeasuredIn unit: String?) {
    self =
      switch unit {
      case nil: .yesNo
      case "分": .score
      case let unit? where MeasureWords.percentages.contains(unit): .percentage
      default: .count
      }
  }
}
