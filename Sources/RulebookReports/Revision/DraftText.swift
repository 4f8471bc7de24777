public import RulebookRevision
public import RulebookText

/// What a draft has come to as a text: how much has been carried over, and everything that a person must look at.
public struct DraftText: Report {
  private let draft: RulebookDraft
  private let document: LineTable
  private let old: LineTable?
  private let width: Int
  private let columns = TextColumns()

  /// The findings on a draft of a document, and of an old rulebook where it was made from one.
  public init(_ draft: RulebookDraft, of document: SourceText, from old: SourceText?, width: Int) {
    self.draft = draft
    self.document = LineTable(document)
    self.old = old.map { LineTable($0) }
    self.width = width
  }

  /// Hands over the text.
  public func write<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var pieces = Pieces()
    for kind in RulebookDraft.Kind.allCases { append(kind, to: &pieces) }
    pieces.append(columns.paragraph(summary, width))
    try pieces.flush(to: sink, isLast: true)
  }

  private func append(_ kind: RulebookDraft.Kind, to pieces: inout Pieces) {
    // Where there is nothing to compare with, everything is new.
    guard kind != .carried, old != nil || kind == .unknown || kind == .proposed else { return }
    let members = draft.entries.filter { $0.kind == kind }
    guard !members.isEmpty else { return }
    pieces.append("\(kind.title)：\n")
    for entry in members { append(entry, to: &pieces) }
    pieces.append("\n")
  }

  private func append(_ entry: RulebookDraft.Entry, to pieces: inout Pieces) {
    let isGone = entry.kind == .removed
    let line = (isGone ? old ?? document : document).line(at: entry.range.start)
    let words = String(entry.text.filter { !$0.isNewline }).trimmingMark.madeVisible
    pieces.append(
      columns.paragraph("\(isGone ? "旧规则文件第" : "第")\(line)行：\(words)", width, indent: 2))
    if !entry.changes.isEmpty {
      let changes = entry.changes.map(\.shownChange).joined(separator: "；")
      pieces.append(columns.paragraph(changes, width, indent: 4))
    }
    if !entry.brackets.isEmpty {
      let brackets = entry.brackets.map(\.madeVisible).joined(separator: "、")
      pieces.append(columns.paragraph("待确认：\(brackets)", width, indent: 4))
    }
  }

  private var summary: String {
    let counts = RulebookDraft.Kind.allCases.compactMap { kind -> String? in
      let count = draft.entries.count { $0.kind == kind }
      return count == 0 ? nil : "\(kind.word) \(count)"
    }
    let open = String(decoding: draft.bytes, as: UTF8.self).split(separator: "【？").count - 1
    let verdict =
      open > 0 ? "草稿里有 \(open) 个【？…】，逐个看过，对的删去“？”，再运行 rulecheck check。" : "再运行 rulecheck check。"
    return (counts.isEmpty ? "原文里没有文字" : counts.joined(separator: "，")) + "。" + verdict
  }
}

extension WordChange {
  /// 两 → 三
  fileprivate var shownChange: String {
    if old.isEmpty { return "加上“\(new.madeVisible)”" }
    return new.isEmpty ? "去掉“\(old.madeVisible)”" : "\(old.madeVisible) → \(new.madeVisible)"
  }
}

extension RulebookDraft.Kind {
  /// The word by which it is counted.
  fileprivate var word: String {
    switch self {
    case .carried: "照旧"
    case .moved: "换了位置"
    case .figures: "改了数"
    case .reworded: "改了字句"
    case .proposed: "新提出注记"
    case .heading: "新标题"
    case .silent: "没有计分的新句子"
    case .unknown: "没看懂"
    case .removed: "新文件里没有了"
    }
  }

  /// What is said above the list of it.
  fileprivate var title: String {
    switch self {
    case .carried: word
    case .moved: "换了位置的（注记带过去了）"
    case .figures: "只改了数的（注记带过来了，里面的数跟着原文改）"
    case .reworded: "改了字句的（注记带过来了，看还对不对）"
    case .proposed: "新提出注记的"
    case .heading: "新标题"
    case .silent: "没有计分的新句子（不用注记，或者写【说明】）"
    case .unknown: "没看懂的（有计分的字，要自己加注记）"
    case .removed: "新文件里没有了的（注记没有带过来）"
    }
  }
}
