import ExactArithmetic
import RulebookSyntax
import RulebookText

/// Evidence while the clauses that use it are being read.
struct EvidenceDraft {
  var evidence: Evidence
  /// The items in whose text it is named.
  var items: [Int]
  /// Whether a bracket states the kind; otherwise it is inferred from the phrases.
  var hasStatedKind = false
  /// The first requirement stated for it, which later clauses on it take over.
  var requirement: RequirementSyntax?
  /// Whether a bracket states its kind, where it only changes other evidence.
  var hasOwnKind = false
  /// Levels for which a multiplier has been stated.
  var multipliedLevels: Set<String> = []
  /// Words of its list that a sentence gives a figure for.
  var statedLevels: Set<String> = []
  /// Evidence that counts as this one, once.
  var alsoCounted: [Int] = []
  /// 核减: evidence whose quantity is taken off this one's.
  var loweredBy: [(evidence: Int, place: TextRange)] = []
  /// How it is worked out.
  var definition: FormulaDraft?
}

/// What one bracket says of evidence.
struct EvidenceUse {
  /// Index into the drafts of evidence.
  var evidence: Int
  /// The item it stands in.
  var item: Int
  /// The sentence it stands in.
  var sentence: Int
  /// The bracket.
  var place: TextRange
  /// Where the name stands.
  var namePlace: TextRange
  var kind: EvidenceKind?
  var period: Period?
  var requirement: RequirementSyntax?
  var fullMark: Rational?
  var fullDeduction: Rational?
  var combination: Combination?
  /// The rows from which on the highest and the lowest are left out, where stated.
  var trimsFrom: Int?
  /// 计分同X.
  var model: NameSyntax?
  var isDoubled = false
  var stepRule: StepRule?
  var per: PerSyntax?
  var countsMissing = false
  var standsUnlessRecorded = false
  var measureWord: String?
  var relation: RelationWord?
  var lowestFirst = false
  /// 最高, in a formula.
  var statistic: ReferenceWord?
  var countsFromBottom = false
  /// 同一事项取最高, 同一事项计一次.
  var matterRule: MatterRule?
  /// 等次（…） or 分级（…）.
  var levels: [NameSyntax]?
  /// 分组A or 不分组, where said.
  var grouping: Grouping?
  /// 适用 of the clause it stands in.
  var applicability = Applicability.everyone
  var rule: [ConsequenceSyntax] = []

  init(evidence: Int, item: Int, sentence: Int, place: TextRange, namePlace: TextRange) {
    self.evidence = evidence
    self.item = item
    self.sentence = sentence
    self.place = place
    self.namePlace = namePlace
  }

  /// Takes over a part; the name of the part it contradicts, if any.
  mutating func add(_ part: EvidencePart.Content) -> String? {
    switch part {
    case .kind(let new): return set(\.kind, new, shown: \.rawValue)
    case .period(let new): return set(\.period, new, shown: \.rawValue)
    case .requirement(let new): return set(\.requirement, new) { $0.direction.rawValue }
    case .fullMark(let new): return set(\.fullMark, new) { "满分\($0)分" }
    case .fullDeduction(let new): return set(\.fullDeduction, new) { "满扣\($0)分" }
    case .combination(let new): return set(\.combination, new, shown: \.rawValue)
    case .trimmedMean(let rows):
      trimsFrom = rows
      return set(\.combination, .trimmedMean, shown: \.rawValue)
    case .scoredAs(let new): return set(\.model, new) { "计分同" + $0.text }
    case .candidates, .quotaRounding: return "总得分"
    case .doubled: isDoubled = true
    case .stepRule(let new): return set(\.stepRule, new, shown: \.rawValue)
    case .per(let new): return set(\.per, new, shown: \.canonical)
    case .missingCount: countsMissing = true
    case .standsUnlessRecorded: standsUnlessRecorded = true
    case .measureWord(let new): return set(\.measureWord, new) { $0 }
    case .relation(let new): return set(\.relation, new, shown: \.rawValue)
    case .lowestFirst: lowestFirst = true
    case .statistic(let new): return set(\.statistic, new, shown: \.rawValue)
    case .countsFromBottom: countsFromBottom = true
    case .grades(let new):
      return set(\.kind, .grade, shown: \.rawValue) ?? set(\.levels, new) { _ in LevelWord.grades.rawValue }
    case .levels(let new): return set(\.levels, new) { _ in LevelWord.levels.rawValue }
    case .groupedBy(let name): return set(\.grouping, .by(name)) { _ in "分组" }
    case .ungrouped: return set(\.grouping, .none) { _ in "不分组" }
    case .phrase(let new): rule.append(new)
    case .matters(let new): return set(\.matterRule, new, shown: \.rawValue)
    case .outcome, .countsAs, .lowers, .waives, .appliesTo: break
    }
    return nil
  }

  private mutating func set<Value>(
    _ path: WritableKeyPath<EvidenceUse, Value?>, _ value: Value, shown: (Value) -> String
  ) -> String? {
    if let known = self[keyPath: path] { return shown(known) }
    self[keyPath: path] = value
    return nil
  }
}

extension EvidenceUse {
  /// Whether percent may be those of a figure no text states, of whatever kind the evidence is (至少目标, 每低1%).
  func comparesShares(_ form: CurveForm) -> Bool { comparesWithFigure && form.speaksOfPercent }

  /// Whether what is asked is a figure set beforehand.
  var comparesWithFigure: Bool {
    guard relation == nil, case .reference(let syntax)? = requirement?.bound else { return false }
    return !syntax.figure.isOfUnits
  }
}

/// What a bracket says of the units that its unit is compared with.
enum Grouping {
  /// 分组A: those with the same answer.
  case by(NameSyntax)
  /// 不分组: all of them.
  case none

  /// Where it stands; `nil` where it names no attribute.
  var name: NameSyntax? { if case .by(let name) = self { name } else { nil } }
}

/// What a phrase says of how much an item can lose in all.
enum FloorLimit {
  /// 本项最多扣M分: no more than that, and no more than the item has.
  case atMost(Rational)
  /// 扣完M分为止: that much, even where the item has less.
  case taken(Rational)
  /// 扣分不封顶: without end.
  case none
}

/// 免扣: evidence that makes nothing of a deduction.
struct WaiverDraft {
  /// What makes nothing of it.
  var evidence: Int
  /// The evidence whose deduction is meant; `nil` where it is all of a clause.
  var target: Int?
  /// The clause, an index into the drafts.
  var clause: Int?
  var place: TextRange
}

/// A clause whose phrases have been found but not yet read.
struct ClauseDraft {
  var uses: [EvidenceUse]
  /// 不少于2次 in the text.
  var requirement: RequirementSyntax?
  var phrases: [PhraseSyntax]
  /// Limits that stand as sentences of their own.
  var limits: [LimitSyntax]
  var item: Int
  var firstSentence: Int
  var lastSentence: Int
  var place: TextRange
  /// The formula among its phrases.
  var formula: FormulaDraft?
  /// What its phrases say together, once that has been read.
  var form: Result<SentenceForm, SentenceForm.Obstacle>?
  /// Whether its form cannot read the kind of its evidence, which has been reported.
  var isMismatched = false
}
