import ExactArithmetic
import RulebookEvidence
import RulebookModel
import RulebookSyntax

/// Makes one value out of the rows of an evidence, for each unit and period.
///
/// Missing is not zero: a count is 0 without rows only when every office that assesses it has reported; until then
/// its rows are a lower bound. Marks and percentages that are absent are missing whatever happens; where several rows
/// make one value, it is known only when every office that assesses it has reported.
struct Gatherer {
  let rulebook: Rulebook
  let table: EvidenceTable
  let index: RowIndex
  /// Which of the rows on one matter counts.
  let choice: MatterChoice
  /// The unit evaluated alone, or `nil` for all.
  let unit: Int?

  /// How many units are evaluated.
  var unitCount: Int { unit == nil ? table.register.units.count : 1 }

  /// The values of a gather node.
  func column(_ gather: Gather, axis: Period) -> Column {
    let evidence = rulebook.evidence[gather.evidence]
    let rows = index.rows(of: gather.evidence)
    let reported = PeriodReports(rulebook: rulebook, table: table).areComplete(evidence, axis: axis)
    let isClosed = evidence.kind.isZeroWhenAbsent && reported.allSatisfy(\.self)
    if isClosed, evidence.combination == .sum || evidence.combination == .maximum,
      let column = totals(rows, evidence, gather, axis)
    {
      return column
    }
    return cells(rows, evidence, gather, axis, reported: reported)
  }

  /// The rows that a term leaves out, each with the row that counts for the same 事项.
  func outdone(by term: Term) -> [Int: Int] {
    guard case .reported(let reading) = term.value, let group = reading.matterGroup else { return [:] }
    let rows = Set(index.rows(of: reading.evidence).map { Int($0) })
    return choice.outdone[group].filter { rows.contains($0.key) }
  }

  /// How much the rows of a term have at each level, as far as they count: in the year, or in one of the term's periods.
  func levels(of term: Term, in period: Int?) -> [Rational] {
    guard case .reported(let reading) = term.value, !reading.weights.isEmpty else { return [] }
    var sums = reading.weights.map { _ in Rational(0) }
    for row in rows(of: reading.evidence, for: term, in: period) {
      guard let level = table.level(ofRow: row), sums.indices.contains(level),
        reading.matterGroup.map({ choice.counts(row, in: $0) }) ?? true
      else { continue }
      let value = table.quantity(ofRow: row)
      sums[level] = sums[level] + (reading.rowCeiling.map { min($0, value) } ?? value)
    }
    return sums
  }

  /// What other evidence takes off a term's, in the year or in one of its periods.
  func lowering(of term: Term, in period: Int?) -> Rational {
    guard case .reported(let reading) = term.value else { return 0 }
    let rows = reading.loweredBy.flatMap { self.rows(of: $0, for: term, in: period) }
    return rows.map { table.quantity(ofRow: $0) }.reduce(0, +)
  }

  /// The rows of `evidence`, or those of them in one of the periods of `term`.
  func rows(of evidence: Int, for term: Term, in period: Int?) -> [Int] {
    index.rows(of: evidence).map { Int($0) }.filter { row in
      period.map { term.axis.index(ofMonth: Int(table.months[row])) == $0 } ?? true
    }
  }

  /// A figure set beforehand for each unit, the same in every period; what has not been set may be anything its kind
  /// allows.
  func column(ofReference reference: Int, axis: Period) -> Column {
    let measure = rulebook.references[reference].measure
    let isSigned = measure == .measurement || measure == .money
    let open = Score(low: isSigned ? nil : 0, high: nil)
    let cells = table.references[reference]
    return .packed(
      (unit.map { [cells[$0]] } ?? cells).flatMap { cell in
        repeatElement(cell.figure.map { Score($0) } ?? open, count: axis.count)
      })
  }

  private func place(_ row: Int, _ axis: Period) -> Int? {
    let unit = self.unit == nil ? Int(table.units[row]) : 0
    guard axis != .year else { return unit }
    let month = Int(table.months[row])
    return month == 0 ? nil : unit * axis.count + axis.index(ofMonth: month)
  }

  // MARK: Whole columns

  /// Sums or maxima as whole numbers over one power of ten; `nil` where they would be too large.
  private func totals(
    _ rows: ArraySlice<Int32>, _ evidence: Evidence, _ gather: Gather, _ axis: Period
  ) -> Column? {
    guard gather.isPlain else { return nil }
    let scale = rows.reduce(0) { max($0, table.scales[Int($1)]) }
    var totals = [Int128](repeating: 0, count: unitCount * axis.count)
    for entry in rows {
      let row = Int(entry)
      guard let place = place(row, axis) else { continue }
      let value = Int128(table.mantissas[row]) * powerOfTen(scale - table.scales[row])
      totals[place] = evidence.combination == .sum ? totals[place] + value : max(totals[place], value)
    }
    return .known(ScaledColumn(denominator: powerOfTen(scale), numerators: totals))
  }

  private func powerOfTen(_ exponent: UInt8) -> Int128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }

  // MARK: Cell by cell

  private func cells(
    _ rows: ArraySlice<Int32>, _ evidence: Evidence, _ gather: Gather, _ axis: Period, reported: [Bool]
  ) -> Column {
    let all = cellValues(rows, gather, axis) { counts($0, gather) }
    let certain =
      gather.matterGroup == nil
      ? nil : cellValues(rows, gather, axis) { counts($0, gather) && isCertain($0, gather) }
    let open = absent(evidence, gather, isClosed: false)
    let settled = absent(evidence, gather, isClosed: evidence.kind.isZeroWhenAbsent)
    return .packed(
      (0..<all.count).map { cell in
        let isReported = reported[cell % axis.count]
        let absent = isReported ? settled : open
        let isOpen = evidence.mayGainRows && !isReported
        let values = all.values(at: cell)
        let score = combined(values, evidence, absent: absent, isOpen: isOpen)
        guard let sure = certain?.values(at: cell), sure.count < values.count else { return score }
        return score.joined(with: combined(sure, evidence, absent: absent, isOpen: isOpen))
      })
  }

  /// What those of `rows` are worth that are wanted, by cell.
  private func cellValues(
    _ rows: ArraySlice<Int32>, _ gather: Gather, _ axis: Period, where isWanted: (Int) -> Bool
  ) -> CellValues {
    let wanted = rows.map { Int($0) }.filter { isWanted($0) }
    return CellValues(
      wanted.map { place($0, axis) ?? -1 }, count: unitCount * axis.count,
      wanted.map { value(ofRow: $0, gather) })
  }

  private func counts(_ row: Int, _ gather: Gather) -> Bool {
    gather.matterGroup.map { choice.counts(row, in: $0) } ?? true
  }

  private func isCertain(_ row: Int, _ gather: Gather) -> Bool {
    gather.matterGroup.map { choice.isCertain(row, of: gather.evidence, in: $0) } ?? true
  }

  private func value(ofRow row: Int, _ gather: Gather) -> Rational {
    let value = table.quantity(ofRow: row)
    let counted = gather.rowCeiling.map { min($0, value) } ?? value
    return gather.weights.isEmpty ? counted : counted * gather.weight(ofLevel: table.level(ofRow: row))
  }

  /// What a unit without rows may have.
  private func absent(_ evidence: Evidence, _ gather: Gather, isClosed: Bool) -> Score {
    if isClosed { return .zero }
    switch evidence.kind {
    case .yesNo: return Score(low: 0, high: 1)
    case .count: return Score(low: 0, high: greatest(evidence, gather))
    case .amount, .score: return Score(low: 0, high: evidence.fullMark)
    case .completion, .percentage, .money: return Score(low: 0, high: gather.rowCeiling)
    case .measurement: return Score(low: nil, high: nil)
    case .place: return Score(low: 1, high: nil)
    case .grade: return Score(low: 1, high: Rational(evidence.levels.count))
    }
  }

  /// The most that rows of which only one counts come to.
  private func greatest(_ evidence: Evidence, _ gather: Gather) -> Rational? {
    guard evidence.combination == .maximum, let ceiling = gather.rowCeiling else { return nil }
    return ceiling * (gather.weights.max() ?? 1)
  }

  /// The value of some rows; where it `isOpen`, another office may still add to what is there.
  private func combined(_ values: ArraySlice<Rational>, _ evidence: Evidence, absent: Score, isOpen: Bool)
    -> Score
  {
    guard !values.isEmpty else { return absent }
    let value = combine(values, evidence)
    guard isOpen else { return Score(value) }
    let high = absent.high.map { max($0, value) }
    switch evidence.combination {
    case .single, .maximum: return Score(low: value, high: high)
    case .sum:
      // Of marks there may be any number more, below 0 too where a measurement may be.
      return Score(low: absent.low.map { _ in value }, high: evidence.kind.isZeroWhenAbsent ? high : nil)
    case .mean, .trimmedMean: return Score(low: absent.low.map { min($0, value) }, high: high)
    }
  }

  private func combine(_ values: ArraySlice<Rational>, _ evidence: Evidence) -> Rational {
    switch evidence.combination {
    case .single: return values.last ?? 0
    case .sum: return values.reduce(0, +)
    case .maximum: return values.max() ?? 0
    case .mean: return Rational.mean(Array(values)) ?? 0
    case .trimmedMean:
      guard values.count >= evidence.trimsFrom else {
        return Rational.mean(Array(values)) ?? 0
      }
      return Rational.mean(Array(values.sorted().dropFirst().dropLast())) ?? 0
    }
  }
}

extension Gather {
  /// Whether a row is worth its number.
  fileprivate var isPlain: Bool { rowCeiling == nil && weights.isEmpty && matterGroup == nil }

  /// How often a row of a level counts.
  fileprivate func weight(ofLevel level: Int?) -> Rational {
    level.flatMap { weights.indices.contains($0) ? weights[$0] : nil } ?? 0
  }
}

extension Evidence {
  /// Whether further rows could change what the rows of a unit come to.
  var mayGainRows: Bool { kind.isZeroWhenAbsent || combination != .single }
}
