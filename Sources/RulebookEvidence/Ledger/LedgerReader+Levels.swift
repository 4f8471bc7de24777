import RulebookModel
import RulebookText

/// 级别 and 事项: what rows say for evidence that asks for it.
extension LedgerReader {
  /// The level of the row, from 1, or 0 where its evidence has none; nil after an error.
  mutating func readLevel(of index: Int) -> UInt8? {
    let evidence = context.rulebook.evidence[index]
    guard evidence.needsLevel else {
      noteIdle(.level, evidence)
      return 0
    }
    guard let words = words(.level, evidence) else { return nil }
    let folded = FoldedName(words).bytes
    guard let level = evidence.levels.firstIndex(where: { $0.utf8.elementsEqual(folded) }) else {
      diagnostics.append(
        .levelCell(words, evidence: evidence.name, known: evidence.levels, at: table.label(.level)))
      return nil
    }
    return UInt8(clamping: level + 1)
  }

  /// The folded 事项 of the row, empty where its evidence needs none; nil after an error.
  mutating func readMatter(of index: Int) -> [UInt8]? {
    let evidence = context.rulebook.evidence[index]
    guard evidence.needsMatter else {
      noteIdle(.matter, evidence)
      return []
    }
    guard let words = words(.matter, evidence) else { return nil }
    let matter = FoldedName(InvisibleCharacters.removed(from: Array(words.utf8))).bytes
    guard matter.isEmpty else { return matter }
    diagnostics.append(.matterCell(evidence: evidence.name, at: table.label(.matter)))
    return nil
  }

  /// The words of a cell that the row must have; nil where the file lacks the column, which is told once.
  private mutating func words(_ column: LedgerColumn, _ evidence: Evidence) -> String? {
    if let cell = table.cell(column) { return table.source.bytes.text(of: cell) }
    if columnsTold.insert(column).inserted {
      diagnostics.append(.missingRowColumn(column.name, evidence: evidence.name, at: table.label(column)))
    }
    return nil
  }

  /// Notes once a file that a cell says something its evidence does not ask for.
  private mutating func noteIdle(_ column: LedgerColumn, _ evidence: Evidence) {
    guard let cell = table.cell(column), !table.source.bytes.trimmingSpaces(cell.content).isEmpty,
      columnsTold.insert(column).inserted
    else { return }
    diagnostics.append(.idleCell(column.name, evidence: evidence.name, at: table.label(column)))
  }
}
