import ExactArithmetic
import RulebookSyntax
import RulebookText

/// What the head of the file says.
struct Head {
  var title: String?
  var year: Int?
  var total: Rational?
  var totalPlace: TextRange?
  var yearPlace: TextRange?
  var rounding: RoundingSyntax?
  var fullMark: Rational?
  var stepRule: StepRule?
  var measureWords: [String] = []
  var grades: [NameSyntax] = []
  var aboveIncludes = true
  var belowIncludes = true
  /// 分组, as it stands and as the attribute it names.
  var grouping: NameSyntax?
  var group: Int?
  /// Where each directive of the head stands, to find doubles.
  var places: [(word: DirectiveWord, place: TextRange)] = []
}

extension Draft {
  /// Reads headings into items and directives into what they speak of.
  mutating func readOutline() {
    let start = TextRange(0, 0)
    items = [Item(parent: nil, kind: .document, path: "", title: "", place: start)]
    asides = [ItemAside()]
    itemStarts = [(0, 0)]
    var open: [Int] = []
    for line in tree.lines {
      if let placement = line.placement { openItem(line, placement, &open) }
      let item = open.last ?? 0
      lineItems.append(item)
      for segment in line.segments {
        guard case .annotation(let annotation) = segment, case .directive(let directive) = annotation.content
        else {
          continue
        }
        apply(directive, place: annotation.range, item: item, line: line)
      }
    }
    markWhatLacksHeadings()
    requireHead()
    head.group = head.grouping.flatMap { groupingAttribute($0) }
  }

  /// 缺：一（三）: what is absent without a trace leaves the item around it with more points than its headings show.
  private mutating func markWhatLacksHeadings() {
    for absent in absentPaths {
      let (path, parent) = (absent.joined(), absent.dropLast().joined())
      guard !items.contains(where: { $0.path.utf8.elementsEqual(path.utf8) }),
        let around = items.firstIndex(where: { $0.path.utf8.elementsEqual(parent.utf8) })
      else { continue }
      items[around].lacksHeadings = true
    }
  }

  // MARK: Items

  private mutating func openItem(_ line: LineSyntax, _ placement: Placement, _ open: inout [Int]) {
    open.removeSubrange(min(placement.level, open.count)...)
    let place = line.segments.first?.range ?? TextRange(0, 0)
    for number in placement.absentParents {
      open.append(addItem(.numbered(number), title: "", place: place, parent: open.last ?? 0))
    }
    let kind: Item.Kind =
      switch placement.kind {
      case .numbered(let number): .numbered(number)
      case .row: .row
      case .subrow: .subrow
      }
    let item = addItem(kind, title: title(of: line), place: headingPlace(line), parent: open.last ?? 0)
    readTails(of: line, item: item)
    itemStarts.append((place.start, item))
    open.append(item)
  }

  private mutating func addItem(_ kind: Item.Kind, title: String, place: TextRange, parent: Int) -> Int {
    let above = items[parent].path
    let path: String
    switch kind {
    case .document: path = ""
    case .numbered(let number): path = above + number.text
    case .row: path = above + title
    case .subrow: path = above + "·" + title
    }
    items.append(Item(parent: parent, kind: kind, path: path, title: title, place: place))
    asides.append(ItemAside())
    items[parent].children.append(items.count - 1)
    return items.count - 1
  }

  private func title(of line: LineSyntax) -> String {
    let words = line.segments.compactMap { segment -> String? in
      switch segment {
      case .title(let range): FoldedText.title(source.bytes, range)
      case .officialBracket(let range): source.text(TextRange(range.start, range.start + 3))
      default: nil
      }
    }
    if line.segments.contains(where: { if case .title = $0 { true } else { false } }) {
      return words.joined()
    }
    for segment in line.segments {
      if case .text(let range) = segment {
        let text = FoldedText.title(source.bytes, range)
        if !text.isEmpty { return text.count > 20 ? String(text.prefix(19)) + "…" : text }
      }
    }
    return ""
  }

  private func headingPlace(_ line: LineSyntax) -> TextRange {
    var place = line.segments.first?.range ?? TextRange(0, 0)
    for segment in line.segments {
      switch segment {
      case .number, .title, .blank, .tail, .officialBracket: place = place.joined(with: segment.range)
      default: return place
      }
    }
    return place
  }

  private mutating func readTails(of line: LineSyntax, item: Int) {
    for segment in line.segments {
      guard case .tail(let tail) = segment else { continue }
      switch tail {
      case .worth(let worth, let range): setWorth(worth, item: item, place: range)
      case .assessors(let names, _): asides[item].assessors = names
      }
    }
  }

  private mutating func setWorth(_ worth: WorthSyntax, item: Int, place: TextRange) {
    if let points = worth.points { items[item].worth.points = points }
    if let deduction = worth.deduction { items[item].worth.deduction = deduction }
    if let bonus = worth.bonus { items[item].worth.bonus = bonus }
    if let each = worth.deductionPerChild { items[item].worth.deductionPerChild = each }
    items[item].worthPlace = place
  }

  // MARK: Directives

  private mutating func apply(_ directive: DirectiveSyntax, place: TextRange, item: Int, line: LineSyntax) {
    switch directive {
    case .title, .year, .total, .rounding, .fullMark, .measureWords, .stepRule, .boundaries, .grades,
      .register, .shared, .grouping, .absent:
      applyToHead(directive, place: place, item: item)
    case .appliesTo(let words):
      guard items[item].ownApplicability.isEveryone else {
        return report(.repeatedDirective("适用", at: label(place), first: label(items[item].place)))
      }
      items[item].ownApplicability = applicability(words)
    case .highestPerMatter: items[item].countsHighestPerMatter = true
    case .multiplier(let syntax): multipliers.append((item, syntax, place))
    case .others(let syntax): grants.append((item, syntax, place))
    case .assessors(let names): applyAssessors(names, place: place, item: item, line: line)
    case .points(let worth): setWorth(worth, item: item, place: place)
    case .periodic(let syntax):
      if let first = items[item].periodic {
        return report(
          .repeatedDirective(first.period.assessment, at: label(place), first: label(first.place)))
      }
      items[item].periodic = Periodic(syntax, place: place)
    case .start(let start): items[item].statedStart = start
    case .ceiling(let bound): items[item].statedCeiling = .some(bound)
    case .floor(let bound): items[item].statedFloor = .some(bound)
    case .ties(let ties):
      if let first = tieSyntax {
        report(.repeatedDirective("并列", at: label(place), first: label(first.place)))
      }
      tieSyntax = (ties, item, place)
    case .itemRounding(let places): round(item, to: places, place: place)
    case .weight(let target, let share): weights.append((item, target, share))
    case .scoreName(let name): nameScore(of: item, name)
    case .example(let text): exampleTexts.append((item, text, place))
    case .row, .subrow, .explanation, .comment: break
    }
  }

  private mutating func round(_ item: Int, to places: Int, place: TextRange) {
    if item == 0 {
      return report(.misplacedDirective("保留", rule: "开头写“总分2位小数”或“各项2位小数”，“本项”写在某一项里", at: label(place)))
    }
    if items[item].places != nil {
      return report(.repeatedDirective("保留", at: label(place), first: label(items[item].place)))
    }
    items[item].places = places
  }

  private mutating func applyToHead(_ directive: DirectiveSyntax, place: TextRange, item: Int) {
    let word: DirectiveWord
    switch directive {
    case .title(let title): (word, head.title) = (.title, title)
    case .year(let year): (word, head.year, head.yearPlace) = (.year, year, place)
    case .total(let total): (word, head.total, head.totalPlace) = (.total, total, place)
    case .rounding(let rounding): (word, head.rounding) = (.rounding, rounding)
    case .fullMark(let mark): (word, head.fullMark) = (.fullMark, mark)
    case .stepRule(let rule): (word, head.stepRule) = (.stepRule, rule)
    case .boundaries(let above, let below):
      (word, head.aboveIncludes, head.belowIncludes) = (.boundaries, above, below)
    case .grouping(let name): (word, head.grouping) = (.grouping, name)
    case .register(let list):
      word = .register
      list.forEach { declare($0) }
    case .shared(let names):
      word = .shared
      names.forEach { declareShared($0) }
    case .grades(let grades): (word, head.grades) = (.grades, grades)
    case .measureWords(let words):
      word = .measureWords
      head.measureWords += words
    case .absent(let paths):
      word = .absent
      absentPaths += paths.map { $0.map(\.text) }
    default: word = .absent
    }
    if item != 0 {
      report(.misplacedDirective(word.rawValue, rule: "“\(word.rawValue)”写在文件开头、第一个标题之前", at: label(place)))
    } else if let first = head.places.last(where: { $0.word == word })?.place,
      !DirectiveWord.listing.contains(word)
    {
      report(.repeatedDirective(word.rawValue, at: label(place), first: label(first)))
    }
    head.places.append((word, place))
  }

  private mutating func declareShared(_ name: NameSyntax) {
    if let first = sharedByName[name.text] {
      return report(
        .sharedNamedTwice(name.text, at: label(name.range), first: label(shared[first].range)))
    }
    sharedByName.insert(name.text, shared.count)
    shared.append(name)
  }

  private mutating func declare(_ attribute: AttributeSyntax) {
    if let first = attributeByName[attribute.name.text] {
      let place = label(attributes[first].place)
      return report(.repeatedAttribute(attribute.name.text, at: label(attribute.name.range), first: place))
    }
    attributeByName.insert(attribute.name.text, attributes.count)
    attributes.append(
      UnitAttribute(
        name: attribute.name.text, values: attribute.values.map(\.text), place: attribute.name.range))
  }

  /// 考核单位: of the heading it stands on, of the row an office line closes, or of the item it stands in.
  private mutating func applyAssessors(_ names: [NameSyntax]?, place: TextRange, item: Int, line: LineSyntax)
  {
    if let names {
      asides[item].assessors = names.map(\.text)
      return
    }
    let words = line.segments.compactMap { segment -> String? in
      if case .text(let range) = segment { FoldedText.text(source.bytes, range) } else { nil }
    }.joined()
    let found = OfficeNames.split(words)
    guard !found.isEmpty else {
      return report(.badDirectiveValue("考核单位", form: "编委办【考核单位】，或【考核单位：编委办】", at: label(place)))
    }
    let target = innermostRow(from: item) ?? item
    asides[target].assessors = (asides[target].assessors ?? []) + found
  }

  private func innermostRow(from item: Int) -> Int? {
    var current: Int? = item
    while let index = current {
      if items[index].kind == .row || items[index].kind == .subrow { return index }
      current = items[index].parent
    }
    return nil
  }

  private mutating func requireHead() {
    if source.bytes.isEmpty || FoldedText.isBlank(source.bytes) {
      return report(.emptyRulebook(at: label(TextRange(0, 0))))
    }
    guard !hasErrors else { return }
    if items.count == 1, !items[0].hasWorth, head.grades.isEmpty {
      return report(.noHeadings(at: label(TextRange(0, 0))))
    }
    if head.title == nil { report(.missingHead("细则", form: "【细则：标题】", at: label(TextRange(0, 0)))) }
    if head.year == nil { report(.missingHead("年度", form: "【年度：2013】", at: label(TextRange(0, 0)))) }
  }

  // MARK: What passes from parents to children

  /// 每小项倒扣分 caps the children; below a 倒扣 item a child's points are its cap.
  mutating func inheritWorth() {
    for index in items.indices.dropFirst() {
      guard let parent = items[index].parent else { continue }
      if let each = items[parent].worth.deductionPerChild, !items[index].hasWorth {
        items[index].worth.deduction = each
        items[index].worthPlace = items[parent].worthPlace
      }
      if items[parent].isDeductionOnly, let points = items[index].worth.points,
        items[index].worth.deduction == nil
      {
        items[index].worth.deduction = points
        items[index].worth.points = nil
      }
      items[index].applicability = items[parent].applicability.and(items[index].ownApplicability)
    }
  }

  mutating func inheritAssessors() {
    for index in items.indices {
      if let own = asides[index].assessors {
        items[index].assessors = own.map { office($0) }.reduce(into: []) {
          if !$0.contains($1) { $0.append($1) }
        }
      } else if let parent = items[index].parent {
        items[index].assessors = items[parent].assessors
      }
    }
  }

  private mutating func office(_ name: String) -> Int {
    if let known = officeByName[name] { return known }
    offices.append(name)
    officeByName.insert(name, offices.count - 1)
    return offices.count - 1
  }
}

extension DirectiveWord {
  /// The directives of the head that may stand there more than once, each with a list of its own.
  fileprivate static let listing: Set<DirectiveWord> = [.register, .shared, .measureWords, .absent]
}

extension FoldedText {
  /// A title as paths and reports show it: blanks and a final mark of punctuation dropped.
  static func title(_ bytes: [UInt8], _ range: TextRange) -> String {
    let folded = folded(bytes, range)
    var end = folded.count
    while end > 0, let length = finalMark(folded, endingAt: end) { end -= length }
    var shown: [UInt8] = []
    shown.reserveCapacity(end + 8)
    for byte in folded[..<end] {
      switch byte {
      case UInt8(ascii: "("): shown += "（".utf8
      case UInt8(ascii: ")"): shown += "）".utf8
      case UInt8(ascii: ","): shown += "，".utf8
      case UInt8(ascii: ":"): shown += "：".utf8
      default: shown.append(byte)
      }
    }
    return String(decoding: shown, as: UTF8.self)
  }

  /// The length of the mark of punctuation that ends right before `end`; `nil` where none does.
  private static func finalMark(_ folded: [UInt8], endingAt end: Int) -> Int? {
    switch folded[end - 1] {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "."): 1
    case 0x82 where end >= 3 && folded[end - 2] == 0x80 && folded[end - 3] == 0xE3: 3  // 。
    default: nil
    }
  }

  /// Whether there is nothing but blanks and line breaks.
  static func isBlank(_ bytes: [UInt8]) -> Bool {
    var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while offset < bytes.count {
      let (scalar, length) = FoldedScalar.read(bytes, at: offset, end: bytes.count)
      guard FoldedScalar.isBlank(scalar) || scalar == "\n" || scalar == "\r" else { return false }
      offset += length
    }
    return true
  }
}
