import ExactArithmetic
import RulebookSyntax
import RulebookText

/// The names that 【例】 may state.
private struct ExampleNames {
  let evidence: NameIndex
  let attributes: NameIndex
  let shared: NameIndex
  /// The first item with periods of its own in each item, or that item itself.
  let periodic: [Int?]

  static let everyPeriod: WordList = ["每月", "每季度", "每季", "每半年"]
  static let halves: WordList = ["上半年", "下半年"]
  static let statisticBeginnings: ScalarSet = ["倒", "第", "的", "平", "最"]
  static let ordinalPeriods: WordList = ["月", "季度", "季"]
}

extension Draft {
  /// Reads 【例：facts，本项得N分】.
  mutating func readExamples() {
    // With anything wrong above, an example would only say so again.
    guard !hasErrors else { return }
    let names = ExampleNames(
      evidence: NameIndex(evidence.map(\.evidence.name)),
      attributes: NameIndex(attributes.filter { $0.reference == nil }.map(\.name)),
      shared: NameIndex(shared.map(\.text)),
      periodic: firstPeriodicItems)
    for (item, text, place) in exampleTexts {
      guard let target = exampleItem(from: item) else {
        report(.unreadableExample("这里没有带分值的标题", words: "", at: label(place)))
        continue
      }
      if let example = example(text, place: place, item: target, names: names) { examples.append(example) }
    }
  }

  /// The first item with periods of its own in each item, or that item itself; items stand behind those they lie in.
  private var firstPeriodicItems: [Int?] {
    var first = [Int?](repeating: nil, count: items.count)
    for index in items.indices.reversed() {
      if items[index].periodic != nil { first[index] = index }
      if let found = first[index], let outer = items[index].parent { first[outer] = found }
    }
    return first
  }

  /// 本项: the item it stands in, or the nearest around it that has a score of its own.
  private func exampleItem(from item: Int) -> Int? {
    var current: Int? = item
    while let index = current {
      if items[index].hasWorth || index == 0 { return index }
      if items[index].children.contains(where: { items[$0].hasWorth }) { return index }
      current = items[index].parent
    }
    return nil
  }

  private mutating func example(_ text: TextRange, place: TextRange, item: Int, names: ExampleNames)
    -> Example?
  {
    var example = Example(
      item: item, facts: [], answers: [], expected: .score(0), text: source.text(text), place: place,
      scorePlace: place)
    var cursor = Cursor(source.bytes, text)
    while true {
      let scoreStart = cursor.start
      if let score = itemScore(&cursor, item: item) {
        guard cursor.isAtEnd else { return unreadable("“本项…”写在最后", cursor.rest) }
        example.expected = .score(score)
        example.scorePlace = TextRange(scoreStart, cursor.position)
        return example
      }
      if !isAtTotal(cursor), let outcome = outcome(&cursor) {
        guard cursor.isAtEnd else { return unreadable("结果写在最后", cursor.rest) }
        example.expected = .outcome(outcome)
        example.scorePlace = TextRange(scoreStart, cursor.position)
        return example
      }
      let start = cursor.start
      guard let problem = readFact(&cursor, names, into: &example) else {
        guard cursor.eat("、") || cursor.eat(",") || cursor.eat(";") else {
          return unreadable("各项之间用“、”分开，最后写“本项得N分”“本项扣N分”或“等次为…”", cursor.rest)
        }
        continue
      }
      return unreadable(problem, fact(from: start, end: text.end))
    }
  }

  /// The one fact that begins at `start`.
  private func fact(from start: Int, end: Int) -> TextRange {
    var cursor = Cursor(source.bytes, TextRange(start, end))
    while let scalar = cursor.peek(), !["、", ",", ";"].contains(scalar) { cursor.advance() }
    return TextRange(start, cursor.position)
  }

  private mutating func unreadable(_ why: String, _ range: TextRange) -> Example? {
    report(.unreadableExample(why, words: source.text(range), at: label(range)))
    return nil
  }

  /// 本项得9.5分, 本项扣0.5分, 本项得满分, 本项不得分.
  private func itemScore(_ cursor: inout Cursor, item: Int) -> Rational? {
    var copy = cursor
    guard copy.eat(word: "本项") else { return nil }
    defer { cursor = copy }
    if copy.eat(word: "不得分") || copy.eat(word: "不扣分") { return 0 }
    if copy.eat(word: "得满分") { return items[item].worth.points ?? items[item].fullMark.base }
    let isDeduction = copy.eat("扣")
    guard isDeduction || copy.eat("得") || copy.eat("加"), let points = copy.pointsFigure() else { return nil }
    return isDeduction ? -points : points
  }

  /// 总得分85分: the total, stated.
  private func total(_ cursor: inout Cursor) -> Rational? {
    var copy = cursor
    guard copy.eat(word: "总得分"), let total = copy.pointsFigure() else { return nil }
    cursor = copy
    return total
  }

  /// 总得分第3名, 共40个单位: where the unit stands among all.
  private func readPopulation(_ cursor: inout Cursor, into example: inout Example) -> Bool {
    var copy = cursor
    if copy.eat(word: "总得分第"), let place = copy.smallNumber(), copy.eat("名") || copy.eat("位") {
      example.rank = place
      cursor = copy
      return true
    }
    copy = cursor
    guard copy.eat("共"), let count = copy.smallNumber(), copy.eat(word: "个单位") else { return false }
    example.unitCount = count
    cursor = copy
    return true
  }

  private func isAtTotal(_ cursor: Cursor) -> Bool { cursor.isAt(word: "总得分") }

  /// 等次为合格, 结果为列末位: what the year comes to.
  private func outcome(_ cursor: inout Cursor) -> OutcomeRule.Effect? {
    var copy = cursor
    let grades = outcomes.grades
    guard let effect = OutcomeEffectSyntax(statedAt: &copy, grades: grades) else { return nil }
    cursor = copy
    return OutcomeRule.Effect(effect, grades: grades)
  }

  /// Reads a fact; what is wrong with it, or `nil`.
  private mutating func readFact(_ cursor: inout Cursor, _ names: ExampleNames, into example: inout Example)
    -> String?
  {
    if readPopulation(&cursor, into: &example) { return nil }
    if let total = total(&cursor) {
      example.total = total
      return nil
    }
    if readExempted(&cursor, names, into: &example) { return nil }
    let first = cursor
    let isBehindPeriod = skipPeriod(&cursor, names)
    let isNegated = cursor.eat("非")
    var asEvidence = cursor
    var asAttribute = cursor
    let named = isNegated ? nil : names.evidence.longest(at: &asEvidence)
    let attribute = names.attributes.longest(at: &asAttribute)
    if let attribute, asAttribute.position >= asEvidence.position || named == nil {
      cursor = asAttribute
      return readAnswer(&cursor, attribute, isNegated: isNegated, into: &example)
    }
    var asShared = cursor
    if let shared = names.shared.longest(at: &asShared),
      asShared.position >= asEvidence.position || named == nil
    {
      cursor = asShared
      return exampleShared(&cursor, shared, into: &example).problem
    }
    guard let named else { return unknownName(cursor) }
    cursor = asEvidence
    if let figure = exampleFigure(&cursor, of: named, into: &example) { return figure.problem }
    return readQuantity(&cursor, named, behind: isBehindPeriod ? first : nil, into: &example)
  }

  /// Skips the 3月 of 3月投诉查实2起, unless a name begins with it.
  private func skipPeriod(_ cursor: inout Cursor, _ names: ExampleNames) -> Bool {
    var (evidence, attribute) = (cursor, cursor)
    guard names.evidence.longest(at: &evidence) == nil, names.attributes.longest(at: &attribute) == nil else {
      return false
    }
    var copy = cursor
    if copy.eat(anyOf: ExampleNames.everyPeriod) == nil, copy.eat(anyOf: ExampleNames.halves) == nil {
      _ = copy.eat("第")
      guard copy.number() != nil, copy.eat(anyOf: ExampleNames.ordinalPeriods) != nil else { return false }
    }
    cursor = copy
    return true
  }

  /// Reads 3月不考核, if that comes next.
  private func readExempted(
    _ cursor: inout Cursor, _ names: ExampleNames, into example: inout Example
  ) -> Bool {
    var copy = cursor
    guard let item = items[example.item].periodicItem ?? names.periodic[example.item],
      let axis = items[item].periodic?.period,
      case .success(let periods?) = periods(&copy, axis), copy.eat(word: "不考核")
    else { return false }
    cursor = copy
    example.exempted += periods
    return true
  }

  /// What to say of a fact whose name is not known.
  private mutating func unknownName(_ cursor: Cursor) -> String {
    var end = cursor
    while let scalar = end.peek(), !["、", ",", ";"].contains(scalar), !scalar.isDigit { end.advance() }
    let name = FoldedText.text(source.bytes, TextRange(cursor.start, max(end.start, cursor.start)))
    if name.isEmpty || name.hasPrefix("本项") { return "先写证据名或名册属性，再写数量，最后写“本项得N分”或“本项扣N分”" }
    let near = suggestion(for: name) {
      $0.evidence.map(\.evidence.name) + $0.attributes.map(\.name) + $0.shared.map(\.text)
    }
    return "没有证据或名册属性“\(name)”" + near
  }

  private func readAnswer(
    _ cursor: inout Cursor, _ attribute: Int, isNegated: Bool, into example: inout Example
  ) -> String? {
    var answer = 1
    if !attributes[attribute].isYesNo {
      guard cursor.eat("为"), let value = longest(attributes[attribute].values, at: &cursor) else {
        return
          "“\(attributes[attribute].name)”要写明值，例如“\(attributes[attribute].name)为\(attributes[attribute].values[0])”"
      }
      answer = value
    }
    example.answers.append(AttributeTest(attribute: attribute, answer: answer, isNegated: isNegated))
    return nil
  }

  /// [每月 | 3月 | 第2季度]Q[U], or nothing for 是; the period may stand before the name, at `first`.
  private func readQuantity(
    _ cursor: inout Cursor, _ index: Int, behind first: Cursor?, into example: inout Example
  ) -> String? {
    let known = evidence[index].evidence
    let isWord = known.kind == .grade || known.kind == .place
    if !isWord, let (statistic, value) = statistic(&cursor, known) {
      if statistic.isPlace, !value.isInteger || value < 1 { return "名次是整数，从第1名数起" }
      example.facts.append(
        Example.Fact(evidence: index, figure: .statistic(statistic), value: value, periods: nil))
      return nil
    }
    let level = known.needsLevel ? longest(known.levels, at: &cursor) : nil
    if known.needsLevel, level == nil {
      return "“\(known.name)”后面先写级别，例如“\(known.name)\(known.levels[0])2\(known.measureWord ?? "件")”"
    }
    if let parts = definedParts(of: known, index) { return "“\(known.name)”由式子算出，写\(parts)各是多少" }
    var stated: [Int]?
    var atPeriod = first ?? cursor
    switch periods(&atPeriod, known.period) {
    case .success(let found): stated = found
    case .failure(let problem): return problem.words
    }
    if first == nil { cursor = atPeriod }
    if stated == nil, let item = known.periodicItem, let axis = items[item].periodic?.period {
      return
        "“\(known.name)”\(axis.assessment)，要写明哪一期，例如“\(known.period.name(of: 0))\(known.name)…”或“每\(known.period.word)\(known.name)…”"
    }
    if isWord {
      guard let value = word(&cursor, known) else { return missingWord(known) }
      example.facts.append(Example.Fact(evidence: index, figure: .quantity, value: value, periods: stated))
      return nil
    }
    var value = Rational(1 as Int)
    let isNegative = cursor.eat("-")
    if isNegative, known.kind != .measurement, known.kind != .money { return "“\(known.name)”不写负号" }
    if let numeral = cursor.number() {
      value = isNegative ? -numeral.value : numeral.value
      _ = cursor.eat("分") || cursor.measureWord(extra: known.measureWord.map { [$0] } ?? []) != nil
    } else if cursor.eat("否") {
      value = 0
    } else {
      _ = cursor.eat("是")
      if known.kind != .yesNo && known.kind != .count { return "“\(known.name)”后面要写数量" }
    }
    var fact = Example.Fact(evidence: index, figure: .quantity, value: value, periods: stated)
    fact.level = level
    fact.matter = known.needsMatter ? matter(&cursor) : nil
    example.facts.append(fact)
    return outOfBounds(value, known)
  }

  /// （事项甲）: what a fact is about, where several may be about the same.
  private func matter(_ cursor: inout Cursor) -> String? {
    var copy = cursor
    guard copy.eat("("), copy.eat(word: "事项") else { return nil }
    let start = copy.start
    while let scalar = copy.peek(), scalar != ")" { copy.advance() }
    let name = FoldedText.text(source.bytes, TextRange(start, copy.start))
    guard !name.isEmpty, copy.eat(")") else { return nil }
    cursor = copy
    return name
  }

  /// What evidence is made of that a formula works out; `nil` where it is reported.
  private func definedParts(of known: Evidence, _ index: Int) -> String? {
    guard known.definition != nil else { return nil }
    let parts = rulebook.reportedEvidence(of: .reported(Value.Reading(index)))
    return parts.map { "“\(evidence[$0].evidence.name)”" }.joined(separator: "、")
  }

  /// 优秀, 为优秀; 第2名, or 倒数第2名 where places are counted from the end.
  private func word(_ cursor: inout Cursor, _ evidence: Evidence) -> Rational? {
    guard evidence.kind == .place else {
      _ = cursor.eat("为")
      return longest(evidence.levels, at: &cursor).map { Rational($0 + 1) }
    }
    if evidence.countsFromBottom { _ = cursor.eat(word: "倒数") }
    _ = cursor.eat("第")
    guard let number = cursor.number(), number.value.isInteger, number.value.signum > 0 else { return nil }
    _ = cursor.eat("名") || cursor.eat("位")
    return number.value
  }

  private func missingWord(_ evidence: Evidence) -> String {
    evidence.kind == .grade
      ? "“\(evidence.name)”后面写等次，例如“\(evidence.name)\(evidence.levels.first ?? "")”"
      : "“\(evidence.name)”后面写名次，例如“\(evidence.name)\(evidence.countsFromBottom ? "倒数" : "")第2名”"
  }

  /// 第2名, 倒数第1名, 的平均40岁: a figure of all units.
  private func statistic(_ cursor: inout Cursor, _ evidence: Evidence) -> (Value.Statistic, Rational)? {
    guard let first = cursor.peek(), ExampleNames.statisticBeginnings.contains(first) else { return nil }
    var copy = cursor
    let isFromLast = copy.eat(word: "倒数")
    if copy.eat("第"), let place = copy.number(), copy.eat("名") || copy.eat("位") {
      cursor = copy
      return (evidence.rank(fromLast: isFromLast), place.value)
    }
    copy = cursor
    _ = copy.eat("的")
    guard let word = ReferenceWord.allCases.first(where: { copy.eat(word: $0.rawValue) }),
      let statistic = word.statistic, let number = copy.number()
    else { return nil }
    _ = copy.eat("分") || copy.measureWord(extra: evidence.measureWord.map { [$0] } ?? []) != nil
    cursor = copy
    return (statistic, number.value)
  }

  /// What to say of a quantity that no ledger could state (酌情扣0.1—0.5分 with 0.6分).
  private func outOfBounds(_ value: Rational, _ evidence: Evidence) -> String? {
    let unit = evidence.kind == .score || evidence.kind == .amount ? "分" : ""
    if let least = evidence.least, value < least {
      return "“\(evidence.name)”每次至少\(least.shown)\(unit)，例子写\(value.shown)\(unit)"
    }
    if let greatest = evidence.greatest, value > greatest {
      return "“\(evidence.name)”每次最多\(greatest.shown)\(unit)，例子写\(value.shown)\(unit)"
    }
    if evidence.kind == .count, !value.isInteger { return "“\(evidence.name)”按次数计，例子写\(value.shown)" }
    return nil
  }

  private func periods(_ cursor: inout Cursor, _ period: Period) -> Result<[Int]?, ExampleProblem> {
    if cursor.eat(anyOf: ExampleNames.everyPeriod) != nil {
      return .success(Array(0..<period.count))
    }
    if let half = cursor.eat(anyOf: ExampleNames.halves) {
      guard period == .halfYear else { return .failure(ExampleProblem(words: "这个证据的期限是\(period.rawValue)")) }
      return .success([half == "上半年" ? 0 : 1])
    }
    var copy = cursor
    let isOrdinal = copy.eat("第")
    guard let number = copy.number()?.value, let word = copy.eat(anyOf: ExampleNames.ordinalPeriods) else {
      return .success(nil)
    }
    let expected: Period = word == "月" ? .month : .quarter
    guard expected == period, isOrdinal || word == "月" || word == "季度" else {
      return .failure(ExampleProblem(words: "“\(word)”与这个证据的期限（\(period.rawValue)）不一致"))
    }
    guard let first = number.numeratorInt128, number.isInteger, first >= 1, first <= Int128(period.count)
    else {
      return .failure(ExampleProblem(words: "期限只到第\(period.count)个"))
    }
    cursor = copy
    return .success([Int(first) - 1])
  }
}

extension Result<Void, ExampleProblem> {
  /// What is wrong; `nil` where nothing is.
  fileprivate var problem: String? { if case .failure(let problem) = self { problem.words } else { nil } }
}
