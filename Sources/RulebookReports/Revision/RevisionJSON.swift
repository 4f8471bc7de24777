import ExactArithmetic
import RulebookModel
import RulebookRevision
import RulebookScoring

/// A revision for programs: every change, and for each unit both scores with what adds up to their difference.
public struct RevisionJSON: Report {
  private let sheet: RevisionSheet

  /// The findings of a sheet.
  public init(_ sheet: RevisionSheet) { self.sheet = sheet }

  /// Hands over the document, which ends with a line break.
  public func write<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var pieces = Pieces()
    pieces.append("{\"old\":\(object(sheet.revision.old)),\"new\":\(object(sheet.revision.new))")
    pieces.append(",\"yearOnly\":\(sheet.revision.yearOnlyCount),\"changes\":[")
    for (index, change) in sheet.revision.changes.enumerated() {
      pieces.append((index == 0 ? "\n" : ",\n") + object(change))
      try pieces.flush(to: sink)
    }
    pieces.append("]")
    if let comparison = sheet.comparison {
      pieces.append(",\n\"units\":[")
      for (index, unit) in comparison.units.enumerated() {
        pieces.append((index == 0 ? "\n" : ",\n") + object(unit, comparison))
        try pieces.flush(to: sink)
      }
      pieces.append("]")
    }
    pieces.append("}\n")
    try pieces.flush(to: sink, isLast: true)
  }
}

extension RevisionJSON {
  private func object(_ rulebook: Rulebook) -> String {
    "{\"title\":\(quoted(rulebook.title)),\"year\":\(rulebook.year)}"
  }

  private func object(_ change: Revision.Change) -> String {
    let aspects = change.aspects.map {
      "{\"aspect\":\(quoted($0.key)),\"old\":\(quoted($0.old)),\"new\":\(quoted($0.new))}"
    }
    return "{\"subject\":\(quoted(change.subject.rawValue)),\"fate\":\(quoted(change.fate.rawValue))"
      + ",\"path\":\(quoted(change.path)),\"text\":\(quoted(change.words))"
      + ",\"aspects\":[\(aspects.joined(separator: ","))]}"
  }

  private func object(_ unit: ScoreComparison.Unit, _ comparison: ScoreComparison) -> String {
    let parts = unit.parts.map { part in
      "{\"kind\":\(quoted(part.kind.rawValue)),\"path\":\(quoted(part.path)),\"text\":\(quoted(part.words))"
        + ",\"old\":\"\(part.old)\",\"new\":\"\(part.new)\",\"difference\":\"\(part.difference)\"}"
    }
    return "{\"unit\":\(quoted(comparison.new.units[unit.unit]))"
      + ",\"old\":\(total(unit.old, unit.oldRank, comparison.old))"
      + ",\"new\":\(total(unit.new, unit.newRank, comparison.new))"
      + ",\"difference\":\(unit.difference.map { "\"\($0)\"" } ?? "null")"
      + ",\"parts\":[\(parts.joined(separator: ","))]}"
  }

  private func total(_ score: Score, _ rank: Int?, _ scores: Scores) -> String {
    let publication = Publication(scores.rulebook)
    let figure = { (number: Rational?) in
      number.map { "{\"exact\":\"\($0)\",\"published\":\"\(publication.text($0))\"}" } ?? "null"
    }
    let total =
      score.exact.map { figure($0) } ?? "{\"low\":\(figure(score.low)),\"high\":\(figure(score.high))}"
    return "{\"total\":\(total),\"rank\":\(rank.map { "\($0)" } ?? "null")}"
  }
}
