/// A day of the calendar; there is no time zone in it.
struct CivilDate: Sendable, Hashable {
  /// The year, 1…9999.
  var year: Int
  /// The month, 1…12.
  var month: Int
  /// The day of the month, from 1.
  var day: Int

  /// The day; nil where the calendar has no such day.
  init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard day >= 1, day <= Self.length(ofMonth: month, of: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that a spreadsheet writes as `serial`: the number of days since 30 December 1899.
  ///
  /// Nil outside 1 March 1900 … 31 December 9999; before it spreadsheets count a day that never was.
  init?(serial: Int) {
    guard (61...2_958_465).contains(serial) else { return nil }
    // 1 March 1900 is 61; years are counted from March, so that the leap day is the last.
    var days = serial - 61
    var year = 1900
    while days >= Self.days(inYearFromMarch: year) {
      days -= Self.days(inYearFromMarch: year)
      year += 1
    }
    var month = 3
    while days >= Self.length(ofMonth: (month - 1) % 12 + 1, of: year + month / 13) {
      days -= Self.length(ofMonth: (month - 1) % 12 + 1, of: year + month / 13)
      month += 1
    }
    self.init(year: year + month / 13, month: (month - 1) % 12 + 1, day: days + 1)
  }

  /// As the tool writes dates: `2013-05-01`.
  var text: String {
    let padded: (Int) -> String = { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  /// The number of days from 1 March of `year` up to the next.
  private static func days(inYearFromMarch year: Int) -> Int { isLeap(year + 1) ? 366 : 365 }

  /// The number of days of a month.
  static func length(ofMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}
