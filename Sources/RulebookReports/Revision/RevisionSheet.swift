import ExactArithmetic
import RulebookModel
public import RulebookRevision
import RulebookScoring
import RulebookText

/// What the reports on a revision show: what changed, and, where there is evidence, what that does to the scores.
public struct RevisionSheet: Sendable {
  let revision: Revision
  let comparison: ScoreComparison?

  /// The changes, and the scores of both years where there are any.
  public init(_ revision: Revision, _ comparison: ScoreComparison? = nil) {
    self.revision = revision
    self.comparison = comparison
  }

  /// How many changes there are of each kind: 新增 2，删去 1，改动 5.
  var counts: String {
    let fates: [(Revision.Fate, String)] = [(.added, "新增"), (.removed, "删去"), (.changed, "改动")]
    return fates.compactMap { fate, word in
      let count = revision.changes.count { $0.fate == fate }
      return count == 0 ? nil : "\(word) \(count)"
    }.joined(separator: "，")
  }
}

extension ScoreComparison.Part {
  /// What it is: the sentence in quotes, or what of the item it is.
  var name: String {
    let place = path.isEmpty ? "总分" : path.madeVisible
    switch kind {
    case .sentence: return "\(place)“\(words.trimmingMark.madeVisible)”"
    case .item: return words.isEmpty || place.hasSuffix(words) ? place : "\(place) \(words.madeVisible)"
    case .start: return "\(place) 起评"
    case .bounds: return "\(place) 上下限和取整"
    case .rounding: return "总分取整"
    }
  }
}

extension Aspect {
  /// 要求：至少2篇 → 至少3篇
  var words: String {
    let (old, new) = (old.madeVisible, new.madeVisible)
    if kind == .wording {
      if self.old.isEmpty { return "原文：加上“\(new)”" }
      return self.new.isEmpty ? "原文：去掉“\(old)”" : "原文：“\(old)” → “\(new)”"
    }
    return "\(kind.rawValue)：\(old.isEmpty ? "（无）" : old) → \(new.isEmpty ? "（无）" : new)"
  }

  /// The word for its kind that programs read.
  var key: String {
    switch kind {
    case .document: "document"
    case .year: "year"
    case .total: "total"
    case .rounding: "rounding"
    case .attributes: "attributes"
    case .grades: "grades"
    case .group: "group"
    case .moved: "moved"
    case .number: "number"
    case .title: "renamed"
    case .points: "points"
    case .start: "start"
    case .bounds: "bounds"
    case .weight: "weight"
    case .periodic: "periodic"
    case .highestPerMatter: "highestPerMatter"
    case .assessors: "assessors"
    case .applicability: "applicability"
    case .others: "others"
    case .evidence: "evidence"
    case .kind: "kind"
    case .period: "period"
    case .requirement: "requirement"
    case .fullMark: "fullMark"
    case .combination: "combination"
    case .stepRule: "stepRule"
    case .step: "step"
    case .condition: "condition"
    case .amount: "amount"
    case .cap: "cap"
    case .annotation: "annotation"
    case .wording: "wording"
    }
  }
}

extension Rational {
  /// +0.2, -0.2, 0
  var signed: String { signum > 0 ? "+" + forPeople : forPeople }
}

extension String {
  /// The text without a mark of punctuation at its end.
  var trimmingMark: String {
    last.map { "；。，".contains($0) } ?? false ? String(dropLast()) : self
  }
}
