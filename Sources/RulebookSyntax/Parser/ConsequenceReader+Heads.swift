import ExactArithmetic
import RulebookText

/// Per what: 每起, 少一次, 每超2天, 每扣2分.
extension ConsequenceReader {
  /// 每起, 每2次, 每项少一次, 少一篇, 查实一次, 每超1次, 每扣2分.
  mutating func per() -> PerSyntax? {
    shortOrBeyond() ?? plainPer()
  }

  mutating func shortOrBeyond() -> PerSyntax? {
    attempt { reader in
      let start = reader.cursor.start
      let isEach = reader.cursor.eat("每")
      if isEach {
        // 每项少一次: the 项 are the evidences of the group, each counted for itself.
        var skipped = reader.cursor
        if skipped.eat("项"), reader.isAtShortOrBeyond(skipped) { reader.cursor = skipped }
      }
      let direction: PerSyntax.Direction
      if isEach, reader.cursor.eat(anyOf: Wordings.eitherWay) != nil {
        direction = .both
      } else if isEach, reader.cursor.eat("进") {
        direction = .place
      } else if reader.cursor.eat(anyOf: Wordings.away) != nil {
        direction = .away
      } else if reader.cursor.eat(anyOf: Wordings.short) != nil {
        direction = .short
      } else if reader.cursor.eat(anyOf: Wordings.beyond) != nil {
        direction = .beyond
      } else {
        return nil
      }
      if isEach { reader.skipInertWords() }
      guard let (step, unit) = reader.step(), direction != .place || Wordings.placeWords.words.contains(unit)
      else {
        return nil
      }
      return PerSyntax(
        direction: direction, step: step, unit: unit, range: TextRange(start, reader.cursor.position))
    }
  }

  /// 目标值 in 每低于目标值1天: words before the number say nothing more.
  private mutating func skipInertWords() {
    var copy = cursor
    for _ in 0..<8 {
      guard let scalar = copy.peek() else { return }
      if scalar.isNumeral {
        cursor = copy
        return
      }
      guard scalar.isIdeograph else { return }
      copy.advance()
    }
  }

  /// 每起, 每2次, 每超1个 as a part of a bracket of its own; 每月 says for how long something is asked for, which is 按月
  /// there.
  mutating func statedPer() -> PerSyntax? {
    attempt { reader in
      let start = reader.cursor.start
      guard reader.cursor.isAt("每") else { return nil }
      if let per = reader.shortOrBeyond(), reader.cursor.isAtEnd, per.direction.isOneSided { return per }
      reader.cursor.position = start
      let isBare = reader.cursor.eat("每") && reader.cursor.peek()?.isNumeral == false
      let figure = isBare ? start : reader.cursor.start
      guard let (step, unit) = reader.step(), reader.cursor.isAtEnd,
        !isBare || MeasureWords.periods[unit] == nil
      else { return nil }
      return PerSyntax(
        direction: .plain, step: step, unit: unit, range: TextRange(figure, reader.cursor.position))
    }
  }

  func isAtShortOrBeyond(_ cursor: Cursor) -> Bool {
    var copy = cursor
    return [Wordings.away, Wordings.short, Wordings.beyond].contains { copy.eat(anyOf: $0) != nil }
  }

  mutating func plainPer() -> PerSyntax? {
    attempt { reader in
      let start = reader.cursor.start
      let head = reader.cursor.eat(anyOf: Wordings.each)
      if head == "每", let outside = reader.outsideDeduction(from: start) { return outside }
      let hasNumber = reader.cursor.peek()?.isNumeral == true
      // Without 每, only `1U` or `一U` reads as each.
      guard head?.contains("每") == true || hasNumber else { return nil }
      if let (step, unit) = reader.step() {
        let range = TextRange(start, reader.cursor.position)
        if head?.contains("每") == true { reader.skipWhatIsCounted(in: unit) }
        return PerSyntax(direction: .plain, step: step, unit: unit, range: range)
      }
      guard head == "每", let (step, unit) = reader.stepBehindVerb() else { return nil }
      let range = TextRange(start, reader.cursor.position)
      reader.skipWhatIsCounted(in: unit)
      guard reader.isAtFigure(reader.cursor) else { return nil }
      return PerSyntax(direction: .plain, step: step, unit: unit, range: range)
    }
  }

  /// 引进1000万元 in 每引进1000万元加1分: what is done with it says nothing more.
  mutating func stepBehindVerb() -> (Rational, String)? {
    attempt { reader in
      for _ in 0..<4 {
        guard let scalar = reader.cursor.peek(), scalar.isIdeograph, !scalar.isNumeral,
          !Wordings.otherThanVerbs.contains(scalar)
        else { return nil }
        reader.cursor.advance()
        if reader.cursor.peek()?.isNumeral == true {
          return reader.cursor.quantity(extra: reader.extraWords).flatMap { quantity in
            quantity.unit.map { (quantity.value, $0) }
          }
        }
      }
      return nil
    }
  }

  /// 项目 in 每个项目扣1分, (件) in 每次(件)扣1分, 每半天 in 每人次每半天扣3分: words that say once more what is counted.
  private mutating func skipWhatIsCounted(in unit: String) {
    guard MeasureWords.periods[unit] == nil, unit != "人", !isAtFigure(cursor) else { return }
    var copy = cursor
    if copy.eat("(") {
      guard copy.measureWord(extra: extraWords) != nil, copy.eat(")"), isAtFigure(copy) else { return }
      cursor = copy
      return
    }
    if copy.eat(anyOf: Wordings.furtherEach) != nil, isAtFigure(copy) {
      cursor = copy
      return
    }
    for _ in 0..<6 {
      guard let scalar = copy.peek(), scalar.isIdeograph, !scalar.isNumeral,
        !Wordings.turnings.contains(scalar)
      else { return }
      copy.advance()
      guard isAtFigure(copy) else { continue }
      cursor = copy
      return
    }
  }

  /// Whether a verb and its figure stand here: 扣1分, 的，扣1分.
  private func isAtFigure(_ place: Cursor) -> Bool {
    var copy = place
    _ = copy.eat("的")
    _ = copy.eat(",")
    return copy.eat(Wordings.verbs) != nil && copy.peek()?.isNumeral == true
  }

  /// 每扣2分: a step of another body's deduction.
  mutating func outsideDeduction(from start: Int) -> PerSyntax? {
    attempt { reader in
      guard reader.cursor.eat(anyOf: Wordings.outsideDeduction) != nil, let step = reader.points() else {
        return nil
      }
      return PerSyntax(
        direction: .plain, step: step, unit: "分", range: TextRange(start, reader.cursor.position))
    }
  }

  /// [Q]U; a step of 1 where no number stands.
  mutating func step() -> (Rational, String)? {
    if let quantity = cursor.quantity(extra: extraWords), let unit = quantity.unit {
      return (quantity.value, unit)
    }
    if let unit = cursor.measureWord(extra: extraWords) { return (Rational(1), unit) }
    return nil
  }

  /// `/次` behind an amount: 扣0.2分/次.
  mutating func trailingPer() -> PerSyntax? {
    attempt { reader in
      let start = reader.cursor.start
      guard reader.cursor.eat("/"), let (step, unit) = reader.step() else { return nil }
      return PerSyntax(
        direction: .plain, step: step, unit: unit, range: TextRange(start, reader.cursor.position))
    }
  }
}
