import ExactArithmetic
import RulebookEvidence
import RulebookModel
import RulebookScoring
import RulebookSyntax
import RulebookText

/// Why one unit has its score: every item, every sentence that moved it, and the rows of evidence behind it.
///
/// Start, clauses and children of an item, as printed, add up to its score as printed.
public struct DeductionLedger: Report {
  private let sheet: ScoreSheet
  private let unit: Int
  private let item: Int?

  /// The account of `unit`, an index into the register; of `item` and everything below it, or of the whole.
  public init(_ sheet: ScoreSheet, unit: Int, item: Int? = nil) {
    self.sheet = sheet
    self.unit = unit
    self.item = item
  }

  /// Hands over the account.
  public func write<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    let accounts = shownReasons.map { account(of: $0) }
    let blocks = [header] + accounts + [outcome, needs, leftOut].filter { !$0.isEmpty }
    let text = blocks.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
    try sink(Array(text.utf8))
  }
}

extension DeductionLedger {
  private var scores: Scores { sheet.scores }
  private var rulebook: Rulebook { sheet.scores.rulebook }

  private var header: [String] {
    let name = scores.units[unit].madeVisible
    let place = sheet.places.first { $0.unit == unit }
    let total = scores.total(ofUnit: unit)
    let rank = place?.rank.map { "第\($0)名" } ?? "名次未定"
    let group = place.flatMap { sheet.groupWords(of: $0) }
    let grade = sheet.hasGrades ? "，等次\(sheet.outcome(ofUnit: unit)?.grade ?? "")" : ""
    var lines = [
      "\(rulebook.title)（\(rulebook.year)年）",
      "\(name)：总分\(sheet.publication.cell(total))分，\(group.map { "在“\($0)”里" } ?? "")\(rank)"
        + "（共\(sheet.groupSize(of: place?.group))个单位）\(grade)",
    ]
    if let exact = total.exact, sheet.publication.value(exact) != exact {
      lines.append("没有取整的总分：\(exact.forPeople)分")
    }
    if total.exact == nil { lines.append("还缺数据，总分只能算出最低到最高") }
    return lines
  }

  /// The reasons without those inside items that do not apply.
  private var shownReasons: [ItemReason] {
    var closed: Set<Int> = []
    let reasons = scores.reasons(forUnit: unit, item: item)
    let told = Set(reasons.filter(moves).compactMap(\.period))
    return reasons.filter { reason in
      if let period = reason.period { return told.contains(period) && reason.source != .notApplicable }
      if let parent = rulebook.items[reason.item].parent, closed.contains(parent) {
        closed.insert(reason.item)
        return false
      }
      if !ItemAccount(reason, in: rulebook, units: scores.units).isOwn { closed.insert(reason.item) }
      return true
    }
  }

  /// Whether some sentence moved the score or may still do so; periods in which none did are only listed.
  private func moves(_ reason: ItemReason) -> Bool {
    reason.source == .own && reason.clauses.contains { !$0.counted.isZero } || reason.source.isZeroed
  }

  private func account(of reason: ItemReason) -> [String] {
    let account = ItemAccount(reason, in: rulebook, units: scores.units)
    var lines = [account.heading.madeVisible]
    for clause in account.clauses { lines += self.account(of: clause).map { "  " + $0 } }
    return lines + account.sum.map { "  " + $0 }
  }

  private func account(of reason: ClauseReason) -> [String] {
    let account = ClauseAccount(reason, in: rulebook)
    var lines = [account.heading]
    let terms = account.terms
    for (index, term) in terms.enumerated() {
      lines += (term.definitions + [term.text]).map { "  " + $0 }
      // Terms on one evidence have its rows once, behind the last of them.
      if index + 1 < terms.count, isSameEvidence(term.reason, terms[index + 1].reason, in: reason) {
        continue
      }
      lines += lackLines(of: term.reason, in: reason).map { "    " + $0 }
      lines += term.reason.rows.map { "    " + rowText($0) + outdone($0, term.reason) }
      lines += figureLines(of: term.reason, in: reason).map { "    " + $0 }
      lines += silenceLines(of: term.reason, in: reason).map { "    " + $0 }
    }
    return lines + (account.limit.map { ["  " + $0] } ?? [])
  }

  private func isSameEvidence(_ one: TermReason, _ other: TermReason, in clause: ClauseReason) -> Bool {
    let terms = rulebook.clauses[clause.clause].terms
    return terms[one.term].value == terms[other.term].value && one.rows == other.rows
  }

  /// ，不计：同一事项按第3行算; empty for a row that counts.
  private func outdone(_ row: Int, _ reason: TermReason) -> String {
    guard let other = reason.outdone[row] else { return "" }
    let details = scores.evidence.details(ofRow: other)
    let isElsewhere = scores.evidence.files[other] != scores.evidence.files[row]
    let file = isElsewhere ? details.file.utf8.split(separator: UInt8(ascii: "/")).last : nil
    let place = file.flatMap { String(Substring($0)) }.map { $0.madeVisible + " " } ?? ""
    let evidence = rulebook.evidence[Int(scores.evidence.evidence[other])].name
    return "——不计，同一事项按\(place)第\(details.line)行（\(evidence)）算"
  }

  /// 等次：合格, and the rules that hold or may hold with their rows; nothing where one item is asked for.
  private var outcome: [String] {
    guard item == nil, let account = sheet.outcome(ofUnit: unit) else { return [] }
    var lines = [sheet.hasGrades ? "等次：\(account.grade)" : "总分之外的结果："]
    for (reason, text) in account.reasons {
      lines.append("  " + text)
      lines += reason.rows.map { "    " + rowText($0) }
    }
    if account.reasons.isEmpty { lines.append("  没有哪一句说到它") }
    return lines
  }

  /// 证据：台账-市纪委.csv 第12行，2013-05-03，数量 2，说明：…
  private func rowText(_ row: Int) -> String {
    let details = scores.evidence.details(ofRow: row)
    let file = details.file.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) }
    let evidence = rulebook.evidence[Int(scores.evidence.evidence[row])]
    let words: [(name: String, text: String)] = [
      ("", details.date), ("级别 ", evidence.needsLevel ? details.level : ""),
      ("事项 ", evidence.needsMatter ? details.matter : ""), ("数量 ", details.quantity),
      ("", details.quantity.isEmpty ? evidence.blankQuantity : ""),
      ("说明：", details.reason), ("材料：", details.material), ("填报：", details.reporter),
    ]
    let told = words.filter { !$0.text.isEmpty }.map { "，" + $0.name + $0.text.madeVisible }
    return "证据：\((file ?? details.file).madeVisible) 第\(details.line)行（\(evidence.name)）\(told.joined())"
  }
}

// Figures of 指标表.
extension DeductionLedger {
  /// 目标：指标表.csv 第3行（省外亿元项目的目标），3个; or that it is missing.
  private func figureLines(of term: TermReason, in clause: ClauseReason) -> [String] {
    rulebook.figures(of: rulebook.clauses[clause.clause].terms[term.term].value).map { reference in
      let figure = rulebook.references[reference]
      guard let number = scores.evidence.references[reference][unit].figure,
        let place = scores.evidence.place(ofReference: reference, unit: unit)
      else { return "缺：指标表没有“\(figure.title)”".madeVisible }
      let file = place.file.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) }
      return "\(figure.kind.rawValue)：\((file ?? place.file).madeVisible) 第\(place.line)行（\(figure.title)），"
        + number.forPeople + figure.unit
    }
  }

  /// The figures of 指标表 that the unit lacks for what is shown.
  private var figureNeeds: [String] {
    let read = Set(termsShown.flatMap { rulebook.figures(of: $0.value) })
    let missing = scores.missingFigures.filter { $0.units.contains(unit) }
    return missing.filter { item == nil || read.contains($0.reference) }.map {
      "  指标表：\(rulebook.references[$0.reference].title)"
    }
  }
}

// What is not there, is missing or was left out.
extension DeductionLedger {
  /// 市纪委已报，没有“投诉查实”的记录; for evidence that is 0 because its offices have said nothing of the unit.
  private func silenceLines(of term: TermReason, in clause: ClauseReason) -> [String] {
    guard term.worth.exact != nil else { return [] }
    let found = Set(term.rows.map { Int(scores.evidence.evidence[$0]) })
    let value = rulebook.clauses[clause.clause].terms[term.term].value
    return rulebook.plainEvidence(of: value).compactMap { index in
      let evidence = rulebook.evidence[index]
      let hasReported = evidence.assessors.allSatisfy { scores.evidence.hasReported[$0] }
      guard evidence.kind.isZeroWhenAbsent, hasReported, !found.contains(index) else { return nil }
      let offices = evidence.assessors.map { rulebook.offices[$0] }.joined(separator: "、")
      return "\(offices.madeVisible)已报，没有“\(evidence.name)”的记录"
    }
  }

  private func lackLines(of term: TermReason, in clause: ClauseReason) -> [String] {
    guard term.worth.exact == nil else { return [] }
    let read = rulebook.reportedEvidence(of: rulebook.clauses[clause.clause].terms[term.term].value)
    return scores.missing.filter { missing in
      read.contains(missing.evidence) && missing.units.contains(unit)
    }.map { "缺：\(rulebook.offices[$0.office])没有报“\($0.name(in: rulebook))”" }
  }

  /// Everything the unit lacks for what is shown, by office.
  private var needs: [String] {
    let read = item == nil ? nil : evidenceRead
    let missing = scores.missing.filter { entry in
      entry.units.contains(unit) && read?.contains(entry.evidence) ?? true
    }
    var lines: [String] = []
    var office: Int?
    for entry in missing {
      let name = entry.name(in: rulebook)
      if entry.office == office, let last = lines.popLast() {
        lines.append(last + "、" + name)
      } else {
        lines.append("  \(rulebook.offices[entry.office])：\(name)")
      }
      office = entry.office
    }
    lines += figureNeeds
    return lines.isEmpty ? [] : ["还缺的数据："] + lines.map(\.madeVisible)
  }

  /// The evidence that the items shown are scored by.
  private var evidenceRead: Set<Int> {
    Set(termsShown.flatMap { rulebook.reportedEvidence(of: $0.value) })
  }

  private var termsShown: [Term] {
    shownReasons.flatMap(\.clauses).flatMap { rulebook.clauses[$0.clause].terms }
  }

  private var leftOut: [String] {
    sheet.omissions.map { "没有计入的证据：\($0.words.madeVisible)" }
  }
}

extension ItemReason.Source {
  /// Whether a clause makes the item 0.
  fileprivate var isZeroed: Bool { if case .zeroed = self { true } else { false } }
}

extension Rulebook {
  /// The evidence that a value names, or is made of where it is worked out; what only counts as other is left out.
  fileprivate func plainEvidence(of value: Value) -> [Int] {
    let counted = value.readEvidence.filter { !value.evidence.contains($0) }
    return reportedEvidence(of: value).filter { !counted.contains($0) }
  }
}

extension Evidence {
  /// What a blank 数量 counts as; empty where it must be filled.
  fileprivate var blankQuantity: String {
    switch kind {
    case .count: "数量空白（算1）"
    case .yesNo: "数量空白（算是）"
    case .amount, .score, .percentage, .completion, .measurement, .money, .place, .grade: ""
    }
  }
}
