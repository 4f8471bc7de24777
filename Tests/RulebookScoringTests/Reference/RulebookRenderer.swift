import ExactArithmetic
import RulebookSyntax

/// Writes a specification as an office would: an outline with its tails, sentences, and the brackets in them.
struct RulebookRenderer {
  private let rulebook: SpecRulebook
  private var lines: [String] = []
  private var typesetter: Typesetter

  /// The rulebook's text.
  static func text(of rulebook: SpecRulebook) -> String {
    var renderer = RulebookRenderer(rulebook)
    renderer.writeHead()
    renderer.write(rulebook.items, style: 0, isInRow: false)
    return renderer.lines.joined(separator: "\n") + "\n"
  }

  private init(_ rulebook: SpecRulebook) {
    self.rulebook = rulebook
    typesetter = Typesetter(look: rulebook.look)
  }

  private mutating func write(_ line: String) { lines.append(typesetter.set(line)) }

  // MARK: Head

  private mutating func writeHead() {
    write("【细则：某市目标责任制考核细则】")
    write("【年度：2013】")
    if let total = plainTotal { write("【总分：\(total.written)分】") }
    if let rounding = rulebook.rounding {
      write("【保留：\(rounding.everyItem ? "各项" : "总分")\(rounding.places)位小数】")
    }
    if let fullMark = rulebook.fullMark { write("【满分：\(fullMark.written)分】") }
    if let rule = rulebook.stepRule { write("【步长：\(rule.rawValue)】") }
    let attributes = rulebook.attributes.map { attribute in
      attribute.values.isEmpty
        ? attribute.name : "\(attribute.name)（\(attribute.values.joined(separator: "、"))）"
    }
    if !attributes.isEmpty { write("【名册：\(attributes.joined(separator: "、"))】") }
    if let outcomes = rulebook.outcomes { write("【等次：\(outcomes.grades.joined(separator: "、"))】") }
    if let group = rulebook.group { write("【分组：\(rulebook.attributes[group].name)】") }
    lines.append("")
  }

  /// The points of all items, where every unit has the same.
  private var plainTotal: Rational? {
    guard rulebook.items.allSatisfy(\.isForEveryone) else { return nil }
    let total = Rational.sum(rulebook.items.map(\.pointsInside))
    return total > 0 && rulebook.look % 2 == 0 ? total : nil
  }

  // MARK: Items

  private mutating func write(_ items: [SpecItem], style: Int, isInRow: Bool) {
    let numbers = items.indices.map { Self.number($0 + 1, style: style) }
    let isApart = items.last?.children.isEmpty ?? false
    var later: [String] = []
    for (index, item) in items.enumerated() {
      var look = SeededGenerator(seed: item.look)
      let isRow = item.heading != .numbered
      let number = isRow ? "" : numbers[index].heading
      var tail = ""
      if let others = others(of: item, numbers.map(\.name)) {
        if isApart, !isRow, index < items.count - 1, look.chance(30) {
          later.append("不参加的按此办理【其余：\(numbers[index].name)，\(others)】。")
        } else {
          tail = "【其余：\(others)】"
        }
      }
      let officeLines = writeHeading(of: item, number, tail, hasOfficeLines: isRow || !isInRow, &look)
      for clause in item.clauses { write(clause, in: item) }
      if let (attribute, factor) = item.multiplier {
        write("有关单位另行计算【倍数：扣分\(factor.written)倍，适用\(rulebook.attributes[attribute].name)】。")
      }
      for sentence in item.outcomes?.sentences ?? [] { write(sentence) }
      for line in officeLines { write(line) }
      let maySkip = !isRow && style + 1 + item.numberedDepth <= 4
      let skipped = maySkip && look.chance(20) ? 1 : 0
      let childStyle = isRow ? style : min(4, style + 1 + skipped)
      write(item.children, style: childStyle, isInRow: isInRow || isRow)
    }
    for line in later { write(line) }
  }

  /// The number of a heading as it stands in the text, and as scopes name it.
  private static func number(_ value: Int, style: Int) -> (heading: String, name: String) {
    let chinese = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"][min(value, 10)]
    switch style {
    case 0: return ("\(chinese)、", chinese)
    case 1: return ("（\(chinese)）", "（\(chinese)）")
    case 2: return ("\(value)．", "\(value)")
    case 3: return ("（\(value)）", "（\(value)）")
    default:
      let circled = Unicode.Scalar(UInt32(0x245F + value)).map { "\($0)" } ?? ""
      return (circled, circled)
    }
  }

  private func others(of item: SpecItem, _ siblings: [String]) -> String? {
    guard !item.scope.isEveryone else { return nil }
    switch item.others {
    case .nothing: return item.look % 3 == 0 && item.hasScore ? "不计" : nil
    case .mean: return "得平均分"
    case .fullMark: return "得满分"
    case .points(let points): return "得\(points.written)分"
    case .spread: return "分值平均计入同级"
    case .movedTo(let sibling): return "分值计入\(siblings[sibling])"
    }
  }

  /// Writes the heading; returns the lines of offices that stand at the item's end.
  private mutating func writeHeading(
    of item: SpecItem, _ number: String, _ tail: String, hasOfficeLines: Bool, _ look: inout SeededGenerator
  ) -> [String] {
    var officeLines: [String] = []
    var tails: [String] = []
    var brackets = tail
    if let worth = item.worthText {
      if look.chance(85) { tails.append("（\(worth)）") } else { brackets += "【分值：\(worth)】" }
    }
    if let cap = item.deductionPerChild { tails.append("（每小项倒扣分\(cap.written)分）") }
    if !item.offices.isEmpty {
      let names = item.offices.map { rulebook.offices[$0] }
      switch look.int(0...3) {
      case 0: brackets += "【考核单位：\(names.joined(separator: "、"))】"
      case 1 where hasOfficeLines && item.children.isEmpty: officeLines = names.map { "\($0)【考核单位】" }
      case 2 where names.count == 2: tails.append("（由\(names.joined(separator: "和"))考核）")
      default: tails.append("（由\(names.joined(separator: "、"))考核）")
      }
    }
    if look.chance(30) { tails.reverse() }
    switch item.heading {
    case .numbered: break
    case .row: tails.append("【项】")
    case .subrow: tails.append("【目】")
    }
    if !item.scope.isEveryone { brackets += "【适用：\(expression(item.scope))】" }
    if item.countsHighestPerMatter { brackets += "【就高：同一事项】" }
    brackets += item.boundsText
    if item.weight != 1 {
      let share = look.chance(50) ? "\((item.weight * 100).written)%" : item.weight.written
      brackets += "【权重：\(item.title)，\(share)】"
    }
    write(number + item.title + tails.joined() + brackets)
    return officeLines
  }

  private func expression(_ scope: SpecScope) -> String {
    scope.alternatives.map { tests in
      tests.map { test in
        let attribute = rulebook.attributes[test.attribute]
        let isNegated = attribute.values.isEmpty ? (test.answer == 0) != test.isNegated : test.isNegated
        let words =
          attribute.values.isEmpty ? attribute.name : "\(attribute.name)为\(attribute.values[test.answer])"
        return (isNegated ? "非" : "") + words
      }.joined(separator: "且")
    }.joined(separator: "或")
  }

  // MARK: Clauses

  private mutating func write(_ clause: SpecClause, in item: SpecItem) {
    var renderer = ClauseRenderer(clause, in: rulebook)
    write(renderer.sentence())
  }
}

extension SpecItem {
  /// 5分，倒扣分1分
  fileprivate var worthText: String? {
    guard !worth.isInherited else { return nil }
    var figures: [String] = []
    if let points = worth.points { figures.append("\(points.written)分") }
    if let deduction = worth.deduction {
      figures.append(worth.isWrittenAsPoints ? "\(deduction.written)分" : "倒扣分\(deduction.written)分")
    }
    if let bonus = worth.bonus { figures.append("加分\(bonus.written)分") }
    return figures.isEmpty ? nil : figures.joined(separator: "，")
  }

  fileprivate var boundsText: String {
    var text = ""
    if let places { text += "【保留：本项\(places)位小数】" }
    if let periodic {
      let most = periodic.most.map { "，每期最多得\($0.written)分" } ?? ""
      text += "【\(periodic.period.rawValue)考核：\(periodic.fold.rawValue)\(most)】"
    }
    switch start {
    case .fullMark?: text += "【起评：满分】"
    case .points(let points)?: text += "【起评：\(points.written)分】"
    case nil: break
    }
    if let ceiling { text += "【上限：\(ceiling.map { "\($0.written)分" } ?? "不限")】" }
    if let floor { text += "【下限：\(floor.map { "\($0.written)分" } ?? "不限")】" }
    return text
  }

  /// How many numbered headings lie below it at the most, one in the other.
  fileprivate var numberedDepth: Int {
    children.map { $0.numberedDepth + ($0.heading == .numbered ? 1 : 0) }.max() ?? 0
  }

  fileprivate var isForEveryone: Bool { scope.isEveryone && children.allSatisfy(\.isForEveryone) }

  /// The points of the item, or of what is in it where it is only a group.
  fileprivate var pointsInside: Rational {
    worth.isStated ? worth.points ?? 0 : Rational.sum(children.map(\.pointsInside))
  }
}

extension Rational {
  /// As rulebooks and ledgers write it: a decimal, or a fraction where it does not end.
  var written: String { decimalText ?? description }
}

/// Varies what carries no meaning: widths of punctuation and digits, and blanks.
struct Typesetter {
  private var look: SeededGenerator
  private let isMixed: Bool
  private static let halves: [Unicode.Scalar: Unicode.Scalar] = [
    "，": ",", "；": ";", "：": ":", "（": "(", "）": ")", "．": ".", "％": "%",
  ]

  init(look seed: UInt64) {
    look = SeededGenerator(seed: seed)
    isMixed = seed % 4 != 0
  }

  /// The line in one of the ways it may be typed.
  mutating func set(_ line: String) -> String {
    guard isMixed else { return line }
    var text = String.UnicodeScalarView()
    let isWide = look.chance(20)
    let isHalf = look.chance(50)
    let isSpaced = look.chance(30)
    for scalar in line.unicodeScalars {
      if isSpaced, mayTakeBlank(between: text.last, scalar), look.chance(15) {
        text.append(look.chance(50) ? " " : "\u{3000}")
      }
      if let half = Self.halves[scalar], isHalf {
        text.append(half)
      } else if isWide, ("0"..."9").contains(scalar), let wide = Unicode.Scalar(scalar.value + 0xFEE0) {
        text.append(wide)
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }

  /// Not inside a number, and not at the start of a line, where numbers of headings stand.
  private func mayTakeBlank(between left: Unicode.Scalar?, _ right: Unicode.Scalar) -> Bool {
    guard let left else { return false }
    let isNumber: (Unicode.Scalar) -> Bool = { scalar in
      "0123456789０１２３４５６７８９.．/%％一二三四五六七八九十两半①②③④⑤、（(".unicodeScalars.contains(scalar)
    }
    return !isNumber(left) || !isNumber(right)
  }
}
