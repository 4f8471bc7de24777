package import ExactArithmetic
import RulebookText

extension Parser {
  /// Reads the value of a directive; `nil` where it cannot be read, which has then been reported.
  mutating func directive(_ word: DirectiveWord, value: TextRange?, whole: TextRange) -> DirectiveSyntax? {
    if let value {
      let place = trimmed(value)
      if let read = self.value(of: word, place), !place.isEmpty || word == .comment {
        if case .measureWords(let words) = read { extraMeasureWords += words }
        if case .grades(let names) = read { grades = names.map(\.text) }
        if case .absent(let paths) = read { outline.absent += paths }
        return read
      }
      report(.badDirectiveValue(word.rawValue, form: word.form, at: label(place.isEmpty ? whole : place)))
      return nil
    }
    switch word {
    case .row: return .row
    case .subrow: return .subrow
    case .assessors: return .assessors(nil)
    case .explanation: return .explanation
    default:
      report(.badDirectiveValue(word.rawValue, form: word.form, at: label(whole)))
      return nil
    }
  }

  private mutating func value(of word: DirectiveWord, _ place: TextRange) -> DirectiveSyntax? {
    var cursor = Cursor(bytes, place)
    switch word {
    case .title: return .title(source.text(place))
    case .year: return year(&cursor).map { .year($0) }
    case .total: return closed(&cursor) { $0.pointsFigure() }.map { .total($0) }
    case .rounding: return rounding(&cursor)
    case .fullMark: return closed(&cursor) { $0.pointsFigure() }.map { .fullMark($0) }
    case .measureWords: return .measureWords(split(place, at: "、").map { FoldedText.text(bytes, $0) })
    case .stepRule: return StepRule(rawValue: FoldedText.text(bytes, place)).map { .stepRule($0) }
    case .boundaries: return boundaries(FoldedText.text(bytes, place))
    case .register: return register(place)
    case .shared: return shared(place)
    case .grades: return gradeList(place)
    case .grouping: return name(place).map { .grouping($0) }
    case .ties: return ties(place)
    case .appliesTo: return .appliesTo(place)
    case .highestPerMatter: return FoldedText.text(bytes, place) == "同一事项" ? .highestPerMatter : nil
    case .multiplier: return multiplier(place)
    case .others: return others(place).map { .others($0) }
    case .row, .subrow, .explanation: return nil
    case .assessors: return assessors(place)
    case .points: return pointsOfItem(&cursor)
    case .monthly, .quarterly, .halfYearly: return periodic(word, place).map { .periodic($0) }
    case .start: return start(&cursor)
    case .ceiling: return bound(&cursor).map { .ceiling($0) }
    case .floor: return bound(&cursor).map { .floor($0) }
    case .weight: return weight(place)
    case .scoreName: return name(place).map { .scoreName($0) }
    case .absent: return absent(place)
    case .comment: return .comment
    case .example: return .example(place)
    }
  }

  /// What `read` finds, if nothing is left behind it.
  private func closed<Value>(_ cursor: inout Cursor, read: (inout Cursor) -> Value?) -> Value? {
    guard let found = read(&cursor), cursor.isAtEnd else { return nil }
    return found
  }

  private func year(_ cursor: inout Cursor) -> Int? {
    guard let year = cursor.wholeNumber(), (1900...2999).contains(year) else { return nil }
    _ = cursor.eat(word: "年度") || cursor.eat("年")
    return cursor.isAtEnd ? year : nil
  }

  /// 总分2位小数, 各项两位小数, 本项2位小数.
  private func rounding(_ cursor: inout Cursor) -> DirectiveSyntax? {
    guard let word = cursor.eat(anyOf: ["总分", "各项", "本项"]), let places = cursor.smallNumber(), places <= 6,
      cursor.eat(word: "位小数"), cursor.isAtEnd
    else { return nil }
    if word == "本项" { return .itemRounding(places: places) }
    return .rounding(RoundingSyntax(everyItem: word == "各项", places: places))
  }

  private func boundaries(_ text: String) -> DirectiveSyntax? {
    var above: Bool?
    var below: Bool?
    for piece in text.split(separator: ",") {
      switch piece {
      case "以上含": above = true
      case "以上不含": above = false
      case "以下含": below = true
      case "以下不含": below = false
      default: return nil
      }
    }
    guard above != nil || below != nil else { return nil }
    return .boundaries(aboveIncludes: above ?? true, belowIncludes: below ?? true)
  }

  private mutating func register(_ place: TextRange) -> DirectiveSyntax? {
    var attributes: [AttributeSyntax] = []
    for piece in split(place, at: "、") {
      var cursor = Cursor(bytes, piece)
      while let scalar = cursor.peek(), scalar != "(" { cursor.advance() }
      guard let name = name(TextRange(piece.start, cursor.start)) else { return .register([]) }
      var values: [NameSyntax] = []
      if cursor.eat("(") {
        let inside = cursor.start
        while let scalar = cursor.peek(), scalar != ")" { cursor.advance() }
        let list = TextRange(inside, cursor.start)
        guard cursor.eat(")"), cursor.isAtEnd else { return nil }
        values = split(list, at: "、").compactMap { self.name($0) }
        guard values.count >= 2 else { return nil }
      }
      attributes.append(AttributeSyntax(name: name, values: values))
    }
    return .register(attributes)
  }

  private mutating func shared(_ place: TextRange) -> DirectiveSyntax? {
    .shared(split(place, at: "、").compactMap { self.name($0) })
  }

  /// 优秀、合格、不合格: two grades at least, each once.
  private mutating func gradeList(_ place: TextRange) -> DirectiveSyntax? {
    var grades: [NameSyntax] = []
    let pieces = split(place, at: "、")
    for grade in pieces.compactMap({ name($0) }) {
      if let first = grades.first(where: { $0.text == grade.text }) {
        report(.repeatedGrade(grade.text, at: label(grade.range), first: label(first.range)))
      } else {
        grades.append(grade)
      }
    }
    return pieces.count < 2 ? nil : .grades(grades)
  }

  /// 任务量从高到低，职能工作从高到低
  private mutating func ties(_ place: TextRange) -> DirectiveSyntax? {
    var ties: [TieSyntax] = []
    for piece in split(place, at: ",").flatMap({ split($0, at: "、") }) {
      guard let (name, lowestFirst) = Cursor(bytes, piece).order else { return nil }
      guard let name = self.name(name) else { return .ties([]) }
      ties.append(TieSyntax(name: name, lowestFirst: lowestFirst))
    }
    return .ties(ties)
  }

  private mutating func assessors(_ place: TextRange) -> DirectiveSyntax? {
    var names: [NameSyntax] = []
    for piece in split(place, at: "、") {
      for office in OfficeNames.split(FoldedText.text(bytes, piece)) {
        names.append(NameSyntax(text: office, range: trimmed(piece)))
      }
    }
    return names.isEmpty ? nil : .assessors(names)
  }

  private func pointsOfItem(_ cursor: inout Cursor) -> DirectiveSyntax? {
    guard let worth = worth(&cursor), cursor.isAtEnd else { return nil }
    return .points(worth)
  }

  private func start(_ cursor: inout Cursor) -> DirectiveSyntax? {
    if cursor.eat(word: "满分") { return cursor.isAtEnd ? .start(.fullMark) : nil }
    return closed(&cursor) { $0.pointsFigure() }.map { .start(.points($0)) }
  }

  /// 取平均, 取合计，每期最多得10分
  private func periodic(_ word: DirectiveWord, _ place: TextRange) -> PeriodicSyntax? {
    let pieces = split(place, at: ",")
    guard let period = word.assessedPeriod, let first = pieces.first, pieces.count <= 2,
      let fold = PeriodFold(rawValue: FoldedText.text(bytes, first))
    else { return nil }
    var syntax = PeriodicSyntax(period: period, fold: fold)
    guard let second = pieces.dropFirst().first else { return syntax }
    var cursor = Cursor(bytes, second)
    guard cursor.eat(word: "每期最多") else { return nil }
    let isDeduction = cursor.eat("扣")
    guard isDeduction || cursor.eat("得") || cursor.eat("加"), let points = cursor.pointsFigure(),
      cursor.isAtEnd
    else { return nil }
    if isDeduction { syntax.mostTaken = points } else { syntax.most = points }
    return syntax
  }

  /// N分, or 不限 as an inner `nil`.
  private func bound(_ cursor: inout Cursor) -> Rational?? {
    if cursor.eat(word: "不限") { return cursor.isAtEnd ? .some(nil) : nil }
    let isNegative = cursor.eat("-")
    guard let figure = closed(&cursor, read: { $0.pointsFigure() }) else { return nil }
    return .some(isNegative ? -figure : figure)
  }

  /// 网上考核，80%
  private func weight(_ place: TextRange) -> DirectiveSyntax? {
    let pieces = split(place, at: ",")
    guard pieces.count == 2 else { return nil }
    let target = trimmed(pieces[0])
    var cursor = Cursor(bytes, pieces[1])
    guard !target.isEmpty, let numeral = cursor.number() else { return nil }
    let isPercent = numeral.isPercent || cursor.eat("%")
    let share = isPercent ? numeral.value.divided(by: 100) ?? 0 : numeral.value
    guard cursor.isAtEnd, share.signum > 0, share <= 1 else { return nil }
    return .weight(NameSyntax(text: FoldedText.text(bytes, target), range: target), share)
  }

  // MARK: Scopes

  /// 一，一（一）: paths separated by ， or 、.
  private func absent(_ place: TextRange) -> DirectiveSyntax? {
    var paths: [[HeadingNumber]] = []
    for piece in split(place, at: ",").flatMap({ split($0, at: "、") }) {
      var cursor = Cursor(bytes, piece)
      var path: [HeadingNumber] = []
      while let step = cursor.pathStep() { path.append(step) }
      guard !path.isEmpty, cursor.isAtEnd else { return nil }
      paths.append(path)
    }
    return .absent(paths)
  }

  /// [1至4，]得平均分
  private func others(_ place: TextRange) -> OthersSyntax? {
    let pieces = split(place, at: ",")
    guard let last = pieces.last, let grant = grant(last) else { return nil }
    var scope: [HeadingNumber] = []
    for piece in pieces.dropLast().flatMap({ split($0, at: "、") }) {
      guard let numbers = scopeNumbers(piece) else { return nil }
      scope += numbers
    }
    return OthersSyntax(scope: scope, grant: grant)
  }

  /// 1, （二）, 1至4.
  private func scopeNumbers(_ range: TextRange) -> [HeadingNumber]? {
    var cursor = Cursor(bytes, range)
    guard let first = cursor.pathStep() else { return nil }
    if cursor.isAtEnd { return [first] }
    guard cursor.eat("至") || cursor.eat("-") || cursor.eat("—"), let last = cursor.pathStep(), cursor.isAtEnd,
      first.style == last.style, let low = first.values.first, let high = last.values.first, low < high,
      high <= 99
    else { return nil }
    return (low...high).map { HeadingNumber(style: first.style, values: [$0], range: first.range) }
  }

  private func grant(_ range: TextRange) -> OthersSyntax.Grant? {
    var cursor = Cursor(bytes, range)
    if cursor.eat(word: "得平均分") { return cursor.isAtEnd ? .mean : nil }
    if cursor.eat(word: "得满分") { return cursor.isAtEnd ? .fullMark : nil }
    if cursor.eat(word: "不计") { return cursor.isAtEnd ? .nothing : nil }
    if cursor.eat(word: "分值平均计入同级") { return cursor.isAtEnd ? .spread : nil }
    if cursor.eat(word: "分值计入") {
      guard let number = cursor.pathStep(), cursor.isAtEnd else { return nil }
      return .movedTo(number)
    }
    guard cursor.eat("得"), let points = cursor.pointsFigure(), cursor.isAtEnd else { return nil }
    return .points(points)
  }
}

extension Cursor {
  /// N分.
  package mutating func pointsFigure() -> Rational? {
    var copy = self
    guard let numeral = copy.number(), !numeral.isPercent, copy.eat("分") else { return nil }
    self = copy
    return numeral.value
  }

  /// A small whole number in digits or Chinese numerals.
  package mutating func smallNumber() -> Int? {
    guard let numeral = number(), numeral.value.isInteger, let value = numeral.value.numeratorInt128 else {
      return nil
    }
    return Int(exactly: value)
  }
}

extension Cursor {
  /// What stands before 从高到低 or 从低到高, which must be the end.
  fileprivate var order: (name: TextRange, lowestFirst: Bool)? {
    var copy = self
    while copy.peek() != nil {
      var end = copy
      if let lowestFirst = end.eat(OutcomeWordings.orders) {
        return end.isAtEnd && copy.start > start ? (TextRange(start, copy.start), lowestFirst) : nil
      }
      copy.advance()
    }
    return nil
  }
}

extension DirectiveWord {
  /// How it is written, for the message about one that is not.
  var form: String {
    switch self {
    case .title: "【细则：标题】"
    case .year: "【年度：2013】"
    case .total: "【总分：85分】"
    case .rounding: "【保留：总分2位小数】【保留：各项2位小数】或【保留：本项2位小数】"
    case .fullMark: "【满分：100分】"
    case .measureWords: "【量词：摊、船】"
    case .stepRule: "【步长：按比例】、【步长：不足一档不计】或【步长：不足一档按一档】"
    case .boundaries: "【界限：以上含，以下不含】"
    case .register: "【名册：参加工业竞赛、单位类型（党群、政府）】"
    case .shared: "【共用：全市平均增幅】"
    case .grades: "【等次：优秀、合格、不合格】，好的写在前"
    case .grouping: "【分组：单位类型】"
    case .ties: "【并列：任务量从高到低】或【并列：职能工作从高到低，投诉查实从低到高】"
    case .appliesTo: "【适用：参加工业竞赛】"
    case .others: "【其余：得平均分】、【其余：得满分】、【其余：得2分】、【其余：不计】、【其余：分值计入2】、【其余：分值平均计入同级】，前面可加“1至4，”"
    case .highestPerMatter: "【就高：同一事项】"
    case .multiplier: "【倍数：证据名，级别省级，2倍】或【倍数：扣分2倍，适用某属性】"
    case .row: "【项】"
    case .subrow: "【目】"
    case .assessors: "【考核单位】或【考核单位：市委办、市府办】"
    case .points: "【分值：5分】或【分值：5分，倒扣分1分】"
    case .monthly, .quarterly, .halfYearly:
      "【\(rawValue)：取平均】，也可写 取合计、取最高、末期，后面可加“，每期最多得10分”"
    case .start: "【起评：满分】或【起评：60分】"
    case .ceiling: "【上限：20分】或【上限：不限】"
    case .floor: "【下限：0分】或【下限：不限】"
    case .weight: "【权重：网上考核，80%】，权重在0和1之间"
    case .scoreName: "【得分名：网上考核得分】"
    case .absent: "【缺：一，一（一）】"
    case .explanation: "【说明】"
    case .comment: "【注：…】"
    case .example: "【例：投诉查实2起，本项得9.6分】"
    }
  }
}
