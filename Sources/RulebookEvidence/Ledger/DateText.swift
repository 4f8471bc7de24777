import RulebookText

/// What a date cell says.
enum DateReading: Sendable, Hashable {
  /// Nothing.
  case blank
  /// A day.
  case date(CivilDate)
  /// A month and a day; the year is left to the rulebook.
  case withoutYear(month: Int, day: Int)
  /// A number that a spreadsheet means as a date.
  case serial(Int)
  /// Not a date; the reason is told to staff.
  case unreadable(String)
}

/// Reads dates as offices write them: `2013-05-01`, `2013/5/1`, `2013.5.1`, `2013年5月1日`, `20130501`,
/// `5月1日`, and the number of days that a spreadsheet keeps, each with or without a time of day.
struct DateText {
  private let bytes: [UInt8]
  private var position = 0
  private let end: Int

  /// The date in `content` of `bytes`.
  static func read(_ bytes: [UInt8], _ content: Range<Int>) -> DateReading {
    if content.isEmpty { return .blank }
    let isPlain = content.allSatisfy { bytes[$0] > 0x20 && bytes[$0] != 0xEF && bytes[$0] != 0xC2 }
    if isPlain {
      var text = DateText(bytes, content)
      return text.readDate()
    }
    let folded = Array(WordFolding.foldedPieces(of: bytes, content).joined(separator: [0x20]))
    var text = DateText(folded, 0..<folded.count)
    return text.readDate()
  }

  private init(_ bytes: [UInt8], _ content: Range<Int>) {
    self.bytes = bytes
    self.position = content.lowerBound
    self.end = content.upperBound
  }

  private mutating func readDate() -> DateReading {
    guard let first = readNumber() else { return .unreadable("日期以年份开头") }
    if isAtEnd { return Self.reading(ofPlainNumber: first) }
    if first.digits == 8, skipTime() { return Self.reading(ofPlainNumber: first) }
    guard let separator = readSeparator() else { return .unreadable("日期里有认不出的文字") }
    if separator == .month { return readDay(behindMonth: first.value) }
    guard first.digits == 4 else { return .unreadable("年份写四位，先年、后月、再日") }
    return readMonthAndDay(year: first.value, separator: separator)
  }

  private mutating func readMonthAndDay(year: Int, separator: Separator) -> DateReading {
    skipSpaces()
    guard let month = readNumber(), month.digits <= 2 else { return .unreadable("年份后面缺少月份") }
    guard let second = readSeparator(), second == (separator == .year ? .month : separator) else {
      return .unreadable("缺少日，或者分隔的符号前后不一致")
    }
    skipSpaces()
    guard let day = readNumber(), day.digits <= 2 else { return .unreadable("月份后面缺少日") }
    if separator == .year, readSeparator() != .day { return .unreadable("“日”字没有写") }
    guard skipTime() else { return .unreadable("日期后面有认不出的文字") }
    guard let date = CivilDate(year: year, month: month.value, day: day.value) else {
      return .unreadable("日历上没有这一天")
    }
    return .date(date)
  }

  private mutating func readDay(behindMonth month: Int) -> DateReading {
    skipSpaces()
    guard let day = readNumber(), day.digits <= 2, readSeparator() == .day, skipTime() else {
      return .unreadable("月份后面缺少日")
    }
    return .withoutYear(month: month, day: day.value)
  }

  private static func reading(ofPlainNumber number: (value: Int, digits: Int)) -> DateReading {
    switch number.digits {
    case 8:
      let date = CivilDate(
        year: number.value / 10_000, month: number.value / 100 % 100, day: number.value % 100)
      return date.map(DateReading.date) ?? .unreadable("日历上没有这一天")
    case 5:
      return .serial(number.value)
    default:
      return .unreadable("日期要写全年、月、日")
    }
  }
}

extension DateText {
  private enum Separator { case dash, slash, point, year, month, day }

  private var isAtEnd: Bool { position >= end }

  /// The number at `position`, of at most 8 digits.
  private mutating func readNumber() -> (value: Int, digits: Int)? {
    var value = 0
    var digits = 0
    while position < end, digits < 8, case 0x30...0x39 = bytes[position] {
      value = value * 10 + Int(bytes[position] - 0x30)
      digits += 1
      position += 1
    }
    return digits == 0 ? nil : (value, digits)
  }

  private mutating func skipSpaces() {
    while position < end, bytes[position] == 0x20 { position += 1 }
  }

  /// The sign between two numbers.
  private mutating func readSeparator() -> Separator? {
    skipSpaces()
    guard position < end else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "-"): return taking(1, .dash)
    case UInt8(ascii: "/"): return taking(1, .slash)
    case UInt8(ascii: "."): return taking(1, .point)
    case 0xE5 where isNext([0xE5, 0xB9, 0xB4]): return taking(3, .year)  // 年
    case 0xE6 where isNext([0xE6, 0x9C, 0x88]): return taking(3, .month)  // 月
    case 0xE6 where isNext([0xE6, 0x97, 0xA5]): return taking(3, .day)  // 日
    case 0xE5 where isNext([0xE5, 0x8F, 0xB7]): return taking(3, .day)  // 号
    default: return nil
    }
  }

  private mutating func taking(_ count: Int, _ separator: Separator) -> Separator {
    position += count
    return separator
  }

  private func isNext(_ sign: [UInt8]) -> Bool {
    position + sign.count <= end && bytes[position..<position + sign.count].elementsEqual(sign)
  }

  /// Moves over a time of day; `false` where something else follows.
  private mutating func skipTime() -> Bool {
    if isAtEnd { return true }
    guard bytes[position] == 0x20 || bytes[position] == UInt8(ascii: "T") else { return false }
    position += 1
    guard let hour = readNumber(), hour.digits <= 2, hour.value < 24, readMinutes() else { return false }
    return isAtEnd || (readMinutes() && isAtEnd)
  }

  /// Moves over a colon and a number below 60.
  private mutating func readMinutes() -> Bool {
    guard position < end, bytes[position] == UInt8(ascii: ":") else { return false }
    position += 1
    guard let number = readNumber() else { return false }
    return number.digits == 2 && number.value < 60
  }
}
