/// How much a mistake matters.
public enum Severity: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// 错误: no score can come out of it.
  case error
  /// 提醒: a score can come out of it, but it is probably not what was meant.
  case warning
  /// 提示: nothing wrong with the score; a matter of form or of information.
  case note

  /// The most serious first.
  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

  /// The word shown to staff.
  public var word: String {
    switch self {
    case .error: "错误"
    case .warning: "提醒"
    case .note: "提示"
    }
  }
}

/// A place in a file, with what is to be said about it.
public struct Label: Sendable, Hashable {
  /// Name of the file as the reader knows it.
  public var file: String
  /// The words meant; empty where something is missing.
  public var range: TextRange
  /// What is to be said of these words; may be empty.
  public var text: String

  /// A label on `range` of `file`.
  public init(file: String, range: TextRange, text: String = "") {
    self.file = file
    self.range = range
    self.text = text
  }
}

/// How sure a proposed change is.
public enum Confidence: String, Sendable, Hashable, CaseIterable {
  /// 可自动改: the only thing that can have been meant.
  case certain
  /// 需确认: probably meant; a person must agree.
  case likely
  /// 需填写: a person must still fill something in.
  case incomplete
}

/// A change of the text that would cure a mistake.
public struct Fix: Sendable, Hashable {
  /// The words to replace, in the primary label's file.
  public var range: TextRange
  /// What to write there.
  public var replacement: String
  /// How sure the change is.
  public var confidence: Confidence

  /// The change of `range` to `replacement`.
  public init(range: TextRange, replacement: String, confidence: Confidence) {
    self.range = range
    self.replacement = replacement
    self.confidence = confidence
  }
}

/// One mistake, told once: what is seen, where, why it matters and what to do.
public struct Diagnostic: Sendable, Hashable {
  /// Stable name of this kind of mistake.
  public var code: DiagnosticCode
  /// How much it matters.
  public var severity: Severity
  /// What is seen, in at most 20 characters, without the remedy.
  public var title: String
  /// Path of the item it stands in, such as `三（一）`; empty where there is none.
  public var path: String
  /// The smallest place whose change would cure it.
  public var primary: Label
  /// Other places that matter.
  public var related: [Label]
  /// 依据: the rule, stated as a fact; may be empty.
  public var basis: String
  /// 改法: what to write instead; may be empty.
  public var remedy: String
  /// Changes that cure it, the safest first.
  public var fixes: [Fix]

  /// A diagnostic; factories in `Catalogue/` are the only callers outside tests.
  public init(
    _ code: DiagnosticCode, _ severity: Severity = .error, title: String, at primary: Label,
    related: [Label] = [], basis: String = "", remedy: String = "", fixes: [Fix] = [], path: String = ""
  ) {
    self.code = code
    self.severity = severity
    self.title = title
    self.path = path
    self.primary = primary
    self.related = related
    self.basis = basis
    self.remedy = remedy
    self.fixes = fixes
  }
}

extension Diagnostic {
  /// The order in which diagnostics are shown: by file, place, then code.
  public static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    if left.primary.file != right.primary.file {
      return left.primary.file.utf8.lexicographicallyPrecedes(right.primary.file.utf8)
    }
    if left.primary.range.start != right.primary.range.start {
      return left.primary.range.start < right.primary.range.start
    }
    return left.code.rawValue < right.code.rawValue
  }
}
