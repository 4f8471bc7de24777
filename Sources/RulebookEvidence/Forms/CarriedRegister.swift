public import RulebookModel
public import RulebookText

/// The register of an earlier year as far as a new one asks for it: units, short names, answers that were given.
public struct CarriedRegister: Sendable {
  /// A unit of the earlier year.
  public struct Unit: Sendable, Hashable {
    /// Its full name.
    public var name: String
    /// Its short names, as they were written.
    public var aliases: String
    /// What was answered for each attribute of the new register; empty where nothing was.
    public var answers: [String]
  }

  /// The units, in the order of the file.
  public private(set) var units: [Unit] = []
  /// The attributes that the earlier year did not ask for.
  public private(set) var newAttributes: [String] = []
  /// The answers as the new rulebook understands them, for the units of which it understands all.
  private var understood: [String: [Int]] = [:]

  /// What reading a register came to.
  public struct Outcome: Sendable {
    /// The register; `nil` where it cannot be used.
    public var register: CarriedRegister?
    /// What there is to say of the file as a whole; what its rows lack is said when the new year is scored.
    public var diagnostics: [Diagnostic]
    /// The text, where it is one.
    public var source: SourceText?
  }

  /// Reads the register of an earlier year for `rulebook`, the new one.
  public static func read(_ file: EvidenceFile, for rulebook: Rulebook) -> Outcome {
    guard case .text(let source) = TextDecoder.decode(name: file.name, bytes: file.bytes) else {
      return Outcome(diagnostics: EvidenceReader.read(files: [file], for: rulebook).diagnostics)
    }
    var diagnostics: [Diagnostic] = []
    let names = HeaderColumns.Names(
      known: ["单位", "简称"] + rulebook.registerAttributes.map(\.name), requiredCount: 1, reserved: [])
    guard var table = CSVTable(source, names: names, diagnostics: &diagnostics) else {
      return Outcome(diagnostics: diagnostics, source: source)
    }
    var register = CarriedRegister(rulebook, table)
    register.readUnits(&table)
    register.understand(source, rulebook)
    diagnostics += table.structureDiagnostics
    if register.units.isEmpty {
      diagnostics.append(.emptyRegister(at: Label(file: source.name, range: table.dialect.headerPlace)))
    }
    let isUsable = !table.isRefused && !register.units.isEmpty
    return Outcome(register: isUsable ? register : nil, diagnostics: diagnostics, source: source)
  }

  private init(_ rulebook: Rulebook, _ table: CSVTable) {
    for (index, attribute) in rulebook.registerAttributes.enumerated()
    where table.columns.places[2 + index] == nil {
      newAttributes.append(attribute.name)
    }
  }

  private mutating func readUnits(_ table: inout CSVTable) {
    while table.readRow() {
      let words = table.columns.places.indices.map { column in
        table.cell(column).map { table.source.bytes.text(of: $0) } ?? ""
      }
      guard let name = words.first, !name.isEmpty else { continue }
      units.append(Unit(name: name, aliases: words[1], answers: Array(words.dropFirst(2))))
    }
  }

  private mutating func understand(_ source: SourceText, _ rulebook: Rulebook) {
    var ignored: [Diagnostic] = []
    guard let reading = RegisterReader.read(source, for: rulebook, diagnostics: &ignored) else { return }
    for (unit, name) in reading.register.units.enumerated() {
      understood[name] = reading.register.answers[unit]
    }
  }

  /// Whether something is for a unit; true as well where the register does not say.
  func mayConcern(_ unit: Unit, _ applicability: Applicability) -> Bool {
    guard let answers = understood[unit.name],
      applicability.attributes.allSatisfy(answers.indices.contains)
    else { return true }
    return applicability.holds(for: answers)
  }
}
