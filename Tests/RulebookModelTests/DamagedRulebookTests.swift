import RulebookModel
import RulebookText
import Testing

/// No text, however damaged, makes reading a rulebook fail in any way but by diagnostics.
@Suite struct DamagedRulebookTests {
  private static let rich = """
    【细则：甲】【年度：2013】【总分：5分】【名册：窗口、类型（党群、政府）】
    一、职能（5分，倒扣分1分）（由农办考核）
    1.信息（2分）。【适用：窗口且非类型为党群】
    每月至少两篇【信息：按月，至少2篇】，少一篇扣0.2分；绝密【绝密】、秘密【秘密】的，各扣2分、1分，最多扣2分。
    不参加的得平均分。【其余：1，得平均分】
    2.测评（3分）。
    初评【初评：满分100分】占1/4；终评【终评：满分100分】占3/4。迟报【迟报：视同绝密】。
    【例：窗口、信息每月2篇，本项得2分】
    """

  /// Whether every diagnostic of the damaged text lies in it, and errors mean that there is no rulebook.
  private func isSound(_ bytes: [UInt8]) -> Bool {
    let outcome = Resolver.load(SourceText(name: "试.rulebook", bytes: bytes))
    let hasErrors = outcome.diagnostics.contains { $0.severity == .error }
    return (outcome.rulebook == nil) == hasErrors
      && outcome.diagnostics.allSatisfy { 0 <= $0.primary.range.start && $0.primary.range.end <= bytes.count }
  }

  @Test func `every prefix is read or refused`() {
    let bytes = Array(Self.rich.utf8)
    for count in 0...bytes.count { #expect(isSound(Array(bytes.prefix(count))), "first \(count) bytes") }
  }

  @Test func `losing, doubling or swapping characters is read or refused`() {
    let scalars = Array(Self.rich.unicodeScalars)
    for index in scalars.indices {
      var shorter = scalars
      shorter.remove(at: index)
      var longer = scalars
      longer.insert(scalars[index], at: index)
      var swapped = scalars
      swapped.swapAt(index, min(index + 1, scalars.count - 1))
      for changed in [shorter, longer, swapped] {
        #expect(isSound(Array(String(String.UnicodeScalarView(changed)).utf8)), "at \(index)")
      }
    }
  }

  @Test func `losing or doubling a line is read or refused`() {
    let lines = Self.rich.split(separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices {
      var shorter = lines
      shorter.remove(at: index)
      var longer = lines
      longer.insert(lines[index], at: index)
      for changed in [shorter, longer] {
        #expect(isSound(Array(changed.joined(separator: "\n").utf8)), "line \(index)")
      }
    }
  }

  @Test func `figures of any size are read or refused`() {
    let figures = [
      "0", "9999999999999999999999999999999999999999", "0.0000000000000000000000000000000000000001", "1/0",
      "1/3",
    ]
    for figure in figures {
      let text = Self.rich.replacing("2", with: figure)
      #expect(isSound(Array(text.utf8)), "\(figure)")
      #expect(isSound(Array(Self.rich.replacing("0.2分", with: "\(figure)分").utf8)), "\(figure)")
    }
  }

  @Test func `适用 with many alternatives is read`() {
    let attributes = (1...48).map { "属性\($0)号" }
    let words = stride(from: 0, to: 48, by: 2).map { attributes[$0] + "且" + attributes[$0 + 1] }.joined(
      separator: "或")
    let text = """
      一、甲（2分）（由市纪委考核）【适用：\(words)】【其余：分值计入二】
      未报的【未报】扣1分。
      二、乙（3分）（由市纪委考核）
      未办的【未办】扣1分。
      """
    #expect(Small.codes(Small.book(text, head: "【名册：\(attributes.joined(separator: "、"))】\n")) == [])
  }

  @Test func `a heading at every level and ten thousand sentences are read`() {
    let deep = "一、甲（5分）（由市纪委考核）\n（一）乙\n1.丙\n（1）丁\n①戊\n"
    let many = (0..<10_000).map { "未报的【未报第\($0)类】扣0.0001分；\n" }.joined()
    #expect(isSound(Array(Small.book(deep + many).utf8)))
  }
}
