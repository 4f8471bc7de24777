import ExactArithmetic
import RulebookSyntax

/// Writes one clause of a specification as a sentence, in one of the official wordings of its form.
struct ClauseRenderer {
  let clause: SpecClause
  private let rulebook: SpecRulebook
  private var look: SeededGenerator

  private static let fillers = [
    "未按要求办理", "有关工作落实不到位", "材料不齐全、不规范", "履行职责情况", "按《考核办法》认真执行", "配合协作",
    "工作机制不健全", "未及时反馈办理结果",
  ]

  init(_ clause: SpecClause, in rulebook: SpecRulebook) {
    self.clause = clause
    self.rulebook = rulebook
    look = SeededGenerator(seed: clause.look)
  }

  /// The sentence, with its end.
  mutating func sentence() -> String {
    body() + limit() + (look.chance(70) ? "；" : "。")
  }

  private mutating func body() -> String {
    switch clause.rule {
    case .points(let verb, let figures, let sharing): return points(verb, figures, sharing)
    case .perUnit(let verb, let points, let step, let rule): return perUnit(verb, points, step, rule)
    case .shortfall(let points, let step, let rule): return distance(points, step, rule, isShort: true)
    case .excess(let points, let step, let rule): return distance(points, step, rule, isShort: false)
    case .otherwise(let points): return otherwise(points)
    case .reached(let points): return reached(points)
    case .missingCount(let points):
      let short = look.pick(["每少一", "每少1", "少一", "每缺一"])
      return single(["缺数"], "\(short)\(unit)\(verb(.deduct))\(figure(points))")
    case .outside(let points, let step, let rule): return outside(points, step, rule)
    case .discretion(let verb, let least, let greatest): return discretion(verb, least, greatest)
    case .keeps(let points): return single([], "得\(figure(points))，否则酌情扣分")
    case .asReported(let verb): return inBracket([verb == .deduct ? "据实扣分" : "据实得分"])
    case .conversion: return conversion()
    case .lossConversion: return single([], look.pick(["按比例折算扣分", "折算扣分"]))
    case .completion:
      return single([], look.pick(["得满分，未完成的按完成情况得分", "按完成率得分", "按完成情况计分"]))
    case .share(let weight): return share(weight)
    case .zeroItem: return single([], look.pick(["此项不得分", "该项不得分", "本项不得分"]))
    case .countsAs(let name): return inBracket(["视同\(name)"]) + "扣除相关得分"
    case .curve(let curve): return self.curve(curve)
    case .byLevel(let verb, let figures): return byLevel(verb, figures)
    case .lowers(let name): return inBracket(["核减\(name)"]) + "不计"
    case .waives(let name): return inBracket(["免扣\(name)"]) + "不追究"
    case .compared(let comparison): return compared(comparison)
    case .formula(let formula): return self.formula(formula)
    case .ranked(let verb, let figures, let others): return ranked(verb, figures, others)
    case .absenceAward(let points): return single(["无记录即得"], "\(verb(.earn))\(figure(points))")
    }
  }

  // MARK: Forms

  private mutating func points(_ verb: ScoringVerb, _ figures: [Rational], _ sharing: SpecSharing) -> String {
    guard clause.facts.count > 1 else { return single([], amount(verb, figures)) }
    switch sharing {
    case .each:
      let word = figures.count == 1 ? "各" : look.pick(["各", "分别"])
      return several() + "\(word)\(amount(verb, figures))"
    case .any: return several() + look.pick(["任一项", "有下列情形之一的，"]) + amount(verb, figures)
    case .all: return several() + look.pick(["", "均达到的，"]) + amount(verb, figures)
    }
  }

  private mutating func perUnit(
    _ verb: ScoringVerb, _ points: Rational, _ step: Rational, _ rule: StepRule
  ) -> String {
    let parts = stepRule(rule, isNeeded: step != 1 || clause.facts[0].kind != .count)
    if clause.facts.count > 1 { return several(parts) + "每\(unit)各\(amount(verb, [points]))" }
    if step == 1, look.chance(15) { return single(parts, "\(amount(verb, [points]))/\(unit)") }
    if look.chance(10) {
      let each = "每\(quantity(step))"
      return each + single(parts + [each], amount(verb, [points]))
    }
    let heads = step == 1 ? ["每", "每1", "每一", "每发生一", "查实一", "发现一", "每有一"] : ["每\(number(step))"]
    if clause.limit == nil, look.chance(15) {
      return inBracket(parts + ["\(look.pick(heads))\(unit)\(amount(verb, [points]))"])
    }
    return single(parts, "\(look.pick(heads))\(unit)\(amount(verb, [points]))")
  }

  private mutating func distance(
    _ points: Rational, _ step: Rational, _ rule: StepRule, isShort: Bool
  ) -> String {
    let parts = stepRule(rule, isNeeded: step != 1 || clause.facts[0].kind != .count)
    let words = isShort ? ["少", "缺", "差"] : ["超", "超过", "超出"]
    let steps = step == 1 && unit != "%" ? look.pick(["一", "1"]) : number(step)
    let each = isShort ? look.pick(["每", ""]) : "每"
    let head = "\(look.pick(words))\(steps)\(unit)\(verb(.deduct))\(figure(points))"
    if clause.facts.count > 1 {
      return several(parts, withRequirements: true) + look.pick(["每项", "每", ""]) + head
    }
    if look.chance(40) {
      return single(parts, "\(requirementInText())，\(each)\(head)", statesRequirement: false)
    }
    return single(parts, each + head)
  }

  private mutating func otherwise(_ points: Rational) -> String {
    let consequence = "否则\(verb(.deduct))\(figure(points))"
    guard look.chance(40) else { return single([], consequence) }
    return single([], "\(requirementInText())，\(consequence)", statesRequirement: false)
  }

  private mutating func reached(_ points: Rational) -> String {
    let award = "\(verb(.earn))\(figure(points))"
    if clause.facts.count > 1 { return several([], withRequirements: true) + "均达到的，\(award)" }
    guard look.chance(60), let requirement = clause.facts[0].requirement else { return single([], award) }
    if requirement.direction == .atLeast, look.chance(50) {
      return single([], "\(quantity(requirement.value))以上的，\(award)", statesRequirement: false)
    }
    return single([], "\(requirementInText())\(look.pick(["的，", "，"]))\(award)", statesRequirement: false)
  }

  private mutating func byLevel(_ verb: ScoringVerb, _ figures: [Rational]) -> String {
    let fact = clause.facts[0]
    let words = zip(fact.levels, figures)
    let isOnce = fact.combination == .maximum
    let each = isOnce ? "" : "每\(unit)"
    var text: String
    if look.chance(30) {
      text = each + "分别" + verb.rawValue + figures.map(\.written).joined(separator: "、") + "分"
    } else {
      text = words.map { "\($0)的\(each)\(verb.rawValue)\($1.written)分" }.joined(
        separator: look.pick(["，", "；", "、"]))
    }
    return single(["分级（\(fact.levels.joined(separator: "、"))）"], text)
  }

  private mutating func ranked(_ verb: ScoringVerb, _ figures: [Rational], _ others: Rational?) -> String {
    let fact = clause.facts[0]
    let isPlace = fact.kind == .place
    let last = isPlace && fact.countsFromBottom ? "倒数" : ""
    let words =
      isPlace ? figures.indices.map { "\(last)第\($0 + 1)名" } : Array(fact.levels.prefix(figures.count))
    let verb = verb.rawValue
    var text: String
    if look.chance(30), figures.count > 1 {
      text =
        words.joined(separator: "、") + "的，分别\(verb)" + figures.map(\.written).joined(separator: "、") + "分"
    } else {
      let lead = isPlace ? "" : look.pick(["", "评为", "为"])
      let link = look.pick(["，", "；"])
      text = zip(words, figures).map { "\(lead)\($0)的\(verb)\($1.written)分" }.joined(separator: link)
    }
    if let others { text += "，其他的" + (others.isZero ? "不得分" : "\(verb)\(others.written)分") }
    let kind = isPlace ? "名次" : "等次（\(fact.levels.joined(separator: "、"))）"
    return single([kind] + (isPlace && fact.countsFromBottom ? ["倒数"] : []), text)
  }

  private mutating func outside(_ points: Rational, _ step: Rational, _ rule: StepRule) -> String {
    let filler = look.pick(["", "相应的", "相应"])
    return single(
      stepRule(rule, isNeeded: true), "每扣\(number(step))分，\(filler)扣\(figure(points))")
  }

  private mutating func discretion(_ verb: ScoringVerb, _ least: Rational?, _ greatest: Rational?) -> String {
    guard let least, let greatest else { return single([], "酌情\(verb.rawValue)分") }
    let dash = look.pick(["—", "-", "～", "至"])
    let range =
      look.chance(50)
      ? "\(least.written)分\(dash)\(greatest.written)分" : "\(least.written)\(dash)\(greatest.written)分"
    return single([], look.pick(["酌情", "每件"]) + verb.rawValue + range)
  }

  private mutating func conversion() -> String {
    if look.chance(25) { return inBracket(["折算"]) }
    let words = look.pick(["折算", "考核折算", "相应折算", "相应进行折算"])
    return "按考核办法考核\(bracket(clause.facts[0]))\(look.pick(["", "，"]))\(words)"
  }

  private mutating func share(_ weight: Rational) -> String {
    let percent = weight * 100
    var texts = [weight.description]
    if percent.isInteger { texts.append("\(percent.written)%") }
    if weight == Rational(1).divided(by: 4) { texts.append("四分之一") }
    return "综合测评，分值\(bracket(clause.facts[0]))\(look.pick(["占年度的", "占", "分值占"]))\(look.pick(texts))"
  }

  // MARK: Sentences around brackets

  /// A sentence with one bracket right before the words that score.
  mutating func single(
    _ parts: [String], _ consequence: String, statesRequirement: Bool = true
  ) -> String {
    let link = look.pick(["", "的", "，", "的，", "："])
    let text = statesRequirement ? asked(clause.facts[0]) : periodText()
    return text + look.pick(Self.fillers)
      + bracket(clause.facts[0], parts, statesRequirement: statesRequirement) + link + consequence
  }

  /// A sentence that only the bracket scores.
  private mutating func inBracket(_ parts: [String]) -> String {
    look.pick(Self.fillers) + bracket(clause.facts[0], parts)
  }

  /// Brackets that wait for the words that score.
  private mutating func several(_ parts: [String] = [], withRequirements: Bool = false) -> String {
    var text = ""
    if !withRequirements, parts.isEmpty, clause.facts.allSatisfy({ $0.requirement == nil }), look.chance(15) {
      return look.pick(Self.fillers) + "【\(clause.facts.map(\.name).joined(separator: "、"))】的，"
    }
    for (index, fact) in clause.facts.enumerated() {
      if index > 0 { text += look.pick(["、", "，", "；\n", "或"]) }
      text += asked(fact) + look.pick(Self.fillers) + bracket(fact, parts)
    }
    return text + look.pick(["", "的", "，", "的，"])
  }

  private mutating func bracket(
    _ fact: SpecFact, _ parts: [String] = [], statesRequirement: Bool = true
  ) -> String {
    var said: [String] = []
    if fact.needsKind || look.chance(10) && parts.isEmpty { said.append(fact.kind.rawValue) }
    if fact.period != .year { said.append(fact.period.rawValue) }
    if statesRequirement, let requirement = fact.requirement {
      said.append(requirement.direction.rawValue + fact.quantity(requirement.value))
    }
    if let fullMark = fact.fullMark {
      if fact.kind == .amount {
        said.append("满扣\(fullMark.written)分")
      } else if fullMark != rulebook.fullMark || look.chance(50) {
        said.append("满分\(fullMark.written)分")
      }
    }
    if fact.combination != .single { said.append(fact.combination.rawValue) }
    said += parts
    return said.isEmpty ? "【\(fact.name)】" : "【\(fact.name)：\(said.joined(separator: "，"))】"
  }

  /// Where the rule of steps must be said and the head does not say it.
  mutating func stepRule(_ rule: StepRule, isNeeded: Bool) -> [String] {
    guard isNeeded, rule != rulebook.stepRule || look.chance(30) else { return [] }
    return [rule.rawValue]
  }

  /// 每季不少于1次 before a bracket that says the same.
  private mutating func asked(_ fact: SpecFact) -> String {
    guard fact.requirement != nil else { return "" }
    let period = fact.period != .year && look.chance(70) ? "每\(fact.period.word)" : ""
    return period + requirementInText(of: fact)
  }

  /// 每季 before a bracket whose requirement follows it.
  private mutating func periodText() -> String {
    guard let fact = clause.facts.first, fact.period != .year, look.chance(40) else { return "" }
    return "每\(fact.period.word)"
  }

  /// 不少于2次
  private mutating func requirementInText() -> String { requirementInText(of: clause.facts[0]) }

  private mutating func requirementInText(of fact: SpecFact) -> String {
    guard let requirement = fact.requirement else { return "" }
    let words: [String]
    switch requirement.direction {
    case .atLeast: words = ["不少于", "不低于", "至少", "达到"]
    case .atMost: words = ["不超过", "不多于", "不高于", "至多"]
    case .above: words = ["超过", "高于"]
    case .below: words = ["低于"]
    }
    return look.pick(words) + quantity(requirement.value)
  }

  private mutating func limit() -> String {
    switch clause.limit {
    case .atMost(let verb, let most)?: return "，\(look.pick(["最多", "最高"]))\(verb.rawValue)\(most.written)分"
    case .untilExhausted?: return "，" + look.pick(["扣完为止", "直至扣完", "减完为止"])
    case .unlimited?: return "，" + look.pick(["不封顶", "上不封顶"])
    case .itemAtMost(let most)?:
      return look.pick(["，本项最多", "，累计最多", "；最多"]) + "扣\(most.written)分"
    case nil: return ""
    }
  }

  // MARK: Figures

  mutating func pick(_ words: [String]) -> String { look.pick(words) }

  var unit: String { clause.facts[0].unit }

  private mutating func quantity(_ value: Rational) -> String { number(value) + unit }

  private mutating func amount(_ verb: ScoringVerb, _ figures: [Rational]) -> String {
    self.verb(verb) + figures.map { "\($0.written)分" }.joined(separator: "、")
  }

  private mutating func verb(_ verb: ScoringVerb) -> String {
    switch verb {
    case .earn: look.pick(["得", "得", "计", "记"])
    case .add: look.pick(["加", "加", "另加", "再加", "奖"])
    case .deduct: look.pick(["扣", "扣", "减", "扣减", "倒扣"])
    }
  }

  private mutating func figure(_ points: Rational) -> String { "\(number(points))分" }

  /// In digits, or small whole numbers in words.
  private mutating func number(_ value: Rational) -> String {
    let words = ["", "一", "两", "三", "四", "五"]
    guard let whole = value.numeratorInt128, value.isInteger, (1...5).contains(whole), unit != "%",
      look.chance(25)
    else { return value.written }
    return words[Int(whole)]
  }
}

extension SpecFact {
  /// Whether its kind must stand in the bracket.
  fileprivate var needsKind: Bool {
    switch kind {
    case .measurement, .percentage, .completion, .money: true
    case .yesNo, .count, .score, .amount, .place, .grade: false
    }
  }

  /// 2次
  fileprivate func quantity(_ value: Rational) -> String { value.written + unit }
}
