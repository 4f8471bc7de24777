import RulebookModel
import RulebookRevision
import RulebookSyntax
import RulebookText
import Testing

/// A next year made from 2013 with twenty edits: every bracket that has nothing to do with them is carried over, and
/// every edit is listed.
@Suite struct DraftEditTests {
  private struct Edit {
    var old: String
    var new: String
    var kind: RulebookDraft.Kind
  }

  private static let edits: [Edit] = [
    // Figures.
    .init(old: "人才工作(倒扣分3分)", new: "人才工作(倒扣分4分)", kind: .figures),
    .init(old: "至少报送信息两篇,少一篇扣0.2分", new: "至少报送信息三篇,少一篇扣0.3分", kind: .figures),
    .init(old: "工作不少于2次,少一次", new: "工作不少于4次,少一次", kind: .figures),
    .init(old: "投诉件未按规定时间报结的,每件扣0.1分", new: "投诉件未按规定时间报结的,每件扣0.2分", kind: .figures),
    .init(old: "每少1条扣0.05分", new: "每少1条扣0.1分", kind: .figures),
    .init(old: "每扣2分,相应的扣0.1分", new: "每扣2分,相应的扣0.2分", kind: .figures),
    .init(old: "活动2次以上的,得0.3分", new: "活动3次以上的,得0.3分", kind: .figures),
    // Wording.
    .init(old: "对监察建议书不执行的", new: "对监察建议书拒不执行的", kind: .reworded),
    .init(old: "擅自超职数配备中层干部的", new: "违规超职数配备中层干部的", kind: .reworded),
    .init(old: "未完成其它普法工作任务的", new: "未完成其他普法工作任务的", kind: .reworded),
    .init(old: "有会议记录,否则", new: "有完整会议记录,否则", kind: .reworded),
    // Added.
    .init(
      old: "投诉问题经查实的,", new: "政务热线转办件逾期未办的,每件扣0.1分;\n投诉问题经查实的,", kind: .proposed),
    .init(
      old: "班子无分工,", new: "未开展谈心谈话的,每人次扣0.1分;\n班子无分工,", kind: .proposed),
    .init(
      old: "行政首长未按规定出庭应诉的,", new: "重大决策未经合法性审查的,扣0.5分。\n行政首长未按规定出庭应诉的,",
      kind: .proposed),
    // Removed.
    .init(old: "未按督办要求落实工作事项的,每项扣0.2分;\n", new: "", kind: .removed),
    .init(old: "完成年度党报党刊征订任务的得1分;\n", new: "", kind: .removed),
    .init(old: "老干部政治、生活待遇未落实的扣1分。\n", new: "", kind: .removed),
  ]

  /// Sentences that stand elsewhere.
  private static let moves: [(sentence: String, before: String)] = [
    ("询问人对办理答复不满意不重新办理的,每件扣0.5分;\n", "未在规定时间完成询问办理答复并寄送反馈的"),
    ("班子内职责不明,互相推诿扯皮,影响工作的,扣0.5分;\n", "未开展谈心谈话的"),
    ("相关配套制度未建立的,每项扣0.5分。\n", "违反《关于改进工作作风密切联系群众的实施意见》"),
  ]

  private static func nextYear() -> String {
    var text = Files.issued.text(TextRange(0, Files.issued.bytes.count)).filter { $0 != "\r" }
    for edit in edits {
      #expect(text.contains(edit.old), "\(edit.old)")
      text = text.replacing(edit.old, with: edit.new, maxReplacements: 1)
    }
    for move in moves {
      #expect(text.contains(move.sentence) && text.contains(move.before), "\(move.sentence)")
      text = text.replacing(move.sentence, with: "")
        .replacing(move.before, with: move.sentence + move.before, maxReplacements: 1)
    }
    return text
  }

  private static func draft() -> RulebookDraft {
    RulebookDraft(of: SourceText(name: "2014.txt", nextYear()), from: Files.tree)
  }

  @Test func `every edit is listed, and nothing else`() {
    let draft = Self.draft()
    let listed = draft.entries.filter { $0.kind != .carried }
    for kind in [RulebookDraft.Kind.figures, .reworded, .proposed, .removed] {
      #expect(
        listed.count { $0.kind == kind } == Self.edits.count { $0.kind == kind },
        "\(kind): \(listed.filter { $0.kind == kind }.map(\.text))")
    }
    // Of two neighbours that have changed places either may be the one that moved.
    #expect(listed.count { $0.kind == .moved } == Self.moves.count)
    #expect(listed.count == 20)
  }

  @Test func `every bracket of a sentence that has stayed is carried over`() {
    let draft = Self.draft()
    let tree = Parser.parse(SourceText(name: "草稿", bytes: draft.bytes)).tree
    var found: [String: [String]] = [:]
    for passage in Resolver.passages(of: tree) {
      found[Files.words(passage.text)] = passage.annotations.map { tree.source.text($0.range) }
    }
    let touched = Set(Self.edits.filter { $0.kind != .proposed }.map { Files.words($0.old) })
    for passage in Resolver.passages(of: Files.tree) {
      let words = Files.words(passage.text)
      guard !touched.contains(where: { words.contains($0.trimmingSentence) }) else { continue }
      #expect(
        found[words] == passage.annotations.map { Files.rulebook.text($0.range) }, "\(passage.text)")
    }
    let examples = String(decoding: draft.bytes, as: UTF8.self)
    let old = String(decoding: Files.rulebook.bytes, as: UTF8.self)
    #expect(examples.matches("例：") == old.matches("例："))
  }
}

extension String {
  /// Without the mark at its end.
  fileprivate var trimmingSentence: String { String(prefix { $0 != "\n" }.filter { $0 != ";" }) }

  fileprivate func matches(_ words: String) -> Int { split(separator: words).count }
}
