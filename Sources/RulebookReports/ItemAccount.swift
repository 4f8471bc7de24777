import ExactArithmetic
import RulebookModel
import RulebookScoring
import RulebookSyntax

/// How one item came to its score: its clauses, its children, and what they add up to.
struct ItemAccount {
  private let rulebook: Rulebook
  private let reason: ItemReason
  private let item: Item
  private let voice: PointsVoice
  /// The names of the units, in the order of the register.
  private let units: [String]

  /// The account of an item.
  init(_ reason: ItemReason, in rulebook: Rulebook, units: [String]) {
    self.rulebook = rulebook
    self.units = units
    self.reason = reason
    item = rulebook.items[reason.item]
    voice = PointsVoice(item)
  }

  /// 一（三）1 工业竞赛（满分2分）：得1.6分
  var heading: String {
    let name: String
    switch item.kind {
    case .document: name = "总分"
    case .row, .subrow: name = item.path
    case .numbered:
      name = item.path + (item.path.hasSuffix("）") || item.title.isEmpty ? "" : " ") + item.title
    }
    if let period = reason.period {
      return "\(name) \(rulebook.axis(ofItem: reason.item).name(of: period))：\(outcome)"
    }
    return "\(name)\(worth)：\(outcome)"
  }

  /// The full mark or the cap.
  private var worth: String {
    if reason.source == .notApplicable { return "" }
    if item.isDeductionOnly { return reason.low.map { "（最多扣\((-$0).forPeople)分）" } ?? "" }
    if let bonus = item.worth.bonus, item.worth.points == nil { return "（最多加\(bonus.forPeople)分）" }
    guard item.worth.points != nil else { return "" }
    let deduction = item.worth.deduction.map { "，可倒扣\($0.forPeople)分" } ?? ""
    return "（满分\(reason.fullMark.forPeople)分\(deduction)）"
  }

  private var outcome: String {
    let words = reason.score.score.exact == nil ? "缺数据，" : ""
    switch reason.source {
    case .notApplicable: return "不适用"
    case .movedTo(let targets):
      let paths = targets.map { rulebook.items[$0].path }.joined(separator: "、")
      return "不适用，分值\(targets.count > 1 ? "平均" : "")计入\(paths)"
    case .mean(let members):
      return "不适用，得参加考核的\(members.count)个单位（\(named(members))）的平均分：\(words)\(voice.words(reason.score.score))"
    case .granted: return "不适用，按“其余”的规定\(voice.words(reason.score.score))"
    case .own, .periods, .zeroed, .settled: return words + voice.words(reason.score.score)
    }
  }

  /// 市教育局、市民政局、市司法局等; all of them where they are few.
  private func named(_ members: [Int]) -> String {
    let shown = members.count <= 6 ? members : Array(members.prefix(3))
    return shown.map { units[$0] }.joined(separator: "、") + (shown.count < members.count ? "等" : "")
  }

  /// Whether clauses and children have a part in the score.
  var isOwn: Bool {
    switch reason.source {
    case .own, .periods, .zeroed, .settled: true
    case .mean, .granted, .movedTo, .notApplicable: false
    }
  }

  /// The clauses that moved the score, may still do so, or could have.
  var clauses: [ClauseReason] {
    guard isOwn else { return [] }
    return reason.clauses.filter { clause in
      if reason.source == .zeroed(clause: clause.clause) { return true }
      let effect = rulebook.clauses[clause.clause].effect
      return effect == .earns || !clause.counted.isZero || clause.terms.contains { $0.isWaived ?? false }
    }
  }

  /// Start, clauses and children added up, and what the bounds make of it; a line each.
  var sum: [String] {
    guard isOwn else { return [] }
    if case .settled(let rule) = reason.source {
      return ["\(rulebook.outcomes.words(for: rulebook.outcomes.rules[rule].effect))，各项的得分仍列在上面和下面"]
    }
    if case .zeroed(let clause) = reason.source {
      return ["有“\(rulebook.clauses[clause].canonical)”的情形，本项得0分"]
    }
    var lines: [String] = []
    if case .periods(let periods) = reason.source {
      lines = PeriodsAccount(periods, of: reason, in: rulebook).lines
    }
    let isBounded = reason.asked.low != nil && reason.asked.high != nil
    if parts.count > 1, isBounded {
      lines.append("合计：\(joinedParts) = \(Self.figure(reason.asked))分")
    }
    if let bounded { lines.append(bounded) }
    if let places = reason.places, let exact = reason.score.score.exact {
      lines.append("四舍五入到\(places)位小数：\(exact.fixedText(places: places))分")
    }
    return lines
  }
}

extension ItemAccount {
  /// What is added up: the start, and every clause and child that brings something.
  private var parts: [(score: Score, remark: String)] {
    var parts: [(Score, String)] = []
    if !reason.start.isZero { parts.append((Score(reason.start), "（起评）")) }
    for clause in reason.clauses where rulebook.clauses[clause.clause].effect != .zeroesItem {
      if !clause.counted.isZero { parts.append((clause.counted, "")) }
    }
    for child in reason.children where !child.score.score.isZero {
      let name = shortName(of: child.item)
      let remark = name.hasPrefix("（") ? name : "（\(name)）"
      guard child.weight != 1 else {
        parts.append((child.score.score, remark))
        continue
      }
      let working = "（\(name)：\(Self.figure(child.score.score)) × \(Self.percent(child.weight))）"
      parts.append((child.score.score.times(child.weight), working))
    }
    return parts
  }

  private static func percent(_ weight: Rational) -> String { (weight * 100).forPeople + "%" }

  /// A child's path without the part it shares with this item.
  private func shortName(of child: Int) -> String {
    let path = rulebook.items[child].path
    return path.hasPrefix(item.path) ? String(path.dropFirst(item.path.count)) : path
  }

  /// 10（起评） - 0.4 - 0.1
  private var joinedParts: String {
    parts.enumerated().map { index, part in
      let isNegative = part.score.exact.map { $0.signum < 0 } ?? false
      let size = part.score.exact.map { Score($0.magnitude) } ?? part.score
      let sign = index == 0 ? (isNegative ? "-" : "") : (isNegative ? " - " : " + ")
      return sign + Self.figure(size) + part.remark
    }.joined()
  }

  /// What the bounds changed; nil where they changed nothing.
  private var bounded: String? {
    guard let asked = reason.asked.exact else { return nil }
    if let low = reason.low, asked < low {
      if item.isDeductionOnly { return "应扣\((-asked).forPeople)分，扣到上限\((-low).forPeople)分为止" }
      return low.isZero ? "扣完为止，计0分" : "低于最低\(low.forPeople)分，计\(low.forPeople)分"
    }
    guard let high = reason.high, asked > high else { return nil }
    return "超过最高\(high.forPeople)分，计\(high.forPeople)分"
  }

  /// A number, or the stretch in which it lies.
  private static func figure(_ score: Score) -> String {
    if let exact = score.exact { return exact.forPeople }
    let ends = [score.low, score.high].map { $0?.forPeople ?? "…" }
    return "（\(ends.joined(separator: "至"))）"
  }
}

extension Score {
  /// A share of it.
  fileprivate func times(_ share: Rational) -> Score {
    Score(low: low.map { $0 * share }, high: high.map { $0 * share })
  }
}
