public import ExactArithmetic
public import RulebookText

/// How a heading's number is written; GB/T 9704 gives the first five their levels.
public enum NumberStyle: Int, Sendable, Hashable, CaseIterable {
  /// 一、
  case chinese
  /// （一）
  case parenthesizedChinese
  /// 1.
  case arabic
  /// （1）
  case parenthesizedArabic
  /// ①
  case circled
  /// 第一条
  case article
  /// 1.1, 3.231, 2-1
  case dotted
}

/// The number of a heading.
public struct HeadingNumber: Sendable, Hashable {
  /// How it is written.
  public var style: NumberStyle
  /// Its value, counted from 1; several for dotted numbers.
  public var values: [Int]
  /// Where it stands, its mark included.
  public var range: TextRange

  /// A heading number at a place.
  public init(style: NumberStyle, values: [Int], range: TextRange = TextRange(0, 0)) {
    self.style = style
    self.values = values
    self.range = range
  }

  /// The number as paths show it: 一, （一）, 1, （1）, ①, 第一条, 1.1.
  public var text: String {
    let first = values.first ?? 0
    switch style {
    case .chinese: return ChineseNumber.text(first)
    case .parenthesizedChinese: return "（\(ChineseNumber.text(first))）"
    case .arabic: return "\(first)"
    case .parenthesizedArabic: return "（\(first)）"
    case .circled: return CircledNumber.text(first)
    case .article: return "第\(ChineseNumber.text(first))条"
    case .dotted: return values.map { "\($0)" }.joined(separator: ".")
    }
  }

  /// Same style and value, wherever it stands.
  public func matches(_ other: HeadingNumber) -> Bool { style == other.style && values == other.values }
}

/// What a parenthesis behind a heading says.
public enum HeadingTail: Sendable, Hashable {
  /// （5分）, （倒扣分5分）, （5分，倒扣分1分）, （加分3分）, （每小项倒扣分2分）.
  case worth(WorthSyntax, TextRange)
  /// （由农办、组织部考核）; the offices' names.
  case assessors([String], TextRange)

  /// Where it stands, its brackets included.
  public var range: TextRange {
    switch self {
    case .worth(_, let range), .assessors(_, let range): range
    }
  }
}

/// The figures that say what an item is worth.
public struct WorthSyntax: Sendable, Hashable {
  /// P: its points.
  public var points: Rational?
  /// C of 倒扣分C分: how much can be taken off.
  public var deduction: Rational?
  /// B of 加分B分: how much can be added.
  public var bonus: Rational?
  /// 每小项倒扣分C分: the cap of every direct child without its own.
  public var deductionPerChild: Rational?

  /// Nothing said yet.
  public init() {}
}

/// 一…九十九 as headings write them.
package enum ChineseNumber {
  private static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// The numeral of `value`; plain digits outside 1…99.
  package static func text(_ value: Int) -> String {
    guard (1...99).contains(value) else { return "\(value)" }
    let tens = value / 10
    let ones = value % 10
    return (tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十") + (ones == 0 ? "" : digits[ones])
  }
}

/// ① … ⑳.
package enum CircledNumber {
  /// The circled numeral of `value`; plain digits outside 1…20.
  package static func text(_ value: Int) -> String {
    guard (1...20).contains(value), let scalar = Unicode.Scalar(UInt32(0x245F + value)) else {
      return "\(value)"
    }
    return String(Character(scalar))
  }
}
