import RulebookModel
import RulebookText

/// Rows of a ledger whose office and whose assessor are two names of, probably, one office: 文明办 and 市文明办.
///
/// The slip is one, in a title of the rulebook as a rule, however many rows it costs: one message tells of them all.
struct MisnamedOffices: Sendable {
  private struct Pair: Hashable {
    var office: Int
    var assessor: Int
  }

  private struct Question: Hashable {
    var office: Int
    var evidence: Int
  }

  /// Rows of one pair.
  private struct Rows {
    var evidence: Int
    var first: Label
    var count: Int
  }

  private var pairs: [Pair] = []
  private var rows: [Pair: Rows] = [:]
  private var answers: [Question: Int?] = [:]

  /// The assessor of `evidence` that is probably what `office` is meant to be.
  mutating func assessor(like office: Int, of evidence: Int, in rulebook: Rulebook) -> Int? {
    let question = Question(office: office, evidence: evidence)
    if let answer = answers[question] { return answer }
    let name = rulebook.offices[office]
    let answer = rulebook.evidence[evidence].assessors.first { Self.areAlike(rulebook.offices[$0], name) }
    answers[question] = .some(answer)
    return answer
  }

  /// Whether one name is the other with something before or behind it, or a slip of it.
  ///
  /// Offices such as 人大办 and 人才办 differ by one character and are two.
  private static func areAlike(_ one: String, _ other: String) -> Bool {
    let (one, other) = (FoldedName(one).text, FoldedName(other).text)
    if one.contains(other) || other.contains(one) { return true }
    guard case .sure = NearName.nearest(to: one, among: [other]) else { return false }
    return true
  }

  /// Takes note of a row of `office` whose evidence `assessor` assesses.
  mutating func note(_ office: Int, for assessor: Int, evidence: Int, at place: Label) {
    let pair = Pair(office: office, assessor: assessor)
    if rows[pair] == nil { pairs.append(pair) }
    rows[pair, default: Rows(evidence: evidence, first: place, count: 0)].count += 1
  }

  /// One message a pair, in the order of the rows.
  func diagnostics(in rulebook: Rulebook) -> [Diagnostic] {
    pairs.compactMap { pair in
      rows[pair].map { rows in
        let evidence = rulebook.evidence[rows.evidence]
        return .misnamedOffice(
          rulebook.offices[pair.office], assessor: rulebook.offices[pair.assessor], evidence: evidence.name,
          rows: rows.count, at: rows.first, rule: Label(file: rulebook.source.name, range: evidence.place))
      }
    }
  }
}
