import RulebookModel
import RulebookSyntax
import RulebookText

/// What a ledger says about whether an office has reported; the later cases outweigh the earlier.
///
/// An office's silence makes what it assesses missing, its report makes what is not mentioned 0: so an office has
/// reported only by what is its own, never by what somebody else's file says of it.
enum OfficeReport: Sendable, Hashable {
  /// Nothing.
  case silent
  /// A row counts that is no report of the office: it may be another's, or stands in another's ledger.
  case mentioned(Label)
  /// A row, the first of them here, is the office's, in a ledger that is named for none.
  case row(Label)
  /// The ledger is named for it.
  case ownLedger

  /// Whether the office has reported.
  var isReport: Bool {
    switch self {
    case .silent, .mentioned: false
    case .row, .ownLedger: true
    }
  }

  /// Takes note of a further report; the first of equal weight stays.
  mutating func add(_ other: OfficeReport) {
    if other.weight > weight { self = other }
  }

  private var weight: Int {
    switch self {
    case .silent: 0
    case .mentioned: 1
    case .row: 2
    case .ownLedger: 3
    }
  }
}

/// The offices of the rulebook, and how each has reported.
struct OfficeReports: Sendable {
  private let rulebook: Rulebook
  private var reports: [OfficeReport]

  /// Nobody has reported.
  init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    reports = rulebook.offices.map { _ in .silent }
  }

  /// For each office whether it has reported.
  var hasReported: [Bool] { reports.map(\.isReport) }

  /// Takes note of what one ledger says.
  mutating func add(_ ledger: [OfficeReport]) {
    for (office, report) in ledger.enumerated() { reports[office].add(report) }
  }

  /// One note a file for the offices that count as reported only by rows in it, unless that has been `told` of the
  /// file; one for those that it does not make count.
  func notes(except told: Set<String>) -> [Diagnostic] {
    let counting = offices { if case .row(let label) = $0 { label } else { nil } }
    let mentioned = offices { if case .mentioned(let label) = $0 { label } else { nil } }
    return counting.filter { !told.contains($0.label.file) }.map { .reportedByRows($0.names, at: $0.label) }
      + mentioned.map { .rowIsNoReport(of: $0.names, at: $0.label) }
  }

  /// The offices whose report has a `place`, by file, with the first place in it.
  ///
  /// Of offices that assess only marks and percentages nothing is to be said: those never turn into 0.
  private func offices(_ place: (OfficeReport) -> Label?) -> [(label: Label, names: [String])] {
    var found: [(label: Label, names: [String])] = []
    for (office, report) in reports.enumerated() {
      guard let label = place(report), isSilenceOfWeight(office) else { continue }
      let name = rulebook.offices[office]
      guard let file = found.firstIndex(where: { $0.label.file == label.file }) else {
        found.append((label, [name]))
        continue
      }
      found[file].names.append(name)
      if label.range.start < found[file].label.range.start { found[file].label = label }
    }
    return found
  }

  /// Whether the office assesses something that is 0 once it has reported.
  private func isSilenceOfWeight(_ office: Int) -> Bool {
    rulebook.evidence.contains { $0.kind.isZeroWhenAbsent && $0.assessors.contains(office) }
  }
}
