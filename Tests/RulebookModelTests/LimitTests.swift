import RulebookModel
import RulebookSyntax
import RulebookText
import Testing

/// Just below each limit a rulebook is read; just above it is refused, by the limit's name.
@Suite struct LimitTests {
  /// The names of the limits that a rulebook goes beyond; a failed test where it has any other error.
  private func beyond(_ text: String) -> [String] {
    Small.load(text).diagnostics.filter { $0.severity == .error }.map { "\($0.code.rawValue) \($0.title)" }
  }

  private func expect(
    _ name: String, below: String, above: String, place: SourceLocation = #_sourceLocation
  ) {
    #expect(beyond(below) == [], "\(name)", sourceLocation: place)
    let found = beyond(above)
    #expect(found.count == 1 && found.allSatisfy { $0.contains(name) }, "\(found)", sourceLocation: place)
  }

  private func filled(_ text: String, to count: Int) -> String {
    text + String(repeating: "a", count: count - text.utf8.count)
  }

  @Test func `the size of a file`() {
    let body = Small.item("未报的【未报】扣1分。\n")
    let line = "【注：" + String(repeating: "a", count: 60_000) + "】\n"
    var text = body
    while text.utf8.count + line.utf8.count < Limits.fileBytes { text += line }
    let rest = Limits.fileBytes - text.utf8.count
    let whole = text + String(repeating: "\n", count: rest)
    expect("规则文件大小", below: whole, above: whole + "\n")
  }

  @Test func `the length of a line`() {
    let end = "】"
    let line = filled("【注：", to: Limits.lineBytes - end.utf8.count)
    let body = Small.item("未报的【未报】扣1分。\n")
    expect("一行的长度", below: body + line + end + "\n", above: body + line + "a" + end + "\n")
  }

  @Test func `the digits of a number`() {
    let digits = "0." + String(repeating: "1", count: Limits.digits - 1)
    expect(
      "位数", below: Small.item("未报的【未报】扣\(digits)分。\n"), above: Small.item("未报的【未报】扣\(digits)1分。\n"))
  }

  @Test func `the length of a name`() {
    let name = String(repeating: "名", count: Limits.nameBytes / 3)
    expect(
      "名称的长度", below: Small.item("未报的【\(name)】扣1分。\n"), above: Small.item("未报的【\(name)名】扣1分。\n"))
  }

  @Test func `the levels of one piece of evidence`() {
    let book = { (count: Int) in
      Small.item("受表彰的【表彰：分级（\((1...count).map { "级\($0)号" }.joined(separator: "、"))）】，每次加1分，最多加2分。\n")
    }
    expect("级别", below: book(Limits.levels), above: book(Limits.levels + 1))
  }

  @Test func `brackets of a formula within each other`() {
    let book = { (depth: Int) in
      let formula = String(repeating: "(", count: depth) + "10-投诉" + String(repeating: ")", count: depth)
      return Small.item("投诉情况【投诉：次数】【得分=\(formula)，最高10分】。\n")
    }
    expect("括号", below: book(Limits.formulaDepth), above: book(Limits.formulaDepth + 1))
  }

  @Test func `the figures and signs of a formula`() {
    let book = { (terms: Int) in
      let formula = "投诉" + String(repeating: "+1", count: terms)
      return Small.item("投诉情况【投诉：次数】【得分=\(formula)，最高10分】。\n")
    }
    // One name, and a sign and a figure for each term.
    let most = (Limits.formulaSteps - 1) / 2
    expect("式子的长度", below: book(most), above: book(most + 1))
  }
}
