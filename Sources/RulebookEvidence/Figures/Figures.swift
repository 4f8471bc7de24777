import RulebookModel
import RulebookText

/// The figures of every 指标表 of a run, one row for each unit and name.
struct Figures {
  private let context: FigureContext
  /// The files, as far as rows stand in them.
  private(set) var sources: [SourceText] = []
  private var entries: [Key: Entry] = [:]

  private struct Key: Hashable {
    var unit: Int?
    var name: Int
  }

  private struct Entry {
    var row: FigureRow
    var file: Int
    var isRepeated = false
  }

  init(_ context: FigureContext) { self.context = context }

  /// Adds the rows of one file; a unit and a name that stand in two rows count in neither.
  ///
  /// Returns how many rows were left out.
  mutating func add(
    _ reading: FigureReading, from source: SourceText, diagnostics: inout [Diagnostic]
  ) -> Int {
    let file = sources.count
    sources.append(source)
    var leftOut = 0
    for row in reading.rows {
      let key = Key(unit: row.unit, name: row.name)
      guard let first = entries[key] else {
        entries[key] = Entry(row: row, file: file)
        continue
      }
      entries[key]?.isRepeated = true
      leftOut += 1
      let unit = row.unit.flatMap { context.register?.register.units[$0] } ?? "全体"
      diagnostics.append(
        .repeatedFigure(context.allNames[row.name], unit: unit, at: row.label, first: first.row.label))
    }
    return leftOut
  }

  /// For each figure of the rulebook what is set for each unit.
  var cells: [[ReferenceCell]] {
    let units = context.register?.register.units.count ?? 0
    var cells = context.rulebook.references.map { _ in
      [ReferenceCell](repeating: ReferenceCell(.missing), count: units)
    }
    for entry in entries.values where !entry.isRepeated {
      for (reference, state) in entry.row.figures {
        let cell = ReferenceCell(state, file: entry.file, offset: entry.row.offset)
        for unit in entry.row.unit.map({ [$0] }) ?? Array(0..<units) { cells[reference][unit] = cell }
      }
    }
    return cells
  }
}
