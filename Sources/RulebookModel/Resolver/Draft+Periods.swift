import ExactArithmetic
import RulebookSyntax
import RulebookText

/// 按月考核: what is scored in each period.
extension Draft {
  /// What is said of an item holds for everything in it.
  mutating func inheritPeriods() {
    for index in items.indices {
      let around = items[index].parent.flatMap { items[$0].periodicItem }
      if let around, let own = items[index].periodic {
        report(
          .nestedPeriods(
            own.period.assessment, around: items[around].periodic?.period.assessment ?? "",
            path: items[around].path, at: label(own.place)))
        items[index].periodic = nil
      }
      items[index].periodicItem = around ?? items[index].periodic.map { _ in index }
    }
  }

  /// Takes over the period a bracket states; `false` where the item is scored more often, which is reported.
  mutating func takePeriod(of use: EvidenceUse) -> Bool {
    guard let stated = use.period else { return true }
    let assessed = items[use.item].periodicItem.flatMap { items[$0].periodic }?.period
    guard let assessed, assessed.count >= stated.count else {
      evidence[use.evidence].evidence.period = stated
      return true
    }
    // Within 按月考核 what is asked for by the month is asked for each time.
    if assessed == stated { return true }
    report(.periodTooLong(stated.rawValue, in: assessed.assessment, at: label(use.place)))
    return false
  }

  /// Has clauses in an item of 按月考核 judge each period, and their evidence reported with dates.
  mutating func settleAxes() {
    guard items.contains(where: { $0.periodic != nil }) else { return }
    refuseFormulas()
    var told: Set<Int> = []
    for index in clauses.indices {
      guard let around = items[clauses[index].home].periodicItem, let periodic = items[around].periodic else {
        continue
      }
      guard items[clauses[index].item].periodicItem == around else {
        if told.insert(around).inserted {
          report(.periodsWithoutWorth(periodic.period.assessment, at: label(periodic.place)))
        }
        continue
      }
      for term in clauses[index].terms.indices {
        clauses[index].terms[term].axis = periodic.period
        if clauses[index].terms[term].period.count < periodic.period.count {
          clauses[index].terms[term].period = periodic.period
        }
        for read in clauses[index].terms[term].readEvidence {
          assess(read, in: around, periodic, at: clauses[index].place)
        }
      }
    }
    for clause in clauses where items[clause.home].periodicItem == nil {
      for read in clause.terms.flatMap(\.readEvidence) { checkYearly(read, at: clause.place) }
    }
  }

  /// A formula computes with figures of the year, and those of 指标表 are such: there is none in an item of 按月考核, and
  /// none of what is in it.
  private mutating func refuseFormulas() {
    let known = rulebook
    for clause in clauses {
      let values = clause.terms.map(\.value)
      let around = items[clause.home].periodicItem
      let isComputed = values.contains { value in
        if case .formula = value { return true }
        return !known.definedEvidence(of: value).isEmpty || !value.references.isEmpty
      }
      let scored = values.flatMap { known.scoredItems(of: $0) }.compactMap { item in
        items[item].periodic == nil ? items[item].periodicItem : nil
      }
      guard let item = isComputed ? around ?? scored.first : scored.first, let periodic = items[item].periodic
      else {
        continue
      }
      report(.yearInPeriods(periodic.period.assessment, path: items[item].path, at: label(clause.place)))
    }
  }

  private mutating func assess(_ index: Int, in item: Int, _ periodic: Periodic, at place: TextRange) {
    if let other = evidence[index].evidence.periodicItem, other != item {
      let paths = [items[other].path, items[item].path]
      report(.evidenceOfTwoAxes(evidence[index].evidence.name, paths, at: label(place)))
      return
    }
    evidence[index].evidence.periodicItem = item
    if evidence[index].evidence.period.count < periodic.period.count {
      evidence[index].evidence.period = periodic.period
    }
  }

  /// What has one value a month has none for the year.
  private mutating func checkYearly(_ index: Int, at place: TextRange) {
    let read = evidence[index].evidence
    guard let item = read.periodicItem, !read.kind.isZeroWhenAbsent, read.combination == .single else {
      return
    }
    report(.evidenceOfTwoAxes(read.name, [items[item].path], at: label(place)))
  }

  // MARK: Bounds

  /// What a period of the item starts from and how far it can go: as far as the year does, but for 取合计, where the
  /// points of the item are those of all periods together.
  mutating func settlePeriods(of index: Int, isLeaf: Bool) {
    guard var periodic = items[index].periodic else { return }
    let (most, mostTaken) = (periodic.syntax.most, periodic.syntax.mostTaken)
    // The document is bounded only where it says so.
    let isBounded = items[index].parent != nil
    if periodic.fold == .sum {
      if let why = obstacleToSum(of: index, isLeaf: isLeaf) {
        return report(.unsettledPeriods(why.words, remedy: why.remedy, at: label(periodic.place)))
      }
      let isFromFullMark = items[index].start != .zero
      items[index].start = .zero
      periodic.start = isFromFullMark ? Amount(most ?? 0) : .zero
      periodic.low = items[index].low == .zero ? .zero : nil
      periodic.high = items[index].isDeductionOnly ? .zero : nil
    } else {
      periodic.start = items[index].start
      periodic.low = isBounded || items[index].statedFloor != nil ? items[index].low : nil
      periodic.high = isBounded || items[index].statedCeiling != nil ? items[index].high : nil
    }
    if let most { periodic.high = periodic.high?.atMost(most) ?? Amount(most) }
    if let mostTaken {
      let floor = periodic.start + Amount(-mostTaken)
      periodic.low =
        periodic.low.map { $0.isUniform && floor.isUniform && $0.base > floor.base ? $0 : floor } ?? floor
    }
    items[index].periodic = periodic
  }

  private func obstacleToSum(of index: Int, isLeaf: Bool) -> (words: String, remedy: String)? {
    let word = items[index].periodic?.period.assessment ?? ""
    if !isLeaf {
      return ("“\(items[index].path)”下面还有分值，各期合计的时候它们是一期的分还是全年的分，说不清", "在下面有分值的各项后面分别写【\(word)：取合计，每期最多得…分】")
    }
    if items[index].statedStart != nil {
      return ("起评分是每期算一次还是全年算一次，说不清", "删去【起评：…】；只扣分的项，每期从“每期最多得”的分数起")
    }
    if items[index].worth.points != nil, items[index].periodic?.syntax.most == nil {
      return ("“\(items[index].path)”的分值是全年的，没有写一期最多得几分", "写成【\(word)：取合计，每期最多得…分】")
    }
    return nil
  }
}

extension Amount {
  /// The amount, but for nobody more than `most`; only what is the same for every unit is compared.
  fileprivate func atMost(_ most: Rational) -> Amount { isUniform && base < most ? self : Amount(most) }
}
