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
  init(_ diagnostics: [Diagnostic], options: RenderingOptions) {
    let all = Diagnostic.ordered(diagnostics)
    summary = Self.summary(of: all)
    var found: [DiagnosticCode: Int] = [:]
    let early = all.filter {
      found[$0.code, default: 0] += 1
      return found[$0.code, default: 0] <= max(1, options.sameCodeLimit)
    }
    entries = Self.mostSerious(early, limit: options.totalLimit).map { Entry(diagnostic: $0) }
    unshown = all.count - entries.count
    var counted: Set<DiagnosticCode> = []
    for place in entries.indices.reversed() {
      let code = entries[place].diagnostic.code
      guard counted.insert(code).inserted else { continue }
      entries[place].alike = max(0, found[code, default: 0] - max(1, options.sameCodeLimit))
      unshown -= entries[place].alike
    }
  }

  /// The `limit` most serious of `diagnostics`, in their order.
  private static func mostSerious(_ diagnostics: [Diagnostic], limit: Int) -> [Diagnostic] {
    guard diagnostics.count > limit else { return diagnostics }
    var room = max(1, limit)
    var kept: Set<Int> = []
    for severity in Severity.allCases {
      let places = diagnostics.indices.filter { diagnostics[$0].severity == severity }.prefix(room)
      kept.formUnion(places)
      room -= places.count
    }
    return diagnostics.indices.filter(kept.contains).map { diagnostics[$0] }
  }

  private static func summary(of diagnostics: [Diagnostic]) -> String {
    let counts = Severity.allCases.compactMap { severity in
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) 处\(severity.word)"
    }
    return counts.isEmpty ? "" : "共 " + counts.joined(separator: "、")
  }
}

extension Diagnostic {
  /// `diagnostics` as they are shown: sorted by `precedes`, equals in the order given, each once.
  static func ordered(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let distinct = diagnostics.filter { seen.insert($0).inserted }
    let sorted = distinct.enumerated().sorted { left, right in
      if precedes(left.element, right.element) { return true }
      if precedes(right.element, left.element) { return false }
      return left.offset < right.offset
    }
    return sorted.map(\.element)
  }
}
