import ExactArithmetic
import RulebookEvidence
import RulebookModel
import RulebookScoring
import RulebookText

/// A rulebook written out by hand, and facts to try on it.
struct Bench {
  let rulebook: Rulebook

  /// A rulebook of one item worth 2 points, or with another heading.
  init(heading: String = "一、某项工作（2分）（由信访局考核）", head: String = "", _ body: String) throws {
    try self.init(text: "【细则：试用细则】\n【年度：2013】\n\(head)\n\(heading)\n\(body)\n")
  }

  /// The rulebook of a text.
  init(text: String) throws {
    let outcome = Resolver.load(SourceText(name: "试用.rulebook", text))
    guard let rulebook = outcome.rulebook else {
      throw BenchError(
        text: outcome.diagnostics.map { "\($0.code) \($0.title) \($0.basis)" }.joined(separator: "\n"))
    }
    self.rulebook = rulebook
  }

  /// The scores of units to which these facts happened: `投诉 2`, `信息 3@5` for three in May; by default everybody
  /// has reported.
  func scores(_ facts: [String], answers: [[Int]]? = nil, reported: [String]? = nil) throws -> Scores {
    let register = Register(
      units: facts.indices.map { "单位\($0 + 1)" }, aliases: facts.map { _ in [] },
      answers: answers ?? facts.map { _ in rulebook.attributes.map { _ in 0 } })
    let rows = try facts.enumerated().flatMap { unit, facts in
      try facts.split(separator: "；").map { try row(String($0), unit: unit) }
    }
    let hasReported = rulebook.offices.map { reported?.contains($0) ?? true }
    let table = EvidenceTable(register: register, rows: rows, hasReported: hasReported)
    let (scores, diagnostics) = Scorer.score(rulebook, table)
    guard let scores else { throw BenchError(text: diagnostics.map(\.title).joined()) }
    return scores
  }

  /// The scores that these files give; all of them must be without errors.
  func scores(files: [String: String], register: String) throws -> Scores {
    let named = files.sorted { $0.key < $1.key } + [(key: "单位名册.csv", value: register)]
    let reading = EvidenceReader.read(
      files: named.map { EvidenceFile(name: $0.key, bytes: Array($0.value.utf8)) }, for: rulebook)
    guard !reading.hasErrors, let scores = Scorer.score(rulebook, reading.table).scores else {
      throw BenchError(text: reading.diagnostics.map(\.title).joined(separator: "\n"))
    }
    return scores
  }

  /// The total of one unit, as text: 1.5, or [0, 2] where something is missing.
  func total(_ facts: String, reported: [String]? = nil) throws -> String {
    try scores([facts], reported: reported).total(ofUnit: 0).written
  }

  private func row(_ fact: String, unit: Int) throws -> EvidenceRow {
    let words = fact.split(separator: " ").map(String.init)
    let figures = (words.count > 1 ? words[1] : "1").split(separator: "@").map(String.init)
    guard let evidence = rulebook.evidence.firstIndex(where: { $0.name == words[0] }),
      let value = ScaledDecimal(ascii: Array(figures[0].utf8)[...])
    else { throw BenchError(text: "没有这样的证据：\(fact)") }
    return EvidenceRow(
      unit: unit, evidence: evidence, value: value, month: figures.count > 1 ? Int(figures[1]) ?? 0 : 0)
  }
}

struct BenchError: Error, CustomStringConvertible {
  var text: String
  var description: String { text }
}

extension Score {
  /// 1.5, 1/3, [0, 2], [∞, 2].
  var written: String {
    let ends = [low, high].map { $0?.written ?? "∞" }
    return exact == nil ? "[\(ends[0]), \(ends[1])]" : ends[0]
  }
}
