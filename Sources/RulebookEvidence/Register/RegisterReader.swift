import RulebookModel
import RulebookText

/// The register as read, with the names by which ledgers may call its units.
struct RegisterReading: Sendable {
  /// The units whose rows are in order.
  var register: Register
  /// Full and short names: the index of a unit, or `unusable`.
  var names: NameBook
  /// How many rows were read.
  var rowCount = 0
  /// Whether every row was read, so that a name that is not here is unknown.
  var isComplete: Bool
  /// Whether the file as a whole cannot be used; its names still serve to check ledgers.
  var isRefused: Bool

  /// Full and short names, to choose suggestions from.
  var allNames: [String] { register.units + register.aliases.joined() }

  /// Stands for a unit that is in the register, but not usable because its row has an error.
  static let unusable: Int32 = -1
}

/// Reads 单位名册: one unit a row, one column for each property that the rulebook asks for.
struct RegisterReader {
  private let rulebook: Rulebook
  private var table: CSVTable
  private var names = UnitNames()
  private var register: Register
  private var diagnostics: [Diagnostic] = []

  /// Column numbers in `columnNames`; attributes follow.
  private enum Column {
    static let unit = 0
    static let aliases = 1
    static let attributes = 2
  }

  /// Reads `source`; nil where it has no usable header.
  static func read(
    _ source: SourceText, for rulebook: Rulebook, diagnostics: inout [Diagnostic]
  ) -> RegisterReading? {
    let columnNames = HeaderColumns.Names(
      known: ["单位", "简称"] + rulebook.registerAttributes.map(\.name), requiredCount: 1, reserved: [])
    guard let table = CSVTable(source, names: columnNames, diagnostics: &diagnostics) else { return nil }
    var reader = RegisterReader(rulebook: rulebook, table: table)
    reader.reportMissingAttributes()
    reader.readRows()
    diagnostics += reader.diagnostics
    return reader.reading
  }

  private init(rulebook: Rulebook, table: CSVTable) {
    self.rulebook = rulebook
    self.table = table
    register = Register(file: table.source.name)
  }

  private var hasEveryAttribute: Bool {
    rulebook.registerAttributes.indices.allSatisfy { table.columns.places[Column.attributes + $0] != nil }
  }

  private var reading: RegisterReading {
    RegisterReading(
      register: register, names: names.book, rowCount: table.rowCount,
      isComplete: table.reader.faults.isEmpty, isRefused: table.isRefused || !hasEveryAttribute)
  }

  private mutating func reportMissingAttributes() {
    for (index, attribute) in rulebook.registerAttributes.enumerated()
    where table.columns.places[Column.attributes + index] == nil {
      diagnostics.append(
        .missingAttributeColumn(
          attribute.name, answers: attribute.answerWords,
          at: Label(file: table.source.name, range: table.dialect.headerPlace),
          rule: Label(file: rulebook.source.name, range: attribute.place)))
    }
  }

  private mutating func readRows() {
    while table.readRow() { readUnit() }
    diagnostics += table.structureDiagnostics
    if table.rowCount == 0 {
      diagnostics.append(
        .emptyRegister(at: Label(file: table.source.name, range: table.dialect.headerPlace)))
    }
  }

  private mutating func readUnit() {
    guard let cell = table.cell(Column.unit) else { return }
    let name = table.source.bytes.text(of: cell)
    let label = table.source.label(cell, column: "单位")
    if name.isEmpty {
      diagnostics.append(.blankCell(column: "单位", at: label))
      return
    }
    let answers = readAnswers(ofUnit: name)
    let isUsable = isAcceptable(name, in: cell, at: label) && answers != nil
    let value = isUsable ? Int32(clamping: register.units.count) : RegisterReading.unusable
    guard names.enter(name, value: value, at: label, diagnostics: &diagnostics) else { return }
    let aliases = readAliases(ofUnit: name, value: value)
    guard isUsable, let answers else { return }
    register.units.append(name)
    register.aliases.append(aliases)
    register.answers.append(answers)
    register.places.append(cell.place)
  }

  /// Whether a unit can bear this name.
  private mutating func isAcceptable(_ name: String, in cell: CSVCell, at label: Label) -> Bool {
    if let invisible = InvisibleCharacters.first(in: table.source.bytes, cell.place) {
      let place = Label(file: label.file, range: invisible.range, text: label.text)
      diagnostics.append(.invisibleInUnit(invisible.described, at: place))
      return false
    }
    if FoldedName(name).text == "全体" {
      diagnostics.append(.reservedUnit(name, at: label))
      return false
    }
    return true
  }

  /// Enters the short names of a unit, parted by 、.
  private mutating func readAliases(ofUnit unit: String, value: Int32) -> [String] {
    guard let cell = table.cell(Column.aliases) else { return [] }
    let label = table.source.label(cell, column: "简称")
    if let invisible = InvisibleCharacters.first(in: table.source.bytes, cell.place) {
      let place = Label(file: label.file, range: invisible.range, text: label.text)
      diagnostics.append(.invisibleInUnit(invisible.described, at: place))
    }
    let words = table.source.bytes.text(of: cell).unicodeScalars.split(separator: "、")
    return words.map { String(String.UnicodeScalarView($0)) }.filter { alias in
      guard !FoldedName(alias).isEmpty else { return false }
      return names.enter(alias: alias, of: unit, value: value, at: label, diagnostics: &diagnostics)
    }
  }
}

extension RegisterReader {
  /// The answers of the row read last, one for each attribute; nil where one is missing.
  private mutating func readAnswers(ofUnit unit: String) -> [Int]? {
    var answers: [Int] = []
    for (index, attribute) in rulebook.registerAttributes.enumerated() {
      guard let cell = table.cell(Column.attributes + index) else { continue }
      if let answer = readAnswer(cell, to: attribute, ofUnit: unit) { answers.append(answer) }
    }
    return answers.count == rulebook.registerAttributes.count ? answers : nil
  }

  private mutating func readAnswer(
    _ cell: CSVCell, to attribute: UnitAttribute, ofUnit unit: String
  ) -> Int? {
    if attribute.isYesNo, let answer = YesNoWords.answer(cell, in: table.source.bytes) { return answer }
    let words = table.source.bytes.text(of: cell)
    if !attribute.isYesNo, case let folded = FoldedName(words),
      let answer = attribute.values.firstIndex(where: { FoldedName($0) == folded })
    {
      return answer
    }
    let label = table.source.label(cell, column: attribute.name)
    if words.isEmpty {
      diagnostics.append(
        .blankAttribute(attribute.name, unit: unit, answers: attribute.answerWords, at: label))
      return nil
    }
    diagnostics.append(
      .attributeAnswer(
        words, attribute: attribute.name, unit: unit, answers: attribute.answerWords, at: label))
    return nil
  }
}

extension UnitAttribute {
  /// The words with which the register answers.
  fileprivate var answerWords: [String] { isYesNo ? ["是", "否"] : values }
}

extension InvisibleCharacter {
  /// The character by name and code point, such as `零宽空格（U+200B）`.
  var described: String { "\(name)（\(codePoint)）" }
}
