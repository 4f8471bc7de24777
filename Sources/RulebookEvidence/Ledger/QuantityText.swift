import ExactArithmetic
import RulebookModel
import RulebookSyntax
import RulebookText

/// What a quantity cell says, by the kind of its evidence.
enum QuantityReading: Sendable, Hashable {
  /// A number, exactly as written; 1 for 是 and 0 for 否.
  case value(ScaledDecimal)
  /// A percentage or a mark out of 100, between 0 and 1 and without % or 分; `meant` is what it may stand for.
  case doubtful(ScaledDecimal, meant: String)
  /// Not a quantity.
  case slip(QuantitySlip)
}

/// What can be wrong with a quantity.
enum QuantitySlip: Sendable, Hashable {
  case missing
  case lostCheckMark
  case notYesNo
  case notANumber(remedy: String)
  case tooLong
  case negative
  case fraction
  case notAGrade
  case notAPlace
  case outOfBounds
  case measureWord(String)
}

/// The demands that an evidence makes on its quantities, made ready for many rows.
struct QuantityRule: Sendable {
  /// What a quantity means.
  let kind: EvidenceKind
  /// The words that may stand behind the number, width folded.
  let words: Set<[UInt8]>
  /// Those of them that belong to this evidence and its kind, as they are mostly written.
  let ownWords: [[UInt8]]
  /// The words of its list, width folded, best first.
  private let levels: [[UInt8]]
  /// What may stand before a place.
  private let ordinalWords: [[UInt8]]
  /// The smallest number allowed; nil where there is no bound.
  let least: Rational?
  /// The greatest number allowed; nil where there is no bound.
  let greatest: Rational?

  /// The rule of `evidence`; `furtherWords` are known measure words too.
  init(_ evidence: Evidence, furtherWords: [String] = []) {
    kind = evidence.kind
    var words = evidence.measureWord.map { [$0] } ?? []
    words += kind.usualWord.map { [$0] } ?? []
    ownWords = words.map { Array($0.utf8) }
    if kind == .count, words.isEmpty { words = Self.countWords + furtherWords }
    self.words = Set(words.map { FoldedName($0).bytes })
    levels = evidence.kind == .grade ? evidence.levels.map { FoldedName($0).bytes } : []
    ordinalWords = (evidence.countsFromBottom ? ["倒数第", "第"] : ["第"]).map { Array($0.utf8) }
    least = evidence.least
    greatest = evidence.greatest
  }

  /// The rule of a figure of 指标表.
  init(_ figure: ReferenceFigure) {
    self.init(Evidence(name: figure.title, kind: figure.measure, measureWord: figure.measureWord))
  }

  /// The words that may follow a number of events whose evidence names no measure word.
  private static let countWords = MeasureWords.known.filter {
    !MeasureWords.percentages.contains($0) && !MeasureWords.ambiguous.contains($0)
  }

  /// What a blank cell means; nil where a number must be written.
  private var blank: ScaledDecimal? {
    kind == .yesNo || kind == .count ? ScaledDecimal(mantissa: 1, scale: 0) : nil
  }

  /// Whether a number below zero makes sense.
  private var allowsNegative: Bool { kind == .measurement || kind == .money }
}

extension QuantityRule {
  /// Reads the quantity in `cell`, nil being a column that the ledger does not have.
  func read(_ cell: CSVCell?, in bytes: [UInt8]) -> QuantityReading {
    let content = cell.map { bytes.trimmingSpaces($0.content) } ?? 0..<0
    guard let cell, !content.isEmpty else {
      return blank.map(QuantityReading.value) ?? .slip(.missing)
    }
    switch kind {
    case .yesNo: return readAnswer(cell, in: bytes)
    case .grade: return readGrade(bytes[content])
    case .place: return readPlace(bytes[content])
    default: break
    }
    return readPlain(bytes[content]) ?? readWords(NumberText(WordFolding.foldedPieces(of: bytes, content)))
  }

  private func readAnswer(_ cell: CSVCell, in bytes: [UInt8]) -> QuantityReading {
    if let answer = YesNoWords.answer(cell, in: bytes),
      let value = ScaledDecimal(mantissa: Int64(answer), scale: 0)
    {
      return .value(value)
    }
    return .slip(YesNoWords.isLostCheckMark(bytes.text(of: cell)) ? .lostCheckMark : .notYesNo)
  }

  /// Reads one of the words of the list; its number counts from 1.
  private func readGrade(_ text: ArraySlice<UInt8>) -> QuantityReading {
    let word = FoldedName(text).bytes
    guard let index = levels.firstIndex(of: word),
      let number = ScaledDecimal(mantissa: Int64(index + 1), scale: 0)
    else { return .slip(.notAGrade) }
    return .value(number)
  }

  /// Reads 3, 第3名, and 倒数第3名 where places are counted from the end.
  private func readPlace(_ text: ArraySlice<UInt8>) -> QuantityReading {
    var digits = FoldedName(text).bytes
    if let word = ordinalWords.first(where: { digits.starts(with: $0) }) { digits.removeFirst(word.count) }
    if let word = Self.placeWords.first(where: { digits.reversed().starts(with: $0.reversed()) }) {
      digits.removeLast(word.count)
    }
    guard let number = ScaledDecimal(ascii: digits[...]), number.rational.isInteger, number.mantissa > 0
    else { return .slip(.notAPlace) }
    return .value(number)
  }

  private static let placeWords = ["名", "位"].map { Array($0.utf8) }

  /// Reads what most cells hold: digits in half width, and at most the evidence's own word behind them.
  private func readPlain(_ text: ArraySlice<UInt8>) -> QuantityReading? {
    let end = text.firstIndex { $0 > UInt8(ascii: "9") || $0 < UInt8(ascii: "-") } ?? text.endIndex
    let word = text[end...]
    guard word.isEmpty || ownWords.contains(where: { word.elementsEqual($0) }),
      let number = ScaledDecimal(ascii: text[..<end])
    else { return nil }
    return judge(number, hasWord: !word.isEmpty)
  }

  /// Reads a number with a word behind it.
  private func readWords(_ text: NumberText) -> QuantityReading {
    guard !text.digits.isEmpty else { return .slip(.notANumber(remedy: text.remedy)) }
    guard text.word.isEmpty || words.contains(text.word) else {
      let word = String(decoding: text.word, as: UTF8.self)
      return .slip(text.hasPlainWord ? .measureWord(word) : .notANumber(remedy: text.remedy))
    }
    guard let number = ScaledDecimal(ascii: text.digits[...]) else { return .slip(.tooLong) }
    return judge(number, hasWord: !text.word.isEmpty)
  }

  /// Checks the range of `number`; `hasWord` tells whether % or 分 stands behind it.
  private func judge(_ number: ScaledDecimal, hasWord: Bool) -> QuantityReading {
    if number.mantissa < 0, !allowsNegative { return .slip(.negative) }
    let mayBeShare = !hasWord && number.mantissa > 0 && number.rational <= 1
    switch kind {
    case .count:
      return number.scale == 0 || number.rational.isInteger ? .value(number) : .slip(.fraction)
    case .score, .amount:
      guard isWithinBounds(number) else { return .slip(.outOfBounds) }
      let isDoubtful = mayBeShare && kind == .score && greatest == 100
      return isDoubtful ? .doubtful(number, meant: Self.percent(number)) : .value(number)
    case .percentage, .completion:
      return mayBeShare ? .doubtful(number, meant: Self.percent(number)) : .value(number)
    case .yesNo, .measurement, .money, .place, .grade:
      return .value(number)
    }
  }

  private func isWithinBounds(_ number: ScaledDecimal) -> Bool {
    guard least != nil || greatest != nil else { return true }
    let value = number.rational
    if let least, value < least { return false }
    if let greatest, greatest < value { return false }
    return true
  }

  /// A hundred times `share`, as text.
  private static func percent(_ share: ScaledDecimal) -> String {
    let percent = share.rational * 100
    return percent.decimalText ?? percent.description
  }
}
