/// Which headings are open while a document is read, and where the next one belongs.
///
/// A numbered heading belongs to the deepest open place where its number starts or continues a sequence;
/// a 【项】 is a sibling of the open 【项】, else a child of the last numbered heading; a 【目】 likewise below its 【项】.
struct Outline {
  /// The open headings, outermost first.
  private(set) var open: [Placement.Kind] = []
  /// Headings that 【缺】 declares absent on purpose, as paths of numbers.
  var absent: [[HeadingNumber]] = []

  /// What became of a number at the start of a line.
  enum Finding {
    /// It has its place.
    case placed(Placement)
    /// It does not follow the number before it; `expected` is the path of the heading that should have.
    case gap(expected: String, Placement)
    /// The number has stood before in this sequence.
    case repeated(Placement)
  }

  // MARK: Rows

  /// Opens a 【项】.
  mutating func openRow() -> Placement {
    if let index = open.lastIndex(of: .row) {
      open.removeSubrange(index...)
    } else {
      while case .subrow? = open.last { open.removeLast() }
    }
    open.append(.row)
    return Placement(level: open.count - 1, kind: .row, absentParents: [])
  }

  /// Opens a 【目】; `nil` where there is no heading at all above it.
  mutating func openSubrow() -> Placement? {
    if let index = open.lastIndex(of: .subrow) {
      open.removeSubrange(index...)
    } else if let row = open.lastIndex(of: .row) {
      open.removeSubrange((row + 1)...)
    }
    guard !open.isEmpty else { return nil }
    open.append(.subrow)
    return Placement(level: open.count - 1, kind: .subrow, absentParents: [])
  }

  // MARK: Numbers

  /// Where `number` belongs, without opening it.
  func finding(for number: HeadingNumber) -> Finding {
    if let (index, last) = lastOpen(likeStyleOf: number) {
      if follows(number, last, parent: path(upTo: index)) {
        return .placed(Placement(level: index, kind: .numbered(number), absentParents: []))
      }
      if !startsSequence(number) || !canNest(number, at: open.count) {
        let placement = Placement(level: index, kind: .numbered(number), absentParents: [])
        guard let expected = last.successor, number.values.lexicographicallyPrecedes(expected.values) == false
        else { return .repeated(placement) }
        return .gap(expected: pathText(upTo: index) + expected.text, placement)
      }
    }
    let level = nestingLevel(for: number)
    let placement = Placement(level: level, kind: .numbered(number), absentParents: [])
    if startsSequence(number) || isDeclaredStart(number, parent: path(upTo: level)) {
      return .placed(placement)
    }
    if let parents = absentParents(for: number) {
      return .placed(Placement(level: level, kind: .numbered(number), absentParents: parents))
    }
    let first = HeadingNumber(style: number.style, values: [1])
    return .gap(expected: pathText(upTo: level) + first.text, placement)
  }

  /// Opens a heading where `finding(for:)` placed it.
  mutating func open(_ placement: Placement) {
    open.removeSubrange(min(placement.level, open.count)...)
    open += placement.absentParents.map { .numbered($0) }
    open.append(placement.kind)
  }

  private func lastOpen(likeStyleOf number: HeadingNumber) -> (Int, HeadingNumber)? {
    for index in open.indices.reversed() {
      guard case .numbered(let last) = open[index], last.style == number.style else { continue }
      // 1.1 below 1.: a dotted number nests in the numbers it begins with.
      if number.style == .dotted, number.values.count > last.values.count,
        number.values.starts(with: last.values)
      {
        return nil
      }
      if number.style == .dotted, last.values.count > number.values.count,
        hasOpenDotted(before: index, number)
      {
        continue
      }
      return (index, last)
    }
    return nil
  }

  private func hasOpenDotted(before index: Int, _ number: HeadingNumber) -> Bool {
    open[..<index].contains { kind in
      if case .numbered(let other) = kind {
        other.style == .dotted && other.values.count == number.values.count
      } else {
        false
      }
    }
  }

  /// Whether `number` comes next after `last`, headings declared absent between them left out.
  private func follows(_ number: HeadingNumber, _ last: HeadingNumber, parent: [HeadingNumber]) -> Bool {
    // Numbers like 3.212, 3.223 come from a larger system of indicators: they only have to grow.
    if number.style == .dotted { return last.values.lexicographicallyPrecedes(number.values) }
    guard let value = number.values.first, let before = last.values.first, value > before else {
      return false
    }
    return (before + 1..<value).allSatisfy { isAbsent($0, like: number, parent: parent) }
  }

  private func startsSequence(_ number: HeadingNumber) -> Bool {
    number.style == .dotted || number.values == [1]
  }

  private func isDeclaredStart(_ number: HeadingNumber, parent: [HeadingNumber]) -> Bool {
    guard let value = number.values.first, value > 1, value <= 99 else { return false }
    return (1..<value).allSatisfy { isAbsent($0, like: number, parent: parent) }
  }

  private func isAbsent(_ value: Int, like number: HeadingNumber, parent: [HeadingNumber]) -> Bool {
    let wanted = parent + [HeadingNumber(style: number.style, values: [value])]
    return absent.contains { path in
      path.count == wanted.count && zip(path, wanted).allSatisfy { $0.matches($1) }
    }
  }

  /// Parents that 【缺】 names and that make `number` the next of their children.
  private func absentParents(for number: HeadingNumber) -> [HeadingNumber]? {
    let here = path(upTo: nestingLevel(for: number))
    return absent.first { path in
      path.count > here.count && zip(path, here).allSatisfy { $0.matches($1) }
        && path[here.count...].allSatisfy { $0.style.rank < number.style.rank }
        && isDeclaredStart(number, parent: path)
    }.map { Array($0[here.count...]) }
  }

  /// The level at which a number that starts a sequence is put: below everything of a higher style, rows included.
  private func nestingLevel(for number: HeadingNumber) -> Int {
    var level = open.count
    while level > 0, !canNest(number, at: level) { level -= 1 }
    return level
  }

  private func canNest(_ number: HeadingNumber, at level: Int) -> Bool {
    guard let numbered = innermostNumber(upTo: level) else { return true }
    if case .numbered? = open[..<level].last {
      return numbered.style.rank < number.style.rank || nestsDotted(number, in: numbered)
    }
    return numbered.style.rank < number.style.rank
  }

  private func nestsDotted(_ number: HeadingNumber, in outer: HeadingNumber) -> Bool {
    number.style == .dotted && (outer.style == .dotted || outer.style == .arabic)
      && number.values.count > outer.values.count && number.values.starts(with: outer.values)
  }

  private func innermostNumber(upTo level: Int) -> HeadingNumber? {
    for kind in open[..<level].reversed() {
      if case .numbered(let number) = kind { return number }
    }
    return nil
  }

  private func pathText(upTo level: Int) -> String { path(upTo: level).map(\.text).joined() }

  private func path(upTo level: Int) -> [HeadingNumber] {
    open[..<level].compactMap { if case .numbered(let number) = $0 { number } else { nil } }
  }
}

extension NumberStyle {
  /// Its level in GB/T 9704; a smaller one may hold a larger one.
  var rank: Int {
    switch self {
    case .chinese, .article: 0
    case .parenthesizedChinese: 1
    case .arabic, .dotted: 2
    case .parenthesizedArabic: 3
    case .circled: 4
    }
  }
}

extension HeadingNumber {
  /// The number that comes next in its sequence.
  var successor: HeadingNumber? {
    guard let last = values.last else { return nil }
    return HeadingNumber(style: style, values: values.dropLast() + [last + 1])
  }
}
