import ExactArithmetic
import RulebookSyntax
import RulebookText

/// 倍数, 核减, 免扣: what changes the worth of other clauses.
extension Draft {
  // MARK: Multipliers

  /// Puts 倍数 into the terms they speak of, before any limit.
  mutating func readMultipliers() {
    let readers = multipliers.isEmpty ? [] : readers
    for multiplier in multipliers {
      switch multiplier.syntax.condition {
      case .level(let level): multiplyLevel(level, multiplier.syntax, readers, multiplier.place)
      case .appliesTo(let words):
        let units = applicability(words)
        multiply(multiplier.syntax, for: units, multiplier.item, readers, multiplier.place)
      }
    }
  }

  /// The evidence named by a multiplier; `nil` where a name is not known, which is reported.
  private mutating func named(_ names: [NameSyntax]) -> [Int]? {
    var found: [Int] = []
    for name in names {
      guard let index = evidenceByName[name.text] else {
        reportUnknownEvidence(name)
        return nil
      }
      found.append(index)
    }
    return found
  }

  private mutating func multiplyLevel(
    _ level: NameSyntax, _ syntax: MultiplierSyntax, _ readers: [[Int]], _ place: TextRange
  ) {
    guard case .evidence(let names) = syntax.target else {
      return report(.changesNothing("倍数", why: "按级别的倍数要写明是哪个证据", at: label(place)))
    }
    guard let targets = named(names) else { return }
    for target in targets {
      let known = evidence[target].evidence
      guard let index = known.levels.firstIndex(of: level.text), known.needsLevel else {
        return report(
          .unknownLevel(level.text, evidence: known.name, known: known.levels, at: label(level.range)))
      }
      evidence[target].statedLevels = Set(known.levels)
      guard evidence[target].multipliedLevels.insert(level.text).inserted else {
        return report(.multipliersOverlap(known.name, at: label(place)))
      }
      guard weigh(target, level: index, syntax.factor, in: readers[target]) else {
        return report(
          .changesNothing("倍数", why: "“\(known.name)”不是每件几分的办法，不知道哪一部分加倍", at: label(place)))
      }
    }
  }

  /// Lets the rows of a level count several times wherever each row has a worth; `false` where none has.
  private mutating func weigh(_ target: Int, level: Int, _ factor: Rational, in readers: [Int]) -> Bool {
    var isFound = false
    for clause in readers {
      for index in clauses[clause].terms.indices {
        guard case .reported(var reading) = clauses[clause].terms[index].value, reading.evidence == target
        else {
          continue
        }
        guard clauses[clause].terms[index].curve.isPlainSlope else { return false }
        if reading.weights.isEmpty { reading.weights = evidence[target].evidence.levels.map { _ in 1 } }
        reading.weights[level] = reading.weights[level] * factor
        clauses[clause].terms[index].value = .reported(reading)
        clauses[clause].terms[index].curve = clauses[clause].terms[index].curve.proportional
        isFound = true
      }
    }
    return isFound
  }

  private mutating func multiply(
    _ syntax: MultiplierSyntax, for units: Applicability, _ item: Int, _ readers: [[Int]], _ place: TextRange
  ) {
    var targets: [(clause: Int, term: Int)] = []
    switch syntax.target {
    case .evidence(let names):
      guard let named = named(names) else { return }
      for index in named {
        let found = terms(in: readers[index]) { _, term in term.value.evidence.contains(index) }
        guard !found.isEmpty else {
          let name = evidence[index].evidence.name
          return report(.changesNothing("倍数", why: "“\(name)”没有计分的话", at: label(place)))
        }
        targets += found
      }
    case .everything(let verb):
      targets = terms(in: Array(clauses.indices)) { clause, term in
        isPart(clause.item, of: item) && term.moves(verb, clause.effect)
      }
      guard !targets.isEmpty else {
        return report(.changesNothing("倍数", why: "本项里没有\(verb.rawValue)分的话", at: label(place)))
      }
    }
    for (clause, term) in targets { multiply(clause, term, syntax.factor, for: units, place) }
  }

  private mutating func multiply(
    _ clause: Int, _ term: Int, _ factor: Rational, for units: Applicability, _ place: TextRange
  ) {
    let known = clauses[clause].terms[term].multipliers
    let name = evidence[clauses[clause].terms[term].value.evidence.first ?? 0].evidence.name
    guard known.allSatisfy({ $0.applicability.and(units).isContradictory(attributes) }) else {
      return report(.multipliersOverlap(name, at: label(place)))
    }
    guard clauses[clause].effect != .keeps, clauses[clause].effect != .zeroesItem else {
      return report(.changesNothing("倍数", why: "“\(clauses[clause].canonical)”没有可以加倍的分值", at: label(place)))
    }
    clauses[clause].terms[term].multipliers.append(.init(applicability: units, factor: factor))
  }

  // MARK: Waivers

  /// Puts 免扣 into the deductions they speak of, and 核减 into shape.
  mutating func readWaivers() {
    let readers = waivers.isEmpty ? [] : readers
    for waiver in waivers {
      let targets = terms(in: clauses(spokenOfBy: waiver, readers)) { clause, term in
        (term.moves(.deduct, clause.effect) || clause.effect == .zeroesItem)
          && waiver.target.map { term.value.evidence.contains($0) } ?? true
      }
      let isJoined = targets.contains { target in
        if case .any(let parts) = clauses[target.clause].terms[target.term].value {
          waiver.target != nil && parts.count > 1
        } else {
          false
        }
      }
      guard !targets.isEmpty, !isJoined else {
        let why = isJoined ? "几个证据合起来扣一次的，不能只免其中一个" : "没有可以免的扣分"
        report(.changesNothing("免扣", why: why, at: label(waiver.place)))
        continue
      }
      for (clause, term) in targets { clauses[clause].terms[term].waivers.append(waiver.evidence) }
    }
    settleLowerings()
  }

  private func clauses(spokenOfBy waiver: WaiverDraft, _ readers: [[Int]]) -> [Int] {
    if let clause = waiver.clause { return Array(loweredClauses[clause]) }
    if let target = waiver.target { return readers[target] }
    return Array(clauses.indices)
  }

  /// 核减: the quantity taken off is of the kind of what it is taken off from, which must be an amount of something.
  private mutating func settleLowerings() {
    guard evidence.contains(where: { !$0.loweredBy.isEmpty }) else { return }
    let counted = countedEvidence
    for index in evidence.indices where !evidence[index].loweredBy.isEmpty {
      let name = evidence[index].evidence.name
      let isCounted = counted.contains(index)
      for (lowering, place) in evidence[index].loweredBy {
        let kind = evidence[index].evidence.kind
        if !isCounted || evidence[index].evidence.needsLevel || evidence[index].evidence.needsMatter
          || ![.count, .measurement, .amount, .money].contains(kind)
        {
          report(
            .changesNothing("核减", why: "“\(name)”不是按数量计分的，没有可以核减的数量", at: label(place)))
          continue
        }
        if evidence[lowering].hasOwnKind { continue }
        evidence[lowering].evidence.kind = kind
        evidence[lowering].evidence.combination = kind == .count || kind == .amount ? .sum : .single
        evidence[lowering].evidence.measureWord = evidence[index].evidence.measureWord
        if evidence[lowering].evidence.period == .year {
          evidence[lowering].evidence.period = evidence[index].evidence.period
        }
      }
    }
  }

  // MARK: Terms

  /// The terms of these clauses of which something holds.
  func terms(in chosen: [Int], where holds: (Clause, Term) -> Bool) -> [(clause: Int, term: Int)] {
    chosen.flatMap { clause in
      clauses[clause].terms.indices.filter { holds(clauses[clause], clauses[clause].terms[$0]) }
        .map { (clause: clause, term: $0) }
    }
  }

  /// The clauses that score by each evidence, in order.
  var readers: [[Int]] {
    var readers = [[Int]](repeating: [], count: evidence.count)
    for clause in clauses.indices {
      for index in clauses[clause].terms.flatMap(\.value.evidence) where readers[index].last != clause {
        readers[index].append(clause)
      }
    }
    return readers
  }

  /// The evidence whose quantity some term starts from.
  private var countedEvidence: Chosen {
    var counted = Chosen()
    for clause in clauses.indices {
      for term in clauses[clause].terms {
        if case .reported(let reading) = term.value.innermost { counted.insert(reading.evidence) }
      }
    }
    return counted
  }

  /// Whether an item is another one or lies in it.
  func isPart(_ inner: Int, of outer: Int) -> Bool {
    var current: Int? = inner
    while let index = current {
      if index == outer { return true }
      current = items[index].parent
    }
    return false
  }
}

extension Term {
  /// Whether it adds or takes points as `verb` says.
  func moves(_ verb: ScoringVerb, _ effect: Clause.Effect) -> Bool {
    switch effect {
    case .adds: verb == .add
    case .deducts: verb == .deduct
    case .keeps: verb == .deduct
    case .earns: verb == (curve.isDeduction ? .deduct : .earn)
    case .zeroesItem: false
    }
  }
}

extension Curve {
  /// Whether it can only take away.
  var isDeduction: Bool {
    let span = span(of: Span())
    return span.greatest.map { $0.signum <= 0 } ?? false
  }

  /// Whether it is worth so much for each one, whole or not.
  var isPlainSlope: Bool {
    guard let last = pieces.last, !last.isConstant, last.anchor.isZero, last.base.isZero else { return false }
    return last.rule == .proportional || last.step == 1
  }
}

extension Curve {
  /// The same for numbers that are not whole: half a row is half a row.
  fileprivate var proportional: Curve {
    Curve(
      pieces.map { piece in
        var piece = piece
        piece.rule = .proportional
        return piece
      })
  }
}

extension Value {
  /// What it is computed from first.
  var innermost: Value {
    switch self {
    case .statistic(_, let value, _): value.innermost
    case .arithmetic(_, let left, _): left.innermost
    default: self
    }
  }
}
