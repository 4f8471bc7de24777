import RulebookEvidence
import RulebookModel
import RulebookScoring
import RulebookSyntax
import RulebookText

/// The scores as a table for a terminal, and below it what is still needed and from whom.
public struct ScoreTable: Report {
  private let sheet: ScoreSheet
  private let width: Int
  private let columns = TextColumns()

  /// The table of a sheet for a terminal of `width` columns; fewer than 40 count as 40.
  public init(_ sheet: ScoreSheet, width: Int) {
    self.sheet = sheet
    self.width = max(width, 40)
  }

  /// Hands over the table line by line.
  public func write<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    let layout = TableLayout(fields, titles: titles, fixed: sheet.hasGrades ? 4 : 3, room: width)
    var pieces = Pieces()
    pieces.append("\(sheet.scores.rulebook.title)（\(sheet.scores.rulebook.year)年）\n\n")
    pieces.append(layout.header)
    var group: Int?
    for place in sheet.places {
      if place.group != group, let words = sheet.groupWords(of: place) {
        pieces.append("\(words.madeVisible)（\(sheet.groupSize(of: place.group)) 个单位）\n")
        group = place.group
      }
      pieces.append(layout.line(fields(of: place)))
      try pieces.flush(to: sink)
    }
    pieces.append("\n")
    if layout.hiddenTitles > 0 {
      pieces.append(columns.paragraph("屏幕太窄，有 \(layout.hiddenTitles) 部分没有列出；加 --format csv 可以看全", width))
    }
    pieces.append(summary)
    pieces.append(outcomeReasons)
    for omission in sheet.omissions { pieces.append("没有计入的证据：\(omission.words.madeVisible)\n") }
    try pieces.flush(to: sink)
    try write(needs: &pieces, to: sink)
    try pieces.flush(to: sink, isLast: true)
  }
}

extension ScoreTable {
  private var titles: [String] {
    ["名次", "单位", "总分"] + (sheet.hasGrades ? ["等次"] : [])
      + sheet.sections.map { sheet.scores.rulebook.items[$0].heading.madeVisible }
  }

  /// All cells, for measuring; one pass, nothing of it is kept.
  private var fields: TableLayout.Measure {
    var measure = TableLayout.Measure(count: titles.count)
    for place in sheet.places { measure.take(fields(of: place), columns) }
    return measure
  }

  /// The cells of a unit.
  private func fields(of place: Place) -> [TableLayout.Field] {
    let scores = sheet.scores
    let parts = sheet.sections.map { section in
      let score = scores.score(ofItem: section, unit: place.unit)
      return score.state == .notApplicable ? TableLayout.Field(text: "—") : field(score.score)
    }
    let rank = TableLayout.Field(text: place.rank.map { "\($0)" } ?? "")
    let grade = sheet.outcome(ofUnit: place.unit).map { TableLayout.Field(text: $0.grade) }
    return [rank, .init(text: scores.units[place.unit].madeVisible), field(scores.total(ofUnit: place.unit))]
      + (sheet.hasGrades ? [grade ?? .init(text: "")] : []) + parts
  }

  private func field(_ score: Score) -> TableLayout.Field {
    let text = sheet.publication.cell(score)
    return score.exact == nil ? .init(text: "缺 " + text, short: "缺") : .init(text: text)
  }

  /// How many units there are, and how figures are rounded.
  private var summary: String {
    let open = sheet.places.count { $0.rank == nil }
    let count = sheet.places.count
    let known = open == 0 ? "都已算出" : "\(count - open) 个已算出，\(open) 个还缺数据，只能算出最低到最高"
    let whole = count == sheet.scores.units.count ? "" : "（全部 \(sheet.scores.units.count) 个，名次按\(byGroup)排）"
    return columns.paragraph("共 \(count) 个单位\(whole)，\(known)。", width) + columns.paragraph(rounding, width)
  }

  /// What besides the total decided what years come to, a line for each unit of which there is something to say.
  private var outcomeReasons: String {
    let lines = sheet.places.compactMap { place -> String? in
      guard let remarks = sheet.outcome(ofUnit: place.unit)?.remarks, !remarks.isEmpty else { return nil }
      let name = sheet.scores.units[place.unit].madeVisible
      return columns.paragraph("\(name)：\(remarks.joined(separator: "；"))", width, indent: 2)
    }
    return lines.isEmpty ? "" : "\n总分之外的结果：\n" + lines.joined()
  }

  private var byGroup: String { sheet.scores.rulebook.group == nil ? "全部" : "全部单位分组" }

  private var rounding: String {
    guard let rounding = sheet.scores.rulebook.rounding else {
      let isPartly = sheet.scores.rulebook.items.contains { $0.places != nil }
      return isPartly ? "写明保留几位小数的项四舍五入，其余的分数没有取整。" : "分数没有取整。"
    }
    let places = "四舍五入到 \(rounding.places) 位小数"
    return rounding.everyItem
      ? "各项\(places)，再相加。" : "总分\(places)；各部分也列到 \(rounding.places) 位，相加时用没有取整的数。"
  }
}

// What is missing.
extension ScoreTable {
  /// Evidence of one office that the same units lack.
  private struct Need {
    let office: Int
    let units: [Int]
    var evidence: [Int]
  }

  private var needs: [Need] {
    var needs: [Need] = []
    for missing in sheet.missing {
      if let index = needs.lastIndex(where: { $0.office == missing.office && $0.units == missing.units }) {
        needs[index].evidence.append(missing.evidence)
      } else {
        needs.append(Need(office: missing.office, units: missing.units, evidence: [missing.evidence]))
      }
    }
    return needs
  }

  private func write<Failure: Error>(
    needs pieces: inout Pieces, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let rulebook = sheet.scores.rulebook
    let needs = needs
    guard !sheet.isComplete else { return }
    pieces.append("\n还缺的数据：\n")
    var offices: [Int] = []
    for need in needs where !offices.contains(need.office) { offices.append(need.office) }
    for office in offices {
      let silent = sheet.scores.evidence.hasReported[office] ? "" : "（一项都没有报）"
      pieces.append("  \(rulebook.offices[office].madeVisible)\(silent)\n")
      for need in needs where need.office == office {
        let names = need.evidence.map { rulebook.evidence[$0].name.madeVisible }.joined(separator: "、")
        pieces.append(columns.paragraph("\(who(need.units))：\(names)", width, indent: 4))
      }
      try pieces.flush(to: sink)
    }
    guard !sheet.missingFigures.isEmpty else { return }
    pieces.append("  指标表\n")
    for missing in sheet.missingFigures {
      let figure = rulebook.references[missing.reference]
      let units = figure.kind == .shared ? "全体" : who(missing.units)
      pieces.append(columns.paragraph("\(units)：\(figure.title.madeVisible)", width, indent: 4))
    }
  }

  /// Which units: all of them, three at the most by name, or how many.
  private func who(_ units: [Int]) -> String {
    let names = units.prefix(3).map { sheet.scores.units[$0].madeVisible }.joined(separator: "、")
    if units.count <= 3 { return names }
    if units.count == sheet.places.count { return "全部 \(units.count) 个单位" }
    return "\(names) 等 \(units.count) 个单位"
  }
}
