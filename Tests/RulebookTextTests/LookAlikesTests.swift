import RulebookText
import Testing

@Suite struct LookAlikesTests {
  @Test(arguments: [
    ("ー", "“ー”是日文长音符号，不是汉字“一”"), ("ニ", "“ニ”是日文假名，不是汉字“二”"), ("エ", "“エ”是日文假名，不是汉字“工”"),
    ("⼯", "“⼯”是康熙部首，不是汉字“工”"), ("⽅", "“⽅”是康熙部首，不是汉字“方”"), ("⿕", "“⿕”是康熙部首，不是汉字“龠”"),
    ("⻓", "“⻓”是汉字部首，不是汉字“长”"), ("\u{F900}", "“\u{F900}”是兼容汉字，不是汉字“豈”"),
    ("\u{2FA1D}", "“\u{2FA1D}”是兼容汉字，不是汉字“𪘀”"), ("А", "“А”是西里尔字母，不是英文字母“A”"),
    ("Ο", "“Ο”是希腊字母，不是英文字母“O”"), ("ㄧ", "“ㄧ”是注音符号，不是汉字“一”"),
  ])
  func `A look-alike is named together with the ordinary character`(character: String, words: String) throws {
    let bytes = Array("职\(character)能".utf8)
    let found = try #require(LookAlikes.first(in: bytes, TextRange(0, bytes.count)))
    #expect(found.range == TextRange(3, 3 + character.utf8.count))
    #expect(found.explanation == words)
  }

  @Test func `Ordinary text holds no look-alikes`() {
    let bytes = Array("一、市委办（A1）—0.2～1分·○①㈠ⅠⅡ﨎〇π".utf8)
    #expect(LookAlikes.first(in: bytes, TextRange(0, bytes.count)) == nil)
  }

  @Test(arguments: [("—", "一"), ("-", "一"), ("ー", "一"), ("○", "〇"), ("0", "〇"), ("ニ", "二"), ("⼗", "十")])
  func `A numeral in characters shows dashes and circles up`(found: String, ordinary: Unicode.Scalar) {
    let bytes = Array(found.utf8)
    let result = LookAlikes.first(in: bytes, TextRange(0, bytes.count), expecting: .chineseNumeral)
    #expect(result?.ordinary == ordinary)
  }

  @Test(arguments: [("l", "1"), ("I", "1"), ("O", "0"), ("о", "0"), ("○", "0")])
  func `A number in digits shows letters up`(found: String, ordinary: Unicode.Scalar) {
    let bytes = Array("0.\(found)".utf8)
    let result = LookAlikes.first(in: bytes, TextRange(0, bytes.count), expecting: .number)
    #expect(result?.range.start == 2)
    #expect(result?.ordinary == ordinary)
  }

  @Test func `The ordinary character of a look-alike is ordinary itself`() {
    for scalar in (UInt32(0)...0x2FA20).compactMap(Unicode.Scalar.init) {
      guard let ordinary = LookAlikes.ordinary(for: scalar) else { continue }
      #expect(LookAlikes.ordinary(for: ordinary) == nil, "\(scalar.codePoint)")
      #expect(ordinary != scalar)
    }
  }
}
