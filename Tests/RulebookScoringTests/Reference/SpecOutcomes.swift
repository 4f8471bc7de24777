import ExactArithmetic
import RulebookSyntax

/// What a year comes to besides points.
struct SpecOutcomes: Sendable {
  /// The grades, best first.
  var grades: [String]
  /// The least total of every grade but the last.
  var least: [Rational]
  var vetoes: [SpecVeto]
}

/// Something that decides what a year comes to.
struct SpecVeto: Sendable {
  enum Effect: Sendable {
    case grade(Int)
    case bar(Int)
    case last
    case total(Rational)
    case up
    case down
  }

  var fact: SpecFact
  /// How often it must have happened; `nil` where it only has to be so.
  var least: Rational?
  var effect: Effect
  var look: UInt64
}

extension SpecRulebook {
  /// What its years come to, where it says so.
  var outcomes: SpecOutcomes? { items.lazy.compactMap(\.outcomes).first }
}

extension SpecGenerator {
  /// An item without points that says what years come to.
  mutating func makeOutcomes() {
    guard random.chance(40) else { return }
    let most = max(rulebook.items.compactMap(\.worth.points).reduce(0, +), 1)
    let grades = random.pick([["优秀", "合格"], ["优秀", "合格", "不合格"], ["优秀", "良好", "合格", "不合格"]])
    let shares: [Int] = random.pick([[9, 7, 4], [8, 5, 2], [10, 6, 1]])
    let least = shares.prefix(grades.count - 1).map { (most * Rational($0)).divided(by: 10) ?? 0 }
    var item = SpecItem(title: "年度结果", look: random.look())
    item.offices = [random.int(0...rulebook.offices.count - 1)]
    let vetoes = (0..<random.int(0...4)).map { _ in veto(of: grades.count) }
    item.outcomes = SpecOutcomes(grades: grades, least: least, vetoes: vetoes)
    rulebook.items.append(item)
  }

  private mutating func veto(of grades: Int) -> SpecVeto {
    let effects: [SpecVeto.Effect] = [
      .grade(random.int(0...grades - 1)), .bar(random.int(0...grades - 2)), .last, .last,
      .total(random.pick([0, 1])), .up, .down,
    ]
    var fact = SpecFact(name: name(), kind: .yesNo)
    var least: Rational?
    if random.chance(30) {
      fact.kind = .count
      fact.combination = .sum
      let times = Rational(random.int(2...3))
      fact.samples = [times - 1, times, times + 1]
      least = times
    }
    return SpecVeto(fact: fact, least: least, effect: random.pick(effects), look: random.look())
  }
}

extension SpecOutcomes {
  /// The sentences as an office would write them.
  var sentences: [String] { [bands] + vetoes.map { sentence(of: $0) } }

  private var bands: String {
    let parts = zip(least, grades).map { "\($0.written)分以上为\($1)" } + ["其他为\(grades[grades.count - 1])"]
    let isInBracket = (vetoes.first?.look ?? 0) % 2 == 1
    return isInBracket
      ? "等次按总分确定【总得分：\(parts.joined(separator: "，"))】。" : "【总得分】\(parts.joined(separator: "，"))。"
  }

  private func sentence(of veto: SpecVeto) -> String {
    let name = veto.fact.name
    let effect = words(for: veto.effect)
    guard let least = veto.least else {
      return veto.look % 3 == 0 ? "\(name)的【\(name)：\(effect)】。" : "\(name)的【\(name)】，\(effect)。"
    }
    return veto.look % 2 == 0
      ? "\(name)【\(name)：次数】\(least.written)次以上的，\(effect)。"
      : "\(name)\(least.written)次以上的【\(name)：至少\(least.written)次】，一票否决，\(effect)。"
  }

  private func words(for effect: SpecVeto.Effect) -> String {
    switch effect {
    case .grade(let grade): "定为\(grades[grade])"
    case .bar(let grade): "不得评为\(grades[grade])"
    case .last: "列末位"
    case .total(let points): "总分得\(points.written)分"
    case .up: "晋升一个等次"
    case .down: "降低一个等次"
    }
  }
}
