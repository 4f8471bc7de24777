import FoundationEssentials
import RulebookModel
import RulebookRevision
import RulebookSyntax
import RulebookText
import Testing

@Suite struct DraftTests {
  private static let rulebook = """
    【细则：2013年度考核细则】
    【年度：2013】

    一、投诉（10分）（由市纪委考核）
    投诉问题经查实的【投诉查实】，每起扣0.2分；
    每月至少报送信息两篇【信息报送：按月，至少2篇】，少一篇扣0.2分。
    【例：信息报送每月2篇，本项得10分】
    【例：投诉查实1起、信息报送每月2篇，本项得9.8分】
    二、学习（2分）（由组织部考核）【适用：参加学习】
    未按计划学习的【未学习】，扣0.5分。

    """
  private static let document = """
    一、投诉(10分)(由市纪委考核)
    投诉问题经查实的,每起扣0.2分;
    每月至少报送信息两篇,少一篇扣0.2分。
    二、学习(2分)(由组织部考核)
    未按计划学习的,扣0.5分。

    """

  private static func draft(_ document: String, from rulebook: String? = rulebook) -> RulebookDraft {
    RulebookDraft(
      of: SourceText(name: "细则.txt", document),
      from: rulebook.map { Parser.parse(SourceText(name: "规则", $0)).tree })
  }

  private static func text(_ draft: RulebookDraft) -> String { String(decoding: draft.bytes, as: UTF8.self) }

  @Test func `what has stayed is the old rulebook`() {
    let draft = Self.draft(Self.document)
    #expect(Self.text(draft) == Self.rulebook)
    #expect(draft.entries.allSatisfy { $0.kind == .carried })
  }

  @Test func `figures in brackets follow the sentence and are to be looked at`() throws {
    let draft = Self.draft(Self.document.replacing("两篇", with: "三篇"))
    #expect(Self.text(draft).contains("每月至少报送信息三篇【？信息报送：按月，至少3篇】，少一篇扣0.2分。\n"))
    #expect(Self.text(draft).contains("【？例：信息报送每月2篇，本项得10分】"))
    let entry = try #require(draft.entries.first { $0.kind == .figures })
    #expect(entry.changes == [WordChange(old: "两", new: "三")])
    #expect(entry.brackets == ["【？信息报送：按月，至少3篇】"])
  }

  @Test func `a figure in no bracket changes no bracket but examples are looked at`() {
    let draft = Self.draft(Self.document.replacing("起扣0.2分", with: "起扣0.3分"))
    #expect(Self.text(draft).contains("投诉问题经查实的【投诉查实】，每起扣0.3分；"))
    #expect(Self.text(draft).contains("【例：信息报送每月2篇，本项得10分】\n【？例：投诉查实1起"))
  }

  @Test func `a figure that has become two is left to a person`() {
    let rulebook = "【细则：甲】\n【年度：2013】\n一、甲（9分）\n每月报2篇、存2篇【报送：至少2篇】，少一篇扣0.2分。\n"
    let draft = Self.draft("一、甲(9分)\n每月报3篇、存4篇,少一篇扣0.2分。", from: rulebook)
    #expect(Self.text(draft).contains("【？报送：至少2篇】"))
  }

  @Test func `new words are proposed, removed ones listed`() {
    let document = Self.document.replacing("投诉问题经查实的,每起扣0.2分;\n", with: "")
      .replacing("未按计划学习的", with: "会议迟到的,每人次扣0.1分;\n未按计划学习的")
    let draft = Self.draft(document)
    #expect(Self.text(draft).contains("会议迟到的【？会议迟到】，每人次扣0.1分；\n未按计划学习的【未学习】，扣0.5分。"))
    #expect(draft.entries.filter { $0.kind == .removed }.map(\.text) == ["投诉问题经查实的，每起扣0.2分；"])
    #expect(Self.text(draft).contains("【？例：投诉查实1起"))
  }

  @Test func `what cannot be read is said`() {
    let draft = Self.draft("一、甲(5分)\n群众满意度低的视情加倍扣分。\n", from: nil)
    #expect(draft.entries.contains { $0.kind == .unknown })
  }

  @Test func `the document is left word for word`() {
    let issued = Files.issued
    for old in [nil, Files.tree] {
      let draft = RulebookDraft(of: issued, from: old)
      let tree = Parser.parse(SourceText(name: "草稿", bytes: draft.bytes)).tree
      #expect(Files.words(OfficialText.bytes(of: tree)) == Files.words(issued.bytes))
    }
  }

  @Test func `a document cut anywhere is drafted and keeps its words`() {
    let bytes = Files.issued.bytes
    for end in stride(from: 1, to: bytes.count, by: 2011) {
      let document = SourceText(name: "残.txt", String(decoding: bytes[..<end], as: UTF8.self))
      let draft = RulebookDraft(of: document, from: Files.tree)
      let tree = Parser.parse(SourceText(name: "草稿", bytes: draft.bytes)).tree
      #expect(Files.words(OfficialText.bytes(of: tree)) == Files.words(document.bytes))
    }
  }

  @Test func `the year of the document goes into the head`() {
    let draft = Self.draft(Self.document + "按照2014年度考核办法执行。\n")
    #expect(Self.text(draft).hasPrefix("【？细则：2014年度考核细则】\n【？年度：2014】\n"))
  }

  @Test func `of the scoring sentences of 2013 at least 95 in 100 get a usable consequence from nothing`() {
    let draft = String(decoding: RulebookDraft(of: Files.issued).bytes, as: UTF8.self)
      .replacing("【？", with: "【")
    let found = Resolver.passages(of: Parser.parse(SourceText(name: "草稿", draft)).tree)
    var consequences: [String: [[String]]] = [:]
    for passage in found { consequences[Files.words(passage.text), default: []].append(passage.meaning) }
    var (usable, scoring) = (0, 0)
    for passage in Resolver.passages(of: Files.tree) where !passage.meaning.isEmpty {
      scoring += 1
      if consequences[Files.words(passage.text)]?.contains(passage.meaning) ?? false { usable += 1 }
    }
    #expect(scoring > 100)
    #expect(usable * 100 >= scoring * 95, "\(usable) of \(scoring)")
  }
}

extension Passage {
  /// What scores in it, without the places: kinds and amounts.
  fileprivate var meaning: [String] {
    let rules = annotations.flatMap { annotation -> [ConsequenceSyntax] in
      guard case .evidence(let evidence) = annotation.content else { return [] }
      return evidence.parts.compactMap { if case .phrase(let rule) = $0.content { rule } else { nil } }
    }
    return (consequences + rules).flatMap(\.phrases).map { phrase in
      let per = phrase.per.map { "\($0.direction) \($0.step)\($0.unit)" } ?? ""
      return "\(per) \(phrase.condition.map { "\($0)" } ?? "") \(phrase.effect)"
    }
  }
}

/// The rulebook of 2013 and the text it was made from.
enum Files {
  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")

  static let issued = SourceText(name: "2013.txt", bytes: bytes("rulebooks/issued/2013.txt"))
  static let rulebook = SourceText(name: "2013.rulebook", bytes: bytes("rulebooks/2013.rulebook"))
  static let tree = Parser.parse(rulebook).tree

  private static func bytes(_ path: String) -> [UInt8] {
    FileManager.default.contents(atPath: root + "/" + path).map { [UInt8]($0) } ?? []
  }

  /// White space, line breaks and width make no difference.
  static func words(_ bytes: [UInt8]) -> String { words(String(decoding: bytes, as: UTF8.self)) }

  static func words(_ text: String) -> String { FoldedText.text(text).filter { !$0.isWhitespace } }
}
