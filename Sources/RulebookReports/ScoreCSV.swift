import RulebookEvidence
import RulebookModel
import RulebookScoring

/// The scores as a CSV table that spreadsheets open as it is: UTF-8 with its mark, lines ended by CR LF.
public struct ScoreCSV: Report {
  private let sheet: ScoreSheet

  /// The scores of a sheet.
  public init(_ sheet: ScoreSheet) { self.sheet = sheet }

  /// Hands over the mark, the header, a line for each unit, and a line for each file with evidence left out.
  public func write<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    let scores = sheet.scores
    let sections = sheet.sections
    let lacks = lacksByUnit
    var pieces = Pieces()
    let titles = sections.map { scores.rulebook.items[$0].heading }
    let group = scores.rulebook.group.map { [scores.rulebook.attributes[$0].name] } ?? []
    let grades = sheet.hasGrades ? ["等次"] : []
    pieces.append(
      "\u{FEFF}"
        + line((group + ["名次", "单位", "总分"] + grades + titles + ["说明"]).map { .words($0) }))
    for place in sheet.places {
      let total = cell(scores.total(ofUnit: place.unit))
      let parts = sections.map { cell(scores.score(ofItem: $0, unit: place.unit)) }
      let name = Cell.words(scores.units[place.unit])
      let outcome = sheet.outcome(ofUnit: place.unit)
      let lack = lacks[place.unit].map { "缺：" + $0.joined(separator: "、") }
      let remark = Cell.words(((outcome?.remarks ?? []) + [lack].compactMap { $0 }).joined(separator: "；"))
      let own = sheet.groupWords(of: place).map { [Cell.words($0)] } ?? []
      let grade = grades.map { _ in Cell.words(outcome?.grade ?? "") }
      pieces.append(
        line(own + [.number(place.rank.map { "\($0)" } ?? ""), name, total] + grade + parts + [remark]))
      try pieces.flush(to: sink)
    }
    for omission in sheet.omissions {
      let blanks = (grades + titles).map { _ in Cell.number("") }
      let head = group.map { _ in Cell.number("") } + [.number(""), .words("（注）"), .number("")]
      pieces.append(line(head + blanks + [.words(omission.words)]))
    }
    try pieces.flush(to: sink, isLast: true)
  }
}

extension ScoreCSV {
  private enum Cell {
    /// A number of ours, or nothing.
    case number(String)
    /// Text that others may have written.
    case words(String)
  }

  private func cell(_ score: Score) -> Cell {
    let text = sheet.publication.cell(score)
    return score.exact == nil ? .words(text) : .number(text)
  }

  private func cell(_ score: ItemScore) -> Cell {
    score.state == .notApplicable ? .number("") : cell(score.score)
  }

  /// What each unit lacks: the evidence, behind the office that has to report it.
  private var lacksByUnit: [Int: [String]] {
    let rulebook = sheet.scores.rulebook
    var lacks: [Int: [String]] = [:]
    for missing in sheet.missing {
      let words = "\(rulebook.offices[missing.office])·\(missing.name(in: rulebook))"
      for unit in missing.units { lacks[unit, default: []].append(words) }
    }
    for missing in sheet.missingFigures {
      let words = "指标表·\(rulebook.references[missing.reference].title)"
      for unit in missing.units { lacks[unit, default: []].append(words) }
    }
    return lacks
  }

  private func line(_ cells: [Cell]) -> String {
    let texts = cells.map { cell in
      switch cell {
      case .number(let text): text
      case .words(let text): CSVText.guarded(text)
      }
    }
    return texts.joined(separator: ",") + "\r\n"
  }
}
