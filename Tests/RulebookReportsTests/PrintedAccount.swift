import ExactArithmetic

/// An account as it is printed, read back without knowledge of how it was made.
struct PrintedAccount {
  /// One item: its heading and the lines below it.
  struct Block {
    var lines: [String]

    /// The name before the bracket or colon: 一（一）纪律.
    var name: String
    /// The score in the heading; deductions below 0.
    var score: Rational?
  }

  let blocks: [Block]

  init(_ text: String) {
    let parts = text.split(separator: "\n\n").map { $0.split(separator: "\n").map(String.init) }
    blocks = parts.dropFirst().map { lines in
      Block(lines: lines, name: String(lines[0].prefix { $0 != "：" }), score: Self.points(in: lines[0]))
    }
  }

  /// The points behind the last ：, such as 得3.3分, 扣0.4分, 不扣分.
  static func points(in line: String) -> Rational? {
    guard let words = line.split(separator: "：").last else { return nil }
    if words.hasPrefix("不扣分") { return 0 }
    let number = number(words.dropFirst())
    if words.hasPrefix("扣") { return number.map { -$0 } }
    return words.hasPrefix("得") || words.hasPrefix("加") ? number : nil
  }

  /// The number a text starts with: -0.5, 约0.6667（2/3）.
  static func number(_ text: Substring) -> Rational? {
    if text.hasPrefix("约") { return number(text.drop { $0 != "（" }.dropFirst()) }
    let digits = text.prefix { "-0123456789./".contains($0) }.split(separator: "/")
    let values = digits.map { DecimalText.parse(Array($0.utf8)) }
    guard case .value(let numerator)? = values.first else { return nil }
    guard values.count == 2, case .value(let denominator)? = values.last else { return numerator }
    return numerator.divided(by: denominator)
  }
}

extension PrintedAccount.Block {
  /// What does not add up.
  func problems(in account: PrintedAccount) -> [String] {
    guard let score, !lines[0].contains("不适用") else { return lines[0].contains("平均分") ? [] : ["no score"] }
    let clauses = lines.filter { $0.hasPrefix("  “") }.compactMap { PrintedAccount.points(in: $0) }.filter {
      !$0.isZero
    }
    guard let line = lines.first(where: { $0.hasPrefix("  合计：") }) else {
      guard clauses.count <= 1 else { return ["clauses without sum"] }
      return settled(clauses.first ?? score) == score ? [] : ["\(clauses) is not \(score)"]
    }
    let sides = line.dropFirst("  合计：".count).components(of: " = ")
    let parts = terms(sides[0])
    let total = PrintedAccount.number(sides[1][...]) ?? -1000
    var problems: [String] = []
    if parts.map(\.value).reduce(0, +) != total { problems.append("parts do not add up") }
    if parts.filter({ $0.remark.isEmpty }).map(\.value) != clauses {
      problems.append("clauses differ from parts")
    }
    for part in parts where !part.remark.isEmpty && part.remark != "起评" {
      let path = prefix.isEmpty ? part.remark + " " : prefix + "（\(part.remark)）"
      let child = account.blocks.first { $0.name.hasPrefix(path) }
      if child?.score != part.value { problems.append("child \(part.remark) differs") }
    }
    if settled(total) != score { problems.append("\(total) is not \(score)") }
    return problems
  }

  /// The path before the title.
  private var prefix: String { name.hasPrefix("总分") ? "" : String(name.prefix { $0 != " " }) }

  /// The sum after the line about the bounds, if there is one.
  private func settled(_ total: Rational) -> Rational {
    for line in lines {
      if line.hasPrefix("  扣完为止，计0分") { return 0 }
      if line.hasPrefix("  应扣"), let bound = line.components(of: "上限").last {
        return -(PrintedAccount.number(bound[...]) ?? 0)
      }
    }
    return total
  }

  /// `6（起评） - 0.4 + 1（一）` as signed numbers with what stands behind them.
  private func terms(_ text: String) -> [(value: Rational, remark: String)] {
    var sign: Rational = 1
    var terms: [(Rational, String)] = []
    for word in text.split(separator: " ") {
      if word == "+" || word == "-" {
        sign = word == "-" ? -1 : 1
      } else {
        let figure = word.hasPrefix("约") ? word.drop { $0 != "）" }.dropFirst() : word
        let remark = figure.drop { $0 != "（" }.dropFirst().prefix { $0 != "）" }
        terms.append((sign * (PrintedAccount.number(word) ?? -1000), String(remark)))
        sign = 1
      }
    }
    return terms
  }
}

extension StringProtocol {
  /// The parts between occurrences of `separator`.
  fileprivate func components(of separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map { String($0) }
  }
}
