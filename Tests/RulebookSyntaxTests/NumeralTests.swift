import ExactArithmetic
import RulebookSyntax
import RulebookText
import Testing

@Suite struct NumeralTests {
  private func number(_ text: String) -> (value: Rational, isWhole: Bool)? {
    let bytes = Array(text.utf8)
    var cursor = Cursor(bytes, TextRange(0, bytes.count))
    return cursor.number().map { ($0.value, cursor.isAtEnd) }
  }

  @Test(arguments: [
    ("0.2", "0.2"), ("０．２", "0.2"), ("12", "12"), ("1/4", "1/4"), ("３／４", "3/4"),
    ("一", "1"), ("两", "2"), ("二", "2"), ("九", "9"), ("十", "10"), ("十二", "12"), ("二十", "20"), ("二十五", "25"),
    ("一百", "100"), ("一百零五", "105"), ("一百二十", "120"), ("三百六十五", "365"), ("一千", "1000"), ("两千零一十", "2010"),
    ("半", "0.5"), ("四分之一", "1/4"), ("三分之二", "2/3"), ("百分之五", "5"), ("百分之二十五", "25"), ("百分之12.5", "12.5"),
    ("〇", "0"), ("零", "0"),
  ])
  func `a number reads in every official spelling`(_ text: String, _ value: String) {
    let found = number(text)
    #expect(found?.value == Snippet.number(value))
    #expect(found?.isWhole == true)
  }

  @Test(arguments: ["", "分", "甲", "三五", ".5", "-1", "第一", "½"])
  func `what is no number reads as none`(_ text: String) {
    #expect(number(text) == nil)
  }

  @Test(arguments: [
    ("0。2分", "0.2"), ("0·2分", "0.2"), ("1O分", "10"), ("2l分", "21"), ("0。2%", "0.2"),
    ("伍分", "5"), ("贰拾分", "20"), ("拾伍分", "15"), ("一点五分", "1.5"), ("零点二分", "0.2"), ("点五分", "0.5"),
    ("壹点伍分", "1.5"),
    ("⑤分", "5"), ("⑸分", "5"), ("㈤分", "5"), ("Ⅴ分", "5"), ("½分", "0.5"), ("1 2分", "12"), ("0.2 5分", "0.25"),
    ("0点5分", "0.5"),
  ])
  func `a look-alike in a figure is told with the figure meant`(_ text: String, _ meant: String) {
    let bytes = Array(text.utf8)
    var cursor = Cursor(bytes, TextRange(0, bytes.count))
    guard case .malformed(_, let suggestion)? = cursor.numeral() else {
      Issue.record("\(text) was not found to be misprinted")
      return
    }
    #expect(suggestion == meant)
  }

  @Test(arguments: ["伍", "伍长", "一点", "⑤次", "两点三十分", "9点30分", "五分之一", "1 2次", "陆续"])
  func `what no 分 follows is no misprint`(_ text: String) {
    let bytes = Array(text.utf8)
    var cursor = Cursor(bytes, TextRange(0, bytes.count))
    if case .malformed? = cursor.numeral() { Issue.record("\(text) was found to be misprinted") }
  }

  @Test func `more digits than any figure needs are refused, not rounded`() {
    let bytes = Array(repeating: UInt8(ascii: "1"), count: Limits.digits + 1)
    var cursor = Cursor(bytes, TextRange(0, bytes.count))
    guard case .tooLong? = cursor.numeral() else {
      Issue.record("a number of \(bytes.count) digits was read")
      return
    }
    var shorter = Cursor(bytes, TextRange(0, Limits.digits))
    #expect(shorter.number() != nil)
  }

  @Test(arguments: [
    ("2次", "2", "次"), ("两篇", "2", "篇"), ("1个百分点", "1", "个百分点"), ("25%", "25", "%"), ("２５％", "25", "%"),
    ("百分之二十", "20", "%"), ("3人次", "3", "人次"), ("10万元", "10", "万元"), ("半天", "0.5", "天"), ("1个月", "1", "个月"),
    ("2个", "2", "个"), ("5工作日", "5", "工作日"), ("一百万元", "100", "万元"), ("两百分钟", "200", "分钟"),
    ("一百分点", "1", "百分点"), ("12微克/立方米", "12", "微克/立方米"),
  ])
  func `a quantity has the longest measure word that fits`(_ text: String, _ value: String, _ unit: String) {
    let bytes = Array(text.utf8)
    var cursor = Cursor(bytes, TextRange(0, bytes.count))
    let quantity = cursor.quantity(extra: [])
    #expect(quantity?.value == Snippet.number(value))
    #expect(quantity?.unit == unit)
    #expect(cursor.isAtEnd)
  }

  @Test func `further measure words are read once they are declared`() {
    let bytes = Array("3摊".utf8)
    var plain = Cursor(bytes, TextRange(0, bytes.count))
    #expect(plain.quantity(extra: []) == nil)
    var declared = Cursor(bytes, TextRange(0, bytes.count))
    #expect(declared.quantity(extra: ["摊"])?.unit == "摊")
  }
}
