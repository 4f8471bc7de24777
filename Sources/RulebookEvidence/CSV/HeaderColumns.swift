import RulebookText

/// Which column of a file holds what, found by name in any order.
struct HeaderColumns: Sendable {
  /// The names a header may hold, and what each means.
  struct Names: Sendable {
    /// Columns that are read.
    var known: [String]
    /// How many of them, from the first, must be there.
    var requiredCount: Int
    /// Columns whose names are kept for a later version.
    var reserved: [String]
    /// Columns that are known to say nothing that is read.
    var explanations: [String] = []
  }

  /// For each known name the number of its column, from 0; nil where there is none.
  var places: [Int?]
  /// How many cells a row has.
  var width: Int
  /// Whether something about the header makes the file unusable.
  var isRefused = false
  /// Whether rows can be read although the file is refused, to find what else is wrong.
  var isReadable: Bool
}

extension HeaderColumns {
  /// Matches the header of `dialect` with `names`.
  init(
    _ dialect: CSVDialect, of source: SourceText, names: Names, diagnostics: inout [Diagnostic]
  ) {
    places = Array(repeating: nil, count: names.known.count)
    width = dialect.header.count
    isReadable = true
    let known = NameBook(names.known + names.reserved)
    var extras: [Int] = []
    var reserved: [Int] = []
    for (column, cell) in dialect.header.enumerated() {
      guard let name = known.value(of: cell, in: source.bytes).map(Int.init) else {
        extras.append(column)
        continue
      }
      let label = source.label(cell)
      if name >= names.known.count {
        reserved.append(column)
        isRefused = true
      } else if let first = places[name] {
        diagnostics.append(
          .doubledColumn(names.known[name], at: label, first: source.label(dialect.header[first])))
        isRefused = true
      } else {
        places[name] = column
      }
    }
    let explanations = NameBook(names.explanations)
    extras.removeAll { explanations.value(of: dialect.header[$0], in: source.bytes) != nil }
    takeInvisibleColumns(&extras, dialect, of: source, names: names, diagnostics: &diagnostics)
    takeDoubtfulColumns(&extras, dialect, of: source, names: names, diagnostics: &diagnostics)
    reportMissing(dialect, of: source, names: names, diagnostics: &diagnostics)
    reportReserved(reserved, dialect, of: source, diagnostics: &diagnostics)
    reportExtras(extras, dialect, of: source, diagnostics: &diagnostics)
  }

  /// Finds columns whose name looks like a known one and holds a character that nobody sees.
  private mutating func takeInvisibleColumns(
    _ extras: inout [Int], _ dialect: CSVDialect, of source: SourceText, names: Names,
    diagnostics: inout [Diagnostic]
  ) {
    let known = NameBook(names.known)
    extras.removeAll { column in
      let cell = dialect.header[column]
      guard let invisible = InvisibleCharacters.first(in: source.bytes, cell.place),
        let name = known.value(of: source.bytes.visibleName(of: cell).text).map(Int.init), places[name] == nil
      else { return false }
      let label = Label(file: source.name, range: invisible.range)
      diagnostics.append(.invisibleInName(invisible.described, column: names.known[name], at: label))
      places[name] = column
      isRefused = true
      return true
    }
  }

  /// Finds columns whose name is a known and missing one with a parenthesis behind it (`数量（次）`), or looks like it
  /// (`⽇期`, a radical for 日).
  ///
  /// Left out as extra columns they would silently count as blank.
  private mutating func takeDoubtfulColumns(
    _ extras: inout [Int], _ dialect: CSVDialect, of source: SourceText, names: Names,
    diagnostics: inout [Diagnostic]
  ) {
    let known = NameBook(names.known)
    extras.removeAll { column in
      let name = source.bytes.text(of: dialect.header[column])
      let stem = FoldedName(name).bytes.prefix { $0 != UInt8(ascii: "(") }
      guard
        let index = known.value(of: String(decoding: stem, as: UTF8.self)).map(Int.init)
          ?? names.known.firstIndex(where: { NameSkeleton($0) == NameSkeleton(name) })
          ?? Self.column(namedLike: name, in: names), places[index] == nil
      else { return false }
      diagnostics.append(
        .doubtfulColumn(name, meant: names.known[index], at: source.label(dialect.header[column])))
      places[index] = column
      isRefused = true
      return true
    }
  }

  /// The column a name probably means (件数, 发生日期, 填报部门): left out, every row would silently count one, or its
  /// date and office would go unchecked.
  private static func column(namedLike name: String, in names: Names) -> Int? {
    let meant: LedgerColumn
    if name.contains("日期") || name.contains("时间") {
      meant = .date
    } else if name.contains("填报") || name.contains("报送") {
      meant = .reporter
    } else if name.unicodeScalars.contains(where: { ["数", "量", "分", "率", "额"].contains($0) }) {
      meant = .quantity
    } else {
      return nil
    }
    return names.known.firstIndex(of: meant.name)
  }

  private mutating func reportMissing(
    _ dialect: CSVDialect, of source: SourceText, names: Names, diagnostics: inout [Diagnostic]
  ) {
    let missing = (0..<names.requiredCount).filter { places[$0] == nil }
    guard !missing.isEmpty else { return }
    isRefused = true
    isReadable = false
    let found = dialect.header.map { source.bytes.text(of: $0) }
    diagnostics.append(
      .missingColumns(
        missing.map { names.known[$0] }, found: found,
        at: Label(file: source.name, range: dialect.headerPlace)))
  }

  private func reportReserved(
    _ reserved: [Int], _ dialect: CSVDialect, of source: SourceText, diagnostics: inout [Diagnostic]
  ) {
    // Where a column is missing, its name was probably changed to this one.
    guard isReadable else { return }
    diagnostics += reserved.map { column in
      let cell = dialect.header[column]
      return .reservedColumn(source.bytes.text(of: cell), at: source.label(cell))
    }
  }

  private func reportExtras(
    _ extras: [Int], _ dialect: CSVDialect, of source: SourceText, diagnostics: inout [Diagnostic]
  ) {
    // Where a column is missing, one of these is probably meant; the message about that lists them.
    guard isReadable, let first = extras.first else { return }
    let names = extras.map { column in
      let name = source.bytes.text(of: dialect.header[column])
      return name.isEmpty ? "第 \(column + 1) 列" : name
    }
    diagnostics.append(.extraColumns(names, at: source.label(dialect.header[first])))
  }
}

extension SourceText {
  /// The place of `cell`, with the name of its column beside it.
  func label(_ cell: CSVCell, column: String? = nil) -> Label {
    Label(file: name, range: cell.place, text: column.map { "“\($0)”一列" } ?? "")
  }
}
