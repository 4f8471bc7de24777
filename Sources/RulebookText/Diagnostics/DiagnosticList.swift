/// Diagnostics as they are found: the first of each kind whole, the others counted.
///
/// A ledger may be wrong in every row, and nobody reads a million messages: what is kept stays in bounds, what is
/// counted is known exactly. Where every one of them is wanted, they are handed over in batches instead.
public struct DiagnosticList: Sendable {
  /// The first of each kind, in the order they were found.
  public private(set) var kept: [Diagnostic] = []
  /// How many of each kind are not kept, in the order of their codes.
  public private(set) var further: [FurtherDiagnostics] = []
  /// Those that have not been handed over yet; always empty where nobody collects them.
  public private(set) var batch: [Diagnostic] = []

  private let limit: Int
  private let isCollected: Bool
  private var counts: [DiagnosticCode: Int] = [:]

  /// An empty list.
  ///
  /// - Parameters:
  ///   - limit: How many of each kind are kept; at least 1.
  ///   - isCollected: Whether each goes into a `batch` too.
  public init(limit: Int, isCollected: Bool = false) {
    self.limit = max(1, limit)
    self.isCollected = isCollected
  }

  /// Adds one.
  public mutating func append(_ diagnostic: Diagnostic) {
    if isCollected { batch.append(diagnostic) }
    counts[diagnostic.code, default: 0] += 1
    if counts[diagnostic.code, default: 0] <= limit {
      kept.append(diagnostic)
    } else {
      count(FurtherDiagnostics(code: diagnostic.code, severity: diagnostic.severity, count: 1))
    }
  }

  /// Adds those of `diagnostics`.
  public mutating func append(contentsOf diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { append(diagnostic) }
  }

  /// Adds what another list keeps and counts, each within its own limit, and what of it is not handed over yet.
  public mutating func append(contentsOf other: DiagnosticList) {
    kept += other.kept
    if isCollected { batch += other.batch }
    for further in other.further { count(further) }
  }

  /// Takes out all of one kind, counted or kept; those that have been handed over stay so.
  public mutating func removeAll(of code: DiagnosticCode) {
    kept.removeAll { $0.code == code }
    further.removeAll { $0.code == code }
    batch.removeAll { $0.code == code }
    counts[code] = nil
  }

  /// Hands over what has been collected since the last time.
  public mutating func takeBatch() -> [Diagnostic] {
    defer { batch.removeAll(keepingCapacity: true) }
    return batch
  }

  private mutating func count(_ more: FurtherDiagnostics) {
    let place = further.firstIndex { ($0.code.rawValue, $0.severity) >= (more.code.rawValue, more.severity) }
    if let place, further[place].code == more.code, further[place].severity == more.severity {
      further[place].count += more.count
    } else {
      further.insert(more, at: place ?? further.count)
    }
  }
}

/// Diagnostics of one kind of which only the number is known.
public struct FurtherDiagnostics: Sendable, Hashable {
  /// What kind of mistake they are.
  public var code: DiagnosticCode
  /// How much they matter.
  public var severity: Severity
  /// How many they are.
  public var count: Int

  /// `count` of them.
  public init(code: DiagnosticCode, severity: Severity, count: Int) {
    self.code = code
    self.severity = severity
    self.count = count
  }
}
