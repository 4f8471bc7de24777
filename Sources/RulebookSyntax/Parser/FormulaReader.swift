import ExactArithmetic
import RulebookText

/// Reads arithmetic into steps: operators wait until everything they take has been read, so nothing here calls itself,
/// however deep the parentheses are.
struct FormulaReader {
  /// Where reading stands.
  var cursor: Cursor
  /// Whether names stand for evidence, because the formula stands in a bracket itself.
  let isInBracket: Bool
  /// Whether the bracket at an offset directs rather than names evidence.
  let isDirective: (Int) -> Bool
  private(set) var steps: [FormulaSyntax.Step] = []
  private var waiting: [Waiting] = []
  private var expectsOperand = true

  private enum Waiting {
    case operation(FormulaSyntax.Operation)
    case opening(TextRange)
  }

  /// Why arithmetic cannot be read.
  enum Fault: Error {
    /// What is wrong, and where.
    case unreadable(String, TextRange)
    /// Words that no bracket explains.
    case unexplained(TextRange)
    /// More parentheses or more steps than any formula needs.
    case tooDeep(TextRange)
    case tooLong(TextRange)
  }

  init(_ cursor: Cursor, isInBracket: Bool, isDirective: @escaping (Int) -> Bool) {
    self.cursor = cursor
    self.isInBracket = isInBracket
    self.isDirective = isDirective
  }

  /// Reads as much as is arithmetic.
  mutating func read() throws(Fault) {
    while let scalar = cursor.peek(), try readToken(scalar) {
      guard steps.count + waiting.count <= Limits.formulaSteps else { throw .tooLong(here) }
    }
    guard !expectsOperand else { throw .unreadable("这里少一个数", here) }
    while let last = waiting.popLast() {
      switch last {
      case .operation(let operation): steps.append(.operation(operation))
      case .opening(let range): throw .unreadable("左括号没有右括号", range)
      }
    }
  }

  /// The next scalar, for messages.
  private var here: TextRange {
    var copy = cursor
    let start = copy.start
    copy.advance()
    return TextRange(start, copy.position)
  }

  // MARK: Tokens

  /// Reads what begins with `scalar`; `false` where the arithmetic has ended.
  private mutating func readToken(_ scalar: Unicode.Scalar) throws(Fault) -> Bool {
    if isAtOfficial("【【") || FormulaWordings.opening.contains(scalar) { return try open() }
    if isAtOfficial("】】") || FormulaWordings.closing.contains(scalar) { return try close() }
    if let operation = operation() { return try add(operation) }
    switch scalar {
    case ",", ";", "。", ":", "!", "】":
      guard let last = firstOpening else { return false }
      throw .unreadable("左括号没有右括号", last)
    case "=": throw .unreadable("一个式子里只有一个等号", here)
    case "%": throw .unreadable("“%”只跟在数的后面", here)
    default: return try readOperand(scalar)
    }
  }

  private mutating func readOperand(_ scalar: Unicode.Scalar) throws(Fault) -> Bool {
    if scalar == "【", isDirective(cursor.start) { return false }
    guard expectsOperand else { throw .unreadable("这里少一个运算的符号（＋－×÷）", here) }
    if scalar == "【" {
      append(.bracket(bracket()))
    } else if let number = number() {
      append(number)
    } else {
      try readWords()
    }
    return true
  }

  private mutating func append(_ step: FormulaSyntax.Step) {
    steps.append(step)
    expectsOperand = false
  }

  private var firstOpening: TextRange? {
    for case .opening(let range) in waiting { return range }
    return nil
  }

  // MARK: Operations

  private mutating func operation() -> FormulaSyntax.Operation? { cursor.eat(FormulaWordings.operations) }

  private mutating func add(_ operation: FormulaSyntax.Operation) throws(Fault) -> Bool {
    if expectsOperand {
      guard operation == .difference, isAtBeginning else { throw .unreadable("这里少一个数", here) }
      steps.append(.number(0, isPercent: false))
    }
    while case .operation(let last)? = waiting.last, last.bindsTightly || !operation.bindsTightly {
      waiting.removeLast()
      steps.append(.operation(last))
    }
    waiting.append(.operation(operation))
    expectsOperand = true
    return true
  }

  /// Whether nothing has been read since the beginning or since a parenthesis, so that － makes a number negative.
  private var isAtBeginning: Bool {
    if case .opening? = waiting.last { true } else { waiting.isEmpty && steps.isEmpty }
  }

  // MARK: Parentheses

  private func isAtOfficial(_ pair: String) -> Bool { !isInBracket && cursor.isAt(word: pair) }

  private mutating func open() throws(Fault) -> Bool {
    guard expectsOperand else {
      guard skipRemark() else { throw .unreadable("括号前面少一个运算的符号（＋－×÷）", here) }
      return true
    }
    let depth = waiting.count { if case .opening = $0 { true } else { false } }
    guard depth < Limits.formulaDepth else { throw .tooDeep(here) }
    waiting.append(.opening(here))
    eatMark("【【")
    return true
  }

  private mutating func close() throws(Fault) -> Bool {
    guard firstOpening != nil else { return false }
    guard !expectsOperand else { throw .unreadable("这里少一个数", here) }
    while let last = waiting.popLast() {
      guard case .operation(let operation) = last else { break }
      steps.append(.operation(operation))
    }
    eatMark("】】")
    return true
  }

  private mutating func eatMark(_ pair: String) {
    if !isAtOfficial(pair) || !cursor.eat(word: pair) { cursor.advance() }
  }

  /// （…） behind something that is computed with says nothing, where there is nothing to compute with in it.
  private mutating func skipRemark() -> Bool {
    var copy = cursor
    copy.advance()
    while let scalar = copy.peek(), !FormulaWordings.closing.contains(scalar) {
      guard scalar != "【", scalar != "(", scalar != "=", scalar != "。", scalar != ";" else { return false }
      copy.advance()
    }
    copy.advance()
    cursor = copy
    return true
  }

  // MARK: Operands

  private mutating func bracket() -> TextRange {
    let start = cursor.start
    while let scalar = cursor.peek(), scalar != "】" { cursor.advance() }
    cursor.advance()
    return TextRange(start, cursor.position)
  }

  /// 70, 0.2, 80%, 100分; a figure that goes on as a name (2012年完成数) is part of the name.
  private mutating func number() -> FormulaSyntax.Step? {
    guard cursor.peek()?.isDigit == true else { return nil }
    var copy = cursor
    var text: [UInt8] = []
    copy.digits(into: &text)
    var behind = copy
    if behind.eat("."), behind.peek()?.isDigit == true {
      text.append(UInt8(ascii: "."))
      behind.digits(into: &text)
      copy = behind
    }
    guard case .value(let value) = DecimalText.parse(text) else { return nil }
    if copy.peek().map(FormulaWordings.figureNouns.contains) == true { return nil }
    let isPercent = copy.eat("%")
    if !isPercent { _ = copy.eat("分") }
    cursor = copy
    return .number(isPercent ? value.divided(by: 100) ?? value : value, isPercent: isPercent)
  }

  /// The words of a name, up to its bracket; without one only 分值 means something.
  private mutating func readWords() throws(Fault) {
    let start = cursor.start
    var copy = cursor
    if copy.eat(anyOf: FormulaWordings.itemPoints) != nil, Self.endsWords(copy) {
      cursor = copy
      return append(.itemPoints)
    }
    while !Self.endsWords(cursor) || skipParenthesisInWords() {
      if !Self.endsWords(cursor) { cursor.advance() }
    }
    let words = TextRange(start, cursor.position)
    if isInBracket {
      return append(.name(NameSyntax(text: FoldedText.text(cursor.bytes, words), range: words)))
    }
    guard cursor.peek() == "【", !isAtOfficial("【【"), !isDirective(cursor.start) else {
      throw .unexplained(words)
    }
    append(.bracket(bracket()))
  }

  /// 达标率（省控） before its bracket.
  private mutating func skipParenthesisInWords() -> Bool {
    guard !isInBracket, cursor.peek() == "(" else { return false }
    var copy = self
    guard copy.skipRemark(), let next = copy.cursor.peek(), next == "【" || next.isIdeograph else {
      return false
    }
    self = copy
    return true
  }

  private static func endsWords(_ cursor: Cursor) -> Bool {
    guard let scalar = cursor.peek() else { return true }
    var copy = cursor
    return [",", ";", "。", ":", "!", "=", "【", "】", "%"].contains(scalar)
      || copy.eat(FormulaWordings.operations) != nil
      || FormulaWordings.opening.contains(scalar) || FormulaWordings.closing.contains(scalar)
  }
}
