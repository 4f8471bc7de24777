/// The years that a title or the name of a file speaks of.
package enum WrittenYears {
  /// Every 19…/20… of four digits in `words`, those of document numbers (〔2013〕5号) left out.
  package static func all(in words: String) -> [Int] { runs(in: words).map(\.year) }

  /// The years of `words` that are called 年 (2013年度, 2013—2015年), as the stretch they span.
  package static func span(in words: String) -> ClosedRange<Int>? {
    let runs = runs(in: words)
    guard let last = runs.lastIndex(where: \.isNamed), let first = runs.first?.year else { return nil }
    let years = runs[...last].map(\.year)
    return (years.min() ?? first)...(years.max() ?? first)
  }

  /// The years that stand for themselves; that of a date (2014-01-05, 2014年1月, 20140105) says when, not for which year.
  package static func ofPeriods(in words: String) -> [Int] {
    runs(in: words).filter { !$0.isDate }.map(\.year)
  }

  /// A year, and whether 年 stands behind it other than as the date of an edition (2013年修订).
  private struct Run {
    var year: Int
    var isNamed: Bool
    var isDate: Bool
  }

  private static func runs(in words: String) -> [Run] {
    let scalars = Array(words.unicodeScalars)
    var runs: [Run] = []
    var index = 0
    while index < scalars.count {
      let digits = scalars[index...].prefix { $0.isASCIIDigit }
      let behind = scalars[(index + digits.count)...]
      let before = index == 0 ? nil : scalars[index - 1]
      if digits.count == 4, let year = Int(String(String.UnicodeScalarView(digits))),
        (1900...2099).contains(year), before.map({ !openings.contains($0) }) ?? true
      {
        let isEdition = behind.dropFirst().first.map { editions.contains($0) } ?? false
        let signs = behind.first.map { "年-.－_".unicodeScalars.contains($0) } ?? false
        let isDate = signs && behind.dropFirst().first.map(\.isASCIIDigit) ?? false
        runs.append(Run(year: year, isNamed: behind.first == "年" && !isEdition, isDate: isDate))
      }
      index += max(digits.count, 1)
    }
    return runs
  }

  private static let openings: [Unicode.Scalar] = ["〔", "[", "［", "【", "("]
  private static let editions: [Unicode.Scalar] = ["修", "印", "发", "版", "制", "试"]
}

extension Unicode.Scalar {
  fileprivate var isASCIIDigit: Bool { (0x30...0x39).contains(value) }
}
