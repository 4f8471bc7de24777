public import ExactArithmetic
import RulebookText

/// A row of evidence that stands in no file: one of an example, or of a caller that keeps its evidence elsewhere.
public struct EvidenceRow: Sendable, Hashable {
  /// Index of the unit, into the register.
  public var unit: Int
  /// Index of the evidence, into `Rulebook.evidence`.
  public var evidence: Int
  /// The quantity: events, marks, percent, an amount; 1 or 0 for 是 or 否.
  public var value: ScaledDecimal
  /// The month, 1…12; 0 where the row has no date.
  public var month: Int
  /// Its level, an index into `Evidence.levels`.
  public var level: Int?
  /// The 事项 it speaks of.
  public var matter: String?

  /// A row.
  public init(
    unit: Int, evidence: Int, value: ScaledDecimal, month: Int = 0, level: Int? = nil, matter: String? = nil
  ) {
    self.unit = unit
    self.evidence = evidence
    self.value = value
    self.month = month
    self.level = level
    self.matter = matter
  }
}

extension EvidenceTable {
  /// A table of `rows`, with a flag for each office of the rulebook whether it has reported, for each of its figures
  /// (`Rulebook.references`) what is set for each unit, the months for which offices have reported where that is not all
  /// of them, and the units that 按月考核 leaves out.
  ///
  /// Nothing is checked here: what comes from offices should come through `EvidenceReader`.
  public init(
    register: Register, rows: [EvidenceRow], hasReported: [Bool], references: [[ReferenceCell]] = [],
    reportedMonths: Set<ReportedMonth>? = nil, exemptions: [Exemption] = []
  ) {
    self.init(register: register, officeCount: hasReported.count)
    self.hasReported = hasReported
    self.references = references
    self.reportedMonths = reportedMonths
    self.exemptions = exemptions
    units = rows.map { Int32(clamping: $0.unit) }
    evidence = rows.map { Int32(clamping: $0.evidence) }
    mantissas = rows.map(\.value.mantissa)
    scales = rows.map(\.value.scale)
    months = rows.map { UInt8(clamping: $0.month) }
    for (index, row) in rows.enumerated() {
      setMark(
        ofRow: index, level: UInt8(clamping: (row.level ?? -1) + 1),
        matter: row.matter.map { FoldedName($0).bytes } ?? [])
    }
    files = rows.map { _ in 0 }
    offsets = rows.map { _ in 0 }
    sources = [SourceText(name: "", bytes: [])]
    layouts = [nil]
  }
}
