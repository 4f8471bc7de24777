import RulebookModel
import RulebookRevision
import RulebookText
import Testing

@Suite struct FormatterTests {
  private static let head = "【细则：例】【年度：2013】【考核单位：考核办】\n"

  /// What a rulebook becomes; nil where it is not rewritten.
  private static func formatted(_ text: String) -> String? {
    guard case .formatted(let bytes) = Formatter.format(SourceText(name: "规则", text)) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (
      "一、信息(10分)\n每月至少报送信息两篇【 信息 : 按月 ,至少 两篇 】,少一篇扣０．２分;\n",
      "一、信息（10分）\n每月至少报送信息两篇【信息：按月，至少2篇】，少一篇扣0.2分；\n"
    ),
    (
      "一、投诉（10分）\n查实的【投诉：每起扣0.20分，最多扣两分】，每起扣0.2分，最多扣2分。\n【例：投诉两起，本项得9.60分】\n",
      "一、投诉（10分）\n查实的【投诉：每起扣0.2分，最多扣2分】，每起扣0.2分，最多扣2分。\n【例：投诉2起，本项得9.6分】\n"
    ),
    (
      "一、办件（10分）\n办件【办件:每件扣0.1分-0.50分】，每件扣0.1分-0.5分。\n",
      "一、办件（10分）\n办件【办件：每件扣0.1分—0.5分】，每件扣0.1分-0.5分。\n"
    ),
    (
      "一、工作（10分）\n按AB岗制度(8:30到岗,共1,000人)办事【说明】。投诉【两次投诉】,每起扣1分。【注: 8:30, 即上班】\n",
      "一、工作（10分）\n按AB岗制度（8:30到岗，共1,000人）办事【说明】。投诉【两次投诉】，每起扣1分。【注：8:30， 即上班】\n"
    ),
  ])
  func `one meaning has one spelling`(written: String, spelt: String) throws {
    #expect(Self.formatted(Self.head + written) == Self.head + spelt)
    #expect(Self.formatted(Self.head + spelt) == Self.head + spelt)
  }

  @Test func `lines of brackets lose their blanks, others keep theirs`() {
    let text = "\u{FEFF}【细则：例】 【年度：2013】\r\n\r\n　一、 工作（10分） 【考核单位：甲办】\r\n投诉 【投诉】 ，每起扣1分。"
    let spelt = "\u{FEFF}【细则：例】【年度：2013】\r\n\r\n　一、 工作（10分） 【考核单位：甲办】\r\n投诉 【投诉】 ，每起扣1分。"
    #expect(Self.formatted(text) == spelt)
  }

  @Test func `a rulebook with errors is left alone`() {
    guard case .invalid(let diagnostics) = Formatter.format(SourceText(name: "规则", "一、工作（10分）\n每起扣1分。\n"))
    else { return #expect(Bool(false)) }
    #expect(!diagnostics.isEmpty)
  }

  @Test func `another figure is another meaning`() throws {
    let text = Self.head + "一、投诉（10分）\n查实的【投诉】，每起扣0.2分。\n"
    let other = text.replacing("0.2", with: "0.3")
    let meanings = try [text, other, text.replacing("，", with: ",")].map {
      Meaning(try #require(Resolver.load(SourceText(name: "规则", $0)).rulebook))
    }
    #expect(meanings[0] != meanings[1])
    #expect(meanings[0] == meanings[2])
  }
}
