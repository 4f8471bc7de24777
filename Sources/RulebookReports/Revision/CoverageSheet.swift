import RulebookModel
public import RulebookRevision
public import RulebookText

/// What the reports on coverage show: the findings, and the texts whose lines they name.
public struct CoverageSheet: Sendable {
  let coverage: Coverage
  let document: SourceText
  let rulebook: SourceText
  let listsAll: Bool
  private let documentLines: LineTable
  private let rulebookLines: LineTable

  /// The findings on a document and a rulebook; sentences in order are listed where all are asked for.
  public init(_ coverage: Coverage, document: SourceText, rulebook: SourceText, listsAll: Bool) {
    self.coverage = coverage
    self.document = document
    self.rulebook = rulebook
    self.listsAll = listsAll
    documentLines = LineTable(document)
    rulebookLines = LineTable(rulebook)
  }

  /// The line of the document on which a sentence begins.
  func line(of sentence: Coverage.Sentence) -> Int { documentLines.line(at: sentence.range.start) }

  /// The line of the rulebook on which a passage begins.
  func line(of passage: Passage) -> Int { rulebookLines.line(at: passage.range.start) }

  /// The words of a sentence on one line.
  func words(of sentence: Coverage.Sentence) -> String {
    String(sentence.text.filter { !$0.isNewline }).madeVisible
  }
}

/// The groups in which sentences are counted and listed.
enum CoverageGroup: String, CaseIterable {
  case scored = "计分"
  case heading = "标题"
  case explained = "说明"
  case unmarked = "没有交代"
  case changed = "字句不同"
  case moved = "位置不同"
  case absent = "规则文件里没有"

  init(_ standing: Coverage.Standing) {
    switch standing {
    case .same(.scored): self = .scored
    case .same(.heading): self = .heading
    case .same(.explained): self = .explained
    case .same(.unmarked): self = .unmarked
    case .changed: self = .changed
    case .moved: self = .moved
    case .absent: self = .absent
    }
  }

  /// The word for it that programs read.
  var key: String {
    switch self {
    case .scored: "scored"
    case .heading: "heading"
    case .explained: "explanation"
    case .unmarked: "unmarked"
    case .changed: "changed"
    case .moved: "moved"
    case .absent: "absent"
    }
  }

  /// Whether what is in it is to be looked at.
  var isOpen: Bool {
    switch self {
    case .scored, .heading, .explained: false
    case .unmarked, .changed, .moved, .absent: true
    }
  }

  /// What is said above the list of it.
  var title: String {
    switch self {
    case .unmarked: "没有交代的（规则文件里有，但没有注记；不计分的，在句子后面写【说明】）"
    case .changed: "字句与规则文件不同的"
    case .moved: "规则文件里在别的位置的"
    default: rawValue + "的"
    }
  }
}

extension WordChange {
  /// What the rulebook has where the document has something else.
  var words: String {
    let (old, new) = (old.madeVisible, new.madeVisible)
    if old.isEmpty { return "规则文件多了“\(new)”" }
    return new.isEmpty ? "规则文件少了“\(old)”" : "原文“\(old)”，规则文件“\(new)”"
  }
}
