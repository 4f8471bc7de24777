import RulebookText
import Testing

@Suite struct NameFoldingTests {
  @Test(arguments: [
    ("市委办", "市 委 办"), ("市委办", "\u{3000}市委\u{A0}办\t"), ("市委办", "市\u{2002}委\u{200A}办"),
    ("（A）", "(Ａ)"), ("０１２９", "0129"), ("ａｚＡＺ", "azAZ"), ("％，：；．！～", "%,:;.!~"),
    ("＠＿｀｛", "@_`{"),
  ])
  func `Width and spaces make no other name`(left: String, right: String) {
    #expect(FoldedName(left) == FoldedName(right))
  }

  @Test(arguments: [
    ("A", "a"), ("①", "1"), ("㈠", "(一)"), ("。", "."), ("、", ","), ("é", "e\u{301}"), ("⼯业", "工业"),
    ("豈", "\u{F900}"), ("市\u{200B}委", "市委"), ("￥", "¥"), ("｟", "("), ("～", "〜"), ("a\nb", "ab"),
    ("a\u{2001}b", "ab"), ("【", "["),
  ])
  func `Nothing else is merged`(left: String, right: String) {
    #expect(FoldedName(left) != FoldedName(right))
  }

  @Test func `Every full-width form folds to its ASCII character`() {
    for value in UInt8(0x21)...0x7E {
      let wide = String(Unicode.Scalar(UInt32(value) + 0xFEE0).map(Character.init) ?? " ")
      #expect(FoldedName(wide).bytes == [value])
    }
  }

  @Test func `Bytes, slices, text and ranges of a source fold alike`() {
    let source = SourceText(name: "x", "【市 委，办】")
    let bytes = Array("市 委，办".utf8)
    let range = TextRange(3, 3 + bytes.count)
    #expect(FoldedName(source, range) == FoldedName("市委,办"))
    #expect(FoldedName(bytes) == FoldedName("市委,办"))
    #expect(FoldedName(source.bytes[range.bytes]).text == "市委,办")
    #expect(FoldedName(source, TextRange(-4, 900)) == FoldedName(source.bytes))
  }

  @Test(
    arguments: [[0xE2], [0xE2, 0x80], [0xE3, 0x80], [0xEF, 0xBC], [0xC2], [0xEF, 0xBC, 0x41]] as [[UInt8]])
  func `Damaged bytes are kept`(bytes: [UInt8]) {
    #expect(FoldedName(bytes).bytes == bytes)
  }

  @Test func `Names of spaces alone are empty, and names have an order`() {
    #expect(FoldedName(" \u{3000}").isEmpty)
    #expect(FoldedName("Ａ") < FoldedName("B"))
    #expect(!(FoldedName("b") < FoldedName("B")))
  }
}
