import RulebookModel
import RulebookReports
import RulebookText
import Testing

/// 校对稿: the document with its readings.
@Suite struct ProofSheetTests {
  private func proof(_ text: String) -> String {
    let source = SourceText(name: "样例.rulebook", text)
    let outcome = Resolver.load(source)
    return ProofSheet(
      of: outcome.rulebook, tree: outcome.tree, source: source, diagnostics: outcome.diagnostics
    ).text
  }

  @Test func `every clause has its reading beside it`() {
    let html = proof(Sample.rulebook)
    let readings = [
      "每起扣0.2分，本项扣完为止", "每少1篇扣0.1分，本项扣完为止", "折算，报100分的得4分，报0分的得0分，中间按比例",
      "每起扣1分，本项最多扣2分",
    ].map { "<span class=\"reading\">\($0)</span>" }
    let words = [
      "办公室报：次数（起）", "次数（篇）；按月填，日期必须填", "只考核参加竞赛的单位", "其余的单位得平均分", "由安监局考核",
      "只扣分，最多扣2分", "从6分扣起，扣完为止", "下面各项加起来，最多得10分", "没有发现问题",
    ]
    let missing = (readings + words).filter { !html.contains($0) }
    #expect(missing.isEmpty)
  }

  @Test func `headings, text and numbers stand as in the document`() {
    let html = proof(Sample.rulebook)
    #expect(html.contains("<h1 class=\"title\">样例考核细则</h1>"))
    #expect(html.contains("<h2>一、日常工作（10分）（由办公室考核）</h2>"))
    #expect(html.contains("<h3>（一）纪律（6分）</h3>"))
    #expect(html.contains("<p>投诉查实的<sup>2</sup>，每起扣0.2分；</p>"))
    #expect(html.contains("<b>2</b> <span class=\"reading\">每起扣0.2分"))
  }

  @Test func `nothing in a rulebook is taken for HTML`() {
    let hostile = "<script>alert(\"1\")</script>&'"
    let html = proof(
      Sample.rulebook.replacing("样例考核细则", with: hostile)
        .replacing("投诉查实的", with: "投诉查实的\(hostile)")
        .replacing("（一）纪律", with: "（一）\(hostile)")
        + "\n【注：\(hostile)】\n【<b>】扣1分\n说到\(hostile)扣2分\n")
    #expect(!html.contains("<script"))
    #expect(!html.contains("<b></") && !html.contains("【<b>】"))
    #expect(html.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;"))
    #expect(html.contains("default-src 'none'"))
  }

  @Test func `problems stand where they are, and at the top`() throws {
    let html = proof(Sample.rulebook.replacing("【投诉】", with: ""))
    #expect(html.contains("<a href=\"#p1\">第8行 错误[K0406]"))
    let text = try #require(html.ranges(of: "<p>投诉查实的，每起").first)
    let problem = try #require(html.ranges(of: "<div class=\"problem error\" id=\"p1\">").first)
    let next = try #require(html.ranges(of: "<p>每月报送信息两篇").first)
    #expect(text.lowerBound < problem.lowerBound && problem.lowerBound < next.lowerBound)
    #expect(html.contains("右边先照写的样子列出【】里的字"))
    #expect(html.contains("【信息：按月，至少2篇】"))
  }

  @Test(arguments: ["", "\n", "【", "】】【【", "一、", "\u{FEFF}【细则：\u{202E}】", "【年度：2013】\r\r\n"])
  func `any text has a proof`(text: String) {
    let html = proof(text)
    #expect(html.hasPrefix("<!DOCTYPE html>\n") && html.hasSuffix("</html>\n"))
    #expect(!html.unicodeScalars.contains("\u{202E}"))
  }

  @Test func `each tag that opens is closed`() {
    let html = proof(Sample.rulebook + "\n【注：说到<p>】\n【例：投诉2起，本项得9.6分】\n")
    for tag in [
      "div", "p", "span", "h1", "h2", "h3", "b", "sup", "dl", "dt", "dd", "ol", "li", "a", "header",
    ] {
      let opened = html.ranges(of: "<\(tag)>").count + html.ranges(of: "<\(tag) ").count
      #expect(opened == html.ranges(of: "</\(tag)>").count, "\(tag)")
    }
  }
}
