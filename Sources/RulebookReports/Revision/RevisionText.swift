import ExactArithmetic
import RulebookModel
import RulebookRevision
import RulebookScoring
import RulebookText

/// A revision as a text: what changed, item by item, and unit by unit what that does to the scores.
public struct RevisionText: Report {
  private let sheet: RevisionSheet
  private let width: Int
  private let columns = TextColumns()

  /// The findings of a sheet for so many columns.
  public init(_ sheet: RevisionSheet, width: Int) {
    self.sheet = sheet
    self.width = width
  }

  /// Hands over the text.
  public func write<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var pieces = Pieces()
    pieces.append(paragraph("\(title(sheet.revision.old)) → \(title(sheet.revision.new))") + "\n")
    var path: String?
    for change in sheet.revision.changes {
      let isHeaded = change.subject == .sentence
      if isHeaded, path != change.path { pieces.append(paragraph(change.path.madeVisible)) }
      path = isHeaded ? change.path : nil
      pieces.append(text(of: change))
      try pieces.flush(to: sink)
    }
    pieces.append((sheet.revision.changes.isEmpty ? "" : "\n") + summary)
    if let comparison = sheet.comparison {
      append(comparison, to: &pieces)
      for unit in comparison.units {
        append(unit, of: comparison, to: &pieces)
        try pieces.flush(to: sink)
      }
    }
    try pieces.flush(to: sink, isLast: true)
  }
}

extension RevisionText {
  private func paragraph(_ text: String, indent: Int = 0) -> String {
    columns.paragraph(text, width, indent: indent)
  }

  private func title(_ rulebook: Rulebook) -> String { "\(rulebook.title)（\(rulebook.year)年）".madeVisible }

  private func text(of change: Revision.Change) -> String {
    let words = change.words.madeVisible
    switch (change.subject, change.fate) {
    case (.head, _): return paragraph("开头") + aspects(change, indent: 2)
    case (.attribute, let fate): return paragraph("名册的属性“\(words)”：\(fate == .added ? "新增" : "删去")")
    case (.item, .changed):
      return paragraph(change.path.hasSuffix(change.words) ? change.path : "\(change.path) \(words)")
        + aspects(change, indent: 2)
    case (.item, let fate): return paragraph("\(change.path.madeVisible)：\(word(fate))标题“\(words)”")
    case (.sentence, .changed): return paragraph("“\(words)”", indent: 2) + aspects(change, indent: 4)
    case (.sentence, let fate): return paragraph("\(word(fate))：“\(words)”", indent: 2)
    }
  }

  private func word(_ fate: Revision.Fate) -> String {
    switch fate {
    case .added: "新增"
    case .removed: "删去"
    case .changed: "改动"
    }
  }

  private func aspects(_ change: Revision.Change, indent: Int) -> String {
    change.aspects.map { paragraph($0.words, indent: indent) }.joined()
  }

  private var summary: String {
    let years = sheet.revision.yearOnlyCount
    let only = years == 0 ? "" : "只改了年份的 \(years) 句没有列出。"
    return paragraph(
      sheet.revision.changes.isEmpty
        ? "没有改动。\(only)" : "共 \(sheet.revision.changes.count) 处：\(sheet.counts)。\(only)")
  }

  // MARK: Scores

  private func append(_ comparison: ScoreComparison, to pieces: inout Pieces) {
    pieces.append("\n" + paragraph("同一批台账，按两年的规则各算一遍：") + "\n")
    let rows = comparison.units.map { unit in
      [
        comparison.new.units[unit.unit].madeVisible, figure(unit.old, comparison.old),
        figure(unit.new, comparison.new), unit.difference?.signed ?? "缺", ranks(unit),
      ]
    }
    let table = [["单位", "原得分", "新得分", "差", "名次"]] + rows
    let widths = (0..<5).map { column in table.map { columns.width($0[column]) }.max() ?? 0 }
    for row in table {
      let cells = row.indices.dropFirst().map { columns.right(row[$0], widths[$0]) }
      pieces.append("  " + ([columns.left(row[0], widths[0])] + cells).joined(separator: "  ") + "\n")
    }
  }

  private func figure(_ score: Score, _ scores: Scores) -> String {
    (score.exact == nil ? "缺 " : "") + Publication(scores.rulebook).cell(score)
  }

  private func ranks(_ unit: ScoreComparison.Unit) -> String {
    guard let old = unit.oldRank, let new = unit.newRank else { return "未定" }
    return old == new ? "\(new)" : "\(old) → \(new)"
  }

  private func append(_ unit: ScoreComparison.Unit, of comparison: ScoreComparison, to pieces: inout Pieces) {
    guard let difference = unit.difference, !unit.parts.isEmpty else { return }
    let name = comparison.new.units[unit.unit].madeVisible
    pieces.append("\n" + paragraph("\(name)：\(difference.signed)分"))
    for part in unit.parts {
      let figures =
        part.kind == .bounds || part.kind == .rounding
        ? "" : "（\(part.old.forPeople) → \(part.new.forPeople)）"
      pieces.append(paragraph("\(part.difference.signed)  \(part.name)\(figures)", indent: 2))
    }
  }
}
