import ExactArithmetic
import RulebookEvidence
import RulebookModel
import RulebookScoring
import RulebookSyntax
import Testing

/// What must hold of every rulebook and every year, whatever the scores are.
@Suite("性质")
struct PropertyTests {
  /// Cases for one property; a campaign takes a tenth of its cases.
  private static let cases = max(120, Campaign.cases / 10)

  /// Calls `check` with cases that can be scored, and the engine's run of each.
  private func forEachCase(
    _ salt: UInt64, isComplete: Bool? = nil,
    _ check: (GeneratedCase, EngineRun, Scores, inout SeededGenerator) throws -> Void
  ) throws {
    for number in 0..<Self.cases {
      let seed = Campaign.seed &+ salt &* 1_000_003 &+ number &* 3
      var generated = GeneratedCase(seed: seed, isComplete: isComplete)
      generated.usesFiles = false
      let run = try EngineRun(generated)
      guard let scores = run.scores else { continue }
      var random = SeededGenerator(seed: seed)
      try check(generated, run, scores, &random)
    }
  }

  private func scores(_ generated: GeneratedCase, _ rulebook: Rulebook) throws -> Scores? {
    try EngineRun(generated, loaded: rulebook).scores
  }

  /// Every score of every unit as text.
  private func dump(_ scores: Scores) -> [String] {
    scores.units.indices.map { unit in
      let items = scores.rulebook.items.indices.map { item in
        let score = scores.score(ofItem: item, unit: unit)
        return "\(score.state) \(score.score.written)"
      }
      return scores.units[unit] + "：" + items.joined(separator: "，")
    }
  }

  @Test("The order of rows and files means nothing, and neither does running again")
  func order() throws {
    try forEachCase(1) { generated, run, scores, random in
      var shuffled = generated
      shuffled.year.rows.shuffle(using: &random)
      let again = try #require(try self.scores(shuffled, run.rulebook))
      #expect(dump(again) == dump(scores))
      #expect(again.missing == scores.missing)
      #expect(again.ranking() == scores.ranking())
      shuffled.usesFiles = true
      let read = try #require(try self.scores(shuffled, run.rulebook))
      #expect(dump(read) == dump(scores))
    }
  }

  @Test("Every item lies within its bounds, and what only deducts never gives")
  func bounds() throws {
    try forEachCase(2) { _, run, scores, _ in
      for (index, item) in run.rulebook.items.enumerated() where index > 0 && run.rulebook.hasScore(index) {
        for unit in scores.units.indices {
          let score = scores.score(ofItem: index, unit: unit)
          let answers = scores.evidence.register.answers[unit]
          guard score.state != .notApplicable, item.others == .nothing || item.others == .mean else {
            continue
          }
          // 此项不得分 goes below any bound.
          let isZeroed = run.rulebook.clauses.contains { $0.effect == .zeroesItem && $0.item == index }
          if let low = item.low?.value(for: answers), run.rulebook.places(of: item) == nil, !isZeroed {
            let found = try #require(score.score.low)
            #expect(found >= low)
          }
          if let high = item.high?.value(for: answers), run.rulebook.places(of: item) == nil {
            let found = try #require(score.score.high)
            #expect(found <= high)
          }
          if item.isDeductionOnly, item.hasWorth { #expect((score.score.high ?? 1).signum <= 0) }
        }
      }
    }
  }

  @Test("One more incident of a deduction raises neither the item nor the total of its unit")
  func monotony() throws {
    try forEachCase(3) { generated, run, scores, random in
      let reference = ReferenceScorer(generated.rulebook, generated.year)
      let facts = reference.placed.flatMap(\.item.clauses).filter(\.countsIncidents).flatMap(\.facts)
      for fact in facts.prefix(4) {
        // A row of 按月考核 also says that the rest of its month has been reported.
        guard let use = generated.rulebook.factUses.first(where: { $0.fact.name == fact.name }),
          use.periodic == nil
        else { continue }
        let units = generated.year.units.indices.filter { use.applies(to: generated.year.units[$0].answers) }
        guard let unit = units.randomElement(using: &random) else { continue }
        var worse = generated
        worse.year.rows.append(
          SpecRow(unit: unit, fact: fact.name, value: 1, month: 1, office: use.offices.first ?? 0))
        let after = try #require(try self.scores(worse, run.rulebook))
        for item in run.rulebook.items.indices {
          let (old, new) = (
            scores.score(ofItem: item, unit: unit).score, after.score(ofItem: item, unit: unit).score
          )
          #expect(isAtMost(new.low, old.low, unbounded: true), "\(fact.name)")
          #expect(isAtMost(new.high, old.high, unbounded: false), "\(fact.name)")
        }
      }
    }
  }

  @Test("An item at its lower bound stays there when one more deduction is reported")
  func saturation() throws {
    var saturated = 0
    try forEachCase(7, isComplete: true) { generated, run, scores, _ in
      let reference = ReferenceScorer(generated.rulebook, generated.year)
      let facts = reference.placed.flatMap(\.item.clauses).filter(\.countsIncidents).flatMap(\.facts)
      for fact in facts.prefix(4) {
        guard let use = generated.rulebook.factUses.first(where: { $0.fact.name == fact.name }),
          use.periodic == nil,
          let unit = generated.year.units.indices.first(where: {
            use.applies(to: generated.year.units[$0].answers)
          })
        else { continue }
        let floored = run.rulebook.items.indices.filter { isAtFloor($0, unit, in: scores) }
        guard !floored.isEmpty else { continue }
        var worse = generated
        worse.year.rows.append(
          SpecRow(unit: unit, fact: fact.name, value: 1, month: 1, office: use.offices.first ?? 0))
        let after = try #require(try self.scores(worse, run.rulebook))
        saturated += floored.count
        for item in floored {
          #expect(
            after.score(ofItem: item, unit: unit) == scores.score(ofItem: item, unit: unit), "\(fact.name)")
        }
      }
    }
    #expect(saturated > 0)
  }

  /// Whether an item's own score is settled, and is the least that its bounds allow.
  private func isAtFloor(_ index: Int, _ unit: Int, in scores: Scores) -> Bool {
    let (rulebook, score) = (scores.rulebook, scores.score(ofItem: index, unit: unit))
    let item = rulebook.items[index]
    guard index > 0, rulebook.hasScore(index), score.state != .notApplicable,
      rulebook.places(of: item) == nil,
      !rulebook.clauses.contains(where: { $0.effect == .zeroesItem && $0.item == index }),
      let low = item.low?.value(for: scores.evidence.register.answers[unit])
    else { return false }
    return score.score.low == low && score.score.high == low
  }

  /// Whether one end of an interval is not above another; `nil` is far below where `unbounded` says so.
  private func isAtMost(_ left: Rational?, _ right: Rational?, unbounded isBelow: Bool) -> Bool {
    guard let left else { return isBelow || right == nil }
    guard let right else { return !isBelow }
    return left <= right
  }

  @Test("What is reported only narrows the intervals, and the final score lies in them")
  func narrowing() throws {
    try forEachCase(4, isComplete: true) { generated, run, final, random in
      let later = generated.silencing(&random)
      let earlier = later.silencing(&random)
      let stages = try [earlier, later].map { try self.scores($0, run.rulebook) } + [final]
      for (wide, narrow) in zip(stages, stages.dropFirst()) {
        let wide = try #require(wide)
        let narrow = try #require(narrow)
        for (before, after) in zip(wide.outcomes, narrow.outcomes) {
          #expect(Set(before.grades).isSuperset(of: after.grades), "等次\(before.grades)变成\(after.grades)")
          #expect(
            before.places.contains(after.places.lowerBound) && before.places.contains(after.places.upperBound)
          )
        }
        for item in run.rulebook.items.indices {
          for unit in final.units.indices {
            let (outer, inner) = (
              wide.score(ofItem: item, unit: unit).score, narrow.score(ofItem: item, unit: unit).score
            )
            #expect(isAtMost(outer.low, inner.low, unbounded: true), "\(run.rulebook.items[item].title)")
            #expect(isAtMost(inner.high, outer.high, unbounded: false), "\(run.rulebook.items[item].title)")
          }
        }
      }
    }
  }

  @Test("A further unit changes others only through means")
  func furtherUnit() throws {
    try forEachCase(5) { generated, run, scores, random in
      guard !generated.rulebook.items.contains(where: \.usesMean) else { return }
      var more = generated
      let answers = generated.rulebook.attributes.map { random.int(0...max(1, $0.values.count - 1)) }
      more.year.units.append(SpecUnit(name: "新设单位", alias: "", answers: answers))
      let after = try #require(try self.scores(more, run.rulebook))
      #expect(dump(after).dropLast() == dump(scores)[...])
    }
  }

  @Test("Renaming and reordering units renames and reorders the scores")
  func renaming() throws {
    try forEachCase(6) { generated, run, scores, random in
      let order = generated.year.units.indices.shuffled(using: &random)
      var renamed = generated
      renamed.year.units = order.enumerated().map { place, unit in
        var unit = generated.year.units[unit]
        (unit.name, unit.alias) = ("第\(place)单位", "")
        return unit
      }
      renamed.year.rows = generated.year.rows.map { row in
        var moved = row
        moved.unit = order.firstIndex(of: row.unit) ?? 0
        return moved
      }
      renamed.year.exemptions = generated.year.exemptions.map { exemption in
        var moved = exemption
        moved.unit = order.firstIndex(of: exemption.unit) ?? 0
        return moved
      }
      let after = try #require(try self.scores(renamed, run.rulebook))
      for (place, unit) in order.enumerated() {
        for item in run.rulebook.items.indices {
          #expect(after.score(ofItem: item, unit: place) == scores.score(ofItem: item, unit: unit))
        }
      }
    }
  }
}

extension SpecItem {
  /// Whether units outside 适用 get the mean, here or anywhere in it.
  fileprivate var usesMean: Bool {
    if case .mean = others { return true }
    return children.contains { $0.usesMean }
  }
}

extension SpecClause {
  /// Whether it takes points for each thing that happened.
  fileprivate var countsIncidents: Bool {
    switch rule {
    case .points(.deduct, _, _), .missingCount: true
    case .perUnit(.deduct, _, _, _): facts.allSatisfy { $0.kind == .count }
    default: false
    }
  }
}

extension GeneratedCase {
  /// The case at an earlier time: one office has not reported yet, and some marks are not there.
  fileprivate func silencing(_ random: inout SeededGenerator) -> GeneratedCase {
    var earlier = self
    let silent = random.chance(60) ? year.reported.sorted().randomElement(using: &random) : nil
    if let silent { earlier.year.reported.remove(silent) }
    for use in rulebook.factUses {
      for unit in year.units.indices {
        let isOpen = use.offices.contains { $0 == silent } || random.chance(15)
        earlier.year.rows.removeAll { row in
          guard row.fact == use.fact.name, row.unit == unit else { return false }
          // A single mark is one statement; events, and marks of several judges, each office reports for itself.
          if use.fact.kind.isZeroWhenAbsent { return row.office == silent }
          return use.fact.combination == .single ? isOpen : row.office == silent
        }
      }
    }
    return earlier
  }
}
