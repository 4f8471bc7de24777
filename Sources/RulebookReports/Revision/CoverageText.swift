import RulebookModel
import RulebookRevision
import RulebookText

/// The coverage of a document as a text: what is to be looked at, group by group, and how much there is of everything.
public struct CoverageText: Report {
  private let sheet: CoverageSheet
  private let width: Int
  private let columns = TextColumns()

  /// The findings of a sheet for so many columns.
  public init(_ sheet: CoverageSheet, width: Int) {
    self.sheet = sheet
    self.width = width
  }

  /// Hands over the text.
  public func write<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var pieces = Pieces()
    if sheet.listsAll {
      for sentence in sheet.coverage.sentences { pieces.append(listed(sentence)) }
      pieces.append("\n")
    }
    for group in CoverageGroup.allCases where group.isOpen { append(group, to: &pieces) }
    if !sheet.coverage.additions.isEmpty {
      pieces.append("规则文件多出的：\n")
      for passage in sheet.coverage.additions {
        pieces.append(paragraph("规则文件第\(sheet.line(of: passage))行：\(passage.text.madeVisible)", indent: 2))
      }
      pieces.append("\n")
    }
    pieces.append(summary)
    try pieces.flush(to: sink, isLast: true)
  }
}

extension CoverageText {
  /// 第12行 计分：…
  private func listed(_ sentence: Coverage.Sentence) -> String {
    let group = CoverageGroup(sentence.standing)
    return columns.shortened(
      "第\(sheet.line(of: sentence))行 \(group.rawValue)：\(sheet.words(of: sentence))", width)
      + "\n"
  }

  private func append(_ group: CoverageGroup, to pieces: inout Pieces) {
    let members = sheet.coverage.sentences.filter { CoverageGroup($0.standing) == group }
    guard !members.isEmpty else { return }
    pieces.append("\(group.title)：\n")
    for sentence in members {
      pieces.append(paragraph("第\(sheet.line(of: sentence))行：\(sheet.words(of: sentence))", indent: 2))
      guard let passage = sentence.passage else { continue }
      let changes: [WordChange] = if case .changed(let changes) = sentence.standing { changes } else { [] }
      let detail = changes.isEmpty ? "" : "：" + changes.map(\.words).joined(separator: "；")
      pieces.append(paragraph("规则文件第\(sheet.line(of: passage))行\(detail)", indent: 4))
    }
    pieces.append("\n")
  }

  private func paragraph(_ text: String, indent: Int) -> String {
    columns.paragraph(text, width, indent: indent)
  }

  private var summary: String {
    let sentences = sheet.coverage.sentences
    let counts = CoverageGroup.allCases.compactMap { group -> String? in
      let count = sentences.count { CoverageGroup($0.standing) == group }
      return count == 0 ? nil : "\(group.rawValue) \(count)"
    }
    let additions = sheet.coverage.additions.count
    let more = additions == 0 ? "" : "；规则文件多出 \(additions) 句"
    let verdict = sheet.coverage.isComplete ? "逐句相同，都有交代。" : "还没有对上。"
    return columns.paragraph(
      "\(sheet.document.name)：共 \(sentences.count) 句，\(counts.joined(separator: "，"))\(more)。\(verdict)",
      width)
  }
}
