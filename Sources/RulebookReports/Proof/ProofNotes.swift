import RulebookEvidence
import RulebookModel
import RulebookSyntax
import RulebookText

/// Says what the brackets of a rulebook come to.
struct ProofNotes {
  private let rulebook: Rulebook
  private let filling: FillingWords
  /// The clauses that read each evidence, in order.
  private let clauses: [[Int]]
  private let evidence: [String: Int]
  /// The evidence named last, which 同上 means.
  private var previous: [Int] = []

  init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    filling = FillingWords(rulebook)
    var clauses = Array(repeating: [Int](), count: rulebook.evidence.count)
    for (index, clause) in rulebook.clauses.enumerated() {
      for evidence in Set(clause.terms.flatMap(\.readEvidence)) { clauses[evidence].append(index) }
    }
    self.clauses = clauses
    evidence = Dictionary(rulebook.evidence.enumerated().map { ($1.name, $0) }) { first, _ in first }
  }

  /// What a bracket on a line says, in plain words; a line ends where the next begins.
  mutating func complete(_ note: inout ProofNote, for annotation: Annotation, on line: TextRange) {
    switch annotation.content {
    case .evidence(let syntax):
      let indices = named(by: syntax.reference)
      previous = indices
      note.readings = readings(of: indices, at: annotation.range, on: line)
      note.evidence = indices.map { origin(of: rulebook.evidence[$0], isAlone: indices.count == 1) }
    case .total, .score:
      note.readings = rulebook.outcomes.rules.filter {
        line.start <= $0.place.start && $0.place.start < line.end
      }
      .map(\.canonical)
    case .directive, .formula, .broken: return
    }
  }

  private func named(by reference: EvidenceSyntax.Reference) -> [Int] {
    switch reference {
    case .named(let names): names.compactMap { evidence[$0.text] }
    case .again(let name): [evidence[name.text]].compactMap { $0 }
    case .previous: previous
    }
  }

  /// The readings of the sentences that score evidence: those on the line, or else the next one behind the bracket.
  private func readings(of evidence: [Int], at place: TextRange, on line: TextRange) -> [String] {
    let all = Set(evidence.flatMap { clauses[$0] }).sorted()
    let near = all.filter { (line.start..<line.end).contains(rulebook.clauses[$0].place.start) }
    let behind = all.filter { rulebook.clauses[$0].place.start >= place.start }.prefix(1)
    let chosen = !near.isEmpty ? near : behind.isEmpty ? all : Array(behind)
    let outcomes = rulebook.outcomes.rules.filter { !Set($0.evidence).isDisjoint(with: evidence) }
    let words =
      chosen.map { ClauseReading(rulebook.clauses[$0], in: rulebook).text } + outcomes.map(\.canonical)
    return words.enumerated().filter { !words[..<$0].contains($1) }.map(\.element)
  }

  /// 市纪委报：次数（起）
  private func origin(of evidence: Evidence, isAlone: Bool) -> String {
    let name = isAlone ? "" : "“\(evidence.name)”"
    guard evidence.definition == nil else { return name + "按式子算出来，不用报" }
    let offices = evidence.assessors.map { rulebook.offices[$0] }.joined(separator: "、")
    return name + (offices.isEmpty ? "" : "\(offices)报：") + filling.gist(of: evidence)
  }
}
