import ExactArithmetic
import RulebookSyntax
import RulebookText

extension Checks {
  /// K0405: a requirement that the official words make for each month is not added up over the year unawares.
  static func periods(_ brackets: [EvidenceBracket], _ words: OfficialWords) -> [Diagnostic] {
    brackets.compactMap { bracket in
      guard case .named = bracket.syntax.reference,
        let requirement = bracket.statedRequirement ?? bracket.requirement, !requirement.quantity.isPercentage
      else { return nil }
      let stated = bracket.part { if case .period(let period) = $0 { period } else { nil } }
      if stated == .year { return nil }
      let written = words.periods(in: bracket.before)
      guard let first = written.first, !written.contains(where: { $0.period == stated }) else { return nil }
      let word = words.source.text(first.range)
      return .periodNotStated(
        word, part: first.period.rawValue, at: words.label(bracket.place),
        text: words.label(first.range, "原文写“\(word)”"))
    }
  }
}

extension OfficialWords {
  private static let periodWords: [(word: String, period: Period)] = [
    ("每个月", .month), ("每月", .month), ("按月", .month), ("逐月", .month), ("每季", .quarter), ("按季", .quarter),
    ("逐季", .quarter), ("每半年", .halfYear), ("按半年", .halfYear),
  ]

  /// The words that ask for something in each stretch of the year.
  fileprivate func periods(in ranges: [TextRange]) -> [(period: Period, range: TextRange)] {
    all(in: ranges) { cursor, _ in
      let start = cursor.start
      for (word, period) in Self.periodWords where cursor.eat(word) {
        if period == .quarter { _ = cursor.eat("度") }
        return (period, TextRange(start, cursor.position))
      }
      return nil
    }
  }
}
