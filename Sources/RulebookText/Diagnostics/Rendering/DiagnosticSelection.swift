/// The diagnostics a person is shown, and the numbers of the others.
struct DiagnosticSelection: Sendable {
  /// A diagnostic to show.
  struct Entry: Sendable {
    let diagnostic: Diagnostic
    /// How many of the same code are left out behind it.
    var alike = 0
  }

  /// What is shown, in order.
  private(set) var entries: [Entry] = []
  /// How many are left out without being counted in an entry.
  private(set) var unshown = 0
  /// What the run found in all, as `共 2 处错误、1 处提醒`; empty if nothing.
  let summary: String

  /// Chooses from `diagnostics` what `options` lets through; where room is short, errors come first.
  /// `further` are counted with them.
  init(_ diagnostics: [Diagnostic], further: [FurtherDiagnostics] = [], options: RenderingOptions) {
    let all = Diagnostic.ordered(diagnostics)
    summary = Self.summary(of: all, further)
    var found = Tally()
    let early = all.filter { found.count($0.code) <= max(1, options.sameCodeLimit) }
    entries = Self.mostSerious(early, limit: options.totalLimit).map { Entry(diagnostic: $0) }
    for kind in further { found.count(kind.code, times: kind.count) }
    unshown = all.count + further.reduce(0) { $0 + $1.count } - entries.count
    var counted = Tally()
    for place in entries.indices.reversed() {
      let code = entries[place].diagnostic.code
      guard counted.count(code) == 1 else { continue }
      entries[place].alike = max(0, found[code] - max(1, options.sameCodeLimit))
      unshown -= entries[place].alike
    }
  }

  /// The `limit` most serious of `diagnostics`, in their order.
  private static func mostSerious(_ diagnostics: [Diagnostic], limit: Int) -> [Diagnostic] {
    guard diagnostics.count > limit else { return diagnostics }
    var room = max(1, limit)
    var isKept = [Bool](repeating: false, count: diagnostics.count)
    for severity in Severity.allCases {
      for place in diagnostics.indices where room > 0 && diagnostics[place].severity == severity {
        isKept[place] = true
        room -= 1
      }
    }
    return diagnostics.indices.filter { isKept[$0] }.map { diagnostics[$0] }
  }

  private static func summary(of diagnostics: [Diagnostic], _ further: [FurtherDiagnostics]) -> String {
    let counts = Severity.allCases.compactMap { severity in
      let count =
        diagnostics.count { $0.severity == severity }
        + further.filter { $0.severity == severity }.reduce(0) { $0 + $1.count }
      return count == 0 ? nil : "\(count) 处\(severity.word)"
    }
    return counts.isEmpty ? "" : "共 " + counts.joined(separator: "、")
  }
}

extension Diagnostic {
  /// `diagnostics` as they are shown: sorted by `precedes`, equals in the order given, each once.
  static func ordered(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let order = diagnostics.indices.sorted { left, right in
      if precedes(diagnostics[left], diagnostics[right]) { return true }
      return left < right && !precedes(diagnostics[right], diagnostics[left])
    }
    var shown: [Diagnostic] = []
    // Where those begin that stand at the same place and say the same.
    var start = 0
    for place in order {
      if let last = shown.last, precedes(last, diagnostics[place]) { start = shown.count }
      if !shown[start...].contains(diagnostics[place]) { shown.append(diagnostics[place]) }
    }
    return shown
  }
}

/// How often each code was found; there are few of them.
private struct Tally {
  private var counts: [(code: DiagnosticCode, count: Int)] = []

  /// Counts `code` so many times more; how often it has been counted now.
  @discardableResult
  mutating func count(_ code: DiagnosticCode, times: Int = 1) -> Int {
    let place = counts.firstIndex { $0.code == code } ?? counts.count
    if place == counts.count { counts.append((code, 0)) }
    counts[place].count += times
    return counts[place].count
  }

  subscript(code: DiagnosticCode) -> Int { counts.first { $0.code == code }?.count ?? 0 }
}
