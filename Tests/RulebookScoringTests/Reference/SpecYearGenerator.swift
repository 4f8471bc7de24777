import ExactArithmetic
import RulebookSyntax

/// Invents a year of evidence for a rulebook.
struct SpecYearGenerator {
  private var random: SeededGenerator
  private let isComplete: Bool
  private var year: SpecYear

  /// A year in which everything has been reported, or in which some offices and marks are missing.
  static func year(for rulebook: SpecRulebook, seed: UInt64, isComplete: Bool) -> SpecYear {
    var generator = SpecYearGenerator(seed: seed, isComplete: isComplete)
    generator.makeUnits(rulebook.attributes)
    generator.makeReports(rulebook.offices)
    for use in rulebook.factUses { generator.makeFigures(for: use) }
    for use in rulebook.factUses { generator.makeRows(for: use) }
    for use in rulebook.factUses { generator.makeExemptions(by: use, rulebook.factUses) }
    generator.year.rows.shuffle(using: &generator.random)
    return generator.year
  }

  private init(seed: UInt64, isComplete: Bool) {
    random = SeededGenerator(seed: seed)
    self.isComplete = isComplete
    year = SpecYear(units: [], rows: [], reported: [])
  }

  private mutating func makeUnits(_ attributes: [SpecAttribute]) {
    let names = [("财政局", "财政"), ("教育局", ""), ("民政局", "民政"), ("水务局", ""), ("交通运输局", "交通局"), ("文化馆", "")]
    for (name, alias) in names.prefix(random.int(1...6)) {
      let answers = attributes.map { random.int(0...max(1, $0.values.count - 1)) }
      year.units.append(SpecUnit(name: name, alias: alias, answers: answers))
    }
  }

  private mutating func makeReports(_ offices: [String]) {
    for office in offices.indices where isComplete || random.chance(60) { year.reported.insert(office) }
  }

  private mutating func makeFigures(for use: SpecFactUse) {
    guard use.fact.compares != nil else { return }
    for unit in year.units.indices where use.applies(to: year.units[unit].answers) {
      let isSet = isComplete || random.chance(75)
      year.units[unit].figures[use.fact.name] =
        random.chance(12) ? .notApplicable : isSet ? .set(random.pick(use.fact.figures)) : .missing
    }
  }

  private mutating func makeRows(for use: SpecFactUse) {
    let offices = use.offices.filter { year.reported.contains($0) }
    guard !offices.isEmpty else { return }
    for unit in year.units.indices where use.applies(to: year.units[unit].answers) {
      // A row for a unit without the task would be warned of.
      if year.units[unit].figures[use.fact.name]?.isNotApplicable ?? false { continue }
      if use.fact.kind.isZeroWhenAbsent || isComplete || random.chance(70) {
        for (value, month) in valuesOfYear(for: use) {
          var row = SpecRow(
            unit: unit, fact: use.fact.name, value: value, month: month, office: random.pick(offices))
          if use.fact.kind == .count, !use.fact.levels.isEmpty {
            row.level = random.int(0...use.fact.levels.count - 1)
          }
          if use.fact.hasMatters { row.matter = random.pick(["甲事", "乙事", "丙事"]) }
          year.rows.append(row)
        }
      }
    }
  }

  /// Leaves a unit out of a period or two, on the word of one of the offices.
  private mutating func makeExemptions(by use: SpecFactUse, _ uses: [SpecFactUse]) {
    guard let (title, period) = use.periodic, random.chance(15) else { return }
    let offices = use.offices.filter { year.reported.contains($0) }
    let units = year.units.indices.filter { use.applies(to: year.units[$0].answers) }
    guard !offices.isEmpty, let unit = units.randomElement(using: &random) else { return }
    let left = random.int(0...period.count - 2)
    let names = Set(uses.filter { $0.periodic?.title == title }.map(\.fact.name))
    year.rows.removeAll { row in
      row.unit == unit && names.contains(row.fact) && (row.month - 1) * period.count / 12 == left
    }
    year.exemptions.append(
      SpecExemption(
        unit: unit, fact: use.fact.name, month: month(in: left, of: period), office: random.pick(offices)))
  }

  /// The values of the year; those of each period under 按月考核.
  private mutating func valuesOfYear(for use: SpecFactUse) -> [(Rational, month: Int)] {
    guard let (_, period) = use.periodic else { return values(for: use) }
    return (0..<period.count).flatMap { index in
      guard use.fact.kind.isZeroWhenAbsent || isComplete || random.chance(85) else {
        return [(Rational, month: Int)]()
      }
      return values(for: use).map { ($0.0, month(in: index, of: period)) }
    }
  }

  /// The values of the rows of one unit, each with its month.
  private mutating func values(for use: SpecFactUse) -> [(Rational, month: Int)] {
    let fact = use.fact
    if fact.kind == .place || fact.kind == .grade { return [(random.pick(fact.samples), month())] }
    if !fact.samples.isEmpty, fact.period == .year {
      let tenths = Rational(random.pick([0, 0, 0, 1, -1, 5])).divided(by: 10) ?? 0
      let value = random.pick(fact.samples) + (fact.kind == .count ? 0 : tenths)
      let isNothing = value.signum < 0 || fact.kind == .count && random.chance(20)
      return [(isNothing ? Rational(0) : value, month())]
    }
    switch fact.kind {
    case .yesNo: return random.chance(35) ? [(random.chance(85) ? 1 : 0, month())] : []
    case .amount:
      guard let amounts = use.amounts, random.chance(50) else { return [] }
      let count = fact.fullMark == nil ? random.int(1...2) : 1
      return (0..<count).map { _ in (amount(in: amounts), month()) }
    case .count, .percentage, .measurement:
      return (0..<fact.period.count).flatMap { period in
        values(of: fact).map { ($0, month(in: period, of: fact.period)) }
      }
    case .score, .completion, .money, .place, .grade:
      let count = fact.combination == .single ? 1 : random.int(1...5)
      return (0..<count).map { _ in (mark(upTo: fact.fullMark ?? 130), month()) }
    }
  }

  /// The rows of one period.
  private mutating func values(of fact: SpecFact) -> [Rational] {
    guard fact.kind == .count else {
      let required = fact.requirement?.value ?? 10
      let tenths = Rational(random.int(-30...30)).divided(by: 10) ?? 0
      return [random.chance(30) ? required : fact.kind == .percentage || required > 3 ? required + tenths : 2]
    }
    guard let required = fact.requirement?.value else {
      return random.chance(50) ? (0..<random.int(1...3)).map { _ in Rational(random.int(1...3)) } : []
    }
    let wanted = required + Rational(random.pick([-1, 0, 0, 0, 1, 2]))
    guard wanted > 0 else { return [] }
    return random.chance(70) ? [wanted] : [wanted - 1, 1]
  }

  private mutating func amount(in amounts: ClosedRange<Rational>) -> Rational {
    let tenths = Rational(random.pick([0, 1, 3, 5, 7, 10])).divided(by: 10) ?? 0
    return amounts.lowerBound + (amounts.upperBound - amounts.lowerBound) * tenths
  }

  private mutating func mark(upTo greatest: Rational) -> Rational {
    switch random.int(0...9) {
    case 0: return greatest
    case 1: return 0
    default: return greatest * (Rational(random.int(100...1000)).divided(by: 1000) ?? 1)
    }
  }

  private mutating func month() -> Int { random.chance(50) ? 0 : random.int(1...12) }

  private mutating func month(in period: Int, of length: Period) -> Int {
    guard length != .year else { return month() }
    let months = 12 / length.count
    return period * months + random.int(1...months)
  }
}
