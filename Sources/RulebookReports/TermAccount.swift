import ExactArithmetic
import RulebookModel
import RulebookScoring
import RulebookSyntax

/// How one term of a clause came to its points, as arithmetic in plain words.
struct TermAccount {
  let rulebook: Rulebook
  let term: Term
  let reason: TermReason
  private let effect: Clause.Effect

  /// The account of a term of `clause`.
  init(_ reason: TermReason, of clause: Clause, in rulebook: Rulebook) {
    self.rulebook = rulebook
    self.reason = reason
    term = clause.terms[reason.term]
    effect = clause.effect
  }

  /// 投诉查实：2起 × 0.2分 = 扣0.4分
  var text: String { formula ?? names + "：" + arithmetic }

  /// How evidence that is worked out came to its value; a line each.
  var definitions: [String] {
    reason.formulas.filter { $0.evidence != nil }.compactMap {
      FormulaAccount($0, of: term, in: rulebook)?.definition
    }
  }

  /// 式子：70 × 断面达标率95% - 63 = 3.5分，得3.5分; nil where the term is no formula.
  private var formula: String? {
    guard let last = reason.formulas.last, last.evidence == nil,
      let account = FormulaAccount(last, of: term, in: rulebook)
    else { return nil }
    let worth = reason.worth.exact.map { said($0) } ?? said(reason.worth)
    return (last.isExcepted == true ? account.excepted : account.worked) + "，" + worth
  }

  /// 得1分, 扣0.25分: what is taken from an award is a deduction.
  func said(_ points: Rational) -> String {
    if effect == .zeroesItem { return points.isZero ? "没有影响" : "此项不得分" }
    return PointsVoice(effect, for: points).words(points)
  }

  private func said(_ points: Score) -> String {
    let isTaken = points.high.map { $0.signum <= 0 } ?? false
    return (isTaken && effect == .earns ? .deducted : PointsVoice(effect)).words(points)
  }

  /// The evidence it reads.
  private var names: String {
    let names = term.value.evidence.map { rulebook.evidence[$0].name }.joined(separator: "、")
    switch term.value {
    case .any: return names + "（有一项即算）"
    case .all: return names + "（都要做到）"
    default: return names + (reason.group.map { "（在“\($0)”里比）" } ?? "")
    }
  }

  private var arithmetic: String {
    let sum = reason.periods.map { working(of: $0) }
    let plain = reason.periods.compactMap(\.worth.exact).reduce(0, +) * reason.scale
    guard let worth = reason.worth.exact else { return interval }
    var text = reason.periods.count == 1 ? sum.first ?? "" : periods
    if reason.isWaived ?? false { return "\(text)；有“\(waiverNames)”，免扣，\(said(worth))" }
    let scaled = plain * reason.factor
    if reason.factor != 1 { text += "，按\(reason.factor.forPeople)倍算，\(said(scaled))" }
    return scaled == worth ? text : "\(text)，到限为止，\(said(worth))"
  }

  /// What can be said while evidence is missing.
  private var interval: String {
    guard kind != .place, kind != .grade else { return "缺数据，\(said(reason.worth))" }
    let known = reason.periods.compactMap { period -> String? in
      guard let low = period.value.low, low.signum > 0 else { return nil }
      return "\(name(of: period))已有\(quantity(low))"
    }
    let already = known.isEmpty ? "" : known.joined(separator: "、") + "，"
    return "缺数据，\(already)\(said(reason.worth))"
  }
}

// Periods.
extension TermAccount {
  /// 每月要求2篇：1月少1篇、3月少2篇，共少3篇 × 0.2分 = 扣0.6分
  private var periods: String {
    let moved = reason.periods.filter { !$0.worth.isZero }
    let total = said(reason.periods.compactMap(\.worth.exact).reduce(0, +) * reason.scale)
    guard !moved.isEmpty else { return "每\(term.period.word)都做到，\(total)" }
    guard let shortfalls = shortfalls(of: moved) else {
      return moved.map { name(of: $0) + working(of: $0) }.joined(separator: "；") + "；合计\(total)"
    }
    let listed = zip(moved, shortfalls.amounts).map { "\(name(of: $0))\(shortfalls.word)\(quantity($1))" }
    let sum = quantity(shortfalls.amounts.reduce(0, +))
    let required = "每\(term.period.word)\(shortfalls.word == "少" ? "要求" : "限")\(quantity(shortfalls.anchor))"
    return "\(required)，\(listed.joined(separator: "、"))，共\(sum) × \(shortfalls.rate.forPeople)分 = \(total)"
  }

  private struct Shortfalls {
    let word: String
    let anchor: Rational
    let rate: Rational
    let amounts: [Rational]
  }

  /// How much each period falls short or goes beyond; nil unless all do so at one rate a unit.
  private func shortfalls(of periods: [PeriodReason]) -> Shortfalls? {
    let pieces = periods.compactMap { period in period.value.exact.flatMap { term.curve.piece(of: $0) } }
    guard let first = pieces.first, pieces.count == periods.count, pieces.allSatisfy({ $0 == first }),
      !first.isConstant, first.base.isZero, !first.anchor.isZero, first.step == 1
    else { return nil }
    let values = periods.compactMap(\.value.exact)
    let isShort = values.allSatisfy { $0 < first.anchor }
    guard isShort || values.allSatisfy({ $0 > first.anchor }) else { return nil }
    return Shortfalls(
      word: isShort ? "少" : "超", anchor: first.anchor, rate: first.perStep.magnitude * reason.scale,
      amounts: values.map { ($0 - first.anchor).magnitude })
  }

  /// 3月, 第2季度, 上半年.
  private func name(of period: PeriodReason) -> String { term.period.name(of: period.index) }
}

// One value.
extension TermAccount {
  /// What the value of a period comes to, step by step.
  private func working(of period: PeriodReason) -> String {
    guard let value = period.value.exact, let worth = period.worth.exact else {
      return "缺数据"
    }
    let result = said(worth * reason.scale)
    let opening = opening(period.source)
    guard let piece = term.curve.piece(of: value), !piece.isConstant else {
      return opening
        + (ended(at: value).map { $0 + " = " + result }
          ?? "\(isCompared ? "" : "\(stated(value))\(asked)，")\(result)")
    }
    return opening + sloped(value, piece, result)
  }

  /// What a value in a piece with a slope comes to.
  private func sloped(_ value: Rational, _ piece: Curve.Piece, _ result: String) -> String {
    if let share = share(of: value, in: piece) { return share + " = " + result }
    if !piece.anchor.isZero { return distance(value, piece) + " = " + result }
    if kind == .amount, reason.scale == 1, piece.step == 1, piece.perStep.magnitude == 1 {
      return piece.base.isZero
        ? "\(stated(value))，\(result)" : "\(piece.base.forPeople)分 - \(value.forPeople)分 = \(result)"
    }
    if let levels = levels(value, piece) { return levels + " = " + result }
    switch term.scale {
    case .points: return "\(stated(value)) × \(rate(piece, value)) = \(result)"
    case .fullMark, .cap: return share(value, piece) + " = " + result
    }
  }

  /// （以2次为界）, where two levels meet at a value above 0.
  private var asked: String {
    guard kind != .grade, !isPlace else { return "" }
    let bounds = term.curve.pieces.compactMap(\.start).filter { $0.signum > 0 }
    guard bounds.count == 1, let bound = bounds.first, term.curve.pieces.allSatisfy(\.isConstant) else {
      return ""
    }
    return "（以\(quantity(bound))为界）"
  }

  /// 要求2次，只有1次，少1次 × 0.1分
  func distance(_ value: Rational, _ piece: Curve.Piece, isNamed: Bool = false) -> String {
    let isShort = value < piece.anchor
    let gap = (value - piece.anchor).magnitude
    if !piece.base.isZero { return steps(value, piece) }
    if piece.perStep.signum > 0, !isPlace {
      let word = isShort ? "少" : "多"
      let named = isNamed || isCompared ? "" : stated(value) + "，"
      return "\(named)比\(quantity(piece.anchor))\(word)\(quantity(gap)) × \(rate(piece, gap))"
    }
    if isPlace {
      return "\(stated(value))，比第\(piece.anchor.forPeople)名再退\(quantity(gap)) × \(rate(piece, gap))"
    }
    if isCompared {
      return "比\(quantity(piece.anchor))\(isShort ? "少" : "多")\(quantity(gap)) × \(rate(piece, gap))"
    }
    let words = isShort ? ("要求", "只有", "少") : ("限", "实有", "超")
    return "\(words.0)\(quantity(piece.anchor))，\(words.1)\(quantity(value))，\(words.2)\(quantity(gap))"
      + " × \(rate(piece, gap))"
  }

  /// The points of a unit of the value: 0.2分; 每2分0.1分（按比例） where a step is longer.
  func rate(_ piece: Curve.Piece, _ amount: Rational) -> String {
    let points = "\((piece.perStep.magnitude * reason.scale).forPeople)分"
    if piece.step == 1, amount.isInteger { return points }
    let step = piece.step == 1 ? "每\(unit)" : "每\(quantity(piece.step))"
    return "（\(step)\(points)，\(piece.rule.rawValue)）"
  }

  /// 92.5分 ÷ 100分 × 1分; （100分 - 96分）÷ 100分 × 5分; 80% × 30分.
  private func share(_ value: Rational, _ piece: Curve.Piece) -> String {
    let whole = "\(reason.scale.forPeople)分"
    guard let slope = piece.perStep.divided(by: piece.step) else { return stated(value) }
    if kind == .percentage || kind == .completion {
      let weight = slope.magnitude * 100
      return "\(stated(value)) × \(weight == 1 ? "" : weight.forPeople + " × ")\(whole)"
    }
    let mark =
      term.value.evidence.first.flatMap { rulebook.evidence[$0].fullMark } ?? slope.magnitude.reciprocal ?? 1
    let weight = slope.magnitude * mark
    let factor = weight == 1 ? "" : weight.forPeople + " × "
    let part = piece.base.isZero ? stated(value) : "（\(quantity(mark)) - \(stated(value))）"
    return "\(part) ÷ \(quantity(mark)) × \(factor)\(whole)"
  }

  private var kind: EvidenceKind? { term.value.evidence.first.map { rulebook.evidence[$0].kind } }

  /// The value as it is spoken of: 2起, 是, 2个数平均95%.
  func stated(_ value: Rational) -> String {
    switch term.value {
    case .any: return value.isZero ? "都没有" : "有"
    case .all: return value.isZero ? "没有都做到" : "都做到"
    case .statistic(let rank, _, _) where rank.isPlace: return place(value, rank)
    default: break
    }
    if isCompared { return quantity(value.magnitude) }
    if let word = told(value) { return word }
    if kind == .yesNo { return value.isZero ? "否" : "是" }
    if kind == .count, value.isZero, unit.isEmpty { return "没有记录" }
    return lowered + combined + quantity(value) + ceiling
  }

  /// 第3名, 优秀: a value that is no quantity; nil for one that is.
  private func told(_ value: Rational) -> String? {
    guard let evidence = term.value.evidence.first.map({ rulebook.evidence[$0] }) else { return nil }
    switch evidence.kind {
    case .place: return (evidence.countsFromBottom ? "倒数第" : "第") + value.forPeople + "名"
    case .grade:
      return evidence.levels.indices.first { Rational($0 + 1) == value }.map { evidence.levels[$0] }
    default: return nil
    }
  }

  /// 第2名; counted from the last one as the evidence is ranked.
  private func place(_ value: Rational, _ rank: Value.Statistic) -> String {
    if value.isZero { return "不参加排名" }
    return term.value.evidence.first.map { rulebook.evidence[$0].place(value.forPeople, of: rank) } ?? ""
  }

  /// 2个数平均; empty where there is one row, or where rows add up.
  private var combined: String {
    guard reason.rows.count > 1, let evidence = term.value.evidence.first.map({ rulebook.evidence[$0] })
    else {
      return ""
    }
    switch evidence.combination {
    case .mean: return "\(reason.rows.count)个数平均"
    case .trimmedMean where reason.rows.count < evidence.trimsFrom: return "\(reason.rows.count)个数平均"
    case .trimmedMean: return "\(reason.rows.count)个数去掉最高最低后平均"
    case .maximum: return "\(reason.rows.count)个数里最高"
    case .sum, .single: return ""
    }
  }

  /// Said where a row counts for so much at the most.
  private var ceiling: String {
    guard case .reported(let reading) = term.value else { return "" }
    return reading.rowCeiling.map { "（每个数最多按\(quantity($0))计）" } ?? ""
  }

  /// A number with its measure word.
  func quantity(_ value: Rational) -> String { value.forPeople + unit }

  /// Whether the value is a place among the units.
  private var isPlace: Bool {
    if case .statistic(let statistic, _, _) = term.value { return statistic.isPlace }
    return kind == .place
  }

  private var unit: String {
    if isPlace { return "名" }
    switch term.value {
    case .arithmetic(.product, _, _), .arithmetic(.difference, .arithmetic(.product, _, _), _): return "%"
    default: return term.value.evidence.first.map { rulebook.evidence[$0].unit } ?? ""
    }
  }
}
