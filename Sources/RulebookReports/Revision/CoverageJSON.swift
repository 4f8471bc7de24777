import RulebookModel
import RulebookRevision

/// The coverage of a document for programs: every sentence, then what the rulebook has besides.
public struct CoverageJSON: Report {
  private let sheet: CoverageSheet

  /// The findings of a sheet.
  public init(_ sheet: CoverageSheet) { self.sheet = sheet }

  /// Hands over the document, which ends with a line break.
  public func write<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var pieces = Pieces()
    pieces.append("{\"complete\":\(sheet.coverage.isComplete),\"sentences\":[")
    for (index, sentence) in sheet.coverage.sentences.enumerated() {
      pieces.append((index == 0 ? "\n" : ",\n") + object(sentence))
      try pieces.flush(to: sink)
    }
    pieces.append("],\n\"additions\":[")
    for (index, passage) in sheet.coverage.additions.enumerated() {
      pieces.append(
        (index == 0 ? "\n" : ",\n") + "{\"line\":\(sheet.line(of: passage)),\"text\":\(quoted(passage.text))}"
      )
    }
    pieces.append("]}\n")
    try pieces.flush(to: sink, isLast: true)
  }

  private func object(_ sentence: Coverage.Sentence) -> String {
    var object = "{\"line\":\(sheet.line(of: sentence)),\"text\":\(quoted(sheet.words(of: sentence)))"
    object += ",\"standing\":\(quoted(CoverageGroup(sentence.standing).key))"
    if let passage = sentence.passage { object += ",\"rulebookLine\":\(sheet.line(of: passage))" }
    if case .changed(let changes) = sentence.standing {
      let entries = changes.map { "{\"document\":\(quoted($0.old)),\"rulebook\":\(quoted($0.new))}" }
      object += ",\"changes\":[\(entries.joined(separator: ","))]"
    }
    return object + "}"
  }
}
