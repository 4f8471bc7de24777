import ExactArithmetic
import RulebookText

/// 每发生一起…【甲】扣3分, 低于60%的【乙：完成率】不得分: when and per what may stand before the bracket, where it is read only if
/// nothing in the bracket or behind it says so.
extension Parser {
  /// The consequence behind the bracket of `evidence`, with the head that stands before the bracket.
  func headed(_ found: ConsequenceSyntax, of evidence: EvidenceSyntax, before bracket: Int)
    -> ConsequenceSyntax
  {
    guard found.requirement == nil, let first = found.phrases.first, first.hasNoHead,
      !evidence.saysHowToCount
    else { return found }
    var reader = reader(TextRange(partStart(before: bracket), bracket))
    var headed = found
    if evidence.isMeasured, let conditions = reader.conditionsBeforeBracket(),
      let shared = first.shared(among: conditions)
    {
      headed.phrases.replaceSubrange(0...0, with: shared)
    } else if found.phrases.count == 1, first.isAmount,
      let per = reader.headBeforeBracket(asks: evidence.statesRequirement)
        ?? (evidence.statesRequirement || first.mayBeForAll ? nil : reader.oneOfThem())
    {
      headed.phrases[0].per = per
    }
    return headed
  }

  /// Where the part of the sentence begins that ends at `position`: behind the mark or the bracket before it.
  private func partStart(before position: Int) -> Int {
    var lineStart = position
    while lineStart > 0, bytes[lineStart - 1] != 0x0A, bytes[lineStart - 1] != 0x0D { lineStart -= 1 }
    var cursor = Cursor(
      bytes, TextRange(max(lineStart, bytes.scalarStart(nearest: position - 240)), position))
    var start = cursor.position
    while let scalar = cursor.peek() {
      cursor.advance()
      if Self.partMarks.contains(scalar) { start = cursor.position }
    }
    return start
  }

  private static let partMarks: ScalarSet = [",", ";", ":", "。", "、", ".", ")", "(", "】", "【", "!", "“", "”"]
}

extension [UInt8] {
  /// The first byte of the character at `offset`.
  fileprivate func scalarStart(nearest offset: Int) -> Int {
    var start = Swift.max(0, offset)
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}

extension EvidenceSyntax {
  /// Whether its bracket says by what it is counted, or that it happens once for all.
  fileprivate var saysHowToCount: Bool {
    parts.contains {
      switch $0.content {
      case .per, .kind(.yesNo), .scoredAs, .countsAs, .lowers, .waives, .phrase, .standsUnlessRecorded: true
      default: false
      }
    }
  }

  /// Whether its bracket says that it has a value, a word of a list or a place.
  fileprivate var isMeasured: Bool {
    !statesRequirement
      && parts.contains {
        switch $0.content {
        case .grades, .levels, .kind(.measurement), .kind(.percentage), .kind(.completion), .kind(.money),
          .kind(.place):
          true
        default: false
        }
      }
  }

  /// Whether its bracket says how much is asked for.
  fileprivate var statesRequirement: Bool {
    parts.contains { if case .requirement = $0.content { true } else { false } }
  }
}

extension PhraseSyntax {
  /// Whether it says neither when nor per what.
  fileprivate var hasNoHead: Bool { comparedWith == nil && condition == nil && per == nil }

  /// 扣1分, one figure for each time.
  fileprivate var isAmount: Bool {
    guard case .points(_, .plain, let figures) = effect else { return false }
    return figures.count == 1
  }

  /// 得1分, which may be for each or once for all; 得1分，最多得2分 is for each.
  fileprivate var mayBeForAll: Bool {
    if case .points(.earn, _, _) = effect { limits.isEmpty } else { false }
  }

  /// The phrases it stands for under the conditions; `nil` where it cannot.
  fileprivate func shared(among conditions: [ConditionSyntax]) -> [PhraseSyntax]? {
    guard conditions.count == 1 else { return nil }
    let effects: [ConsequenceReader.SharedEffect]
    switch effect {
    case .points(_, .plain, _), .zero, .fullMark:
      effects = [.init(condition: conditions[0], effect: effect)]
    default:
      guard let each = ConsequenceReader.eachPlace(conditions, effect) else { return nil }
      effects = each
    }
    return effects.map {
      PhraseSyntax(condition: $0.condition, effect: $0.effect, limits: limits, range: range)
    }
  }
}

extension ConsequenceReader {
  /// 每发生一起一般事故, 每少5人, 少一篇信息: a part of a sentence that only says by what is counted.
  fileprivate mutating func headBeforeBracket(asks: Bool) -> PerSyntax? {
    attempt { reader in
      reader.skipToEach()
      let isEach = reader.cursor.isAt("每")
      guard let per = reader.shortOrBeyond() ?? (asks ? nil : reader.eachHappening()) else { return nil }
      switch per.direction {
      case .plain: break
      case .beyond: guard isEach, asks else { return nil }
      // 不足3人 asks whether, 少一篇 how many times.
      case .short, .away: guard isEach || per.step == 1 else { return nil }
      case .both, .place: return nil
      }
      return reader.skipWhatHappens() ? per : nil
    }
  }

  /// 引进资金 in 引进资金每1000万元.
  private mutating func skipToEach() {
    var copy = cursor
    while let scalar = copy.peek(), scalar.isIdeograph, !scalar.isNumeral {
      if scalar == "每" {
        cursor = copy
        return
      }
      copy.advance()
    }
  }

  /// 低于60%的, 优秀, 全县排名第一: a part of a sentence that only says when.
  fileprivate mutating func conditionsBeforeBracket() -> [ConditionSyntax]? {
    attempt { reader in
      let found = reader.conditions()
      _ = reader.cursor.eat("的")
      return found.contains(where: \.isWordedInFigures) && reader.cursor.isAtEnd ? found : nil
    }
  }

  /// 每起, 每迟到1人次. 发现一次 without 每 may mean once for all.
  private mutating func eachHappening() -> PerSyntax? {
    attempt { reader in
      let start = reader.cursor.start
      guard reader.cursor.eat(anyOf: Wordings.each)?.contains("每") == true else { return nil }
      guard let (step, unit) = reader.step() ?? reader.stepBehindVerb(), MeasureWords.periods[unit] == nil
      else {
        return nil
      }
      return PerSyntax(
        direction: .plain, step: step, unit: unit, range: TextRange(start, reader.cursor.position))
    }
  }

  /// 漏统1人 and 超生1个小孩 before 扣1分: a part of a sentence that speaks of one of what is counted. 一部 may be part of a
  /// word (统一部署), but not at the end.
  fileprivate mutating func oneOfThem() -> PerSyntax? {
    attempt { reader in
      var before: Unicode.Scalar = "\0"
      while let scalar = reader.cursor.peek(), scalar.isIdeograph {
        let start = reader.cursor.start
        if scalar == "一", !Wordings.beforeOtherOnes.contains(before), let per = reader.one(from: start),
          reader.isAtEndOfPart || Wordings.surelyCounted.words.contains(per.unit)
        {
          return reader.skipWhatHappens() ? per : nil
        }
        reader.cursor.position = start
        reader.cursor.advance()
        before = scalar
      }
      guard before != "第" else { return nil }
      return reader.one(from: reader.cursor.start).flatMap { reader.skipWhatHappens() ? $0 : nil }
    }
  }

  /// 1人, behind which nothing else is said.
  private mutating func one(from start: Int) -> PerSyntax? {
    guard let (step, unit) = step(), step == 1, start < cursor.position, !unit.isEmpty,
      MeasureWords.periods[unit] == nil, !MeasureWords.percentages.words.contains(unit)
    else { return nil }
    return PerSyntax(direction: .plain, step: step, unit: unit, range: TextRange(start, cursor.position))
  }

  /// Whether nothing but 的 follows.
  private var isAtEndOfPart: Bool {
    var copy = cursor
    _ = copy.eat("的")
    return copy.isAtEnd
  }

  /// The name of what is counted, up to the end: 信访件未按期办结的. Another figure, or a unit that is assessed (每个单位),
  /// may mean something else.
  private mutating func skipWhatHappens() -> Bool {
    guard cursor.eat(anyOf: Wordings.assessedUnits) == nil else { return false }
    while let scalar = cursor.peek() {
      guard scalar.isIdeograph || scalar.isDigit, scalar != "每" else { return false }
      // 一般事故 counts nothing.
      var figure = cursor
      if scalar.isNumeral, figure.quantity(extra: extraWords)?.unit != nil { return false }
      cursor.advance()
    }
    return true
  }
}

extension ConditionSyntax {
  /// 低于60%, 第一, 优秀; 完成的 alone says nothing that the rule does not.
  fileprivate var isWordedInFigures: Bool {
    switch self {
    case .within, .places, .levels: true
    default: false
    }
  }
}
