import ExactArithmetic
import RulebookEvidence
import RulebookModel
import RulebookScoring
import RulebookText

/// The scores as JSON for programs: exact fractions beside the published figures.
///
/// Written by hand, unit by unit. `JSONEncoder` puts keys in another order at every run, or else in that of the
/// alphabet, which is not the order promised; for 10,000 units of 60 items it takes 8 times as long (4 to 5 times unit
/// by unit) and 670 MB, where this takes 9 MB: measured in an optimised build.
public struct ScoreJSON: Report {
  /// How the objects are put together.
  public enum Layout: Sendable {
    /// One document.
    case document
    /// An object a line: the rulebook, then those that are the document's `units`, `missing` and `leftOut`.
    case lines
  }

  private let sheet: ScoreSheet
  private let layout: Layout

  /// The scores of a sheet.
  public init(_ sheet: ScoreSheet, as layout: Layout = .document) {
    self.sheet = sheet
    self.layout = layout
  }

  /// Hands over the document or the lines; the last byte is a line break.
  public func write<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    switch layout {
    case .document: try writeDocument(to: sink)
    case .lines: try writeLines(to: sink)
    }
  }

  private func writeLines<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    let items = scoredItems
    var pieces = Pieces()
    pieces.append("{\(head)}\n")
    for place in sheet.places {
      append(place, items, to: &pieces)
      pieces.append("\n")
      try pieces.flush(to: sink)
    }
    for missing in sheet.missing {
      append(missing, to: &pieces)
      pieces.append("\n")
      try pieces.flush(to: sink)
    }
    for missing in sheet.missingFigures {
      append(missing, to: &pieces)
      pieces.append("\n")
      try pieces.flush(to: sink)
    }
    for omission in sheet.omissions { pieces.append(object(omission) + "\n") }
    try pieces.flush(to: sink, isLast: true)
  }

  private func writeDocument<Failure: Error>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let items = scoredItems
    var pieces = Pieces()
    pieces.append("{\(head),\"units\":[")
    for (index, place) in sheet.places.enumerated() {
      pieces.append(index == 0 ? "\n" : ",\n")
      append(place, items, to: &pieces)
      try pieces.flush(to: sink)
    }
    pieces.append("],\n\"missing\":[")
    for (index, missing) in sheet.missing.enumerated() {
      pieces.append(index == 0 ? "\n" : ",\n")
      append(missing, to: &pieces)
      try pieces.flush(to: sink)
    }
    for (index, missing) in sheet.missingFigures.enumerated() {
      pieces.append(index == 0 && sheet.missing.isEmpty ? "\n" : ",\n")
      append(missing, to: &pieces)
      try pieces.flush(to: sink)
    }
    pieces.append(omissions + "]}\n")
    try pieces.flush(to: sink, isLast: true)
  }

  private var head: String {
    let rulebook = sheet.scores.rulebook
    return "\"rulebook\":{\"title\":\(quoted(rulebook.title)),\"year\":\(rulebook.year)}"
  }
}

extension ScoreJSON {
  /// An item with the part of its object that is the same for every unit.
  private struct ScoredItem {
    let index: Int
    let head: [UInt8]
  }

  /// Every item that has a score, in the order of the document, the whole left out.
  private var scoredItems: [ScoredItem] {
    let rulebook = sheet.scores.rulebook
    return rulebook.items.indices.dropFirst().filter { rulebook.hasScore($0) }.map { index in
      let item = rulebook.items[index]
      let weight = item.weight.map { "\"weight\":\"\($0)\"," } ?? ""
      let head = "{\"path\":\(quoted(item.path)),\"title\":\(quoted(item.title)),\(weight)\"state\":\""
      return ScoredItem(index: index, head: Array(head.utf8))
    }
  }

  private func append(_ place: Place, _ items: [ScoredItem], to pieces: inout Pieces) {
    let scores = sheet.scores
    let publication = sheet.publication
    let rank = place.rank.map { "\($0)" } ?? "null"
    let group = sheet.groupWords(of: place).map { ",\"group\":\(quoted($0))" } ?? ""
    pieces.append("{\"unit\":\(quoted(scores.units[place.unit])),\"rank\":\(rank)\(group),\"total\":")
    pieces.append(object(scores.total(ofUnit: place.unit), publication))
    pieces.append(",\"items\":[")
    for (index, item) in items.enumerated() {
      if index > 0 { pieces.append(",") }
      let score = scores.score(ofItem: item.index, unit: place.unit)
      pieces.append(item.head)
      pieces.append(score.state.rawValue)
      pieces.append("\",\"score\":")
      pieces.append(object(score.score, publication))
      pieces.append("}")
    }
    pieces.append("]")
    if scores.outcomes.indices.contains(place.unit) {
      pieces.append(",\"outcomes\":" + object(scores.outcomes[place.unit]))
    }
    pieces.append("}")
  }

  private func append(_ missing: MissingEvidence, to pieces: inout Pieces) {
    let rulebook = sheet.scores.rulebook
    pieces.append("{\"office\":\(quoted(rulebook.offices[missing.office]))")
    pieces.append(",\"evidence\":\(quoted(rulebook.evidence[missing.evidence].name))")
    let periods = missing.periodNames(in: rulebook)
    if !periods.isEmpty { pieces.append(",\"periods\":[\(periods.map(quoted).joined(separator: ","))]") }
    pieces.append(",\"units\":[")
    append(units: missing.units, to: &pieces)
    pieces.append("]}")
  }

  private func append(_ missing: MissingFigure, to pieces: inout Pieces) {
    let figure = sheet.scores.rulebook.references[missing.reference]
    pieces.append("{\"office\":\"指标表\",\"evidence\":\(quoted(figure.name))")
    pieces.append(",\"figure\":\(quoted(figure.kind.rawValue)),\"units\":[")
    if figure.kind == .shared {
      pieces.append(quoted("全体"))
    } else {
      append(units: missing.units, to: &pieces)
    }
    pieces.append("]}")
  }

  private func append(units: [Int], to pieces: inout Pieces) {
    for (index, unit) in units.enumerated() {
      if index > 0 { pieces.append(",") }
      pieces.append(quoted(sheet.scores.units[unit]))
    }
  }

  /// Grades, places and what decided them.
  private func object(_ outcome: UnitOutcome) -> String {
    let scheme = sheet.scores.rulebook.outcomes
    let name = { (grade: Int?) in grade.map { quoted(scheme.grades[$0]) } ?? "null" }
    let barred = outcome.bar.map { scheme.grades[...$0].map(quoted) } ?? []
    return "{\"grade\":\(outcome.grade.map(name) ?? "null")"
      + ",\"grades\":[\(outcome.grades.map(name).joined(separator: ","))]"
      + ",\"bars\":[\(barred.joined(separator: ","))],\"last\":\"\(outcome.isLast.rawValue)\""
      + ",\"places\":{\"first\":\(outcome.places.lowerBound),\"last\":\(outcome.places.upperBound)}"
      + ",\"reasons\":[\(outcome.reasons.map(object).joined(separator: ","))]}"
  }

  private func object(_ reason: OutcomeReason) -> String {
    let rulebook = sheet.scores.rulebook
    let rule = rulebook.outcomes.rules[reason.rule]
    let rows = reason.rows.map { row in
      let details = sheet.scores.evidence.details(ofRow: row)
      let evidence = rulebook.evidence[Int(sheet.scores.evidence.evidence[row])].name
      return
        "{\"evidence\":\(quoted(evidence)),\"file\":\(quoted(details.file.lastPathPart)),\"line\":\(details.line)}"
    }
    return "{\"effect\":\(quoted(rulebook.outcomes.words(for: rule.effect)))"
      + ",\"certainty\":\"\(reason.certainty.rawValue)\",\"path\":\(quoted(rulebook.items[rule.home].path))"
      + ",\"sentence\":\(quoted(rule.sentence)),\"rows\":[\(rows.joined(separator: ","))]}"
  }

  /// What was left out of the evidence; nothing at all where nothing was.
  private var omissions: String {
    guard !sheet.omissions.isEmpty else { return "" }
    return "],\n\"leftOut\":[" + sheet.omissions.map(object).joined(separator: ",")
  }

  private func object(_ omission: ScoreSheet.Omission) -> String {
    "{\"file\":\(quoted(omission.file)),\"rows\":\(omission.rows)}"
  }

  private func object(_ score: Score, _ publication: Publication) -> String {
    if let exact = score.exact { return object(exact, publication) }
    let low = score.low.map { object($0, publication) } ?? "null"
    let high = score.high.map { object($0, publication) } ?? "null"
    return "{\"low\":\(low),\"high\":\(high)}"
  }

  private func object(_ number: Rational, _ publication: Publication) -> String {
    "{\"exact\":\"\(number)\",\"published\":\"\(publication.text(number))\"}"
  }
}

/// `text` as a JSON string.
func quoted(_ text: String) -> String { text.inJSON }
