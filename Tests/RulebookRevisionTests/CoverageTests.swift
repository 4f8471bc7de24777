import RulebookModel
import RulebookRevision
import RulebookSyntax
import RulebookText
import Testing

@Suite struct CoverageTests {
  private static let rulebook = """
    【细则：例】【年度：2013】【考核单位：考核办】
    一、投诉（10分）。
    考核项目　考核标准【说明】
    效能和作风建设【项】
    投诉问题经查实的【投诉】，每起扣0.2分；
    每月至少报送信息两篇【信息：按月，至少2篇】，少一篇扣0.2分。检查有记录。
    （1）未明确职能科室的【未明确】，扣0.5分；
    编委办【考核单位】
    【例：投诉1起，本项得9.8分】

    """

  private static func coverage(of document: String, in rulebook: String = rulebook) -> Coverage {
    Coverage(
      of: SourceText(name: "原文", document), in: Parser.parse(SourceText(name: "规则", rulebook)).tree)
  }

  private static let document =
    "一、投诉(10分)。\n考核项目\n考核标准\n效能和作\r\n风建设\n投诉问题经查实的,每起扣0.2分;\n"
    + "每月至少报送信息两篇,少一\n篇扣0.2分。检查有记录。\n(1)未明确职能科室的,扣0.5分;\n编委办"

  @Test func `every sentence is what the rulebook makes of it, however lines are broken`() {
    let coverage = Self.coverage(of: Self.document)
    #expect(
      coverage.sentences.map(\.standing) == [
        .same(.heading), .same(.explained), .same(.heading), .same(.scored), .same(.scored),
        .same(.unmarked),
        .same(.scored), .same(.heading),
      ])
    #expect(coverage.additions.isEmpty)
    #expect(!coverage.isComplete)
    let marked = Self.rulebook.replacing("检查有记录。", with: "检查有记录【说明】。")
    #expect(Self.coverage(of: Self.document, in: marked).isComplete)
  }

  @Test func `other words are told word by word, figures as a whole`() throws {
    let coverage = Self.coverage(
      of: Self.document.replacing("两篇", with: "十二篇").replacing("扣0.2分。", with: "扣0.25分。"))
    let changed = try #require(coverage.sentences.first { !$0.isOpen ? false : $0.passage?.role == .scored })
    #expect(
      changed.standing == .changed([WordChange(old: "十二", new: "两"), WordChange(old: "0.25", new: "0.2")]))
    #expect(changed.text == "每月至少报送信息十二篇,少一\n篇扣0.25分。")
  }

  @Test func `what is absent, moved or added is told`() {
    let coverage = Self.coverage(
      of: "编委办\n"
        + Self.document.replacing("编委办", with: "发生安全事故的,每起扣1分。")
        .replacing("投诉问题经查实的,每起扣0.2分;\n", with: ""))
    #expect(coverage.sentences.first?.standing == .moved(.heading))
    #expect(coverage.sentences.last?.standing == .absent)
    #expect(coverage.additions.map(\.text) == ["投诉问题经查实的，每起扣0.2分；"])
  }

  @Test func `official brackets and damaged bytes stop nothing`() {
    let rulebook = Self.rulebook.replacing("检查有记录。", with: "检查【【有】】记录【说明】。")
    #expect(Self.coverage(of: Self.document.replacing("检查有", with: "检查【有】"), in: rulebook).isComplete)
    let bytes = Array(Self.document.utf8) + [0xE4, 0xB8, 0xFF, 0x0A]
    let damaged = Coverage(
      of: SourceText(name: "原文", bytes: bytes), in: Parser.parse(SourceText(name: "规则", rulebook)).tree)
    #expect(!damaged.isComplete)
    #expect(Self.coverage(of: "\n \n").sentences.isEmpty)
  }
}
