import RulebookModel
import RulebookSyntax
import RulebookText

/// Finds rows that cannot both count: second values, contradictory answers, incidents entered twice. Rows that nothing
/// tells apart but that may be two incidents of one day are only told.
///
/// Looks at one evidence after the other with one slot per unit and period, so time and memory stay in
/// proportion to rows and units.
struct RepeatedRows {
  private let table: EvidenceTable
  private let rulebook: Rulebook
  /// Which rows can stay.
  private(set) var isKept: [Bool]
  /// What was found, in the order of the table's evidence and rows.
  private(set) var diagnostics: [Diagnostic] = []

  /// Looks through `table`.
  init(_ table: EvidenceTable, _ rulebook: Rulebook, incidents: [Incident]) {
    self.table = table
    self.rulebook = rulebook
    isKept = Array(repeating: true, count: table.rowCount)
    findConflicts()
    findRepeated(incidents)
  }

  /// Finds units with two values, or with both 是 and 否, in one period.
  private mutating func findConflicts() {
    var firstRows: [Int32] = []
    for (evidence, rows) in rowsByEvidence().enumerated() where rows.count > 1 {
      let period = rulebook.evidence[evidence].period
      firstRows = Array(repeating: -1, count: table.register.units.count * period.count)
      for row in rows {
        let index = period.index(ofMonth: max(1, Int(table.months[Int(row)])))
        let slot = Int(table.units[Int(row)]) * period.count + index
        if firstRows[slot] < 0 {
          firstRows[slot] = row
        } else {
          compare(Int(row), with: Int(firstRows[slot]))
        }
      }
    }
  }

  /// The rows of each evidence of which a unit has one value; none for the others.
  private func rowsByEvidence() -> [[Int32]] {
    let isSingle = rulebook.evidence.map { evidence in
      evidence.kind == .yesNo || (!evidence.kind.isZeroWhenAbsent && evidence.combination == .single)
    }
    var rows: [[Int32]] = Array(repeating: [], count: rulebook.evidence.count)
    for (row, evidence) in table.evidence.enumerated() where isSingle[Int(evidence)] {
      rows[Int(evidence)].append(Int32(clamping: row))
    }
    return rows
  }

  /// Reports `row` where it cannot stand beside the `first` row of the same unit, evidence and period.
  private mutating func compare(_ row: Int, with first: Int) {
    let isAnswer = rulebook.evidence[Int(table.evidence[row])].kind == .yesNo
    if isAnswer, table.mantissas[row] == table.mantissas[first] { return }
    let evidence = rulebook.evidence[Int(table.evidence[row])].name
    let unit = table.register.units[Int(table.units[row])]
    let place = table.label(ofRow: row, .quantity)
    let firstPlace = table.label(ofRow: first, .quantity)
    diagnostics.append(
      isAnswer
        ? .contradictoryAnswers(evidence, unit: unit, at: place, first: firstPlace)
        : .secondValue(evidence, unit: unit, at: place, first: firstPlace))
    isKept[row] = false
    isKept[first] = false
  }

  /// What makes two rows the same incident, or, without 材料, look like one.
  private struct IncidentKey: Hashable {
    var unit: Int32
    var evidence: Int32
    var month: UInt8
    var day: UInt8
    /// The number of 材料; −1 where there is none.
    var material: Int32
    /// What else tells rows without 材料 apart: the number of 说明, level and 事项, and the quantity where there is no date.
    var reason: Int32 = -1
    var level: Int?
    var matter: Int?
    var mantissa: Int64 = 0
    var scale: UInt8 = 0
  }

  /// Rows of one day that nothing tells apart.
  private struct Likeness {
    var first: Int
    var second: Int
    var count: Int
  }

  /// Finds incidents with the same unit, evidence, day and 材料; the first of them stays. Those without 材料 that
  /// nothing tells apart all stay, and are told once for each day, and once for those without a date.
  private mutating func findRepeated(_ incidents: [Incident]) {
    var words = NameIndex()
    var firstRows: [IncidentKey: Int] = [:]
    var alike: [IncidentKey: Int] = [:]
    var likenesses: [Likeness] = []
    for incident in sharingDays(incidents) {
      let row = incident.row
      let key = key(of: incident, &words)
      guard let first = firstRows[key] else {
        firstRows[key] = row
        continue
      }
      if !incident.material.isEmpty {
        report(row, asRepeating: first)
      } else if let index = alike[key] {
        likenesses[index].count += 1
      } else {
        alike[key] = likenesses.count
        likenesses.append(Likeness(first: first, second: row, count: 2))
      }
    }
    for likeness in likenesses where isKept[likeness.first] && isKept[likeness.second] { report(likeness) }
  }

  /// The incidents on whose day their unit has another row of the same evidence: few, and only these are compared.
  private func sharingDays(_ incidents: [Incident]) -> [Incident] {
    // Marks of several judges or tasks may well bear one date and one paper.
    let isCounted = rulebook.evidence.map(\.kind.isZeroWhenAbsent)
    // 是 that stands twice without a date counts once.
    let isAnswer = rulebook.evidence.map { $0.kind == .yesNo }
    let counted = incidents.filter { incident in
      let evidence = Int(table.evidence[incident.row])
      return isCounted[evidence] && !(isAnswer[evidence] && table.months[incident.row] == 0)
    }
    var days = RepeatedNumbers(capacity: counted.count)
    for incident in counted { days.insert(day(of: incident)) }
    return counted.filter { days.isRepeated(day(of: $0)) }
  }

  /// Unit, evidence, month and day in one number.
  private func day(of incident: Incident) -> UInt64 {
    let row = incident.row
    let date = UInt64(table.months[row]) << 5 | UInt64(incident.day)
    return UInt64(UInt32(bitPattern: table.units[row])) << 32
      | UInt64(UInt32(bitPattern: table.evidence[row])) << 9 | date
  }

  private func key(of incident: Incident, _ words: inout NameIndex) -> IncidentKey {
    let row = incident.row
    let bytes = table.sources[Int(table.files[row])].bytes
    let number = { (range: Range<Int>, words: inout NameIndex) -> Int32 in
      guard !range.isEmpty else { return -1 }
      return words.insert(Self.compared(Array(bytes[range])), value: Int32(clamping: words.count))
    }
    var key = IncidentKey(
      unit: table.units[row], evidence: table.evidence[row], month: table.months[row], day: incident.day,
      material: number(incident.material, &words))
    guard incident.material.isEmpty else { return key }
    key.reason = number(incident.reason, &words)
    key.level = table.level(ofRow: row)
    key.matter = table.matter(ofRow: row)
    if incident.day == 0 { (key.mantissa, key.scale) = (table.mantissas[row], table.scales[row]) }
    return key
  }

  /// Words as they are compared: width folded, without what nobody sees and without the marks that are put around a
  /// title or behind it: 《通报5号》 and 通报5号。 are one, 〔2013〕 and [2013] as well.
  private static func compared(_ bytes: [UInt8]) -> [UInt8] {
    let folded = FoldedName(InvisibleCharacters.removed(from: bytes)).text.unicodeScalars
    let words = folded.compactMap { scalar -> Unicode.Scalar? in
      switch scalar {
      case "《", "》", "〈", "〉", "“", "”", "‘", "’", "「", "」", "\"", "'", "。", "；", ";": nil
      case "〔", "[", "【", "{": "("
      case "〕", "]", "】", "}": ")"
      default: scalar
      }
    }
    return Array(String(String.UnicodeScalarView(words)).utf8)
  }

  /// Tells that `row` repeats the `first` one, and leaves it out.
  private mutating func report(_ row: Int, asRepeating first: Int) {
    // A row that already conflicts with another needs no second message.
    guard isKept[row] else { return }
    isKept[row] = false
    diagnostics.append(
      .repeatedIncident(
        rulebook.evidence[Int(table.evidence[row])].name, unit: table.register.units[Int(table.units[row])],
        at: table.label(ofRow: row, .material), first: table.label(ofRow: first, .material)))
  }

  private mutating func report(_ likeness: Likeness) {
    let row = likeness.second
    let isDated = table.months[row] > 0
    let column: LedgerColumn = isDated ? .date : .evidence
    diagnostics.append(
      .likelyRepeated(
        rulebook.evidence[Int(table.evidence[row])].name, unit: table.register.units[Int(table.units[row])],
        rows: likeness.count, isDated: isDated, at: table.label(ofRow: row, column),
        first: table.label(ofRow: likeness.first, column)))
  }
}
