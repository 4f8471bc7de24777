import RulebookEvidence
public import RulebookScoring
import RulebookModel

/// What the tables of scores show: which units, in which places, and what is missing or was left out.
public struct ScoreSheet: Sendable {
  /// The scores.
  public let scores: Scores
  /// The units shown with their places among all units, best first.
  public let places: [Place]
  /// What the units shown still lack.
  public let missing: [MissingEvidence]
  /// What 指标表 has not set for them.
  public let missingFigures: [MissingFigure]
  /// What was left out of the evidence because of errors.
  public let omissions: [Omission]

  /// Evidence that was left out.
  public struct Omission: Sendable, Hashable {
    /// Name of the file.
    public var file: String
    /// How many of its rows were left out.
    public var rows: Int
    /// How many rows it holds.
    public var total: Int

    /// So many of the rows of a file.
    public init(file: String, rows: Int, total: Int) {
      self.file = file
      self.rows = rows
      self.total = total
    }

    /// 台账-信访局.csv 有 3 行没有计入
    var words: String {
      rows < total || total == 0 ? "\(file) 有 \(rows) 行没有计入" : "\(file) 整个没有计入"
    }
  }

  /// The scores of `units` (indices into the register), or of all.
  public init(_ scores: Scores, units: Set<Int>? = nil, omissions: [Omission] = []) {
    self.scores = scores
    self.omissions = omissions
    let ranking = scores.ranking()
    guard let units else {
      places = ranking
      missing = scores.missing
      missingFigures = scores.missingFigures
      return
    }
    places = ranking.filter { units.contains($0.unit) }
    missing = scores.missing.compactMap { entry in
      var entry = entry
      entry.units.removeAll { !units.contains($0) }
      return entry.units.isEmpty ? nil : entry
    }
    missingFigures = scores.missingFigures.compactMap { entry in
      var entry = entry
      entry.units.removeAll { !units.contains($0) }
      return entry.units.isEmpty ? nil : entry
    }
  }

  /// Whether nothing is missing.
  public var isComplete: Bool { missing.isEmpty && missingFigures.isEmpty }

  /// The parts of the document: the children of the whole that have a score.
  var sections: [Int] {
    scores.rulebook.items.first?.children.filter { scores.rulebook.hasScore($0) } ?? []
  }

  /// Whether the years have grades.
  var hasGrades: Bool { !scores.outcomes.isEmpty && !scores.rulebook.outcomes.grades.isEmpty }

  /// What the year of a unit comes to besides points; `nil` where the rulebook says nothing of that.
  func outcome(ofUnit unit: Int) -> OutcomeAccount? {
    scores.outcomes.indices.contains(unit) ? OutcomeAccount(scores.outcomes[unit], in: scores.rulebook) : nil
  }

  /// The name of the group of a place; `nil` where there are no groups.
  func groupWords(of place: Place) -> String? {
    guard let attribute = scores.rulebook.group, let group = place.group else { return nil }
    return scores.rulebook.attributes[attribute].words(forAnswer: group)
  }

  /// How many units of the register are in a group; all of them where there are no groups.
  func groupSize(of group: Int?) -> Int {
    guard let attribute = scores.rulebook.group, let group else { return scores.units.count }
    return scores.evidence.register.answers.count { $0[attribute] == group }
  }

  /// How scores are published.
  var publication: Publication { Publication(scores.rulebook) }
}
